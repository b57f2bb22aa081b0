"""Settings from the environment."""

import pytest
from pydantic import ValidationError

from api.settings import Settings


def test_environment_sets_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGRAF_STORE", "bolt://db:7687")
    monkeypatch.setenv("SAGSGRAF_STORE_PASSWORD", "hemmelig")
    settings = Settings()
    assert (settings.store, settings.store_password) == ("bolt://db:7687", "hemmelig")
    assert "hemmelig" not in repr(settings)


def test_own_names() -> None:
    settings = Settings(base_url="https://sager.nordlev.example/", allowed_hosts="Intern, ")
    assert settings.hosts >= {"localhost", "127.0.0.1", "sager.nordlev.example", "intern"}
    assert settings.base_url == "https://sager.nordlev.example"


@pytest.mark.parametrize("wrong", [{"port": 70000}, {"base_url": "nordlev.example"}, {"store": ""}])
def test_what_cannot_hold_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)
