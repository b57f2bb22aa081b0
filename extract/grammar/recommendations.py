"""The indstilling: who proposes, and each "at …" by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.evidence import Known, Stated, Unknown
from extract.grammar.names import read_name
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sections import Part
from extract.grammar.vocabulary import compiled, headings
from extract.records import Recommendation

_AT = re.compile(r"\s*at\b\s*:?\s*", re.IGNORECASE)
_INLINE_AT = re.compile(r"(?:[,;.]|\bog|\bsamt|\beller)\s+(?:\(?\d{1,2}[.)]\s*)at\s", re.IGNORECASE)
_AND_AT = re.compile(r"(?P<comma>,?)\s+(?:og|samt)\s+at\s", re.IGNORECASE)
_COMMA_AT = re.compile(r"(?P<comma>,)\s+at\s", re.IGNORECASE)
_BARE_AT = re.compile(r"(?<!,)(?<!\bog)(?<!\bsamt)\s+at\s", re.IGNORECASE)  # "beslutter at …", "til efterretning at …"
_GOVERNS = re.compile(  # after these, "at …" is no sentence of the list
    r"\b(?:af|på|om|til|for|med|under|ved|i|efter|fra|så|således|efterretning|betingelse|forudsætning|\w+(?:er|ede|te)|\w+[^aeiouyæøås]e)\s*$",
    re.IGNORECASE,
)
_LINE_AT = re.compile(r"(?:\d{1,2}[.)]\s*)?at\s")
_LINE_END = re.compile(r"(?:[,;.]|,\s+og|,\s+samt)\s*$")
_LONGEST_PROPOSER = 60  # words: several centres may propose together
_BODY = r"(?-i:(?:[A-ZÆØÅ][\wæøå-]*,?|og|for|samt)\s+){0,8}\w*(?:udvalget|rådet|bestyrelsen)"
# "…, at udvalget", "…, at udvalget over for Byrådet anbefaler, at", "…, at anbefale Byrådet,": what the list goes on
_ONLY_LEAD = re.compile(
    rf"[\s,:.]*(?:at\s+)?(?:{_BODY})?(?:\s*(?:over\s?for|til)\s+{_BODY})?"
    rf"(?:\s*\b(?:anbefale[rt]?|indstille[rt]?)(?:\s+(?:over\s?for\s+|til\s+)?{_BODY})?)?[\s,:.]*(?:at)?[\s,:.]*",
    re.IGNORECASE,
)


def read_proposer(parts: Sequence[Part]) -> Known[str]:
    """Who proposes, as printed before "indstiller"; a member without the party."""
    for paragraph in _paragraphs(parts):
        match = compiled(headings().proposer_sentence).match(paragraph.text)
        if match and _is_proposer(match["proposer"]):
            start = match.start("proposer") + (paragraph.mark if paragraph.mark < match.end("proposer") else 0)
            name = read_name(paragraph.text[: match.end("proposer")], start)
            is_member = name is not None and name.person is not None and paragraph.text.startswith(name.person, start)
            end = start + len(name.person or "") if name and is_member and name.party else match.end("proposer")
            return paragraph.stated(start, end, "recommendation.proposer")
    return Unknown("no sentence under the recommendation says who proposes")


def read_recommendations(parts: Sequence[Part]) -> tuple[Recommendation, ...]:
    """Each sentence of the recommendation, as "at …"."""
    found: list[Recommendation] = []
    for part in parts:
        items: list[list[Paragraph]] = []
        is_open = False  # a lead "… indstiller, at" waits for its list
        run_in: Paragraph | None = None  # what stands on the line of the lead
        for paragraph in part.paragraphs:
            match = compiled(headings().proposer_sentence).match(paragraph.text)
            if match and _is_proposer(match["proposer"]) and not paragraph.is_bullet:
                found += _close(items, run_in)
                items = []
                is_open = True
                rest = paragraph.tail(match.end())
                if rest.text.strip(" ,:.") and not _ONLY_LEAD.fullmatch(rest.text) and match["at"]:
                    items.append([rest])
                    run_in = rest if match.start("at") not in paragraph.starts else None
            elif is_open or items:
                _add(items, paragraph)
            elif paragraph.is_bullet or _AT.match(paragraph.text):
                is_open = True
                _add(items, paragraph)
        found += _close(items, run_in)
    return tuple(found)


def _is_proposer(name: str) -> bool:
    return len(name.split()) <= _LONGEST_PROPOSER and not re.match(
        r"(?:at|som|når|hvis|der|det)\b", name, re.IGNORECASE
    )


def _add(items: list[list[Paragraph]], paragraph: Paragraph) -> None:
    """A new sentence, or what belongs to the one before: a list inside it, a line that goes on."""
    if not items:
        items.append([paragraph])
        return
    first = items[0][0]
    begins_with_at = bool(_AT.match(paragraph.text[paragraph.mark :]))
    is_listed = paragraph.is_bullet and (paragraph.indent <= first.indent or not first.is_bullet)
    first_has_at = bool(_AT.match(first.text[first.mark :]))
    numbered, first_numbered = _is_numbered(paragraph), _is_numbered(first)
    inside = first_has_at and not begins_with_at and paragraph.first.bullet != first.first.bullet
    if begins_with_at or (is_listed and not inside and (numbered or not first_numbered)):
        items.append([paragraph])
    elif paragraph.is_bullet or paragraph.text[:1].islower():
        items[-1].append(paragraph)


def _is_numbered(paragraph: Paragraph) -> bool:
    return paragraph.mark > 0 and paragraph.text[:1].isalnum()


def _close(items: Sequence[list[Paragraph]], run_in: Paragraph | None) -> Iterator[Recommendation]:
    for group in items:
        first = group[0]
        if len(group) == 1:
            yield from _split(first, _listed(first) if first is run_in and len(items) == 1 else ())
            continue
        start = _start(first, 0)
        text = " ".join([squeeze(first.text[start:]), *(squeeze(more.text) for more in group[1:])])
        yield Recommendation(f"at {text}", first.evidence(start, len(first.text), "recommendation.sentence"))


def _listed(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    """Where a sentence "at …, at … og at …" is parted; nowhere if one of its clauses belongs to a verb before it."""
    if not _AND_AT.search(paragraph.text, paragraph.mark):
        return ()
    commas = list(_COMMA_AT.finditer(paragraph.text, paragraph.mark))
    joints = list(_AND_AT.finditer(paragraph.text, paragraph.mark))
    if any(_GOVERNS.search(paragraph.text[: match.start()]) for match in commas) or _BARE_AT.search(
        paragraph.text, _start(paragraph, 0), joints[-1].start()
    ):
        return ()
    return tuple(sorted((match.start() + match["comma"].count(","), match.end() - 3) for match in (*commas, *joints)))


def _split(paragraph: Paragraph, listed: Sequence[tuple[int, int]] = ()) -> Iterator[Recommendation]:
    """Several run-in sentences, "1. at …, 2. at …", each by itself."""
    cuts = [(match.start(), match.end() - 3) for match in _INLINE_AT.finditer(paragraph.text, paragraph.mark)]
    cuts += [(start, start) for start in paragraph.starts if _begins_sentence(paragraph.text, start)]
    cuts = cuts or list(listed)
    bounds = [0, *(begin for _, begin in sorted(cuts))]
    ends = [*(end for end, _ in sorted(cuts)), len(paragraph.text)]
    for begin, end in zip(bounds, ends, strict=True):
        start = _start(paragraph, begin)
        words: Stated[str] = paragraph.stated(start, end, "recommendation.sentence")
        if words.value.strip(" .,;:"):
            yield Recommendation(f"at {words.value}", words.evidence)


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a line within a paragraph begins the next "at …": the one before has ended with a comma or "og"."""
    return start > 0 and bool(_LINE_AT.match(text, start)) and bool(_LINE_END.search(text[:start]))


def _start(paragraph: Paragraph, begin: int) -> int:
    start = paragraph.mark if begin == 0 else begin
    match = _AT.match(paragraph.text, start)
    return match.end() if match else start


def _paragraphs(parts: Sequence[Part]) -> Iterator[Paragraph]:
    for part in parts:
        yield from part.paragraphs
