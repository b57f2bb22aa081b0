import pytest

from extract.measuring.form import (
    FormError,
    Row,
    line_numbers,
    normalise,
    normalise_amount,
    normalise_name,
    normalise_number,
)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("  Børne-  og\u00a0Ungeudvalget ", "børne og ungeudvalget"),
        ("Børnes og Ungeudvalget", "børne og ungeudvalget"),
        ("Børne og Ungeudvalget", "børne og ungeudvalget"),
        ("Godkendt. .", "godkendt"),
        ("A\u030argang 2030–2031", "årgang 2030-2031"),
        ("»Molen«", '"molen"'),
        (38, "38"),
        (None, ""),
        (["B", "a"], "a, b"),
    ],
)
def test_normalise_keeps_spelling_and_drops_typography(printed: object, normal: str) -> None:
    assert normalise(printed) == normal


def test_normalise_refuses_an_object() -> None:
    with pytest.raises(FormError, match="expected a text or a number"):
        normalise({"a": 1})


@pytest.mark.parametrize(
    ("printed", "normal"),
    [("Havnelaugets", "havnelauget"), ("KL's", "kl"), ("„Molen“", "molen"), ("Mols", "mol"), ("'", "")],
)
def test_normalise_name_drops_quotes_and_genitive(printed: str, normal: str) -> None:
    assert normalise_name(printed) == normal


@pytest.mark.parametrize(("amount", "normal"), [(25, "25.00"), ("25.0", "25.00"), (0.125, "0.12"), (None, "")])
def test_normalise_amount_gives_two_decimals(amount: object, normal: str) -> None:
    assert normalise_amount(amount) == normal


def test_normalise_amount_refuses_words() -> None:
    with pytest.raises(FormError, match="an amount"):
        normalise_amount("25 kr.")


def test_normalise_number_drops_blanks() -> None:
    assert normalise_number("L 41 A") == "l41a"


def test_rows_know_where_they_stand() -> None:
    document = Row({"items": [{"number": 7, "votes": [{}, {"for": {"person": "Asta Lund"}}]}]})
    [ballot] = document.rows("items/votes/for")
    assert (ballot.at("../../number"), ballot.at("../#"), ballot.at("person")) == (7, 1, "Asta Lund")


def test_rows_of_texts_have_the_lines_of_the_parallel_list() -> None:
    row = Row({"absent": ["Asta Lund", "Bo Ravn"], "absent_lines": [4]})
    assert [(one.at("text"), line_numbers(one.at("line"))) for one in row.rows("absent", "absent_lines")] == [
        ("Asta Lund", (4,)),
        ("Bo Ravn", ()),
    ]


@pytest.mark.parametrize("table", ["text", 7, [1], [["a"]]])
def test_rows_refuse_what_is_no_table(table: object) -> None:
    with pytest.raises(FormError):
        list(Row({"items": table}).rows("items"))


def test_at_gives_none_on_the_way_and_refuses_what_is_no_object() -> None:
    assert Row({"referral": None}).at("referral/by/person") is None
    with pytest.raises(FormError, match="`referral`"):
        Row({"referral": "Byrådet"}).at("referral/by")


def test_line_numbers_are_taken_from_numbers_lists_and_objects() -> None:
    assert line_numbers(3, [4, {"line": 5}], None, "6", {"line": [7]}) == (3, 4, 5)
