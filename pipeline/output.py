"""Files are written whole or not at all, and never over what they were made from."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .errors import BadOutput


def write(path: Path, content: bytes, inputs: Iterable[Path] = ()) -> None:
    """`content` in the file at `path`, in place of what was there."""
    target = Path(os.path.realpath(path))
    try:
        refuse(path, target, inputs)
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe has no whole to replace
        else:
            replace(target, content)
    except OSError as error:
        raise BadOutput(path, f"cannot be written: {error.strerror}.", "Name another file.") from error


def create(path: Path, content: bytes) -> None:
    """`content` in a new file at `path`."""
    if os.path.lexists(path):
        raise BadOutput(path, "is there already, and is not overwritten.", "Name another file, or move this one away.")
    write(path, content)


def refuse(path: Path, target: Path, inputs: Iterable[Path]) -> None:
    if target.is_symlink():
        raise BadOutput(path, "is a link that leads back to itself.", "Name another file.")
    if target.is_dir():
        raise BadOutput(path, "is a folder.", "Name a file in it.")
    if not target.parent.is_dir():
        raise BadOutput(path, f"the folder {path.parent} does not exist.", "Make it first, or name another.")
    if any(os.path.exists(each) and target.exists() and each.samefile(target) for each in inputs):
        raise BadOutput(path, "is one of the inputs, and is not overwritten.", "Name another file with -o.")


def replace(target: Path, content: bytes) -> None:
    """The rename comes last, so that a run cut short leaves the earlier file as it was."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    unfinished = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(content)
        unfinished.chmod(mode_for(target))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def mode_for(target: Path) -> int:
    """The rights that the file has, or that a new one gets here: a temporary file is for its owner alone."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
