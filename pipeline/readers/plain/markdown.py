"""The marks of Markdown, as they stand in .md files and in text that a program converted: emphasis, headings, lists, pipe tables."""

import re
from collections.abc import Iterator

from ...model import Block, Cell
from ...text import clean
from ..layout.assembly import broken

EMPHASIS = tuple(re.compile(pattern) for pattern in (
    r"(?<!\\)\*\*(?=\S)((?:[^*\n]|\n(?!\s*\n)|(?<!\*)\*(?!\*))+?)(?<=\S)(?<!\\)\*\*",
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?!\w)",
    r"(?<![\w_\\])__(?=\S)([^_\n]+?)(?<=\S)__(?!\w)",
))
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~=&<\"'])")
LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\](?:\((?:https?:|mailto:|#|\.?/)[^()\s]*(?:\s\"[^\"]*\")?\)|\{[.#][^}]*\})")
TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|center|div|span|p)(?:\s[^<>]*)?>", re.IGNORECASE)
QUOTE = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
SIGNS = re.compile("|".join((
    r"^#{1,6}\s", r"(?<!\\)\*\*[^\s*]", r"^\s*\d*\\[-.]", r"^\*   \S", r"^```", r"\]\((?:https?:|mailto:)", r"</?(?:u|br|sup|strong)\s?/?>",
)), re.MULTILINE)
FENCE = re.compile(r"^\s*```\w*\s*$", re.MULTILINE)
BULLET = re.compile(r"^([^\S\n]*)\*([^\S\n]{2,})(?=\S)", re.MULTILINE)  # a printed star has one space behind it
HEADING = re.compile(r"\s*#{1,6}\s+(?P<words>.*?)[\s#]*$")
DELIMITER = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$")
BORDER = re.compile(r"(?<!\\)\|")
LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    return SIGNS.search(text) is not None


def unmarked(text: str) -> str:
    """`text` without emphasis, fences, tags and escapes; a link is its words, the star of a list the dash that it stands for."""
    text = LINK.sub(r"\1", TAG.sub("", QUOTE.sub("", BULLET.sub(r"\1-\2", FENCE.sub("", text)))))
    for emphasis in EMPHASIS:
        text = emphasis.sub(r"\1", text)
    return ESCAPE.sub(r"\1", text)


def heading_of(text: str) -> str | None:
    """The words of a line that is marked as a heading, None where it is none."""
    found = HEADING.match(text)
    return found["words"] if found else None


def is_row(text: str) -> bool:
    return text.lstrip().startswith("|") and len(BORDER.findall(text)) > 1


def rows_of(lines: list[str]) -> list[list[str]]:
    """The cells of a pipe table, row by row, without the line that only divides its head from the rest."""
    return [split_row(line) for line in lines if not DELIMITER.match(line)]


def split_row(line: str) -> list[str]:
    return [cell.replace("\\|", "|").strip() for cell in BORDER.split(line.strip().removeprefix("|").removesuffix("|"))]


def cells(rows: list[list[str]], table: int, page: int | None) -> Iterator[Block]:
    """A block for each cell that holds words; a line break in the cell is kept as an offset."""
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            words, breaks = broken(map(clean, LINE_BREAK.split(text)))
            if words:
                yield Block(kind="cell", text=words, page=page, cell=Cell(table=table, row=row, column=column), breaks=breaks)
