"""A point, or one notice of an orientation point, that names another case: by its number, or by its words.

Words name a matter when they are rare in the corpus and stand in the title of one of its points; names of persons do
not. A mention relates and never joins; where a notice names a case, the notice does so (`via`), not the whole point it
stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph import ids
from graph.threads.cases import find_same_numbers, thread_cases
from graph.threads.citizens import without_citizens
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Bullet, Corpus, Point
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.quoting import find_quotes
from graph.threads.series import find_series
from graph.threads.wording import Frequencies, count_words, is_encounter, sentences, spelled, stems

FEWEST_WORDS = 2
MANY_WORDS = 3
LONG_WORD = 8  # letters of a word that can name a matter alone
ALONE_IN = 2  # matters: the two that a word links alone
SHOWN = 6  # words that a link shows
TOPIC = 3  # times that a word stands in the text of a point that is about it
LIKE_NOTICES = 0.5  # share of their words that two notices of one matter have in common
TEMPLATE = 4  # titles of so many matters hold the same rare words: they are a form, not a name
BOILERPLATE = 3  # points that print a notice word for word: it is a form, not news


class Rule(StrEnum):
    """How a case was found to be named."""

    NUMBER = "named_number"
    TITLES = "titles_share_rare_words"
    NAME = "titles_share_name"  # one rare word that both points are about
    TITLE_IN_TEXT = "text_names_title"  # a sentence holds the words of the title
    WORDS_IN_TEXT = "text_shares_rare_words"  # a sentence holds some of them
    NOTICE = "notice_shares_rare_words"
    NOTICES = "notices_alike"


_CONFIDENCE = {
    Rule.NUMBER: 0.95,
    Rule.TITLES: 0.85,
    Rule.NAME: 0.75,
    Rule.TITLE_IN_TEXT: 0.8,
    Rule.WORDS_IN_TEXT: 0.5,
    Rule.NOTICE: 0.75,
    Rule.NOTICES: 0.85,
}
_POSSIBLE = {Rule.WORDS_IN_TEXT}


def find_mentions(corpus: Corpus) -> list[Link]:
    """The points and notices that name another case, each linked with one point of that case.

    That is the latest point that is not later, of the same body where there is one. Points of one case number, of one
    decision of several bodies, or of one series are not said to mention each other. Nothing is linked in an unknown
    municipality: a word or number may be that of another.
    """
    if corpus.municipality == ids.UNKNOWN:
        return []
    verdicts = judge(corpus.points)
    matters = _matters(corpus, verdicts)
    corpus = without_citizens(corpus)
    words = _Words.of(corpus, matters)
    return in_order(
        [
            *_named_numbers(corpus, verdicts, matters),
            *_by_titles(corpus, matters, words),
            *_by_texts(corpus, matters, words),
            *_by_notices(corpus, matters, words),
            *_like_notices(corpus, words),
        ]
    )


def _last(points: Sequence[Point]) -> Point | None:
    return points[-1] if points else None


@dataclass(frozen=True, slots=True)
class _Matters:
    """The cases as far as numbers and quoted decisions make them, and which of them are related already."""

    of: Mapping[str, str]  # by id of a point
    points: Mapping[str, Sequence[Point]]
    serial: frozenset[frozenset[str]]  # pairs that are a series

    def target(self, matter: str, source: Point) -> Point | None:
        """The point of a matter that is meant in `source`."""
        earlier = [point for point in self.points[matter] if point.place <= source.place]
        same_body = [point for point in earlier if point.body == source.body]
        return _last(same_body or earlier)

    def apart(self, one: str, other: str) -> bool:
        """Whether two matters differ and are no series."""
        return one != other and frozenset((one, other)) not in self.serial


def _matters(corpus: Corpus, verdicts: Mapping[str, Verdict]) -> _Matters:
    threads = thread_cases(corpus, [*find_same_numbers(corpus, verdicts), *find_quotes(corpus)])
    of = {point.id: thread.id for thread in threads for point in thread.points}
    serial = frozenset(
        frozenset((of[link.start], of[str(link.end)]))
        for link in find_series(corpus)
        if link.status is LinkStatus.ACCEPTED
    )
    return _Matters(of, {thread.id: thread.points for thread in threads}, serial)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of titles and texts that can name a matter."""

    frequencies: Frequencies
    times: Mapping[str, Counter[str]]  # by id of a point
    titles: Mapping[str, frozenset[str]]  # by id of a substantive point
    held: Mapping[str, frozenset[str]] = field(repr=False)  # by rare word of titles: the matters

    @classmethod
    def of(cls, corpus: Corpus, matters: _Matters) -> _Words:
        times = {point.id: Counter(stems(f"{point.title}\n{point.text}")) for point in corpus.points}
        frequencies = count_words((matters.of.get(id_, id_), counted) for id_, counted in times.items())
        titles = {id_: frozenset(stems(corpus.point[id_].title)) for id_ in matters.of}
        held: dict[str, set[str]] = {}
        for id_, title in titles.items():
            for word in frequencies.rare(title):
                held.setdefault(word, set()).add(matters.of[id_])
        return cls(frequencies, times, titles, {word: frozenset(known) for word, known in held.items()})

    def named_by(self, words: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """By matter the rare words of its titles that are among `words`."""
        found: dict[str, set[str]] = {}
        for word in words:
            for matter in self.held.get(word, ()):
                found.setdefault(matter, set()).add(word)
        return {matter: frozenset(known) for matter, known in found.items()}

    def shown(self, text: str, shared: Iterable[str]) -> str:
        """The rarest of the shared words as they stand in a text."""
        return spelled(text, self.frequencies.rarest(shared, SHOWN), SHOWN)

    def is_form(self, words: frozenset[str]) -> bool:
        """Whether titles of many matters hold all these words."""
        common = frozenset.intersection(*(self.held[word] for word in words))
        return len(common) >= TEMPLATE


def _mention(rule: Rule, source: Point, target: Point, detail: str, via: str | None = None) -> Link:
    status = LinkStatus.POSSIBLE if rule in _POSSIBLE else LinkStatus.ACCEPTED
    return Link(LinkType.MENTION, source.id, target.id, rule.value, _CONFIDENCE[rule], status, via=via, detail=detail)


def _named_numbers(corpus: Corpus, verdicts: Mapping[str, Verdict], matters: _Matters) -> Iterator[Link]:
    """Case numbers in texts. A number that is a container names no case."""
    carried: dict[str, list[Point]] = {}
    for points in matters.points.values():
        for point in points:
            if point.number and not verdicts[point.number].at(point.body).container:
                carried.setdefault(point.number, []).append(point)
    for named in corpus.named_numbers:
        source = corpus.point.get(named.item)
        if source is None or not carried.get(named.number):
            continue
        matter = matters.of[carried[named.number][0].id]
        target = matters.target(matter, source) or matters.points[matter][0]
        if matters.of.get(source.id) != matter:
            via = _notice_with(corpus, source, named.surface) or named.id
            yield _mention(Rule.NUMBER, source, target, named.surface, via)


def _notice_with(corpus: Corpus, source: Point, surface: str) -> str | None:
    """The id of the one notice of a point in which something stands."""
    notices = [bullet.id for bullet in corpus.bullets if bullet.item == source.id and surface in bullet.text]
    return notices[0] if len(notices) == 1 else None


def _by_titles(corpus: Corpus, matters: _Matters, words: _Words) -> Iterator[Link]:
    """Points whose titles share rare words: the first point of the later matter, and a point of the earlier."""
    seen: set[tuple[str, str]] = set()
    for point in _in_order(corpus, matters):
        mine = matters.of[point.id]
        for matter, shared in sorted(words.named_by(words.titles[point.id]).items()):
            target = matters.target(matter, point)
            if target is None or not matters.apart(mine, matter) or (mine, matter) in seen:
                continue
            target = _sharing(matters, words, matter, point, shared) or target
            common = shared & words.titles[target.id]
            if rule := _title_rule(words, point, target, common):
                seen |= {(mine, matter), (matter, mine)}
                yield _mention(rule, point, target, words.shown(point.title, common))


def _sharing(matters: _Matters, words: _Words, matter: str, source: Point, shared: frozenset[str]) -> Point | None:
    """The latest point of a matter, not later than `source`, whose title shares the most of these words."""
    earlier = [point for point in matters.points[matter] if point.place <= source.place]
    best = max((len(shared & words.titles[point.id]) for point in earlier), default=0)
    alike = [point for point in earlier if len(shared & words.titles[point.id]) == best]
    same_body = [point for point in alike if point.body == source.body]
    return _last(same_body or alike)


def _title_rule(words: _Words, one: Point, other: Point, common: frozenset[str]) -> Rule | None:
    if not common or words.is_form(common):
        return None
    if len(common) >= FEWEST_WORDS:
        return Rule.TITLES
    [word] = common
    alone = words.frequencies.count[word] <= ALONE_IN and len(word) >= LONG_WORD
    topic = min(words.times[one.id][word], words.times[other.id][word]) >= TOPIC
    met = is_encounter(one.title) or is_encounter(other.title)
    return Rule.NAME if alone and topic and one.body == other.body and not met else None


def _by_texts(corpus: Corpus, matters: _Matters, words: _Words) -> Iterator[Link]:
    """Sentences that hold the rare words of another matter's title."""
    seen: set[tuple[str, str]] = set()
    for point in _in_order(corpus, matters):
        mine = matters.of[point.id]
        possible = [
            matter
            for matter, shared in words.named_by(words.times[point.id]).items()
            if len(shared) >= FEWEST_WORDS and matters.apart(mine, matter) and (mine, matter) not in seen
        ]
        for matter in sorted(possible):
            if found := _named_in(point.text, matters, words, matter, point):
                target, shared = found
                seen.add((mine, matter))
                yield _mention(_text_rule(words, target, shared), point, target, words.shown(point.text, shared))


def _text_rule(words: _Words, target: Point, shared: frozenset[str]) -> Rule:
    whole = shared == words.titles[target.id] and len(words.frequencies.telling(shared)) >= MANY_WORDS
    many = len(words.frequencies.rare(shared)) >= MANY_WORDS
    named = (whole or many) and not is_encounter(target.title)
    return Rule.TITLE_IN_TEXT if named else Rule.WORDS_IN_TEXT


def _named_in(
    text: str, matters: _Matters, words: _Words, matter: str, source: Point
) -> tuple[Point, frozenset[str]] | None:
    """The point of a matter, not later than `source`, of whose title one sentence holds the most words."""
    best: tuple[Point, frozenset[str]] | None = None
    held = [(sentence, frozenset(stems(sentence))) for sentence in sentences(text)]
    for _, said in held:
        rare = words.named_by(said).get(matter, frozenset())
        if len(rare) < FEWEST_WORDS or words.is_form(rare):
            continue
        target = _sharing(matters, words, matter, source, rare)
        shared = said & words.titles[target.id] if target else frozenset()
        if (
            target
            and len(rare & words.titles[target.id]) >= FEWEST_WORDS
            and len(shared) > len(best[1] if best else ())
        ):
            best = target, shared
    return best


def _by_notices(corpus: Corpus, matters: _Matters, words: _Words) -> Iterator[Link]:
    """Notices of which one sentence holds the rare words of a matter's title."""
    for bullet, source in _notices(corpus):
        for matter in sorted(words.named_by(stems(bullet.text))):
            if found := _named_in(bullet.text, matters, words, matter, source):
                target, shared = found
                rule = Rule.WORDS_IN_TEXT if is_encounter(target.title) else Rule.NOTICE
                yield _mention(rule, source, target, words.shown(bullet.text, shared), bullet.id)


def _like_notices(corpus: Corpus, words: _Words) -> Iterator[Link]:
    """Notices of one body that say nearly the same again, each linked with the one before."""
    known: dict[tuple[str, str], list[tuple[Point, Bullet, frozenset[str]]]] = {}
    printed = Counter(" ".join(bullet.text.split()) for bullet, _ in _notices(corpus))
    for bullet, source in _notices(corpus):
        if printed[" ".join(bullet.text.split())] >= BOILERPLATE:
            continue
        said = frozenset(stems(bullet.text))
        rare = words.frequencies.rare(said)
        before = {
            (point.place, other.id): (point, other, theirs)
            for word in rare
            for point, other, theirs in known.get((source.body, word), ())
            if point.meeting != source.meeting and _alike(said, theirs, words.frequencies)
        }
        if before:
            target, _, theirs = before[max(before)]
            yield _mention(Rule.NOTICES, source, target, words.shown(bullet.text, said & theirs), bullet.id)
        for word in rare:
            known.setdefault((source.body, word), []).append((source, bullet, said))


def _alike(one: frozenset[str], other: frozenset[str], frequencies: Frequencies) -> bool:
    shared = one & other
    return len(frequencies.rare(shared)) >= FEWEST_WORDS and len(shared) >= LIKE_NOTICES * len(one | other)


def _notices(corpus: Corpus) -> Iterator[tuple[Bullet, Point]]:
    """The notices of housekeeping points with these points, in order."""
    found = [(bullet, corpus.point[bullet.item]) for bullet in corpus.bullets if bullet.item in corpus.point]
    found = [(bullet, point) for bullet, point in found if point.kind.housekeeping]
    return iter(sorted(found, key=lambda each: (each[1].place, each[1].id, each[0].ordinal, each[0].id)))


def _in_order(corpus: Corpus, matters: _Matters) -> list[Point]:
    points = (point for point in corpus.points if point.id in matters.of)
    return sorted(points, key=lambda point: (point.place, point.id))
