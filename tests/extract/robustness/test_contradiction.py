"""A document that contradicts itself: what it states in both places is kept, as it is stated there."""

from __future__ import annotations

from datetime import date

import pytest

from extract.evidence import value_of
from extract.extraction import extract
from extract.reading import read
from extract.records import AttendanceStatus, BallotOption, MeetingRecord, Outcome

MINUTES = """Nordlev Kommune
Referat
Havneudvalget
Mødedato: 3. marts 2025
Medlemmer: Åse Toft (A), Bo Eng (V), Ib Lund (C), Ea Holm (F), Per Vig (O), Kaj Bro (B), Ida Ask (A)
Afbud fra: Bo Eng (V)

Punkt 1: Ny mole
Sagsnr.: 25/1204

Indstilling
Forvaltningen indstiller, at molen bygges.

Beslutning i Havneudvalget den 4. marts 2025
Godkendt med 5 stemmer mod 2.

For stemte: Åse Toft (A), Ib Lund (C), Ea Holm (F), Ida Ask (A).

Imod stemte: Bo Eng (V), Per Vig (O).

Punkt 2: Havnen

Beslutning
Godkendt.

Beslutning
Ikke godkendt.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> MeetingRecord:
    path = tmp_path_factory.mktemp("strid") / "referat.txt"
    path.write_text(MINUTES, encoding="utf-8")
    (found,) = extract(read(path))
    return found


def test_a_tally_and_names_that_do_not_add_up_both_stand(record: MeetingRecord) -> None:
    (vote,) = record.items[0].decisions[0].votes
    assert (vote.count_for, vote.count_against, vote.counts_printed) == (5, 2, True)
    assert [option for option, _ in vote.ballots] == [BallotOption.FOR] * 4 + [BallotOption.AGAINST] * 2


def test_who_sent_excuses_and_yet_voted_is_both(record: MeetingRecord) -> None:
    (vote,) = record.items[0].decisions[0].votes
    assert [one.name for one in record.attendees if one.status is AttendanceStatus.ABSENT] == ["Bo Eng"]
    assert (BallotOption.AGAINST, "Bo Eng") in [(option, voter.person) for option, voter in vote.ballots]


def test_two_dates_of_one_meeting_both_stand(record: MeetingRecord) -> None:
    assert value_of(record.date) == date(2025, 3, 3)
    assert record.items[0].decisions[0].date == date(2025, 3, 4)


def test_two_decisions_of_one_point_both_stand(record: MeetingRecord) -> None:
    outcomes = [one.outcomes for one in record.items[1].decisions]
    assert outcomes == [(Outcome.APPROVED,), (Outcome.REJECTED,)]
