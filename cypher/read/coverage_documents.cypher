// question: How many files of each form and layout were read, how many not, how many with a warning?
// question_da: Hvor mange filer er læst, og hvor mange ikke?
// parameters: none
// columns: status, media, layout, documents, warned
MATCH (d:Document)
RETURN coalesce(d.status, '') AS status, coalesce(d.media, '') AS media, coalesce(d.layout, '') AS layout,
       count(d) AS documents, sum(CASE WHEN size(coalesce(d.warnings, [])) > 0 THEN 1 ELSE 0 END) AS warned
ORDER BY status, media, layout
