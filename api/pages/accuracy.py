"""How often the rules are right, as it was measured: ``accuracy.json``, which ``python -m bench.quality`` writes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, NonNegativeInt, PositiveInt, model_validator

from extract.measuring.evaluation import Figures

FILE = Path(__file__).with_name("accuracy.json")
Counts = tuple[NonNegativeInt, NonNegativeInt, NonNegativeInt]  # gold, found, right


class Measured(StrEnum):
    """The kinds of fact that readers are told of, as `extract.measuring.kinds` names them, in the page's order."""

    ITEM = "item"
    TITLE = "title"
    CASE_NUMBER = "case_number"
    DECISION = "decision"
    OUTCOME = "outcome"
    VOTE_EVENT = "vote_event"
    BALLOT = "ballot"
    ATTENDANCE = "attendance"


class BlindRun(BaseModel):
    """What was found in minutes before those who wrote the rules had seen them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: PositiveInt
    kinds: dict[Measured, Counts]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if missing := set(Measured) - set(self.kinds):
            raise ValueError(f"Nothing is told of {', '.join(sorted(missing))}.")
        if wrong := [kind for kind, (gold, found, right) in self.kinds.items() if right > min(gold, found)]:
            raise ValueError(f"More is right than there is of {', '.join(wrong)}.")
        return self

    def of(self, kind: Measured) -> Figures:
        """The figures of a kind."""
        return Figures(*self.kinds[kind])


class Accuracy(BaseModel):
    """The first runs over all invented minutes, and the latest of them alone, whose rules are nearest to today's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    whole: BlindRun
    latest: BlindRun


@cache
def load_accuracy() -> Accuracy:
    """The figures as they were last written."""
    return Accuracy.model_validate_json(FILE.read_bytes())
