from __future__ import annotations

import random
from dataclasses import replace

import pytest

from extract.records import ItemKind
from graph.threads.links import LinkStatus, LinkType
from graph.threads.mentioning import find_mentions
from tests.graph.threads.nordlev import COUNCIL, CULTURE, ROADS, Nordlev

EARLY, LATE, LAST = "2024-01-09", "2024-02-06", "2024-03-05"


def found(nordlev: Nordlev):
    return [(link.start, link.end, link.rule, link.status, link.via) for link in find_mentions(nordlev.corpus())]


def notices(nordlev: Nordlev, day: str, *texts: str, body: str = CULTURE):
    point = nordlev.point(day, "Gensidig orientering", "24/1", kind=ItemKind.NOTICES, body=body, text="\n".join(texts))
    return point, [nordlev.notice(point, text) for text in texts]


def test_a_number_in_a_text_names_its_case():
    nordlev = Nordlev()
    nordlev.point(EARLY, "Ny cykelsti ved åen", "23/5", body=ROADS)
    here = nordlev.point(EARLY, "Ny cykelsti ved åen", "23/5")
    nordlev.point(LAST, "Ny cykelsti ved åen", "23/5")
    later = nordlev.point(LATE, "Takster for havnen", "24/7")
    named = nordlev.named_number(later, "23/5")
    assert found(nordlev) == [(later.id, here.id, "named_number", LinkStatus.ACCEPTED, named.id)]
    assert not find_mentions(nordlev.corpus())[0].type.joins


def test_a_number_in_a_notice_is_named_by_the_notice():
    nordlev = Nordlev()
    case = nordlev.point(EARLY, "Ny cykelsti ved åen", "23/5")
    point, [_, notice] = notices(nordlev, LATE, "Mødet i maj er flyttet.", "Sag 23/5 er sendt i høring.")
    nordlev.named_number(point, "23/5")
    assert found(nordlev) == [(point.id, case.id, "named_number", LinkStatus.ACCEPTED, notice.id)]


def test_the_number_of_a_container_names_nothing():
    nordlev = Nordlev()
    notices(nordlev, EARLY)
    notices(nordlev, LAST)
    nordlev.named_number(nordlev.point(LATE, "Takster for havnen", "24/7"), "24/1")
    assert found(nordlev) == []


def test_titles_that_share_two_rare_words_are_related_the_later_to_the_earlier():
    nordlev = Nordlev()
    early = nordlev.point(EARLY, "Opnormering som følge af fiskeloven for kystfiskere", "23/5")
    late = nordlev.point(LATE, "Forlængelse af fiskelov for fordrevne kystfiskerne", "24/7")
    assert found(nordlev) == [(late.id, early.id, "titles_share_rare_words", LinkStatus.ACCEPTED, None)]
    assert find_mentions(nordlev.corpus())[0].detail == "fiskelov, kystfiskerne"


def test_a_form_of_titles_names_nothing():
    nordlev = Nordlev()
    for number in range(1, 6):
        nordlev.point(EARLY, f"Helhedstilsyn på Bosted {chr(64 + number) * 6} fra Kystvagten", f"23/{number}")
    assert found(nordlev) == []


NAME_TEXT = "Skibslygten uddeles hvert år. Skibslygten er en pris, og Skibslygten vises på rådhuset."


@pytest.mark.parametrize(
    ("title", "text", "body", "related"),
    [
        ("Evaluering af Skibslygten", NAME_TEXT, CULTURE, True),
        ("Evaluering af Skibslygten", "Prisen vises på rådhuset.", CULTURE, False),
        ("Evaluering af Skibslygten", NAME_TEXT, ROADS, False),
        ("Besøg hos Skibslygten", NAME_TEXT, CULTURE, False),
    ],
)
def test_one_name_relates_points_of_a_body_that_are_about_it(title, text, body, related):
    nordlev = Nordlev()
    early = nordlev.point(EARLY, "Skibslygten", "23/5", text=NAME_TEXT)
    late = nordlev.point(LATE, title, "24/7", text=text, body=body)
    assert found(nordlev) == ([(late.id, early.id, "titles_share_name", LinkStatus.ACCEPTED, None)] if related else [])


@pytest.mark.parametrize(
    ("text", "rule", "status"),
    [
        ("Partnerskabet med Den Maritime Fiskefond er afregnet.", "text_names_title", LinkStatus.ACCEPTED),
        ("Den maritime Fiskefond er nævnt.", "text_shares_rare_words", LinkStatus.POSSIBLE),
        ("Det maritime er nævnt. Fiskefonden er det også.", None, None),
    ],
)
def test_a_sentence_names_a_matter_by_the_words_of_its_title(text, rule, status):
    nordlev = Nordlev()
    early = nordlev.point(EARLY, "Partnerskab med Den Maritime Fiskefond", "23/5")
    late = nordlev.point(LATE, "Takster for havnen", "24/7", text=text)
    assert found(nordlev) == ([(late.id, early.id, rule, status, None)] if rule else [])


def test_a_notice_names_a_matter_and_the_whole_point_does_not():
    nordlev = Nordlev()
    early = nordlev.point(EARLY, "Opnormering efter fiskeloven for kystfiskere", "23/5")
    texts = "Mødet i maj er flyttet.", "Regeringen ændrer fiskeloven for kystfiskere."
    point, [_, notice] = notices(nordlev, LATE, *texts)
    assert found(nordlev) == [(point.id, early.id, "notice_shares_rare_words", LinkStatus.ACCEPTED, notice.id)]
    assert all(link.type is LinkType.MENTION for link in find_mentions(nordlev.corpus()))


def test_a_notice_that_is_given_again_is_related_to_the_one_before():
    nordlev = Nordlev()
    first, _ = notices(
        nordlev, EARLY, "Lodserne overtog sejladsen for fiskerne i de første måneder. Opgørelse vedlagt."
    )
    second, [again] = notices(
        nordlev, LATE, "Lodserne overtog sejlads for fiskerne i de første måneder. Se opgørelsen."
    )
    notices(nordlev, LAST, "Havnefesten holdes i august.")
    assert found(nordlev) == [(second.id, first.id, "notices_alike", LinkStatus.ACCEPTED, again.id)]


def test_what_every_meeting_prints_is_no_notice():
    nordlev = Nordlev()
    for day in (EARLY, LATE, LAST):
        notices(nordlev, day, "Tilhørerne bliver på tilhørspladserne bag rækværket.")
    assert found(nordlev) == []


def test_one_case_and_one_series_mention_each_other_in_no_other_way():
    nordlev = Nordlev()
    nordlev.point(EARLY, "Brugerundersøgelse af kystfiskere 2023", "23/5")
    nordlev.point(LATE, "Brugerundersøgelse af kystfiskere 2024", "24/7")
    nordlev.point(LAST, "Brugerundersøgelse af kystfiskere 2024", "24/7", body=COUNCIL)
    assert found(nordlev) == []


def test_nothing_is_named_in_an_unknown_municipality_and_order_does_not_matter():
    nordlev = Nordlev()
    for number, day in (("23/5", EARLY), ("24/7", LATE)):
        nordlev.point(day, f"Fiskelov for kystfiskere, sag {number}", number)
    notices(nordlev, LAST, "Fiskeloven for kystfiskere er ændret.")
    corpus = nordlev.corpus()
    points = list(corpus.points)
    random.Random(7).shuffle(points)
    assert find_mentions(replace(corpus, points=points)) == find_mentions(corpus) != []
    assert find_mentions(replace(corpus, municipality="ukendt")) == []
