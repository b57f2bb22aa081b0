"""References to meetings, changes of name, relations."""

import pytest

from extract.entities.agreements import AgreementFinding
from extract.entities.references import ReferenceFinding
from extract.entities.relations import RelationFinding
from extract.entities.renames import RenameFinding
from tests.extract.entities.marked import found


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Sagen blev behandlet den 4. maj 2023 (pkt. 12).", [("2023-05-04", None, False, "12")]),
        ("jf. pkt. 56 på mødet den 3. maj 2022", [("2022-05-03", None, False, "56")]),
        ("Udvalget besluttede den 11. januar 2024 at vente.", [("2024-01-11", None, True, None)]),
        (
            "I maj 2021 godkendte Teknik- og Klimaudvalget planen.",
            [("2021-05", "Teknik- og Klimaudvalget", True, None)],
        ),
        ("Byrådet behandlede sagen på mødet den 4. april 2022.", [("2022-04-04", "Byrådet", False, None)]),
        (
            "På møde den 2. maj 2023 godkendte Økonomiudvalget dette.",
            [("2023-05-02", "Økonomiudvalget", False, None)],
        ),
        ("Økonomiudvalget den 2. maj 2023, pkt. 7.", [("2023-05-02", "Økonomiudvalget", False, "7")]),
        (
            "Udvalgsmødet d. 30. maj – fælles besøg med Økonomiudvalget.",
            [("2024-05-30", None, True, None)],
        ),
        ("Fristen er den 9. maj 2024, og ordningen gælder fra 1. juni 2023.", []),
    ],
)
def test_references(text: str, references: list[tuple[str, str | None, bool, str | None]]) -> None:
    assert [(one.date, one.body, one.own, one.item_number) for one in found(text, ReferenceFinding)] == references


@pytest.mark.parametrize(
    ("text", "renames"),
    [
        (
            "I maj 2021 skiftede KYSTjob navn til HAVjob. Samarbejdet med KYSTjob fortsætter.",
            [("KYSTjob", "HAVjob", "2021-05")],
        ),
        ("Havfolk A/S (tidligere Strandfolk A/S) bygger.", [("Strandfolk A/S", "Havfolk A/S", None)]),
        ("Strandvej (tidligere Havvej) er spærret.", []),
        (
            "Søby Affald I/S har den 20. januar 2024 skiftet navn til Søby Renovation.",
            [("Søby Affald I/S", "Søby Renovation", "2024-01-20")],
        ),
        (
            "Aftalen er mellem Nordlev Kommune og Søby Renovation, der indtil 1. januar 2023 hed Søby Affald I/S.",
            [("Søby Affald I/S", "Søby Renovation", "2023-01-01")],
        ),
        ("Udvalget for Klima, Havne og Byudvikling hed frem til 1. januar 2024 Søby Affald I/S.", []),
        (
            "Nordlev Affald I/S kører. Selskabet ejes af KL. Selskabet hed indtil 1. januar 2016 Søby Affald I/S.",
            [("Søby Affald I/S", "Nordlev Affald I/S", "2016-01-01")],
        ),
        ("Der er sol. Rådet hed tidligere Ungerådet i Søby.", []),
        (
            "Søby Affald I/S, der indtil den 1. januar 2019 hed Havby Affald I/S, kører.",
            [("Havby Affald I/S", "Søby Affald I/S", "2019-01-01")],
        ),
        ("Søby Affald I/S hed før 2016 Havby Affald I/S.", [("Havby Affald I/S", "Søby Affald I/S", "2016")]),
        (
            "Søby Affald I/S skiftede den 1. januar 2023 navn til Søby Renovation.",
            [("Søby Affald I/S", "Søby Renovation", "2023-01-01")],
        ),
        (
            "Den hidtidige Affaldsgruppen Søby hedder fra 1. januar 2016 Kredsgruppen.",
            [("Affaldsgruppen Søby", "Kredsgruppen", "2016-01-01")],
        ),
        (
            "Selskabet hed Søby Affald A/S indtil den 1. juli 2019, hvor det fik navnet Søby Renovation A/S.",
            [("Søby Affald A/S", "Søby Renovation A/S", "2019-07-01")],
        ),
        (
            "Der gives tilskud til Søby Museum. Museet hed indtil 1. april 2017 Havmuseet Klippen.",
            [("Havmuseet Klippen", "Søby Museum", "2017-04-01")],
        ),
    ],
)
def test_renames(text: str, renames: list[tuple[str, str, str | None]]) -> None:
    assert [(one.old, one.new, one.date) for one in found(text, RenameFinding)] == renames


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        ("Budget 2026-2029: Budgetforliget er på plads.", ["Budgetforlig 2026-2029"]),
        ("Budgetforlig 2023-26 og budgetaftalen for 2022", ["Budgetforlig 2023-2026", "Budgetaftale 2022"]),
        (
            "Hensigtserklæring mellem KL og Havn A/S.",
            ["Hensigtserklæring mellem Kommunernes Landsforening og Havn A/S"],
        ),
        ("Driftsaftalen med Havn A/S er god.", ["Driftsaftale mellem Nordlev Kommune og Havn A/S"]),
        ("økonomiaftalen for 2021", ["Økonomiaftale for 2021"]),
        ("Havnepolitik 2023 – 26 gælder.", ["Havnepolitik 2023-2026"]),
        ("Havnereformen og Aftale om reform af havneområdet.", ["Aftale om reform af havneområdet"] * 2),
        ("Aftalen er god, og et budgetforlig er bedre. Aftalen om bænke er hævet.", []),
    ],
)
def test_agreements(text: str, agreements: list[str]) -> None:
    assert [one.name for one in found(text, AgreementFinding)] == agreements


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Net4 er et nyt samarbejde mellem kommunerne Ishøj, Nordlev og Randers.",
            {("Net4", "HAS_PARTNER", f"{place} Kommune") for place in ("Ishøj", "Nordlev", "Randers")},
        ),
        ("Anna Lund (V) stemte imod.", {("Anna B. Lund", "MEMBER_OF_PARTY", "Venstre")}),
        (
            "Samarbejdsaftalen mellem Nordlev Kommune og KYSTjob er forlænget; samarbejdet med KYSTjob er godt.",
            {("Nordlev Kommune", "HAS_AGREEMENT_WITH", "KYSTjob")},
        ),
        (
            "Teknik- og Klimaudvalget anbefaler over for Økonomiudvalget, at sagen godkendes.",
            {("Teknik- og Klimaudvalget", "RECOMMENDS_TO", "Økonomiudvalget")},
        ),
        ("Teknik- og Klimaudvalget anbefaler Økonomiudvalgets indstilling.", set()),
        ("Nordlev Idrætsforening har en aftale med Nordlev IF. Støtteforeningen Nordlev Idrætsforening.", set()),
        ("KL og Udbetaling Danmark er nævnt i Nordlev Kommune.", set()),
        (
            "Aftalen om bedre havne, som regeringen og Danske Regioner indgik i 2020, er god.",
            {("Aftale om bedre havne", "AGREED_BY", name) for name in ("Regeringen", "Danske Regioner")},
        ),
        (
            "Aftale om en ny havnelov er omtalt. Aftalen om en havnelov er indgået af Venstre og Moderaterne.",
            {("Aftale om en ny havnelov", "AGREED_BY", name) for name in ("Venstre", "Moderaterne")},
        ),
        (
            "Havneprojekt Bølgen er et samarbejde mellem Nordlev Kommune, Havn A/S og KL. KL støtter projektet.",
            {
                *(
                    ("Havneprojekt Bølgen", "HAS_PARTNER", name)
                    for name in ("Nordlev Kommune", "Havn A/S", "Kommunernes Landsforening")
                ),
                ("Havneprojekt Bølgen", "FUNDED_BY", "Kommunernes Landsforening"),
            },
        ),
        (
            "Der er en kontrakt mellem Havn A/S og Nordlev Kommune.",
            {("Nordlev Kommune", "HAS_AGREEMENT_WITH", "Havn A/S")},
        ),
        ("Bo Krag (L) og Ida Søholm (UP) stemte imod.", {("Bo Krag", "MEMBER_OF_PARTY", "L")}),
        ("Projektet er støttet af KL. Sagen anbefales over for Økonomiudvalget.", set()),  # what project, who does
    ],
)
def test_relations(text: str, relations: set[tuple[str, str, str]]) -> None:
    assert {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)} == relations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Partnerne i Blå Bølge er Randers Kommune og KL. Projektet finansieres af Realdania.",
            [
                ("Blå Bølge", "HAS_PARTNER", "Randers Kommune"),
                ("Blå Bølge", "HAS_PARTNER", "Kommunernes Landsforening"),
                ("Blå Bølge", "FUNDED_BY", "Realdania"),
            ],
        ),
        (
            "Nordlev Kommune har siden 1. januar 2018 haft driftsaftale om færgen med Søby Museum.",
            [("Nordlev Kommune", "HAS_AGREEMENT_WITH", "Søby Museum")],
        ),
        (
            "Økonomiudvalget indstiller herefter til Byrådet, at sagen vedtages.",
            [("Økonomiudvalget", "RECOMMENDS_TO", "Byrådet")],
        ),
    ],
)
def test_relations_of_partners_and_recommenders(text: str, relations: list[tuple[str, str, str]]) -> None:
    stated = {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)}
    assert stated == set(relations)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kommunen har en driftsaftale om færgen med KL.", ["Driftsaftale om færgen"]),
        ("Aftale om havne af 24. juni 2004 mellem regeringen og Venstre.", ["Aftale om havne"]),
    ],
)
def test_agreements_by_what_they_are_about(text: str, names: list[str]) -> None:
    assert [one.name for one in found(text, AgreementFinding)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Net4 er et samarbejde mellem kommunerne Nordlev, Søby og Randers.",
        "Planen er drøftet med Net4, der er et samarbejde mellem Nordlev, Søby og Randers Kommuner.",
        "Net4, et fast fællesskab mellem de tre kommuner Nordlev, Søby og Randers, har aflagt regnskab.",
        "Samarbejdet Net4 mellem Nordlev, Søby og Randers Kommuner fortsætter.",
        "Net4 består af kommunerne Nordlev, Søby og Randers.",
        "Net4 omfatter Nordlev, Søby og Randers Kommuner.",
        "De tre kommuner i Net4 - Nordlev, Søby og Randers Kommuner - mødes.",
        "Nordlev, Søby og Randers Kommuner samarbejder i Net4 om badevand.",
    ],
)
def test_the_members_of_a_collaboration_of_municipalities(text: str) -> None:
    told = {(one.subject, one.predicate, one.object) for one in found(f"{text} {_KNOWN}", RelationFinding)}
    assert told == {("Net4", "HAS_PARTNER", f"{place} Kommune") for place in ("Nordlev", "Søby", "Randers")}


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltningen holder møde med Net4, et møde mellem kommunerne Nordlev og Søby.",
        "Net4 er en aftale mellem kommunerne Nordlev og Søby.",
        "Net4 er et samarbejde mellem kommunerne i landsdelen.",
        "Net4 omfatter Nordlev Kommune og skolerne.",
        "Net4 omtales i kommunerne Nordlev og Søby.",
    ],
)
def test_who_is_named_beside_a_collaboration_is_no_member(text: str) -> None:
    assert found(f"{text} {_KNOWN}", RelationFinding) == ()


_KNOWN = "Net4 er et samarbejde på tværs."


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Søby Museum I/S blev 1. august 2019 en del af Søby Havne I/S.",
            ("Søby Museum I/S", "PART_OF", "Søby Havne I/S"),
        ),
        ("Dansk Industri støtter Søby Havne I/S med 2 mio. kr.", ("Søby Havne I/S", "FUNDED_BY", "Dansk Industri")),
        (
            "Vejdirektoratet har den 15. januar 2024 meddelt Nordlev Kommune, at broen er forsinket.",
            ("Vejdirektoratet", "NOTIFIED", "Nordlev Kommune"),
        ),
    ],
)
def test_more_relations(text: str, relation: tuple[str, str, str]) -> None:
    assert {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)} == {relation}


def test_the_partners_of_a_project_named_after_its_noun() -> None:
    text = "Projektet Åen til Havet er et samarbejde mellem Nordlev Kommune og Søby Kommune. "
    text += "Projektet er finansieret af Dansk Industri."
    told = {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)}
    assert told == {
        ("Åen til Havet", "HAS_PARTNER", "Nordlev Kommune"),
        ("Åen til Havet", "HAS_PARTNER", "Søby Kommune"),
        ("Åen til Havet", "FUNDED_BY", "Dansk Industri"),
    }
    text = "Projektet Blå Bølge gennemføres af Nordlev Kommune sammen med Søby Kommune."
    told = {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)}
    assert told == {("Blå Bølge", "HAS_PARTNER", name) for name in ("Nordlev Kommune", "Søby Kommune")}
    assert found("Projektet Nordlev Havn er et arbejde for Søby Kommune.", AgreementFinding) == ()


NORDLEV_AND_SØBY = ("Nordlev Kommune", "Søby Kommune")


@pytest.mark.parametrize(
    ("text", "name", "predicate"),
    [
        ("Svømmehalsaftalen mellem Nordlev Kommune og Søby Kommune udløber.", "Svømmehalsaftalen", "AGREED_BY"),
        ("Brandaftalen blev indgået af Nordlev Kommune og Søby Kommune.", "Brandaftalen", "AGREED_BY"),
        (
            "Samarbejdsaftale om småbørn 2024-2027 indgås mellem Nordlev Kommune og Søby Kommune.",
            "Samarbejdsaftale om småbørn 2024-2027",
            "AGREED_BY",
        ),
        (
            "Nordlev Kommune og Søby Kommune har den 12. april 2024 indgået Aftale om fælles busser.",
            "Aftale om fælles busser",
            "AGREED_BY",
        ),
        (
            "Vækstaftale Fjorden, som Nordlev Kommune og Søby Kommune indgik i 2021.",
            "Vækstaftale Fjorden",
            "AGREED_BY",
        ),
        ("Sundhedsklynge Vest består af Nordlev Kommune og Søby Kommune.", "Sundhedsklynge Vest", "HAS_PARTNER"),
    ],
)
def test_agreements_with_a_name_of_their_own(text: str, name: str, predicate: str) -> None:
    assert {one.name for one in found(text, AgreementFinding)} == {name}
    stated = {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)}
    assert stated == {(name, predicate, one) for one in NORDLEV_AND_SØBY}


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "I Havnealliancen Nordlev samarbejder Nordlev Kommune, Søby Kommune og KL om havne.",
            {
                ("Havnealliancen Nordlev", "HAS_PARTNER", one)
                for one in (*NORDLEV_AND_SØBY, "Kommunernes Landsforening")
            },
        ),
        (
            "Nordlev Kommune har siden 1. august 2021 haft Badeaftalen med KLAPjob.",
            {("Nordlev Kommune", "HAS_AGREEMENT_WITH", "KLAPjob")},
        ),
        (
            "Nordlev Kommune har indgået partnerskabsaftaler med DGI og KL.",
            {("Nordlev Kommune", "HAS_AGREEMENT_WITH", one) for one in ("DGI", "Kommunernes Landsforening")},
        ),
        (
            'Projektet "Natur på vej" begynder. "Natur på vej" er støttet af Realdania.',
            {("Natur på vej", "FUNDED_BY", "Realdania")},
        ),
        (
            "Nordlev Vand A/S og Nordlev Spildevand A/S er datterselskaber i Nordlev Forsyning Holding A/S.",
            {
                (one, "PART_OF", "Nordlev Forsyning Holding A/S")
                for one in ("Nordlev Vand A/S", "Nordlev Spildevand A/S")
            },
        ),
        (
            "Det er en del af Budgetaftale 2024, som A, V og F indgik den 21. september 2023.",
            {
                ("Budgetaftale 2024", "AGREED_BY", one)
                for one in ("Socialdemokratiet", "Venstre", "Socialistisk Folkeparti")
            },
        ),
        (
            "Nordlev Vand A/S har pr. 1. maj 2018 skiftet navn til Søby Vand A/S.",
            {("Nordlev Vand A/S", "RENAMED_TO", "Søby Vand A/S")},
        ),
        ("Bo Krag (Socialdemokratiet) stemte for.", {("Bo Krag", "MEMBER_OF_PARTY", "Socialdemokratiet")}),
        ("Aftalen mellem Nordlev Kommune og Søby Kommune udløber.", set()),
        ("Samarbejdet består af Nordlev Kommune og Søby Kommune.", set()),
        ("Driftsaftalen er indgået mellem Nordlev Kommune og Søby Kommune.", set()),
        ("Nordlev Kommune og Søby Kommune drøftede Brandaftalen.", set()),
        ("Nordlev Vand A/S har ikke skiftet navn til Søby Vand A/S.", set()),
        ("Nordlev Vand A/S er ikke en del af Nordlev Forsyning Holding A/S.", set()),
        ('Nordlev Kommune vil ikke støtte projektet "Natur på vej".', set()),
        ('Projektet "Natur på vej" er ikke finansieret af Realdania.', set()),
        ("Nordlev Kommune har ingen aftale med Søby Kommune.", set()),
        ("Nordlev Kommune har opsagt aftale med Søby Kommune.", set()),
        ("Det overvejes, om Søby Havn A/S er datterselskab af Nordlev Havn A/S.", set()),
        ("Hverken Søby Kommune eller Nordlev Kommune er del af Greater Copenhagen.", set()),
        ("Det blev foreslået, at Søby Havn A/S skifter navn til Nordlev Havn A/S.", set()),
        ("Hvis Søby Havn A/S skifter navn til Nordlev Havn A/S, skal skiltet ændres.", set()),
        ("Formanden for Søby Havn A/S hed Nordlev Havn A/S.", set()),
    ],
)
def test_relations_in_more_words(text: str, relations: set[tuple[str, str, str]]) -> None:
    assert {(one.subject, one.predicate, one.object) for one in found(text, RelationFinding)} == relations
