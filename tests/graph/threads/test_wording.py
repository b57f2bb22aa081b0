from __future__ import annotations

import pytest

from graph.threads.wording import count_words, sentences, spelled, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("særlov", "særloven"), ("fiskere", "fiskerne"), ("havneplan", "havneplanens"), ("åbningstid", "åbningstiderne")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_short_words_and_words_of_treatment_name_nothing():
    assert stems("Orientering om ny sti: dispensation til Ærø-Færgen") == ["ærø-færg"]


def test_words_are_shown_as_they_stand():
    assert spelled("Særloven for fiskerne, og særlov igen", ["særlov", "fisk"], 5) == "Særloven, fiskerne"
    assert spelled("Særloven for fiskerne", ["særlov", "fisk"], 1) == "Særloven"


def test_a_word_is_rare_by_matters_not_by_points():
    texts = [(f"sag-{number}", ["fælles"]) for number in range(10)] + [("sag-1", ["havn"])] * 10
    frequencies = count_words(texts)
    assert frequencies.rare(["fælles", "havn"]) == {"havn"}
    assert frequencies.telling(["fælles", "havn"]) == {"havn"}
    assert frequencies.rarest(["fælles", "havn"], 1) == ["havn"]


def test_sentences_end_at_full_stops_and_empty_lines():
    assert list(sentences("Det er pkt. 3 af planen. Åen flyttes!\n\nnyt afsnit")) == [
        "Det er pkt. 3 af planen.",
        "Åen flyttes!",
        "nyt afsnit",
    ]
