from __future__ import annotations

from pathlib import Path

import pytest

from cypher.migrations import Migration, Stage, migrations
from graph.errors import MigrationChanged, MigrationMissing, MigrationNewer, StoreError
from graph.migrating import outstanding
from graph.store import BoltGraphStore
from graph.values import Row


def step(number: int, stage: Stage = Stage.LOADING, text: str = "CREATE A") -> Migration:
    return Migration(number, f"step_{number}", stage, Path(f"{number}_step_{number}.cypher"), (text,))


def record(of: Migration) -> Row:
    return {"number": of.number, "name": of.name, "digest": of.digest}


STEPS = (step(1), step(2), step(3, Stage.SEARCH), step(4))


class TestOutstanding:
    @pytest.mark.parametrize(
        ("taken", "until", "left"),
        [
            ([], Stage.SEARCH, [1, 2, 3, 4]),
            ([], Stage.LOADING, [1, 2, 4]),
            ([1, 2, 4], Stage.LOADING, []),
            ([1, 2, 4], Stage.SEARCH, [3]),
            ([4, 1], Stage.SEARCH, [2, 3]),
            ([1, 2, 3, 4], Stage.SEARCH, []),
        ],
    )
    def test_are_those_not_recorded_up_to_the_stage(self, taken: list[int], until: Stage, left: list[int]) -> None:
        recorded = [record(STEPS[number - 1]) for number in taken]
        assert [each.number for each in outstanding(recorded, STEPS, until)] == left

    @pytest.mark.parametrize(
        ("recorded", "known", "error", "named"),
        [
            ([step(1, text="CREATE B")], STEPS, MigrationChanged, "1_step_1.cypher"),
            ([step(5)], STEPS, MigrationNewer, "step 5"),
            ([step(1), step(2)], (step(1), step(3)), MigrationMissing, "cypher/schema/2_step_2"),
            ([step(1)], (), MigrationNewer, "step 1"),
        ],
    )
    def test_a_step_that_is_not_at_hand_is_told_with_its_cure(
        self, recorded: list[Migration], known: tuple[Migration, ...], error: type[StoreError], named: str
    ) -> None:
        with pytest.raises(error) as caught:
            list(outstanding([record(each) for each in recorded], known, Stage.SEARCH))
        assert named in caught.value.message + caught.value.cure
        assert "read the documents into a new store" in caught.value.cure


class TestApplySchema:
    def steps(self, store: BoltGraphStore, *stages: Stage) -> list[str]:
        return [step.name for step in migrations(store.dialect) if step.stage in stages]

    def taken(self, store: BoltGraphStore) -> list[str]:
        return [row["n"] for row in store.read("MATCH (m:Migration) RETURN m.name AS n ORDER BY m.number")]

    def test_records_each_step_once_and_the_search_when_it_is_asked_for(self, store: BoltGraphStore) -> None:
        store.apply_schema(Stage.LOADING)
        store.apply_schema(Stage.LOADING)
        assert self.taken(store) == self.steps(store, Stage.LOADING)
        store.apply_schema()
        store.apply_schema()
        assert self.taken(store) == self.steps(store, *Stage)

    def test_search_finds_in_danish_what_was_there_before_the_index(self, store: BoltGraphStore) -> None:
        store.apply_schema(Stage.LOADING)
        store.write("CREATE (:AgendaItem {id: 'x', title: 'Skolerne i Søby', text: 'Ærø'})")
        store.apply_schema()
        query = "CALL db.index.fulltext.queryNodes('search', $q, {limit: 5}) YIELD node RETURN node.id AS id"
        assert store.read(query, q="skole") == store.read(query, q="ærø") == [{"id": "x"}]

    def test_a_store_of_a_newer_program_is_left_alone(self, store: BoltGraphStore) -> None:
        store.apply_schema()
        store.write("CREATE (:Migration {id: '99', number: 99, name: 'of_tomorrow', digest: 'x'})")
        with pytest.raises(MigrationNewer, match="of_tomorrow"):
            store.apply_schema()

    def test_a_step_that_was_edited_is_told(self, store: BoltGraphStore) -> None:
        store.apply_schema()
        store.write("MATCH (m:Migration {number: 2}) SET m.digest = 'x'")
        with pytest.raises(MigrationChanged, match="2_indexes"):
            store.apply_schema()

    def test_what_was_cut_off_is_taken_again(self, store: BoltGraphStore) -> None:
        store.apply_schema()
        store.write("MATCH (m:Migration {number: 2}) DELETE m")
        store.apply_schema()
        assert self.taken(store) == self.steps(store, *Stage)
