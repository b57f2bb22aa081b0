"""The guard: what it lets through, what it refuses, and that nothing it lets through changes a graph."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import Refusal, StatementError, StatementRefused
from graph.guard import check_read_only, vocabulary
from graph.store import BoltGraphStore
from tests.stores import LentStore

FORBIDDEN = sorted(vocabulary().refused)

HARMLESS = [
    "MATCH (n) RETURN n",
    "match (n:Note) where n.id = 'x' return n.id, date({year: 2024});  // the end",
    "OPTIONAL MATCH (n) RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL DB.Labels()",
    "CALL db . `labels` ()",
    "CALL db.index.fulltext.queryNodes('item_text', $q, {limit: 20}) YIELD node, score RETURN node",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one",
    "MATCH (a)--(b) RETURN COUNT { (a)-->(b) } AS n, exists(a.set)",
    "MATCH (a)-[r:A|B*1..3]->(b) RETURN a {.id, .set}",
    "MATCH (start)-[]->(stop) RETURN start.load, stop.id",
    "RETURN date.truncate('month', date()) AS m, duration.between(date(), date()) AS d",
    "MATCH (n)\r\nRETURN n\r\n// slut\r\n",
    "RETURN 'it\\'s; CREATE' AS x, \"æ ' DELETE\" AS y, '\\u00e6' AS z",
    "RETURN 'a' + \"b\" /* ' */ + 'c' // \"\n LIMIT 1",
    "MATCH (n) WHERE n.a = 1.5 AND n.b IN [1, 2] OR (n.c > 2) RETURN n.d ORDER BY n.e SKIP 1 LIMIT 5",
    "MATCH (n:Person&!Gone|(Old|New)) RETURN n",
    "UNWIND [1] AS ø WITH * RETURN ø",
]

REFUSED = [
    ("", Refusal.EMPTY),
    (" ;", Refusal.EMPTY),
    ("// MATCH (n) RETURN n", Refusal.EMPTY),
    ("PROFILE", Refusal.UNREADABLE),
    ("RETURN 1; CREATE (n)", Refusal.SEVERAL),
    ("RETURN 1;;", Refusal.SEVERAL),
    ("RETURN 1; // '\n;", Refusal.SEVERAL),
    ("CREATE (n)", Refusal.WRITE),
    ("EXPLAIN CREATE (n)", Refusal.UNREADABLE),
    ("MATCH (n) sEt n.x = 1", Refusal.WRITE),
    ("MATCH (n)SET n.x=1", Refusal.WRITE),
    ("MATCH (n)/**/DETACH/**/DELETE/**/n", Refusal.WRITE),
    ("MATCH (n) WHERE n.x = 1.SET n.x = 2", Refusal.WRITE),
    ("MATCH (n) WITH n AS n$ SET n$.x = 1", Refusal.WRITE),
    ("MATCH (n) RETURN $ SET", Refusal.WRITE),
    ("MATCH (n) RETURN [1..SET]", Refusal.WRITE),
    ("UNWIND [1] AS x FOREACH (y IN [1] | CREATE (:Z))", Refusal.WRITE),
    ("MATCH (n) CALL (n) { CREATE (m) } RETURN n", Refusal.WRITE),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x", Refusal.ADMINISTRATION),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS RETURN x", Refusal.ADMINISTRATION),
    ("CREATE INDEX x FOR (n:A) ON (n.b)", Refusal.WRITE),
    ("DROP DATABASE x", Refusal.WRITE),
    ("ALTER USER x SET PASSWORD 'y'", Refusal.ADMINISTRATION),
    ("GRANT ROLE x TO y", Refusal.ADMINISTRATION),
    ("SHOW USERS", Refusal.ADMINISTRATION),
    ("SHOW SETTINGS", Refusal.ADMINISTRATION),
    ("TERMINATE TRANSACTIONS 'x'", Refusal.ADMINISTRATION),
    ("USE other MATCH (n) RETURN n", Refusal.ADMINISTRATION),
    ("CALL { USE other RETURN 1 AS x } RETURN x", Refusal.ADMINISTRATION),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", Refusal.OUTSIDE),
    ("WITH 1 AS x LOAD CSV FROM 'http://localhost' AS line RETURN line", Refusal.OUTSIDE),
    ("CALL dbms.listConfig()", Refusal.PROCEDURE),
    ("CALL `dbms`.`listConfig`()", Refusal.PROCEDURE),
    ("CALL dbms /* */ . listConfig", Refusal.PROCEDURE),
    ("CALL db.createLabel('x')", Refusal.PROCEDURE),
    ("CALL db.labels.more()", Refusal.PROCEDURE),
    ("MATCH (n) OPTIONAL CALL apoc.load.json('x') YIELD value RETURN value", Refusal.PROCEDURE),
    ("CALL $name", Refusal.PROCEDURE),
    ("RETURN apoc.cypher.runFirstColumn('CREATE (n)', {})", Refusal.PROCEDURE),
    ("RETURN `apoc`.`load`('x')", Refusal.PROCEDURE),
    ("RETURN `apoc.load`('x')", Refusal.PROCEDURE),
    ("SELECT FROM Note", Refusal.UNREADABLE),
    ("CYPHER 5 MATCH (n) RETURN n", Refusal.UNREADABLE),
    ("BEGIN", Refusal.UNREADABLE),
    ("CRE\\u0041TE (n)", Refusal.UNREADABLE),
    ("MATCH (n) RETURN '\\u0027 SET n.x = 1 //'", Refusal.UNREADABLE),
    ("MATCH (n) RETURN '\\\\u0027 SET n.x = 1 //'", Refusal.UNREADABLE),
    ("MATCH (n) RETURN '\\uu0027 SET n.x = 1 //'", Refusal.UNREADABLE),
    ("MATCH (n) RETURN n // \\u000a SET n.x = 1", Refusal.UNREADABLE),
    ("MATCH (n) RETURN `\\u0060 SET n.x = 1 //`", Refusal.UNREADABLE),
    ("MATCH (n) RETURN `a\\` SET n.x = 1 //`", Refusal.UNREADABLE),
    ("RETURN 'a", Refusal.UNREADABLE),
    ('RETURN "a', Refusal.UNREADABLE),
    ("RETURN `a", Refusal.UNREADABLE),
    ("RETURN 1 /* a", Refusal.UNREADABLE),
    ("RETURN 1 /* /* a */", Refusal.UNREADABLE),
    ("RETURN 1 // a\rSET n.x = 1", Refusal.UNREADABLE),
    ("RETURN 1 // a\u2028SET n.x = 1", Refusal.UNREADABLE),
    ("RETURN 1 \u200b", Refusal.UNREADABLE),
    ("RETURN 1 \x00", Refusal.UNREADABLE),
    ("MATCH (n) \u017fET n.x = 1", Refusal.WRITE),
    ("MATCH (n) ＳＥＴ n.x = 1", Refusal.WRITE),
    ("RETURN " + "(" * 500 + "1" + ")" * 500, Refusal.UNREADABLE),
    ("RETURN " + "CASE WHEN true THEN " * 50 + "1" + " END" * 50, Refusal.UNREADABLE),
    ("RETURN 1" + " + 1" * 10_000, Refusal.UNREADABLE),
]


def is_allowed(statement: str) -> bool:
    try:
        check_read_only(statement)
    except StatementRefused:
        return False
    return True


@pytest.mark.parametrize("statement", HARMLESS)
def test_lets_through(statement: str) -> None:
    check_read_only(statement)


@pytest.mark.parametrize(("statement", "reason"), REFUSED)
def test_refuses(statement: str, reason: Refusal) -> None:
    with pytest.raises(StatementRefused) as raised:
        check_read_only(statement)
    assert raised.value.reason is reason
    assert raised.value.message
    assert raised.value.cure


@pytest.mark.parametrize("word", FORBIDDEN)
@pytest.mark.parametrize(
    "statement",
    [
        "RETURN '{}' AS x",
        'RETURN "it is {} here" AS x',
        "RETURN 1 /* {} */",
        "RETURN 1 // {}",
        "MATCH (n) RETURN n.{}",
        "MATCH (n) RETURN n . {}",
        "MATCH (n) RETURN n.`{}`",
        "MATCH (`{}`) RETURN 1",
        "RETURN {{{}: 1}} AS x",
        "RETURN {{a: 1, {} : 2}} AS x",
        "MATCH (n:{}) RETURN n",
        "MATCH (n:A:{}) RETURN n",
        "MATCH (n:A|{}) RETURN n",
        "MATCH (n:!{}&A) RETURN n",
        "MATCH ()-[r:{}|:A]->() RETURN r",
        "MATCH (n) RETURN n {{.{}, .id}}",
        "RETURN ${} AS x",
        "MATCH (n) RETURN n.my{}",
        "MATCH (n) RETURN n.{}_2 AS my_{}",
    ],
)
@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_a_forbidden_word_is_harmless_as_a_name_or_text(statement: str, word: str, change: object) -> None:
    assert callable(change)
    check_read_only(statement.replace("{}", change(word)).replace("{{", "{").replace("}}", "}"))


@pytest.mark.parametrize("word", FORBIDDEN)
@pytest.mark.parametrize(
    "statement",
    ["MATCH (n) {} n.x", "RETURN 1 {}", "CALL {{ {} x }}", "MATCH (n) WITH n\n{}\nRETURN 1", "{} x", "(){}()"],
)
def test_a_forbidden_word_is_refused_where_a_clause_may_begin(statement: str, word: str) -> None:
    assert not is_allowed(statement.replace("{}", word.lower()).replace("{{", "{").replace("}}", "}"))


hidden = st.text(max_size=30).filter(lambda text: "\\" not in text)


@given(hidden)
def test_any_text_in_a_string_is_harmless(text: str) -> None:
    check_read_only("RETURN '" + text.replace("'", "\\'") + "' AS x")


@given(hidden)
def test_any_name_in_backticks_is_harmless(text: str) -> None:
    check_read_only("RETURN 1 AS `" + text.replace("`", "``") + "`")


@given(st.text(max_size=60))
def test_refuses_or_lets_through_and_nothing_else(text: str) -> None:
    is_allowed(text)


PIECES = [
    *(
        "'",
        '"',
        "`",
        "\\",
        "\n",
        " ",
        "/*",
        "*/",
        "//",
        ";",
        ".",
        "..",
        ",",
        ":",
        "|",
        "&",
        "!",
        "$",
        "{",
        "}",
        "(",
        ")",
    ),
    *("[", "]", "=", "1", "1.", "x", "n", "n.x", "'a'", "`b`", "\\'", "\\u0027", "\\u000a", "æ", "n$", "5", "-", "->"),
    *(" MATCH (n:Note) ", " RETURN 1 ", " RETURN n ", " WITH n ", " SET n.x = 2 ", " SET ", " DELETE n ", " DETACH "),
    *(
        " CREATE (:Note) ",
        " CREATE ",
        " REMOVE n.x ",
        " MERGE (:Note {id: 'y'}) ",
        " AS ",
        " CALL ",
        " CALL (n) { ",
        " } ",
    ),
    *(" FOREACH (y IN [1] | ", " USE ", " UNION ", " SET n:Old ", " DELETE ", " WHERE ", " UNWIND [1] AS y ", " IN "),
]


@pytest.fixture(scope="module")
def one_note(server: LentStore) -> BoltGraphStore:
    store = server.empty()
    store.write("CREATE (:Note {id: 'x', x: 1})")
    return store


WRITES = st.sampled_from([" SET n.x = 2", " DETACH DELETE n", " REMOVE n.x", " CREATE (:Note)", " SET n:Old"])
SPLIT = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)


@st.composite
def statements_with_a_write(draw: st.DrawFn) -> str:
    """A statement that would write, with pieces put in that could hide it from the guard."""
    begin, end = draw(
        st.sampled_from([("MATCH (n:Note)", ""), ("MATCH (n:Note) RETURN '", " //'"), ("MATCH (n)", " //")])
    )
    return begin + draw(SPLIT) + draw(WRITES) + draw(SPLIT) + end


@settings(max_examples=400)
@given(statement=st.one_of(statements_with_a_write(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_nothing_that_passes_changes_the_graph_even_for_a_user_who_may(
    one_note: BoltGraphStore, statement: str
) -> None:
    if not is_allowed(statement):
        return
    try:
        one_note.write(statement)
    except StatementError:
        return
    assert one_note.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p") == [
        {"l": ["Note"], "p": {"id": "x", "x": 1}}
    ], statement


TRICKS = [
    "MATCH (n:Note) RETURN '\\' SET n.x = 2 //'",
    "MATCH (n:Note) RETURN '\\\\' AS a, ' SET n.x = 2 //'",
    'MATCH (n:Note) RETURN "\\" SET n.x = 2 //"',
    "MATCH (n:Note) WITH n AS næSET RETURN 1",
    "MATCH (n:Note) RETURN `a``` + ` SET n.x = 2 //`",
    "MATCH (n:Note) RETURN 'a' 'b' SET n.x = 2",
    "MATCH (n:Note) RETURN ''' SET n.x = 2 //'",
    "MATCH (n:Note) RETURN 1 /*/ SET n.x = 2 /*/",
    "MATCH (n:Note) RETURN n:Note|SET",
    "MATCH (n:Note) WHERE n:Note SET n.x = 2",
    "MATCH (n:Note) RETURN {a: 1, SET :1}",
    "MATCH (n:Note) RETURN 1.e SET n.x = 2",
    "MATCH (n:Note) RETURN n.x.SET",
]


@pytest.mark.parametrize("statement", TRICKS)
def test_a_trick_changes_nothing(one_note: BoltGraphStore, statement: str) -> None:
    if is_allowed(statement):
        try:
            one_note.write(statement)
        except StatementError:
            return
    assert one_note.read("MATCH (n) RETURN properties(n) AS p") == [{"p": {"id": "x", "x": 1}}]
