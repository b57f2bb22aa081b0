"""An invented municipality whose points refer to each other, for the tests of references."""

from __future__ import annotations

from datetime import date

from extract.records import ItemKind
from graph import ids
from graph.threads.corpus import Corpus, Meeting, Point, Reference, Ruling

COUNCIL, CULTURE = "nordlev.byraadet", "nordlev.kulturudvalget"
NAMES = {COUNCIL: "Byrådet", CULTURE: "Kulturudvalget", "nordlev.plan-og-havneudvalget": "Plan- og Havneudvalget"}
MATTERS = {
    "1": ("Godkendelse af dagsorden", "Dagsordenen blev godkendt."),
    "2": ("Svømmehallens åbningstider", "Byrådet godkendte, at svømmehallen holder åbent søndag formiddag."),
    "3": ("Lokalplan for havnefronten", "Byrådet vedtog lokalplanen for boliger på havnefronten."),
    "4": ("Takster for musikskolen", "Byrådet besluttede at hæve musikskolens takster med to procent."),
}


def meeting(body: str, day: date, status: str = "held", second: str = "") -> Meeting:
    return Meeting(ids.meeting_id(body, day) + second, body, day, status)


def points(of: Meeting, matters: dict[str, tuple[str, str]] | None = None) -> list[Point]:
    """The points of a meeting, each with a text of its own."""
    found = []
    for ordinal, (number, (title, text)) in enumerate((matters or MATTERS).items(), 1):
        kind = ItemKind.AGENDA_APPROVAL if title.startswith("Godkendelse af dagsorden") else ItemKind.DECISION
        id_ = ids.item_id(of.id, number, ordinal)
        found.append(Point(id_, None, None, kind, title, of.date, of.id, ordinal, number, f"{title}\n{text}"))
    return found


def rulings(of: list[Point]) -> list[Ruling]:
    """The decision of each point: what stands under its title."""
    return [
        Ruling(f"{one.id}.decision", one.id, one.body, one.date, True, None, one.text.split("\n")[1], ()) for one in of
    ]


EARLY, SAME_DAY, LATER = (
    meeting(COUNCIL, date(2023, 4, 3)),
    meeting(CULTURE, date(2023, 4, 3)),
    meeting(COUNCIL, date(2023, 9, 4)),
)
CULTURE_MATTERS = {"1": ("Godkendelse af dagsorden", "Godkendt."), "5": ("Tilskud til koret", "Koret får tilskud.")}
ASKED = "Svømmehal: evaluering af søndagsåbent"


def town(*references: Reference, more: tuple[Meeting, ...] = (), text: str = "") -> Corpus:
    """Three meetings, and the references, which stand in point 9 of the last: an evaluation of the swimming hall."""
    asked = {"9": (ASKED, f"Svømmehallen har haft søndagsåbent i et halvt år.\n{text}")}
    known = [*points(EARLY), *points(SAME_DAY, CULTURE_MATTERS), *points(LATER, asked)]
    for each in more:
        known += points(each, {"2": ("Cykelsti langs fjorden", "Cykelstien anlægges.")})
    return Corpus(
        municipality="nordlev",
        meetings=(EARLY, SAME_DAY, LATER, *more),
        points=tuple(known),
        rulings=tuple(rulings(known)),
        references=references,
        body_names=NAMES,
    )


START = f"{LATER.id}.9"


def reference(
    day: str,
    number: str | None = None,
    body: str | None = COUNCIL,
    sentence: str = "",
    surface: str = "",
    key: str = "r",
) -> Reference:
    return Reference(f"{START}.{key}", START, day, number, body, surface, sentence)
