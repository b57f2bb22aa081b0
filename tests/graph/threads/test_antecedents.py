from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import ItemKind
from graph.threads.antecedents import IN_CORPUS, OF_MEETING, OUT_OF_CORPUS, find_antecedents
from graph.threads.corpus import Corpus, Point, Reference
from graph.threads.links import Link, LinkStatus, LinkType
from graph.threads.references import find_references
from tests.graph.threads.town import COUNCIL, CULTURE, EARLY, meeting, points, town

MEETINGS = tuple(meeting(CULTURE, date(2023, month, 9)) for month in (5, 6, 7, 8))


def citing(*cited: tuple[int, str, str | None, str]) -> Corpus:
    """Points of the culture committee that cite the council: (which meeting, day, number of the point, sentence)."""
    base = town()
    mine = [points(each, {"3": (f"Sag {index}", "Sagen blev drøftet.")})[0] for index, each in enumerate(MEETINGS)]
    references = tuple(
        Reference(f"{mine[which].id}.r{index}", mine[which].id, day, number, COUNCIL, "", sentence)
        for index, (which, day, number, sentence) in enumerate(cited)
    )
    return replace(base, meetings=(*base.meetings, *MEETINGS), points=(*base.points, *mine), references=references)


def antecedents(corpus: Corpus) -> list[Link]:
    return find_antecedents(corpus, find_references(corpus))


def ends(links: list[Link]) -> list[tuple[str, str, str]]:
    return [(link.rule, link.start[-12:-2], (link.end or "")[-12:-2]) for link in links]


def test_two_that_cite_one_point_are_related_the_later_to_the_earlier() -> None:
    [link] = antecedents(citing((2, "2023-04-03", "3", ""), (0, "2023-04-03", "3", "")))
    assert (link.type, link.status) == (LinkType.COMMON_ANTECEDENT, LinkStatus.ACCEPTED)
    assert ends([link]) == [(IN_CORPUS, "2023-07-09", "2023-05-09")]
    assert link.detail == f"{EARLY.id}.3"
    assert not link.type.joins


def test_a_chain_links_neighbours_only() -> None:
    links = antecedents(citing(*((which, "2023-04-03", "3", "") for which in range(4))))
    assert ends(links) == [
        (IN_CORPUS, "2023-06-09", "2023-05-09"),
        (IN_CORPUS, "2023-07-09", "2023-06-09"),
        (IN_CORPUS, "2023-08-09", "2023-07-09"),
    ]


def test_what_they_cite_may_lie_out_of_the_corpus() -> None:
    assert ends(antecedents(citing((0, "2021-12-20", "7", ""), (1, "2021-12-20", "7", "")))) == [
        (OUT_OF_CORPUS, "2023-06-09", "2023-05-09")
    ]
    assert antecedents(citing((0, "2021-12-20", "7", ""), (1, "2021-12-20", "8", ""))) == []


def test_a_meeting_of_many_points_needs_the_same_matter() -> None:
    pier, school = "Byrådet bevilgede penge til molen.", "Byrådet lukkede skolen i Søby."
    assert antecedents(citing((0, "2021-12-20", None, pier), (1, "2021-12-20", None, school))) == []
    related = antecedents(citing((0, "2021-12-20", None, pier), (1, "2021-12-20", None, pier)))
    assert ends(related) == [(OF_MEETING, "2023-06-09", "2023-05-09")]


def test_the_agenda_is_no_antecedent_and_housekeeping_cites_nothing() -> None:
    assert antecedents(citing((0, "2023-04-03", "1", ""), (1, "2023-04-03", "1", ""))) == []
    corpus = citing((0, "2023-04-03", "3", ""), (1, "2023-04-03", "3", ""))
    housekeeping = [replace(each, kind=ItemKind.NOTICES) if "kultur" in each.id else each for each in corpus.points]
    assert antecedents(replace(corpus, points=tuple(housekeeping))) == []


def test_what_is_announced_is_no_antecedent() -> None:
    announced = "Sagen behandles i Byrådet den 4. september 2023."
    assert antecedents(citing((0, "2023-09-04", "9", announced), (1, "2023-09-04", "9", announced))) == []


def test_points_of_one_number_are_one_case_already() -> None:
    corpus = citing((0, "2023-04-03", "3", ""), (1, "2023-04-03", "3", ""))
    numbered = [replace(each, number="nordlev.23-1") for each in corpus.points]
    assert antecedents(replace(corpus, points=tuple(numbered))) == []


CITED = st.tuples(
    st.integers(0, 3),
    st.sampled_from(["2023-04-03", "2021-12-20"]),
    st.sampled_from(["1", "2", "3", None]),
    st.sampled_from(["", "Byrådet vedtog lokalplanen for havnefronten."]),
)


@settings(max_examples=60)
@given(st.lists(CITED, max_size=8), st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_links_lead_back(
    cited: list[tuple[int, str, str | None, str]], shuffler: random.Random
) -> None:
    corpus = citing(*cited)
    links = find_references(corpus)
    found = find_antecedents(corpus, links)
    shuffled: list[Point] = list(corpus.points)
    shuffler.shuffle(links)
    shuffler.shuffle(shuffled)
    assert find_antecedents(replace(corpus, points=tuple(shuffled)), links) == found
    for link in found:
        assert link.end is not None
        assert corpus.point[link.end].place < corpus.point[link.start].place
