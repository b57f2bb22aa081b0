"""Names of people and parties in lists, read from the left as long as they are names; no list of names is needed.

A person is two or more words with capitals ("Kristina W. Berg", "Per van der Aa"), or one word with a party in
brackets. A party is its letters or its name. What is neither ends the list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.grammar.locallists import LIST_NAME
from extract.grammar.paragraphs import squeeze
from extract.grammar.vocabulary import absence_patterns, any_of, compiled, vote_patterns
from extract.lexicon.parties import party_names
from extract.lexicon.selection import once_per_selection

_TOKEN = re.compile(r"(?:(?:[^\W\d_]\.)+(?:-[^\W\d_]\.)?|Chr\.|[^\W\d_](?:[\w'’´`]|-(?=\w))*)")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LIST = re.compile(r"[Ll]iste\s")
_OF_PARTY = "gruppe|byrådsgruppe|medlem(?:mer)?|repræsentant(?:er)?"  # "SF's medlemmer"
_GROUP = re.compile(r"(?:[Gg]ruppe|[Bb]yrådsgruppe|[Pp]artigruppe)(?:n|rne)?\s|[Pp]arti(?:et|erne)\s")  # "gruppe A"
_BLANKS = re.compile(r"[ \t]+")
_COUNT = re.compile(r"\s*\((?P<count>\d{1,3})\)")
_MOST_TOKENS = 7


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person, or a party as a block (then `person` is None), at `text[start:end]`."""

    person: str | None
    party: str | None  # as printed
    start: int
    end: int
    count: int | None = None  # of a block: "A (6)"
    is_form_alone: bool = False  # a local list, by the end of its word: so are "Ventelisten" and "Deltagerlisten"


def read_names(text: str, position: int = 0) -> tuple[tuple[FoundName, ...], int]:
    """The names of a list that begins at a position, and where it ends.

    A name that begins with an initial and has no party is none here: "Imod stemte Ø. For så vidt …".
    """
    joint = compiled(vote_patterns().list_joint, ignore_case=False)  # "Og" begins a name
    found: list[FoundName] = []
    end = position
    while True:
        ones, after = _some_members(text, position) or _one(text, position)
        if not ones:
            break
        found += ones
        end = _skip_exception(text, after)
        between = joint.match(text, end)
        if between is None or between.end() == end:
            if not _is_followed_by_person(text, end):
                break
            position = end + 1  # a comma is missing: "Per Bo (V) Ida Lund (A)"
        else:
            position = between.end()
    return tuple(found), end


def _one(text: str, position: int) -> tuple[tuple[FoundName, ...], int]:
    if rest := compiled(vote_patterns().rest_of).match(text, position):  # "resten af Ø": a block
        block = _party_by_name(text, rest.end()) or _party_letters(text, rest.end())
        return ((block,), block.end) if block else ((), position)
    one = read_name(text, position)
    is_name = one is not None and (one.party or not _INITIAL.match(one.person or ""))
    return ((one,), one.end) if one and is_name else ((), position)


def _some_members(text: str, position: int) -> tuple[tuple[FoundName, ...], int] | None:
    """ "1 medlem af C (Hanne Lund)": members by name of a party that else votes as a block."""
    lead = compiled(vote_patterns().members_of).match(text, position)
    party = (_party_by_name(text, lead.end()) or _party_letters(text, lead.end())) if lead else None
    opening = re.compile(r"\s*\(\s*").match(text, party.end) if party else None
    if party is None or opening is None:
        return None
    people, end = read_names(text, opening.end())
    closing = re.compile(r"\s*\)").match(text, end)
    if closing is None or not people or not all(one.person for one in people):
        return None
    return tuple(replace(one, party=one.party or party.party) for one in people), closing.end()


def _skip_exception(text: str, end: int) -> int:
    """Past "med undtagelse af 1 medlem (Hanne Lund)" after a block: the block stays as it is printed."""
    match = compiled(vote_patterns().save).match(text, end)
    if match is None:
        return end
    people, after = read_names(text, match.end())
    closing = re.compile(r"\s*\)").match(text, after) if match["bracket"] else None
    return closing.end() if closing else after if people else end


def _is_followed_by_person(text: str, end: int) -> bool:
    if text[end - 1 : end + 1] != ") ":
        return False
    following = _person(text, end + 1)
    return following is not None and following.party is not None


def read_name(text: str, position: int) -> FoundName | None:
    """The person or party that begins at a position."""
    position = _skip_rank(text, position)
    if _LIST.match(text, position) and (block := _party_letters(text, position)):
        return block
    if (group := _GROUP.match(text, position)) and (block := _party_letters(text, group.end())):
        return block
    person = _person(text, position)
    if person and not person.party and _INITIAL.match(person.person or ""):
        person = _party_letters(text, position) or person
    return (
        _party_in_brackets(text, position) or _party_by_name(text, position) or person or _party_letters(text, position)
    )


def list_of_names(text: str) -> tuple[FoundName, ...]:
    """The names of a text that is nothing but a list of names; none where anything else stands in it."""
    found, end = read_names(text)
    return found if not text[end:].strip(" .,;") else ()


@once_per_selection
def _bracketed_party() -> re.Pattern[str]:
    names = "|".join(map(re.escape, party_names()))
    return re.compile(rf"\s*\(\s*(?P<party>(?:{vote_patterns().letters})|{LIST_NAME}|(?i:{names}))\s*\)")


@once_per_selection
def _named_party() -> re.Pattern[str]:
    names = "|".join(map(re.escape, party_names()))
    local = r"[A-ZÆØÅ][\wæøå-]*[a-zæøå]listen(?: [A-ZÆØÅ][a-zæøå]+)?|[A-ZÆØÅ][\wæøå-]*s [A-ZÆØÅ][\wæøå]*liste"
    return re.compile(rf"(?P<party>(?i:{names})|(?P<local>{local}))(?:['’]?s(?:\s+(?:{_OF_PARTY})(?!\w))?)?(?!\w)")


@cache
def _bare_letters() -> re.Pattern[str]:
    return re.compile(rf"(?P<party>{vote_patterns().letters})\)?(?:['’]s)?(?![\w]|\.\w|'|’|-\w)")


@cache
def _rank() -> re.Pattern[str]:
    ranks = any_of(absence_patterns().ranks)
    return re.compile(rf"(?:{ranks})(?:en)?\s+", re.IGNORECASE)


def _skip_rank(text: str, position: int) -> int:
    match = _rank().match(text, position)
    return match.end() if match and text[match.end() : match.end() + 1].isupper() else position


def _party_in_brackets(text: str, position: int) -> FoundName | None:
    match = _bracketed_party().match(text, position)
    return FoundName(None, squeeze(match["party"]), position, match.end()) if match else None


def _party_by_name(text: str, position: int) -> FoundName | None:
    match = _named_party().match(text, position)
    return _block(text, position, match) if match else None


def _party_letters(text: str, position: int) -> FoundName | None:
    match = _bare_letters().match(text, position)
    return _block(text, position, match) if match else None


def _block(text: str, position: int, match: re.Match[str]) -> FoundName:
    count = _COUNT.match(text, match.end())
    end = count.end() if count else match.end()
    number = int(count["count"]) if count else None
    is_form_alone = match.groupdict().get("local") is not None
    return FoundName(None, squeeze(match["party"]), position, end, number, is_form_alone)


def _has_particle(word: str) -> bool:
    """ "al-Khatib": a particle joined to its name by a hyphen."""
    particle, _, name = word.partition("-")
    return particle in vote_patterns().particles and name[:1].isupper()


def _person(text: str, position: int) -> FoundName | None:
    ends: list[int] = []
    at = position
    while len(ends) < _MOST_TOKENS and (token := _TOKEN.match(text, at)):
        word = token.group()
        if word[0].isupper() or (ends and _has_particle(word)):
            ends.append(token.end())
        elif not ends or word not in vote_patterns().particles or word == "og":
            break
        blanks = _BLANKS.match(text, token.end())
        if blanks is None:
            break
        at = blanks.end()
    if not ends:
        return None
    end = ends[-1]
    name = squeeze(text[position:end])
    if party := _bracketed_party().match(text, end):
        is_none = squeeze(party["party"]).casefold() in vote_patterns().no_party
        return FoundName(name, None if is_none else squeeze(party["party"]), position, party.end())
    is_full = len(ends) >= 2 and not all(len(word.strip(".")) <= 2 for word in name.split())
    return FoundName(name, None, position, end) if is_full else None
