"""Which municipality or region a document is of, by the surest sign that it gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.document import Document, Label
from extract.evidence import Evidence, Known, Stated, Unknown
from extract.grammar.paragraphs import Paragraph, in_small_letters, squeeze
from extract.lexicon.authorities import authority_named, authority_of_host

_NAME = re.compile(
    r"(?<!\w)(?P<name>[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøå]+)?\s(?:Kommune|Regionskommune)|Region\s[A-ZÆØÅ][a-zæøå]+)(?P<genitive>s?)(?!\w)"
)
_NOT_PLACES = ("Denne", "Den", "Hver", "Ingen", "Anden", "Egen", "Vores", "Hele", "En", "Vor", "Danmarks")
SURE_RULES = frozenset({"header.municipality.given", "header.municipality.host", "header.municipality.link"})
_BY_HOST, _BY_LINK, _BY_TEXT_MOST = 0.95, 0.9, 0.9
_LEAST_SHARE = 0.5  # of all mentions of municipalities, for the most frequent one to be the document's own


def find_municipality(document: Document, header: Sequence[Paragraph], lines_from: int, lines_to: int) -> Known[str]:
    """The hint of the user, else the header, the host it was published on, or the one that the text speaks of."""
    if document.municipality_hint:
        name = squeeze(document.municipality_hint)
        known = authority_named(name) or authority_named(f"{name} Kommune")
        return Stated(known.name if known else name, _at_start(document, "header.municipality.given"))
    for paragraph in header:
        if paragraph.label in (None, Label.MEETING_NAME) and (found := _named(paragraph)):
            return found
    return (
        _by_host(document)
        or _by_text(document, lines_from, lines_to)
        or Unknown("neither header, host nor text names a municipality")
    )


def _named(paragraph: Paragraph) -> Stated[str] | None:
    text = in_small_letters(paragraph.text)
    for match in _NAME.finditer(text):
        is_alone = match.group() == text.strip()
        if name := match["name"] if is_alone else _read(match):
            return Stated(name, paragraph.evidence(match.start(), match.end(), "header.municipality"))
    return None


def _by_host(document: Document) -> Stated[str] | None:
    url = document.provenance.source_url
    if url and (found := authority_of_host(url)):
        return Stated(found.name, _at_start(document, "header.municipality.host", _BY_HOST))
    hosts = Counter(found.name for line in document.lines if line.link and (found := authority_of_host(line.link)))
    if len(hosts) != 1:
        return None
    name = next(iter(hosts))
    line = next(line for line in document.lines if line.link and authority_of_host(line.link))
    return Stated(name, document.evidence(line, 0, len(line.text), "header.municipality.link", _BY_LINK))


def _by_text(document: Document, lines_from: int, lines_to: int) -> Stated[str] | None:
    """The municipality that the text names most: half of all mentions at least, and twice or alone."""
    names: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for line in document.lines[lines_from - 1 : lines_to]:
        for match in _NAME.finditer(line.text):
            if name := _read(match):
                names[name] += 1
                if name not in first:
                    first[name] = document.evidence(line, match.start(), match.end(), "header.municipality.text")
    if not names:
        return None
    name, count = sorted(names.items(), key=lambda item: (-item[1], item[0]))[0]
    share = count / names.total()
    if share < _LEAST_SHARE or (count < 2 and len(names) > 1):
        return None
    place = first[name]
    doubt = (1.0 if authority_named(name) else 0.8) * (1.0 if count > 1 else 0.6)
    confidence = round(_BY_TEXT_MOST * share * doubt, 2)
    return Stated(
        name,
        Evidence(
            place.document,
            place.page,
            place.line,
            place.start,
            place.end,
            place.quote,
            place.rule,
            confidence,
            place.pointer,
        ),
    )


def _read(match: re.Match[str]) -> str | None:
    """The name in its own form: the genitive of the text is taken off, that of "Københavns Kommune" stays."""
    name = squeeze(match["name"])
    known = authority_named(name + match["genitive"]) or authority_named(name)
    if known:
        return known.name
    return None if name.startswith("Region ") or name.split()[0] in _NOT_PLACES else name


def _at_start(document: Document, rule: str, confidence: float = 1.0) -> Evidence:
    line = document.lines[0]
    return document.evidence(line, 0, 0, rule, confidence)
