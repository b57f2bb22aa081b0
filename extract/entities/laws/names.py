"""The names of laws in a text: by lexicon, by "lov om …", by "bekendtgørelse", by "vedtægt for …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.entities import lexicon
from extract.entities.component import Finding, Taken, longest, text_of
from extract.entities.context import Context
from extract.entities.patterns import Rule, load_patterns

PATTERNS = load_patterns(__file__)
_OTHER_LAW = re.compile(r",? (?:og|samt|eller) (?:[Ll]ov|[Bb]ekendtgørelse) ")
_TAIL = re.compile(r"\s+m\.?\s?(?:v|fl)\.?$")


@dataclass(frozen=True, slots=True)
class LawName(Finding):
    """A law named in the text."""

    law: str  # official title; of an unknown law, as printed
    kind: str  # "statute", "order", "bylaw"
    popular: str | None = None
    alone: bool = True  # False: counts only with a section


class LawNames:
    """Finds the names. Those of the lexicon by phrase, whatever their capitals; the others by grammar."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._laws: dict[str, tuple[lexicon.Law, str | None]] = {}
        for law in lexicon.laws().laws:
            for form, popular in _forms(law):
                if form.lower() not in self._laws:
                    self._laws[form.lower()] = (law, popular)
                    self._matcher.add(form.lower(), [nlp.make_doc(form)])

    def find(self, doc: Doc, context: Context) -> list[LawName]:
        """The names in order of the text, none inside another."""
        known = longest(self._by_lexicon(doc))
        unknown = [*_by_grammar(text_of(doc)), *_bylaws(text_of(doc), context)]
        taken = Taken(known)
        named = longest(
            [*known, *(one for one in unknown if not taken.overlaps(one.start, one.end) or _amends(one.law))]
        )
        return sorted([*named, *_same(text_of(doc), named)], key=lambda one: one.start)

    def _by_lexicon(self, doc: Doc) -> Iterator[LawName]:
        lowered = text_of(doc).lower()
        for key, first, last in self._matcher(doc):
            law, popular = self._laws[doc.vocab.strings[key]]
            if law.near and law.near not in lowered:
                continue
            start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            yield LawName(start, end, "laws.lexicon", 1.0, law.title, law.kind, popular)


def _same(text: str, named: Sequence[LawName]) -> Iterator[LawName]:
    """What "samme lovs" means: the law named last before it; it counts only with a section."""
    statutes = [one for one in named if one.kind == "statute"]
    for match in PATTERNS.rule("laws.same").regex.finditer(text):
        before = bisect_right(statutes, match.start(), key=lambda one: one.end)
        if before:
            law = statutes[before - 1].law
            yield LawName(match.start(), match.end(), "laws.same", 0.8, law, "statute", None, alone=False)


def _amends(title: str) -> bool:
    """Whether a title is that of an amending act, which names the law that it changes."""
    return "om ændring af" in title


def _forms(law: lexicon.Law) -> Iterator[tuple[str, str | None]]:
    """How the lexicon's names are printed: "planlovens", "plan-lovens" (a broken line), titles without "m.v."."""
    for name, popular in ((law.title, None), (_TAIL.sub("", law.title), None), *((name, name) for name in law.popular)):
        yield name, popular
        if name.endswith(("loven", "lov", "bekendtgørelsen")):
            yield f"{name}s", popular
        if name.endswith("loven") and "-" not in name and " " not in name:
            yield f"{name[:-5]}-loven", popular
            yield f"{name[:-5]}-lovens", popular


def _by_grammar(text: str) -> Iterator[LawName]:
    for rule_name, kind in (("laws.titled", "statute"), ("laws.order", "order")):
        rule = PATTERNS.rule(rule_name)
        for match in rule.regex.finditer(text):
            following = text[match.end("subject") : match.end("subject") + 1]
            another = _OTHER_LAW.match(text, match.end("subject"))  # "lov om A og lov om B" are two
            closed = following in set("\n§();:,.") or not following or another is not None
            subject = _subject(match["subject"], closed=closed)
            if subject:
                end = match.start("subject") + len(subject)
                title = text[match.start() : end]
                yield LawName(match.start(), end, rule.name, rule.confidence, title[0].upper() + title[1:], kind)
    yield from _plain(text, PATTERNS.rule("laws.order_numbered"), "order", alone=True)
    yield from _plain(text, PATTERNS.rule("laws.popular"), "statute", alone=False)
    yield from _plain(text, PATTERNS.rule("laws.popular_order"), "order", alone=True)


def _plain(text: str, rule: Rule, kind: str, *, alone: bool) -> Iterator[LawName]:
    for match in rule.regex.finditer(text):
        name = match.groupdict().get("name") or match[0]
        yield LawName(
            match.start(), match.end(), rule.name, rule.confidence, name[0].upper() + name[1:], kind, None, alone
        )


def _subject(printed: str, *, closed: bool) -> str | None:
    """The part of "lov om …" that belongs to the title: up to the first clause word."""
    words = printed.split(" ")
    if {word.lower() for word in words} & PATTERNS.vocabulary("pronouns"):
        return None  # "lov om skove godkende dette": a sentence goes on after a title whose end cannot be told
    if words[0].lower() in PATTERNS.vocabulary("no_subject"):
        return None
    clause, joints = PATTERNS.vocabulary("clause"), PATTERNS.vocabulary("joints")
    kept: list[str] = []
    for word in words:
        if word.lower() in clause:
            closed = word.lower() in {"m", "mv"}
            break
        kept.append(word)
    if not closed and joints & {word.lower() for word in kept}:
        return None
    return " ".join(kept).rstrip(" -–") or None


def _bylaws(text: str, context: Context) -> Iterator[LawName]:
    """Bylaws; "vedtægten for borgerrådgiveren" is the one whose title ends with "borgerrådgiver"."""
    titles: list[str] = []
    rule = PATTERNS.rule("laws.bylaw")
    for match in rule.regex.finditer(text):
        subject = match["subject"].strip()
        if not subject:
            continue
        stem = re.sub(r"(?:e[nt]|n|t)$", "", subject)
        title = next((title for title in titles if title.endswith((subject, stem))), None)
        if title is None:
            title = f"{match['head'].capitalize()} for {subject}"
            titles.append(title)
        end = match.start("subject") + len(subject)
        yield LawName(match.start(), end, rule.name, rule.confidence, title, "bylaw", None, alone=False)
    rule = PATTERNS.rule("laws.same_bylaw")
    for match in rule.regex.finditer(text) if len(titles) == 1 else ():
        yield LawName(match.start(), match.end(), rule.name, rule.confidence, titles[0], "bylaw", None, alone=False)
    rule = PATTERNS.rule("laws.own_bylaw")
    for match in rule.regex.finditer(text):
        if context.municipality:
            title = f"Styrelsesvedtægt for {context.municipality}"
            yield LawName(match.start(), match.end(), rule.name, rule.confidence, title, "bylaw", None, alone=False)
