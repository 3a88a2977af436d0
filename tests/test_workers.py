"""The process that reads many files: what ends it ends only the reading of one file."""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest

from pipeline import readers, workers
from pipeline.errors import BrokenFile, LimitExceeded, ReaderCrashed
from pipeline.readers.office import trial
from pipeline.workers import Worker
from tests import twins

LIMITS = {"seconds_a_file": 60, "memory_megabytes": 4_000}


def act(path: Path) -> object:
    """What a reader may do, by the name of the file."""
    return {
        "good": lambda: (path.name, os.getpid()),
        "bad": lambda: refuse(path),
        "crash": os.abort,
        "hang": lambda: subprocess.run(["sleep", "600"]),
        "hungry": lambda: bytearray(3_000_000_000),
        "litter": lambda: tempfile.mkstemp()[1],
        "bug": lambda: 1 / 0,
    }[path.name]()


def refuse(path: Path) -> None:
    raise BrokenFile(path, "is damaged.", "Copy it again.")


@pytest.fixture
def worker():
    with Worker(act) as worker:
        yield worker


def test_an_answer_comes_from_another_process_which_serves_for_many_files(worker):
    (_, first), (_, second) = worker.ask(Path("good")), worker.ask(Path("good"))
    assert first == second != os.getpid()


def test_an_error_comes_back_as_it_was_raised(worker):
    with pytest.raises(BrokenFile) as caught:
        worker.ask(Path("bad"))
    assert (str(caught.value.path), caught.value.message, caught.value.hint) == ("bad", "is damaged.", "Copy it again.")
    assert worker.ask(Path("good"))[0] == "good"


@pytest.mark.parametrize("name", ["crash", "bug"])
def test_after_a_crash_the_next_file_is_read(worker, name):
    with pytest.raises(ReaderCrashed, match="made the reader crash"):
        worker.ask(Path(name))
    assert worker.ask(Path("good"))[0] == "good"


def test_a_file_that_takes_too_long_ends_with_all_that_it_started(worker, monkeypatch):
    pid = worker.ask(Path("good"))[1]
    monkeypatch.setattr(workers, "limit", lambda name: LIMITS[name] if name != "seconds_a_file" else 0.5)
    with pytest.raises(LimitExceeded, match="seconds_a_file"):
        worker.ask(Path("hang"))
    assert group_of(pid) == []


def group_of(pid: int) -> list[str]:
    """The programs that still run in the group of a process."""
    told = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in told.splitlines() if line.split()[0] == str(pid) and not line.split()[1].startswith("Z")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process")
def test_a_file_that_wants_too_much_memory_is_refused(monkeypatch):
    with Worker(partial(limited, 500)) as worker, pytest.raises(LimitExceeded, match="more than 4,000 MB of memory"):
        worker.ask(Path("hungry"))


def limited(megabytes: int, path: Path) -> object:
    """`act` under a narrower limit than that of the process."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, resource.getrlimit(resource.RLIMIT_AS)[1]))
    return act(path)


def test_nothing_temporary_is_left_behind(worker):
    with Worker(act) as worker:
        left = worker.ask(Path("litter"))
        assert Path(left).exists()
        with pytest.raises(ReaderCrashed):
            worker.ask(Path("crash"))
    assert not Path(left).parent.exists()


def read_without_trying(path: Path) -> int:
    """How many blocks `path` has; starting a process to try it in would fail."""
    trial.subprocess.run = None
    return len(readers.read(path).blocks)


def test_an_old_word_file_is_not_tried_apart_where_its_crash_ends_nothing_else():
    with Worker(read_without_trying) as worker:
        assert worker.ask(twins.CORPUS / "dispatch-footnote-targets" / "source.doc") > 10
