"""An invented municipality, written point by point: what the tests of follow-ups, plans and missing minutes read."""

from __future__ import annotations

from datetime import date

from extract.records import ItemKind
from graph import ids
from graph.threads.corpus import Bullet, Corpus, Meeting, NamedNumber, Point, Promise, Reference, Ruling, Step

COUNCIL, CULTURE, ROADS, FINANCE = (
    f"nordlev.{name}" for name in ("byraadet", "kulturudvalget", "vejudvalget", "oekonomiudvalget")
)
NAMES = {COUNCIL: "Byrådet", CULTURE: "Kulturudvalget", ROADS: "Vejudvalget", FINANCE: "Økonomiudvalget"}


class Nordlev:
    """Collects meetings and points; `corpus()` is what was written until then."""

    def __init__(self) -> None:
        self.meetings: dict[str, Meeting] = {}
        self.points: list[Point] = []
        self.rulings: list[Ruling] = []
        self.references: list[Reference] = []
        self.steps: list[Step] = []
        self.promises: list[Promise] = []
        self.bullets: list[Bullet] = []
        self.named_numbers: list[NamedNumber] = []

    def corpus(self) -> Corpus:
        return Corpus(
            "nordlev", list(self.meetings.values()), self.points, self.rulings, self.references, self.steps,
            self.promises, self.bullets, self.named_numbers, NAMES,
        )  # fmt: skip

    def point(
        self, day: str, title: str, number: str | None = None, *, body: str = CULTURE,
        kind: ItemKind = ItemKind.DECISION, item_number: str | None = None, decided: str | None = "Godkendt.",
        outcomes: tuple[str, ...] = ("approved",), text: str = "", status: str = "held",
    ) -> Point:  # fmt: skip
        on = date.fromisoformat(day)
        meeting = ids.meeting_id(body, on)
        self.meetings.setdefault(meeting, Meeting(meeting, body, on, status))
        ordinal = 1 + sum(point.meeting == meeting for point in self.points)
        item_number = item_number or str(ordinal)
        number_id = ids.case_number_id("nordlev", number) if number else None
        point = Point(
            f"{meeting}.{item_number}", number_id, number, kind, title, on, meeting, ordinal, item_number, text
        )
        self.points.append(point)
        if decided is not None:
            self.ruling(point, body, day, decided, own=True, outcomes=outcomes)
        return point

    def ruling(
        self, point: Point, body: str, day: str, text: str = "Anbefales.", *, own: bool = False,
        outcomes: tuple[str, ...] = ("recommended",), item_number: str | None = None,
    ) -> Ruling:  # fmt: skip
        id_ = ids.part_id(point.id, "decision", body.rpartition(".")[2], day)
        ruling = Ruling(id_, point.id, body, date.fromisoformat(day), own, item_number, text, outcomes)
        self.rulings.append(ruling)
        return ruling

    def promise(self, point: Point, kind: str, text: str, due: str | None = None, to: str | None = None) -> Promise:
        number = 1 + sum(promise.item == point.id for promise in self.promises)
        promise = Promise(f"{point.id}.followup-{number}", point.id, kind, text, due, to)
        self.promises.append(promise)
        return promise

    def reference(
        self, point: Point, day: str, sentence: str, *, body: str | None = CULTURE, number: str | None = None
    ) -> Reference:
        ordinal = 1 + len(self.references)
        reference = Reference(f"{point.id}.reference-{ordinal}", point.id, day, number, body, "mødet", sentence)
        self.references.append(reference)
        return reference

    def step(self, point: Point, body: str, day: str | None) -> Step:
        ordinal = 1 + sum(step.item == point.id for step in self.steps)
        on = date.fromisoformat(day) if day else None
        step = Step(f"{point.id}.step-{ordinal}", point.id, body, on, ordinal)
        self.steps.append(step)
        return step

    def notice(self, point: Point, text: str) -> Bullet:
        ordinal = 1 + sum(bullet.item == point.id for bullet in self.bullets)
        bullet = Bullet(f"{point.id}.notice-{ordinal}", point.id, ordinal, text)
        self.bullets.append(bullet)
        return bullet

    def named_number(self, point: Point, number: str) -> NamedNumber:
        named = NamedNumber(f"{point.id}.mention-1", point.id, ids.case_number_id("nordlev", number), number)
        self.named_numbers.append(named)
        return named
