from __future__ import annotations

import pytest

from graph.threads.lexicon import read_lists


def test_a_data_file_has_the_keys_that_are_read_and_no_others():
    assert set(read_lists("titles.toml", {"forms", "asked_for", "roads"})) == {"forms", "asked_for", "roads"}
    with pytest.raises(ValueError, match=r"titles.toml: keys missing or unknown: \['forms'\]"):
        read_lists("titles.toml", {"asked_for", "roads"})
