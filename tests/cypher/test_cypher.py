"""The loader, and the rules that every file of the ``cypher`` folder keeps."""

from pathlib import Path

import pytest

import cypher
from cypher import Parameter, ParameterType, load_query, parse_query
from cypher.errors import QueryMalformed, QueryUnknown
from graph.guard import check_read_only
from graph.tokens import Kind, Token, tokens

FILES = [path.relative_to(cypher.FOLDER) for path in cypher.query_files()]
QUERIES = [path for path in FILES if path.parts[0] != "schema"]
every_file = pytest.mark.parametrize("path", FILES, ids=str)
every_query = pytest.mark.parametrize("path", QUERIES, ids=str)

HEADER = """// question: Who met?
// question_da: Hvem mødtes?
"""


class TestHeader:
    def test_says_what_the_query_needs(self) -> None:
        text = HEADER + "// parameters:\n//   id: string — a meeting\n//   limit: integer = 50 - rows\n"
        query = parse_query(
            "read", "who", text + "// columns: name, party\n// \n// a remark\nRETURN 1 AS name, 2 AS party\n"
        )
        assert (query.folder, query.name) == ("read", "who")
        assert (query.question, query.question_da) == ("Who met?", "Hvem mødtes?")
        assert query.parameters == (
            Parameter("id", ParameterType.STRING, None, "a meeting"),
            Parameter("limit", ParameterType.INTEGER, "50", "rows"),
        )
        assert [parameter.required for parameter in query.parameters] == [True, False]
        assert query.columns == ("name", "party")

    @pytest.mark.parametrize(
        ("line", "parameter"),
        [
            ("id: string", Parameter("id", ParameterType.STRING, None, "")),
            ("id: string — the id - or key", Parameter("id", ParameterType.STRING, None, "the id - or key")),
            ("q: string = a-b — text", Parameter("q", ParameterType.STRING, "a-b", "text")),
            ("q: string = — text", Parameter("q", ParameterType.STRING, "", "text")),
            ("from: date = 2024-01-01", Parameter("from", ParameterType.DATE, "2024-01-01", "")),
        ],
    )
    def test_reads_a_parameter(self, line: str, parameter: Parameter) -> None:
        assert parse_query("read", "x", f"{HEADER}// parameters: {line}\n").parameters == (parameter,)

    @pytest.mark.parametrize("line", ["// parameters:", "// parameters: none", "// parameters: -"])
    def test_without_parameters(self, line: str) -> None:
        assert parse_query("read", "x", f"{HEADER}{line}\nRETURN 1").parameters == ()

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "RETURN 1",
            "// Who met?\nRETURN 1",
            "// question: Who?\n// parameters:\nRETURN 1",
            HEADER + "RETURN 1",
            HEADER + "// parameters: id\nRETURN 1",
            HEADER + "// parameters: id: text — what\nRETURN 1",
        ],
    )
    def test_refuses_what_says_too_little(self, text: str) -> None:
        with pytest.raises(QueryMalformed, match=r"cypher/read/x\.cypher"):
            parse_query("read", "x", text)

    @pytest.mark.parametrize("name", ["nothing_like_this", "../schema/x", "", "a b", "/etc/passwd"])
    def test_refuses_what_is_not_there(self, name: str) -> None:
        with pytest.raises(QueryUnknown):
            load_query("read", name)


class TestStatements:
    def test_end_at_a_semicolon_that_ends_a_line(self) -> None:
        text = "// question: x\nCREATE A;\n-- sql\nCREATE B\n  'a;b' ;\n\nCREATE C"
        assert cypher.statements(text) == ("CREATE A", "CREATE B\n  'a;b'", "CREATE C")


def clauses(path: Path) -> tuple[Token, ...]:
    return tokens((cypher.FOLDER / path).read_text("utf-8"))


@every_query
def test_has_a_header(path: Path) -> None:
    query = load_query(str(path.parent), path.stem)
    assert query.question.endswith((".", "?"))
    assert query.question_da.endswith((".", "?"))


@every_query
def test_declares_the_parameters_that_it_uses(path: Path) -> None:
    declared = {parameter.name for parameter in load_query(str(path.parent), path.stem).parameters}
    assert {token.text[1:] for token in clauses(path) if token.kind is Kind.PARAMETER} == declared


@pytest.mark.parametrize("path", [path for path in QUERIES if path.parts[0] in ("read", "explore")], ids=str)
def test_what_is_for_reading_only_reads(path: Path) -> None:
    check_read_only((cypher.FOLDER / path).read_text("utf-8"))
