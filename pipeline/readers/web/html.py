"""Web pages: documents saved from legal portals or by Word, their letterhead tables, lists and footnotes as the page shows them."""

import re
from collections.abc import Iterator

from ...errors import BrokenFile
from ...model import Document
from ...notes import note
from ...resources import table
from ..layout.assembly import source_of
from ..layout.flow import Content, GridCell, Paragraph, Table, document_of
from ..layout.pieces import Token
from ..word.numbers import ordinal
from ..word.xml import number
from .markup import Element, Look, Page, is_ruled, is_shown, main_part, page_of, words_in

CUT_SHORT = re.compile(rb"\A\s*(?:<!doctype[^>]*>\s*)?<html[\s>](?!.*</html)", re.IGNORECASE | re.DOTALL)
MOST_CELLS = 100  # that one may reach over


def read(content: bytes, name: str) -> Document:
    """The document of a saved web page."""
    page = page_of(content)
    if page is None:
        raise BrokenFile(name, "is a web page without text.", "Open it in a browser, and save it as a complete page.")
    footnotes = {mark: tuple(Writing(page).content(body)) for mark, body in page.footnotes.items()}
    for body in page.footnotes.values():
        body.drop_tree()
    part = main_part(page.body)
    frame = [note("file-cut-short")] if CUT_SHORT.search(content) else []
    if part is not page.body:
        frame.append(note("page-frame-dropped", count=len(words_in(page.body).split()) - len(words_in(part).split())))
    margins = [" ".join(margin.itertext()) for margin in page.margins]
    return document_of(tuple(Writing(page).content(part)), footnotes, source_of(content, name, "html"), notes=frame, margins=margins)


class Writing:
    """A part of a page being gone through: the paragraphs that are done, and the pieces of the one that is not."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done: list[Content] = []
        self.pieces: list[Token] = []
        self.label = ""
        self.is_heading = False

    def content(self, part: Element) -> list[Content]:
        """The paragraphs and tables of `part`."""
        self.inside(part, Look().under(part, self.page.looks))
        self.close()
        return self.done

    def close(self) -> None:
        """Ends the paragraph, where it holds anything."""
        if any(piece.kind != "break" and (piece.kind != "text" or piece.text.strip()) for piece in self.pieces):
            self.done.append(Paragraph(tuple(self.pieces), self.label, self.is_heading))
            self.label = ""
        self.pieces = []

    def inside(self, element: Element, look: Look) -> None:
        self.say(element.text, look)
        for child in element:
            if isinstance(child.tag, str) and is_shown(child):
                self.element(child, look.under(child, self.page.looks))
            self.say(child.tail, look)

    def element(self, element: Element, look: Look) -> None:
        mark = self.page.marks.get(element)
        if mark is not None:
            self.pieces.append(Token("mark", mark))
        elif element.tag == "br":
            self.line_break()
        elif element.tag == "img":
            self.pieces.append(Token("picture"))
        elif element.tag == "table":
            self.close()
            self.done.append(Table(tuple(self.cells(element, look)), is_ruled(element)))
        elif element.tag in table("pages")["blocks"]:
            self.block(element, look)
        else:
            self.inside(element, look)

    def line_break(self) -> None:
        """A second break in a row ends the paragraph."""
        blank = [piece.kind for piece in self.pieces if piece.kind != "text" or piece.text.strip()]
        if blank and blank[-1] == "break":
            self.close()
        else:
            self.pieces.append(Token("break"))

    def block(self, element: Element, look: Look) -> None:
        self.close()
        self.is_heading = element.tag in table("pages")["headings"]
        if element.tag == "li":
            self.label = label_of(element)
        self.inside(element, look)
        self.close()
        self.is_heading = False

    def say(self, text: str | None, look: Look) -> None:
        if text:
            words = look.printed(text)
            self.pieces.append(Token("hidden" if look.is_hidden else "text", words, font=look.font))

    def cells(self, element: Element, look: Look) -> Iterator[GridCell]:
        """The cells of a table on its grid."""
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(rows_of(element)):
            column = 0
            for cell in line.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                rows, columns = reach(cell, "rowspan"), reach(cell, "colspan")
                taken |= {(row + down, column + along) for down in range(rows) for along in range(columns)}
                yield GridCell(tuple(Writing(self.page).content_of_cell(cell, look)), row, column, rows, columns)

    def content_of_cell(self, cell: Element, look: Look) -> list[Content]:
        self.inside(cell, look.under(cell, self.page.looks))
        self.close()
        return self.done


def rows_of(grid: Element) -> Iterator[Element]:
    for child in grid.iterchildren("tr", "thead", "tbody", "tfoot"):
        yield from [child] if child.tag == "tr" else child.iterchildren("tr")


def reach(cell: Element, name: str) -> int:
    return min(max(1, number(cell.get(name, "").strip(), 1)), MOST_CELLS)


def label_of(item: Element) -> str:
    """What a browser shows before an item of a list."""
    holder = item.getparent()
    if holder is None or holder.tag != "ol":
        return "•"
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    count = number(item.get("value"), number(holder.get("start"), 1) + before)
    form = table("pages")["counting"].get(holder.get("type", "1"), "decimal")
    return f"{ordinal(max(1, count), form)}."
