from dataclasses import replace

import pytest

from extract.entities.component import attach, findings, point_of
from extract.entities.followups import FollowUpFinding
from extract.entities.pipeline import pipeline
from tests.extract.entities.marked import NORDLEV, found, run


@pytest.mark.parametrize(
    ("text", "followups"),
    [
        ("Høringsfristen for planen er 4. juni 2024.", [("deadline", "2024-06-04")]),
        ("Høringsfristen for planen er 4. april 2024.", []),
        ("Forvaltningen vender tilbage med et notat.", [("administration_promise", None)]),
        ("Planen skal godkendes på udvalgets møde i juni 2024.", [("planned_treatment", "2024-06")]),
        ("Udvalget ønsker en status til efteråret 2024.", []),  # not in a decision: history
        ("Borgerne ønsker flere bænke i juni 2024.", []),
        ("Huset skal være revet ned senest 30.6.2024.", [("deadline", "2024-06-30")]),
        ("Byrådet behandler planen i oktober eller november 2024.", [("planned_treatment", "2024-10/2024-11")]),
        ("Loven ventes i kraft i juni eller juli.", [("expected_event", "2024-06/2024-07")]),
        ("Broen forventes færdig i august/september 2024.", [("expected_event", "2024-08/2024-09")]),
        (
            "Broen forventes færdig den 4. juni 2024, alternativt den 11. juni 2024.",
            [("expected_event", "2024-06-04/2024-06-11")],
        ),
        ("Broen forventes færdig i 2. halvår 2024.", [("expected_event", "2024-Q3/2024-Q4")]),
        ("Broen forventes færdig i 4. kvartal.", [("expected_event", "2024-Q4")]),
        ("Broen forventes færdig i 1. kvartal 2024.", []),  # over by the day of the meeting
        ("Broen skal åbnes senest medio juni 2024.", [("deadline", "2024-06-mid")]),
        ("Broen skal åbnes inden udgangen af september.", [("deadline", "2024-09-late")]),
        ("Broen skal åbnes inden årets udgang.", [("deadline", "2024-late")]),
        ("Loven ventes i kraft i december eller januar.", []),  # of two years
        ("Børn skal testes senest på 1. klassetrin i skoleåret 2024/25.", []),
        ("Broen udbydes i juni 2024 og forventes afsluttet 1. maj 2025.", [("expected_event", "2025-05-01")]),
        ("Tilskuddet fra fonden ventes udbetalt ultimo juni 2024.", [("expected_event", "2024-06-late")]),
        ("Arbejdet går i gang medio september 2024.", [("expected_event", "2024-09-mid")]),
        ("Bygningen, der skal stå færdig i 3. kvartal 2026, er blå.", [("expected_event", "2026-Q3")]),
        ("Arbejdet går i gang i april 2023.", []),
        ("Udvalget får en sag i september 2024.", [("planned_treatment", "2024-09")]),
        ("Forældrene får besked senest den 15. juni 2024.", [("deadline", "2024-06-15")]),
        ("Borgmesteren lovede at vende tilbage senest den 1. juni 2024.", [("administration_promise", "2024-06-01")]),
        ("Fristen for at sende svar bliver den 4. juni 2024.", [("deadline", "2024-06-04")]),
        ("Planen sendes i høring med frist for svar den 4. juni 2024.", [("deadline", "2024-06-04")]),
        ("Regnskabet overgives til revisionen inden den 1. juni 2024.", [("deadline", "2024-06-01")]),
        ("Fristen den 4. april 2024 er overskredet.", []),
        ("Der er frist for tilbud fra leverandører den 4. juni 2024.", [("deadline", "2024-06-04")]),
        ("KL's temamøde om havne holdes den 4. juni 2024.", [("expected_event", "2024-06-04")]),
        ("Formanden deltager i KL's klimatopmøde den 4. juni 2024.", [("expected_event", "2024-06-04")]),
        ("Forvaltningen fremlægger en status i 4. kvartal 2024.", [("administration_promise", "2024-Q4")]),
        ("Forvaltningen fremlægger hermed en status for 2023.", []),
        ("Forvaltningen fremlægger en status.", []),
        (
            "Arbejdet påbegyndes den 4. juni 2024, hvor forvaltningen fremlægger et forslag.",
            [("expected_event", "2024-06-04")],
        ),
        ("Per Søholm (SF) har lovet at vende tilbage.", [("administration_promise", None)]),
        ("Hvis skolen begynder senere, hvilket rektor på Nordlev Tekniske Skole har lovet, kan bussen nås.", []),
        ("Nordlev Havn lovede i 2022 at rense bunden.", []),
        ("Skoleleder Erik Holm lovede at vende tilbage.", []),  # on no list of the document
        ("Formanden lovede at rydde stien.", []),  # of an association, it may be
        ("Udvalget fik det notat, som borgmesteren lovede i marts 2024.", []),
        ("Mødet den 4. juni 2024 er rykket til kl. 16.00.", []),
        ("Udvalgets møde den 4. juni 2024 rykkes til den 11. juni 2024.", []),
        ("Studieturen er rykket til kl. 9 den 4. juni 2024.", []),
        ("Punktet på udvalgets møde den 2. april 2024 er rykket til juni 2024.", [("planned_treatment", "2024-06")]),
        ("Sagen ventes behandlet i juni 2024.", [("planned_treatment", "2024-06")]),
        ("Behandling i Økonomiudvalget: 9. juli 2024", [("planned_treatment", "2024-07-09")]),
        (
            "Planen behandles på Økonomiudvalgets møde den 4. juni 2024 og på byrådsmødet den 9. juni 2024.",
            [("planned_treatment", "2024-06-04"), ("planned_treatment", "2024-06-09")],
        ),
        ("Planen forelægges udvalget i juni 2024 med henblik på start i maj 2025.", [("planned_treatment", "2024-06")]),
        ("På den baggrund ønsker udvalget en status for havnen.", [("committee_request_fulfilled_here", None)]),
        # The house: by the name of its unit, its chief, with the date first
        ("Havneforvaltningen fremlægger en plan den 10. september 2024.", [("administration_promise", "2024-09-10")]),
        ("Teknisk Forvaltning fremlægger en lysplan i 4. kvartal 2024.", [("administration_promise", "2024-Q4")]),
        ("I juni 2024 vender forvaltningen tilbage med et notat.", [("administration_promise", "2024-06")]),
        ("Centerchefen orienterer udvalget i september 2024.", [("administration_promise", "2024-09")]),
        ("Havnechef Per Kaj oplyste, at tallene fremlægges i oktober 2024.", [("administration_promise", "2024-10")]),
        # Others
        (
            "Nordlev Havn A/S har oplyst, at selskabet fremlægger en plan i juni 2024.",
            [("external_promise", "2024-06")],
        ),
        ("Kystdirektoratet har lovet at svare senest den 20. december 2024.", [("external_promise", "2024-12-20")]),
        ("Miljøstyrelsen har givet tilsagn om at stille et lokale til rådighed.", [("external_promise", None)]),
        ("Miljøstyrelsen offentliggør nye tal i september 2024.", [("external_promise", "2024-09")]),
        ("Folketinget ventes at vedtage loven i 4. kvartal 2024.", [("expected_event", "2024-Q4")]),
        ("Banedanmark forventes at afslutte arbejdet medio september 2024.", [("expected_event", "2024-09-mid")]),
        ("I efteråret 2024 ventes kommunen at modtage svaret.", [("expected_event", "2024-autumn")]),
        ("I efteråret 2024 evalueres ordningen.", [("expected_event", "2024-autumn")]),
        ("Mødet holdes den 20. juni 2024.", [("expected_event", "2024-06-20")]),
        ("Dialogmødet med Handicaprådet afholdes torsdag den 20. juni 2024.", [("expected_event", "2024-06-20")]),
        # Deadlines
        ("Ansøgningsfristen i ministeriets pulje er den 1. juli 2024.", [("deadline", "2024-07-01")]),
        ("Klagefristen udløber den 1. juli 2024.", [("deadline", "2024-07-01")]),
        ("Hver part udpeger et medlem senest den 15. august 2024.", [("deadline", "2024-08-15")]),
        ("Tilmelding skal ske senest den 23. august 2024.", [("deadline", "2024-08-23")]),
        # Treatments
        ("En handleplan forelægges udvalget i september 2024.", [("planned_treatment", "2024-09")]),
        ("Sagen forelægges igen den 2. oktober 2024, når høringen er slut.", [("planned_treatment", "2024-10-02")]),
        ("Den 4. juni 2024 behandler udvalget planen.", [("planned_treatment", "2024-06-04")]),
        ("2. behandling finder sted den 12. oktober 2024.", [("planned_treatment", "2024-10-12")]),
        ("Udvalget bad den 6. marts 2024 om en status for havnen.", [("committee_request_fulfilled_here", None)]),
        ("Udvalget har efterspurgt en oversigt over bænke.", [("committee_request_fulfilled_here", None)]),
    ],
)
def test_followups(text: str, followups: list[tuple[str, str | None]]) -> None:
    assert [(one.category, one.due) for one in found(text, FollowUpFinding)] == followups


@pytest.mark.parametrize(
    "text",
    [
        "Hvis loven vedtages, forelægges en ny plan for udvalget i september 2024.",
        "Såfremt fonden giver tilskud, forventes broen færdig i juni 2025.",
        "Broen kan åbnes i juni 2024, hvis vejret er godt.",
        "Planen forelægges ikke udvalget i september 2024.",
        "Kystdirektoratet har ikke lovet at svare.",
        "Forvaltningen fremlagde en plan i marts 2024.",
        "Udvalget besluttede i 2023, at planen skulle forelægges inden juni 2024.",
        "Udvalget bad den 6. marts 2024 om en status, som blev forelagt i april 2024.",
        "Administrationen indstiller, at planen forelægges udvalget i september 2024.",
        "at planen forelægges udvalget i september 2024",
        "Efter affaldsbekendtgørelsen skal planen indsendes senest den 1. januar 2025.",
        "Udgiften forventes at stige i 4. kvartal 2024.",
        "Der forventes et merforbrug på 2 mio. kr. ultimo december 2024.",
        "Taksten holdes uændret til ultimo december 2024.",
        "Tallene offentliggøres hvert år i december.",
        "Loven træder i kraft den 1. juli 2024.",
        "Miljøstyrelsen sender planen i høring den 1. juni 2024.",
        "Miljøstyrelsen har givet tilsagn om 90.000 kr.",
        "Nordlev Havn A/S har tilbudt at rense bunden.",
        "Miljøstyrelsen offentliggør nye tal i september 2024, hvis loven vedtages.",
        "Broen forventes færdig i juni 2025, forudsat at fonden giver tilskud.",
        "Får kommunen tilskud, forventes broen færdig i juni 2025.",
        "Uden tilskud åbner broen i juni 2025.",
        "Ingen forventer, at planen forelægges udvalget i september 2024.",
        "Borgeren spørger, om planen forelægges udvalget i september 2024.",
        "Nabogruppen ønsker, at planen behandles i september 2024.",
        "Det er ikke sandt, at broen åbnes i juni 2025.",
        "Ingen i Banedanmark har lovet at bygge broen.",
        "-" * 20_000,
        "Ordningen evalueres om et år.",  # from when, the text does not say
        "Det anbefales derfor, at der holdes et borgermøde i maj 2026.",
    ],
)
def test_nothing_is_awaited(text: str) -> None:
    assert found(text, FollowUpFinding) == ()


@pytest.mark.parametrize(
    ("text", "followups"),
    [
        ("Udsat til juni 2024.", [("deferral", "2024-06")]),
        ("Forvaltningen vender i december 2024 tilbage med et forslag.", [("administration_promise", "2024-12")]),
        ("Forvaltningen tæller biler igen, når boligerne er taget i brug.", [("administration_promise", None)]),
        ("Centerchefen vender tilbage med en oversigt.", [("administration_promise", None)]),
        ("Byrådet oversender spørgsmålet til Økonomiudvalget, som drøfter det i juni 2024.", [("referral", "2024-06")]),
        ("Sagen henvises til Økonomiudvalget.", [("referral", None)]),
        ("Bo Krag begærede sagen indbragt for Byrådet.", [("referral", None)]),
        ("Det blev besluttet at sende sagen tilbage til forvaltningen.", [("referral", None)]),
        ("Drøftet. Sagen genoptages på mødet den 4. juni 2024.", [("planned_treatment", "2024-06-04")]),
        (
            "Forslaget om udsættelse blev vedtaget. Sagen genoptages på mødet den 4. juni 2024.",
            [("deferral", "2024-06-04")],
        ),
        ("Bo Krag foreslog, at forvaltningen fremlægger en plan i juni 2024.", []),
        ("Ida Søholm stillede forslag om, at sagen oversendes til Økonomiudvalget.", []),
        ("Udvalget anbefaler, at administrationen vender tilbage i juni 2024.", []),
        ('Bo Krag bemærkede: "Forvaltningen vender tilbage i juni 2024."', []),
        ("Sagen blev ikke henvist til Økonomiudvalget.", []),
        ("Sendes i høring hos Handicaprådet.", []),
        ("Forvaltningen deltog under punktet.", []),
        ("Forvaltningen vurderer, at der er råd.", []),
        ("Sagen genoptages på mødet den 4. juni d.å.", [("deferral", "2024-06-04")]),
        ("Bo Krag foreslog, at sagen udsættes til juni 2024.", []),
        ("Administrationen sender tal til udvalget i juni 2024.", [("administration_promise", "2024-06")]),
        ("Sættes på dagsordenen igen i juni 2024.", [("planned_topic", "2024-06")]),
        ("Bo Krag bad om, at forvaltningen fremlægger en redegørelse i juni 2024.", [("committee_request", "2024-06")]),
        ("Udvalget besluttede at bede forvaltningen udarbejde et notat.", [("committee_request", None)]),
        ("Formanden lovede et notat senest den 4. juni 2024.", [("administration_promise", "2024-06-04")]),
        ("Mødet den 4. juni 2024 udsættes til den 11. juni 2024.", []),
        (
            "Administrationen undersøger, om mødet i juni 2024 kan flyttes til august 2024.",
            [("administration_promise", None)],
        ),
        (
            "Administrationen undersøger, om mødet i juni 2024 kan flyttes, og vender tilbage i august 2024.",
            [("administration_promise", "2024-08")],
        ),
        ("Administrationen sender et notat i juni eller august 2024.", [("administration_promise", "2024-06/2024-08")]),
        ("Svar skal være inde senest 1.9.24.", [("deadline", "2024-09-01")]),
        ("Sagen blev ikke udsat til juni 2024.", []),
        ("Afvist, at sagen udsættes til juni 2024.", []),
    ],
)
def test_followups_of_a_decision(text: str, followups: list[tuple[str, str | None]]) -> None:
    assert [(one.category, one.due) for one in decided(text)] == followups


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Udvalget ønsker en status senest november 2024.", [("2024-11", None)]),
        ("Udvalget ønsker i 1. kvartal 2025 en redegørelse om fravær.", [("2025-Q1", None)]),
        ("Udvalget ønsker desuden oplyst, hvad erstatningen udgør.", [(None, None)]),
        ("Havne og Natur skal redegøre for priser til mødet den 4. juni 2024.", [("2024-06-04", None)]),
        ("Økonomiudvalget anmodes om en udtalelse inden den 4. juni 2024.", [("2024-06-04", None)]),
        ("Udvalget ønsker endvidere at få undersøgt, hvor mange træer der er.", [(None, None)]),
        ("Godkendt, idet Havneudvalget ønsker, at forvaltningen ser på bænke.", [(None, "forvaltningen")]),
        ("Udvalget beder forvaltningen om et notat, idet planen gælder fra 4. juni 2025.", [(None, "forvaltningen")]),
        ("Der ønskes en orientering i oktober 2024.", [("2024-10", None)]),
        ("Udvalget ønsker derudover, at sagen om bænke genoptages.", [(None, None)]),
        ("Forvaltningen blev bedt om at indhente en udtalelse.", [(None, "forvaltningen")]),
        ("Administrationen pålægges at udarbejde en plan.", [(None, "forvaltningen")]),
        ("Forvaltningen skal holde Byrådet orienteret om havnen hvert halve år.", [(None, "forvaltningen")]),
        ("Derfor beder Økonomiudvalget administrationen om et notat i juni 2024.", [("2024-06", "forvaltningen")]),
        ("På den baggrund ønsker udvalget en redegørelse i juni 2024.", [("2024-06", None)]),
        ("Udvalget bad om, at der udarbejdes en plan inden sommerferien 2024.", [("2024-summer", None)]),
        ("Udvalget ønsker derudover at anerkende arbejdet med redegørelsen og takker for status.", []),
        ("Udvalget ønsker derfor ikke at slukke lyset og ønsker at fastholde planen.", []),
        ("Ingen af de områder ønskes yderligere beskrevet.", []),
        ("Udvalget ønsker, at fastholde havnens plan.", []),
        ("Udvalget ønsker at deltage i et møde.", []),
        ("Udvalget ønsker ingen status og hverken tal eller svar.", []),
        ("Udvalget afviser at bede forvaltningen om et notat.", []),
        ("Udvalget beder ikke forvaltningen om et notat.", []),
        ("Udvalget kan bede forvaltningen om et notat.", []),
        ("Borgeren mener, at forvaltningen skal undersøge sagen.", []),
        ("Forvaltningen skal undersøge sagen, medmindre andet aftales.", []),
        ("Bo Krag stemte imod, idet der ønskes flere bænke.", []),
    ],
)
def test_a_request_asks_for_something(text: str, asked: list[tuple[str | None, str | None]]) -> None:
    assert [(one.due, one.to) for one in decided(text)] == asked


def decided(text: str) -> tuple[FollowUpFinding, ...]:
    """What is found in the text as that of a decision."""
    doc = run(text)
    point = point_of(doc)
    paragraphs = tuple(replace(one, where="Beslutning") for one in point.passage.paragraphs)
    attach(doc, replace(point, passage=replace(point.passage, paragraphs=paragraphs)))
    pipeline().get_pipe("followups")(doc)
    return findings(doc, FollowUpFinding)


def test_every_component_leaves_its_spans() -> None:
    doc = run("Anna Lund (V) har planlovens § 5 med til Nordlev Kommune den 3. maj 2022.", NORDLEV)
    assert {"persons", "parties", "laws", "organisations", "dates", "followups"} <= set(doc.spans)
    assert [span.text for span in doc.spans["laws"]] == ["planlovens § 5"]
    assert findings(doc, FollowUpFinding) == ()
