"""What a file is, by its name and by its first bytes; the table is `grammars/formats.yaml`."""

import io
import zipfile
from functools import cache

from ..errors import BrokenFile
from ..resources import table
from .rawtext import encoding_of

PACK = b"PK\x03\x04"
OLD_OFFICE = "doc"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
HEADER = 1024  # a PDF may have some bytes before its own


@cache
def kind_of_suffix(suffix: str) -> str:
    """The kind of file that `suffix` promises."""
    return next((kind for kind, about in table("formats")["kinds"].items() if suffix in about.get("suffixes", ())), "unknown")


def kind_of(content: bytes, name: str) -> str:
    """The kind of file that `content` is."""
    if content.startswith(PACK):
        return kind_of_pack(content, name)
    if b"%PDF-" in content[:HEADER]:
        return "pdf"
    kind = next((kind for magic, kind in magics() if content.startswith(magic)), "text")
    if kind == OLD_OFFICE and ENCRYPTED in content:
        return "locked"
    return "unknown" if kind == "text" and is_binary(content) else kind


@cache
def magics() -> tuple[tuple[bytes, str], ...]:
    kinds = table("formats")["kinds"].items()
    return tuple((bytes.fromhex(str(magic)), kind) for kind, about in kinds for magic in about.get("magic", ()))


def kind_of_pack(content: bytes, name: str) -> str:
    """Which of the packed formats `content` is, by the names in the pack."""
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile as error:
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
