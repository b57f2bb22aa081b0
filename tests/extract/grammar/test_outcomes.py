import pytest

from extract.grammar.outcomes import is_not_released, read_outcomes
from extract.records import Outcome


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Godkendt.", "approved"),
        ("Dagsordenen blev godkendt.", "approved"),
        ("Udvalget følger forvaltningens indstilling.", "approved"),
        ("Drøftet. Udkastet blev godkendt.", "discussed approved"),
        ("Taget til efterretning.", "noted"),
        ("Indstillingen følges, dog plantes der flere træer.", "approved"),
        ("Indstillingen følges ikke.", ""),
        ("Forslaget vedtoges.", "approved"),
        ("Forslaget opnåede ikke flertal.", "rejected"),
        (
            "Vedtaget, og sagen oversendes til Økonomiudvalget med udvalgets anbefaling.",
            "approved referred recommended",
        ),
        ("Udsat til næste møde.", "deferred"),
        ("Anbefales.", "recommended"),
        ("Indstilles godkendt.", "recommended"),
        ("Anbefales ikke.", "not-recommended"),
        ("Forslaget kan ikke anbefales.", "not-recommended"),
        ("Udvalget kan, over for Byrådet, ikke anbefale forslaget.", "not-recommended"),
        ("Økonomiudvalget anbefaler over for Byrådet, at indstillingen godkendes.", "recommended"),
        ("Økonomiudvalget anbefaler overfor Byrådet at indstillingen godkendes.", "recommended"),
        ("Første at godkendt. Andet at anbefales.", "approved recommended"),
        ("Ikke godkendt.", "rejected"),
        ("Forslaget faldt.", "rejected"),
        ("Ændringsforslaget faldt. Indstillingen blev godkendt.", "approved"),
        ("Udvalget besluttede, at havnen får nyt navn.", "decided"),
        ("Valget faldt på model B.", "decided"),
        ("Ved lodtrækning faldt valget på Anna Berg.", "decided"),
        ("Anna Berg (V) er hermed valgt.", "decided"),
        ("Anna Berg (V) og Bo Dahl (A) anbefaler indstillingen. Carl Egø (C) stemmer imod.", "recommended"),
        ("Sagen sendes tilbage til forvaltningen.", "referred"),
        ("Punktet udgår.", "withdrawn"),
        ("Teksten ændres, så ordet ”alle” udgår.", ""),
        ("Udvalget kan ikke godkende indstillingen.", "rejected"),
        ("Beslutning om lån godkendt.", "approved"),
        ("Godkendt, idet sagen drøftes igen.", "approved"),
        ("Bo Dahl (V) anbefaler, at sagen udsættes.", ""),
        ("Model B er dermed vedtaget.", "approved"),
        ("Udvalget undlod at tage stilling.", ""),
        ("Byrådet besvarede spørgsmålene.", ""),
        ("Idrætsrådet har indstillet Bo Dahl.", ""),
        ("Et flertal på 4 (V) mod 3 (A) besluttede at anbefale sagen.", "recommended"),
        ("V og A (4) anbefaler, at ansøgningen afslås. C (1) stemmer imod.", "recommended"),
        ("V, B og A (4) anbefaler indstillingen. O stemmer imod.", "recommended"),
        ("Et flertal (V og A) anbefaler sagen. Et mindretal (O) kan ikke anbefale den.", "recommended"),
        ('Godkendt. C ønskede ført til protokol: "Planen er dyr. Den bør udsættes."', "approved"),
        ("Godkendt. Mindretalsudtalelse fra C: Sagen burde udsættes. Planen forkastes.", "approved"),
        ("Første led godkendt. Forslaget bortfaldt ved stemmelighed.", "approved rejected"),
        ("1 og 3 godkendt, 2 ikke godkendt.", "approved rejected"),
    ],
)
def test_coded_as_written(text: str, outcomes: str) -> None:
    assert [str(outcome) for outcome in read_outcomes([text])] == outcomes.split()


@pytest.mark.parametrize(
    "text", ["Beslutning ikke frigivet", "Beslutningen er ikke frigivet.", "Beslutning ej frigivet.", "Ikke offentlig."]
)
def test_not_released(text: str) -> None:
    assert is_not_released(text)


def test_released() -> None:
    assert not is_not_released("Godkendt. Bilaget er ikke frigivet.")


def test_what_is_still_to_be_approved_and_a_year_at_the_end() -> None:
    assert read_outcomes(["Anbefales, og det gælder til 2022. Planen skal godkendes af direktøren."]) == (
        Outcome.RECOMMENDED,
    )


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Forslaget bortfaldt ved stemmelighed. Indstillingen blev derefter godkendt.", (Outcome.APPROVED,)),
        ("Første led godkendt. Forslaget bortfaldt ved stemmelighed.", (Outcome.APPROVED, Outcome.REJECTED)),
        ("Sagen blev udsat til maj. Udsættelsen blev vedtaget med 21 stemmer imod 8.", (Outcome.DEFERRED,)),
        ("Borgmesteren foreslog, at sagen udsættes. Forslaget blev tiltrådt enstemmigt.", (Outcome.DEFERRED,)),
        ("Forslag om udsættelse faldt. Indstillingen blev godkendt.", (Outcome.APPROVED,)),
        (
            "Ad 1: Et ændringsforslag fra Bo Dahl (O) om tre bump blev forkastet. Herefter godkendt.",
            (Outcome.APPROVED,),
        ),
        ("Godkendt med 7 for og 1 imod. Anna Berg kunne ikke tiltræde.", (Outcome.APPROVED,)),
        ("Udvalget kunne ikke tiltræde indstillingen.", (Outcome.REJECTED,)),
        ("Forslaget blev godkendt.", (Outcome.APPROVED,)),
    ],
)
def test_what_became_of_the_matter_and_what_fell_on_the_way(text: str, outcomes: tuple[Outcome, ...]) -> None:
    assert read_outcomes([text]) == outcomes
