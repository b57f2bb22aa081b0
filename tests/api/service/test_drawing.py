"""Drawings of the sample: what stands in them, in which order, and what is left out."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from api.errors import NotFound
from api.models import Drawing
from api.service.drawing import Key, Shown, belongs, find, only
from api.service.neighbourhood import neighbourhood
from api.service.networks import partner, voting
from api.service.ways import case_way, path
from graph.store import GraphStore
from tests.api.sample import CASE, COUNCIL, SECOND

COMMITTEE = "nordlev.teknik-og-miljoeudvalget"
HOLM, OEST = "person:nordlev.aase-holm", "person:nordlev.carl-oest"


def keys(drawing: Drawing) -> list[str]:
    return [node.key for node in drawing.nodes]


def links(drawing: Drawing, *types: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in drawing.links if not types or one.type in types}


class TestFind:
    def test_takes_a_key_or_an_id_alone(self, store: GraphStore) -> None:
        assert find(store, f"item:{CASE}").key == ("item", CASE)
        assert find(store, CASE).key == ("case", CASE)

    @pytest.mark.parametrize("text", ["case:nordlev.intet", "nordlev.intet", "ufo:nordlev", "plan:x", ":", ""])
    def test_tells_that_there_is_none(self, store: GraphStore, text: str) -> None:
        with pytest.raises(NotFound):
            find(store, text)


class TestMunicipality:
    @pytest.mark.parametrize(
        ("key", "kept"),
        [
            (("municipality", "nordlev"), True), (("municipality", "soeby"), False),
            (("item", f"{COMMITTEE}.2024-04-09.2"), True), (("item", "soeby.byraadet.2024-04-09.2"), False),
            (("person", "soeby.aase-holm"), False), (("organisation", "soeby.stinet"), False),
            (("organisation", "cykelforum"), True), (("law", "lov-om-offentlige-veje"), True),
            (("provision", "lov-om-offentlige-veje.p15-2"), True), (("provision", "soeby.vedtaegt.p3"), False),
        ],
    )  # fmt: skip
    def test_keeps_what_is_of_it_or_of_none(self, key: Key, kept: bool) -> None:
        assert belongs(key, "nordlev") is kept
        assert belongs(key, None)

    def test_what_is_drawn_of_another_stays_alone(self, store: GraphStore) -> None:
        assert keys(partner(store, "cykelforum", municipality="soeby")) == ["organisation:cykelforum"]
        assert partner(store, "cykelforum", municipality="nordlev") == partner(store, "cykelforum")
        drawn = neighbourhood(store, "body:soeby.teknik-og-miljoeudvalget", municipality="nordlev")
        assert keys(drawn) == ["body:soeby.teknik-og-miljoeudvalget"]
        assert not drawn.truncated

    def test_a_way_leads_through_no_other(self, store: GraphStore) -> None:
        ends = (OEST, "organisation:cykelforum")
        assert path(store, *ends, municipality="nordlev") == path(store, *ends)
        assert keys(path(store, *ends, municipality="soeby")) == sorted(ends, reverse=True)

    def test_what_is_opened_keeps_to_it(self, store: GraphStore) -> None:
        opened = ["organisation:cykelforum"]
        drawn = neighbourhood(store, opened[0], depth=1, municipality="soeby", opened=opened)
        assert keys(drawn) == opened


class TestNeighbourhood:
    def test_draws_ballots_and_references_as_links(self, store: GraphStore) -> None:
        drawn = neighbourhood(store, f"item:{SECOND}", depth=1)
        item = f"item:{SECOND}"
        assert links(drawn, "VOTED_FOR", "VOTED_AGAINST") == {
            (HOLM, "VOTED_FOR", item),
            ("person:nordlev.bo-aeroe", "VOTED_FOR", item),
            (OEST, "VOTED_AGAINST", item),
        }
        assert (f"item:{COMMITTEE}.2024-05-07.1", "LINKS_TO", item) in links(drawn)
        assert (HOLM, "MEMBER_OF", f"body:{COMMITTEE}") not in links(drawn)
        assert (drawn.known, drawn.truncated, drawn.open_ended) == (len(drawn.nodes), False, False)

    @pytest.mark.parametrize(("depth", "limit"), [(2, 9), (3, 19)])
    def test_counts_once_what_is_left_out(self, store: GraphStore, depth: int, limit: int) -> None:
        whole = neighbourhood(store, f"item:{SECOND}", depth=depth, limit=300)
        part = neighbourhood(store, f"item:{SECOND}", depth=depth, limit=limit)
        assert len(part.nodes) < part.known <= whole.known

    def test_finds_every_link_between_what_is_drawn(self, store: GraphStore) -> None:
        near = neighbourhood(store, f"case:{CASE}", depth=2)
        wide = neighbourhood(store, f"case:{CASE}", depth=4, limit=300)
        within = set(keys(near))
        assert links(near) == {link for link in links(wide) if {link[0], link[2]} <= within}

    def test_keeps_the_best_connected(self, store: GraphStore) -> None:
        whole = neighbourhood(store, f"case:{CASE}")
        cut = neighbourhood(store, f"case:{CASE}", limit=6)
        assert set(keys(cut)) < set(keys(whole))
        assert (len(cut.nodes), cut.truncated, cut.known > 6) == (6, True, True)
        assert keys(cut)[0] == f"case:{CASE}"

    def test_an_opened_node_brings_what_stands_beside_it_and_moves_nothing(self, store: GraphStore) -> None:
        closed = neighbourhood(store, f"case:{CASE}", depth=1)
        opened = neighbourhood(store, f"case:{CASE}", depth=1, opened=[f"item:{SECOND}", "person:nobody"])
        brought = [node for node in opened.nodes if node.opened]
        assert set(keys(closed)) == set(keys(opened)) - {node.key for node in brought}
        assert {node.opened for node in brought} == {f"item:{SECOND}"}
        assert {node.depth for node in brought} == {2}
        assert {OEST, f"meeting:{COMMITTEE}.2024-04-09", "organisation:cykelforum"} <= set(keys(opened))
        assert links(closed) <= links(opened)
        assert (f"item:{SECOND}", "MENTIONS", "organisation:cykelforum") in links(opened)
        assert closed == neighbourhood(store, f"case:{CASE}", depth=1, opened=["person:nobody"])

    def test_a_view_leaves_out_kinds_and_days_but_never_the_middle(self, store: GraphStore) -> None:
        whole = neighbourhood(store, f"item:{SECOND}")
        seen = only(whole, Shown(frozenset({"item", "person"}), dt.date(2024, 4, 1), dt.date(2024, 4, 30)))
        assert f"item:{SECOND}" in keys(seen)
        assert {node.kind for node in seen.nodes if node.key != whole.center}.isdisjoint({"item", "person"})
        assert all(node.date is None or node.date.month == 4 for node in seen.nodes)
        assert links(seen) <= links(whole)
        assert only(whole, Shown()) == whole


class TestCaseWay:
    def test_leads_through_bodies_in_the_order_of_time(self, store: GraphStore) -> None:
        drawn = case_way(store, CASE)
        points = [f"item:{CASE}", f"item:{SECOND}", f"item:{COUNCIL}"]
        assert keys(drawn) == ["body:nordlev.byraadet", f"body:{COMMITTEE}", *points]
        assert links(drawn, "FOLLOWED_BY") == {(one, "FOLLOWED_BY", other) for one, other in pairwise(points)}
        assert (f"body:{COMMITTEE}", "HANDLED", points[0]) in links(drawn)
        assert links(drawn, "QUOTES") == {(points[2], "QUOTES", f"body:{COMMITTEE}")}
        assert (drawn.name, drawn.center) == ("Cykelsti langs Åvej", None)

    def test_a_point_leads_to_its_case(self, store: GraphStore) -> None:
        assert case_way(store, COUNCIL) == case_way(store, CASE)

    def test_says_what_is_near_where_there_is_none(self, store: GraphStore) -> None:
        with pytest.raises(NotFound) as caught:
            case_way(store, f"{CASE}2")
        assert caught.value.near[0].id == CASE


class TestPath:
    def test_is_a_shortest_way_from_end_to_end(self, store: GraphStore) -> None:
        drawn = path(store, OEST, "organisation:cykelforum")
        assert keys(drawn)[0] == OEST
        assert {node.key: node.depth for node in drawn.nodes} == {
            OEST: 0,
            f"item:{SECOND}": 1,
            "organisation:cykelforum": 2,
        }
        assert links(drawn) == {
            (OEST, "VOTED_AGAINST", f"item:{SECOND}"),
            (f"item:{SECOND}", "MENTIONS", "organisation:cykelforum"),
        }
        assert drawn.depth == 2

    def test_is_the_same_from_the_other_end(self, store: GraphStore) -> None:
        there, back = path(store, OEST, "law:lov-om-offentlige-veje"), path(store, "law:lov-om-offentlige-veje", OEST)
        assert links(there) == links(back)
        assert sorted(keys(there)) == sorted(keys(back))

    def test_never_leads_over_a_municipality(self, store: GraphStore) -> None:
        drawn = path(store, "person:nordlev.aase-holm", f"item:{COUNCIL}")
        assert all(node.kind != "municipality" for node in drawn.nodes)

    def test_the_ends_stand_alone_where_there_is_no_way(self, store: GraphStore) -> None:
        drawn = path(store, OEST, "item:soeby.teknik-og-miljoeudvalget.2024-03-12.1")
        assert (len(drawn.nodes), drawn.links, drawn.depth) == (2, (), 0)

    def test_from_a_thing_to_itself_is_no_step(self, store: GraphStore) -> None:
        assert keys(path(store, OEST, OEST)) == [OEST]


class TestVoting:
    def test_pairs_voted_alike_or_apart(self, store: GraphStore) -> None:
        drawn = voting(store, COMMITTEE)
        told = {(one.source, one.target): (one.type, one.count, one.among) for one in drawn.links}
        assert told == {
            (HOLM, "person:nordlev.bo-aeroe"): ("VOTED_ALIKE", 1, 1),
            (HOLM, OEST): ("VOTED_APART", 0, 1),
            ("person:nordlev.bo-aeroe", OEST): ("VOTED_APART", 0, 1),
        }
        assert drawn.name == "Teknik- og Miljøudvalget"

    def test_a_party_that_voted_as_a_block_stands_for_itself(self, store: GraphStore) -> None:
        assert keys(voting(store, "nordlev.byraadet")) == ["party:nordlev.venstre"]
        assert "party:nordlev.venstre" in keys(voting(store, "nordlev"))
        assert links(voting(store, "nordlev")) == links(voting(store, f"body:{COMMITTEE}"))

    def test_few_votes_together_are_left_out(self, store: GraphStore) -> None:
        assert voting(store, COMMITTEE, least=2).links == ()

    def test_knows_bodies_and_municipalities_only(self, store: GraphStore) -> None:
        with pytest.raises(NotFound):
            voting(store, OEST)


class TestPartner:
    def test_has_to_do_with_bodies_and_cases_whose_points_name_it(self, store: GraphStore) -> None:
        drawn = partner(store, "cykelforum")
        assert links(drawn) == {
            (f"body:{COMMITTEE}", "MENTIONS", "organisation:cykelforum"),
            (f"case:{CASE}", "MENTIONS", "organisation:cykelforum"),
        }
        assert [one.count for one in drawn.links] == [1, 1]
        assert drawn == partner(store, "organisation:cykelforum")

    def test_can_be_opened(self, store: GraphStore) -> None:
        drawn = partner(store, "cykelforum", opened=[f"case:{CASE}"])
        assert f"item:{SECOND}" in keys(drawn)
        assert (f"item:{SECOND}", "MENTIONS", "organisation:cykelforum") in links(drawn)

    def test_is_one_of_organisations(self, store: GraphStore) -> None:
        with pytest.raises(NotFound):
            partner(store, "nordlev.aase-holm")
