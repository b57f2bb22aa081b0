import pytest

from extract.entities.laws import LawFinding
from tests.extract.entities.marked import found

SERVICE, PLANNING = "Lov om social service", "Lov om planlægning"
LEGAL = "Lov om retssikkerhed og administration på det sociale område"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Fristen følger af retssikkerhedslovens § 3.", [(LEGAL, "3", None)]),
        ("Efter § 107, stk. 2, i serviceloven.", [(SERVICE, "107", "2")]),
        (
            "Servicelovens §§ 83, 84 og 86 gælder.",
            [(SERVICE, "83", None), (SERVICE, "84", None), (SERVICE, "86", None)],
        ),
        ("Planlovens §§ 23-25.", [(PLANNING, "23", None), (PLANNING, "25", None)]),
        ("lov om social service § 68 a.", [(SERVICE, "68 a", None)]),
        ("efter styrelseslovens §23.", [("Lov om kommunernes styrelse", "23", None)]),
        ("Planloven gælder, jf. § 6, stk. 2.", [(PLANNING, None, None), (PLANNING, "6", "2")]),
        ("Planloven og serviceloven gælder, jf. § 6.", [(PLANNING, None, None), (SERVICE, None, None)]),
        (
            "Serviceloven gælder, og efter bænkeloven, § 6, er det slut.",
            [(SERVICE, None, None), ("Bænkeloven", "6", None)],
        ),
        ("Bekendtgørelse nr. 123 af 4. maj 2020 gælder.", [("Bekendtgørelse nr. 123 af 4. maj 2020", None, None)]),
        ("Planlovens § 5 gælder. Efter samme lovs § 9 klages.", [(PLANNING, "5", None), (PLANNING, "9", None)]),
        ("Planlovens §§ 3 og 4, stk. 2.", [(PLANNING, "3", None), (PLANNING, "4", "2")]),
        (
            "Efter plan-lovens § 5 og affaldsbekendtgørelsen.",
            [(PLANNING, "5", None), ("Bekendtgørelse om affald", None, None)],
        ),
        (
            "Ny vedtægt for Nordlev Ungeråd. Godkendt, idet vedtægtens § 4, stk. 2, udgår.",
            [("Vedtægt for Nordlev Ungeråd", "4", "2")],
        ),
        ("Reglerne står i støjbekendtgørelsen.", [("Støjbekendtgørelsen", None, None)]),
        (
            "Efter spildevandsbetalingsloven.",
            [("Lov om betalingsregler for spildevandsforsyningsselskaber m.v.", None, None)],
        ),
        ("Efter lov om både skal rådet efter lov om bænke i havne godkende dette.", []),
        ("Lov om bro og lov om bænke.", [("Lov om bro", None, None), ("Lov om bænke", None, None)]),
        ("Lov om Sygedagpenge", [("Lov om sygedagpenge", None, None)]),
        (
            "§ 6 i vedtægt for Nordlev Kommunes borgerrådgiver. Efter vedtægten for borgerrådgiveren § 7, stk. 2.",
            [
                ("Vedtægt for Nordlev Kommunes borgerrådgiver", "6", None),
                ("Vedtægt for Nordlev Kommunes borgerrådgiver", "7", "2"),
            ],
        ),
        ("Tilskud fra pulje § 17.31.12.10 og (24-p/1) samt L 13 og 20 %.", []),
        ("Havnen drives efter havnelovens § 9.", [("Lov om havne", "9", None)]),
        (
            "Et § 60-selskab efter den kommunale styrelseslov ejer den.",
            [("Lov om kommunernes styrelse", "60", None)],
        ),
        ("Servicelovens § 18-midler er delt ud.", [(SERVICE, "18", None)]),
        ("Der gives § 18-støtte efter serviceloven.", [(SERVICE, "18", None)]),
        ("Et § 18-tilskud efter ansøgning. Puljen er efter § 18-reglerne.", []),
        (
            "Serviceloven gælder. Et § 60-selskab er stiftet, og efter § 18-puljen er der penge.",
            [(SERVICE, None, None)],
        ),
        (
            "Aktivlovens §§ 68 og 69 j er ikke omfattet.",
            [("Lov om aktiv socialpolitik", "68", None), ("Lov om aktiv socialpolitik", "69 j", None)],
        ),
        (
            "Planlovens § 1 gælder. Der er ændringer i afsnittene om § 83 a og § 86, stk. 2.",
            [(PLANNING, "1", None), (PLANNING, "83 a", None), (PLANNING, "86", "2")],
        ),
        ("Planlovens § 1 gælder. Beboere i § 83 a er syge.", [(PLANNING, "1", None)]),
        (
            "Efter lov om miljøvurdering af planer og programmer § 4 og § 2 i lånebekendtgørelsen.",
            [
                ("Lov om miljøvurdering af planer og programmer og af konkrete projekter (VVM)", "4", None),
                ("Bekendtgørelse om kommunernes låntagning og meddelelse af garantier m.v.", "2", None),
            ],
        ),
        ("Et § 60-selskab og en § 18-pulje. Kontanthjælpsreformen og lovændringer.", []),
        ("Folketinget har hørt om lovforslag om ændring af bænkeloven.", []),
        ("Planloven gælder. Efter tilskudsordningens § 4 er det slut.", [(PLANNING, None, None)]),
    ],
)
def test_citations(text: str, cited: list[tuple[str, str | None, str | None]]) -> None:
    assert [(one.law, one.section, one.subsection) for one in found(text, LawFinding)] == cited


def test_a_law_that_shares_its_popular_name_needs_its_subject() -> None:
    assert found("Særloven om mink er ophævet.", LawFinding) == ()
    (law,) = found("Særloven gælder for fordrevne fra Ukraine.", LawFinding)
    assert law.law.startswith("Lov om midlertidig opholdstilladelse")


def test_a_carried_law_is_less_sure() -> None:
    carried = found("Planloven gælder, jf. § 6.", LawFinding)[1]
    assert (carried.rule, carried.confidence) == ("laws.carried", 0.7)
