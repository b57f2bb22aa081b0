"""A vote while it is being read: statements gather here until the next vote begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.evidence import Evidence, Stated, Unknown
from extract.grammar.names import FoundName
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.rosters import Roster
from extract.grammar.vocabulary import vote_patterns
from extract.lexicon.parties import party_named
from extract.records import BallotOption, Explanation, Referral, Vote, Voter

_NOBODY = "ingen"
_LIST = re.compile(r"Liste\s+(?=[A-ZÆØÅ])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pending:
    """An outcome that stands before the vote it is of; the vote after it is another than the one before."""

    result: str | None  # None: an outcome that says neither approved nor rejected
    sentence: Stated[str]
    subject: Stated[str] | None = None  # what it was decided of: "indstillingen"


@dataclass(slots=True)
class Draft:
    """What has been read of one vote."""

    evidence: Evidence
    year: int | None = None  # of the meeting: letters of a party belong to their time
    roster: Roster = field(default_factory=Roster)
    motion: Stated[str] | None = None
    mover: Voter | None = None
    ballots: list[tuple[BallotOption, Voter]] = field(default_factory=list)
    option_evidence: list[tuple[BallotOption, Evidence]] = field(default_factory=list)
    result: Stated[str] | None = None
    result_text: str | None = None
    count_for: int | None = None
    count_against: int | None = None
    count_abstain: int | None = None
    explanations: list[Explanation] = field(default_factory=list)
    referral: Referral | None = None
    is_moved: bool = False  # somebody is said to have moved it
    is_proposed: bool = False  # somebody has moved or proposed it, and it is another matter than the recommendation
    is_counted: bool = False  # a tally is printed
    is_procedural: bool = False  # on whether somebody is disqualified: what is decided of the matter is not its result
    is_held: bool = False  # the text says that a vote was held
    awaits_choice: bool = False  # what was chosen stands in the next paragraph
    has_numbers: bool = False  # numbers are printed beside the lists
    block_counts: dict[BallotOption, list[int | None]] = field(default_factory=dict)

    def has(self, option: BallotOption) -> bool:
        """Whether somebody cast this option."""
        return any(cast is option for cast, _ in self.ballots)

    def holds(self, names: Sequence[FoundName]) -> bool:
        """Whether all of these voted here."""
        keys, blocks = self._keys(*BallotOption), {voter.party for _, voter in self.ballots if not voter.person}
        return all(
            self._key(name) in keys or party_of(name.party, self.year, self.roster) in blocks - {None} for name in names
        )

    def contradicts(self, names: Sequence[FoundName], option: BallotOption) -> bool:
        """Whether one of these voted otherwise here: what is told of them is then of another vote."""
        others = {_voter_key(voter) for cast, voter in self.ballots if cast is not option}
        return any(self._key(name) in others for name in names)

    def dissent(self, names: Sequence[FoundName]) -> bool:
        """Whether all of these voted against, or abstained."""
        return all(self._key(name) in self._keys(BallotOption.AGAINST, BallotOption.ABSTAIN) for name in names)

    def repeats(self, names: Sequence[FoundName], option: BallotOption) -> bool:
        """Whether members of these parties are listed by name with this option: the party is then told of again."""
        parties = {voter.party.casefold() for cast, voter in self.ballots if cast is option and voter.party}
        return all(name.person is None and self._key(name) in parties for name in names)

    def add(self, option: BallotOption, place: Evidence, voters: Sequence[tuple[FoundName, Voter]]) -> None:
        """Count voters once; who is told of again (with a reason) has voted already."""
        cast_so = [voter for cast, voter in self.ballots if cast is option]
        seen = {_voter_key(voter) for voter in cast_so}
        fresh = [(name, voter) for name, voter in voters if _voter_key(voter) not in seen]
        if fresh:
            self.ballots += [(option, voter) for _, voter in fresh]
            self.option_evidence.append((option, place))
            counts = self.block_counts.setdefault(option, [])
            counts += [1 if name.person else name.count for name, _ in fresh]

    def count(self, match: re.Match[str]) -> None:
        """Take a printed tally. "12 stemmer imod 2" names the winners first: of what fell, those against it."""
        groups = match.groupdict()
        if groups.get("most") is not None:
            most, least = _number(groups["most"]), _number(groups["least"])
            fell = self.result is not None and self.result.value == "rejected"
            self.count_for, self.count_against = (least, most) if fell else (most, least)
        else:
            self.count_for, self.count_against = _number(groups.get("for")), _number(groups.get("against"))
        self.is_counted = True

    def count_option(self, option: BallotOption, count: int) -> None:
        """Take a number beside a list: "For: 6 (…)", or none: "Imod stemte: ingen"."""
        match option:
            case BallotOption.FOR:
                self.count_for = count
            case BallotOption.AGAINST:
                self.count_against = count
            case BallotOption.ABSTAIN:
                self.count_abstain = count
        self.has_numbers = True

    def go_on(self, words: str) -> None:
        """Add what the motion says beyond a page's end; its evidence stays where it begins."""
        if self.motion:
            self.motion = Stated(f"{self.motion.value} {squeeze(words)}", self.motion.evidence)

    @property
    def is_told(self) -> bool:
        """Whether the text tells of a vote, and not of a motion alone."""
        return bool(self.ballots) or self.is_counted or self.has_numbers or self.is_held

    @property
    def may_hold_others(self) -> bool:
        """Whether voters may be unnamed: a tally is printed, and at most one side is listed."""
        return self.is_counted and not (self.has(BallotOption.FOR) and self.has(BallotOption.AGAINST))

    @property
    def awaits_result(self) -> bool:
        """Whether a result may still come: not where voters only stand against what was said to be decided before."""
        if self.is_procedural:
            return False
        is_voted_for = self.has(BallotOption.FOR) or self.count_for is not None
        return self.is_moved or self.is_counted or self.is_held or is_voted_for

    def finish(self) -> Vote | None:
        """The vote as a fact; None if no vote was told of."""
        if not (self.is_told or (self.is_moved and self.result)):
            return None
        odd = self._is_contradicted()
        return Vote(
            motion=self.motion or Unknown("no motion is printed at the vote"),
            mover=self.mover,
            ballots=tuple(self.ballots),
            option_evidence=tuple(self.option_evidence),
            result=Unknown("the tally contradicts it") if odd else self.result or Unknown("no result is printed"),
            result_text=None if odd else self.result_text,
            count_for=self._count(BallotOption.FOR, self.count_for),
            count_against=self._count(BallotOption.AGAINST, self.count_against),
            count_abstain=self._count(BallotOption.ABSTAIN, self.count_abstain),
            counts_printed=self.is_counted or self.has_numbers or self.count_abstain is not None,
            explanations=tuple(self.explanations),
            referral=self.referral,
            evidence=self.evidence,
        )

    def _key(self, name: FoundName) -> str:
        return (name.person or party_of(name.party, self.year, self.roster) or name.party or "").casefold()

    def _keys(self, *options: BallotOption) -> set[str]:
        """The persons who cast these, and the parties that they are printed with."""
        voters = [voter for cast, voter in self.ballots if cast in options]
        return {_voter_key(voter) for voter in voters} | {voter.party.casefold() for voter in voters if voter.party}

    def _is_contradicted(self) -> bool:
        """Whether a printed tally speaks against the result: that is then of another matter."""
        if self.result is None or self.count_for is None or self.count_against is None:
            return False
        lead = self.count_for - self.count_against
        return (lead > 0 and self.result.value == "rejected") or (lead < 0 and self.result.value == "approved")

    def _count(self, option: BallotOption, printed: int | None) -> int | None:
        """The printed tally, else the number of those listed; None where a block has no number."""
        if printed is not None:
            return printed
        counts = self.block_counts.get(option) or []
        if len(counts) > 1 and None in counts[:-1] and counts[-1] is not None and 1 not in counts:
            return counts[-1]  # "V, A og I (4)": the number is that of all
        known = [count for count in counts if count is not None] if counts else []
        return sum(known) if counts and len(known) == len(counts) else None


def to_voter(
    paragraph: Paragraph, name: FoundName, offset: int, year: int | None, rule: str, roster: Roster | None = None
) -> Voter:
    """A name of a list as a voter, with the party as it is printed there."""
    return Voter(
        person=name.person,
        party=party_of(name.party, year, roster),
        party_surface=name.party,
        evidence=paragraph.evidence(offset + name.start, offset + name.end, rule),
    )


def party_of(surface: str | None, year: int | None, roster: Roster | None = None) -> str | None:
    """The full name of a party, its letters where they are unknown; None of those outside the parties ("UP")."""
    if surface is None or surface.casefold() in (*vote_patterns().no_party, *vote_patterns().outside_parties):
        return None
    letters = _LIST.sub("", surface)
    return (roster.lists.get(letters) if roster else None) or party_named(letters, year) or letters


def are_strangers(names: Sequence[FoundName], roster: Roster) -> bool:
    """Whether nothing but its form makes a party of any of these: "Ventelisten", where no legend or member has it.

    In a row with somebody who is sure ("A, Strandlisten og Bo Dahl (F)"), a local list is sure too.
    """
    named = {word for text in (*roster.lists.values(), *_parties_of(roster)) for word in text.casefold().split()[:1]}
    return bool(names) and all(
        name.is_form_alone and (name.party or "").casefold().split()[0] not in named for name in names
    )


def _parties_of(roster: Roster) -> list[str]:
    return [one.party for one in roster.members if one.party]


def _voter_key(voter: Voter) -> str:
    return (voter.person or voter.party or voter.party_surface or "").casefold()


def _number(digits: str | None) -> int | None:
    if digits is None:
        return None
    return 0 if digits.casefold() == _NOBODY else int(digits)
