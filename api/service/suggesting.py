"""What somebody may be about to ask for, while they type."""

from __future__ import annotations

from api.models import Named, SuggestAnswer, Suggestion
from api.service.box import ask_names, bears, begins, read_box
from api.service.naming import Name, candidates, find_names, find_topics, places_called
from api.service.rows import ask
from graph.store import GraphStore
from graph.words.terms import number_term

LIMIT = 8
OF_A_KIND = 4  # of one kind, where there are others
SHORTEST = 2  # letters
_KINDS = ("topic", "municipality", "person", "body", "organisation", "law", "party", "plan", "case")


def suggest(store: GraphStore, q: str, municipality: str | None = None, limit: int = LIMIT) -> SuggestAnswer:
    """Names whose last word begins so, and numbers of cases and topics that begin so; nothing for a single letter."""
    typed = q.strip()
    if len(typed) < SHORTEST:
        return SuggestAnswer(q=q, suggestions=())
    found = [*_numbers(store, typed, municipality or "", limit), *_names(store, q, municipality or "")]
    chosen = _some_of_each(found, limit)
    homes = places_called(store, (name.home for name in chosen if name.home))
    return SuggestAnswer(q=q, suggestions=tuple(_suggestion(name, homes) for name in chosen))


def _suggestion(name: Name, homes: dict[str, Named]) -> Suggestion:
    return Suggestion(kind=name.kind, id=name.id, name=name.name, municipality=homes.get(name.home or ""))


def _numbers(store: GraphStore, typed: str, municipality: str, limit: int) -> list[Name]:
    if read_box(typed).number is None and not typed.rstrip("/-.").isdigit():
        return []
    asked = {"terms": f"{number_term(typed)}*", "municipality": municipality, "most": candidates(municipality)}
    rows = ask(store, "search_numbers", **asked, limit=limit)
    return [Name("number", row["id"], row["number"], (), "") for row in rows]


def _names(store: GraphStore, q: str, municipality: str) -> list[Name]:
    asked = read_box(q)
    if not asked.words or asked.section:
        return []
    topics = find_topics(store, asked.topic, municipality) if asked.topic else []
    begun, whole = (asked.words[-1], asked.words[:-1]) if not q[-1:].isspace() else (None, asked.words)
    names = find_names(store, ask_names(whole, begun), municipality)
    kept = [name for name in names if all(bears(name.words, word) for word in whole)]
    return [*topics, *(name for name in kept if begun is None or begins(name.words, begun))]


def _some_of_each(found: list[Name], limit: int) -> list[Name]:
    """Numbers, then of each kind some; the rest where there is room."""
    first = [name for name in found if name.kind == "number"]
    rest: list[Name] = []
    for kind in _KINDS:
        alike = [name for name in found if name.kind == kind]
        first += alike[:OF_A_KIND]
        rest += alike[OF_A_KIND:]
    return [*first, *rest][:limit]
