"""Local lists: what a document says that their letters mean."""

from __future__ import annotations

import pytest

from extract.grammar.locallists import read_lists

ALL_LISTS = {"L": "Landlisten", "M": "Midterpartiet", "H": "Havnelisten"}


@pytest.mark.parametrize(
    ("lines", "lists"),
    [
        (["T er Tværlisten Søby", "Tværlisten (T) stemte imod."], {"T": "Tværlisten Søby"}),
        (["Tværlisten (T) stemte imod.", "T = Tværlisten Søby"], {"T": "Tværlisten Søby"}),
        (["(L) er Landlisten", "Liste M betyder Midterpartiet", "H: Havnelisten"], ALL_LISTS),
        (["A = Socialdemokratiet, T = Søbys Fremtid."], {"A": "Socialdemokratiet", "T": "Søbys Fremtid"}),
        (["Liste T er Nyt Søby."], {"T": "Nyt Søby"}),
        (["Med (Y) menes Øens Beboerliste."], {"Y": "Øens Beboerliste"}),
        (["Ved bogstavet Y forstås Søbys Fremtid"], {"Y": "Søbys Fremtid"}),
        (["Øens Beboerliste (liste Y) stemte imod."], {"Y": "Øens Beboerliste"}),
        (["Borgerlisten Søby, liste B, var ikke mødt."], {"B": "Borgerlisten Søby"}),
        (["Anna Berg (T), valgt på Tværlisten"], {"T": "Tværlisten"}),
        (["T er en liste. Se Ventelisten. X er Anna Lund.", "Med et stykke menes et afsnit.", "Liste 4 er lang."], {}),
    ],
)
def test_a_list_has_the_fullest_name_that_the_document_prints(lines: list[str], lists: dict[str, str]) -> None:
    assert read_lists(lines) == lists


@pytest.mark.parametrize(
    ("line", "lists"),
    [
        ("Tværlisten Søby (T) stemte imod.", {"T": "Tværlisten Søby"}),
        ("Varianter: B = Bro over havnen, T = Tunnel under havnen.", {}),
        ("Liste T er lang. Ved T forstås Torvet ved kajen.", {}),
        ("Prioritet i område T: Maskinlisten", {}),
        ("Skolens Prioriteringsliste (B) og Venteliste (T).", {}),
        ("A er Arbejderlisten", {}),  # of the country's letters the text of a point makes nothing
    ],
)
def test_in_the_text_of_points_letters_mean_much_else(line: str, lists: dict[str, str]) -> None:
    assert read_lists([], [line]) == lists
