from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.threads.gold import STRICT, WIDE, Printed, Standing, read_gold


def write(folder: Path, body: str, day: str, *points: tuple[str, str, str]) -> None:
    """A meeting as an agenda system serves it: points of number, title and HTML."""
    listed = [{"Number": number, "Navn": title, "Felter": [{"Html": text}]} for number, title, text in points]
    content = {"Udvalg": {"Navn": body}, "Moede": {"Dato": f"{day}T17:00:00"}, "Dagsordenpunkter": listed}
    (folder / f"{day}-{body[:5].casefold()}.json").write_text(json.dumps(content), encoding="utf-8")


def gold(tmp_path: Path, text: str, form=STRICT) -> list[Printed]:
    decided = "<h3>Beslutning</h3><span>Byrådet vedtog planen for molen.</span><h3>Fremstilling</h3>"
    write(tmp_path, "Byråd 2022-2025", "2023-04-03", ("3", "Molen i Søby", decided), ("4", "Koret", ""))
    write(tmp_path, "Plan- og Havneudvalget", "2023-04-03", ("3", "Bådpladser", ""))
    write(tmp_path, "Kulturudvalget", "2023-09-04", ("7", "Status på molen", f"<div>{text}</div>"))
    return [one for one in read_gold(tmp_path, "nordlev", form) if "kultur" in one.source]


COUNCIL = "nordlev.byraadet.2023-04-03"


@pytest.mark.parametrize(
    ("text", "standing", "target"),
    [
        ("Byrådet vedtog den 3. april 2023 (pkt. 3) molen.", Standing.HERE, f"{COUNCIL}.3"),
        ("Byrådet vedtog <b>den 3. april 2023</b> (punkt 3) molen.", Standing.HERE, f"{COUNCIL}.3"),
        ("Byrådet vedtog den 3. april 2023 (pkt. 4) molen.", Standing.MISPRINT, f"{COUNCIL}.4"),
        ("Byrådet vedtog den 3. april 2023 (pkt. 9) molen.", Standing.NUMBERLESS, None),
        ("Byrådet vedtog den 4. april 2023 (pkt. 3) molen.", Standing.ELSEWHERE, None),
        ("Udvalget drøftede den 3. april 2023 (pkt. 3) molen.", Standing.ELSEWHERE, None),
        ("Skoleudvalget drøftede den 3. april 2023 (pkt. 3) molen.", Standing.ELSEWHERE, None),
        ("Det skete den 3. april 2023 (pkt. 3).", Standing.OPEN, None),
        ("PHU den 3. april 2023 (pkt. 3), bådpladser", Standing.HERE, "nordlev.plan-og-havneudvalget.2023-04-03.3"),
    ],
)
def test_a_printed_reference_has_a_standing(tmp_path: Path, text: str, standing: Standing, target: str | None) -> None:
    [one] = gold(tmp_path, text)
    assert (one.standing, one.target, one.date[:7]) == (standing, target, "2023-04")
    assert one.source == "nordlev.kulturudvalget.2023-09-04.7"


def test_a_line_that_another_continues_is_one_sentence_with_it(tmp_path: Path) -> None:
    [one] = gold(tmp_path, "Først dette. Byrådet vedtog</div><div>den 3. april 2023 (pkt. 3) molen. Så det.")
    assert one.sentence == "Byrådet vedtog den 3. april 2023 (pkt. 3) molen."


def test_tables_abbreviate(tmp_path: Path) -> None:
    cell = "BY 3. apr. 2023 (pkt. 3) molen"
    assert gold(tmp_path, cell) == []
    assert [one.target for one in gold(tmp_path, cell, WIDE)] == [f"{COUNCIL}.3"]
