"""How decisions relate to recommendations. All texts are invented."""

import pytest

from extract.evidence import Evidence
from extract.grammar.recommended import relate
from extract.records import Recommendation
from tests.extract.grammar.minutes import item_of

THREE = ("at planen godkendes", "at der gives 1 mio. kr.", "at vejen lukkes")


def related(text: str, *recommendations: str) -> tuple[str, list[str]]:
    place = Evidence("0" * 64, 1, 1, 0, 1, "a", "test", 1.0)
    whole, each = relate(text, [Recommendation(one, place) for one in recommendations or THREE])
    return str(whole), [str(one) for one in each]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Godkendt.", "as_recommended"),
        ("Enstemmigt vedtaget.", "as_recommended"),
        ("Indstillingen blev tiltrådt.", "as_recommended"),
        ("Anbefales over for Byrådet.", "as_recommended"),
        ("Indstilles godkendt.", "as_recommended"),
        ("Anbefales, idet Ø og F tog forbehold.", "as_recommended"),
        ("Udvalget anbefaler over for Byrådet, at administrationens indstilling godkendes.", "as_recommended"),
        ("Godkendt med den ændring, at gebyret sættes ned.", "amended"),
        ("Godkendt, dog flyttes mødet i april.", "amended"),
        ("Godkendt, idet vedtægtens § 4 udgår.", "amended"),
        ("Ændringsforslaget blev vedtaget. Den ændrede indstilling blev godkendt.", "amended"),
        ("Ændringsforslaget faldt. Indstillingen blev godkendt.", "as_recommended"),
        ("Anna Berg (Ø) stillede forslag om, at havnen lukkes. Forslaget faldt. Godkendt.", "as_recommended"),
        ("Delvist godkendt.", "partly"),
        ("Taget til efterretning.", "noted"),
        ("Udsat til næste møde.", "postponed"),
        ("Sagen sendes tilbage til forvaltningen.", "returned"),
        ("Hjemvist til fornyet behandling.", "returned"),
        ("Oversendes til Økonomiudvalget.", "forwarded"),
        ("Ikke godkendt.", "rejected"),
        ("Kan ikke anbefales.", "rejected"),
        ("Forslaget blev forkastet.", "rejected"),
        ("Godkendt under forudsætning af, at staten betaler.", "none_printed"),
        ("Godkendt, idet planen ses i sammenhæng med havnen.", "none_printed"),
        ("Udvalget godkendte model 2.", "none_printed"),
        ("Udvalget anbefaler, at planen skrives om.", "none_printed"),
        ("Økonomiudvalget anbefaler, at Havneudvalgets indstilling godkendes.", "none_printed"),
        ("Drøftet.", "none_printed"),
        ("Udvalget undlod at tage stilling.", "none_printed"),
        ("Anbefales fortsat fastholdt.", "none_printed"),
        ("Udvalget kan ikke anbefale, at der udarbejdes et budgetforslag.", "none_printed"),
        ("Beslutning ikke frigivet.", "none_printed"),
    ],
)
def test_one_relation_for_all(text: str, relation: str) -> None:
    assert related(text) == (relation, [])


@pytest.mark.parametrize(
    ("text", "whole", "each"),
    [
        ("1-2 godkendt, 3 udsættes.", "partly", "as_recommended as_recommended postponed"),
        ("Ad 1. Godkendt.\nAd 2. Ikke godkendt.\nAd 3. Godkendt.", "partly", "as_recommended rejected as_recommended"),
        ("1 og 3 godkendt, 2 ikke godkendt.", "partly", "as_recommended rejected as_recommended"),
        ("1: Godkendt.\n2: Anbefales over for Økonomiudvalget.\n3: Godkendt.", "as_recommended", ""),
        ("1-3 anbefales over for Byrådet.", "as_recommended", ""),
        ("1.-3. Anbefales.", "as_recommended", ""),
        ("1.-2. Godkendt.\n3. Ikke godkendt.", "partly", "as_recommended as_recommended rejected"),
        ("1.a. Godkendt.\n1.b. Ikke godkendt.\n2.-3. Godkendt.", "partly", "partly as_recommended as_recommended"),
        (
            "Rådet godkendte administrationens indstillingspunkt 1 og 3.",
            "as_recommended",
            "as_recommended none_printed as_recommended",
        ),
        ("Første og andet led godkendt. Tredje led udsættes.", "partly", "as_recommended as_recommended postponed"),
        (
            "1. Godkendt.\n2. Taget til efterretning.\n3. Godkendt.",
            "as_recommended",
            "as_recommended noted as_recommended",
        ),
    ],
)
def test_one_relation_each_where_they_differ(text: str, whole: str, each: str) -> None:
    assert related(text) == (whole, each.split())


def test_without_a_recommendation_nothing_is_as_recommended() -> None:
    decision = item_of("Beslutning", "Godkendt.").decisions[0]
    assert str(decision.relation_to_recommendation) == "none_printed"


def test_what_was_to_be_discussed_and_was() -> None:
    assert related("Drøftet.", "at sagen drøftes") == ("as_recommended", [])


def test_of_a_point() -> None:
    item = item_of("Indstilling", "Havnechefen indstiller, at planen godkendes.", "Beslutning", "Udsat.")
    assert [str(one.relation_to_recommendation) for one in item.decisions] == ["postponed"]
