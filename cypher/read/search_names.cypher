// question: Which persons, bodies, organisations, laws and cases bear these words in their name?
// question_da: Hvem og hvad bærer disse ord i navnet?
// parameters:
//   words: list — all of them stand in the name, in lower case
//   municipality: string — only this municipality's id; empty for all
//   limit: integer — how many rows of each kind at most
// columns: kind, id, name
CALL () {
  MATCH (n:Case) WHERE all(w IN $words WHERE toLower(n.title) CONTAINS w)
    AND ($municipality = '' OR n.municipality = $municipality)
  RETURN 'case' AS kind, n.id AS id, n.title AS name ORDER BY coalesce(toString(n.last_date), '') DESC, id LIMIT $limit
  UNION ALL
  MATCH (n:Body) WHERE all(w IN $words WHERE toLower(n.name) CONTAINS w)
    AND ($municipality = '' OR n.id STARTS WITH $municipality + '.')
  RETURN 'body' AS kind, n.id AS id, n.name AS name ORDER BY name, id LIMIT $limit
  UNION ALL
  MATCH (n:Person) WHERE all(w IN $words WHERE toLower(n.name) CONTAINS w)
    AND ($municipality = '' OR n.id STARTS WITH $municipality + '.')
  RETURN 'person' AS kind, n.id AS id, n.name AS name ORDER BY name, id LIMIT $limit
  UNION ALL
  MATCH (n:Organisation) WHERE all(w IN $words WHERE toLower(n.name) CONTAINS w)
    AND ($municipality = '' OR n.municipality IS NULL OR n.municipality = $municipality)
  RETURN 'organisation' AS kind, n.id AS id, n.name AS name ORDER BY name, id LIMIT $limit
  UNION ALL
  MATCH (n:Law) WHERE all(w IN $words WHERE toLower(n.title) CONTAINS w
                                          OR any(p IN coalesce(n.popular_names, []) WHERE toLower(p) CONTAINS w))
  RETURN 'law' AS kind, n.id AS id, n.title AS name ORDER BY name, id LIMIT $limit
}
RETURN kind, id, name
