from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import JudgementsContradict
from graph.identity.judgements import RULE, Judgement, Partition, Status, Verdict, partition


def outcome(judgements) -> Partition | tuple[str, ...]:
    try:
        return partition(judgements)
    except JudgementsContradict as raised:
        return raised.cycle


IDS = st.sampled_from("abcdefgh")
KIND = "Person"


def judged(pair: str, verdict: Verdict = Verdict.SAME, author: str = RULE, confidence: float = 1.0) -> Judgement:
    left, right = pair
    return Judgement(KIND, left, right, verdict, author, confidence=confidence)


@st.composite
def one_judgement(draw, authors=(RULE,)):
    left, right = draw(st.lists(IDS, min_size=2, max_size=2, unique=True))
    verdict, author = draw(st.sampled_from(Verdict)), draw(st.sampled_from(authors))
    kind = draw(st.sampled_from(["Person", "Body"]))
    return Judgement(kind, left, right, verdict, author, confidence=draw(st.sampled_from([0.5, 0.9])))


RULES = st.lists(one_judgement(), max_size=14)
ALL = st.lists(one_judgement((RULE, "Anne")), max_size=14)


def test_ends_are_ordered_and_never_one():
    assert Judgement(KIND, "b", "a", Verdict.SAME) == Judgement(KIND, "a", "b", Verdict.SAME)
    with pytest.raises(ValueError, match="alone"):
        Judgement(KIND, "a", "a", Verdict.SAME)


def test_same_is_transitive():
    found = partition([judged("ab"), judged("cb"), judged("de")])
    assert found.clusters(KIND) == [("a", "b", "c"), ("d", "e")]
    assert found.together(KIND, "a", "c")
    assert not found.together(KIND, "a", "d")
    assert not found.together("Body", "a", "c")


def test_weaker_same_that_would_join_what_is_different_is_refused():
    weak, apart = judged("bc", confidence=0.6), judged("ac", Verdict.DIFFERENT)
    found = partition([judged("ab"), weak, apart])
    assert found.clusters(KIND) == [("a", "b")]
    [refused] = found.refused
    assert (refused.judgement, refused.against) == (weak, (apart,))


def test_between_equals_none_is_chosen():
    found = partition([judged("ab"), judged("bc"), judged("ad"), judged("ac", Verdict.DIFFERENT)])
    assert found.clusters(KIND) == [("a", "d")]
    assert [one.judgement.pair for one in found.refused] == [("a", "b"), ("b", "c")]


def test_person_beats_rule_either_way():
    apart = partition([judged("ab"), judged("ab", Verdict.DIFFERENT, "Anne")])
    assert apart.clusters(KIND) == []
    assert [one.status for one in apart.ruled if one.judgement.by_rule] == [Status.OVERRULED]
    joined = partition([judged("ab", Verdict.DIFFERENT), judged("ab", Verdict.SAME, "Anne")])
    assert joined.clusters(KIND) == [("a", "b")]
    assert [one.status for one in joined.ruled if one.judgement.by_rule] == [Status.OVERRULED]


def test_person_who_cannot_tell_stops_the_rules_and_no_person():
    unsure = judged("ab", Verdict.UNSURE, "Anne")
    assert partition([judged("ab"), unsure]).clusters(KIND) == []
    assert partition([unsure, judged("ac", author="Bo"), judged("bc", author="Bo")]).clusters(KIND) == [("a", "b", "c")]


def test_unsure_is_settled_by_what_others_say():
    unsure = judged("ac", Verdict.UNSURE)
    statuses = {one.judgement: one.status for one in partition([judged("ab"), judged("bc"), unsure]).ruled}
    assert statuses[unsure] is Status.SETTLED


def test_contradiction_of_people_names_the_whole_cycle():
    chain = [judged("ab", author="Anne"), judged("bc", author="Bo"), judged("cd", author="Anne")]
    with pytest.raises(JudgementsContradict) as raised:
        partition([*chain, judged("ad", Verdict.DIFFERENT, "Ida"), judged("de", author="Bo")])
    assert raised.value.cycle == (
        "a same b (Anne)",
        "b same c (Bo)",
        "c same d (Anne)",
        "a different d (Ida)",
    )
    assert "line" in raised.value.cure


def test_what_a_surer_same_was_refused_a_weaker_does_not_get():
    sure = [judged("ab"), judged("bc"), judged("ac", Verdict.DIFFERENT)]
    found = partition([*sure, judged("ab", confidence=0.5)])
    assert found.clusters(KIND) == []
    assert {one.against for one in found.refused} == {(sure[2],)}


@given(ALL, st.randoms())
def test_order_does_not_matter(judgements, chance: random.Random):
    shuffled = [*judgements, *judgements[:3]]
    chance.shuffle(shuffled)
    assert outcome(shuffled) == outcome(judgements)


@given(ALL)
def test_partition_is_one_and_what_holds_holds(judgements):
    try:
        found = partition(judgements)
    except JudgementsContradict:
        return
    for kind in ("Person", "Body"):
        members = [id_ for cluster in found.clusters(kind) for id_ in cluster]
        assert len(members) == len(set(members))
        assert all(len(cluster) > 1 for cluster in found.clusters(kind))
    for one in found.ruled:
        together = found.together(one.judgement.kind, *one.judgement.pair)
        if one.status is Status.HOLDS and one.judgement.verdict is not Verdict.UNSURE:
            assert together is (one.judgement.verdict is Verdict.SAME)
        if one.status is Status.HOLDS and one.judgement.by_rule:
            assert together is (one.judgement.verdict is Verdict.SAME)
        if one.status is Status.REFUSED:
            assert not together
            assert one.against


@given(RULES)
def test_nothing_is_together_without_a_chain_of_same(judgements):
    found = partition(judgements)
    held = [one.judgement for one in found.ruled if one.status is Status.HOLDS]
    assert partition([one for one in held if one.verdict is Verdict.SAME]).clusters(KIND) == found.clusters(KIND)


@given(ALL, one_judgement((RULE, "Anne")))
def test_adding_and_taking_away_restores_exactly(judgements, more):
    kept = [one for one in judgements if one != more]
    try:
        before = partition(kept)
        partition([*kept, more])
    except JudgementsContradict:
        return
    added = [*kept, more]
    added.remove(more)
    assert partition(added) == before


@given(RULES, one_judgement())
def test_more_reasons_to_keep_apart_never_join_more(judgements, more):
    if more.verdict is Verdict.DIFFERENT:
        before, after = partition(judgements), partition([*judgements, more])
        for cluster in after.clusters(more.kind):
            assert all(before.together(more.kind, cluster[0], id_) for id_ in cluster)
