"""An annotation of invented minutes, small enough to count by hand, with every kind of fact in it."""

from __future__ import annotations

from typing import Any

OWN = "Teknik- og Havneudvalget"
DATE = "2031-03-04"


def gold() -> dict[str, Any]:
    """A fresh copy."""
    return {
        "document": {"file": "700_nordlev.txt", "kind": "referat"},
        "meeting": {
            "municipality": "Nordlev Kommune",
            "body": OWN,
            "date": DATE,
            "start_time": "16:30",
            "place": "Rådhuset, lokale 2",
            "present": ["Asta Lund", "Bo Ravn", "Ida Skov"],
            "absent": ["Per Holm"],
            "partial": [{"person": "Ida Skov", "absent_items": [2], "note": None}],
            "present_lines": [7],
        },
        "items": [_harbour(), _bridge()],
        "traps": [
            {"surface": "Broen", "line": 42, "not": "organisation or place name", "why": "the bridge"},
            {"surface": "Ida", "line": 7, "not": "person on its own", "why": "a wrapped name"},
            {"surface": "forslaget faldt", "line": 47, "not": "approved", "why": "it says the opposite"},
            {"surface": "Søby", "line": 41, "not": "Havnelauget", "why": "a place beside it"},
            {"surface": "14 dage", "line": 44, "not": "span of days", "why": "not scored"},
        ],
    }


def _harbour() -> dict[str, Any]:
    return {
        "number": 1,
        "title": "Ny mole ved Havnen",
        "title_canonical": "Ny mole",
        "title_line": 10,
        "case_number": "31/100",
        "case_line": 12,
        "sections": ["Sagsresume", "Indstilling", "Beslutning"],
        "section_spans": [{"line": 14}, {"line": 18}, {"line": 30}],
        "proposer": "Havnechefen",
        "proposer_line": 19,
        "recommendations": ["at molen bygges af granit fra Søby i løbet af sommeren.", "at sagen sendes videre."],
        "recommendation_lines": [20, 21],
        "procedure": [{"body": OWN, "date": DATE, "line": 28}],
        "decisions": [
            {
                "body": OWN,
                "date": DATE,
                "text": "Godkendt.",
                "outcomes": ["approved"],
                "line": 30,
                "text_lines": [32],
            }
        ],
        "absent": ["Per Holm"],
        "absent_lines": [34],
        "attachments": ["Tegning af molen"],
        "attachment_lines": [37],
        "laws": [{"surface": "havneloven § 9", "law": "Lov om havne", "section": "9", "subsection": None, "line": 15}],
        "bills": [{"surface": "L 41", "number": "L 41", "line": 15}],
        "accounts": [{"surface": "§ 28.71", "account": "28.71", "line": 16}],
        "organisations": [
            {"surface": "Havnelauget", "canonical": "Havnelauget", "line": 15, "count": 2},
            {"surface": "Søby Kommunes", "canonical": "Søby Kommune", "line": 16},
            {"surface": "Driftsgården", "canonical": "Driftsgården", "line": 17, "optional": True},
        ],
        "persons": [{"name": "Per Holm", "role": "absent", "line": 34}],
        "bodies": [{"surface": OWN, "canonical": OWN, "line": 28}],
        "money": [{"surface": "1,5 mio. kr.", "amount_dkk": 1_500_000, "line": 16}],
        "date_refs": [
            {"surface": "4. marts 2030", "iso_or_partial": "2030-03-04", "line": 16},
            {"surface": "2029", "iso_or_partial": "2029", "line": 16},
        ],
        "agreements": [{"surface": "havneaftalen", "canonical": "Havneaftalen", "line": 17}],
        "followups": [{"text": "…", "due": None, "line": 32, "kind": "committee_request"}],
        "renames": [{"from": "Moleklubben", "to": "Havnelauget", "date": "2030-10", "line": 17}],
        "relations": [["Havneaftalen", "AGREED_BY", "Søby Kommune"], ["Havneaftalen", "PART_OF", "En helt anden ting"]],
        "relation_lines": [17, 17],
        "relation_inferred": [False, False],
    }


def _bridge() -> dict[str, Any]:
    asta, bo = ({"person": name, "party": "Venstre", "party_surface": "V"} for name in ("Asta Lund", "Bo Ravn"))
    return {
        "number": 2,
        "title": "Broen",
        "title_line": 40,
        "case_number": "31/101",
        "decisions": [
            {
                "body": OWN,
                "date": DATE,
                "text": "Forslaget faldt.",
                "outcomes": ["rejected"],
                "line": 45,
                "text_lines": [47],
            }
        ],
        "votes": [
            {
                "proposal": "Broen males grøn.",
                "proposal_line": 45,
                "proposer": asta,
                "for": [asta],
                "against": [bo],
                "abstain": [],
                "result": "rejected",
                "count_for": 1,
                "count_against": None,
                "explanations": [{"persons": ["Bo Ravn"], "text": "…", "line": 48}],
                "referral": {"by": asta, "to": "Byrådet", "section": "23", "line": 49},
            }
        ],
        "parties": [{"surface": "(V)", "canonical": "Venstre", "line": 46}],
    }
