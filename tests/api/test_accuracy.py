"""How often the rules are right, as the page of coverage tells it."""

import json
import re
from typing import Any

import pytest
from pydantic import ValidationError

from api.languages import Language
from api.pages.accuracy import FILE, Accuracy, Measured, load_accuracy
from api.pages.texts import load_texts
from api.pages.words import percent
from tests.api.client import TestClient


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        ("/daekning", Language.DANISH, "Hvor ofte reglerne rammer rigtigt"),
        ("/en/daekning", Language.ENGLISH, "How often the rules are right"),
    ],
)
def test_coverage_tells_how_often_the_rules_are_right(
    client: TestClient, path: str, language: Language, title: str
) -> None:
    texts, runs = load_texts(language), (load_accuracy().whole, load_accuracy().latest)
    page = client.get(path).text
    [table] = re.findall(rf'role="region" tabindex="0" aria-label="{title}">(.*?)</table>', page, re.DOTALL)
    for kind in Measured:
        [row] = re.findall(rf'<th scope="row">{texts.word("measured", kind)}</th>(.*?)</tr>', table)
        shown = [
            cell
            for figures in (run.of(kind) for run in runs)
            for cell in (
                texts.number(figures.gold),
                percent(texts, figures.precision or 0),
                percent(texts, figures.recall or 0),
            )
        ]
        assert re.findall(r"<td>(.*?)</td>", row) == shown
    assert not re.search(r"<th\b(?! scope=)", table)


@pytest.mark.parametrize(
    "change",
    [
        {"documents": 0},
        {"kinds": {}},
        {"kinds": dict.fromkeys(Measured, (1, 1, 2))},
        {"kinds": dict.fromkeys(Measured, (1, 1, -1))},
        {"kinds": dict.fromkeys((*Measured, "mood"), (1, 1, 1))},
        {"mood": 1},
    ],
)
def test_figures_that_cannot_be_are_refused(change: dict[str, Any]) -> None:
    told = json.loads(FILE.read_bytes())
    told["whole"] |= change
    with pytest.raises(ValidationError):
        Accuracy.model_validate_json(json.dumps(told))
