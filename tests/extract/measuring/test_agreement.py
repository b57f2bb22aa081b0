"""Our figures against those of the definition: `score.py`, which comes with the gold."""

import copy
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.measuring.kinds import KINDS
from extract.measuring.score import evaluate
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
GOLD = SHARED / "gold"
Annotation = dict[str, Any]
Mutation = Callable[[Annotation, random.Random], None]
GARBAGE = ["x", 7, -1.5, True, [], {}, [1], ["x"], [None], [[]], [{}], {"a": 1}, [["a", "b", "c"]], None, "31/2"]


def items(found: Annotation) -> list[Annotation]:
    listed: list[Annotation] = found["items"]
    return listed


def tables(found: Annotation) -> list[tuple[Annotation, str]]:
    """Every list that holds something, with the object that it stands in."""
    return [
        (holder, key)
        for holder, key in fields(found)
        if isinstance(holder, dict) and isinstance(holder[key], list) and holder[key]
    ]


def fields(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in an annotation, as (object or list, key)."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from fields(value[key])


def some(values: list[Any], chance: random.Random, share: float = 0.2) -> list[Any]:
    return chance.sample(values, max(1, int(len(values) * share)))


def drop_rows(found: Annotation, chance: random.Random) -> None:
    for holder, key in some(tables(found), chance):
        if holder[key]:
            holder[key].pop(chance.randrange(len(holder[key])))


def repeat_rows(found: Annotation, chance: random.Random) -> None:
    for holder, key in some(tables(found), chance):
        holder[key] += [copy.deepcopy(chance.choice(holder[key])) for _ in range(chance.randint(1, 2))]


def move_lines(found: Annotation, chance: random.Random) -> None:
    numbered = [
        (holder, key) for holder, key in fields(found) if str(key).endswith("line") and isinstance(holder[key], int)
    ]
    for holder, key in some(numbered, chance):
        holder[key] += chance.choice((-2, -1, 1, 2))


def change_words(found: Annotation, chance: random.Random) -> None:
    texts = [(holder, key) for holder, key in fields(found) if isinstance(holder[key], str) and holder[key]]
    for holder, key in some(texts, chance):
        words = holder[key].split()
        if words:
            words[chance.randrange(len(words))] = chance.choice(
                ("", "andet", "ANDET.", words[0].upper(), words[-1] + "s")
            )
        holder[key] = " ".join(words)


def change_typography(found: Annotation, chance: random.Random) -> None:
    texts = [(holder, key) for holder, key in fields(found) if isinstance(holder[key], str)]
    for holder, key in some(texts, chance, 0.5):
        holder[key] = holder[key].replace(" ", "\u00a0 ").replace("-", "–").upper() + chance.choice(("", ".", " . "))


def swap_words(found: Annotation, chance: random.Random) -> None:
    for item in items(found):
        for table in ("recommendations", "attachments"):
            item[table] = [" ".join(chance.sample(text.split(), len(text.split()))) for text in item.get(table) or []]


def swap_rows(found: Annotation, chance: random.Random) -> None:
    for holder, key in some(tables(found), chance, 0.5):
        chance.shuffle(holder[key])


def move_between_items(found: Annotation, chance: random.Random) -> None:
    for table in ("organisations", "persons", "laws", "decisions", "relations", "date_refs"):
        giver, taker = chance.sample(items(found), 2)
        if giver.get(table):
            taker.setdefault(table, []).append(giver[table].pop())


def change_numbers(found: Annotation, chance: random.Random) -> None:
    numbers = [(h, k) for h, k in fields(found) if isinstance(h[k], int | float) and not isinstance(h[k], bool)]
    for holder, key in some(numbers, chance, 0.1):
        holder[key] = chance.choice((holder[key] + 1, str(holder[key]), float(holder[key]), None))


def forget_fields(found: Annotation, chance: random.Random) -> None:
    places = [(holder, key) for holder, key in fields(found) if isinstance(holder, dict)]
    for holder, key in some(places, chance, 0.05):
        holder.pop(key, None)


def wrong_forms(found: Annotation, chance: random.Random) -> None:
    for holder, key in some(list(fields(found)), chance, 0.002):
        if isinstance(holder, dict) or key < len(holder):
            holder[key] = copy.deepcopy(chance.choice(GARBAGE))


def spring_traps(found: Annotation, chance: random.Random) -> None:
    for trap in some(found["traps"], chance, 0.7):
        row = {
            **dict.fromkeys(("surface", "canonical", "name", "account", "text"), trap["surface"]),
            "line": trap["line"],
        }
        item = chance.choice(items(found))
        for table in ("organisations", "persons", "parties", "bodies", "accounts", "laws", "date_refs"):
            item[table].append(row | {"law": trap["surface"], "iso_or_partial": "2031-02"})
        item["attachments"].append(trap["surface"])
        item["attachment_lines"].append(trap["line"])
        item["decisions"].append({"text": trap["surface"], "line": trap["line"], "outcomes": ["approved", "noted"]})
        item["procedure"].append(row)
        item["money"].append(row | {"amount_dkk": 7})


def change_votes(found: Annotation, chance: random.Random) -> None:
    for item in items(found):
        for vote in item["votes"] or ([{}] if chance.random() < 0.2 else []):
            vote["for"] = [{"person": None, "party": "Alternativet"}, *vote.get("for", [])[1:]]
            vote["result"] = chance.choice(("approved", "rejected", None))
            vote["count_for"] = chance.choice((None, 2, "2"))
            vote["explanations"] = [{"persons": ["B", "A"]}]
            item["votes"] = [vote]


def mark_optional(found: Annotation, chance: random.Random) -> None:
    for item in items(found):
        for row in item["organisations"]:
            row["optional"] = chance.random() < 0.5
        item["relation_inferred"] = [chance.choice((True, False, 1)) for _ in item["relations"]]
        item["organisations"] += [{"surface": "Havnelauget", "canonical": "Havnelauget", "line": 30, "count": 2}]


def empty(found: Annotation, chance: random.Random) -> None:
    found.clear()


MUTATIONS: tuple[Mutation, ...] = (
    drop_rows, repeat_rows, move_lines, change_words, change_typography, swap_words, swap_rows, move_between_items,
    change_numbers, forget_fields, wrong_forms, spring_traps, change_votes, mark_optional, empty,
)  # fmt: skip


def gold() -> dict[str, Annotation]:
    return {path.stem: json.loads(path.read_bytes()) for path in sorted(GOLD.glob("[0-9][0-9][0-9].json"))}


def definition(gold_dir: Path, found: Path, *options: str) -> dict[str, Any]:
    """The figures by the definition."""
    command = [sys.executable, str(GOLD / "score.py"), str(gold_dir), str(found), "--json", "--show-errors", *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def assert_agreement(gold_dir: Path, found: Path, tolerance: int = 0) -> None:
    """Every figure, every listed fault and the labels of the problems; problems are worded in our own way."""
    theirs = definition(gold_dir, found, "--line-tolerance", str(tolerance))
    ours = evaluate(gold_dir, found, line_tolerance=tolerance).as_json(limit=None)
    assert ours["types"] == theirs["types"]
    assert ours["traps"] == theirs["traps"]
    assert ours["errors"] == theirs["errors"]
    assert [text.split(":")[0] for text in ours["problems"]] == [text.split(":")[0] for text in theirs["problems"]]


def write(folder: Path, annotations: dict[str, Annotation]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, annotation in annotations.items():
        (folder / f"{number}_x.json").write_text(json.dumps(annotation), encoding="utf-8")
    return folder


def test_gold_against_itself() -> None:
    assert_agreement(GOLD, GOLD)
    assert evaluate(GOLD, GOLD).figures()["total"].f1 == 1.0


def test_same_types_in_the_same_order() -> None:
    assert [*(kind.name for kind in KINDS), "total"] == list(definition(GOLD, GOLD)["types"])


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("seed", [1, 2])
def test_agreement_on_mutated_gold(tmp_path: Path, mutation: Mutation, seed: int) -> None:
    chance, found = random.Random(seed), gold()
    for annotation in found.values():
        mutation(annotation, chance)
    assert_agreement(GOLD, write(tmp_path / "found", found), tolerance=seed - 1)


@pytest.mark.parametrize("seed", range(10, 18))
def test_agreement_on_several_mutations_at_once(tmp_path: Path, seed: int) -> None:
    chance, found = random.Random(seed), gold()
    for annotation in found.values():
        for mutation in chance.sample(MUTATIONS[:-5], 3):
            mutation(annotation, chance)
    assert_agreement(GOLD, write(tmp_path / "found", found), tolerance=seed % 3)


@pytest.mark.parametrize("seed", range(20, 26))
def test_agreement_where_the_gold_is_the_poorer_one(tmp_path: Path, seed: int) -> None:
    chance, truth = random.Random(seed), gold()
    for annotation in truth.values():
        for mutation in (drop_rows, repeat_rows, move_lines, mark_optional):
            mutation(annotation, chance)
    folder = tmp_path / "gold"
    folder.mkdir()
    for number, annotation in truth.items():
        (folder / f"{number}.json").write_text(json.dumps(annotation), encoding="utf-8")
    assert_agreement(folder, GOLD, tolerance=seed % 2)
