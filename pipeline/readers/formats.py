"""What a file is, by its name and by its first bytes; the table is `grammars/formats.yaml`."""

import io
import re
import zipfile
from functools import cache

from ..errors import BrokenFile
from ..resources import table
from .letters.raw import encoding_of

PACK = b"PK\x03\x04"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of Office before 2007
HEADER = 1024  # a PDF may have some bytes before its own
OPENING = 4096  # a web page may begin with comments
BEFORE_PAGE = rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml.*?\?>\s*|<!--.*?-->\s*)*"
PAGE = re.compile(BEFORE_PAGE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
ARCHIVED_PAGE = re.compile(rb"\A(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?MIME-Version:", re.IGNORECASE)
WORD_XML = re.compile(rb"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)")


@cache
def kind_of_suffix(suffix: str) -> str:
    """The kind of file that `suffix` promises."""
    return next((kind for kind in table("formats")["kinds"] if suffix in suffixes_of(kind)), "unknown")


def suffixes_of(kind: str) -> tuple[str, ...]:
    return tuple(table("formats")["kinds"][kind].get("suffixes", ()))


def kind_of(content: bytes, name: str, promised: str | None = None) -> str:
    """The kind of file that `content` is; bare text is what its name promises, where that is a kind of text."""
    if content.startswith(PACK):
        return kind_of_pack(content, name)
    if b"%PDF-" in content[:HEADER]:
        return "pdf"
    if content.startswith(OLE):
        return kind_of_container(content)
    kind = next((kind for magic, kind in magics() if content.startswith(magic)), "text")
    kind = kind_of_text(content, kind) if kind in ("text", "xml") else kind
    return kind if kind != "text" or promised not in table("formats")["kinds_of_text"] else promised


def kind_of_container(content: bytes) -> str:
    """Which format of old Office `content` is, by the names of the streams in it."""
    streams = table("formats")["streams"].items()
    return next((kind for kind, name in streams if name.encode("utf-16-le") in content), "unknown")


def kind_of_text(content: bytes, kind: str) -> str:
    """Which kind of text `content` is; `kind` is what its first letters tell."""
    opening = content[:OPENING].replace(b"\0", b"")
    if WORD_XML.search(opening):
        return "wordxml"
    if PAGE.search(opening) or ARCHIVED_PAGE.search(opening):
        return "html"
    return "unknown" if is_binary(content) else kind


@cache
def magics() -> tuple[tuple[bytes, str], ...]:
    kinds = table("formats")["kinds"].items()
    return tuple((bytes.fromhex(str(magic)), kind) for kind, about in kinds for magic in about.get("magic", ()))


def kind_of_pack(content: bytes, name: str) -> str:
    """Which of the packed formats `content` is, by the names in the pack."""
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as error:
        raise BrokenFile(name, "is damaged or was cut short.", "Copy or download it again.") from error
    packed = table("formats")["packed"].items()
    return next((kind for kind, inside in packed if any(one.startswith(inside) for one in names)), "zip")


def is_binary(content: bytes) -> bool:
    """Whether `content` holds zero bytes, as text does not unless it is UTF-16."""
    return b"\0" in content and not encoding_of(content).startswith("utf-16")


def about(kind: str) -> tuple[str, str]:
    """What a file of `kind` is called, and what to do with it where it is not read."""
    entry = table("formats")["kinds"][kind]
    return entry["name"], entry["hint"]
