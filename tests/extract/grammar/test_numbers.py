import pytest

from extract.grammar.numbers import find_case_numbers, is_case_number_line, topics_of
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


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("13.05.00-4/03", ["13.05.00"]),
        ("00.22.04-P35-1-25", ["00.22.04"]),
        ("13.05.00-4/03, 13.05.00-7/03", ["13.05.00"]),
        ("13.05.00-4/03, 00.22.04-P35-1-25", ["13.05.00", "00.22.04"]),
        ("Sagsnr.: 00.32.10 S00 - 2009/2217", ["00.32.10"]),
        ("Journalnr.: 00.01.00P35", ["00.01.00"]),
        ("Sagsnr.: 13.05.03-1234", []),
        ("Sagsnr.: 13.05.03", []),
        ("J.nr. 1-51-71-3321-08", []),
        ("25/30508", []),
        ("EMN-2019-03245", []),
    ],
)
def test_kle_topics_are_what_numbers_of_that_form_begin_with(line: str, topics: list[str]) -> None:
    (paragraph,) = paragraphs_of(line)
    found = topics_of(find_case_numbers(paragraph))
    assert [topic.value for topic in found] == topics
    for topic in found:
        place = topic.evidence
        assert place.quote == topic.value == line[place.start : place.end]
