"""Citations: which law a section belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.bills import BillFinding
from extract.entities.component import Component, Finding, Point, findings, overlapping, registered, text_of
from extract.entities.laws.names import PATTERNS, LawName, LawNames


@dataclass(frozen=True, slots=True)
class LawFinding(Finding):
    """A law, with one section where one is cited."""

    law: str
    kind: str
    section: str | None = None
    subsection: str | None = None
    popular: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """`text[start:end]`: "§ 11, stk. 3 og § 12"; the sections as (start, end, section, subsection)."""

    start: int
    end: int
    sections: tuple[tuple[int, int, str, str | None], ...]


@registered
class Laws(Component[LawFinding]):
    """Finds laws ("serviceloven", "lov om social service"), orders, bylaws, and the sections cited of them.

    A section takes the law printed beside it ("retssikkerhedslovens § 3", "§ 107 i serviceloven"; of a list the same
    for all: one finding for each § named, not for those inside a range). A section without a law beside it takes the
    only law named before it in the point, with confidence 0.7; where there are two, none: it is left out. Finance-act
    accounts (§ 17.31.12.10), unnamed bills ("lovforslag om …") and words like "§ 60-selskab" are no citations.
    """

    name = "laws"
    kind = LawFinding

    def __init__(self, nlp: Language) -> None:
        self._names = LawNames(nlp)

    def find(self, doc: Doc, point: Point) -> Iterator[LawFinding]:
        """Citations with their laws, then the laws named without one."""
        if "§" not in text_of(doc) and "lov" not in text_of(doc).lower() and "ekendtg" not in text_of(doc):
            return
        bills = findings(doc, BillFinding)
        names = [
            name
            for name in self._names.find(doc, point.context)
            if name.rule == "laws.lexicon" or not overlapping(name.start, name.end, bills)
        ]
        cited: set[int] = set()
        for group in grouped(citations(text_of(doc)), text_of(doc)):
            beside = _before(text_of(doc), group, names) or _after(text_of(doc), group, names)
            law = beside or _only_one(text_of(doc), group, names)
            if law is None:
                continue
            if beside:
                cited.add(names.index(law))
            yield from _findings(group, law, beside=beside is not None)
        for index, name in enumerate(names):
            if index not in cited and name.alone:
                yield LawFinding(
                    name.start, name.end, name.rule, name.confidence, name.law, name.kind, None, None, name.popular
                )


def citations(text: str) -> Iterator[Citation]:
    """Every § with what follows it."""
    one = PATTERNS.rule("laws.cited").regex
    for match in PATTERNS.rule("laws.section").regex.finditer(text):
        sections = []
        position = match.start("list")
        while cited := one.search(text, position, match.end()):
            sub = re.search(r"\d+", cited["sub"] or "")
            sections.append((cited.start(), cited.end(), _bare(cited["section"]), sub[0] if sub else None))
            position = cited.end()
        if sections and text[match.end() : match.end() + 1] != "-":
            yield Citation(match.start(), match.end(), tuple(sections))


def grouped(found: Iterator[Citation], text: str) -> list[list[Citation]]:
    """Citations that only a comma or "og" parts belong to one law."""
    joint = PATTERNS.rule("laws.joined").regex
    groups: list[list[Citation]] = []
    for citation in found:
        if groups and joint.fullmatch(text, groups[-1][-1].end, citation.start):
            groups[-1].append(citation)
        else:
            groups.append([citation])
    return groups


def _before(text: str, group: Sequence[Citation], names: Sequence[LawName]) -> LawName | None:
    gap = PATTERNS.rule("laws.before").regex
    near = [name for name in names if name.end <= group[0].start and gap.fullmatch(text, name.end, group[0].start)]
    return near[-1] if near else None


def _after(text: str, group: Sequence[Citation], names: Sequence[LawName]) -> LawName | None:
    gap = PATTERNS.rule("laws.after").regex
    return next(
        (name for name in names if name.start >= group[-1].end and gap.fullmatch(text, group[-1].end, name.start)), None
    )


def _only_one(text: str, group: Sequence[Citation], names: Sequence[LawName]) -> LawName | None:
    """The law of a section that names none: the only one that the point named before.

    Only where the words before it cite ("jf.", "efter"), and not where the point is about other rules with sections
    (bylaws, regulations) or a word like "tobakslovens", a law that is not known, stands right before the section.
    """
    start = max(0, group[0].start - 40)
    if PATTERNS.rule("laws.unknown_before").regex.search(text, start, group[0].start):
        return None
    if not PATTERNS.rule("laws.citing_before").regex.search(text, start, group[0].start):
        return None
    if PATTERNS.rule("laws.other_rules").regex.search(text):
        return None
    before = [name for name in names if name.end <= group[0].start and name.kind == "statute"]
    return before[-1] if before and len({name.law for name in before}) == 1 else None


def _findings(group: Sequence[Citation], law: LawName, *, beside: bool) -> Iterator[LawFinding]:
    rule, confidence = ("laws.cited", law.confidence) if beside else ("laws.carried", 0.7)
    sections = [
        (citation.start if index == 0 else start, end, section, sub)
        for citation in group
        for index, (start, end, section, sub) in enumerate(citation.sections)
    ]
    for index, (start, end, section, sub) in enumerate(sections):
        if beside and law.end <= group[0].start and index == 0:
            start = law.start
        if beside and law.start >= group[-1].end and index == len(sections) - 1:
            end = law.end
        yield LawFinding(start, end, rule, confidence, law.law, law.kind, section, sub, law.popular)


def _bare(section: str) -> str:
    """The section with one blank before its letter: "15a" is "15 a"."""
    return re.sub(r"(\d)\s*([A-Za-z])$", r"\1 \2", section.strip())
