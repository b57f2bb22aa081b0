"""Dates, amounts, case numbers, bills and accounts."""

from decimal import Decimal

import pytest

from extract.entities.bills import BillFinding
from extract.entities.case_numbers import CaseNumberFinding
from extract.entities.dates import DateFinding
from extract.entities.money import MoneyFinding
from tests.extract.entities.marked import found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("den 2. maj 2021 og 30/9 2023", ["2021-05-02", "2023-09-30"]),
        ("medio maj 2021, ultimo 2022, foråret 2020", ["2021-05-mid", "2022-late", "2020-spring"]),
        ("4. kvartal 2020 til 1. kvartal 2021", ["2020-Q4/2021-Q1"]),
        ("marts - maj 2021", ["2021-03/2021-05"]),
        ("2. april - 3. maj 2021", ["2021-04-02/2021-05-03"]),
        ("fra 2. april 2020 og frem til 3. maj 2021", ["2020-04-02", "2021-05-03"]),
        ("4.-6. maj 2021", ["2021-05-04/2021-05-06"]),
        ("Prisen gives 7. november i år.", ["2024-11-07"]),
        ("I første kvartal 2021 og i maj 2020", ["2021-Q1", "2020-05"]),
        ("I 2026-2029 er nr. 93 og 1.044 borgere med.", []),
        ("Budget 2026-2029 og skoleåret 2024/25", ["2026/2029", "2024/2025"]),
        ("første halvår 2025 og Q3 2025", ["2025-Q1/2025-Q2", "2025-Q3"]),
        ("udgangen af 2025, 6.11. og 4.1.2024", ["2025-late", "2023-11-06", "2024-01-04"]),
        ("den 2. og 9. maj 2023, oktober eller november 2022", ["2023-05-02", "2023-05-09", "2022-10", "2022-11"]),
        ("Udvikling i ledighed, maj 24", ["2024-05"]),
        # NORDLEV meets on 14 May 2024
        ("Udvalget besluttede i marts, at havnen ryddes.", ["2024-03"]),
        ("Sagen ventes behandlet i september.", ["2024-09"]),
        ("Sagen ventes behandlet i februar.", ["2025-02"]),
        ("Der blev i november sendt et brev.", ["2023-11"]),
        ("Havnen er i september et kønt sted.", []),
        ("Havnefesten holdes hvert år i august.", ["--08"]),
        ("Referatet af 20/3 og svar senest 1/9. 2/3 af børnene og 1/2 time.", ["2024-03-20", "2024-09-01"]),
        ("Sagen genoptages den 4. april d.å. og i maj næste år.", ["2024-04-04", "2025-05"]),
        ("Brevet er sendt den 14. december.", ["2023-12-14"]),
        ("Aftalen blev indgået op til efterårsferien.", ["2023-10"]),
    ],
)
def test_dates(text: str, values: list[str]) -> None:
    assert [one.value for one in found(text, DateFinding)] == values


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("40,500 mio. kr. og 16 mio.kr.", [40_500_000, 16_000_000]),
        ("2.001,125 mio. kr.", [2_001_125_000]),
        ("410.000 kr. i 2026 og kr. 6.300", [410_000, 6_300]),
        ("reduceres med 12,3 mio. i 2026", [12_300_000]),
        ("170 mio. kroner, 50 kr. pr. time", [170_000_000, 50]),
        ("10.000 borgere, 18,2 % og 1,25 årsværk", []),
        ("Beløb i mio. kr. 2025", []),
        ("Hele 1.000 kr.\n1.000 kr.   2024   2025\nDrift (1.000 kr.) 12", []),  # the unit of a table
        ("Beløb i 1.000 kr. er vist.", []),
        ("Der kom 2,5 mio. nye biler og 5 mio. elbiler for 2 mio. svenske kroner.", []),
        ("Der kører 5 mio. biler og 2 mio. passagerer, og 5 mio. er afsat.", [5_000_000]),
        ("Det koster 2 3/4 mio. kr., og t.kr. 480 står i tabellen.", []),  # not what is printed, so nothing
        ("Der gives 1.000 kr. til bænke, og 2.000 kr. (1.000 kr. pr. bænk).", [1_000, 2_000, 1_000]),
    ],
)
def test_money(text: str, amounts: list[int]) -> None:
    assert [one.amount for one in found(text, MoneyFinding)] == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se sag 25/1234 og sagsnr. 22-001122.", ["25/1234", "22-001122"]),
        ("KL 83.06.00-G01-1-22 er afsluttet.", ["83.06.00-G01-1-22"]),
        ("30/9 2023, budget 2026-2029, (24-p/1), 36/20 uger", []),
    ],
)
def test_case_numbers(text: str, numbers: list[str]) -> None:
    assert [one.number for one in found(text, CaseNumberFinding)] == numbers


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Lovforslag L13 er sendt i høring.", [("L 13", None, None)]),
        ("Lokale L 13 er ledigt.", []),
        (
            "pulje § 17.31.12.10 Uddannelse af vejledere på 5 kr.",
            [(None, "17.31.12.10", "Uddannelse af vejledere")],
        ),
        ("§ 17.31.12.12 Hjælp til unge eller § 5.", [(None, "17.31.12.12", "Hjælp til unge")]),
        ("§ 17.31.12.13 Hjælp til unge under 3 kr.", [(None, "17.31.12.13", "Hjælp til unge")]),
        ("§ 17.31.12.14 Tilskud til Grønland afsættes.", [(None, "17.31.12.14", "Tilskud til Grønland")]),
        ("et lovforslag om ændring af planloven", [(None, None, None)]),
        (
            "Folketinget behandler forslaget som L 62, og B 9 er en blok.",
            [("L 62", None, None)],
        ),
        ("Folketinget ventes at vedtage L 42 i 1. kvartal.", [("L 42", None, None)]),
        ("Folketinget ventes at vedtage L 200 og L 201 i juni.", [("L 200", None, None), ("L 201", None, None)]),
        ("Det følger op på L 171, der blev fremsat i maj.", [("L 171", None, None)]),
        ("Hjemlen til puljen blev vedtaget med L 133.", [("L 133", None, None)]),
        ("Lovforslag L 176 og L 177 om samtaler.", [("L 176", None, None), ("L 177", None, None)]),
        ("Ministeren har behandlet L 12 stole. Mødet holdes i L 42 er vedtaget.", []),
        ("For stemte A 5, L 2 og V 3. Imod stemte L 12.", []),
        ("Lokale L 42 er vedtaget som mødested. Bussen L 42 kører.", []),
        ("Byrådet vedtog L 42 som navn. Punktet blev vedtaget med L 12 stemmer.", []),
        (
            "§ 15.26.10.50 Styrket indsats mod ensomhed, savn og støj afsættes 2 kr.",
            [(None, "15.26.10.50", "Styrket indsats mod ensomhed, savn og støj")],
        ),
    ],
)
def test_bills_and_accounts(text: str, read: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(one.number, one.account, one.name) for one in found(text, BillFinding)] == read
