"""What abbreviations of bodies stand for, as the head of a document explains them: "ØU = Økonomiudvalget".

An abbreviation is taken only if its letters stand in the name in that order, the first at its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Problem
from extract.grammar.bodies import body_at, find_bodies, initials
from extract.grammar.paragraphs import Paragraph
from extract.grammar.vocabulary import body_words, compiled
from extract.mentions import BodyName

_HEAD = 60  # paragraphs at the top in which abbreviations are explained


@dataclass(frozen=True, slots=True)
class Mended:
    """The name of a body that was printed without its first letter."""

    body: BodyName  # its surface as printed
    line: int

    @property
    def problem(self) -> Problem:
        """What was read for what is printed."""
        return Problem(
            code="letter-lost",
            message=f"The print {self.body.surface!r} was read as {self.body.name!r}, the one body named that ends so.",
            cure="Compare the line with the page; if it is another body, mend the text.",
            line=self.line,
        )


def read_legend(paragraphs: Sequence[Paragraph]) -> dict[str, BodyName]:
    """The bodies by the abbreviations that the top explains; one that stands for two bodies is left out."""
    found: dict[str, BodyName] = {}
    disputed: set[str] = set()
    for paragraph in paragraphs[:_HEAD]:
        for short, body in (*_explained_before(paragraph.text), *_explained_after(paragraph.text)):
            if found.setdefault(short, body).name != body.name:
                disputed.add(short)
    return {short: body for short, body in found.items() if short not in disputed}


def read_initials(paragraphs: Sequence[Paragraph]) -> dict[str, BodyName]:
    """The committees that head decisions by initials which nothing explains: "Beslutning i BUU den 3. marts 2025".

    It is the one body named in full in the document that has them; else one that is called so.
    """
    headed = compiled(body_words().headed_by_initials, ignore_case=False)
    shorts = {match["short"] for one in paragraphs if (match := headed.match(one.text))}
    names = {body.body.name for one in paragraphs for body in find_bodies(one.text)} if shorts else set()
    fitting = {short: [name for name in names if initials(name) == short] for short in shorts}
    return {
        short: BodyName(short, fitting[short][0] if len(fitting[short]) == 1 else short) for short in sorted(shorts)
    }


def read_lost_letters(paragraphs: Sequence[Paragraph]) -> Iterator[Mended]:
    """Names at the beginning of a line whose first letter was lost in print: " konomiudvalget, den 5. marts".

    Only where the document names one body in full that fits, and no other.
    """
    cut = compiled(body_words().cut_name, ignore_case=False)
    found = {match["name"]: one for one in paragraphs if (match := cut.match(one.text))}
    if not found:
        return
    whole = {body.body.name for one in paragraphs for body in find_bodies(one.text)}
    for name, paragraph in found.items():
        fitting = [full for full in whole if full[1:] == name]
        if len(fitting) == 1:
            yield Mended(BodyName(name, fitting[0]), paragraph.first.number)


def _explained_before(text: str) -> Iterator[tuple[str, BodyName]]:
    """ "ØU = Økonomiudvalget", "KB: Kommunalbestyrelsen", "TU står for Teknisk Udvalg" """
    for match in compiled(body_words().abbreviation_before, ignore_case=False).finditer(text):
        body = body_at(text, match.end())
        if body and _abbreviates(match["short"], body.body.name):
            yield match["short"], body.body


def _explained_after(text: str) -> Iterator[tuple[str, BodyName]]:
    """ "Kommunalbestyrelsen (KB)", "Økonomiudvalget, herefter ØU" """
    after = compiled(body_words().abbreviation_after, ignore_case=False)
    if after.search(text):
        for body in find_bodies(text):
            match = after.match(text, body.end)
            if match and _abbreviates(match["short"], body.body.name):
                yield match["short"], body.body


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation stand in a name in their order, the first at its beginning."""
    letters = re.sub(r"[^\w]", "", short).casefold()
    rest = iter(name.casefold())
    return name[:1].casefold() == letters[:1] and all(letter in rest for letter in letters)
