"""Danish order, in Python and in the store alike."""

from hypothesis import given, settings
from hypothesis import strategies as st

from api.sorting import danish_key
from cypher import load_query
from graph.store import GraphStore

LETTERS = st.text("abzæøåéüäöÆØÅAaZ -'.", max_size=12)


def test_letters_after_z() -> None:
    names = ["Åse", "Ærø", "Zita", "Øst", "Aage", "aben", "Anna"]
    assert sorted(names, key=danish_key) == ["aben", "Anna", "Zita", "Ærø", "Øst", "Aage", "Åse"]


@settings(max_examples=25)
@given(name=LETTERS)
def test_store_and_python_make_one_key(store: GraphStore, name: str) -> None:
    for query in ("person_ids", "body_ids", "organisation_ids", "law_ids"):
        text = load_query("read", query).text
        expression = text[text.index("replace(") : text.index(" END AS place")]
        expression = expression.replace("x.name", "$name").replace("x.title", "$name")
        assert store.read(f"RETURN {expression} AS key", name=name) == [{"key": danish_key(name)}]
