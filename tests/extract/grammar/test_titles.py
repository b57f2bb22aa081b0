import pytest

from extract.grammar.titles import is_closed_title, kind_of_title
from extract.records import ItemKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Godkendelse af dagsorden", ItemKind.AGENDA_APPROVAL),
        ("Godkendelse af dagsorden (B)", ItemKind.AGENDA_APPROVAL),
        ("(Åben) Eventuelt", ItemKind.ANY_OTHER_BUSINESS),
        ("Evaluering af dagens møde", ItemKind.EVALUATION),
        ("Underskriftsside", ItemKind.SIGNATURES),
        ("Godkendelse af beslutningsprotokol", ItemKind.SIGNATURES),
        ("Gensidig orientering", ItemKind.NOTICES),
        ("Lukket: Orientering fra direktøren", ItemKind.NOTICES),
        ("Meddelelser", ItemKind.NOTICES),
        ("Lukket: Orientering", ItemKind.NOTICES),
        ("Orientering fra udvalgsformanden /gensidig orientering", ItemKind.NOTICES),
        ("Huskeliste og/ orientering fra centeret", ItemKind.NOTICES),
        ("Åben spørgetid", ItemKind.NOTICES),
        ("Nyt fra forvaltningen", ItemKind.NOTICES),
        ("Efterretningssager", ItemKind.NOTICES),
        ("Bordet rundt", ItemKind.ANY_OTHER_BUSINESS),
        ("Mødeevaluering", ItemKind.EVALUATION),
        ("Digital underskrift", ItemKind.SIGNATURES),
        ("Underskriftsblad", ItemKind.SIGNATURES),
        ("Godkendelse af mødets dagsorden", ItemKind.AGENDA_APPROVAL),
        ("Regulativ for spørgetid", None),
        ("Havnebadet - orientering", None),
        ("Orientering om nyt havnebad", None),
        ("Evaluering af havnebadet", None),
        ("Godkendelse af budget", None),
    ],
)
def test_kinds(title: str, kind: ItemKind | None) -> None:
    assert kind_of_title(title) is kind


@pytest.mark.parametrize(
    "title",
    ["Lukket: Salg af grund", "LUKKET PUNKT", "(Lukket) Personsag", "Køb af jord - lukket sag", "Lukket punkt - Valg"],
)
def test_closed(title: str) -> None:
    assert is_closed_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Lukkedage i dagtilbud",
        "Lukketider på havnen",
        "Nedlukning af skolen",
        "Lukket ungdomsinstitution",
        "Ikke offentlig vej på Havnevej",
        "Fortroligt rum til unge",
        "Offentlig: Nej tak til reklamer",
        "Lukket punkt: Nej",
    ],
)
def test_not_closed(title: str) -> None:
    assert not is_closed_title(title)
