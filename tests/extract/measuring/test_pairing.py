import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.measuring.facts import Fact, Kind, Scope
from extract.measuring.pairing import likeness, pair

BY_LINE, BY_TEXT = Kind("by_line", scope=Scope.LINE), Kind("by_text", alike=0.5)
LINE_FACTS = st.lists(st.builds(Fact, st.sampled_from([("a",), ("b",)]), st.tuples(st.integers(1, 5))), max_size=8)
TEXT_FACTS = st.lists(
    st.builds(
        Fact,
        st.just(("1",)),
        wordings=st.tuples(st.sampled_from(["a b c", "a b d", "a d e", "f"])),
        optional=st.booleans(),
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bygges af granit", "bygges af granit", 1.0),
        ("bygges af granit", "granit af bygges", 0.999),
        ("bygges af granit", "bygges af beton", 2 * 2 / 6),
        ("bygges", "bygges bygges", 2 * 1 / 3),
        ("bygges", "rives", 0.0),
        ("...", "!", 0.0),
    ],
)
def test_likeness(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)
    assert likeness(other, one) == likeness(one, other)


def test_the_likest_text_goes_first_then_the_nearest_line() -> None:
    gold = [Fact(("1",), (3,), wordings=("a b c d",)), Fact(("1",), (9,), wordings=("a b c x",))]
    found = [Fact(("1",), (9,), wordings=("a b c x",)), Fact(("1",), (8,), wordings=("a b c d",))]
    assert pair(gold, found, BY_TEXT).missed == ()
    near = [Fact(("a",), (4,)), Fact(("a",), (6,))]
    assert pair([Fact(("a",), (5,)), Fact(("a",), (4,))], near, BY_LINE, tolerance=1).missed == ()


def test_required_gold_goes_before_optional() -> None:
    gold = [Fact(("a",), (1,), optional=True), Fact(("a",), (1,))]
    paired = pair(gold, [Fact(("a",), (1,))], BY_LINE)
    assert (len(paired.right), paired.missed, paired.extra) == (1, (), ())


def test_a_line_on_one_side_only_is_endlessly_far() -> None:
    assert pair([Fact(("a",), (1,))], [Fact(("a",))], BY_LINE, tolerance=99).right == ()
    assert len(pair([Fact(("a",))], [Fact(("a",))], BY_LINE).right) == 1


@given(LINE_FACTS, LINE_FACTS, st.integers(0, 2))
def test_every_fact_has_one_fate(gold: list[Fact], found: list[Fact], tolerance: int) -> None:
    paired = pair(gold, found, BY_LINE, tolerance)
    assert len(paired.right) + len(paired.missed) == len(gold)
    assert len(paired.right) + len(paired.extra) == len(found)
    assert not {(fact.key, fact.line) for fact in paired.missed} & {(fact.key, fact.line) for fact in paired.extra}


@given(TEXT_FACTS)
def test_facts_against_themselves_are_perfect(facts: list[Fact]) -> None:
    paired = pair(facts, facts, BY_TEXT)
    assert (paired.missed, paired.extra) == ((), ())
    assert len(paired.right) == sum(not fact.optional for fact in facts)


@given(LINE_FACTS, LINE_FACTS)
def test_gold_and_found_mirror_each_other(gold: list[Fact], found: list[Fact]) -> None:
    there, back = pair(gold, found, BY_LINE), pair(found, gold, BY_LINE)
    assert len(there.right) == len(back.right)
    assert sorted(map(str, there.missed)) == sorted(map(str, back.extra))
