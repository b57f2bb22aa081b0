"""Local organisations: names that the grammar of a sentence says are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, Taken, findings, registered, text_of
from extract.entities.context import Context, LocalName, body_key
from extract.entities.lexicon import organisations
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.persons import PersonFinding
from extract.lexicon.authorities import authorities, authority_named
from extract.lexicon.selection import once_per_selection

PATTERNS = load_patterns(__file__)
_ODD = re.compile(PATTERNS.atoms["odd"])
_HANDICAP = re.compile(r"^(?:DH|Danske Handicaporganisationer)[- ]")
_JOINTS = re.compile(r", |,? og |,? samt ")
_CUT_PAIR = re.compile(r"(?<!\w)[A-ZÆØÅ]\w+(?<!s) og $")
_PAIR = re.compile(PATTERNS.atoms["pair"])
_PLACE_ENDING = re.compile(
    r"[A-ZÆØÅ][a-zæøå]+(?:by|strup|rup|inge|lev|sted|løse|sund|næs|bjerg|odde|havn|toft|bæk|minde|vad|holm|kær)"
)
_STREET = re.compile(r"(?:vej|vejen|gade|gaden|allé|alle|plads|stræde|vænget|parken)s? \d")
_JOINED_BRANCHES = tuple(branch for branch in PATTERNS.words["fronts_branch"] if " og " in branch)
_PARTY = re.compile(r"(?:parti|partiet|demokraterne|listen)$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:en|et|ne|ens|ets|nes|erne)$")
# A definite noun in the genitive ends so; of names that end so of themselves ("Clemens") the short ones are spared.
_OWNING = re.compile(r" \w{4,}(?:en|et|ne)s$")
# The rules, each with the words of which its pattern needs one (its list in `patterns.toml`); none: it is always tried
_LISTS = {"head": "heads", "front": "fronts", "introduced": "introduce"}
_RULES = tuple(
    (rule, tuple(word.lower() for word in PATTERNS.words.get(f"{_LISTS.get(part, part)}_{kind}", ())))
    for rule in PATTERNS.rules
    if rule.name.startswith("organisations.")
    for part, _, kind in [rule.name.removeprefix("organisations.").partition("_")]
)
_FRONTS = frozenset(word for key, words in PATTERNS.words.items() if key.startswith("fronts_") for word in words)
_HEADS = frozenset(word for key, words in PATTERNS.words.items() if key.startswith("heads_") for word in words)
# Rules that give a name of a fixed form: nothing is glued on in front of it
_WHOLE = (
    ".council",
    ".agency",
    ".office_agency",
    ".head_club",
    ".ministry",
    ".med",
    ".handicap",
    ".front_unit",
    ".region",
    ".police",
    ".couple_fund",
    ".for_association",
    ".for_institution",
    ".self_owned",
    ".branch_number",
)
# Rules whose words around the name are weak: what they find must not look like a place, a person or a common noun
_BY_CONTEXT = (
    "partner",
    "steering",
    "membership",
    "is_collaboration",
    "is_a",
    "introduced_company",
    "introduced_association",
)


@dataclass(frozen=True, slots=True)
class DiscoveryFinding(Finding):
    """A name that may be used in the whole document."""

    name: str
    type: str


@registered
class Discoveries(Component[DiscoveryFinding]):
    """Finds names of local organisations by grammar alone, for the organisations component to look for everywhere.

    The rules (`patterns.toml`) look at words around a name ("samarbejdsaftale med X", "X er et samarbejde mellem",
    "foreningen X"), at its last or first word ("X Erhvervsråd", "Grundejerforeningen X") and at its legal form
    ("X A/S"). Refused: persons, bodies, places, departments ("Børn og Unge"), products (MitID), plans, projects and
    events, and a single ordinary word that also stands as a place ("i X") or is a definite noun ("Forvaltningen").
    """

    name = "discoveries"
    kind = DiscoveryFinding

    def find(self, doc: Doc, point: Point) -> Iterator[DiscoveryFinding]:
        """One finding for each name, also of a list."""
        taken = Taken([*findings(doc, PersonFinding), *findings(doc, BodyFinding)])
        lowered = text_of(doc).lower()
        for rule, words in _RULES:
            if words and not any(word in lowered for word in words):
                continue  # far quicker than the pattern, and most kinds of names are in few points
            for match in rule.regex.finditer(text_of(doc)):
                if point.passage.paragraph(match.start()).part in {Part.PROCEDURE, Part.ABSENCE, Part.HEADING}:
                    continue
                for start, name in _split(match, rule):
                    if not rule.name.endswith(_WHOLE):
                        start, name = trimmed(*alone(text_of(doc), start, name, point.context))
                        name = owner(text_of(doc), start, name)
                    name = unmanned(text_of(doc), start, name, rule)
                    if not name or taken.overlaps(start, start + len(name)):
                        continue
                    if is_organisation(name, rule, text_of(doc), start, point.context):
                        yield DiscoveryFinding(
                            start, start + len(name), rule.name, rule.confidence, name, rule.type or ""
                        )


def _split(match: re.Match[str], rule: Rule) -> Iterator[tuple[int, str]]:
    """The names of a list with their places; rules of a single name give it whole."""
    printed, position = match["names"], match.start("names")
    if not rule.name.endswith(".partner"):
        yield position, printed
        return
    for part in _JOINTS.split(printed):
        start = match.string.index(part, position)
        position = start + len(part)
        yield start, part


def trimmed(start: int, name: str) -> tuple[int, str]:
    """Without words in front that only begin the sentence and without a genitive ending at "A/S's"."""
    words = name.split(" ")
    while words and (
        words[0][:1].islower() or (words[0] in PATTERNS.words["no_first"] and not _is_article_of_name(words))
    ):
        start += len(words.pop(0)) + 1
    while len(words) > 1 and (
        PATTERNS.rule("discovery.thing").regex.fullmatch(words[-1]) or words[-1] in PATTERNS.words["no_last"]
    ):
        words.pop()  # the next cell of a table: "VHF-radioer", "J.nr"
    return start, " ".join(words).rstrip(" ,.&-")


def owner(text: str, start: int, name: str) -> str:
    """Without the genitive of a definite noun before what is owned: "Fonden Solkrogens partnerskab"."""
    return name[:-1] if _OWNING.search(name) and re.match(r" [a-zæøå]", text[start + len(name) :]) else name


def _is_article_of_name(words: Sequence[str]) -> bool:
    """ "Den Sociale Fond" keeps its article: a capitalised adjective and a noun follow."""
    return words[0] in {"Den", "Det", "De"} and len(words) > 2


def alone(text: str, start: int, name: str, context: Context) -> tuple[int, str]:
    """Without what other sentences or things left in front: "blok B. Søby Boliger", "Havnen og Parken I/S"."""
    last = name
    while (cut := _cut(text, start, last, context))[1] != last:
        start, last = cut
    return start, last


def _cut(text: str, start: int, name: str, context: Context) -> tuple[int, str]:
    """Without the first of these."""
    places = _places() | {context.place}
    first, _, rest = name.partition(" ")
    if re.fullmatch(r"[A-ZÆØÅ]\.", first) and rest.partition(" ")[0] in places:
        return start + len(first) + 1, rest
    one, joint, other = name.partition(" og ")
    if name.startswith(_JOINED_BRANCHES):
        return start, name
    if joint and first in _FRONTS and (pair := _PAIR.search(rest)) and pair.end() == len(rest):
        return start, (one if _is_two(pair[0], text, places) else name)
    if joint and (one in organisations().by_name or authority_named(one)):
        return start + len(one) + len(joint), other
    before, last_joint, last = name.rpartition(" og ")
    if last_joint and last.split(" ")[0] in _FRONTS:
        return start + len(before) + len(last_joint), last
    if joint and other[:1].isupper() and (one.split(" ")[0] in _FRONTS or _is_head(one.split(" ")[-1])):
        return start + len(one) + len(joint), other
    if joint and other[:1].isupper():
        named = re.search(rf"(?<! og )(?<![\w-]){re.escape(other)}(?!\w)", text)
        if named or one in places or _DEFINITE.search(one):
            return start + len(one) + len(joint), other
    return start, name


def _is_two(pair: str, text: str, places: Collection[str | None]) -> bool:
    """Whether "X og Y" after a word for one are two names: of a place, known, or printed alone elsewhere."""
    one, other = pair.split(" og ")
    known = {one, other} & (set(places) | organisations().by_name.keys())
    printed = re.finditer(rf"(?<![\w-])(?P<before>[A-ZÆØÅ][\w.-]* |og )?{re.escape(other)}(?!\w)", text)
    alone = any(match["before"] is None for match in printed)
    return bool(known or alone or _DEFINITE.search(one) or _DEFINITE.search(other))


def _is_head(word: str) -> bool:
    """Whether a name ends with the word: "Havby Fiskeriforening"."""
    return word in _HEADS or PATTERNS.rule("discovery.head").regex.fullmatch(word) is not None


def unmanned(text: str, start: int, name: str, rule: Rule) -> str:
    """A name that begins with its kind, without the person who leads or speaks for it; empty where that is unsure.

    "Leder af Søby Børnehus Anna Lund deltager": a kind that ends the name before it takes nothing after it. "Leder af
    Plejecenter Solbakken Anna Lund": who leads and what is led cannot be told apart, and a person is never part of a
    name, so nothing is taken. Source: Databeskyttelsesforordningen art. 5, minimising of data.
    """
    kind = rule.name.rpartition(".")[2]
    if not kind.startswith(("front", "introduced", "council", "med")) or " " not in name:
        return name
    before = PATTERNS.rule("discovery.name_before").regex.search(text, max(0, start - 60), start)
    if kind.startswith("front") and before and before["word"] not in PATTERNS.words["no_first"]:
        return ""
    after = text[start + len(name) :]
    led = PATTERNS.rule("discovery.led").regex.search(text, max(0, start - 80), start)
    speaks = PATTERNS.rule("discovery.speaks").regex.match(after)
    if kind in {"council", "med"}:
        head, _, more = name.partition(" ")
        return head if (led or speaks or re.match(r" [A-ZÆØÅ]", after)) and not more.isupper() else name
    words = len(name.split(" ")) - (1 if kind.startswith("front") else 0)
    return "" if (words > 1 and (led or speaks)) or (led and re.match(r" [A-ZÆØÅ]", after)) else name


def is_organisation(name: str, rule: Rule, text: str, start: int, context: Context) -> bool:
    """Whether a name that a rule found can be one of an organisation."""
    kind = rule.name.rpartition(".")[2]
    if text.startswith((".dk", ".com", "-"), start + len(name)) or body_key(name) in context.body_keys:
        return False
    if name in PATTERNS.words["no_name"] or name in organisations().by_name or authority_named(name):
        return False
    said = PATTERNS.rule("discovery.said_firm").regex.match(text, start + len(name))
    if kind not in {"legal_form", "front_legal"} and is_sole_trader(name, "said_firm" if said else kind, context):
        return False
    if kind in {"acting", "acted_on"} and not _is_of_place(name.split(" ")[:-1], text, context):
        return False
    if kind in _BY_CONTEXT and _is_product(name):
        return False
    if kind == "national" and (_PARTY.search(name) or name.lower().endswith(PATTERNS.words["no_ending"])):
        return False
    if kind == "council":
        return name.split(" ")[0] not in PATTERNS.words["own_councils"]
    if kind in {
        "agency",
        "office_agency",
        "ministry",
        "med",
        "handicap",
        "legal_form",
        "front_unit",
        "single_fund",
        "police",
    }:
        return len(name) > 5
    words = name.split(" ")
    if kind == "couple_fund":
        return not {words[0], words[2]} & (_places() | organisations().by_name.keys() | {context.place})
    if kind.startswith("for_") and words[-1] in PATTERNS.words["no_name"]:
        return False  # "Røde Kors i Ukraine"
    if kind.endswith("_institution") and _STREET.search(text[start : start + len(name) + 2]):
        return False  # "bofællesskabet Søgade 12"
    if words[-1] in PATTERNS.words["heads_hospital"] and _CUT_PAIR.search(text, max(0, start - 40), start):
        return False  # "Nordby og Søby Sygehus" is one hospital or two
    if kind == "front_general" and " ".join(words[1:]) in organisations().by_name:
        return False  # "Revisionsfirmaet BDO" is BDO
    if len(words) == 1 and kind.startswith(("head", "front")):
        return False
    if words[0] in PATTERNS.words["no_first"] and not _is_article_of_name(words):
        return False
    return kind not in _BY_CONTEXT or _is_name(name, words, kind, text, context)


def _is_product(name: str) -> bool:
    """Whether a name is that of a known company with a product of its: "KMD Nexus"."""
    words = name.split(" ")
    for count in range(1, len(words)):
        maker = organisations().by_name.get(" ".join(words[:count]))
        rest = " " + " ".join(words[count:])
        if maker and maker.type == "company" and PATTERNS.rule("discovery.product").regex.match(rest):
            return True
    return False


def _is_of_place(words: Sequence[str], text: str, context: Context) -> bool:
    """Whether what stands before "Havn" or "Camping" is a place, as is known, said or ends so: "Per Havn" is a man."""
    place = " ".join(words)
    if place in _places() | {context.place} or _PLACE_ENDING.fullmatch(place):
        return True
    said = rf"(?<!\w)(?:i|på|ved|fra|til|omkring|nær) {re.escape(place)}(?!\w| [A-ZÆØÅ]|-)"
    return re.search(said, text) is not None


def is_sole_trader(name: str, kind: str, context: Context) -> bool:
    """Whether a business may be one person's, by whose name it goes: "Tegnestuen Per Møller", "firmaet Anna B. Friis".

    A firm with a legal form is nobody's name. Source: Databeskyttelsesforordningen art. 4, no. 1: what a sole trader
    is called is personal data.
    """
    words = name.split(" ")
    trader = PATTERNS.rule("discovery.trader").regex.fullmatch(words[0]) is not None
    if trader:
        words = words[1:]
    elif kind == "head_company" and words[-1] in PATTERNS.words["trade_heads"]:
        words = words[:-1]
    elif kind not in {"introduced_company", "introduced_institution", "said_firm"}:
        return False
    if words and words[-1] in PATTERNS.words["trade_more"]:
        return False
    parts = [part.split(" ") for part in re.split(r" (?:&|og) ", " ".join(words))]
    return any(_is_of_person(part, context) for part in parts)


def _is_of_person(words: Sequence[str], context: Context) -> bool:
    """Whether words have the form of a person's name: two or more, or initials, and nothing that only a firm has."""
    marked = _has_mark(words, _places() | {context.place or ""}) or set(words) & set(PATTERNS.words["trade_words"])
    initial = any(len(word.rstrip(".")) == 1 for word in words)
    return not marked and (initial or len(words) > 1)


def _is_name(name: str, words: Sequence[str], kind: str, text: str, context: Context) -> bool:
    """Whether a name that only its context marks is neither a place, a person, a department nor a thing."""
    lowered = name.lower()
    if lowered.endswith(PATTERNS.words["no_ending"]) or words[0].lower().endswith(PATTERNS.words["no_ending"]):
        return False
    if _ODD.fullmatch(words[0]):
        return True
    places = _places()
    if name in places or name == context.place:
        return False
    if len(words) > 1:
        looks_like_person = (
            len(words) <= 3
            and not _has_mark(words, places | {context.place or ""})
            and not kind.startswith(("is_", "introduced"))
        )
        return not looks_like_person
    if kind == "introduced_association" and name.isupper() and len(name) > 2:
        return True  # "foreningen HAV"
    if _DEFINITE.search(name) or len(name) < 4 or _stands_as_place(name, text):
        return False
    return kind in {"partner", "introduced_company", "introduced_association"} and not name.isupper()


def _stands_as_place(name: str, text: str) -> bool:
    """Whether the point says "i Mole" or "på Mole"."""
    if not any(f"{word} {name}" in text for word in ("i", "I", "på", "På")):
        return False  # far quicker than a pattern of its own for every name
    return re.search(rf"\b(?:[Ii]|[Pp]å) {re.escape(name)}\b", text) is not None


@once_per_selection
def _places() -> frozenset[str]:
    return frozenset(one.place for one in authorities())


def _has_mark(words: Sequence[str], places: frozenset[str]) -> bool:
    """Whether a name of some words has one that no person's name has: an article, a place, an abbreviation, a digit."""
    return any(
        word in {"Den", "Det", "De", "Dansk", "Danske", "Danmarks"}
        or word in places
        or word in PATTERNS.words["no_name"]
        or (word.isupper() and len(word) > 1)
        or bool(_ODD.fullmatch(word))
        or any(char.isdigit() for char in word)
        for word in words
    )


def _local_name(group: Sequence[DiscoveryFinding]) -> LocalName:
    best = max(group, key=lambda one: (one.confidence, one.type not in {"organisation", ""}, one.rule))
    counts = Counter(one.name for one in group)
    name = max(sorted(counts), key=lambda one: (counts[one], sum(char.isupper() for char in one)))
    if best.rule.endswith(".self_owned"):
        name = name[0].upper() + name[1:]
    full = _HANDICAP.sub("Danske Handicaporganisationer ", name)
    return LocalName(full, best.type or "organisation", tuple(sorted(counts)), best.rule, best.confidence)


def _with_short_forms(names: Sequence[LocalName]) -> tuple[LocalName, ...]:
    """A council by the first word of its name ("Ungerådet", "FagMED") is the only one whose name begins so."""
    return tuple(_full(name, names) for name in names)


def _full(short: LocalName, names: Sequence[LocalName]) -> LocalName:
    if " " in short.name or not short.rule.endswith((".council", ".med")):
        return short
    longer = [name.name for name in names if name.rule == short.rule and name.name.startswith(f"{short.name} ")]
    return replace(short, name=longer[0]) if len(longer) == 1 else short


def local_names(found: Iterable[DiscoveryFinding]) -> tuple[LocalName, ...]:
    """The names of a document: spellings that differ in capitals and blanks are one, its name the commonest."""
    groups: dict[str, list[DiscoveryFinding]] = {}
    for one in found:
        groups.setdefault(_key(one.name), []).append(one)
    groups = {key: group for key, group in groups.items() if not (key.endswith("s") and key[:-1] in groups)}
    return _with_short_forms([_local_name(groups[key]) for key in sorted(groups)])


def _key(name: str) -> str:
    return re.sub(r"[\s-]", "", name).lower()
