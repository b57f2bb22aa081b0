import pytest

from tests.extract.grammar.minutes import item_of, told


@pytest.mark.parametrize(
    ("section", "proposer", "sentences"),
    [
        ("Direktøren for Havn indstiller, at\n\n- badet åbner.\n- at prisen er 10 kr.", "Direktøren for Havn", ["at badet åbner.", "at prisen er 10 kr."]),  # noqa: E501
        ("Administrationen indstiller, at badet åbner.", "Administrationen", ["at badet åbner."]),
        ("Administrationen indstiller at badet åbner.", "Administrationen", ["at badet åbner."]),
        ("Forvaltningen indstiller,\n\n1. at badet åbner\n\n2. at prisen er 10 kr.", "Forvaltningen", ["at badet åbner", "at prisen er 10 kr."]),  # noqa: E501
        ("Forvaltningen indstiller over for Kultur- og Fritidsudvalget, Havneudvalget og Byrådet, at badet åbner", "Forvaltningen", ["at badet åbner"]),  # noqa: E501
        ("Kulturchefen indstiller til udvalget;\n\n1. At badet åbner", "Kulturchefen", ["at badet åbner"]),
        ("Center for Havn & Bad indstiller,\n\nat badet åbner, og\n\nat prisen er 10 kr.", "Center for Havn & Bad", ["at badet åbner, og", "at prisen er 10 kr."]),  # noqa: E501
        ("Forvaltningen indstiller,\n\n1. at der gives penge til:\n\n- bade\n- broer\n\n2. at sagen genoptages", "Forvaltningen", ["at der gives penge til: bade broer", "at sagen genoptages"]),  # noqa: E501
        ("Havnechefen indstiller, at badet åbner, og at prisen er 10 kr.", "Havnechefen", ["at badet åbner,", "at prisen er 10 kr."]),  # noqa: E501
        ("Havnechefen indstiller, at badet lukkes, at broen fjernes og at prisen er 10 kr.", "Havnechefen", ["at badet lukkes,", "at broen fjernes", "at prisen er 10 kr."]),  # noqa: E501
        ("Havnechefen indstiller, at rådet godkender, at badet åbner, og at prisen er 10 kr.", "Havnechefen", ["at rådet godkender, at badet åbner, og at prisen er 10 kr."]),  # noqa: E501
        ("Havnechefen indstiller,\n\nat badet åbner, og at prisen er 10 kr.", "Havnechefen", ["at badet åbner, og at prisen er 10 kr."]),  # noqa: E501
        ("Der træffes ikke beslutning på temamødet.", None, []),
    ],
)  # fmt: skip
def test_proposer_and_sentences(section: str, proposer: str | None, sentences: list[str]) -> None:
    item = item_of("Indstilling", section, "Beslutning", "Godkendt.")
    assert told(item.proposer) == proposer
    assert [recommendation.text for recommendation in item.recommendations] == sentences


def test_without_a_heading_the_sentence_opens_the_section() -> None:
    item = item_of(
        "Baggrund", "Badet er gammelt.", "Administrationen indstiller, at\n\n- badet åbner.", "Beslutning", "Godkendt."
    )
    assert [section.name for section in item.sections] == ["Baggrund", "Indstilling", "Beslutning"]
    assert [recommendation.text for recommendation in item.recommendations] == ["at badet åbner."]
