"""A decision brought before another body: standsningsret, styrelsesloven § 23, and initiativret, § 11."""

from __future__ import annotations

import re

from extract.grammar.ballots import to_voter
from extract.grammar.bodies import find_body
from extract.grammar.names import list_of_names
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import Referral

_SECTION = re.compile(r"§{1,2}\s*(?P<section>\d{1,3}(?:\s?[a-h](?![a-zæøå]))?)")
_LAW = re.compile(r"(?:kommune)?styrelseslov|kommunernes\s+styrelse|kommunale\s+styrelse", re.IGNORECASE)
_LAW_TITLE = "Lov om kommunernes styrelse"


def read_referral(paragraph: Paragraph, year: int | None, start: int = 0) -> Referral | None:
    """The referral that a paragraph tells of from a position on; only by somebody it names."""
    for pattern in vote_patterns().referral:
        match = compiled(pattern).match(paragraph.text, start)
        movers = list_of_names(match["by"].strip()) if match else ()
        if match is None or len(movers) != 1:
            continue
        words = paragraph.text[match.end("by") :]
        section = _SECTION.search(words)
        text = squeeze(words).rstrip(" .")
        found = find_body(match["to"][:1].upper() + match["to"][1:])
        if found is None:
            continue  # "henvist til" somewhere that is no body
        return Referral(
            by=to_voter(paragraph, movers[0], match.start("by"), year, "vote.referral.by"),
            to=found.body.name,
            law=_LAW_TITLE if _LAW.search(words) else None,
            section=squeeze(section["section"]) if section else None,
            text=text,
            evidence=paragraph.evidence(match.end("by") + 1, len(paragraph.text), "vote.referral"),
        )
    return None
