"""What the commands read and where they write: files, standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import pipeline

from .. import output
from ..errors import MissingFile, PipelineError

if TYPE_CHECKING:
    from ..model import Directive, Document
    from ..profile import Profile

STREAM = Path("-")


def document(path: Path, allow_classified: bool) -> Document:
    """The document at `path`; `-` is standard input."""
    if path != STREAM:
        look_up(path)
        return pipeline.read(path, allow_classified=allow_classified)
    from ..classification import permitted
    from ..readers import read_bytes

    return permitted(read_bytes(sys.stdin.buffer.read(), "-"), allow_classified)


def look_up(path: Path) -> None:
    """MissingFile where the system cannot even tell whether there is a file: its name is too long, its folder is closed."""
    try:
        path.exists()
    except OSError as error:
        raise MissingFile(path, f"cannot be looked up: {error.strerror}.", "Check the name, and the rights to its folder.") from error


def profile(path: Path | None) -> Profile:
    """The profile at `path`, the empty one where none is given."""
    return pipeline.Profile.load(path) if path else pipeline.Profile()


def record(path: Path, allow_classified: bool) -> Directive:
    return pipeline.extract(document(path, allow_classified))


def records(paths: Iterable[Path], allow_classified: bool) -> tuple[list[Directive], list[PipelineError]]:
    """The records of the files that can be read, and what is wrong with the others."""
    found: list[Directive] = []
    refused: list[PipelineError] = []
    for path in paths:
        try:
            found.append(record(path, allow_classified))
        except PipelineError as error:
            refused.append(error)
    return found, refused


def tell(refused: Sequence[PipelineError]) -> None:
    """Each of `refused` in one line on standard error; with any, the status of the first ends the run."""
    for error in refused:
        click.echo(line_of(error), err=True)
    if refused:
        sys.exit(refused[0].exit_status)


def line_of(error: PipelineError) -> str:
    return "chidao: " + " ".join(str(error).split())


def deliver(content: str | bytes, path: Path | None, inputs: Sequence[Path]) -> None:
    """`content` in the file at `path`, or on standard output where there is none."""
    whole = content.encode(errors="replace") if isinstance(content, str) else content  # a file's name may be no Unicode
    if path not in (None, STREAM):
        output.write(path, whole, inputs)
    else:
        click.echo(whole.decode() if isinstance(content, str) else whole, nl=False)
