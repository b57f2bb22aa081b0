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


@pytest.mark.parametrize(
    ("given", "prefix", "public"),
    [
        ({}, "", ""),
        ({"base_url": "https://nordlev.example/"}, "", "https://nordlev.example"),
        ({"base_url": "https://nordlev.example/sagsgraf/"}, "/sagsgraf", "https://nordlev.example/sagsgraf"),
        ({"base_url": "https://nordlev.example", "path_prefix": "/a/b/"}, "/a/b", "https://nordlev.example/a/b"),
        ({"base_url": "https://nordlev.example/a", "path_prefix": "/a"}, "/a", "https://nordlev.example/a"),
        ({"path_prefix": "/sagsgraf"}, "/sagsgraf", ""),
    ],
)
def test_public_address_and_prefix(given: dict[str, str], prefix: str, public: str) -> None:
    settings = Settings.model_validate(given)
    assert (settings.prefix, settings.public_url) == (prefix, public)


@pytest.mark.parametrize(
    "wrong",
    [
        {"path_prefix": "sagsgraf"},
        {"path_prefix": "/a//b"},
        {"path_prefix": '/"><b>'},
        {"base_url": "https://nordlev.example/a", "path_prefix": "/b"},
        {"base_url": "https://nordlev.example/?a=b"},
        {"cors_origins": "nordlev.example"},
        {"cors_origins": "https://nordlev.example/path"},
        {"rate_limit": -1},
        {"log_format": "xml"},
    ],
)
def test_addresses_and_limits_that_cannot_hold_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


def test_origins_are_parted() -> None:
    settings = Settings(cors_origins="https://a.example, https://b.example")
    assert settings.origins == ["https://a.example", "https://b.example"]
