"""The draft as a page has it: paragraphs of styled runs, columns, tables. What the writers write, and nothing of where it comes from."""

from dataclasses import dataclass
from typing import Literal

Border = Literal["none", "ruled"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look. `comments` are what a reader is told about them."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    highlight: bool = False
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a style of the form; `rule` is the drawn line under it, as a share of the width, 0 for none."""

    style: str
    runs: tuple[Run, ...]
    rule: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `widths` are shares of the text's width; the first `heads` rows are repeated on each page."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    border: Border = "none"
    heads: int = 0


Element = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole draft, in the order of its pages."""

    elements: tuple[Element, ...]
