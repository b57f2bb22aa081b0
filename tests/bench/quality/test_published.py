"""Agendas against their own fields, on the invented ones; what is measured must notice what is lost."""

from pathlib import Path

import pytest

from bench.quality.agenda import Published, PublishedPoint, read_published
from bench.quality.published import Share, measure_json, measure_text, stated_by
from bench.quality.rendering import Form, plain_lines, render

SOEBY = Path(__file__).resolve().parents[3] / "examples" / "minutes" / "soeby"

MEETING = Published(
    stem="2031-03-04-havneudvalget",
    body="Havneudvalget",
    date="2031-03-04T16:00:00Z",
    place="Rådhuset",
    present=("Asta Lund", "Bo Ravn"),
    absent=("Per Holm",),
    points=(
        PublishedPoint("1", "Ny mole", "31-000100", ("Bo Ravn",), ("<h3>Beslutning</h3><p>Godkendt.<br>Ja.</p>",), ()),
        PublishedPoint("2", "Eventuelt", None, (), (), ("Kort.pdf",)),
    ),
)


def test_rendering_is_the_fields_and_the_text_without_marks() -> None:
    rendering = render(MEETING, Form.DOTTED)
    assert rendering.text.split("\n") == [
        "Referat Havneudvalget",
        "",
        "Mødedato: 4. marts 2031",
        "Mødested: Rådhuset",
        "Mødedeltagere: Asta Lund, Bo Ravn",
        "Fraværende: Per Holm",
        "",
        "1. Ny mole",
        "Sagsnr.: 31-000100",
        "Fraværende: Bo Ravn",
        "Beslutning",
        "Godkendt.",
        "Ja.",
        "",
        "2. Eventuelt",
        "Bilag",
        "Kort.pdf",
        "",
    ]
    assert rendering.headings == (8, 15)


def test_absentees_may_be_the_last_line_of_a_point() -> None:
    lines = render(MEETING, Form.ABSENT_LAST).text.split("\n")
    assert lines[lines.index("Ja.") + 1] == "Fraværende: Bo Ravn"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<table><tr><td>År</td><td>2031</td></tr></table>", ["År 2031"]),
        ("<ul><li>A&nbsp;b<li>C</ul>", ["A b", "C"]),
        ("<style>p {}</style><p>Mål &amp; midler", ["Mål & midler"]),
    ],
)
def test_plain_lines(html: str, lines: list[str]) -> None:
    assert plain_lines(html) == lines


def test_fields_are_read_without_our_rules() -> None:
    meeting = read_published(min(SOEBY.glob("*.json")))
    stated = stated_by(meeting)
    assert len(stated["points"]) == len(meeting.points) > 0
    assert all(number and title for number, title in stated["titles"])


def test_all_that_the_fields_of_the_examples_state_is_read() -> None:
    outcome = measure_json(SOEBY)
    assert outcome.files == len(list(SOEBY.glob("*.json")))
    assert {kind: share.recall for kind, share in outcome.shares.items() if share.stated} == {
        kind: 1.0 for kind, share in outcome.shares.items() if share.stated
    }
    assert outcome.misses == ()


@pytest.mark.parametrize("form", Form)
def test_points_and_numbers_survive_as_plain_text(form: Form) -> None:
    shares = measure_text(SOEBY, form).shares
    assert (shares["points"].recall, shares["case numbers"].recall) == (1.0, 1.0)


def test_a_miss_names_its_kind_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.grammar.parse", lambda _: ())
    outcome = measure_text(SOEBY, Form.SHORT)
    assert outcome.shares["points"].read == 0
    first = outcome.misses[0]
    assert (first.kind, first.fault) == ("points", "missed")
    assert first.line is not None
    assert first.file in {path.stem for path in SOEBY.glob("*.json")}


def test_shares_add_up() -> None:
    assert Share(2, 1, 0, 1) + Share(2, 2, 3, 0) == Share(4, 3, 3, 1)
    assert Share().recall is None
