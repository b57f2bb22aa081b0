"""One meeting printed in many ways: whatever the form of its headings and lists, the same points are read.

Each table holds forms of one part of minutes; a form is tried with ordinary forms of the other parts. `{n}` is the
number of a point, `{t}` its title, `{c}` its case number, `{b}` the body, `{d}` the day, `{x}` what was decided.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.evidence import value_of
from extract.grammar import parse
from extract.reading import read
from extract.records import AttendeeKind, MeetingRecord

TITLES = (
    "Godkendelse af dagsorden",
    "Ny skaterbane ved Søby Havn",
    "Budgetopfølgning pr. 31. marts",
    "Orientering om cykelstier",
)
NUMBERS = ("24/1021", "23/880", "24/1190", "22/5531")
DECISIONS = ("Dagsordenen blev godkendt.", "Godkendt.", "Taget til efterretning.", "Udsat til næste møde.")
FIRST = 41

PRESENT = ["Anna Berg", "Bo Dahl", "Carla von Eng"]
ABSENT = ["Dan El-Friis"]
MEMBERS = "Medlemmer\nAnna Berg (A), formand\nBo Dahl (V)\nCarla von Eng (F)\nAfbud: Dan El-Friis (O)"

NAMED = (
    "Punkt {n}: {t}",
    "Punkt {n} - {t}",
    "Punkt nr. {n}: {t}",
    "Punkt {n} Åbent: {t}",
    "Punkt {n} ({c}) {t}",
    "Punkt {n} – {c} – {t}",
    "Punkt {n} af 44: {t}",
    "Punkt {n}\t{t}",
    "{t}\nPunkt {n}",
    "Punkt: {n}\nTitel: {t}",
    "Titel: {t}\nPunkt: {n}",
    "Punkt nr.: {n}\nOverskrift: {t}",
    "PUNKT {n}\n{t}",
    "Dagsordenspunkt {n}\n{t}",
    "Sagspunkt {n} – {t}",
    "Åbent punkt {n}: {t}",
    "Pkt. {n}. {t}",
    "Pkt.{n} {t}",
    "Sag {n}: {t}",
    "Sag nr. {n}. {t}",
    "Mødesag {n} {t}",
    "Emne {n}: {t}",
    "Punktoverskrift: {n}. {t}",
    "Nr. {n} {t}",
    "Løbenr. {n} {t}",
    "{t} (pkt. {n})",
    "{t}                        (punkt {n})",
)
NUMBERED = (
    "{n}. {t}",
    "{n} {t}",
    "{n}) {t}",
    "{n}: {t}",
    "{n} - {t}",
    "{n} – {t}",
    "{n} | {t}",
    "{n}/2024 {t}",
    "{n}/3. {t}",
    "#{n} {t}",
    "[{n}] {t}",
    "({n}) {t}",
    "Ad {n}. {t}",
    "{n}.\n{t}",
    "{n}\n{t}",
    "{n}. (Åben) {t}",
    "{n} Åben: {t}",
    "{n} (Å) {t}",
    "{n}. {t} (åben)",
    "{n}. {t} - åbent",
    "{n}. {c} - {t}",
    "{n}. {c}: {t}",
    "{n}. {t} ({c})",
    "{n}   {c}   {t}",
    "{n} ({c}): {t}",
    "{n} [{c}] {t}",
    "**{n}. {t}**",
    "## {n}. {t}",
)
LEARNED = (  # of no family: what is constant around the number shows the document itself
    "2024/{n} {t}",
    "{n} // {t}",
    "{n} • {t}",
    "{n}> {t}",
    "{n}; {t}",
    "{n} af 44: {t}",
    "{n}. punkt: {t}",
    "Dagsordenens punkt {n}: {t}",
    "Dagsordenens {n}. punkt: {t}",
    "Punkt nr. {n} på dagsordenen: {t}",
    "Ad pkt. {n} {t}",
    "Kulturudvalget - {n}. {t}",
    "KUL-{n} {t}",
    "§ {n}. {t}",
    "Åben {n}. {t}",
    "*** {n} {t}",
    "Pkt. nr.: {n} Emne: {t}",
    "Nummer {n}: {t}",
    "{t} [{n}]",
)
UNNUMBERED = ("{t}", "{c} {t}", "{c} - {t}")
HEADINGS = NAMED + NUMBERED + LEARNED + UNNUMBERED

CASE_LINES = (
    "Sagsnr. {c}",
    "Sagsnr.: {c}",
    "Sag: {c}",
    "J.nr. {c}",
    "{c}",
    "Sagsid: {c}",
    "Journalnummer: {c}",
    "Acadresag: {c}",
    "Sag nr.: {c}",
    "ESDH-sagsnr.: {c}",
    "Åben sag · Sagsnr. {c}",
    "Sagsnr. {c} · Åben",
    "Sagsnr.: {c} Åbent",
    "Åben sag: Ja\nSagsnr.: {c}",
    "Offentligt punkt\nSags-id {c}",
    "Offentligt punkt, sag {c}",
    "Sagsnr.: {c}   Forvaltning: Teknik og Miljø",
    "Sagsnr. {c}, Sagsbehandler: ABC",
    "Sagsnr.: {c} Dok.nr.: 24-0012345",
)

DECISION_HEADINGS = (
    "Beslutning",
    "Beslutning:",
    "BESLUTNING",
    "Beslutning i {b} den {d}",
    "Beslutning {b} {d}",
    "Beslutning fra {b}, {d}",
    "Beslutning i {b}, {d}, pkt. {n}",
    "Beslutning - {b}, {d}",
    "Beslutning, {b} {d}",
    "Beslutning - {b} - {d}",
    "Beslutning den {d}",
    "Beslutning {d}:",
    "Beslutning truffet af {b} den {d}:",
    "Beslutninger i {b} {d}",
    "Behandlet i {b} {d}",
    "{b} den {d}",
    "{b}, {d}:",
    "{b}, den {d}",
    "{b}s beslutning den {d}",
    "{b}s beslutning:",
    "{b} besluttede den {d}:",
    "{b} besluttede den {d} (pkt. {n}):",
    "KULTURUDVALGETS BESLUTNING",
    "KULTURUDVALGETS BESLUTNING 07-05-2024",
    "Udvalgets beslutning",
    "Beslutningstekst:",
    "Afgørelse",
    "Konklusion",
    "Sagens udfald",
)

ATTENDANCE = (
    MEMBERS,
    "Deltagere: Anna Berg (A), Bo Dahl (V) og Carla von Eng (F).\nAfbud: Dan El-Friis (O).",
    "Til stede: Anna Berg, Bo Dahl, Carla von Eng\nFraværende: Dan El-Friis",
    "Mødedeltagere\nFormand Anna Berg (A)\nNæstformand Bo Dahl (V)\nCarla von Eng (F)\n\nFraværende\nDan El-Friis (O)",
    "Medlemmer\nAnna Berg (A) (Formand)\nBo Dahl (V)\nCarla von Eng (F)\nDan El-Friis (O) (Afbud)",
    "Anna Berg (A) - Formand\nBo Dahl (V)\nCarla von Eng (F)\nDan El-Friis (O) - Afbud",
    "Anna Berg (A)\nBo Dahl (V)\nCarla von Eng (F)\n\nAfbud:\nDan El-Friis (O)",
    "Deltagere\n 1. Anna Berg (A), formand\n 2. Bo Dahl (V)\n 3. Carla von Eng (F)\n\nDeltog ikke\nDan El-Friis (O)",
    "Mødedeltagere:\nA: Anna Berg\nV: Bo Dahl\nF: Carla von Eng\nFraværende:\nO: Dan El-Friis",
    "Mødt var formand Anna Berg (A), Bo Dahl (V) og Carla von Eng (F).\n\nAfbud var meldt af Dan El-Friis (O).",
    "Tilstede var: Anna Berg (A), Bo Dahl (V) samt Carla von Eng (F)\nDer var afbud fra: Dan El-Friis (O)",
    "Følgende var til stede: Anna Berg (A), Bo Dahl (V), Carla von Eng (F)\nFølgende var fraværende: Dan El-Friis (O)",
    "Alle var mødt undtagen Dan El-Friis (O)\n\n"
    "Medlemmer: Anna Berg (A), Bo Dahl (V), Carla von Eng (F), Dan El-Friis (O)",
    "Udvalgets medlemmer: Anna Berg (formand), Bo Dahl (næstformand), Carla von Eng, Dan El-Friis\n"
    "Afbud fra Dan El-Friis",
    "Deltagere                     Afbud\nAnna Berg (A)                 Dan El-Friis (O)\nBo Dahl (V)\n"
    "Carla von Eng (F)",
    "Navn                Parti   Fremmøde\nAnna Berg           A       Ja\nBo Dahl             V       Ja\n"
    "Carla von Eng       F       Ja\nDan El-Friis        O       Nej",
    "Fremmøde\nAnna Berg (A) var mødt\nBo Dahl (V) var mødt\nCarla von Eng (F) var mødt\n"
    "Dan El-Friis (O) var fraværende",
    "Medlemmer\nAnna Berg, Socialdemokratiet\nBo Dahl, Venstre\nCarla von Eng, SF\n"
    "Fraværende\nDan El-Friis, Dansk Folkeparti",
    "Medlemmer:\nAnna Berg (A) – formand – til stede\nBo Dahl (V) – til stede\n"
    "Carla von Eng (F) – til stede\nDan El-Friis (O) – afbud",
    "Deltagere:\n- Anna Berg, formand (A)\n- Bo Dahl (V)\n- Carla von Eng (F)\n\nAfbud:\n- Dan El-Friis (O)",
    "Deltagere\nAnna Berg (A), Bo Dahl (V), Carla von Eng (F)\n\nAfbud\nDan El-Friis (O)",
    "Til stede var: Formand Anna Berg (A), Bo Dahl (V), Carla von Eng (F). Afbud: Dan El-Friis (O).",
    "Mødt:\nAnna Berg\nBo Dahl\nCarla von Eng\nIkke mødt:\nDan El-Friis",
    "Mødedeltagere: Anna Berg, Bo Dahl, Carla von Eng\nFraværende: Dan El-Friis (afbud)",
    "Fremmødte\n1. Anna Berg (A)\n2. Bo Dahl (V)\n3. Carla von Eng (F)\nFraværende\n4. Dan El-Friis (O)",
    "Udvalgsmedlemmer\nAnna Berg (A), formand\t\tX\nBo Dahl (V)\t\tX\nCarla von Eng (F)\t\tX\n"
    "Dan El-Friis (O)\t\tAfbud",
    "Deltagere fra udvalget: Anna Berg, Bo Dahl, Carla von Eng.\nAfbud fra: Dan El-Friis.",
    "Tilstede:\nAnna Berg (Socialdemokratiet), formand\nBo Dahl (Venstre)\nCarla von Eng (SF)\n\n"
    "Fraværende med afbud:\nDan El-Friis (Dansk Folkeparti)",
    "Medlemmer: Anna Berg (A) (formand), Bo Dahl (V) (næstformand), Carla von Eng (F), Dan El-Friis (O)\n"
    "Fravær: Dan El-Friis (O)",
    "Alle var mødt undtagen Dan El-Friis.\nMedlemmer: Anna Berg, Bo Dahl, Carla von Eng, Dan El-Friis",
    "Mødedeltagere\nMedlem: Anna Berg (A)\nMedlem: Bo Dahl (V)\nMedlem: Carla von Eng (F)\nFraværende\n"
    "Medlem: Dan El-Friis (O)",
    "Formand: Anna Berg (A)\nNæstformand: Bo Dahl (V)\nMedlem: Carla von Eng (F)\nAfbud: Dan El-Friis (O)",
    "Følgende medlemmer deltog:\nAnna Berg (A)\nBo Dahl (V)\nCarla von Eng (F)\n"
    "Følgende medlemmer havde meldt afbud:\nDan El-Friis (O)",
    "Medlemmer (3 af 4)\nAnna Berg (A)\nBo Dahl (V)\nCarla von Eng (F)\n\nAfbud (1)\nDan El-Friis (O)",
    "Tilstedeværende medlemmer: Anna Berg, Bo Dahl og Carla von Eng\nIkke tilstede: Dan El-Friis",
    "Deltagere: Anna Berg (A); Bo Dahl (V); Carla von Eng (F)\nAfbud: Dan El-Friis (O)",
    "Deltagere: Anna Berg / Bo Dahl / Carla von Eng\nAfbud: Dan El-Friis",
    "Deltagere: Anna Berg | Bo Dahl | Carla von Eng\nAfbud: Dan El-Friis",
    "Socialdemokratiet: Anna Berg\nVenstre: Bo Dahl\nSF: Carla von Eng\nAfbud: Dan El-Friis (Dansk Folkeparti)",
    "Mødedeltagere\nAnna Berg\nFormand\nBo Dahl\nNæstformand\nCarla von Eng\nMedlem\nFraværende\nDan El-Friis\nMedlem",
    "Mødte medlemmer: Anna Berg, Bo Dahl, Carla von Eng\nMedlemmer med afbud: Dan El-Friis",
    "Deltog: Anna Berg, Bo Dahl, Carla von Eng\nDeltog ikke: Dan El-Friis",
    "Fremmøde:\nAnna Berg - Deltog\nBo Dahl - Deltog\nCarla von Eng - Deltog\nDan El-Friis - Afbud",
    "Fraværende: Dan El-Friis\n\nDeltagere:\nAnna Berg\nBo Dahl\nCarla von Eng",
    "Medlemmer\n Anna Berg\n Bo Dahl\n Carla von Eng\n Dan El-Friis (afbud)",
    "Medlemmer\nAnna Berg (til stede)\nBo Dahl (til stede)\nCarla von Eng (til stede)\nDan El-Friis (fraværende)",
)


def printed(
    heading: str = "Punkt {n}: {t}",
    case_line: str = "",
    decision: str = "Beslutning i {b} den {d}",
    members: str = MEMBERS,
    *,
    contents: bool = False,
) -> str:
    """The minutes in these forms; without blank lines under headings where they have a table of contents."""
    lines = ["Søby Kommune", "", "Referat", "Kulturudvalget", "7. maj 2024 kl. 16.00", "", members, ""]
    if contents:
        lines += [
            "Indholdsfortegnelse",
            *(f"{FIRST + at}. {title} ........ {at + 2}" for at, title in enumerate(TITLES)),
            "",
        ]
    for at, (title, number, decided) in enumerate(zip(TITLES, NUMBERS, DECISIONS, strict=True)):
        words = {"n": FIRST + at, "t": title, "c": number, "b": "Kulturudvalget", "d": "7. maj 2024"}
        lines += [heading.format(**words), *([case_line.format(**words)] if case_line else [])]
        lines += [] if contents else [""]
        if at:
            lines += ["Sagsfremstilling", "Forvaltningen har set på sagen, og udvalget får her en status.", ""]
            lines += ["Indstilling", "Forvaltningen indstiller, at sagen godkendes.", ""]
        lines += [decision.format(**words), decided, ""]
    return "\n".join(lines)


def record(text: str, folder: Path) -> MeetingRecord:
    path = folder / "referat.txt"
    path.write_text(text, "utf-8")
    (found,) = parse(read(path))
    return found


def check_points(found: MeetingRecord, heading: str, case_line: str = "") -> None:
    assert tuple(item.title_canonical or item.title.value for item in found.items) == TITLES
    is_numbered = heading not in UNNUMBERED
    assert [item.number for item in found.items] == [
        str(FIRST + at) if is_numbered else None for at in range(len(TITLES))
    ]
    is_given = "{c}" in heading + case_line
    assert tuple(value_of(item.case_number) for item in found.items) == (NUMBERS if is_given else (None,) * 4)
    assert [[one.text for one in item.decisions if one.own] for item in found.items] == [[one] for one in DECISIONS]


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_of_points_over_a_case_number(heading: str, tmp_path: Path) -> None:
    check_points(record(printed(heading, "Sagsnr. {c}"), tmp_path), heading, "Sagsnr. {c}")


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_of_points_without_a_case_number(heading: str, tmp_path: Path) -> None:
    check_points(record(printed(heading, decision="Beslutning"), tmp_path), heading)


@pytest.mark.parametrize("heading", NAMED + NUMBERED + LEARNED)
def test_headings_of_points_under_a_table_of_contents(heading: str, tmp_path: Path) -> None:
    check_points(record(printed(heading, "Sagsnr. {c}", "Beslutning", contents=True), tmp_path), heading, "{c}")


@pytest.mark.parametrize("case_line", CASE_LINES)
@pytest.mark.parametrize("heading", ["Punkt {n}: {t}", "{n}. {t}", "{t}"])
def test_lines_of_case_numbers(heading: str, case_line: str, tmp_path: Path) -> None:
    check_points(record(printed(heading, case_line), tmp_path), heading, case_line)


@pytest.mark.parametrize("decision", DECISION_HEADINGS)
@pytest.mark.parametrize("heading", ["Punkt {n}: {t}", "{n}. {t}"])
def test_headings_of_decisions(heading: str, decision: str, tmp_path: Path) -> None:
    check_points(record(printed(heading, "{c}", decision), tmp_path), heading, "{c}")


@pytest.mark.parametrize("members", ATTENDANCE)
def test_lists_of_members(members: str, tmp_path: Path) -> None:
    found = record(printed(members=members), tmp_path)
    listed = [(one.name, one.status.value) for one in found.attendees if one.kind is AttendeeKind.MEMBER]
    assert sorted(listed) == [*((name, "present") for name in PRESENT), *((name, "absent") for name in ABSENT)]
    assert len(listed) == len(found.attendees)
