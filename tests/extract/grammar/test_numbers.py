import pytest

from extract.grammar.numbers import find_case_numbers, is_case_number_line
from tests.extract.grammar.minutes import paragraphs_of


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("25/30508", ["25/30508"]),
        ("26/2486", ["26/2486"]),
        ("21-014420", ["21-014420"]),
        ("20-010677K", ["20-010677K"]),
        ("00.22.04-P35-1-25", ["00.22.04-P35-1-25"]),
        ("EMN-2019-03245", ["EMN-2019-03245"]),
        ("BR 551/06", ["BR 551/06"]),
        ("Sagsnr.: 330-2018-3619     Dok.nr.: 330-2018-500301    Åbent", ["330-2018-3619"]),
        ("J.nr. 26/2006     Sagsbeh. BR", ["26/2006"]),
        ("Sagsnr. 15/21731", ["15/21731"]),
        ("Sagsid.: 18/36044, Sagsinitialer: BKL", ["18/36044"]),
        ("21-014420 Åbent punkt", ["21-014420"]),
        ("Sag nr. 162", []),
        ("Dok.nr.: 330-2018-500301", []),
        ("Det koster 25/30 af budgettet", []),
        ("12-03-2024", []),
        ("Udgiften er 1/4 i 2024", []),
    ],
)
def test_forms(line: str, numbers: list[str]) -> None:
    (paragraph,) = paragraphs_of(line)
    assert [number.value for number in find_case_numbers(paragraph)] == numbers


@pytest.mark.parametrize("line", ["12-03-2024", "Mødet varede 2/3 af tiden", "Sag nr. 162", "2024"])
def test_lines_that_are_no_number(line: str) -> None:
    (paragraph,) = paragraphs_of(line)
    assert not is_case_number_line(paragraph)
