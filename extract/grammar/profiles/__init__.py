"""Families of layout: how the points of minutes are headed, and which words only that family uses.

One file a family; `extends` names the family that it is a kind of. A child takes over what it does not say itself, and
its words stand before those of its parent. A new layout is a file here and an example of it beside the tests
(`tests/extract/grammar/profiles`), no code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files

from extract.errors import SettingsError
from extract.grammar.vocabulary import Data, HeadingForm, Pattern, headings
from extract.mentions import BodyName

GENERIC = "generic"


class Way(StrEnum):
    """By what the heading of a point is known."""

    SOURCE = "source"  # the source labels it
    NAMED = "named"  # it names itself: "Punkt 32: …"
    NUMBERED = "numbered"  # numbers ascend, and under each stands what stands under the heading of a point
    CASE_NUMBER = "case-number"  # a title without number over the line of its case number
    SECTION = "section"  # a title without number over the first section of the point


class _File(Data):
    about: str
    extends: str | None = None
    way: Way | None = None
    form: Pattern | None = None  # of the heading: `number`, and `title`, which may be empty: it then is the next line
    strict: bool = False  # it is also how lists in a text look: nothing that is in a section heads a point
    requires: tuple[Pattern, ...] = ()  # each begins a paragraph somewhere under the points
    heading: tuple[HeadingForm, ...] = ()
    decision_words: tuple[str, ...] = ()


class Profile(Data):
    """A family of layout, with what it takes over from its parents."""

    name: str
    depth: int  # how many families it is a kind of: of two that fit alike, the more special one is taken
    way: Way | None
    form: Pattern | None
    strict: bool
    requires: tuple[Pattern, ...]
    heading: tuple[HeadingForm, ...]
    decision_words: tuple[str, ...]
    bodies: Mapping[str, BodyName] = {}  # by the abbreviations that the document explains
    tells: bool = True  # whether "X besluttede den 3. maj:" and "Behandlet i X 3. maj" head decisions

    def explaining(self, bodies: Mapping[str, BodyName]) -> Profile:
        """The same family for a document that explains what some abbreviations stand for."""
        return self.model_copy(update={"bodies": bodies}) if bodies else self

    @cached_property
    def forms(self) -> dict[str, HeadingForm]:
        """The headings of sections by their words; where parent and child differ, the child's."""
        return {form: entry for entry in reversed(self.heading) for form in entry.forms}

    @property
    def reads(self) -> bool:
        """Whether it can read a document, or only stands over families that do."""
        return self.way is not None and (self.form is not None or self.way not in (Way.NAMED, Way.NUMBERED))


@cache
def profiles() -> dict[str, Profile]:
    """All families by name."""
    found = {
        path.name.removesuffix(".toml"): tomllib.loads(path.read_text("utf-8"))
        for path in sorted(files(__package__).iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    }
    return {name: inherit(name, found) for name in found}


def inherit(name: str, found: Mapping[str, Mapping[str, object]], children: tuple[str, ...] = ()) -> Profile:
    """A family with what it takes over. Raises SettingsError for an unknown parent and for families in a circle."""
    path = (*children, name)
    if name in children or name not in found:
        why = "extends itself" if name in children else "does not exist"
        cure = "Mend `extends` in extract/grammar/profiles."
        raise SettingsError(f"The layout profile {name!r} {why} ({' > '.join(path)}).", cure)
    own = _File.model_validate(found[name])
    parent = inherit(own.extends, found, path) if own.extends else _root()
    return Profile(
        name=name,
        depth=parent.depth + 1,
        way=own.way or parent.way,
        form=own.form or parent.form,
        strict=own.strict or parent.strict,
        requires=(*parent.requires, *own.requires),
        heading=(*own.heading, *parent.heading),
        decision_words=(*own.decision_words, *parent.decision_words),
    )


def _root() -> Profile:
    """What all families have: the words of data/headings.toml."""
    words = headings()
    return Profile(
        name="",
        depth=-1,
        way=None,
        form=None,
        strict=False,
        requires=(),
        heading=words.heading,
        decision_words=words.decision_words,
    )
