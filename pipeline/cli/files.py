"""What the commands read and where they write: files, standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
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


def document(path: Path, allow_classified: bool, ocr: bool) -> Document:
    """The document at `path`; `-` is standard input."""
    if path != STREAM:
        look_up(path)
        return pipeline.read(path, allow_classified=allow_classified, ocr=ocr)
    from ..classification import permitted
    from ..readers import read_bytes
    from ..readers.limits import most_bytes

    return permitted(read_bytes(sys.stdin.buffer.read(most_bytes()), "-", ocr), allow_classified)


def look_up(path: Path) -> None:
    """MissingFile where the system cannot even tell whether there is a file: its name is too long, its folder is closed."""
    try:
        path.exists()
    except OSError as error:
        raise MissingFile(path, f"cannot be looked up: {error.strerror}.", "Check the name, and the rights to its folder.") from error


def profile(path: Path | None) -> Profile:
    """The profile at `path`, the empty one where none is given."""
    return pipeline.Profile.load(path) if path else pipeline.Profile()


def record(path: Path, **access: bool) -> Directive:
    return pipeline.extract(document(path, **access))


def records(paths: Sequence[Path], **access: bool) -> tuple[list[Directive], list[PipelineError]]:
    """The records of the files that can be read, and what is wrong with the others. Many are read in a process of their own."""
    from ..workers import Worker

    verb = partial(record, **access)
    found: list[Directive] = []
    refused: list[PipelineError] = []
    with Worker(verb) as worker:
        for path in paths:
            try:
                found.append(verb(path) if len(paths) == 1 or path == STREAM else worker.ask(path))
            except PipelineError as error:
                refused.append(error)
    return found, refused


def tell(refused: Iterable[PipelineError]) -> None:
    """Each of `refused` in one line on standard error."""
    for error in refused:
        click.echo(line_of(error), err=True)


def end(refused: Sequence[PipelineError]) -> None:
    """The run ends here with the status of the first of `refused`, where there is one."""
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
