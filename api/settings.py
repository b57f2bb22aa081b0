"""What a person may set: by environment (``SAGSGRAF_STORE=…``), or by an option of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parents[1]
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _is_absolute(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ValueError("must begin with http:// or https:// and name a host")
    return url.rstrip("/")


class Settings(BaseSettings):
    """All settings. Every name is also an environment variable with ``SAGSGRAF_`` before it."""

    model_config = SettingsConfigDict(env_prefix="SAGSGRAF_", frozen=True, extra="forbid")

    store: str = Field(
        str(CHECKOUT / "data" / "store"),
        min_length=1,
        description="Where the graph is: a folder (embedded database), or bolt://host:7687 (Neo4j).",
    )
    store_user: str = Field("neo4j", description="The user of a Neo4j store.")
    store_password: str = Field("", repr=False, description="That user's password.")
    store_database: str | None = Field(None, description="The database's name, where it is not the usual one.")
    judgements: str = Field(
        str(CHECKOUT / "data" / "judgements.jsonl"),
        min_length=1,
        description="The file of what people have judged and corrected, to be kept under version control.",
    )
    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="The port to listen on; 0 takes a free one.")
    base_url: Annotated[str, AfterValidator(_is_absolute)] = Field(
        "", description="The address that readers use, where it is another than host and port (behind a proxy)."
    )
    allowed_hosts: Annotated[str, NoDecode] = Field(
        "", description="Further names, separated by commas, under which the server may be asked; * allows every name."
    )

    @property
    def hosts(self) -> frozenset[str]:
        """The names of this server: a request for another is refused (against DNS rebinding)."""
        named = {name.strip().lower() for name in self.allowed_hosts.split(",") if name.strip()}
        public = urlsplit(self.base_url).hostname
        return frozenset({*LOOPBACK, self.host.lower(), *named, *([public] if public else [])})
