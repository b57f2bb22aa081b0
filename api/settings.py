"""What a person may set: by environment (``SAGSGRAF_STORE=…``), or by an option of the command line."""

from __future__ import annotations

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parents[1]
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _is_absolute(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ValueError("must begin with http:// or https:// and name a host")
    if parts.query or parts.fragment:
        raise ValueError("must end with its path")
    return url.rstrip("/")


def _is_report(url: str) -> str:
    if url and not re.fullmatch(r"(https?://|mailto:)\S+", url):
        raise ValueError("must begin with https:// or mailto:, without spaces")
    if url and "{url}" not in url:
        raise ValueError("must hold {url}, where the address of the fact is to stand")
    return url


def _is_prefix(path: str) -> str:
    path = path.rstrip("/")
    if path and not re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", path):
        raise ValueError("must begin with a slash and be made of plain letters, digits, '.', '_', '~', '-'")
    return path


def _are_origins(origins: str) -> str:
    for origin in _parted(origins):
        if origin != "*" and not re.fullmatch(r"https?://[^/\s]+", origin):
            raise ValueError("each must be * or like https://name.example, without a path")
    return origins


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _is_this_machine(host: str) -> bool:
    if host in LOOPBACK:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Settings(BaseSettings):
    """All settings. Every name is also an environment variable with ``SAGSGRAF_`` before it."""

    model_config = SettingsConfigDict(env_prefix="SAGSGRAF_", frozen=True, extra="forbid")

    store: str = Field(
        str(CHECKOUT / "data" / "store"),
        min_length=1,
        description="Where the graph is: a folder (embedded database), or a Neo4j: bolt://, neo4j://, neo4j+s://host.",
    )
    store_user: str = Field("neo4j", description="The user of a Neo4j store.")
    store_password: str = Field("", repr=False, description="That user's password.")
    store_password_file: str = Field("", description="A file that holds the password, instead of the password itself.")
    store_database: str | None = Field(None, description="The database's name, where it is not the usual one.")
    machine: str = Field(
        "",
        pattern=r"^[A-Za-z0-9._-]*$",
        description="This machine's name in the places of files, if several load into one Neo4j; else the host name.",
    )
    judgements: str = Field(
        str(CHECKOUT / "data" / "judgements.jsonl"),
        min_length=1,
        description="The file of what people have judged and corrected, to be kept under version control.",
    )
    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="The port to listen on; 0 takes a free one.")
    base_url: Annotated[str, AfterValidator(_is_absolute)] = Field(
        "",
        description="The address that readers use, where it is another than host and port (behind a proxy); with the "
        "path, where the proxy serves this under one.",
    )
    path_prefix: Annotated[str, AfterValidator(_is_prefix)] = Field(
        "",
        description="The path under which a proxy serves this (/sagsgraf), where base_url does not say it. The proxy "
        "may hand on the whole path or take the prefix off.",
    )
    allowed_hosts: Annotated[str, NoDecode] = Field(
        "", description="Further names, separated by commas, under which the server may be asked; * allows every name."
    )

    cors_origins: Annotated[str, NoDecode, AfterValidator(_are_origins)] = Field(
        "",
        description="Other sites whose scripts may read the API, separated by commas; * allows all. None unless set.",
    )
    data_license: Annotated[str, AfterValidator(_is_absolute)] = Field(
        "", description="The address of the licence under which the data may be used; stated in /api/dataset."
    )
    publisher: str = Field("", description="Who publishes the data, by name; stated in /api/dataset.")
    cypher: Literal["auto", "on", "off"] = Field(
        "auto",
        description="Whether readers may ask in Cypher of their own: auto is only where nobody but this machine "
        "reaches the server (it listens on loopback, and neither base_url nor allowed_hosts names another).",
    )
    report_url: Annotated[str, AfterValidator(_is_report)] = Field(
        "",
        description="Where readers report that a fact is wrong: https://… or mailto:…, with {url} where the address of "
        "the fact is to stand. No such link is shown unless set; nothing is sent by the site itself.",
    )
    rate_limit: int = Field(0, ge=0, description="At most so many requests a minute from one address; 0: no limit.")
    log_format: Literal["text", "json"] = Field("text", description="How the log is written: text, or JSON lines.")

    @model_validator(mode="after")
    def _one_prefix(self) -> Self:
        path = urlsplit(self.base_url).path
        _is_prefix(path)
        if path and self.path_prefix not in ("", path):
            raise ValueError(f"path_prefix and the path of base_url ({path}) must be the same")
        return self

    @property
    def prefix(self) -> str:
        """The path before every address; empty where this is served at the top."""
        return self.path_prefix or urlsplit(self.base_url).path

    @property
    def public_url(self) -> str:
        """The public address with the path prefix; empty where none is set."""
        return self.base_url.removesuffix(self.prefix) + self.prefix if self.base_url else ""

    @property
    def cypher_open(self) -> bool:
        """Whether readers may ask in Cypher of their own."""
        if self.cypher != "auto":
            return self.cypher == "on"
        return all(map(_is_this_machine, self.hosts))

    @property
    def origins(self) -> list[str]:
        """The other sites whose scripts may read the API."""
        return _parted(self.cors_origins)

    @property
    def hosts(self) -> frozenset[str]:
        """The names of this server: a request for another is refused (against DNS rebinding)."""
        named = {name.lower() for name in _parted(self.allowed_hosts)}
        public = urlsplit(self.base_url).hostname
        return frozenset({*LOOPBACK, self.host.lower(), *named, *([public] if public else [])})
