"""The parts of a .docx file as XML, and the few things that every reader of them asks."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from ...errors import BrokenFile
from ..limits import MEGA, within

Element = etree._Element
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{MAIN}}}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
PARSER = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}
OFF = ("0", "false", "off", "none")
# What lxml and zipfile raise for a part that is cut, locked, misplaced, or packed in a way that they do not know.
UNREADABLE = (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
ROW_END = b":tr>"
MEND = "Open it in Word, which may mend it, and save it."


class Package:
    """An opened .docx: its parts by name."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        unpacked = sum(part.file_size for part in self.archive.infolist() if part.filename.endswith(".xml"))
        within(unpacked / MEGA, "unpacked_megabytes", name, "is too large once unpacked")
        self.names = frozenset(self.archive.namelist())
        self.roots: dict[str, Element | None] = {}

    def part(self, part: str) -> Element | None:
        """The root of `word/PART.xml`, None where there is no such part; the same one each time."""
        if part not in self.roots:
            self.roots[part] = self.parsed(part)
        return self.roots[part]

    def parts(self, kind: str) -> list[Element]:
        """The roots of the parts of which there may be several, by their names without the number (`header1`, `header2`, …)."""
        names = sorted(name for name in self.names if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        return [self.part(name.removeprefix("word/").removesuffix(".xml")) for name in names]

    def parsed(self, part: str) -> Element | None:
        path = f"word/{part}.xml"
        if path not in self.names:
            return None
        within(self.archive.getinfo(path).file_size / MEGA, "part_megabytes", self.name, f"is too long: its part {path} is large")
        try:
            content = self.archive.read(path).replace(STRICT, MAIN.encode())
            within(content.count(ROW_END), "table_rows", self.name, "has too many table rows")
            return etree.fromstring(content, etree.XMLParser(**PARSER))
        except UNREADABLE as error:
            raise BrokenFile(self.name, f"is damaged: its part {path} cannot be read.", MEND) from error


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of the element at `path` below `element`; None where it is not there."""
    found = below(element, *path)
    return None if found is None else found.get(f"{W}val")


def below(element: Element | None, *path: str) -> Element | None:
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)  # several times as fast as `find`
    return element


def is_on(element: Element | None, *path: str) -> bool:
    """Whether the switch at `path` is there and not turned off."""
    found = below(element, *path)
    return found is not None and found.get(f"{W}val", "1") not in OFF


def number(text: str | None, default: int = 0) -> int:
    return int(text) if text is not None and text.lstrip("-").isdigit() else default


def name_of(element: Element) -> str:
    """The name of `element` in Word's own vocabulary, "" where it is of another."""
    tag = element.tag
    return tag[len(W):] if isinstance(tag, str) and tag.startswith(W) else ""


def chosen(element: Element) -> Iterator[Element]:
    """The children of `element`; of two that say the same for newer and older programs, those of the first."""
    for child in element:
        if child.tag == ALTERNATE:
            yield from child[0] if len(child) else ()
        else:
            yield child
