from __future__ import annotations

import random
from dataclasses import replace

import pytest

from extract.records import ItemKind
from graph.threads.links import LinkStatus, LinkType
from graph.threads.series import find_series, take_apart
from tests.graph.threads.nordlev import COUNCIL, CULTURE, Nordlev


@pytest.mark.parametrize(
    ("title", "words", "years", "part"),
    [
        ("Brugerundersøgelse 2024", {"brugerundersøgelse"}, {"2024"}, ()),
        ("Budgetopfølgning pr. 31. marts 2023", {"budgetopfølgning"}, {"2023"}, ("31", "marts")),
        ("Budgetopfølgning 2 (2023)", {"budgetopfølgning"}, {"2023"}, ("2",)),
        ("Økonomirapport 3", {"økonomirapport"}, set(), ("3",)),
        ("Halvårsstatus på stierne, efterår 2025", {"status", "stierne"}, {"2025"}, ("efterår",)),
        ("2. behandling af Budget 2024-27", {"2.behandling", "behandling", "budget"}, {"2024-27"}, ()),
        ("Lokalplan 12.50 ved havnen", {"lokalplan", "12.50", "havnen"}, set(), ()),
        ("Fordeling af § 18-midler 2024", {"fordeling", "§ 18", "midler"}, {"2024"}, ()),
        ("Salg af Bakkevej 12", {"salg", "bakkevej", "12"}, set(), ()),
        ("Tillæg nr. 9 til kommuneplan 2017", {"tillæg", "nr", "9", "kommuneplan"}, {"2017"}, ()),
    ],
)  # fmt: skip
def test_a_title_is_taken_apart_into_matter_and_occasion(title, words, years, part):
    occasion = take_apart(title)
    assert (occasion.words, occasion.years, occasion.part) == (words, years, part)


ACCEPTED, POSSIBLE = LinkStatus.ACCEPTED, LinkStatus.POSSIBLE


@pytest.mark.parametrize(
    ("earlier", "later", "rule", "status"),
    [
        ("Brugerundersøgelse 2023", "Brugerundersøgelse 2024", "same_title_other_period", ACCEPTED),
        ("Budgetopfølgning 1 2023", "Budgetopfølgning 2 2023", "same_title_other_period", ACCEPTED),
        ("Flytning af værn og regnskab pr. 31. maj 2023", "Regnskab pr. 30. juni 2024 og flytning af værn",
         "same_title_other_period", ACCEPTED),
        ("Resultat af brugerundersøgelse 2023", "Resultat af KL brugerundersøgelse efterår 2024",
         "same_words_other_period", ACCEPTED),
        ("Godkendelse af takster for havnepladser 2023", "Orientering om takster for havnepladser 2024",
         "same_words_other_period", ACCEPTED),
        ("Status på havneplanen", "Status på havneplanen", "same_title_again", ACCEPTED),
        ("Ny cykelsti ved åen", "Ny cykelsti ved åen", "same_title_only", POSSIBLE),
        ("Godkendelse af takster 2023", "Orientering om stier 2024", None, None),
        ("Havneplan 2023-2026, 2. udkast", "Havneplan 2023-2026, 3. udkast", None, None),
        ("1. behandling af budget 2024", "2. behandling af budget 2025", None, None),
        ("Lokalplan 12.50", "Lokalplan 14.10", None, None),
        ("Tillæg nr. 9 til kommuneplan 2017", "Tillæg nr. 12 til kommuneplan 2021", None, None),
        ("Orientering", "Orientering", None, None),
        ("Resultat af brugerundersøgelse", "Resultat af KL brugerundersøgelse", None, None),
    ],
)  # fmt: skip
def test_what_comes_back_is_a_series(earlier, later, rule, status):
    nordlev = Nordlev()
    first, second = nordlev.point("2024-02-06", earlier, "24/1"), nordlev.point("2024-11-05", later, "24/2")
    links = find_series(nordlev.corpus())
    assert [(link.start, link.end, link.rule, link.status) for link in links] == (
        [(second.id, first.id, rule, status)] if rule else []
    )
    assert all(link.type is LinkType.SERIES for link in links)


def titled(nordlev: Nordlev, *days: str, **more):
    return [nordlev.point(day, f"Brugerundersøgelse {day[:4]}", f"{day[2:4]}/7", **more) for day in days]


def test_only_occasions_that_follow_each_other_are_linked():
    nordlev = Nordlev()
    first, second, third = titled(nordlev, "2022-02-06", "2023-02-06", "2024-02-06")
    found = {(link.start, link.end) for link in find_series(nordlev.corpus())}
    assert found == {(third.id, second.id), (second.id, first.id)}


def test_an_occasion_of_several_points_is_linked_once_from_its_first_to_the_last_before():
    nordlev = Nordlev()
    titled(nordlev, "2023-02-06")
    last = nordlev.point("2023-03-05", "Brugerundersøgelse 2023", "23/7")
    first = nordlev.point("2024-02-06", "Brugerundersøgelse 2024", "24/7")
    nordlev.point("2024-03-05", "Brugerundersøgelse 2024", "24/7")
    assert [(link.start, link.end) for link in find_series(nordlev.corpus())] == [(first.id, last.id)]


def test_points_of_one_case_are_no_series():
    nordlev = Nordlev()
    nordlev.point("2023-02-06", "Brugerundersøgelse 2023", "23/7")
    nordlev.point("2024-02-06", "Brugerundersøgelse 2024", "23/7")
    assert find_series(nordlev.corpus()) == []


def test_each_body_has_its_own_series_and_housekeeping_none():
    nordlev = Nordlev()
    titled(nordlev, "2023-02-06", body=CULTURE)
    titled(nordlev, "2024-02-06", body=COUNCIL)
    titled(nordlev, "2022-02-06", "2025-02-06", kind=ItemKind.NOTICES)
    assert find_series(nordlev.corpus()) == []


def test_one_year_printed_twice_is_one_occasion_unless_nearly_a_year_lies_between():
    nordlev = Nordlev()
    first = nordlev.point("2023-02-06", "Rådets beretning 2022", "23/7")
    nordlev.point("2023-06-06", "Rådets beretning 2022", "23/8")
    assert find_series(nordlev.corpus()) == []
    nordlev.point("2024-06-04", "Rådets beretning 2022", "24/7")
    [link] = find_series(nordlev.corpus())
    assert (link.rule, link.status, link.end == first.id) == ("same_title_only", POSSIBLE, False)


def test_a_municipality_that_is_not_known_has_no_series():
    nordlev = Nordlev()
    titled(nordlev, "2023-02-06", "2024-02-06")
    assert find_series(replace(nordlev.corpus(), municipality="ukendt")) == []


def test_series_do_not_depend_on_the_order_of_points():
    nordlev = Nordlev()
    titled(nordlev, "2022-02-06", "2023-02-06", "2024-02-06")
    nordlev.point("2023-05-06", "Status på brugerundersøgelse 2023", "23/9")
    corpus = nordlev.corpus()
    shuffled = list(corpus.points)
    random.Random(7).shuffle(shuffled)
    assert find_series(replace(corpus, points=shuffled)) == find_series(corpus)
