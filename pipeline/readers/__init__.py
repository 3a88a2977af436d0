"""The readers by kind of file: bytes become a document of clean text, once. A reader is loaded when its first file comes."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from ..errors import BrokenFile, EmptyFile, MissingFile, UnsupportedFormat
from ..model import Document
from .formats import about, kind_of, kind_of_suffix
from .limits import MEGA, within

READERS: Mapping[str, str] = {"docx": "docx", "pdf": "pdf", "png": "pictures", "jpeg": "pictures", "tiff": "pictures",
                                "text": "plain"}  # kind of file → module, each with one `read`
SCANS = ("pdf", "pictures")  # those readers that may have to recognise a page


def read(path: Path, ocr: bool = True) -> Document:
    """The document at `path`; without `ocr`, scanned pages are left out."""
    if path.is_dir():
        raise MissingFile(path, "is a folder.", "Give a file.")
    if not path.exists():
        raise MissingFile(path, "does not exist.", "Check the name.")
    within(path.stat().st_size / MEGA, "file_megabytes", str(path), "is too large")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MissingFile(path, f"cannot be opened: {error.strerror}.", "Ask for the right to read it.") from error
    return read_bytes(content, str(path), ocr)


def read_bytes(content: bytes, name: str, ocr: bool = True) -> Document:
    """The document that `content` holds; the suffix of `name` tells what it should be, without one the content itself."""
    promised = kind_of_suffix(suffix) if (suffix := Path(name).suffix.lower()) else None
    if promised is not None and promised not in READERS:
        raise unsupported(name, promised, suffix)
    if not content:
        raise EmptyFile(name, "is empty.", "Look whether it was copied whole.")
    kind = kind_of(content, name)
    if kind not in READERS and promised is None:
        raise unsupported(name, kind, suffix)
    if promised not in (None, kind):
        raise mistaken(name, promised, kind)
    reader = import_module(f".{READERS[kind]}", __name__).read
    return reader(content, name, ocr) if READERS[kind] in SCANS else reader(content, name)


def unsupported(name: str, kind: str, suffix: str) -> UnsupportedFormat:
    what, hint = about(kind)
    is_strange = kind == "unknown" and suffix
    return UnsupportedFormat(name, f"ends in {suffix}, which is not read." if is_strange else f"is {what}, which is not read.", hint)


def mistaken(name: str, promised: str, kind: str) -> BrokenFile:
    what, hint = about(kind)
    return BrokenFile(name, f"is not {about(promised)[0]}: it is {what}.", hint)
