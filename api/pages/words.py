"""Values in the words and forms of readers, whose catalogue comes first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from api.languages import Language
from api.models import Absence, ConflictFact, Evidence, Item, ItemFacts, Mentioned
from api.pages.texts import Texts
from graph.conflicts import ConflictKind
from graph.retelling import DECISION_RETOLD
from graph.schema import load_schema
from graph.threads.misprints import KIND as REFERENCE_TARGET

PATHS: Mapping[str, str] = {
    "case": "sager",
    "case-number": "sagsnumre",
    "number": "sagsnumre",
    "meeting": "moeder",
    "item": "punkter",
    "person": "personer",
    "body": "udvalg",
    "organisation": "organisationer",
    "law": "love",
    "municipality": "kommuner",
    "document": "dokumenter",
    "party": "partier",
    "provision": "paragraffer",
    "plan": "planer",
    "topic": "emner",
}
CONFLICT_KINDS = (*(kind.value for kind in ConflictKind), DECISION_RETOLD, REFERENCE_TARGET)
_SENTENCE_END = re.compile(r"[.:;!?»«”\")]\s*$")
_SIDE = re.compile(r"(?P<vote>\d+) (?P<option>for|against|abstain)")
_GROUPS: Mapping[str, tuple[str, ...]] = {  # where the words of what a conflict says stand
    ConflictKind.ABSENT_VOTED: ("status", "event"),
    ConflictKind.DECISION_TWICE: ("outcome",),
    DECISION_RETOLD: ("outcome",),
}
_PARTIAL = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<season>spring|summer|autumn|winter)"
    r"|(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:-(?P<third>early|mid|late))?)"
)
_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*o-]|[–—])\s+")


def path_of(kind: str, id_: str) -> str:
    """The address of a thing's page; empty where its kind has none."""
    return f"/{PATHS[kind]}/{quote(id_, safe='')}" if kind in PATHS else ""


def source_path(evidence: Evidence) -> str:
    """The address where a reader sees the place of a fact in its source."""
    part = f"linje/{evidence.line}" if evidence.page is None else f"side/{evidence.page}"
    asked = f"?fakta={quote(evidence.id, safe='')}" if evidence.id else ""
    return f"/{PATHS['document']}/{quote(evidence.document, safe='')}/{part}{asked}"


def fact_kind(texts: Texts, label: str) -> str:
    """What a fact is, by its label in the graph; the labels themselves are English."""
    found = load_schema().label.get(label)
    if found and texts.language is Language.DANISH:
        return found.text_da
    return _CAPITAL.sub(lambda capital: f" {capital[0].lower()}", label)


def day(texts: Texts, value: dt.date | None) -> str:
    """``9. april 2024``; the word for unknown where there is none."""
    return texts("date.unknown") if value is None else _said(texts, "form.day", value.year, value.month, value.day)


def short_day(texts: Texts, value: dt.date | None) -> str:
    """``09.04.2024``."""
    if value is None:
        return texts("date.unknown")
    return _said(texts, "form.short_day", value.year, value.month, value.day)


def _said(texts: Texts, form: str, year: int, month: int, day: int) -> str:
    return texts(form, year=year, number=month, month=texts(f"date.month.{month}"), day=day)


def partial_date(texts: Texts, value: str | None) -> str:
    """A date that may be partial (``2024-04``, ``2024-Q3``, ``a/b``) in words: ``april 2024``, ``3. kvartal 2024``.

    What has another form stays as it is.
    """
    first, _, last = (value or "").partition("/")
    return texts("date.span", first=_part(texts, first), last=_part(texts, last)) if last else _part(texts, first)


def _part(texts: Texts, value: str) -> str:
    found = _PARTIAL.fullmatch(value)
    if found is None or not 1 <= int(found["month"] or 1) <= 12:
        return value
    year = found["year"]
    if found["quarter"]:
        return texts("date.quarter", number=found["quarter"], year=year)
    if found["season"]:
        return texts(f"date.{found['season']}", year=year)
    whole, month = year, found["month"]
    if month:
        whole = texts("date.month_year", month=texts(f"date.month.{int(month)}"), year=year)
    if found["third"]:
        return texts(f"date.{found['third']}", whole=whole)
    return _said(texts, "form.day", int(year), int(month), int(found["day"])) if found["day"] else whole


def conflict_subject(texts: Texts, conflict: ConflictFact) -> str:
    """What both statements are about, in words: ``Afstemning 1, for``."""
    if side := _SIDE.fullmatch(conflict.subject):
        option = texts(f"event.{side['option']}").lower()
        return f"{texts('event.vote')} {side['vote']}, {option}"
    if conflict.kind == REFERENCE_TARGET:
        return ""  # an id: the page leads there
    key = f"conflict_subject.{conflict.subject}"
    return texts(key) if key in texts.keys else conflict.subject


def stated(texts: Texts, text: str, kind: str) -> str:
    """What one of two statements says, with words for its codes and dates."""
    if kind == ConflictKind.MEETING_DATES:
        return partial_date(texts, text)
    groups = _GROUPS.get(kind, ())
    keys = [[f"{group}.{code}" for group in groups] for code in text.split(", ")]
    found = [next((key for key in each if key in texts.keys), None) for each in keys]
    return ", ".join(texts(key) for key in found if key) if all(found) else text


def percent(texts: Texts, value: float) -> str:
    """``95 %``, never rounded up to certainty."""
    return texts("form.percent", number=min(int(value * 100 + 0.5), 100 if value >= 1 else 99))


def place(texts: Texts, evidence: Evidence) -> str:
    """``side 2, linje 66``; without the page where the source has none."""
    line = texts("evidence.line", line=evidence.line)
    return line if evidence.page is None else texts("evidence.page", page=evidence.page) + ", " + line


def named_besides(item: ItemFacts) -> tuple[Mentioned, ...]:
    """What a point names, without the persons that its votes and its list of absent name already."""
    votes = [vote for decision in item.decisions for vote in decision.votes]
    persons = [ballot.person for vote in votes for ballot in vote.ballots]
    persons += [vote.mover for vote in votes] + [absence.person for absence in item.absences]
    shown = {person.id for person in persons if person is not None}
    return tuple(one for one in item.mentioned if one.kind != "person" or one.id not in shown)


def recommendations_fates(item: ItemFacts) -> tuple[str, ...]:
    """What became of each recommendation, in order, where the point's own decision treats them differently."""
    for decision in item.decisions:
        fates = decision.relation_by_recommendation
        if decision.own and len(fates) == len(item.recommendations) and len(set(fates)) > 1:
            return fates
    return ()


def absent_once(item: ItemFacts) -> tuple[Absence, ...]:
    """Who was absent, each once with the evidence of all places that say so; from the whole meeting where one does."""
    gathered: dict[tuple[str, str], Absence] = {}
    for absence in item.absences:
        key = (absence.person.id if absence.person else absence.name, absence.status)
        first = gathered.get(key, absence)
        evidence = tuple(dict.fromkeys((*first.evidence, *absence.evidence)))
        scope = absence.scope if absence.scope == "meeting" else first.scope
        gathered[key] = first.model_copy(update={"evidence": evidence, "scope": scope})
    return tuple(gathered.values())


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a point as the page shows it."""

    number: int
    text: str
    heading: bool
    bullet: bool
    cells: tuple[str, ...]
    marked: bool


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: a line that no sentence ends is followed by the next one in the same paragraph."""
    found: list[str] = []
    for line in filter(str.strip, text.split("\n")):
        if found and not _SENTENCE_END.search(found[-1]):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return tuple(found)


def printed_blocks(item: Item, marked: Sequence[int]) -> tuple[tuple[PrintedLine, ...], ...]:
    """The lines of a point as they are shown together: the rows of a table, or lines that are no table's."""
    lines = _printed_lines(item, marked)
    return tuple(tuple(block) for _, block in groupby(lines, key=lambda line: bool(line.cells)))


def _printed_lines(item: Item, marked: Sequence[int]) -> tuple[PrintedLine, ...]:
    """Headings where a section begins, bullets, rows of cells, and those to be marked."""
    begins = {section.first_line: section.heading for section in item.sections}
    return tuple(
        PrintedLine(
            number=line.number,
            text=_BULLET.sub("", line.text) if _BULLET.match(line.text) else line.text,
            heading=begins.get(line.number, "\0").strip(" :").casefold() == line.text.strip(" :").casefold(),
            bullet=bool(_BULLET.match(line.text)),
            cells=_cells(line.text),
            marked=line.number in marked,
        )
        for line in item.lines
    )


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a table's row: parted by tabs, or by bars as Markdown has them."""
    parts = text.split("\t") if "\t" in text else text.strip().strip("|").split(" | ") if " | " in text else []
    return tuple(part.strip() for part in parts) if len(parts) > 1 else ()
