"""What docs/serving.md says is so."""

import re
from pathlib import Path

import pytest

from api.settings import Settings
from tests.api.client import TestClient

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "serving.md").read_text("utf-8")
ADDRESSES = re.findall(r"^\|[^|]*\| `(/[^`]+)` \|$|^\| `(/[^`]+)` \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("address", sorted({one or other for one, other in ADDRESSES}))
def test_every_address_answers(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


def test_the_page_names_addresses() -> None:
    assert len(ADDRESSES) >= 13


def test_every_setting_is_one() -> None:
    named = set(re.findall(r"SAGSGRAF_([A-Z_]+)", PAGE))
    assert len(named) >= 6
    assert {name.lower() for name in named} <= set(Settings.model_fields)
