"""A file can harm nothing but itself, not even where the reader itself fails or its process dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract import harvest
from extract.harvest import Source, read_source

CHECKOUT = Path(__file__).resolve().parents[2]

MINUTES = """# REFERAT Kulturudvalget d. 07-05-2024

**Mødedato** Tirsdag d. 7. maj 2024 kl. 16:00

## Punkt 1: Ny scene i Havnehuset

24/1111

### Beslutning i Kulturudvalget den 07-05-2024

Godkendt.
"""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Source]:
    monkeypatch.setattr(harvest, "FILES_PER_PROCESS", 4)  # so that eight small files are worth two processes
    paths = [tmp_path / f"{number:02}.md" for number in range(8)]
    for path in paths:
        path.write_text(MINUTES.replace("1111", path.stem), "utf-8")
    return [Source(path, municipality="Nordlev Kommune") for path in paths]


def test_a_fault_of_the_reader_refuses_the_file_with_its_cause(
    sources: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.extraction.extract", lambda *_, **__: 1 / 0)
    reading = read_source(sources[0])
    assert (reading.refused, reading.records) == (True, ())
    assert reading.problems[0].code == "reader-failed"
    assert "ZeroDivisionError" in reading.problems[0].message


def test_several_processes_read_what_one_reads(sources: list[Source]) -> None:
    alone = {reading.source.path: reading for reading in harvest.harvest(sources)}
    beside = {reading.source.path: reading for reading in harvest.harvest(sources, processes=2)}
    assert alone == beside


def die_at_number_five(source: Source, watch_list: tuple[Path, ...]) -> harvest.Reading:
    if source.path.stem == "05":
        os._exit(11)  # as a native parser does that crashes
    return read_source(source, watch_list)


def test_a_file_that_takes_its_process_down_is_refused_alone(
    sources: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(harvest, "read_source", die_at_number_five)
    readings = {reading.source.path.stem: reading for reading in harvest.harvest(sources, processes=2)}
    assert len(readings) == len(sources)
    assert {stem for stem, reading in readings.items() if reading.refused} == {"05"}
    assert readings["05"].problems[0].code == "reader-crashed"


INTERRUPTED = """
import sys
from pathlib import Path
from extract.harvest import Source, harvest
for reading in harvest([Source(path) for path in sorted(Path(sys.argv[1]).iterdir())], processes=2):
    print(reading.source.name, flush=True)
"""


@pytest.mark.parametrize("heard_after", [0, 1], ids=["while they start", "while they read"])
def test_an_interrupt_of_all_processes_ends_them_without_their_words(tmp_path: Path, heard_after: int) -> None:
    for number in range(100, 140):
        (tmp_path / f"{number}.md").write_text(MINUTES.replace("1111", str(number)), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path)],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        for _ in range(heard_after):
            assert child.stdout.readline()
        while not heard_after and not Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text():
            time.sleep(0.01)
        os.killpg(child.pid, signal.SIGINT)
        said = child.communicate(timeout=600)[1]  # it comes when the last process has ended: all share stderr
    assert said.rstrip().endswith("KeyboardInterrupt")
    assert said.count("Traceback") == 1
