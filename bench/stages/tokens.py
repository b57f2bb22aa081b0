"""The tokenizer: spaCy's Danish one with its special cases where they do not switch the cache off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.corpus import example_texts
from bench.racing import race
from bench.report import Figure
from bench.stages import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

PEER = 'spacy.blank("da") as shipped'
UNIT = "1,000 characters"


def measure(plan: Plan) -> list[Figure]:
    """Milliseconds a thousand characters: on words seen before, and with a fresh tokenizer."""
    texts = example_texts()
    ours, peer = _cured(), _stock()
    warm = race(_tokenizing(lambda: ours, texts, plan.times), _tokenizing(lambda: peer, texts, 2), plan.rounds)
    fresh: dict[str, Language] = {}

    def renew() -> None:
        fresh.update(ours=_cured(), peer=_stock())

    cold = race(
        _tokenizing(lambda: fresh["ours"], texts, 1),
        _tokenizing(lambda: fresh["peer"], texts, 1),
        plan.rounds,
        before=renew,
    )
    note = f"{_same_boundaries(ours, peer, texts):.2%} of the peer's token boundaries are ours as well"
    return [Figure("tokenizer, warm", UNIT, PEER, warm, note), Figure("tokenizer, fresh", UNIT, PEER, cold)]


def _tokenizing(nlp: Callable[[], Language], texts: Sequence[str], times: int) -> Callable[[], int]:
    def work() -> int:
        tokenizer = nlp().tokenizer
        for _ in range(times):
            for text in texts:
                tokenizer(text)
        return max(1, times * sum(map(len, texts)) // 1000)

    return work


def _stock() -> Language:
    import spacy

    return spacy.blank("da")


def _cured() -> Language:
    from extract.entities.pipeline import cure_tokenizer

    nlp = _stock()
    cure_tokenizer(nlp)
    return nlp


def _same_boundaries(ours: Language, peer: Language, texts: Sequence[str]) -> float:
    """The share of the peer's token starts that ours has too."""
    same = wanted = 0
    for text in texts:
        starts = {token.idx for token in peer.tokenizer(text)}
        same += len(starts & {token.idx for token in ours.tokenizer(text)})
        wanted += len(starts)
    return same / wanted
