"""Decisions as text, and the votes in them. All names are invented."""

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("text", "count_for", "count_against"),
    [
        ("12 stemmer for og 7 imod.", 12, 7),
        ("For stemte 12. Imod stemte 7.", 12, 7),
        ("Forslaget blev vedtaget med stemmerne 9-6.", 9, 6),
    ],
)
def test_totals_in_other_words(text: str, count_for: int, count_against: int) -> None:
    (vote,) = votes_of(text)
    assert (vote.count_for, vote.count_against, vote.ballots) == (count_for, count_against, ())


@pytest.mark.parametrize(
    ("text", "motion", "mover"),
    [
        ("Anna Berg (V) stillede forslag om en ny bro.", "en ny bro.", "Anna Berg"),
        ("Ændringsforslag fra Anna Berg (V): Broen males rød.", "Broen males rød.", "Anna Berg"),
        ("Herefter blev forslaget om en ny bro sat til afstemning.", "forslaget om en ny bro", None),
    ],
)
def test_what_was_voted_on(text: str, motion: str, mover: str | None) -> None:
    (vote,) = votes_of(f"{text}\n\nFor stemte V. Imod stemte A.")
    assert (value_of(vote.motion), vote.mover.person if vote.mover else None) == (motion, mover)


def test_what_a_vote_went_for_stands_under_it() -> None:
    (vote,) = votes_of("Der blev stemt om havnen. Afstemningen faldt ud til fordel for:\n\nSøby Havn")
    assert value_of(vote.result) == "Søby Havn"


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


def test_a_sentence_about_voters_begins_after_a_number() -> None:
    (vote,) = votes_of("Byrådet vedtog indstilling 4. For stemte (V) og (A). Imod stemte (Ø).")
    assert told(vote) == {"for": ["[Venstre]", "[Socialdemokratiet]"], "against": ["[Enhedslisten]"]}


def test_a_doubled_verb_loses_nobody() -> None:
    (vote,) = votes_of("For stemte stemte Anna Berg (V) og Bo Dahl (A). Imod stemte stemte Carl Egø (C).")
    assert told(vote) == {"for": ["Anna Berg (V)", "Bo Dahl (A)"], "against": ["Carl Egø (C)"]}


def test_several_amendments_and_the_recommendation() -> None:
    first, second, third = votes_of(
        """
        Anna Berg (Ø) stillede ændringsforslag 1: Gebyret sættes til 25 kr.
        For stemte Ø og F. Imod stemte A, C og V.
        Ændringsforslag 1 faldt med 10 stemmer mod 2.
        Bo Dahl (V) stillede ændringsforslag 2: Der

        afsættes 3 mio. kr. til stier.
        For stemte V. Imod stemte A og C. Ø og F undlod.
        Ændringsforslag 2 faldt.
        Herefter blev a. og b. godkendt med 12 stemmer for og 0 imod.
        """
    )
    assert [value_of(one.motion) for one in (first, second, third)] == [
        "Gebyret sættes til 25 kr.",
        "Der afsættes 3 mio. kr. til stier.",
        "a. og b.",
    ]
    assert [one.mover.person if one.mover else None for one in (first, second, third)] == ["Anna Berg", "Bo Dahl", None]
    assert [value_of(one.result) for one in (first, second, third)] == ["rejected", "rejected", "approved"]
    assert told(second)["abstain"] == ["[Enhedslisten]", "[Socialistisk Folkeparti]"]


def test_a_motion_ends_with_its_sentence() -> None:
    (vote,) = votes_of(
        "Anna Berg (Ø) stillede ændringsforslag om, at gebyret sættes ned. For stemte Ø. Imod stemte V. Forslaget faldt."  # noqa: E501
    )
    assert (value_of(vote.motion), value_of(vote.result)) == ("gebyret sættes ned.", "rejected")
    assert told(vote) == {"for": ["[Enhedslisten]"], "against": ["[Venstre]"]}


def test_what_is_proposed_is_no_vote_where_none_follows() -> None:
    assert votes_of("Bo Dahl (V) foreslog, at der holdes et møde. Indstillingen blev godkendt.") == ()
    assert votes_of("Formanden foreslog, at punktet udsættes. Godkendt.") == ()


def test_a_proposal_of_the_chair_that_was_voted_on() -> None:
    (vote,) = votes_of(
        "Borgmesteren foreslog, at sag 181 udsættes.\nDer blev stemt om forslaget:\nFor: 2 (Anna Berg (V), Bo Dahl (A))\n"  # noqa: E501
        "Imod: 1 (Carl Egø (B))\nListe B stemte imod, idet sagen er oplyst.\nForslaget blev vedtaget. Dagsordenen blev godkendt."  # noqa: E501
    )
    assert (value_of(vote.motion), value_of(vote.result)) == ("sag 181 udsættes.", "approved")
    assert told(vote) == {"for": ["Anna Berg (V)", "Bo Dahl (A)"], "against": ["Carl Egø (B)"]}


def test_a_motion_told_with_its_tally() -> None:
    (vote,) = votes_of(
        "Et af Bo Dahl (V) stillet forslag (nr. 2) om, at taksten nedsættes, faldt med 19 stemmer imod 11."
    )
    assert (value_of(vote.motion), value_of(vote.result)) == ("taksten nedsættes", "rejected")
    assert (vote.count_for, vote.count_against, vote.mover and vote.mover.person) == (11, 19, "Bo Dahl")


def test_a_vote_on_disqualification_has_its_question_and_answer() -> None:
    (vote,) = votes_of(
        "Bo Dahl (V) spurgte rådet, om han var inhabil.\nFor stemte: (A). Imod stemte: (V).\n"
        "Rådet erklærede Bo Dahl (V) for inhabil.\nRådet godkendte indstillingen."
    )
    assert (value_of(vote.motion), value_of(vote.result)) == ("om han var inhabil", "approved")


def test_whether_a_member_may_take_part() -> None:
    (vote,) = votes_of(
        "Udvalget stemte om Bo Dahl kunne deltage i sagens behandling.\nFor stemte: ingen. Imod stemte: Anna Berg (A)\n"
        "Udvalget erklærede, at Bo Dahl (V) ikke kan deltage i sagens behandling."
    )
    assert (value_of(vote.motion), value_of(vote.result)) == (
        "om Bo Dahl kunne deltage i sagens behandling",
        "rejected",
    )


def test_both_votes_of_a_decision_in_two_parts() -> None:
    first, second = votes_of(
        "Med stemmer 12 for og 3 imod godkendte Byrådet punkt 1, idet molen skal males.\n"
        "Yderligere godkendte Byrådet med stemmerne 11 for og 4 imod punkt 2 og 3.\nFor stemte: (V). Imod stemte: (Ø)."
    )
    assert (value_of(first.motion), first.count_for, first.ballots) == ("punkt 1", 12, ())
    assert (value_of(second.motion), second.count_for, len(second.ballots)) == ("punkt 2 og 3", 11, 2)


def test_voters_in_brackets_after_a_tally() -> None:
    (vote,) = votes_of("Indstillingen blev godkendt med 11 stemmer (V og A) imod 1 (O).")
    assert told(vote) == {"for": ["[Venstre]", "[Socialdemokratiet]"], "against": ["[Dansk Folkeparti]"]}
    (vote,) = votes_of("Godkendt mod 1 stemme (Anna Berg (Ø)).")
    assert (told(vote), value_of(vote.result)) == ({"against": ["Anna Berg (Ø)"]}, "approved")
    (vote,) = votes_of("Vedtaget med 14 stemmer for (A og V) og 5 imod (Ø).")
    assert (vote.count_for, vote.count_against, value_of(vote.result)) == (14, 5, "approved")


def test_voters_told_beside_the_result() -> None:
    for text in ("Tiltrådt, idet Ø stemte imod.", "Godkendt, dog stemte Ø imod.", "Godkendt. Imod: Ø."):
        (vote,) = votes_of(text)
        assert (told(vote), value_of(vote.result)) == ({"against": ["[Enhedslisten]"]}, "approved")


def test_members_of_a_party_that_else_votes_as_a_block() -> None:
    (vote,) = votes_of(
        "For stemte: A og 1 medlem af C (Hanne Lund).\nImod stemte: C med undtagelse af 1 medlem (Hanne Lund) og Ø."
    )
    assert told(vote) == {
        "for": ["[Socialdemokratiet]", "Hanne Lund (C)"],
        "against": ["[Det Konservative Folkeparti]", "[Enhedslisten]"],
    }


def test_a_first_name_is_resolved_where_one_member_alone_fits() -> None:
    roster = Roster(
        (Member("Hanne Lund", "V"), Member("Hanne Ager", "A"), Member("Bo Dahl", "V"), Member("Bo Lund", "V"))
    )
    text = "For stemte: Hanne (V), Bo (V)."
    (vote,) = read_votes(paragraphs_of(text), roster, date(2024, 3, 12))[0]
    assert [(voter.person, voter.evidence.quote) for _, voter in vote.ballots] == [
        ("Hanne Lund", "Hanne (V)"),
        ("Bo", "Bo (V)"),
    ]


def test_parties_that_recommend_and_one_that_does_not() -> None:
    (vote,) = votes_of(
        "V, B og A (6) anbefaler indstillingen. Et mindretal (O) kan ikke anbefale den, idet den er dyr."
    )
    assert told(vote)["against"] == ["[Dansk Folkeparti]"]
    assert (vote.count_for, [one.parties for one in vote.explanations]) == (6, [("O",)])


def test_members_who_recommend_otherwise_than_the_body_are_no_vote_for_it() -> None:
    text = "Udvalget anbefaler, at planen ændres.\nA og C anbefaler, at administrationens indstilling godkendes."
    assert votes_of(text) == ()


def test_statements_for_the_minutes() -> None:
    for statement in (
        'C ønskede følgende ført til protokol: "Planen er dyr. Den bør vente."',
        'Det Konservative Folkeparti ønskede følgende bemærkning tilført beslutningsprotokollen:\n\n"Planen er dyr. Den bør vente."',  # noqa: E501
        'Mindretalsudtalelse fra C: "Planen er dyr. Den bør vente."',
        'C stemte imod med følgende mindretalsudtalelse:\n\n"Planen er dyr. Den bør vente."',
    ):
        (vote,) = votes_of(f"For stemte: A. Imod stemte: C. Godkendt.\n\n{statement}")
        assert [(one.persons, one.text) for one in vote.explanations] == [((), "Planen er dyr. Den bør vente")]


def test_lots_and_reservations_are_no_votes() -> None:
    assert votes_of("Efter lodtrækning blev Anna Berg (V) valgt.") == ()
    assert votes_of("Godkendt. Anna Berg (V) tog forbehold.") == ()


def test_a_paper_ballot_names_no_voters() -> None:
    (vote,) = votes_of(
        "Der blev foretaget skriftlig afstemning.\nAnna Berg (V) fik 9 stemmer.\nAnna Berg (V) er hermed valgt."
    )
    assert (value_of(vote.result), vote.ballots) == ("Anna Berg", ())


def test_an_even_vote() -> None:
    (vote,) = votes_of(
        "Første led godkendt. Andet led: for stemte Anna Berg, imod Bo Dahl. Forslaget bortfaldt ved stemmelighed."
    )
    assert (value_of(vote.motion), value_of(vote.result)) == ("Andet led", "rejected")
    (vote,) = votes_of(
        "For stemte Anna Berg. Imod stemte Bo Dahl. Formandens stemme er afgørende, og indstillingen er dermed vedtaget."  # noqa: E501
    )
    assert (value_of(vote.result), vote.count_for, vote.count_against) == ("approved", 1, 1)


def test_lists_that_go_on_over_the_line_and_initials() -> None:
    (vote,) = votes_of(
        "For stemte A.M. Lund (A), I. Bech-Holm (A),\n\nog S. Bo (F). Imod stemte 7 (V, C og R. Mark (T))."
    )
    assert told(vote)["for"] == ["A.M. Lund (A)", "I. Bech-Holm (A)", "S. Bo (F)"]
    assert told(vote)["against"][-1] == "R. Mark (T)"


def test_a_local_list_by_the_legend_of_the_header() -> None:
    (vote,) = read_votes(paragraphs_of("T stemte imod."), Roster(lists={"T": "Tværlisten"}), date(2024, 3, 12))[0]
    assert [(voter.party, voter.party_surface) for _, voter in vote.ballots] == [("Tværlisten", "T")]


def anybody(text: str) -> tuple[Vote, ...]:
    """The votes of a meeting without a list of members."""
    return read_votes(paragraphs_of(text), Roster(), date(2019, 3, 12))[0]


def by_option(vote: Vote) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for option, voter in vote.ballots:
        found.setdefault(option, []).append(voter.person or voter.party or "")
    return found


class TestWordsOfRecommendation:
    def test_persons_recommend_and_others_do_not(self) -> None:
        (vote,) = anybody("Ida Lund, Jens Bo og Inge-Lise Sand anbefaler indstillingen.\nTage Rye stemmer imod.")
        assert by_option(vote) == {"for": ["Ida Lund", "Jens Bo", "Inge-Lise Sand"], "against": ["Tage Rye"]}
        assert (vote.count_for, vote.count_against) == (3, 1)

    def test_parties_and_a_person_with_the_number_of_all(self) -> None:
        (vote,) = anybody("V, C og Elsa Grip (B) (4) anbefaler indstillingen. Ø stemmer imod.")
        assert by_option(vote) == {
            "for": ["Venstre", "Det Konservative Folkeparti", "Elsa Grip"], "against": ["Enhedslisten"]
        }  # fmt: skip
        assert (vote.count_for, vote.count_against) == (4, None)

    def test_recommended_to_another_body(self) -> None:
        (vote,) = anybody("A, V og B (9) indstiller til regionsrådet, at sagen godkendes. Ø (1) stemmer imod.")
        assert (vote.count_for, vote.count_against) == (9, 1)

    def test_recommended_over_for_a_body_by_parties(self) -> None:
        text = "Indstillingen anbefales herefter over for Byrådet af V og O (4). A (2) stemmer imod."
        (vote,) = anybody(text)
        assert value_of(vote.motion) == "Indstillingen"
        assert by_option(vote) == {"for": ["Venstre", "Dansk Folkeparti"], "against": ["Socialdemokratiet"]}

    def test_recommendation_after_a_vote_on_it_is_its_result(self) -> None:
        text = "Indstillingen blev sat til afstemning. For stemte V og A. Ø undlod.\nIndstillingen anbefales."
        (vote,) = anybody(text)
        assert value_of(vote.result) == "approved"

    def test_majority_and_minority_with_numbers(self) -> None:
        text = "Et flertal på 4 (V og O) anbefaler indstillingen. Et mindretal på 3 (A og Ø) stemmer imod."
        (vote,) = anybody(text)
        assert (vote.count_for, vote.count_against) == (4, 3)


class TestNumbers:
    def test_a_number_alone_ends_the_sentence(self) -> None:
        (vote,) = anybody("For forslaget stemte 2: Ivan Holm og Bente Skytte.\nImod stemte 9. Forslaget faldt.")
        assert (vote.count_for, vote.count_against, value_of(vote.result)) == (2, 9, "rejected")

    def test_all_together(self) -> None:
        (vote,) = anybody("For indstillingen stemte A, C og U. Mejer (V), i alt 6.\nImod stemte F.")
        assert (vote.count_for, vote.count_against) == (6, None)

    def test_abstentions_under_their_number(self) -> None:
        (vote,) = anybody("For stemte 2:\nA og V\nImod stemte 1:\nC\nUndlod at stemme 1:\nHjalte Bo (B)")
        assert by_option(vote)["abstain"] == ["Hjalte Bo"]
        assert vote.count_abstain == 1

    def test_what_was_voted_on_between_option_and_names(self) -> None:
        (vote,) = anybody("2 stemte for indstillingen (Ida Lund (V) og Gert Ost (C)), og 2 imod (A).")
        assert by_option(vote) == {"for": ["Ida Lund", "Gert Ost"], "against": ["Socialdemokratiet"]}
        assert value_of(vote.motion) == "indstillingen"

    def test_rest_of_a_party(self) -> None:
        (vote,) = anybody("For stemte A og Luca Sand (Ø). Imod stemte V og resten af Ø.")
        assert by_option(vote) == {"for": ["Socialdemokratiet", "Luca Sand"], "against": ["Venstre", "Enhedslisten"]}


class TestWhatIsVotedOn:
    def test_numbered_proposals(self) -> None:
        text = "Ændringsforslag 2, stillet af Ida Lund (V), om at fristen ændres, blev vedtaget med 7 stemmer imod 3."
        (vote,) = anybody(text)
        assert (value_of(vote.motion), vote.mover.person if vote.mover else None) == ("fristen ændres", "Ida Lund")
        assert (value_of(vote.result), vote.count_for, vote.count_against) == ("approved", 7, 3)

    def test_proposal_that_voters_are_said_to_vote_for(self) -> None:
        text = (
            "V stemte for et ændringsforslag fra V om, at inventar udgår. Ændringsforslaget faldt med 9 stemmer imod 2."
        )
        (vote,) = anybody(text)
        assert value_of(vote.motion) == "inventar udgår"
        assert (vote.mover.party if vote.mover else None, value_of(vote.result)) == ("Venstre", "rejected")

    @pytest.mark.parametrize(
        ("text", "motion"),
        [
            ("Et flertal godkendte indstillingen. For stemte 9 (V og A). Imod stemte 2 (C).", "indstillingen"),
            ("Herefter blev planen sat under afstemning og vedtaget med 9 stemmer imod 6.", "planen"),
            ("Det ændrede forslag blev vedtaget med 9 stemmer imod 6.", "Det ændrede forslag"),
            ("Pkt. 1 blev vedtaget med 9 stemmer imod 6.", "Pkt. 1"),
        ],
    )
    def test_motion_of_the_sentence(self, text: str, motion: str) -> None:
        (vote,) = anybody(text)
        assert value_of(vote.motion) == motion

    def test_elected_with_votes_for_one_and_the_other(self) -> None:
        (vote,) = anybody("Der blev stemt skriftligt. Kis Bech blev valgt med 4 stemmer mod 3.")
        assert (value_of(vote.result), vote.count_for, vote.count_against) == ("Kis Bech", None, None)

    def test_elected_by_lot(self) -> None:
        (vote,) = anybody("Afstemningen foregik skriftligt.\nVed lodtrækning faldt valget på Tilde Bo.")
        assert value_of(vote.result) == "Tilde Bo"

    def test_last_question_is_the_one_voted_on(self) -> None:
        text = (
            "Jens T. Bo (A) spurgte, om han var inhabil i sagens behandling.\n"
            "Rådet stemte om Jens T. Bo kunne deltage i sagens behandling.\nFor stemte: V og A\nImod stemte: ingen\n"
            "Rådet erklærede, at Jens T. Bo (A) kan deltage i sagens behandling."
        )
        (vote,) = anybody(text)
        assert value_of(vote.motion) == "om Jens T. Bo kunne deltage i sagens behandling"
        assert value_of(vote.result) == "approved"

    def test_vote_after_somebody_disqualified_has_left_is_on_the_matter(self) -> None:
        text = "Han var inhabil og deltog ikke i sagens behandling.\nFor stemte V. Imod stemte A. Indstillingen faldt."
        (vote,) = anybody(text)
        assert value_of(vote.result) == "rejected"

    def test_statement_of_somebody_not_listed(self) -> None:
        text = "Faldt med 9 stemmer imod 1 (Ida Lund (D)).\nRikke Hjelm (B) ønskede tilført protokollen, at nej."
        (vote,) = anybody(text)
        assert [one.persons for one in vote.explanations] == [("Rikke Hjelm",)]

    def test_right_to_stop_that_somebody_says_to_use(self) -> None:
        text = (
            "Vedtaget med 3 stemmer imod 2.\n"
            "Per Grip (A) meddelte, at han udnytter standsningsretten i § 23, så sagen forelægges Byrådet."
        )
        (vote,) = anybody(text)
        assert vote.referral
        assert (vote.referral.by.person, vote.referral.to, vote.referral.section) == ("Per Grip", "Byrådet", "23")

    @pytest.mark.parametrize(
        ("text", "ballots", "counts"),
        [
            ("Et flertal på 4 (V og C) mod 3 (A og F) besluttede at anbefale sagen.", "for V C against A F", (4, 3)),
            ("Et flertal (V, C og Ida Lund), i alt 6, anbefaler indstillingen.", "for V C Ida", (6, None)),
            (
                "Udvalgets flertal, V og Ida Lund (4), indstiller, at prisen er 58 kr., mens A (3) ønsker 54 kr.",
                "for V Ida against A",
                (4, 3),
            ),
            ("V og A (4) anbefaler, at ansøgningen afslås. C (1) stemmer imod.", "for V A against C", (4, 1)),
            ("Afstemningen viste: 7 for og 2 imod. Imod stemte Ida Lund.", "against Ida", (7, 2)),
            ("Ved afstemningen stemte 13 for, 3 imod. Imod: A og F.", "against A F", (13, 3)),
            ("Indstillingen blev godkendt. F kunne ikke tiltræde, idet den er dyr.", "against F", (None, None)),
        ],
    )
    def test_more_words_of_majorities_and_numbers(
        self, text: str, ballots: str, counts: tuple[int | None, int | None]
    ) -> None:
        (vote,) = anybody(text)
        told: list[str] = []
        for option, voter in vote.ballots:
            told += [] if str(option) in told else [str(option)]
            told.append((voter.person or voter.party_surface or "").split()[0])
        assert " ".join(told) == ballots
        assert (vote.count_for, vote.count_against) == counts

    def test_a_body_that_cannot_agree_is_no_voter(self) -> None:
        assert not anybody("Teknisk Udvalg kunne ikke tiltræde ansøgningen.")
        assert not anybody("Nordlev Kommune kan ikke godkende ansøgningen.")

    def test_moved_on_behalf_of_parties_and_fallen_after_a_number(self) -> None:
        text = (
            "Per Grip (A) stillede på vegne af A og F ændringsforslag om, at planen udskydes.\n"
            "For stemte A og F, i alt 9. Imod stemte V og C, i alt 9. Forslaget bortfaldt ved stemmelighed.\n"
            "Godkendt med stemmerne 10 for (V og C) og 8 imod (A og F)."
        )
        first, second = anybody(text)
        assert first.mover
        assert (first.mover.person, value_of(first.result), first.count_for) == ("Per Grip", "rejected", 9)
        assert (value_of(second.result), second.count_for, second.count_against) == ("approved", 10, 8)


@pytest.mark.parametrize("line", ["Partibogstaver: T er Tværlisten.", "Forkortelser: T = Tværlisten."])
def test_legend_of_a_local_list_after_a_label(line: str) -> None:
    assert Roster.of((), [line]).lists == {"T": "Tværlisten"}


def test_abbreviations_in_a_motion_and_a_tally_that_ends_in_a_number() -> None:
    (vote,) = votes_of(
        "Et forslag fra Carl Egø (C) om en egenbetaling på 10 kr. pr. tur blev sat til afstemning.\n\n"
        "For stemte 2. Imod stemte 11.\n\nForslaget faldt."
    )
    assert value_of(vote.motion) == "en egenbetaling på 10 kr. pr. tur"
    assert (value_of(vote.result), vote.count_for, vote.count_against) == ("rejected", 2, 11)


def test_who_cannot_accede_has_a_view_and_no_ballot() -> None:
    assert not votes_of("Godkendt. Anna Berg (Ø) kan ikke tiltræde indstillingens andet punkt.")


def test_a_motion_that_fell_in_the_sentence_that_tells_of_it() -> None:
    first, second = votes_of(
        "Ændringsforslag fra Carl Egø (F) om, at badet bevares til 2007, blev forkastet. For stemte 4 (F og A), imod 7 (V og C).\n\n"  # noqa: E501
        "TU's forslag blev herefter vedtaget med 10 stemmer. F undlod at stemme."
    )
    assert (value_of(first.motion), value_of(first.result), first.count_for) == (
        "badet bevares til 2007",
        "rejected",
        4,
    )
    assert first.mover is not None
    assert first.mover.person == "Carl Egø"
    assert (value_of(second.motion), told(second)) == ("TU's forslag", {"abstain": ["[Socialistisk Folkeparti]"]})


def test_a_counted_list_ends_with_its_bracket_and_an_abstention_may_follow() -> None:
    (vote,) = votes_of(
        "Anna Berg (G) foreslog, at badet er gratis fra 1. maj 2004. 5 stemte for (G, F), 5 stemte imod (V, C), og Bo Dahl undlod at stemme."  # noqa: E501
    )
    assert told(vote) == {
        "for": ["[G]", "[Socialistisk Folkeparti]"],
        "against": ["[Venstre]", "[Det Konservative Folkeparti]"],
        "abstain": ["Bo Dahl"],
    }


def test_a_year_ends_a_sentence_before_voters_with_their_number() -> None:
    (vote,) = votes_of("V og O (3) anbefaler, at taksten hæves pr. 1. maj 2004. A og G (2) stemte imod.")
    assert told(vote)["against"] == ["[Socialdemokratiet]", "[G]"]


@pytest.mark.parametrize(
    ("text", "motion", "result"),
    [
        (
            "Udvalget godkendte Kulturudvalgets indstilling. Bo Dahl (V) stemte imod.",
            "Kulturudvalgets indstilling",
            "approved",
        ),
        (
            "Byrådet tiltrådte Teknik- og Miljøudvalgets indstilling, idet Bo Dahl (V) stemte imod.",
            "Teknik- og Miljøudvalgets indstilling",
            "approved",
        ),
        (
            "Udvalget besluttede at godkende administrationens indstilling. Bo Dahl (V) stemte imod.",
            "administrationens indstilling",
            "approved",
        ),
        ("Udvalget forkastede Anna Bergs forslag. Bo Dahl (V) stemte imod.", "Anna Bergs forslag", "rejected"),
        (
            "Et flertal på 5 (V og A) mod 1 (Bo Dahl (V)) besluttede at følge indstillingens punkt 1. Punkt 2 udgik.",
            "indstillingens punkt 1",
            "approved",
        ),
        ("Udvalget godkendte indstillingen. Bo Dahl (V) stemte imod.", None, "approved"),
    ],
)
def test_what_was_approved_in_the_sentence_that_says_so(text: str, motion: str | None, result: str) -> None:
    (vote,) = votes_of(text)
    assert (value_of(vote.motion), value_of(vote.result)) == (motion, result)
    assert told(vote)["against"] == ["Bo Dahl (V)"]


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt. Ø kunne ikke tiltræde, og F undlod at stemme.",
        "Godkendt. F undlod at stemme, mens Ø stemte imod.",
        "Godkendt. Imod stemte Ø, og F undlod.",
        "Godkendt, idet Ø stemte imod, og F undlod at stemme.",
    ],
)
def test_two_who_cast_differently_in_one_sentence(text: str) -> None:
    (vote,) = votes_of(text)
    assert told(vote) == {"against": ["[Enhedslisten]"], "abstain": ["[Socialistisk Folkeparti]"]}


def test_both_sides_told_beside_the_result() -> None:
    (vote,) = votes_of(
        "Forslaget om et havnebad faldt, idet Anna Berg og Bo Dahl stemte for, V stemte imod, og A undlod."
    )
    assert told(vote) == {"for": ["Anna Berg", "Bo Dahl"], "against": ["[Venstre]"], "abstain": ["[Socialdemokratiet]"]}
    assert value_of(vote.result) == "rejected"


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("Indstillingen blev godkendt. Ø undlod at stemme om punkt 2.", [("punkt 2", {"abstain": ["[Enhedslisten]"]})]),
        (
            "Godkendt. Ø undlod at stemme for så vidt angår pkt. 2 og 3.",
            [("pkt. 2 og 3", {"abstain": ["[Enhedslisten]"]})],
        ),
        (
            "Godkendt. Ø stemte imod punkt 2 og undlod at stemme om punkt 3.",
            [("punkt 2", {"against": ["[Enhedslisten]"]}), ("punkt 3", {"abstain": ["[Enhedslisten]"]})],
        ),
        (
            "Byrådet godkendte indstillingen med 12 stemmer for og 3 imod. Imod stemte Ø. F undlod at stemme ved punkt 4.",  # noqa: E501
            [
                ("indstillingen", {"against": ["[Enhedslisten]"]}),
                ("punkt 4", {"abstain": ["[Socialistisk Folkeparti]"]}),
            ],
        ),
        (
            "Godkendt. Ø stemte imod punkt 2.\nF undlod at tage stilling til indstillingspunkt 2.",
            [("punkt 2", {"against": ["[Enhedslisten]"], "abstain": ["[Socialistisk Folkeparti]"]})],
        ),
    ],
)
def test_a_part_alone(text: str, votes: list[tuple[str, dict[str, list[str]]]]) -> None:
    assert [(value_of(vote.motion), told(vote)) for vote in votes_of(text)] == votes


def test_a_name_that_begins_as_a_verb() -> None:
    assert told(votes_of("Imod stemte Erling Vad (V) og Varg Bo (A).")[0]) == {
        "against": ["Erling Vad (V)", "Varg Bo (A)"]
    }


def test_what_is_put_to_the_vote() -> None:
    (vote,) = votes_of(
        "Herefter sattes indstillingen under afstemning. Godkendt med stemmerne 10 for (V) og 8 imod (A)."
    )
    assert (value_of(vote.motion), vote.count_for, vote.count_against) == ("indstillingen", 10, 8)


def test_a_vote_on_putting_off() -> None:
    for text in ("Udsættelsen blev vedtaget med 21 stemmer imod 8.", "Udsat med stemmerne 5 for (V) og 4 imod (A)."):
        (vote,) = votes_of(text)
        assert value_of(vote.result) == "approved"


@pytest.mark.parametrize(
    ("text", "motion", "mover"),
    [
        (
            "Et ændringsforslag fra Anna Berg (A) blev sat til afstemning.",
            "Et ændringsforslag fra Anna Berg (A)",
            "Anna Berg",
        ),
        (
            "Et ændringsforslag fra A om, at havnen udvides, blev sat til afstemning.",
            "havnen udvides",
            "Socialdemokratiet",
        ),
        ("Venstres ændringsforslag om gratis bus blev sat under afstemning.", "gratis bus", "Venstre"),
        ("Bo Dahls forslag blev sat til afstemning.", "Bo Dahls forslag", "Bo Dahl"),
        ("Et af Anna Berg (A) stillet forslag om gratis bus blev bragt til afstemning.", "gratis bus", "Anna Berg"),
        ("Formanden satte et forslag fra SF til afstemning.", "et forslag fra SF", "Socialistisk Folkeparti"),
        ("Anna Berg stillede ændringsforslag om gratis bus, som blev sat til afstemning.", "gratis bus", "Anna Berg"),
        (
            "A fremsatte forslag om, at bussen er gratis, der herefter blev sendt til afstemning.",
            "bussen er gratis",
            "Socialdemokratiet",
        ),
        (
            "Der blev stillet ændringsforslag fra Bo Dahl om gratis bus. Forslaget blev sat til afstemning.",
            "gratis bus.",
            "Bo Dahl",
        ),
        (
            "Bo Dahl stillede et ændringsforslag. Ændringsforslaget blev sat til afstemning.",
            "et ændringsforslag.",
            "Bo Dahl",
        ),
        ("Et ændringsforslag fra A og F blev sat til afstemning.", "Et ændringsforslag fra A og F", None),  # of two
        ("Et ændringsforslag fra forvaltningen blev sat til afstemning.", "Et ændringsforslag fra forvaltningen", None),
        ("Et forslag fra Nordlev Skole blev sat til afstemning.", "Et forslag fra Nordlev Skole", None),  # no member
        ("Budgettets forslag blev sat til afstemning.", "Budgettets forslag", None),
        ("Forslag fra 2022 blev sat til afstemning.", "Forslag fra 2022", None),
    ],
)
def test_who_moved_what_is_put_to_the_vote(text: str, motion: str, mover: str | None) -> None:
    (vote,) = votes_of(f"{text}\n\nFor stemte C. Imod stemte Ø.")
    assert value_of(vote.motion) == motion
    assert (vote.mover and (vote.mover.person or vote.mover.party)) == mover
    assert told(vote) == {"for": ["[Det Konservative Folkeparti]"], "against": ["[Enhedslisten]"]}


def test_the_motion_of_another_is_another_vote() -> None:
    first, second = votes_of(
        "Anna Berg stillede ændringsforslag om gratis bus. Et ændringsforslag fra Bo Dahl blev sat til afstemning. "
        "For stemte C. Forslaget faldt. Anna Bergs forslag blev sat til afstemning. For stemte Ø."
    )
    assert [vote.mover and vote.mover.person for vote in (first, second)] == ["Bo Dahl", "Anna Berg"]
    assert value_of(first.result) == "rejected"


def test_what_became_of_a_motion_in_its_own_sentence() -> None:
    (vote,) = votes_of("Anna Berg stillede forslag om gratis bus, som blev sat til afstemning og faldt.")
    assert (value_of(vote.motion), value_of(vote.result)) == ("gratis bus", "rejected")
    (vote,) = votes_of("A stillede forslag om gratis bus, som faldt med 3 stemmer for og 9 imod.")
    assert (value_of(vote.motion), vote.mover and vote.mover.party) == ("gratis bus", "Socialdemokratiet")
    assert (value_of(vote.result), vote.count_for, vote.count_against) == ("rejected", 3, 9)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("O og Ø stemte imod. Begrundelsen er, at vejen er smal.", [("O, Ø", "at vejen er smal")]),
        ("Carl Egø (Ø) stemte imod. Partiet finder, at skoven skal blive.", [("Ø", "finder, at skoven skal blive")]),
        ("Carl Egø (Ø) stemte imod. Det begrundes med støjen.", [("Carl Egø", "støjen")]),
        ("O og Ø stemte imod. De mener, at vejen er smal.", [("O, Ø", "mener, at vejen er smal")]),
        ("O stemte imod, idet vejen er smal. Desuden er den dyr.", [("O", "idet vejen er smal. Desuden er den dyr")]),
        (
            "Anna Berg (A) stemte imod, da vejen er smal. Hun savner en plan. Samtidig er den dyr.",
            [("Anna Berg", "da vejen er smal. Hun savner en plan. Samtidig er den dyr")],
        ),
        ("O stemte imod. O henviser til, at vejen er smal.", [("O", "henviser til, at vejen er smal")]),
        ('O stemte imod. O afgav denne erklæring til protokollen: "Vejen er smal."', [("O", "Vejen er smal")]),
        ("O stemte imod, idet vejen er smal. Endvidere blev punkt 2 godkendt.", [("O", "idet vejen er smal")]),
        ("O stemte imod, idet vejen er smal. Desuden skal forvaltningen måle den.", [("O", "idet vejen er smal")]),
        ("O og Ø stemte imod. Partiet finder, at vejen er smal.", []),  # whose?
        ("O stemte imod. Hun mener, at vejen er smal.", []),
        ("O stemte imod, og Ø undlod. Begrundelsen er, at vejen er smal.", []),
        ("O stemte imod. Vejen fik navn. Begrundelsen er, at den er smal.", []),
        ("Begrundelsen er, at vejen er smal.", []),
        ("O stemte imod. Begrundelsen for stemmen er, at vejen er smal.", [("O", "at vejen er smal")]),
        ("O stemte imod. Årsagen til at stemme imod er, at vejen er smal.", [("O", "at vejen er smal")]),
        ("O stemte imod. Baggrunden for partiets stemme var støjen.", [("O", "støjen")]),
        ("Anna Berg (A) stemte imod. Begrundelsen for planen er, at der mangler boliger.", []),  # of the plan
        ("Anna Berg (A) stemte imod. Baggrunden for sagen er, at vejen er smal.", []),
        ("Anna Berg (A) stemte imod. Årsagen til støjen er, at vejen er smal.", []),
        ("Anna Berg (A) stemte imod. Grunden er forurenet.", []),  # land
        ("Anna Berg (A) stemte imod. Hun ønskede herefter at forlade mødet.", []),
        ("Anna Berg (A) stemte imod. Hun ønskede at forlade mødet.", []),
        ("Anna Berg (A) stemte imod. Anna Berg (A) ønskede at forlade mødet.", []),
        (
            "Anna Berg (A) stemte imod, da vejen er smal. Hun ønskede herefter at gå.",
            [("Anna Berg", "da vejen er smal")],
        ),
        ("Anna Berg (A) stemte imod. Hun ønskede i stedet en bro.", [("Anna Berg", "ønskede i stedet en bro")]),
    ],
)
def test_reasons_in_sentences_of_their_own(text: str, reasons: list[tuple[str, str]]) -> None:
    found = [one for vote in votes_of(f"For stemte V. {text}") for one in vote.explanations]
    assert [(", ".join((*one.persons, *one.parties)), one.text) for one in found] == reasons


def test_letters_at_the_end_of_a_sentence_are_no_initial() -> None:
    (vote,) = votes_of("For stemte V. Imod stemte A og F. Bo Dahl (C) undlod at stemme.")
    assert told(vote) == {
        "for": ["[Venstre]"],
        "against": ["[Socialdemokratiet]", "[Socialistisk Folkeparti]"],
        "abstain": ["Bo Dahl (C)"],
    }
    (vote,) = votes_of("For stemte V. Imod stemte R. Mark (T).")
    assert told(vote)["against"] == ["R. Mark (T)"]


@pytest.mark.parametrize(
    ("text", "motion", "result", "counts"),
    [
        (
            "Sagen blev sat til afstemning. For indstillingen stemte A. Imod stemte V.",
            "indstillingen",
            None,
            (None, None),
        ),
        (
            "Anna Berg (F) stillede forslag om en bro.\n\n5 stemte for, 8 stemte imod, mens Bo "
            "Dahl (T) hverken stemte for eller imod. Forslaget bortfaldt.",
            "en bro.",
            "rejected",
            (5, 8),
        ),
        (
            "Derefter blev budgettet som helhed vedtaget med 12 stemmer for (A og V) og 1 imod (Bo Dahl (Ø)).",
            "budgettet som helhed",
            "approved",
            (12, 1),
        ),
        (
            "Anna Berg (C) foreslog som ændring til punkt 2, at rådet får fem medlemmer. Ja: "
            "7. Nej: 8. Ændringen blev forkastet.",
            "rådet får fem medlemmer.",
            "rejected",
            (7, 8),
        ),
        (
            "4 medlemmer (V og C) anbefaler indstillingen.\n\n3 medlemmer (A og Anna Berg (F)) stemte imod.",
            None,
            None,
            (4, 3),
        ),
        (
            "Et flertal på 8 anbefaler, at planen vedtages. Et mindretal på 1 (Anna Berg (Ø)) stemmer imod.",
            None,
            None,
            (8, 1),
        ),
        (
            "Forslag 2 fra Bo Dahl (F): Broen bygges.\n\nForslaget blev nedstemt med 13 stemmer mod 4.",
            "Broen bygges.",
            "rejected",
            (4, 13),
        ),
        (
            "Anna Berg (V) stillede forslag 4: Broen bygges.\n\nForslag 4 vedtoges med 11 stemmer. 4 stemte imod.",
            "Broen bygges.",
            "approved",
            (11, 4),
        ),
        (
            "Bo Dahl (T) stillede forslag: Broen bygges.\n\nKun forslagsstilleren, Bo Dahl "
            "(T), stemte for. Forslaget faldt.",
            "Broen bygges.",
            "rejected",
            (1, None),
        ),
        (
            "Anna Berg (A) foreslog, at sagen sendes tilbage.\n\nForslaget vedtoges med stemmerne 9-8.",
            "sagen sendes tilbage.",
            "approved",
            (9, 8),
        ),
        (
            "Forvaltningens forslag om lukning blev godkendt. For stemte Anna Berg (V).",
            "Forvaltningens forslag om lukning",
            "approved",
            (1, None),
        ),
        ("Forslaget fik 2 stemmer (O) og var dermed forkastet.", "Forslaget", "rejected", (2, None)),
        ("For stemte A (3). Imod stemte V (3). Forslaget opnåede ikke flertal.", "Forslaget", "rejected", (3, 3)),
        ("Ændringsforslagene blev sat under afstemning et for et.\n\nFor stemte 3, imod stemte 9.", None, None, (3, 9)),
    ],
)
def test_votes_in_more_words(
    text: str, motion: str | None, result: str | None, counts: tuple[int | None, int | None]
) -> None:
    (vote,) = votes_of(text)
    assert (value_of(vote.motion), value_of(vote.result)) == (motion, result)
    assert (vote.count_for, vote.count_against) == counts


def test_a_majority_against_and_a_local_list() -> None:
    (vote,) = votes_of(
        "Et flertal bestående af A, Strandlisten og Bo Dahl (F) stemte imod forslaget.\n\n"
        "Et mindretal bestående af Anna Berg (C) stemte for."
    )
    assert told(vote) == {
        "against": ["[Socialdemokratiet]", "[Strandlisten]", "Bo Dahl (F)"],
        "for": ["Anna Berg (C)"],
    }


@pytest.mark.parametrize(
    ("text", "ballots"),
    [
        ("Deltagerlisten stemte imod.", {}),
        ("Ventelisten stemte for.", {}),
        ("Imod stemte Ventelisten og Deltagerlisten.", {}),
        ("For stemte:\n\nVentelisten", {}),
        ("Godkendt mod Ventelistens stemmer.", {}),
        ("Forslaget faldt med 3 stemmer (Ventelisten) imod 4 (V).", {"for": ["[Venstre]"]}),
        ("Enhedslisten stemte imod.", {"against": ["[Enhedslisten]"]}),
        ("Havnelisten stemte imod.", {"against": ["[Havnelisten]"]}),  # the legend has it
        ("Skovlisten Søby stemte for.", {"for": ["[Skovlisten Søby]"]}),
        ("Tårnlisten stemte imod.", {"against": ["[Tårnlisten]"]}),  # a member's
        (
            "A og Strandlisten stemte imod. Strandlisten stemte imod, idet vejen er smal.",
            {"against": ["[Socialdemokratiet]", "[Strandlisten]"]},
        ),
    ],
)
def test_a_list_is_a_party_where_more_than_its_form_says_so(text: str, ballots: dict[str, list[str]]) -> None:
    roster = Roster((Member("Anna Berg", "Tårnlisten"),), lists={"H": "Havnelisten", "S": "Skovlisten Søby"})
    votes = read_votes(paragraphs_of(text), roster, date(2024, 3, 12))[0]
    assert {option: names for vote in votes for option, names in told(vote).items()} == ballots


@pytest.mark.parametrize(
    "text",
    [
        "Ventelisten stillede forslag om en bro, som blev forkastet.",
        "Et ændringsforslag fra Ventelisten om en bro blev forkastet med 3 stemmer for og 9 imod.",
        "V stemte for et ændringsforslag fra Ventelisten om, at broen bygges.",
    ],
)
def test_a_list_by_its_form_alone_moves_nothing(text: str) -> None:
    assert [vote.mover for vote in votes_of(text)] == [None]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("2 stemte imod forslaget om en pause.", None),
        ("2 stemte imod forslaget.", None),
        ("2 stemte imod en pause.", None),
        ("2 stemte imod.", 2),
        ("2 stemte imod indstillingen.", 2),
        ("2 stemte imod, og 1 undlod.", 2),
    ],
)
def test_those_against_in_a_sentence_after_the_tally(text: str, against: int | None) -> None:
    (vote,) = votes_of(f"Vedtaget med 4 stemmer. {text}")
    assert (vote.count_for, vote.count_against) == (4, against)
    (vote,) = votes_of("Vedtaget med 4 stemmer, mens 2 stemte imod forslaget.")
    assert (vote.count_for, vote.count_against) == (4, 2)


def test_a_call_of_names_after_a_tally_is_another_vote() -> None:
    first, second = votes_of(
        "Bo Dahl (O) stillede forslag om en bro.\n\nForslaget faldt, idet 6 stemte for og 9 imod.\n\n"
        "Der blev begæret navneopråb om indstillingen.\n\nJa stemte: Anna Berg og Bo Dahl.\n\nNej stemte: Carl Egø."
    )
    assert (value_of(first.result), first.ballots) == ("rejected", ())
    assert value_of(second.motion) == "indstillingen"
    assert told(second) == {"for": ["Anna Berg", "Bo Dahl"], "against": ["Carl Egø"]}


def test_what_was_withdrawn_before_a_vote_begins_no_other() -> None:
    (vote,) = votes_of(
        "Forslaget om en bro blev trukket tilbage.\n\nBudgettet som helhed blev herefter sat under afstemning.\n\n"
        "Budgettet blev vedtaget med 13 stemmer for og 3 imod."
    )
    assert (value_of(vote.motion), vote.count_for) == ("Budgettet som helhed", 13)


def test_what_becomes_of_the_matter_is_not_the_result_of_the_vote() -> None:
    (vote,) = votes_of(
        "For indstillingen stemte 4 (A og F), imod stemte V.\n\n"
        "Forslaget er dermed vedtaget, og sagen oversendes til Økonomiudvalget med udvalgets anbefaling."
    )
    assert value_of(vote.result) == "approved"
