"""One box for everything: case numbers, names, sections of laws, points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.errors import CursorInvalid
from api.models import Facets, FacetValue, Hit, ItemSummary, Named, SearchAnswer
from api.paging import Place, decode_place, encode_place
from api.service.box import Asked, Wanted, ask_names, bears, read_box, read_words, readings
from api.service.cases import case_summaries, container, numbers_spelled
from api.service.identity import id_now, ids_of_body
from api.service.items import item_summaries
from api.service.naming import Name, find_names, find_topics, places_called
from api.service.rows import ask
from api.service.snippets import Find, find_pattern, find_terms, snippet
from graph.store import GraphStore

LIMIT = 20
POINT, PROVISION = "item", "provision"
KINDS = ("case", "person", "body", "party", "organisation", "law", PROVISION, "plan", "topic", "municipality", POINT)
MOST_POINTS = 10_000  # that are counted and put in order
MOST_PROVISIONS = 200
MOST_FACETS = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader has chosen beside the words; empty: all."""

    kind: str = ""
    municipality: str = ""
    body: str = ""
    since: date | None = None
    until: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point that was found, as far as facets and order need it. Its id begins with municipality and body."""

    id: str
    date: str  # ISO; empty where it has none

    @property
    def municipality(self) -> str:
        return self.id.partition(".")[0]

    @property
    def body(self) -> str:
        return ".".join(self.id.split(".", 2)[:2])

    @property
    def year(self) -> str:
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class _Found:
    """The points that were found, the newest first; which bear all words in their title; how hits are marked."""

    points: Sequence[_Point] = ()
    titled: frozenset[str] = frozenset()
    find: Find | None = None


def search(
    store: GraphStore, q: str, filters: Filters | None = None, *, limit: int = LIMIT, after: str | None = None
) -> SearchAnswer:
    """What bears the words of ``q`` in name or text; every word has to be there, with any ending or in a compound.

    ``after`` is the ``next`` of the answer before, and goes on with its points. Raises :class:`CursorInvalid`.
    """
    chosen = filters or Filters()
    asked, names = _read(store, q, chosen.municipality)
    if not (asked.words or asked.section):
        return SearchAnswer(q=q, limit=limit)
    numbers = numbers_spelled(store, asked.number, chosen.municipality or None) if asked.number else []
    found = _found(store, asked, names, chosen.municipality)
    points = _with_outcome(store, found.points, chosen.outcome)
    tests = _tests(chosen, ids_of_body(store, chosen.body))
    left = [point for point in points if all(test(point) for test in tests.values())]
    named = _chosen_names(names, chosen.kind, limit)
    counts = _counts(points, tests)
    homes = (name.home for name in named if name.home)
    called = places_called(store, [*counts["municipality"], *counts["body"], *homes])
    merged = {body: id_now(store, "body", body) for body in counts["body"] if body not in called}
    called |= places_called(store, merged.values())
    counts["body"] = by_body_now(counts["body"], merged)
    shown, following = _page(left, found.titled, limit, after)
    if chosen.kind not in ("", POINT):
        shown, following = [], None
    return SearchAnswer(
        q=q,
        cases=case_summaries(store, [case for row in numbers if not row["container"] for case in row["cases"]]),
        containers=tuple(container(store, row["id"]) for row in numbers if row["container"]),
        names=tuple(_name_hit(name, called) for name in named),
        items=_item_hits(store, shown, found.find),
        total=len(left),
        complete=len(found.points) < MOST_POINTS,
        facets=_facets(Counter(name.kind for name in names) + Counter({POINT: len(left)}), counts, called),
        limit=limit,
        next=following,
    )


def newest_points(store: GraphStore, q: str, municipality: str | None, limit: int) -> list[str]:
    """The ids of the newest points that bear the words of ``q``."""
    asked, names = _read(store, q, municipality or "")
    return [point.id for point in _found(store, asked, names, municipality or "").points[:limit]]


def _read(store: GraphStore, q: str, municipality: str) -> tuple[Asked, list[Name]]:
    """What is asked for, with the names that bear all words or the sections of that number of the laws that do.

    Words beside a section that no law bears are looked for with its number, as all words are.
    """
    asked = read_box(q)
    names = _names(store, asked, municipality)
    if asked.section is None:
        return asked, names
    laws = [name.id for name in names if name.kind == "law"]
    if asked.words and not laws:
        plain = read_words(q)
        return plain, _names(store, plain, municipality)
    return asked, _sections(store, asked, asked.section, laws)


def _names(store: GraphStore, asked: Asked, municipality: str) -> list[Name]:
    """The names that bear all words, and the topics whose number begins so."""
    names = find_names(store, ask_names(asked.words), municipality)
    topics = find_topics(store, asked.topic, municipality) if asked.topic else []
    return [*topics, *(name for name in names if all(bears(name.words, word) for word in asked.words))]


def _sections(store: GraphStore, asked: Asked, section: str, laws: Sequence[str]) -> list[Name]:
    """The sections of that number of these laws; of all where there are none."""
    rows = ask(
        store,
        "search_provisions",
        sections=list(dict.fromkeys((section, "".join(section.split())))),
        subsection=asked.subsection or "",
        laws=laws,
        limit=MOST_PROVISIONS,
    )
    return [Name(PROVISION, row["id"], f"{row['law']} {row['name']}", (), "") for row in rows]


def _found(store: GraphStore, asked: Asked, names: Sequence[Name], municipality: str) -> _Found:
    if asked.section is not None:
        provisions = [name.id for name in names if name.kind == PROVISION]
        if not provisions:
            return _Found()
        points = _points(store, "search_provision_points", provisions=provisions, municipality=municipality)
        return _Found(points, frozenset(), find_pattern(re.compile(rf"§+\s*{re.escape(asked.section)}(?!\d)")))
    spelled = [each for name in names for each in name.names]
    wanted = Wanted({word: tuple(readings(spelled, word)) for word in asked.words})
    terms, in_title = wanted.ask(municipality or None), wanted.ask(municipality or None, "title_")
    if terms is None or in_title is None:
        return _Found()
    titled = frozenset(point.id for point in _points(store, "search_points", terms=in_title))
    return _Found(_points(store, "search_points", terms=terms), titled, find_terms(wanted.pattern()))


def _points(store: GraphStore, query: str, **params: object) -> list[_Point]:
    (row,) = ask(store, query, most=MOST_POINTS, **params)
    return [_Point(id_, day) for id_, day in zip(row["ids"], row["dates"], strict=True)]


def _with_outcome(store: GraphStore, points: Sequence[_Point], outcome: str) -> Sequence[_Point]:
    if not outcome or not points:
        return points
    (row,) = ask(store, "search_outcome", ids=[point.id for point in points], outcome=outcome)
    kept = set(row["ids"])
    return [point for point in points if point.id in kept]


def _tests(chosen: Filters, bodies: Sequence[str]) -> dict[str, Callable[[_Point], bool]]:
    """What a point has to hold, by the facet that chooses it; `bodies` are all ids of the chosen one."""
    since, until = str(chosen.since or ""), str(chosen.until or "")
    tests: dict[str, Callable[[_Point], bool]] = {}
    if chosen.municipality:
        tests["municipality"] = lambda point: point.municipality == chosen.municipality
    if bodies:
        tests["body"] = lambda point: point.body in bodies
    if since or until:
        tests["year"] = lambda point: bool(point.date) and since <= point.date <= (until or "9999-12-31")
    return tests


def _page(
    points: Iterable[_Point], titled: frozenset[str], limit: int, after: str | None
) -> tuple[list[_Point], str | None]:
    """The points that follow a place, those with all words in the title first, then the newest."""

    def key(id_: str, day: str) -> tuple[bool, int, str]:
        return id_ not in titled, -date.fromisoformat(day).toordinal() if day else 1, id_

    ordered = sorted(points, key=lambda point: key(point.id, point.date))
    if place := decode_place(after, "search"):
        try:
            last = (place.key[:1] == "1", key(place.id, place.key[1:])[1], place.id)
        except ValueError as error:
            raise CursorInvalid from error
        ordered = [point for point in ordered if key(point.id, point.date) > last]
    shown = ordered[:limit]
    if len(ordered) <= limit:
        return shown, None
    end = shown[-1]
    return shown, encode_place(Place(f"{int(end.id not in titled)}{end.date}", end.id, "search"))


def _chosen_names(names: Sequence[Name], kind: str, limit: int) -> list[Name]:
    chosen: list[Name] = []
    for each in KINDS:
        if kind in ("", each):
            chosen += [name for name in names if name.kind == each][:limit]
    return chosen


def _name_hit(name: Name, called: Mapping[str, Named]) -> Hit:
    return Hit(kind=name.kind, id=name.id, name=name.name, municipality=called.get(name.home or ""))


def _item_hits(store: GraphStore, points: Sequence[_Point], find: Find | None) -> tuple[Hit, ...]:
    if not points or find is None:
        return ()
    ids = [point.id for point in points]
    texts = {row["id"]: row["text"] for row in ask(store, "search_texts", ids=ids)}
    return tuple(_item_hit(summary, texts.get(summary.id) or "", find) for summary in item_summaries(store, ids))


def _item_hit(summary: ItemSummary, text: str, find: Find) -> Hit:
    return Hit(
        kind=POINT,
        id=summary.id,
        name=summary.title,
        date=summary.date,
        number=summary.number,
        municipality=summary.municipality,
        body=summary.body,
        snippet=snippet(text, find),
    )


def _counts(points: Sequence[_Point], tests: Mapping[str, Callable[[_Point], bool]]) -> dict[str, dict[str, int]]:
    """By facet and value how many points there are, heeding all that is chosen but the facet itself."""

    def count(facet: str, value: Callable[[_Point], str]) -> dict[str, int]:
        others = [test for name, test in tests.items() if name != facet]
        counts = Counter(value(point) for point in points if all(test(point) for test in others))
        counts.pop("", None)
        return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_FACETS])

    return {
        "municipality": count("municipality", lambda point: point.municipality),
        "body": count("body", lambda point: point.body),
        "year": count("year", lambda point: point.year),
    }


def by_body_now(counts: Mapping[str, int], merged: Mapping[str, str]) -> dict[str, int]:
    """The counts of bodies under the ids that hold now; an id that was merged has no node any more."""
    now: Counter[str] = Counter()
    for body, times in counts.items():
        now[merged.get(body, body)] += times
    return dict(sorted(now.items(), key=lambda one: (-one[1], one[0])))


def _facets(kinds: Mapping[str, int], counts: Mapping[str, Mapping[str, int]], called: Mapping[str, Named]) -> Facets:
    def values(facet: str) -> tuple[FacetValue, ...]:
        return tuple(
            FacetValue(value=value, name=called[value].name if value in called else None, count=times)
            for value, times in counts[facet].items()
        )

    return Facets(
        kind=tuple(FacetValue(value=kind, count=kinds[kind]) for kind in KINDS if kinds.get(kind)),
        municipality=values("municipality"),
        body=values("body"),
        year=tuple(sorted(values("year"), key=lambda one: one.value, reverse=True)),
    )
