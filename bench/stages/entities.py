"""Finding entities: the whole pipe over the points of the examples, beside a ruler with the same national names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.corpus import example_documents
from bench.racing import race
from bench.report import Figure
from bench.stages import Plan

if TYPE_CHECKING:
    from spacy.language import Language


def measure(plan: Plan) -> list[Figure]:
    """Milliseconds a thousand characters of the points."""
    from extract.entities import find_entities
    from extract.grammar import parse

    pairs = [(record, document) for document in example_documents() for record in parse(document)]
    texts = ["\n".join(line.text for line in document.lines) for _, document in pairs]
    thousands = sum(map(len, texts)) // 1000
    ruler = _ruler()

    def ours() -> int:
        for record, document in pairs:
            find_entities(record, document)
        return thousands

    def peer() -> int:
        for text in texts:
            ruler(text)
        return thousands

    phrases = len(ruler.get_pipe("entity_ruler").patterns)  # type: ignore[attr-defined]
    note = (
        f"the peer looks for the {phrases} phrases of the national lexicon and nothing else; ours also finds persons, "
        "local partners, bodies, dates, money, laws with sections, references, relations and follow-ups"
    )
    peer_name = "EntityRuler, same phrases, stock tokenizer"
    return [Figure("entities", "1,000 characters", peer_name, race(ours, peer, plan.rounds), note)]


def _ruler() -> Language:
    import spacy

    nlp = spacy.blank("da")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [{"label": label, "pattern": phrase} for label, phrases in _phrases().items() for phrase in phrases]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


def _phrases() -> dict[str, list[str]]:
    """Every name of the national lexicon, by what it names."""
    from extract.entities.lexicon import laws, organisations
    from extract.lexicon.authorities import authorities

    return {
        "ORG": sorted(organisations().by_name),
        "LAW": sorted({name for law in laws().laws for name in (law.title, *law.popular)}),
        "MUN": sorted({name for one in authorities() for name in (one.name, *one.also)}),
    }
