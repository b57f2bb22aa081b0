import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.reading.repair import has_recognition_damage, repair_letters, tidy
from extract.reading.tracing import Traced

DANISH = st.text(st.sampled_from("abdefgæøåÆØÅéöü -,.§½"), max_size=40)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("MÃ¸dedato", "Mødedato"),
        ("Ã†rÃ¸ og Ã…rup, Ã˜ster", "Ærø og Årup, Øster"),
        ("MÃƒÂ¸de", "Møde"),
        ("Â§ 5 â€“ stk. 2", "§ 5 – stk. 2"),
        ("a\u030aret", "året"),
        ("lÃ\u00b8be", "løbe"),
        ("MA¸de om hA¦kken i A¥ret", "Møde om hækken i året"),
    ],
)
def test_misread_letters(broken: str, whole: str) -> None:
    assert repair_letters(Traced(broken)).text == whole


@pytest.mark.parametrize(
    "good",
    [
        "BLÅ – grøn",
        "»PÅ«",
        "Du MÅ, hvis du kan",
        "Å, Å i å",
        "SÅ, at",
        "Ærø Ø",
        "PÅ“",
        "Å\u00a0løb",
        "aÅ,a",
        "aÅ, a",
        "A ¦ B",
        "A¥ 5",
    ],
)
def test_good_danish_is_left_alone(good: str) -> None:
    assert repair_letters(Traced(good)).text == good


def test_recognised_forms_need_a_sign_that_nothing_else_can_explain() -> None:
    cover = "MÅ, dato mandag\nMÅ, deltagere Ea BÅ, lling"
    assert has_recognition_damage(cover)
    assert not has_recognition_damage("Du MÅ, hvis du vil, og BÅ, d")
    repaired = [repair_letters(Traced(line), recognition_damage=True).text for line in cover.split("\n")]
    assert repaired == ["Mødedato mandag", "Mødedeltagere Ea Bølling"]


def test_a_capital_inside_a_word_is_recognition_with_and_without_a_blank() -> None:
    for read, meant in [("fÅ, lge af", "følge af"), ("BrÅ,ndum", "Brøndum"), ("referent Jan FrÅ,", "referent Jan Frø")]:
        assert has_recognition_damage(read)
        assert repair_letters(Traced(read), recognition_damage=True).text == meant
    assert not has_recognition_damage("Du MÅ, hvis du vil")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("GasvÅ¦rket", "Gasværket"),
        ("pÅ¥", "på"),
        ("Å˜stergÅ¥rd", "Østergård"),
        ("Å…ge Dam", "Åge Dam"),
        ("BLÅ…", "BLÅ…"),
    ],
)
def test_recognised_tilde_is_a_ring(read: str, meant: str) -> None:
    assert repair_letters(Traced(read)).text == meant


def test_print_becomes_plain_text() -> None:
    assert tidy(Traced("  ﬁ\u00adnans\u00a0 5\u200b kr.\tnu ")).text == "finans 5 kr. nu"
    assert tidy(Traced(" a\t\tb "), keep_tabs=True).text == "a\t\tb"


@given(DANISH)
@example("aÅ,a")
@example("aÅ, a")
def test_repair_undoes_one_and_two_wrong_decodings(text: str) -> None:
    once = text.encode().decode("latin-1")
    assert repair_letters(Traced(once)).text == text
    assert repair_letters(Traced(once.encode().decode("latin-1"))).text == text


@given(DANISH)
def test_repair_is_idempotent_and_offsets_rise(text: str) -> None:
    mended = tidy(repair_letters(Traced(text.encode().decode("cp1252", "replace"))))
    assert tidy(repair_letters(Traced(mended.text))).text == mended.text
    if mended.offsets is not None:
        assert len(mended.offsets) == len(mended.text) + 1
        assert list(mended.offsets) == sorted(mended.offsets)
