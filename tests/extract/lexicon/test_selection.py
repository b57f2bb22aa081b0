"""Leaving entries out of the lexicons: what the honest measure of generalisation needs."""

from extract.entities.laws import LawFinding
from extract.entities.lexicon import entries_named_once, laws, organisations
from extract.entities.organisations import OrganisationFinding
from extract.lexicon.authorities import authorities, authority_named
from extract.lexicon.parties import party_named
from extract.lexicon.selection import without
from tests.extract.entities.marked import found

TEXT = "Finanstilsynet, Faxe Kommune og KL skriver om serviceloven."


def test_without_an_entry_the_lexicons_do_not_know_it_and_afterwards_they_do() -> None:
    with without({"Finanstilsynet", "Faxe Kommune", "Lov om social service", "Venstre"}):
        assert authority_named("Faxe Kommune") is None
        assert len(authorities()) == 102
        assert party_named("V") is None
        assert party_named("A") == "Socialdemokratiet"
        assert "Finanstilsynet" not in organisations().by_name
        assert all(law.title != "Lov om social service" for law in laws().laws)
        assert {one.name for one in found(TEXT, OrganisationFinding)} == {"Kommunernes Landsforening"}
        assert found(TEXT, LawFinding) == ()
    assert authority_named("Faxe Kommune") is not None
    assert party_named("V") == "Venstre"
    assert {one.name for one in found(TEXT, OrganisationFinding) if one.known} == {
        "Finanstilsynet",
        "Faxe Kommune",
        "Kommunernes Landsforening",
    }


def test_an_entry_is_named_once_where_one_text_alone_prints_a_form_of_it() -> None:
    once = entries_named_once(["KL og STAR om Servicelovens § 5", "KL's\nsvar til Faxe og (V)", "Venstre og KLAR"])
    assert once == {"Styrelsen for Arbejdsmarked og Rekruttering", "Lov om social service", "Faxe Kommune"}
