"""Citations: which law a section belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.bills import BillFinding
from extract.entities.component import Component, Finding, Point, Taken, findings, registered, text_of
from extract.entities.laws.names import PATTERNS, LawName, LawNames

_REACH = 200  # characters between a section and the law beside it: more than the longest words that may stand there


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
    """`text[start:end]`: "§ 11, stk. 3 og § 12"; the sections as (start, end, section, subsection).

    A citation in a word ("§ 60-selskab") reaches to the end of the word.
    """

    start: int
    end: int
    sections: tuple[tuple[int, int, str, str | None], ...]
    in_word: bool = False


@registered
class Laws(Component[LawFinding]):
    """Finds laws ("serviceloven", "lov om social service"), orders, bylaws, and the sections cited of them.

    A section takes the law printed beside it ("retssikkerhedslovens § 3", "§ 107 i serviceloven"; of a list the same
    for all: one finding for each § named, not for those inside a range). A section without a law beside it takes the
    only law named before it in the point, with confidence 0.7; where there are two, none: it is left out. Finance-act
    accounts (§ 17.31.12.10) and unnamed bills ("lovforslag om …") are no citations; a word like "§ 60-selskab" is one
    only beside its law.
    """

    name = "laws"
    kind = LawFinding

    def __init__(self, nlp: Language) -> None:
        self._names = LawNames(nlp)

    def find(self, doc: Doc, point: Point) -> Iterator[LawFinding]:
        """Citations with their laws, then the laws named without one."""
        if "§" not in text_of(doc) and "lov" not in text_of(doc).lower() and "ekendtg" not in text_of(doc):
            return
        bills = Taken(findings(doc, BillFinding))
        names = [
            name
            for name in self._names.find(doc, point.context)
            if name.rule == "laws.lexicon" or not bills.overlaps(name.start, name.end)
        ]
        cited: set[LawName] = set()
        around = Around(text_of(doc), names)
        for group in around.parted(grouped(citations(text_of(doc)), text_of(doc))):
            beside = around.before(group) or around.after(group)
            law = beside or around.only_one(group)
            if law is None:
                continue
            if beside:
                cited.add(law)
            yield from _findings(group, law, beside=beside is not None)
        for name in names:
            if name not in cited and name.alone:
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
        if sections:
            word = PATTERNS.rule("laws.word").regex.match(text, match.end())
            yield Citation(match.start(), word.end() if word else match.end(), tuple(sections), word is not None)


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


class Around:
    """The laws named in a text, to be asked for those beside a group of citations."""

    def __init__(self, text: str, names: Sequence[LawName]) -> None:
        self._text = text
        self._by_start = sorted(names, key=lambda name: name.start)
        self._by_end = sorted(self._by_start, key=lambda name: name.end)
        self._statutes = [name for name in self._by_end if name.kind == "statute"]
        self._lone = _leading_lone(self._statutes)

    def parted(self, groups: Sequence[Sequence[Citation]]) -> Iterator[Sequence[Citation]]:
        """The groups, one between two laws in two: "servicelovens § 83 og § 10 i retssikkerhedsloven"."""
        for group in groups:
            if len(group) > 1 and self.before(group) and self.after(group):
                yield group[:-1]
                yield group[-1:]
            else:
                yield group

    def before(self, group: Sequence[Citation]) -> LawName | None:
        """The law named right before: "retssikkerhedslovens § 3"."""
        gap, start = PATTERNS.rule("laws.before").regex, group[0].start
        first = bisect_left(self._by_end, start - _REACH, key=lambda name: name.end)
        near = self._by_end[first : bisect_right(self._by_end, start, key=lambda name: name.end)]
        beside = [name for name in near if gap.fullmatch(self._text, name.end, start)]
        return max(beside, key=lambda name: name.start, default=None)

    def after(self, group: Sequence[Citation]) -> LawName | None:
        """The law named right after: "§ 107 i serviceloven"."""
        gap, end = PATTERNS.rule("laws.after").regex, group[-1].end
        first = bisect_left(self._by_start, end, key=lambda name: name.start)
        near = self._by_start[first : bisect_right(self._by_start, end + _REACH, key=lambda name: name.start)]
        return next((name for name in near if gap.fullmatch(self._text, end, name.start)), None)

    def only_one(self, group: Sequence[Citation]) -> LawName | None:
        """The law of a section that names none: the only one that the point named before.

        Only where the words before it cite ("jf.", "efter"), and not where the point is about other rules with sections
        (bylaws, regulations) or a word like "tobakslovens", a law that is not known, stands right before the section.
        """
        if any(citation.in_word for citation in group):
            return None
        start = max(0, group[0].start - 40)
        if PATTERNS.rule("laws.unknown_before").regex.search(self._text, start, group[0].start):
            return None
        if not PATTERNS.rule("laws.citing_before").regex.search(self._text, start, group[0].start):
            return None
        if self._is_of_other_rules:
            return None
        before = bisect_right(self._statutes, group[0].start, key=lambda name: name.end)
        return self._lone[before - 1] if 0 < before <= len(self._lone) else None

    @cached_property
    def _is_of_other_rules(self) -> bool:
        return PATTERNS.rule("laws.other_rules").regex.search(self._text) is not None


def _leading_lone(statutes: Sequence[LawName]) -> list[LawName]:
    """Of names that all are of one law, up to the first of another: the one that begins last, up to each."""
    lone: list[LawName] = []
    for name in takewhile(lambda name: name.law == statutes[0].law, statutes):
        lone.append(max([name, *lone[-1:]], key=lambda one: one.start))
    return lone


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
