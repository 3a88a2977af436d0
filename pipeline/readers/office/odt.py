"""OpenDocument text (.odt): comments, hidden words and struck-out ones are taken out of its XML, with notes; then anydoc reads it."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ...errors import BrokenFile
from ...model import Document, Note
from ...notes import note
from ...text import clean
from ..layout.assembly import source_of
from ..layout.flow import document_of
from ..limits import MEGA, within
from ..word.xml import PARSER, UNREADABLE, Element
from .anydoc import content_of, footnotes_of, has_lists, parsed, through_word

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "dc": "http://purl.org/dc/elements/1.1/",
}
TEXT, STYLES = "content.xml", "styles.xml"
HIDING = ".//style:style[style:text-properties/@text:display='none']/@style:name"
BOXES = ".//office:body//draw:*//text:p"
MARGINS = ".//style:master-page/*[starts-with(local-name(), 'header') or starts-with(local-name(), 'footer')]//text:p"


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a file that hold words: its text, and its styles with what is printed in the margins."""

    text: Element
    styles: Element | None

    def found(self, path: str) -> list:
        return [one for root in (self.text, self.styles) if root is not None for one in root.xpath(path, namespaces=NAMES)]


def read(content: bytes, name: str) -> Document:
    """The document of an .odt file; through LibreOffice where its numbers are automatic, or text boxes stand between its paragraphs."""
    parts = parts_of(content, name)
    margins = tuple(words_in(line) for line in parts.found(MARGINS))
    notes = (*comments(parts), *changes(parts), *hidden(parts))
    document = parsed(with_text(content, parts.text) if notes else content, "odt", name)
    if document is None or has_lists(document.blocks) or any(map(words_in, parts.found(BOXES))):
        return through_word(content, ".odt", name)
    body, footnotes = tuple(content_of(document.blocks)), footnotes_of(document.notes)
    return document_of(body, footnotes, source_of(content, name, "odt"), notes=notes, margins=margins)


def parts_of(content: bytes, name: str) -> Parts:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sizes = {part.filename: part.file_size / MEGA for part in package.infolist()}
            for part in (TEXT, STYLES):
                within(sizes.get(part, 0), "part_megabytes", name, f"is too long: its part {part} is large")
            roots = {part: etree.fromstring(package.read(part), etree.XMLParser(**PARSER)) for part in (TEXT, STYLES) if part in sizes}
            return Parts(roots[TEXT], roots.get(STYLES))
    except (*UNREADABLE, KeyError) as error:
        raise BrokenFile(name, "is damaged: its text cannot be read.", "Open it in LibreOffice, and save it as .docx.") from error


def comments(parts: Parts) -> Iterator[Note]:
    """A note on each comment, which leaves the text."""
    for comment in parts.found(".//office:annotation"):
        author = "".join(comment.xpath("dc:creator/text()", namespaces=NAMES))
        yield note("comment-apart", author=author, text=clean(" ".join(map(words_in, comment.xpath(".//text:p", namespaces=NAMES)))))
        take_out(comment)


def changes(parts: Parts) -> Iterator[Note]:
    """A note on each tracked change: what was struck out is stored apart from the text."""
    for change in parts.found(".//text:tracked-changes/text:changed-region"):
        struck = change.xpath("text:deletion//text:p | text:deletion//text:h", namespaces=NAMES)
        yield note("tracked-change", text=clean(" ".join(map(words_in, struck))))
    for store in parts.found(".//text:tracked-changes"):
        take_out(store)


def hidden(parts: Parts) -> Iterator[Note]:
    """A note on all words of a hidden style that stand together, which leave the text."""
    styles = frozenset(parts.found(HIDING))
    for piece in parts.found(".//text:span | .//text:p | .//text:h") if styles else ():
        if piece.get(f"{{{NAMES['text']}}}style-name") in styles and piece.getparent() is not None:
            yield note("hidden-text-dropped", text=words_in(piece))
            take_out(piece)


def take_out(element: Element) -> None:
    """Takes `element` out of its document; the words behind it stay."""
    before, holder = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        holder.text = (holder.text or "") + element.tail
    holder.remove(element)


def words_in(element: Element) -> str:
    """The words below `element`; its tabs and spaces are elements of their own."""
    is_spaced = element.xpath(".//text:tab | .//text:s", namespaces=NAMES)
    return clean((" " if is_spaced else "").join(element.itertext()))


def with_text(content: bytes, text: Element) -> bytes:
    """The file with another text part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, etree.tostring(text) if part.filename == TEXT else old.read(part))
    return buffer.getvalue()
