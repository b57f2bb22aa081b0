"""Saved web pages: what a reader sees, one line for each block."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document import Document, Media, Role
from extract.evidence import value_of
from extract.grammar import parse
from extract.reading import read

PAGE = """<!DOCTYPE html>
<html lang="da"><head><title>Referat</title><style>p { color: red }</style></head>
<body><nav><ul><li>Forside</li><li>Kontakt</li></ul></nav>
<table><tr><td><h1>Referat - Havneudvalget</h1>
<p>Mødedato: 3. marts 2025<br>Mødested: Lokale 2</p>
<h2>1. Godkendelse af dagsorden</h2>
<p>Sagsnr.: 25/101</p>
<h3>Beslutning</h3><p>Godkendt.</p>
<h2>2. Ny mole i Søby &amp; omegn</h2>
<p>Sagsnr.: 25/102</p>
<h3>Sagsfremstilling</h3>
<p>Molen er ny&shy;bygget.</p>
<table><tr><th>År</th><th>Kr.</th></tr><tr><td>2025</td><td>1.000</td></tr></table>
<h3>Beslutning</h3><p>Udsat.</p>
</td></tr></table>
<script>alert("x")</script></body></html>
"""


def page(tmp_path: Path, text: str, name: str = "referat.html") -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_page_is_shown_without_menus_and_scripts(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    assert document.provenance.media is Media.HTML
    shown = [line.text for line in document.lines if line.text]
    assert shown[:3] == ["Referat - Havneudvalget", "Mødedato: 3. marts 2025", "Mødested: Lokale 2"]
    assert not {"Forside", "Kontakt", 'alert("x")'} & set(shown)
    assert "2. Ny mole i Søby & omegn" in shown


def test_table_that_places_is_none_and_a_table_of_values_is_one(tmp_path: Path) -> None:
    rows = [line.cells for line in page(tmp_path, PAGE).lines if line.cells]
    assert rows == [("År", "Kr."), ("2025", "1.000")]


def test_points_of_a_page(tmp_path: Path) -> None:
    (record,) = parse(page(tmp_path, PAGE))
    assert [(item.number, item.title.value, value_of(item.case_number)) for item in record.items] == [
        ("1", "Godkendelse af dagsorden", "25/101"),
        ("2", "Ny mole i Søby & omegn", "25/102"),
    ]
    assert [item.decisions[0].text for item in record.items] == ["Godkendt.", "Udsat."]


def test_paragraphs_stand_apart_and_lines_do_not(tmp_path: Path) -> None:
    document = page(tmp_path, "<html><body><p>Et<br>To</p><p>Tre</p></body></html>")
    assert [(line.text, line.role) for line in document.lines] == [
        ("Et", Role.BODY),
        ("To", Role.BODY),
        ("", Role.BLANK),
        ("Tre", Role.BODY),
    ]


def test_page_named_as_text_is_read_with_a_word_about_it(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE, "referat.txt")
    assert document.provenance.media is Media.HTML
    assert [problem.code for problem in document.problems] == ["name-differs"]


def test_unclosed_tags_lose_nothing(tmp_path: Path) -> None:
    document = page(tmp_path, "<html><body><div><p>Et<p>To<table><tr><td>Tre<td>Fire</body>")
    assert [line.text for line in document.lines if line.text] == ["Et", "To", "Tre\tFire"]


def shown(tmp_path: Path, body: str) -> list[str]:
    document = page(tmp_path, f"<!DOCTYPE html><html><body>{body}</body></html>")
    return [line.text for line in document.lines if line.text]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">Skjult</p>',
        '<section><p style="color:red; DISPLAY : none !important">Skjult</section>',
        '<p style="visibility: hidden">Skjult',
        "<div hidden><div>Skjult</div><p>Skjult</div>",
        "<p>Vist: <span hidden>Skjult</span></p>",
        "<p>Vist: <span hidden><span>Skjult</span> Skjult</span></p>",
        "<ul><li hidden>Skjult<li>Vist</ul>",
        "<aside><h3>Skjult</h3><p>Skjult</p></aside>",
        "<footer>Skjult</footer>",
    ],
)
def test_what_a_page_hides_or_says_aside_is_not_read(tmp_path: Path, hidden: str) -> None:
    text = " ".join(shown(tmp_path, f"<p>Udsat</p>{hidden}<p>Efter</p><p>Sidst</p>"))
    assert "Skjult" not in text
    assert text.startswith("Udsat")
    assert text.endswith("Efter Sidst")


def test_hidden_vote_is_none(tmp_path: Path) -> None:
    vote = "<div hidden>Imod stemte Lis Munk.</div>"
    (record,) = parse(page(tmp_path, PAGE.replace("<p>Udsat.</p>", f"<p>Udsat.</p>{vote}")))
    (decision,) = record.items[1].decisions
    assert decision.text == "Udsat."
    assert not decision.votes


def test_part_that_a_click_unfolds_is_read(tmp_path: Path) -> None:
    body = '<h2><a href="#p1">1. Sag</a></h2><div id="p1" style="display:none"><h3>Beslutning</h3><p>Udsat</p></div>'
    assert shown(tmp_path, body) == ["1. Sag", "Beslutning", "Udsat"]


def test_menu_that_never_ends_ends_at_the_text(tmp_path: Path) -> None:
    body = "<nav><ul><li>Menu<li>Søg</ul><h1>Referat</h1><p>Et</p><button>Del<h3>x</h3><h2>To</h2><p>Tre</p>"
    assert shown(tmp_path, body) == ["Referat", "Et", "To", "Tre"]


def test_menu_that_ends_keeps_its_headings(tmp_path: Path) -> None:
    assert shown(tmp_path, "<nav><h2>Menu</h2><p>Søg</p></nav><p>Et</p>") == ["Et"]
