"""What of a point is prose."""

from datetime import date
from pathlib import Path

import pytest

from extract.document import Document
from extract.entities.context import Context
from extract.entities.passages import Parts, Stamp, read_passage
from extract.grammar import parse
from extract.mentions import BodyName
from extract.reading import read
from extract.records import ItemRecord

STAMP = Stamp(Context("Søby Kommune", BodyName("Byrådet", "Byrådet"), date(2024, 5, 14)))


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Søby Kommune, Byrådet, 14.5.2024", True),
        ("Søby Byråd            14-05-2024        3", True),
        ("Referat fra Byrådets møde den 14. maj 2024", True),
        ("Søby Kommune · Kirkevej 30", True),
        ("Søby Kommune", True),
        ("Byrådet den 14. maj 2024:", False),  # the heading of a decision
        ("Byrådet, 12. april 2024", False),  # another day
        ("Søby Kommune deltager den 14. maj 2024", False),
        ("Byrådet", False),
    ],
)
def test_page_heads_are_no_prose(line: str, stamp: bool) -> None:
    assert STAMP.prints(line) is stamp


HEAD = """REFERAT Kultur- og Miljøudvalget d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 16:00

Mødedeltagere Anna B. Lund, Bo Krag, Ida Søholm

Punkt 7: Status på havnen

"""


def point(body: str, folder: Path) -> tuple[ItemRecord, Document]:
    """The only point of invented minutes."""
    path = folder / "a.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    document = read(path, municipality="Søby Kommune")
    (record,) = parse(document)
    (item,) = record.items
    return item, document


def test_a_row_in_brackets_goes_on_after_the_end_of_its_line(tmp_path: Path) -> None:
    rows = ["For stemte 3 (Anna B. Lund, Bo Krag,", "Ida Søholm).", "Havnen (V) og byen,", "hegnet."]
    told = read_passage(*point("\n\n".join(["Sagsfremstilling", *rows]), tmp_path)).text.split("\n")
    assert "For stemte 3 (Anna B. Lund, Bo Krag, Ida Søholm)." in told
    assert "hegnet." in told  # no bracket was open


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Sagsfrem- Nordlev Varme A/S bygger.", "Nordlev Varme A/S bygger."),
        ("Sagsfremstilling: Nordlev Varme A/S bygger.", "Nordlev Varme A/S bygger."),
        ("Sagsfremstilling", None),
        ("Havne- og Fritidsudvalget bygger.", None),
    ],
)
def test_a_label_is_no_part_of_its_text_also_where_its_column_breaks_it(
    printed: str, text: str | None, tmp_path: Path
) -> None:
    item, document = point("Sagsfremstilling\n\nHavnen er åben.\n", tmp_path)
    heading = document.line(item.sections[0].first_line)
    start = Parts(item).after_heading(heading, printed)
    assert (printed[start:] if start else None) == text
