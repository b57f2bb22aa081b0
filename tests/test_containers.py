"""`docker-compose.yml` and `Dockerfile`: what must hold wherever they run. `.ci/containers` lints them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.settings import Settings

HOUSE = Path(__file__).resolve().parents[1]
COMPOSE = yaml.safe_load((HOUSE / "docker-compose.yml").read_text("utf-8"))
DOCKERFILE = (HOUSE / "Dockerfile").read_text("utf-8")
NEO4J, API = COMPOSE["services"]["neo4j"], COMPOSE["services"]["api"]


def instructions(name: str) -> list[str]:
    joined = re.sub(r"\\\n\s*", "", DOCKERFILE)
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def settings_of_neo4j() -> dict[str, str]:
    """By their own names: the image's entry point makes a dot of ``_`` and ``_`` of ``__``."""
    named = {name.removeprefix("NEO4J_"): str(value) for name, value in NEO4J["environment"].items()}
    return {re.sub("_+", lambda run: "." if len(run[0]) == 1 else "_", name): value for name, value in named.items()}


@pytest.mark.parametrize("service", COMPOSE["services"].values(), ids=COMPOSE["services"])
def test_only_this_machine_reaches_it(service: dict[str, Any]) -> None:
    assert service["ports"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["mem_limit"]


def test_there_is_no_default_password() -> None:
    passwords = [
        value
        for service in COMPOSE["services"].values()
        for name, value in service["environment"].items()
        if "PASSWORD" in name or "AUTH" in name
    ]
    assert passwords == [
        "neo4j/${SAGSGRAF_STORE_PASSWORD:?set SAGSGRAF_STORE_PASSWORD to a password of at least 8 characters}",
        "${SAGSGRAF_STORE_PASSWORD:?}",
    ]


def test_the_database_is_the_one_of_the_tests() -> None:
    version = re.search(r"<version>(\d+\.\d+)\.\d+</version>", (HOUSE / "tests" / "neo4j" / "pom.xml").read_text())
    assert version
    assert NEO4J["image"] == f"neo4j:{version[1]}-community"


def test_the_database_reads_nothing_from_outside() -> None:
    settings = settings_of_neo4j()
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert settings["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"


def test_the_procedures_are_those_of_the_guard_and_of_the_schema() -> None:
    guard = tomllib.loads((HOUSE / "graph" / "guard.toml").read_text("utf-8"))
    files = (HOUSE / "cypher" / "schema").rglob("*.cypher")
    called = {name for file in files for name in re.findall(r"^CALL ([\w.]+)\(", file.read_text("utf-8"), re.MULTILINE)}
    allowed = settings_of_neo4j()["dbms.security.procedures.allowlist"].split(",")
    assert allowed == sorted({*guard["procedures"], *called})


def test_memory_is_set_and_fits() -> None:
    settings = settings_of_neo4j()
    heap, cache = settings["server.memory.heap.max_size"], settings["server.memory.pagecache.size"]
    assert settings["server.memory.heap.initial_size"] == heap
    assert int(heap.removesuffix("g")) + int(cache.removesuffix("g")) < int(NEO4J["mem_limit"].removesuffix("g"))


def test_data_outlives_a_container_and_health_is_asked() -> None:
    assert "neo4j-data:/data" in NEO4J["volumes"]
    assert "api-data:/data" in API["volumes"]
    assert "cypher-shell" in NEO4J["healthcheck"]["test"][1]
    assert API["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert instructions("HEALTHCHECK")


def test_the_program_may_write_only_its_data() -> None:
    assert API["read_only"] is True
    assert API["tmpfs"] == ["/tmp"]  # noqa: S108 - the container's own
    assert API["cap_drop"] == ["ALL"]
    assert API["volumes"][1].endswith(":/minutes:ro")
    assert instructions("USER") == ["10001:10001"]


def test_its_settings_are_settings_and_readers_type_no_cypher(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {**dict(re.findall(r"(SAGSGRAF_\w+)=(\S+)", DOCKERFILE)), **API["environment"]}
    for name, value in named.items():
        assert name.removeprefix("SAGSGRAF_").lower() in Settings.model_fields
        monkeypatch.setenv(name, re.sub(r"\$\{\w+:-(.*)\}", r"\1", value))
    settings = Settings()
    assert (settings.host, settings.cypher_open) == ("0.0.0.0", False)  # noqa: S104 - inside a container
    assert not Settings(cypher="auto").cypher_open
    assert Settings(cypher="on").cypher_open


def test_the_image_is_made_by_the_steps_of_the_makefile() -> None:
    assert len(instructions("FROM")) == 2
    assert instructions("RUN")[0] == "make .venv/run.stamp"
    steps = (HOUSE / "Makefile").read_text("utf-8").partition(".venv/run.stamp:")[2].partition("\n\n")[0]
    assert "--require-hashes -r locks/run.txt" in steps
    copied = {source for line in instructions("COPY") for source in line.split()[:-1] if not source.startswith("--")}
    assert {source for source in copied if not (HOUSE / source).exists()} == {"/app/.venv"}
    ignored = (HOUSE / ".dockerignore").read_text("utf-8").splitlines()
    let_in = tuple(line.removeprefix("!") for line in ignored if line.startswith("!"))
    assert all(source.startswith(let_in) for source in copied - {"/app/.venv"})
