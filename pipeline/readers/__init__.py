"""The readers by suffix: bytes become a document of clean text, once."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import MissingFile, UnsupportedFormat
from ..model import Document

Reader = Callable[[bytes, str], Document]


def read_text(content: bytes, name: str) -> Document:
    from .plain import read

    return read(content, name)


READERS: Mapping[str, Reader] = {".txt": read_text, ".md": read_text}


def read(path: Path) -> Document:
    """The document at `path`."""
    if path.is_dir():
        raise MissingFile(path, "is a folder.", "Give a file, or use `chidao archive` for a folder.")
    if not path.exists():
        raise MissingFile(path, "does not exist.", "Check the name.")
    return read_bytes(path.read_bytes(), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    """The document that `content` holds; the suffix of `name` tells the reader."""
    suffix = Path(name).suffix.lower()
    if suffix not in READERS:
        raise UnsupportedFormat(name, f"has a format that is not read ({suffix}).", f"Formats read: {', '.join(READERS)}.")
    return READERS[suffix](content, name)
