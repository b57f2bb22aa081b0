"""The embedded engine: who owns a folder, who joins, what is left after an end that nobody planned."""

import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from graph import embedded, errors
from graph.embedded import EmbeddedServer
from graph.store import BoltGraphStore, open_store
from tests.stores import SOAK

CHECKOUT = Path(__file__).resolve().parents[2]
COUNT = "MATCH (n:Note) RETURN count(n) AS n"


def count(store: BoltGraphStore) -> int:
    return int(store.read(COUNT)[0]["n"])


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the data, and the stamp beside it."""
    files = [folder / "engine.json", *(folder / "engine" / "databases").rglob("*")]
    return {str(path): path.read_bytes() for path in files if path.is_file()}


@contextmanager
def process(folder: Path, code: str, cwd: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """Another Python process with ``store`` open on ``folder``; it has printed "ready" when the block begins."""
    program = "from graph.store import open_store\nimport sys, time, os, signal\n"
    # Who runs the tests in the background leaves SIGINT ignored, and a child inherits that.
    program += "signal.signal(signal.SIGINT, signal.default_int_handler)\nstore = open_store(sys.argv[1])\n"
    program += "print('ready', flush=True)\n" + textwrap.dedent(code)
    child = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", program, str(folder)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n", child.communicate(timeout=600)
        yield child
    finally:
        child.kill()
        child.communicate(timeout=600)


class TestFolder:
    def test_is_readable_and_keeps_its_secrets(self, tmp_path: Path) -> None:
        store = open_store(tmp_path / "a" / "graph")
        folder = tmp_path / "a" / "graph"
        assert {path.name for path in folder.iterdir()} == {
            "README.txt",
            "engine",
            "engine.json",
            "owner.lock",
            "server.json",
        }
        for secret in (folder / "server.json", folder / "engine" / "config" / "server-users.jsonl"):
            assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        store.close()
        assert not (folder / "server.json").exists()

    def test_only_this_machine_can_connect(self, tmp_path: Path) -> None:
        store = open_store(tmp_path)
        address = json.loads((tmp_path / "server.json").read_text())
        ports = {f"{address['bolt']:04X}", f"{address['http']:04X}"}
        tables = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
        sockets = [line.split() for table in tables if table.exists() for line in table.read_text().splitlines()[1:]]
        listening = {fields[1] for fields in sockets if fields[3] == "0A" and fields[1].split(":")[1] in ports}
        store.close()
        assert listening, "needs /proc/net/tcp"
        assert all(local.split(":")[0] in ("0100007F", "0000000000000000FFFF00000100007F") for local in listening)

    @pytest.mark.parametrize("target", ["/proc/sagsgraf", "file.txt/graph", "file.txt"])
    def test_that_cannot_be_written(self, tmp_path: Path, target: str) -> None:
        (tmp_path / "file.txt").write_text("")
        with pytest.raises(errors.StoreNotWritable) as raised:
            open_store(tmp_path / target)
        assert "SAGSGRAF_STORE" in raised.value.cure

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_without_rights(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(errors.StoreNotWritable):
            open_store(tmp_path / "graph")

    def test_writes_nothing_elsewhere(self, tmp_path: Path) -> None:
        (tmp_path / "cwd").mkdir()
        code = "store.write('CREATE (:Note)'); store.close(); print(sorted(os.listdir('.')), flush=True)"
        with process(tmp_path / "graph", code, cwd=tmp_path / "cwd") as child:
            assert child.communicate(timeout=600) == ("[]\n", "")

    def test_what_was_stored_is_there_the_next_time(self, tmp_path: Path) -> None:
        for expected in (0, 1, 2):
            store = open_store(tmp_path)
            assert count(store) == expected
            store.write("CREATE (:Note)")
            store.close()

    def test_a_file_in_the_way_is_one_sentence_and_a_cure(self, tmp_path: Path) -> None:
        (tmp_path / "engine").write_text("not a folder")
        with pytest.raises(errors.StoreNotWritable):
            open_store(tmp_path)
        (tmp_path / "engine").unlink()
        open_store(tmp_path).close()

    def test_damage_is_one_sentence_and_a_cure(self, tmp_path: Path) -> None:
        (tmp_path / "engine").mkdir()
        (tmp_path / "engine" / "databases").write_text("not a folder")
        with pytest.raises(errors.StoreStartFailed, match="log"):
            open_store(tmp_path)
        (tmp_path / "engine" / "databases").unlink()
        open_store(tmp_path).close()


class TestOwner:
    def test_another_process_joins(self, tmp_path: Path) -> None:
        store = open_store(tmp_path)
        schema = "store._server.administer('CREATE VERTEX TYPE Leaf IF NOT EXISTS')"
        with process(tmp_path, f"{schema}; store.write('CREATE (:Note)'); store.close()") as child:
            assert child.communicate(timeout=600) == ("", "")
        assert count(store) == 1
        assert store.read("CALL db.labels() YIELD label RETURN label ORDER BY label") == [
            {"label": "Leaf"},
            {"label": "Note"},
        ]
        store.close()

    def test_who_joined_takes_over_when_the_owner_ends(self, tmp_path: Path) -> None:
        with process(
            tmp_path, "store.write('CREATE (:Note)'); print('written', flush=True); sys.stdin.read()"
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            joined = open_store(tmp_path)
            assert count(joined) == 1
            child.kill()
            child.wait()
            assert joined.read_guarded(COUNT, seconds=600, rows=1).rows == ((1,),)
            joined.write("CREATE (:Note)")
            assert count(joined) == 2
            assert json.loads((tmp_path / "server.json").read_text())["pid"] == os.getpid()
            joined.close()

    @pytest.mark.parametrize(
        "work",
        [
            lambda joined: joined._apply(Path("full_text.sql"), "CREATE VERTEX TYPE Leaf IF NOT EXISTS"),
            lambda joined: joined.examine(),
        ],
        ids=["schema", "examine"],
    )
    def test_who_speaks_to_the_engine_itself_takes_over_too(
        self, tmp_path: Path, work: Callable[[BoltGraphStore], object]
    ) -> None:
        with process(tmp_path, "time.sleep(600)") as owner:
            joined = open_store(tmp_path)
            owner.kill()
            owner.wait()
            work(joined)
            assert json.loads((tmp_path / "server.json").read_text())["pid"] == os.getpid()
            joined.close()

    @pytest.mark.parametrize(
        "failure", [ConnectionRefusedError("x"), TimeoutError("x"), http.client.IncompleteRead(b"")]
    )
    def test_that_is_lost_while_the_engine_works_is_told(
        self, tmp_path: Path, failure: Exception, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_: http.client.HTTPConnection) -> None:
            raise failure

        with open_store(tmp_path) as store:
            monkeypatch.setattr(http.client.HTTPConnection, "getresponse", fail)
            with pytest.raises(errors.StoreUnreachable):
                store._apply(Path("full_text.sql"), "CREATE VERTEX TYPE Leaf IF NOT EXISTS")
            with pytest.raises(errors.StoreUnreachable):
                store.examine()

    def test_who_reads_when_the_owner_is_killed_reads_on(self, tmp_path: Path) -> None:
        """Three readers at the same time; each finds the new owner, and none sees a part of what was stored."""
        code = "store.write('UNWIND range(1, 50) AS i WITH * CREATE (:Note)'); print('w', flush=True); sys.stdin.read()"
        with process(tmp_path, code) as owner:
            assert owner.stdout is not None
            owner.stdout.readline()
            joined = open_store(tmp_path)
            killed = threading.Event()
            seen: list[list[int]] = [[], [], []]

            def read(counts: list[int]) -> None:
                after = 0
                while after < 3:
                    after += killed.is_set()
                    counts.append(count(joined))

            readers = [threading.Thread(target=read, args=(counts,)) for counts in seen]
            for reader in readers:
                reader.start()
            while not all(seen):
                time.sleep(0.01)
            owner.kill()
            owner.wait()
            killed.set()
            for reader in readers:
                reader.join()
            assert [set(counts) for counts in seen] == [{50}] * 3
            assert json.loads((tmp_path / "server.json").read_text())["pid"] == os.getpid()
            joined.close()

    def test_two_stores_of_one_process_share_the_folder(self, tmp_path: Path) -> None:
        first, second = open_store(tmp_path), open_store(tmp_path)
        first.write("CREATE (:Note)")
        assert count(second) == 1
        first.close()
        assert count(second) == 1
        second.close()

    def test_two_folders_in_one_process(self, tmp_path: Path) -> None:
        first, second = open_store(tmp_path / "a"), open_store(tmp_path / "b")
        first.write("CREATE (:Note)")
        assert (count(first), count(second)) == (1, 0)
        first.close()
        assert count(second) == 0
        second.close()

    def test_an_owner_that_does_not_answer(self, tmp_path: Path) -> None:
        with process(tmp_path, "time.sleep(60)") as child:
            child.send_signal(signal.SIGSTOP)
            with pytest.raises(errors.StoreOwnerSilent, match=str(child.pid)):
                BoltGraphStore(EmbeddedServer(tmp_path, "sagsgraf", wait=0.5))
            child.send_signal(signal.SIGCONT)
            open_store(tmp_path).close()

    def test_the_address_of_a_dead_owner_is_replaced(self, tmp_path: Path) -> None:
        with process(tmp_path, "time.sleep(60)") as child:
            child.kill()
            child.wait()
        assert (tmp_path / "server.json").exists()
        store = open_store(tmp_path)
        assert json.loads((tmp_path / "server.json").read_text())["pid"] == os.getpid()
        store.close()

    def test_a_forked_worker_neither_keeps_the_lock_nor_stops_the_engine(self, tmp_path: Path) -> None:
        code = """
            owner = os.getpid()
            worker = os.fork()
            if worker == 0:
                os.close(1), os.close(2)
                store._server.close()
                while os.getppid() == owner:
                    time.sleep(0.05)
                time.sleep(30)
                os._exit(0)
            time.sleep(0.2)
            store.write('CREATE (:Note)')
            print(worker, flush=True)
            time.sleep(60)
        """
        with process(tmp_path, code) as child:
            assert child.stdout is not None
            worker = int(child.stdout.readline())
            child.kill()
            child.wait()
            store = open_store(tmp_path)
            os.kill(worker, signal.SIGKILL)
            assert json.loads((tmp_path / "server.json").read_text())["pid"] == os.getpid()
            assert count(store) == 1
            store.close()

    @pytest.mark.parametrize("position", [0, 1], ids=["bolt", "http"])
    def test_a_port_that_another_took_is_left_to_it(
        self, tmp_path: Path, position: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Between the look for a free port and the engine's use of it somebody may come."""
        free_ports = embedded._free_ports
        with open_store(tmp_path) as store:
            store.write("CREATE (:Note)")
        with socket.create_server(("127.0.0.1", 0)) as other:
            taken = free_ports(2)
            taken[position] = other.getsockname()[1]
            answers = iter([taken, taken])
            monkeypatch.setattr(embedded, "_free_ports", lambda count: next(answers, None) or free_ports(count))
            with open_store(tmp_path) as again:
                assert count(again) == 1
                with open_store(tmp_path) as joined:
                    assert count(joined) == 1  # at the port that was used in the end
            monkeypatch.setattr(embedded, "_free_ports", lambda _: taken)
            with pytest.raises(errors.StoreStartFailed, match="Unable to listen"):
                open_store(tmp_path)

    def test_messages_are_those_of_the_engine(self, tmp_path: Path) -> None:
        store = open_store(tmp_path)
        with pytest.raises(errors.StatementInvalid, match="mismatched"):
            store.read("RETURN nonsense(")
        with pytest.raises(errors.StatementFailed, match="VORTEX"):
            store._server.administer("CREATE VORTEX")
        store.close()

    def test_commits_are_flushed(self, tmp_path: Path) -> None:
        store = open_store(tmp_path)
        store.close()
        settings = json.loads((tmp_path / "engine" / "databases" / "sagsgraf" / "configuration.json").read_text())
        for name, value in embedded._DATABASE_SETTINGS.items():
            assert str(settings["configuration"][name.removeprefix("arcadedb.")]).lower() == str(value)


class TestDamage:
    """The engine opens all of these, and gives a part of the graph for the whole; so they are refused before."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        with open_store(tmp_path) as store:
            store.write("UNWIND range(1, 200) AS i WITH * CREATE (:Note {text: 'ord ord ord'})")
        return tmp_path

    @pytest.mark.parametrize("size", [0, 100, None])
    @pytest.mark.parametrize("pattern", ["Note_0.*.bucket", "schema.json", "dictionary.*.dict", "configuration.json"])
    def test_of_a_file_that_is_cut_or_missing(self, folder: Path, pattern: str, size: int | None) -> None:
        file = next((folder / "engine" / "databases" / "sagsgraf").glob(pattern))
        if size is None:
            file.unlink()
        else:
            os.truncate(file, size)
        before = contents(folder)
        with pytest.raises(errors.StoreDamaged, match=file.name) as raised:
            open_store(folder)
        assert "restore" in raised.value.cure
        assert contents(folder) == before

    def test_of_what_a_killed_owner_left(self, folder: Path) -> None:
        """Its files have no sizes yet; what the schema names must be there all the same."""
        with process(folder, "time.sleep(60)") as child:
            child.kill()
            child.wait()
        file = next((folder / "engine" / "databases" / "sagsgraf").glob("Note_0.*.bucket"))
        file.rename(folder / "aside")
        with pytest.raises(errors.StoreDamaged, match="Note_0"):
            open_store(folder)
        (folder / "aside").rename(file)
        with open_store(folder) as store:
            assert count(store) == 200

    def test_inside_a_file_is_found_by_looking(self, folder: Path) -> None:
        with open_store(folder) as store:
            assert store.examine() == []
        file = next((folder / "engine" / "databases" / "sagsgraf").glob("Note_0.*.bucket"))
        with file.open("r+b") as bucket:
            bucket.seek(file.stat().st_size // 65536 * 65536 - 65536 + 8000)
            bucket.write(bytes(2000))
        with open_store(folder) as store:
            assert store.examine()

    def test_that_the_engine_itself_finds(self, folder: Path) -> None:
        file = next((folder / "engine" / "databases" / "sagsgraf").glob("dictionary.*.dict"))
        file.write_bytes(bytes(255 for _ in range(file.stat().st_size)))
        with pytest.raises(errors.StoreDamaged, match="cannot open"):
            open_store(folder)


class TestEngine:
    @pytest.mark.parametrize("writer", ["27.1.1", "26.10.99", "25.12.1"])
    def test_whose_files_this_one_may_misread_is_refused(self, tmp_path: Path, writer: str) -> None:
        open_store(tmp_path).close()
        stamp = json.loads((tmp_path / "engine.json").read_text())
        (tmp_path / "engine.json").write_text(json.dumps({**stamp, "engine": writer}))
        before = contents(tmp_path)
        with pytest.raises(errors.StoreEngineUnknown, match=writer) as raised:
            open_store(tmp_path)
        assert "backup" in raised.value.cure
        assert contents(tmp_path) == before

    def test_is_known_by_the_schema_too(self, tmp_path: Path) -> None:
        """A folder from before ``engine.json``, or one that another program of the same engine has opened."""
        with open_store(tmp_path) as store:
            store.write("CREATE (:Note)")
        (tmp_path / "engine.json").unlink()
        schema = tmp_path / "engine" / "databases" / "sagsgraf" / "schema.json"
        schema.write_text(schema.read_text().replace('"dbmsVersion":"26.', '"dbmsVersion":"28.'))
        with pytest.raises(errors.StoreEngineUnknown, match=r"28\."):
            open_store(tmp_path)

    def test_that_is_older_is_followed(self, tmp_path: Path) -> None:
        open_store(tmp_path).close()
        stamp = json.loads((tmp_path / "engine.json").read_text())
        (tmp_path / "engine.json").write_text(json.dumps({**stamp, "engine": "26.2.1"}))
        open_store(tmp_path).close()
        assert json.loads((tmp_path / "engine.json").read_text()) == stamp


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for little more than an empty store."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", place], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no file system can be mounted here: {made.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


class TestFullDisk:
    def test_is_told_keeps_what_was_stored_and_is_over_when_there_is_room(self, small_disk: Path) -> None:
        (small_disk / "ballast").write_bytes(bytes(16_000_000))
        store = open_store(small_disk / "graph")
        store.write("CREATE (:Note {id: 0})")
        done = 1
        with pytest.raises(errors.StoreFull) as raised:  # noqa: PT012 - which of them fails is the disk's matter
            while True:
                store.write("UNWIND range(1, 100) AS i WITH * CREATE (:Note {text: $text})", text="ord " * 1000)
                done += 100
        assert "room" in raised.value.cure
        assert count(store) == done
        (small_disk / "ballast").unlink()
        store.write("CREATE (:Note {id: 1})")
        store.close()
        with open_store(small_disk / "graph") as again:
            assert count(again) == done + 1

    def test_at_the_start(self, small_disk: Path) -> None:
        with suppress(OSError), (small_disk / "ballast").open("wb") as file:
            while True:
                file.write(bytes(100_000))
                file.flush()
        with pytest.raises(errors.StoreFull):
            open_store(small_disk / "graph")


WRITER = """
    for batch in range(10_000):
        with store.transaction() as transaction:
            rows = [{"id": f"{os.getpid()}-{batch}-{i}"} for i in range(300)]
            transaction.run_many("UNWIND $rows AS row WITH * MERGE (:Note {id: row.id})", rows, batch=50)
            transaction.run("CREATE (:Done {batch: $batch, writer: $writer})", batch=batch, writer=os.getpid())
        if batch == 2:
            print("writing", flush=True)
"""


# Each comes at a moment of its own, once more if it was lost (see `end`), and stops coming when it was noticed.
INTERRUPTED = """
    import random
    random.seed(1)

    def interrupt(*_):
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGALRM, interrupt)
    noticed = 0
    while noticed < int(os.environ["INTERRUPTS"]):
        try:
            signal.setitimer(signal.ITIMER_REAL, random.uniform(0.0005, 0.06), 3)
            while True:
                with store.transaction() as transaction:
                    transaction.run_many("UNWIND $rows AS row CREATE (:Note {id: row})", range(100), batch=50)
                    transaction.run("CREATE (:Done)")
        except KeyboardInterrupt:
            signal.setitimer(signal.ITIMER_REAL, 0)
            noticed += 1
    done = store.read("MATCH (d:Done) RETURN count(d) AS n")[0]["n"]
    print(store.read("MATCH (n:Note) RETURN count(n) AS n")[0]["n"] == 100 * done, flush=True)
    store.close()
"""


def end(child: subprocess.Popen[str], how: signal.Signals) -> None:
    """Send a signal until the process ends: an interrupt that comes while Python frees an object is lost there."""
    for _ in range(60):
        child.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=10)
            return
    raise AssertionError(f"does not end: {how!r}")


class TestInterruption:
    def test_at_any_moment_is_heard_and_leaves_a_store_that_works(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INTERRUPTS", "5000" if SOAK else "250")
        with process(tmp_path, INTERRUPTED) as child:
            said, complaints = child.communicate(timeout=1200)
        assert said == "True\n", complaints

    @pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    def test_leaves_only_whole_transactions(self, tmp_path: Path, how: signal.Signals) -> None:
        done = 0
        for pause in (0.0, 0.03, 0.07):
            with process(tmp_path, WRITER) as child:
                assert child.stdout is not None
                assert child.stdout.readline() == "writing\n"
                time.sleep(pause)
                end(child, how)
            store = open_store(tmp_path)
            before, done = done, int(store.read("MATCH (d:Done) RETURN count(d) AS n")[0]["n"])
            notes = count(store)
            store.close()
            assert done >= before + 3
            assert notes == 300 * done
