"""The machinery behind every figure: who is slow is found slow, and gains are not losses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bench.racing import Comparison, Turn, percentile, race


class Watch:
    """A clock that only moves when work says so."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.log: list[str] = []

    def __call__(self) -> float:
        return self.seconds

    def work(self, name: str, seconds: float, units: int = 1) -> Callable[[], int]:
        def run() -> int:
            self.log.append(name)
            self.seconds += seconds
            return units

        return run


@pytest.mark.parametrize(("ours", "peer", "ratio"), [(1.0, 3.0, 3.0), (3.0, 1.0, 1 / 3), (2.0, 2.0, 1.0)])
def test_a_slow_peer_is_a_gain_and_a_quick_one_a_loss(ours: float, peer: float, ratio: float) -> None:
    watch = Watch()
    found = race(watch.work("ours", ours), watch.work("peer", peer), 4, clock=watch)
    assert found.ratio == pytest.approx(ratio)
    assert (found.ours, found.peer) == (ours, peer)


def test_ours_and_the_peer_take_turns_after_a_warm_up_that_is_not_counted() -> None:
    watch = Watch()
    found = race(watch.work("ours", 1), watch.work("peer", 1), 3, clock=watch)
    assert watch.log == ["ours", "peer", "ours", "peer", "peer", "ours", "ours", "peer"]
    assert len(found.turns) == 3


def test_what_runs_before_a_turn_is_not_counted() -> None:
    watch = Watch()
    found = race(
        watch.work("ours", 1), watch.work("peer", 2), 2, before=watch.work("before", 50), clock=watch, warm_up=False
    )
    assert (found.ours, found.peer) == (1, 2)
    assert watch.log == ["before", "ours", "before", "peer", "before", "peer", "before", "ours"]


def test_costs_are_counted_by_the_unit() -> None:
    watch = Watch()
    found = race(watch.work("ours", 10, units=100), watch.work("peer", 1, units=5), 3, clock=watch)
    assert found.ours == pytest.approx(0.1)
    assert found.peer == pytest.approx(0.2)
    assert found.ratio == pytest.approx(2)


def test_one_round_that_was_disturbed_changes_the_spread_and_not_the_ratio() -> None:
    found = Comparison((Turn(1, 2), Turn(10, 2), Turn(1, 2), Turn(1, 2), Turn(1, 20)))
    assert found.ratio == 2
    assert found.spread == (0.2, 20)


def test_a_planted_slow_peer_is_found_slow_on_the_real_clock() -> None:
    def count(to: int) -> Callable[[], int]:
        return lambda: 1 + 0 * sum(number * number for number in range(to))

    assert race(count(50_000), count(1_000_000), 3).ratio > 4
    assert race(count(1_000_000), count(50_000), 3).ratio < 0.25


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 51), (0.99, 100), (1.0, 100)])
def test_percentiles(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == value
