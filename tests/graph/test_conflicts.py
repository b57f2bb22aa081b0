"""What a document says in two ways: both statements with their evidence, and nothing of what is merely said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from extract.document import Media
from extract.records import (
    AttendanceStatus,
    BallotOption,
    ItemAbsence,
    ItemRecord,
    MeetingRecord,
    Outcome,
)
from graph.assembly import assemble
from graph.conflicts import ConflictKind, find_conflicts
from graph.documents import document_facts
from graph.dump import dump
from graph.leading import meetings
from graph.loading import load
from graph.store import BoltGraphStore
from tests.graph import records as r
from tests.graph.test_dump import difference, graph_of

DAY = date(2024, 1, 9)
ITEM = "nordlev.kultur-og-fritidsudvalget.2024-01-09.1"
FOR, AGAINST = BallotOption.FOR, BallotOption.AGAINST
ABSENT = AttendanceStatus.ABSENT


@pytest.fixture
def page() -> r.Page:
    return r.Page("a")


def voted(page: r.Page, *names: str | None, own: bool = True, **printed) -> ItemRecord:
    """A point where these voted for; None is a party as a block."""
    ballots = tuple((FOR, r.voter(page, name, "Cykellisten", "C")) for name in names)
    vote = r.vote(page, "Forslag om sti", ballots, **printed)
    return r.item(page, "1", "Sti", decisions=(r.decision(page, "Faldt.", day=DAY, votes=(vote,), own=own),))


def absent(page: r.Page, rule: str, *names: str, status: AttendanceStatus = ABSENT) -> tuple[ItemAbsence, ...]:
    return tuple(ItemAbsence(name, status, "item", page.evidence(name, rule)) for name in names)


def found(record: MeetingRecord) -> list[tuple[ConflictKind, str, str, str]]:
    return [
        (conflict.kind, conflict.subject, conflict.first.text, conflict.second.text)
        for item in record.items
        for conflict in find_conflicts(record, item)
    ]


class TestDays:
    def test_all_decisions_bear_another_day(self, page):
        points = [r.item(page, str(n), "Sti", decisions=(r.decision(page, "Ja.", day=DAY),)) for n in (1, 2)]
        record = r.meeting(page, DAY.replace(day=10), tuple(points))
        assert found(record) == [(ConflictKind.MEETING_DATES, "Kultur- og Fritidsudvalget", "2024-01-10", "2024-01-09")]
        (conflict,) = find_conflicts(record, points[0])
        assert [one.quote for one in conflict.second.evidence] == ["Beslutning i Kultur- og Fritidsudvalget"]

    def test_one_decision_of_a_later_day(self, page):
        later = r.item(page, "2", "Sti", decisions=(r.decision(page, "Ja.", day=DAY.replace(day=10)),))
        points = (r.item(page, "1", "Sti", decisions=(r.decision(page, "Ja.", day=DAY),)), later)
        assert found(r.meeting(page, DAY, points)) == [
            (ConflictKind.MEETING_DATES, "Kultur- og Fritidsudvalget", "2024-01-09", "2024-01-10")
        ]

    @pytest.mark.parametrize(
        "days",
        [
            [(date(2023, 12, 5),)],  # one point: what is quoted from before
            [(date(2023, 12, 5),), (DAY,)],
            [(date(2023, 12, 5), DAY), (DAY,)],
            [(date(2023, 12, 5), date(2023, 11, 7)), (date(2023, 12, 5),)],
            [(None,), (None,)],
            [(DAY,), (DAY,)],
        ],
    )
    def test_what_is_quoted_from_before_is_none(self, page, days):
        points = [
            r.item(page, str(n), "Sti", decisions=tuple(r.decision(page, "Ja.", day=day, own=False) for day in one))
            for n, one in enumerate(days, 1)
        ]
        assert found(r.meeting(page, DAY, tuple(points))) == []

    def test_another_body_decides_on_its_own_day(self, page):
        points = [
            r.item(page, str(n), "Sti", decisions=(r.decision(page, "Ja.", day=DAY.replace(day=30), body=r.COUNCIL),))
            for n in (1, 2)
        ]
        assert found(r.meeting(page, DAY, tuple(points))) == []


class TestTallies:
    @pytest.mark.parametrize("count", [1, 3])
    def test_more_or_fewer_names_than_votes(self, page, count):
        record = r.meeting(page, DAY, (voted(page, "Åse Bæk", "Ib Lund", count_for=count),))
        assert found(record) == [(ConflictKind.TALLY_NAMES, "1 for", str(count), "2: Åse Bæk, Ib Lund")]

    @pytest.mark.parametrize(
        ("names", "printed"),
        [
            (("Åse Bæk", "Ib Lund"), {"count_for": 2}),
            (("Åse Bæk", "Ib Lund"), {}),  # nothing is printed: the names were counted
            (("Åse Bæk", None), {"count_for": 5}),  # a block has any number of members
            ((), {"count_for": 5}),
        ],
    )
    def test_no_conflict(self, page, names, printed):
        assert found(r.meeting(page, DAY, (voted(page, *names, **printed),))) == []


class TestAbsentVoters:
    @pytest.mark.parametrize("at_point", [True, False])
    def test_who_is_away_and_votes(self, page, at_point):
        item = voted(page, "Åse Bæk", "Ib Lund")
        attendees = () if at_point else (r.member(page, "Åse Bæk", ABSENT),)
        absences = absent(page, "attendance.absent.item", "Åse Bæk") if at_point else ()
        record = r.meeting(page, DAY, (replace(item, absences=absences),), attendees=attendees)
        assert found(record) == [(ConflictKind.ABSENT_VOTED, "Åse Bæk", "absent", "for")]

    def test_who_came_late_was_not_away(self, page):
        late = absent(page, "attendance.arrived", "Åse Bæk", status=AttendanceStatus.ARRIVED)
        item = replace(voted(page, "Åse Bæk"), absences=late)
        assert found(r.meeting(page, DAY, (item,), attendees=(r.member(page, "Åse Bæk", ABSENT),))) == []

    def test_the_vote_of_another_body_is_no_matter(self, page):
        record = r.meeting(
            page, DAY, (voted(page, "Åse Bæk", own=False),), attendees=(r.member(page, "Åse Bæk", ABSENT),)
        )
        assert found(record) == []


class TestAbsences:
    ROWS, LIST = "attendance.absent.source", "attendance.absent.decision"

    @pytest.mark.parametrize(
        ("rows", "told"),
        [
            (["Åse Bæk"], ["Ib Lund"]),
            (["Åse Bæk", "Ib Lund"], ["Åse Bæk"]),
            (["Åse Bæk"], ["Åse Bæk", "Ib Lund"]),
        ],
    )
    def test_rows_and_text_differ(self, page, rows, told):
        absences = absent(page, self.ROWS, *rows) + absent(page, self.LIST, *told)
        record = r.meeting(page, DAY, (replace(r.item(page, "1", "Sti"), absences=absences),))
        assert found(record) == [(ConflictKind.ABSENCE_SOURCE, "absent", ", ".join(rows), ", ".join(told))]

    @pytest.mark.parametrize(("rows", "told"), [(["Åse Bæk"], ["Åse  bæk"]), (["Åse Bæk"], []), ([], ["Åse Bæk"])])
    def test_no_conflict_where_they_agree_or_one_is_silent(self, page, rows, told):
        absences = absent(page, self.ROWS, *rows) + absent(page, self.LIST, *told)
        assert found(r.meeting(page, DAY, (replace(r.item(page, "1", "Sti"), absences=absences),))) == []

    def test_a_row_may_be_told_as_disqualified(self, page):
        absences = absent(page, self.ROWS, "Åse Bæk", "Ib Lund") + absent(page, self.LIST, "Åse Bæk")
        absences += absent(page, "attendance.disqualified", "Ib Lund", status=AttendanceStatus.DISQUALIFIED)
        assert found(r.meeting(page, DAY, (replace(r.item(page, "1", "Sti"), absences=absences),))) == []


class TestDecisions:
    def decided(self, page, first, second, recommendations=("at stien anlægges",), **more) -> MeetingRecord:
        decisions = (
            r.decision(page, "A.", day=DAY, outcome=first),
            r.decision(page, "B.", day=DAY, outcome=second, **more),
        )
        return r.meeting(
            page, DAY, (r.item(page, "1", "Sti", decisions=decisions, recommendations=recommendations),)
        )  # fmt: skip

    def test_approved_and_rejected(self, page):
        record = self.decided(page, Outcome.APPROVED, Outcome.REJECTED)
        assert found(record) == [(ConflictKind.DECISION_TWICE, r.COMMITTEE.name, "approved", "rejected")]

    def test_no_conflict_where_both_can_be(self, page):
        assert found(self.decided(page, Outcome.NOTED, Outcome.APPROVED)) == []
        assert found(self.decided(page, Outcome.RECOMMENDED, Outcome.APPROVED)) == []

    def test_each_recommendation_may_have_its_own(self, page):
        assert found(self.decided(page, Outcome.APPROVED, Outcome.REJECTED, ("at A", "at B"))) == []

    def test_another_body_may_decide_otherwise(self, page):
        assert found(self.decided(page, Outcome.APPROVED, Outcome.REJECTED, own=False)) == []


class TestGraph:
    def test_a_conflict_stands_at_its_point_with_the_evidence_of_both(self, page):
        facts = assemble(r.meeting(page, DAY, (voted(page, "Åse Bæk", count_for=4),)))
        id_ = f"{ITEM}.conflict-tally-names-1-for"
        [row] = facts.nodes["Conflict"]
        assert row == {
            "id": id_, "kind": "tally-names", "subject": "1 for", "status": "open", "statement_a": "4",
            "statement_b": "1: Åse Bæk",
        }  # fmt: skip
        assert [(edge.start, edge.end) for _, edge in facts.edges("HAS_CONFLICT")] == [(ITEM, id_)]
        fields = {edge.props["field"] for kind, edge in facts.edges("HAS_EVIDENCE") if kind.start == "Conflict"}
        assert fields == {"statement_a", "statement_b"}

    def test_the_leading_document_tells_and_another_supports(self):
        def told(name: str, count: int, media: Media = Media.TEXT) -> MeetingRecord:
            page = r.Page(name, media)
            return r.meeting(page, DAY, (voted(page, "Åse Bæk", count_for=count),))

        def merged(*records: MeetingRecord):
            return meetings([reading for record in records for reading in document_facts([record]).readings])

        [facts] = merged(told("a", 4, Media.AGENDA_JSON), told("b", 4))
        supports = [edge for kind, edge in facts.edges("HAS_EVIDENCE") if kind.start == "Conflict"]
        assert (len(facts.nodes["Conflict"]), len(supports)) == (1, 4)
        [facts] = merged(told("a", 1, Media.AGENDA_JSON), told("b", 4))
        assert "Conflict" not in facts.nodes

    def test_a_document_read_anew_leaves_no_conflict_behind(self, store: BoltGraphStore):
        def corpus(count: int, extractor: str) -> list[list[MeetingRecord]]:
            page, other = r.Page("a"), r.Page("b", Media.PDF)
            records = [
                r.meeting(page, DAY, (voted(page, "Åse Bæk", count_for=count),), start=time(15)),
                r.meeting(other, DAY, (voted(other, "Åse Bæk", count_for=count),), start=time(17)),
            ]
            return [[replace(one, provenance=replace(one.provenance, extractor=extractor))] for one in records]

        contradicting = graph_of(store, corpus(4, "2"))
        assert any(b"conflict-tally-names" in line for line in contradicting)
        assert difference(contradicting, graph_of(store, corpus(4, "2")[::-1], group=1)) == []
        load(store, (record for document in corpus(1, "3") for record in document))
        assert difference(list(dump(store)), graph_of(store, corpus(1, "3"))) == []
        assert not any(b"conflict" in line for line in dump(store))
