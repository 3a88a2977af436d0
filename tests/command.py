"""`chidao` as a shell would run it, in this process: arguments in, status and streams out."""

import io
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from pipeline.cli import main


@dataclass(frozen=True)
class Outcome:
    status: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf8")


def chidao(*arguments: object, stdin: bytes = b"") -> Outcome:
    """What one command line does; a traceback comes through as the exception that it is."""
    with streams(stdin) as (out, err):
        status = status_of([str(argument) for argument in arguments])
    return Outcome(status, out.getvalue(), err.getvalue().decode("utf8"))


@contextmanager
def streams(stdin: bytes):
    out, err = io.BytesIO(), io.BytesIO()
    wrapped = [io.TextIOWrapper(raw, encoding="utf8", newline="", write_through=True) for raw in (io.BytesIO(stdin), out, err)]
    with patch.object(sys, "stdin", wrapped[0]), patch.object(sys, "stdout", wrapped[1]), patch.object(sys, "stderr", wrapped[2]):
        yield out, err
        for stream in wrapped[1:]:
            stream.detach()


def status_of(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ending:
        return int(ending.code or 0)
    return 0


def text_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf8")
    return path
