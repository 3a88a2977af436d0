"""The readers by kind of file: bytes become a document of clean text, once. A reader is loaded when its first file comes."""

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ..errors import BrokenFile, EmptyFile, MissingFile, UnsupportedFormat
from ..model import Document
from ..notes import note
from .formats import about, kind_of, kind_of_suffix, suffixes_of
from .limits import MEGA, most_bytes, within

READERS: Mapping[str, str] = {  # kind of file → module, each with one `read`
    "docx": "word.docx", "doc": "office.doc", "rtf": "office.rtf", "odt": "office.odt", "wordxml": "office.wordxml", "html": "web.html",
    "pdf": "pdf.document", "png": "ocr.pictures", "jpeg": "ocr.pictures", "tiff": "ocr.pictures", "text": "plain.text",
}
TEXTS = ("text", "html", "rtf", "wordxml")  # kinds of file that are text throughout
SCANS = ("pdf.document", "ocr.pictures")  # those readers that may have to recognise a page


def read(path: Path, ocr: bool = True) -> Document:
    """The document at `path`; without `ocr`, scanned pages are left out."""
    if path.is_dir():
        raise MissingFile(path, "is a folder.", "Give a file.")
    if not path.exists():
        raise MissingFile(path, "does not exist.", "Check the name.")
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes())
    except OSError as error:
        raise MissingFile(path, f"cannot be opened: {error.strerror}.", "Ask for the right to read it.") from error
    return read_bytes(content, str(path), ocr)


def read_bytes(content: bytes, name: str, ocr: bool = True) -> Document:
    """The document that `content` holds, whatever the suffix of `name` says that it should be."""
    promised = kind_of_suffix(suffix) if (suffix := Path(name).suffix.lower()) else None
    if not content:
        raise EmptyFile(name, "is empty.", "Look whether it was copied whole.")
    within(len(content) / MEGA, "file_megabytes", name, "is too large")
    kind = kind_of(content, name, promised)
    within(len(content) / MEGA if kind in TEXTS else 0, "text_megabytes", name, "is too long a text")
    if kind not in READERS:
        raise unsupported(name, kind, suffix) if promised not in READERS else mistaken(name, promised, kind)
    reader = import_module(f".{READERS[kind]}", __name__).read
    document = reader(content, name, ocr) if READERS[kind] in SCANS else reader(content, name)
    return document if promised in (None, kind) else renamed(document, suffix, kind)


def renamed(document: Document, suffix: str, kind: str) -> Document:
    """`document` with a note that its name says otherwise."""
    told = note("name-mistaken", suffix=suffix, kind=suffixes_of(kind)[0])
    return replace(document, notes=(told, *document.notes))


def unsupported(name: str, kind: str, suffix: str) -> UnsupportedFormat:
    what, hint = about(kind)
    is_strange = kind == "unknown" and suffix
    return UnsupportedFormat(name, f"ends in {suffix}, which is not read." if is_strange else f"is {what}, which is not read.", hint)


def mistaken(name: str, promised: str, kind: str) -> BrokenFile:
    what, hint = about(kind)
    return BrokenFile(name, f"is not {about(promised)[0]}: it is {what}.", hint)
