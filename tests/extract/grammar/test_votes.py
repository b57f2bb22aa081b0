"""Decisions as text, and the votes in them. All names are invented."""

from datetime import date

from extract.evidence import Unknown, value_of
from extract.grammar.rosters import Member, Roster
from extract.grammar.votes import read_votes
from extract.records import BallotOption, Vote
from tests.extract.grammar.minutes import paragraphs_of

ROSTER = Roster(tuple(Member(name, None) for name in ("Anna Berg", "Bo Dahl", "Carl Egø", "Dorte Frank")))


def votes_of(text: str, day: date = date(2024, 3, 12)) -> tuple[Vote, ...]:
    return read_votes(paragraphs_of(text), ROSTER, day)[0]


def told(vote: Vote) -> dict[str, list[str]]:
    """Each option with its voters: persons with their party, parties in brackets."""
    found: dict[str, list[str]] = {}
    for option, voter in vote.ballots:
        name = f"{voter.person} ({voter.party_surface})" if voter.party_surface else voter.person
        found.setdefault(option, []).append(str(name) if voter.person else f"[{voter.party}]")
    return found


def test_named_ballots_with_motion_result_reasons_and_referral() -> None:
    (vote,) = votes_of(
        """
        Der blev stillet følgende beslutningsforslag fra Anna Berg (DF):

        Udvalget beder om en gennemgang af alle bådpladser.

        For forslaget stemte: Anna Berg (DF), Bo Dahl (DD)

        Imod stemte: Carl Egø (A), Dorte Frank (SF)

        Forslaget faldt.

        Carl Egø (A) stemmer imod, idet han vil afvente havneplanen.

        Anna Berg (DF) ønsker udvalgets beslutning indbragt for Kommunalbestyrelsen, jf. styrelseslovens §23.
        """
    )
    assert told(vote) == {"for": ["Anna Berg (DF)", "Bo Dahl (DD)"], "against": ["Carl Egø (A)", "Dorte Frank (SF)"]}
    assert [voter.party for _, voter in vote.ballots][:2] == ["Dansk Folkeparti", "Danmarksdemokraterne"]
    assert value_of(vote.motion) == "Udvalget beder om en gennemgang af alle bådpladser."
    assert vote.mover is not None
    assert (vote.mover.person, value_of(vote.result), vote.result_text) == ("Anna Berg", "rejected", "Forslaget faldt.")
    assert (vote.count_for, vote.count_against, vote.counts_printed) == (2, 2, False)
    assert [(one.persons, one.text) for one in vote.explanations] == [
        (("Carl Egø",), "idet han vil afvente havneplanen")
    ]
    assert vote.referral is not None
    assert (vote.referral.to, vote.referral.section, vote.referral.law) == (
        "Kommunalbestyrelsen",
        "23",
        "Lov om kommunernes styrelse",
    )


def test_blocks_stay_blocks() -> None:
    (vote,) = votes_of(
        """
        Med stemmerne 15 for og 3 imod godkendte Byrådet Havneudvalgets indstilling.
        For stemte: (V), (A), (C) og Ida Lund (UP).
        Imod stemte (Ø) med bemærkning om, ”at bådene skal blive. Det er vigtigt.”
        (F) undlod at stemme.
        """
    )
    assert told(vote) == {
        "for": ["[Venstre]", "[Socialdemokratiet]", "[Det Konservative Folkeparti]", "Ida Lund (UP)"],
        "against": ["[Enhedslisten]"],
        "abstain": ["[Socialistisk Folkeparti]"],
    }
    assert (vote.count_for, vote.count_against, vote.counts_printed) == (15, 3, True)
    assert (value_of(vote.motion), value_of(vote.result)) == ("Havneudvalgets indstilling", "approved")
    assert vote.explanations[0].text == "med bemærkning om, ”at bådene skal blive. Det er vigtigt.”"


def test_enstemmigt_names_nobody() -> None:
    assert votes_of("Enstemmigt godkendt.") == ()


def test_a_body_that_takes_no_stand_is_no_ballot() -> None:
    assert votes_of("Økonomiudvalget undlod at tage stilling.\nUdvalget er imod støj.") == ()


def test_votes_for_things_are_none() -> None:
    assert votes_of("Ved afstemningen på havnen fik navnet flest stemmer. Regnskabet stemmer.") == ()


def test_who_is_not_on_the_list_needs_a_party() -> None:
    assert votes_of("Lokalrådet Nordlev Strand stemmer imod.") == ()


def test_totals_only() -> None:
    first, second = votes_of(
        "Indstillingen blev vedtaget med 31 stemmer imod 19.\nÆndringsforslaget faldt med 31 stemmer imod 9. 7 undlod at stemme."  # noqa: E501
    )
    assert (first.count_for, first.count_against, value_of(first.result), first.ballots) == (31, 19, "approved", ())
    assert (second.count_for, second.count_against, second.count_abstain, value_of(second.result)) == (
        9,
        31,
        7,
        "rejected",
    )


def test_counts_beside_lists() -> None:
    (vote,) = votes_of(
        "For model B stemte 3 (Venstre, Anna Berg (A) og Bo Dahl (I)). Imod stemte 2 (Carl Egø (A) og Dorte Frank (O))."
    )
    assert told(vote) == {
        "for": ["[Venstre]", "Anna Berg (A)", "Bo Dahl (I)"],
        "against": ["Carl Egø (A)", "Dorte Frank (O)"],
    }
    assert (vote.count_for, vote.count_against, value_of(vote.motion)) == (3, 2, "model B")


def test_names_on_the_lines_under_a_label() -> None:
    (vote,) = votes_of("For stemte:\n\nAnna Berg (V) og Bo Dahl (C)\n\nImod stemte: ingen")
    assert told(vote) == {"for": ["Anna Berg (V)", "Bo Dahl (C)"]}
    assert (vote.count_for, vote.count_against) == (2, 0)


def test_subjects_and_their_options() -> None:
    (vote,) = votes_of("A stemmer for, V og D stemmer imod og C undlader.")
    assert told(vote) == {
        "for": ["[Socialdemokratiet]"],
        "against": ["[Venstre]", "[Nye Borgerlige]"],
        "abstain": ["[Det Konservative Folkeparti]"],
    }


def test_dissent_after_a_decision_takes_its_result() -> None:
    (vote,) = votes_of("Byrådet godkendte indstillingen.\n(F) stemte imod indstillingens punkt 2.")
    assert (told(vote), value_of(vote.result), value_of(vote.motion)) == (
        {"against": ["[Socialistisk Folkeparti]"]},
        "approved",
        "indstillingens punkt 2",
    )


def test_dissent_after_a_recommendation_has_no_result() -> None:
    (vote,) = votes_of("Anbefales.\nBo Dahl (V) stemte imod.")
    assert isinstance(vote.result, Unknown)
    assert isinstance(vote.motion, Unknown)


def test_several_votes_in_one_decision() -> None:
    first, second = votes_of(
        """
        Med stemmerne 1 for og 20 imod afviste Byrådet punkt 1a.
        For stemte: (Ø).
        Imod stemte: (V) og (A).
        Med stemmerne 20 for og 1 imod godkendte Byrådet punkt 1b.
        For stemte: (V) og (A).
        Imod stemte Ø. For så vidt angår punkt 3 drøftes sagen igen.
        """
    )
    assert [value_of(vote.result) for vote in (first, second)] == ["rejected", "approved"]
    assert [value_of(vote.motion) for vote in (first, second)] == ["punkt 1a", "punkt 1b"]
    assert told(second)["against"] == ["[Enhedslisten]"]


def test_what_was_chosen_may_stand_in_a_paragraph_of_its_own() -> None:
    (vote,) = votes_of("Farven blev valgt ved skriftlig afstemning. Valget faldt på\n\nSøgrøn.")
    assert (value_of(vote.result), vote.ballots) == ("Søgrøn", ())
    assert vote.result_text == "Valget faldt på Søgrøn."


def test_a_choice_without_names() -> None:
    (vote,) = votes_of("Valg af navnet på havnebadet, blev fundet ved afstemning. Valget faldt på Måge.")
    assert (value_of(vote.motion), value_of(vote.result), vote.ballots) == ("Valg af navnet på havnebadet", "Måge", ())


def test_majority_and_minority() -> None:
    (vote,) = votes_of("Et flertal (A, V og C) anbefaler indstillingen. Et mindretal, Bo Dahl, kan ikke anbefale den.")
    assert told(vote) == {
        "for": ["[Socialdemokratiet]", "[Venstre]", "[Det Konservative Folkeparti]"],
        "against": ["Bo Dahl"],
    }


def test_a_reservation_is_no_ballot() -> None:
    assert votes_of("Anbefales. Et mindretal (O) tager forbehold.") == ()


def test_sole_dissenters() -> None:
    (vote,) = votes_of("Godkendt mod Dansk Folkepartis stemmer.")
    assert (told(vote), value_of(vote.result)) == ({"against": ["[Dansk Folkeparti]"]}, "approved")


def test_letters_belong_to_their_time() -> None:
    (vote,) = votes_of("D og L stemte imod.", date(2006, 5, 2))
    assert told(vote) == {"against": ["[Centrum-Demokraterne]", "[L]"]}


def test_every_ballot_shows_its_place() -> None:
    (vote,) = votes_of("For stemte: Anna Berg (A), Bo Dahl (V). Imod stemte: Carl Egø (C).")
    assert [voter.evidence.quote for _, voter in vote.ballots] == ["Anna Berg (A)", "Bo Dahl (V)", "Carl Egø (C)"]
    assert [option for option, _ in vote.option_evidence] == [BallotOption.FOR, BallotOption.AGAINST]


def test_reasons_of_a_block_name_no_person() -> None:
    (vote,) = votes_of("For stemte: (V). Imod stemte: (Ø) med bemærkning om, at havnen skal blive.")
    assert [(one.persons, one.parties) for one in vote.explanations] == [((), ("Ø",))]


def test_who_is_outside_the_parties_has_none() -> None:
    (vote,) = votes_of("For stemte: Anna Berg (UP), Bo Dahl (UP-1).")
    assert [(voter.party, voter.party_surface) for _, voter in vote.ballots] == [(None, "UP"), (None, "UP-1")]


def test_a_result_that_the_tally_contradicts_is_unknown() -> None:
    (vote,) = votes_of("Der var 14 stemmer for og 0 imod.\nForslaget faldt.")
    assert isinstance(vote.result, Unknown)


def test_a_vote_on_disqualification_has_not_the_result_of_the_matter() -> None:
    (vote,) = votes_of(
        "Bo Dahl (V) spurgte rådet, om han var inhabil.\nFor stemte: (A), (V).\nRådet godkendte indstillingen."
    )
    assert isinstance(vote.result, Unknown)


def test_a_motion_of_a_block_stands_under_its_sentence() -> None:
    (vote,) = votes_of(
        "(Ø) fremsatte følgende forslag til beslutning:\nRådet vedtager en plan.\nFor stemte: (Ø).\nImod stemte: (V)."
    )
    assert value_of(vote.motion) == "Rådet vedtager en plan."
    assert vote.mover is not None
    assert (vote.mover.party, vote.mover.person) == ("Enhedslisten", None)
    assert isinstance(vote.result, Unknown)
