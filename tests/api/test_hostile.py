"""Whatever somebody puts into an address, the answer is one of those that are meant."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.api.client import TestClient
from tests.api.test_app import API_PATHS, PAGE_PATHS

NASTY = [
    "\0", "'\"`\\", "{{7*7}}%s", "../../etc/passwd", "\u202e😀ﬀ", "a" * 400, "case:x:y", "-1", "<script>",
    "' OR 1=1 // MATCH (n) DETACH DELETE n", "\n",
]  # fmt: skip
PATHS = [path.replace("=x", "={}").replace("/x", "/{}") for path in API_PATHS + PAGE_PATHS]
MEANT = {200, 303, 307, 404, 422}


@pytest.mark.parametrize("path", [path for path in PATHS if "{}" in path])
@pytest.mark.parametrize("word", NASTY)
def test_nasty_words_in_paths(client: TestClient, path: str, word: str) -> None:
    answer = client.get(path.format(quote(word, safe="")), follow_redirects=False)
    assert answer.status_code in MEANT, answer.text


@pytest.mark.parametrize("path", [path for path in PATHS if "{}" not in path and path != "/health"])
@pytest.mark.parametrize("name", ["q", "municipality", "kommune", "number", "body", "after", "efter", "limit"])
def test_nasty_words_in_filters(client: TestClient, path: str, name: str) -> None:
    for word in NASTY:
        answer = client.get(f"{path}?{name}={quote(word, safe='')}", follow_redirects=False)
        assert answer.status_code in MEANT, (word, answer.text)


@settings(max_examples=25)
@given(word=st.text(max_size=30))
def test_any_words_in_search(client: TestClient, word: str) -> None:
    for path in ("/api/search?q=", "/soeg?q=", "/api/cases?number=", "/api/graph?node=", "/sager/"):
        answer = client.get(path + quote(word.encode("utf-8", "replace"), safe=""), follow_redirects=False)
        assert answer.status_code in MEANT, answer.text
