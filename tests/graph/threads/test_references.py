from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.threads.corpus import Corpus
from graph.threads.likeness import load_weights
from graph.threads.links import Link, LinkStatus, LinkType
from graph.threads.references import Rule, body_by_initials, find_references, said_in
from tests.graph.threads.town import COUNCIL, CULTURE, EARLY, LATER, NAMES, SAME_DAY, START, meeting, reference, town

SWIMMING = "Byrådet godkendte den 3. april 2023, at svømmehallen holder åbent søndag formiddag."


def only(corpus: Corpus) -> Link:
    [link] = find_references(corpus)
    return link


@pytest.mark.parametrize(
    ("number", "body", "rule", "end"),
    [
        ("3", COUNCIL, Rule.NUMBER, f"{EARLY.id}.3"),
        ("5", CULTURE, Rule.NUMBER, f"{SAME_DAY.id}.5"),
        ("3", None, Rule.NUMBER_OF_DAY, f"{EARLY.id}.3"),  # of the two meetings of that day one has a point 3
        ("1", None, Rule.SEVERAL, None),  # both have a point 1
        ("8", COUNCIL, Rule.NO_POINT, None),
        ("8", None, Rule.NO_POINT, None),
        ("3", CULTURE, Rule.NO_POINT, None),
    ],
)
def test_a_printed_number_decides(number: str, body: str | None, rule: Rule, end: str | None) -> None:
    link = only(town(reference("2023-04-03", number, body)))
    assert (link.type, link.start, link.rule, link.end) == (LinkType.STATED_REFERENCE, START, rule, end)
    assert link.item_number == number
    assert link.via == f"{START}.r"
    assert link.status is (LinkStatus.ACCEPTED if end else LinkStatus.POSSIBLE)


def test_the_name_of_a_citizen_is_no_reason_that_is_shown() -> None:
    said = "Byrådet godkendte den 3. april 2023, at svømmehallen holder åbent for Hanne Skovgaard søndag formiddag."
    corpus = town(reference("2023-04-03", sentence=said))
    named = [replace(each, title=f"{each.title} – Hanne Skovgaard") for each in corpus.points]
    link = only(replace(corpus, points=named))
    assert link.rule == Rule.LIKENESS
    assert "svømmehallen" in (link.detail or "")
    assert "Hanne" not in (link.detail or "")


def test_a_date_means_the_point_that_the_sentence_speaks_of() -> None:
    link = only(town(reference("2023-04-03", sentence=SWIMMING)))
    assert (link.type, link.rule, link.end) == (LinkType.DATE_REFERENCE, Rule.LIKENESS, f"{EARLY.id}.2")
    assert link.status is LinkStatus.ACCEPTED
    assert "svømmehallen" in (link.detail or "")


def test_without_a_body_all_meetings_of_the_day_are_candidates() -> None:
    link = only(town(reference("2023-04-03", body=None, sentence=SWIMMING)))
    assert link.end == f"{EARLY.id}.2"


def test_a_sentence_that_fits_no_point_means_the_meeting_alone() -> None:
    start = "Byrådet drøftede den 3. april 2023 brandstationens garager."
    link = only(town(reference("2023-04-03", sentence=start)))
    assert (link.rule, link.end, link.meeting) == (Rule.MEETING, None, EARLY.id)


def test_a_month_means_the_one_meeting_of_the_body_in_it() -> None:
    assert (
        only(town(reference("2023-04", sentence="Byrådet drøftede i april 2023 brandstationen."))).meeting == EARLY.id
    )
    two = town(reference("2023-04", sentence="Byrådet drøftede sagen."), more=(meeting(COUNCIL, date(2023, 4, 24)),))
    assert (only(two).rule, only(two).meeting, only(two).status) == (Rule.SEVERAL, None, LinkStatus.POSSIBLE)


@pytest.mark.parametrize("printed", ["2023-04", "2023-Q2", "2023-spring", "2023-early", "--04"])
def test_a_partial_date_without_a_body_or_meeting_means_nothing(printed: str) -> None:
    corpus = town(reference(printed, body=None), reference(printed.replace("2023", "2021"), key="s"))
    assert find_references(corpus) == []


def test_a_reference_leads_out_of_the_corpus() -> None:
    link = only(town(reference("2021-12-20", "14")))
    assert (link.rule, link.end, link.meeting, link.item_number) == (
        Rule.OUTSIDE,
        None,
        "nordlev.byraadet.2021-12-20",
        "14",
    )
    assert link.status is LinkStatus.ACCEPTED


def test_an_unknown_body_on_a_day_without_meetings_gives_no_link() -> None:
    corpus = town(reference("2021-12-20", "14", body=None))
    assert find_references(corpus) == []


def test_a_body_of_no_municipality_gives_no_link() -> None:
    assert find_references(town(reference("2021-12-20", body="nordlev.regionsraadet"))) == []


def test_two_meetings_of_one_body_on_one_day_leave_it_open() -> None:
    second = meeting(COUNCIL, date(2023, 4, 3), second="t1900")
    for number in ("2", None):
        link = only(town(reference("2023-04-03", number, sentence=SWIMMING), more=(second,)))
        assert (link.rule, link.end, link.status) == (Rule.SEVERAL, None, LinkStatus.POSSIBLE)


def test_what_has_been_decided_does_not_lie_ahead() -> None:
    ahead = meeting(COUNCIL, date(2023, 12, 4))
    wrong = only(
        town(reference("2023-12-04", sentence="Byrådet besluttede den 4. december 2023 at vente."), more=(ahead,))
    )
    assert (wrong.rule, wrong.end, wrong.status) == (Rule.FUTURE, None, LinkStatus.POSSIBLE)
    announced = "Sagen behandles i Byrådet den 4. december 2023."
    assert only(town(reference("2023-12-04", sentence=announced), more=(ahead,))).meeting == ahead.id


def test_a_point_that_lies_ahead_needs_more_confidence() -> None:
    ahead = meeting(COUNCIL, date(2023, 12, 4))
    sentence = "Svømmehallens cykelsti behandles i Byrådet den 4. december 2023."
    strict = replace(load_weights(), none=0.0, accepted=0.1, announced=0.999999)
    corpus = town(reference("2023-12-04", sentence=sentence), more=(ahead,))
    [link] = find_references(corpus, strict)
    assert (link.end, link.status) == (f"{ahead.id}.2", LinkStatus.POSSIBLE)
    [link] = find_references(corpus, replace(strict, announced=0.1))
    assert link.status is LinkStatus.ACCEPTED


def test_a_point_never_means_itself() -> None:
    link = only(town(reference("2023-09-04", "9")))
    assert (link.rule, link.end, link.status) == (Rule.ITSELF, None, LinkStatus.POSSIBLE)
    assert find_references(town(reference("2023-09-04", sentence=SWIMMING))) == []


def test_initials_are_those_of_a_body() -> None:
    assert body_by_initials("BY 3. april 2023 (pkt. 3", NAMES) == COUNCIL
    assert body_by_initials("PHU 3. april 2023", NAMES) == "nordlev.plan-og-havneudvalget"
    assert body_by_initials("3. april 2023 (pkt. 3", NAMES) is None
    assert only(town(reference("2023-04-03", "3", None, surface="BY 3. april 2023 (pkt. 3"))).end == f"{EARLY.id}.3"


def test_unknown_initials_are_no_other_body() -> None:
    assert find_references(town(reference("2023-04-03", "3", None, surface="XYU 3. april 2023 (pkt. 3"))) == []


def test_a_cell_of_a_table_speaks_by_its_row() -> None:
    row = "Lokalplan for havnefronten, boliger\tBY 3. april 2023\tI gang"
    cell = reference("2023-04-03", None, None, "BY 3. april 2023", "BY 3. april 2023")
    corpus = town(cell, text=row)
    assert said_in(cell, corpus.point[START]) == (row, None)
    assert only(corpus).end == f"{EARLY.id}.3"


def test_another_municipality_is_not_meant() -> None:
    corpus = replace(town(reference("2023-04-03", "3")), meetings=(LATER,))
    assert only(corpus).end is None


DAYS = st.sampled_from(["2023-04-03", "2023-04", "2023-09-04", "2021-12-20", "2024-01-08", "2023-Q2"])
BODIES = st.sampled_from([COUNCIL, CULTURE, None, "nordlev.ukendt"])
NUMBERS = st.sampled_from(["1", "3", "5", "9", None])
SENTENCES = st.sampled_from(["", SWIMMING, "Byrådet vedtog lokalplanen.", "Sagen behandles i Byrådet."])


@settings(max_examples=60)
@given(st.lists(st.tuples(DAYS, NUMBERS, BODIES, SENTENCES), max_size=6), st.randoms(use_true_random=False))
def test_links_do_not_depend_on_order_and_keep_the_rules(
    drawn: list[tuple[str, str | None, str | None, str]], shuffler: random.Random
) -> None:
    found = [
        reference(day, number, body, sentence, key=f"r{index}")
        for index, (day, number, body, sentence) in enumerate(drawn)
    ]
    corpus = town(*found)
    links = find_references(corpus)
    shuffled = {}
    for name in ("meetings", "points", "rulings", "references"):
        values = list(getattr(corpus, name))
        shuffler.shuffle(values)
        shuffled[name] = tuple(values)
    assert find_references(replace(corpus, **shuffled)) == links
    assert len({link.via for link in links}) == len(links) <= len(found)
    for link in links:
        assert link.end != link.start
        assert 0 < link.confidence <= 1
        assert link.end is None or corpus.point[link.end].meeting == link.meeting
        assert (link.type is LinkType.STATED_REFERENCE) == (link.item_number is not None)
