"""The lines of a text file as they were printed: tables, footnotes under their rule, page numbers and ruled lines told from the text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from ...model import Note
from ...notes import note
from ...text import clean
from ..layout import flat
from ..layout.columns import columns
from ..layout.footnotes import Footnote
from ..layout.forms import opens_with, pattern
from ..layout.lines import Line, measured
from ..layout.paragraphs import Element
from . import markdown
from .letterhead import straightened

Raw = tuple[str, int | None]
TELLING = 0.6  # the share of lines with a blank line before them, above which blank lines tell nothing
APART = 1000  # letters between two page numbers; numbers that stand closer are rows of a table
SMALL_PRINT = 36_000.0  # no full line of a footnote is narrower: smaller type in the same column


def elements_of(text: str) -> Iterator[Element]:
    """The lines, table cells, footnotes and notes of `text`, in order."""
    tables = 0
    for is_table, chunk in groupby(straightened(raw_lines(text)), key=lambda raw: markdown.is_row(raw[0])):
        lines = list(chunk)
        yield from table_elements(lines, tables) if is_table else printed(lines)
        tables += is_table


def raw_lines(text: str) -> Iterator[Raw]:
    """The lines with their pages, where form feeds tell pages."""
    pages = text.rstrip().split("\f")
    for number, page in enumerate(pages, 1):
        for line in page.splitlines():
            pieces = [line] if markdown.is_row(line) else markdown.LINE_BREAK.split(line)
            yield from ((piece, number if len(pages) > 1 else None) for piece in pieces)


def table_elements(lines: list[Raw], table: int) -> Iterator[Element]:
    rows, page = markdown.rows_of([text for text, _ in lines]), lines[0][1]
    if not flat.is_layout(rows):
        yield from markdown.cells(rows, table, page)
        return
    for cell in (cell for row in rows for cell in row):
        pieces = tuple(flat.lines_of(cell))
        yield from (replace(measured(piece, page), place="alone") for piece in pieces)
        if len(pieces) > 1:
            yield note("flat-cell-split", text=pieces[0], count=len(pieces))


def printed(lines: list[Raw]) -> Iterator[Element]:
    """The elements of lines outside tables."""
    numbers, gaps, gap, index = page_numbers(lines), do_gaps_tell(lines), False, 0
    while index < len(lines):
        footnotes, taken = footnotes_at(lines, index)
        yield from footnotes
        text, page = lines[index]
        if not taken:
            yield from dropped(clean(text)) if index in numbers or opens_with("rule", text.strip()) else told(text, page, gap and gaps)
        gap = not text.strip()
        index += taken or 1


def told(text: str, page: int | None, after_gap: bool) -> Iterator[Line]:
    """The line of `text`, or the two lines of two columns; none where it is blank."""
    heading = markdown.heading_of(text)
    for piece in columns(text if heading is None else heading):
        line = measured(clean(piece), page, after_gap)
        if line.text:
            yield line if heading is None else replace(line, kind="heading", place="alone")


def dropped(text: str) -> Iterator[Note]:
    """The note on a page number or a rule that was left out."""
    yield note("page-number-dropped", text=text) if opens_with("page_number", text) else note("rule-dropped")


def page_numbers(lines: list[Raw]) -> set[int]:
    """Which lines hold nothing but the number of a page: at its edges where pages are known, else far from other numbers."""
    alone = {index for index, (text, _) in enumerate(lines) if opens_with("page_number", clean(text))}
    if any(page is not None for _, page in lines):
        return alone & edges(lines)
    ends = list(accumulate(len(text) for text, _ in lines))
    return alone - {index for pair in pairwise(sorted(alone)) if ends[pair[1]] - ends[pair[0]] < APART for index in pair}


def edges(lines: list[Raw]) -> set[int]:
    """The first and the last line of each page."""
    filled = [index for index, (text, _) in enumerate(lines) if text.strip()]
    pages = [list(indexes) for _, indexes in groupby(filled, key=lambda index: lines[index][1])]
    return {index for indexes in pages for index in (indexes[0], indexes[-1])}


def do_gaps_tell(lines: list[Raw]) -> bool:
    """Whether blank lines stand between paragraphs, and not after each line."""
    filled = [bool(text.strip()) for text, _ in lines]
    gaps = sum(not before and after for before, after in pairwise(filled))
    return gaps < TELLING * sum(filled)


def footnotes_at(lines: list[Raw], start: int) -> tuple[list[Footnote], int]:
    """The footnotes under the rule at `start`, and how many lines they take; none where no footnote follows."""
    if not pattern("footnote_rule").match(lines[start][0]):
        return [], 0
    footnotes: list[Footnote] = []
    last, end = "", start + 1
    for index, (text, page) in enumerate(lines[start + 1:], start + 1):
        words = clean(text)
        opening = pattern("footnote_start").match(words)
        if not words:
            continue
        if opening and is_next(opening["number"], footnotes):
            footnotes.append(Footnote(opening["number"], words[opening.end():], page))
        elif footnotes and measured(last).right + measured(words).lead > SMALL_PRINT:
            footnotes[-1] = replace(footnotes[-1], text=f"{footnotes[-1].text} {words}")
        else:
            break
        last, end = words, index + 1
    return footnotes, end - start if footnotes else 0


def is_next(number: str, footnotes: Iterable[Footnote]) -> bool:
    known = tuple(footnotes)
    return not known or int(number) == int(known[-1].number) + 1
