"""One box for everything: case numbers, names, points."""

from __future__ import annotations

import re

from api.models import Hit, ItemSummary, SearchAnswer, Snippet
from api.service.cases import case_summaries, container, numbers_spelled
from api.service.items import item_summaries
from api.service.rows import ask, words_of
from api.sorting import danish_key
from graph.store import GraphStore
from graph.values import Row

LIMIT = 20
AROUND = 90
_NUMBER = re.compile(r"\d[\d.\-/\s]*\d(?:[\d.\-/\sA-Za-z]*\d)?")


def search(store: GraphStore, q: str, *, municipality: str | None = None, limit: int = LIMIT) -> SearchAnswer:
    """What bears the words of ``q`` in name or text. Every word has to be there."""
    words = words_of(q)
    if not words:
        return SearchAnswer(q=q, limit=limit)
    numbers = numbers_spelled(store, q, municipality) if _NUMBER.fullmatch(q.strip()) else []
    cases = [case for row in numbers if not row["container"] for case in row["cases"]]
    rows = ask(store, "search_items", words=words, municipality=municipality or "", limit=limit + 1)
    summaries = {summary.id: summary for summary in item_summaries(store, [row["id"] for row in rows[:limit]])}
    return SearchAnswer(
        q=q,
        cases=case_summaries(store, cases),
        containers=tuple(container(store, row["id"]) for row in numbers if row["container"]),
        names=_names(store, words, municipality, limit),
        items=tuple(_item_hit(row, summaries[row["id"]], words) for row in rows[:limit] if row["id"] in summaries),
        limit=limit,
        more=len(rows) > limit,
    )


def _names(store: GraphStore, words: list[str], municipality: str | None, limit: int) -> tuple[Hit, ...]:
    order = ("case", "person", "body", "organisation", "law")
    rows = ask(store, "search_names", words=words, municipality=municipality or "", limit=limit)
    hits = [Hit(kind=row["kind"], id=row["id"], name=row["name"]) for row in rows]
    kept = [hit for hit in hits if hit.kind == "case"]
    named = sorted((hit for hit in hits if hit.kind != "case"), key=lambda hit: (danish_key(hit.name), hit.id))
    return tuple(sorted(kept + named, key=lambda hit: order.index(hit.kind)))


def _item_hit(row: Row, summary: ItemSummary, words: list[str]) -> Hit:
    return Hit(
        kind="item",
        id=summary.id,
        name=summary.title,
        date=summary.date,
        number=summary.number,
        municipality=summary.municipality,
        body=summary.body,
        snippet=snippet(row["text"] or "", words),
    )


def snippet(text: str, words: list[str]) -> Snippet | None:
    """The text around the first word found there, with every word marked: odd parts are hits."""
    flat = " ".join(text.split())
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    first = pattern.search(flat)
    if first is None:
        return None
    start, end = max(0, first.start() - AROUND), min(len(flat), first.end() + AROUND)
    start = flat.find(" ", start) + 1 if start and " " in flat[start : first.start()] else start
    end = flat.rfind(" ", first.end(), end) if end < len(flat) and " " in flat[first.end() : end] else end
    cut = flat[start:end]
    parts = re.split(f"({pattern.pattern})", cut, flags=re.IGNORECASE)
    parts[0] = ("… " if start else "") + parts[0]
    parts[-1] += " …" if end < len(flat) else ""
    return Snippet(parts=tuple(parts))
