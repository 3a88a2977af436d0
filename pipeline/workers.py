"""A process of its own for the reading of many files: a crash, a hang or a hunger for memory ends that process, and not the program."""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, TypeVar

from .errors import LimitExceeded, PipelineError, ReaderCrashed
from .readers.limits import MEGA, WAY_OUT, limit
from .readers.office.trial import APART

Answer = TypeVar("Answer")
Verb = Callable[[Path], Answer]
STARTS = ("forkserver", "spawn")  # never a copy of a process that has threads


class Worker(Generic[Answer]):
    """One process that does `verb` with one path after the other; a new one takes the place of one that ended."""

    def __init__(self, verb: Verb) -> None:
        self.verb = verb
        self.process: multiprocessing.Process | None = None
        self.pipe: Connection | None = None
        self.folder = TemporaryDirectory(prefix="chidao-")

    def __enter__(self) -> "Worker[Answer]":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        self.folder.cleanup()

    def ask(self, path: Path) -> Answer:
        """What the verb makes of `path`, or the PipelineError that it raises."""
        if self.process is None:
            self.start()
        try:
            self.pipe.send(path)
            if not self.pipe.poll(limit("seconds_a_file")):
                self.end()
                raise LimitExceeded(path, f"takes longer than {limit('seconds_a_file')} s to read.", WAY_OUT.format(name="seconds_a_file"))
            answer = self.pipe.recv()
        except (EOFError, ConnectionError) as error:
            self.end()
            raise ReaderCrashed(path, "made the reader crash.", "Open it, save it anew, and give that.") from error
        if isinstance(answer, PipelineError):
            raise answer
        return answer

    def start(self) -> None:
        context = multiprocessing.get_context(next(start for start in STARTS if start in multiprocessing.get_all_start_methods()))
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, self.verb, self.folder.name), name=APART, daemon=True)
        self.process.start()
        theirs.close()

    def end(self) -> None:
        """Ends the process, and the programs that it started."""
        if self.process is None:
            return
        self.pipe.close()
        ended = self.process
        self.process = self.pipe = None
        if sys.platform == "win32":
            ended.kill()
        else:
            kill_group(ended.pid)
        ended.join()


def kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it ended by itself, with all that it started


def serve(pipe: Connection, verb: Verb, folder: str) -> None:
    """The life of the process: a path in, an answer out, until nobody asks any more. Its temporary files are in `folder`."""
    tempfile.tempdir = folder
    if sys.platform != "win32":
        set_apart()
    while (path := next_path(pipe)) is not None:
        pipe.send(answer_to(path, verb))


def set_apart() -> None:
    """Makes the process the head of a group that can be ended as one, and limits its memory."""
    import resource

    os.setsid()
    most = limit("memory_megabytes") * MEGA
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def next_path(pipe: Connection) -> Path | None:
    try:
        return pipe.recv()
    except EOFError:
        return None


def answer_to(path: Path, verb: Verb) -> object:
    try:
        return verb(path)
    except PipelineError as error:
        return error
    except MemoryError:
        most = limit("memory_megabytes")
        return LimitExceeded(path, f"needs more than {most:,} MB of memory to read.", WAY_OUT.format(name="memory_megabytes"))
