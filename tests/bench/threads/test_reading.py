from __future__ import annotations

import pytest

from bench.threads.reading import hide_numbers


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("den 3. april 2023 (pkt. 25) blev", "den 3. april 2023 blev"),
        ("den 3. april 2023(punkt 25), blev", "den 3. april 2023, blev"),
        ("2023&nbsp;(<span>pkt.</span>&nbsp;4) og", "2023<span></span> og"),
        ("2023 (pkt. 4 og pkt. 7) og", "2023 og"),
        ("2023 (punkt 4, Kulturudvalget) og", "2023 (punkt 4, Kulturudvalget) og"),
        ("et punkt (4) på pkt. 3", "et punkt (4) på pkt. 3"),
    ],
)
def test_numbers_in_brackets_are_hidden(text: str, hidden: str) -> None:
    assert hide_numbers(text) == hidden
