"""What abbreviations of bodies stand for, as the head of a document explains them: "ØU = Økonomiudvalget".

An abbreviation is taken only if its letters stand in the name in that order, the first at its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.grammar.bodies import body_at, find_bodies
from extract.grammar.paragraphs import Paragraph
from extract.grammar.vocabulary import body_words, compiled
from extract.mentions import BodyName


def read_legend(paragraphs: Iterable[Paragraph]) -> dict[str, BodyName]:
    """The bodies by their abbreviations; one that stands for two bodies is left out."""
    found: dict[str, BodyName] = {}
    disputed: set[str] = set()
    for paragraph in paragraphs:
        for short, body in (*_explained_before(paragraph.text), *_explained_after(paragraph.text)):
            if found.setdefault(short, body).name != body.name:
                disputed.add(short)
    return {short: body for short, body in found.items() if short not in disputed}


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
