"""Tables of figures → targets: a row an indicator, a column a year; what a column says was reached is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .. import values
from ..model import Block, Document, Operator, Outline, Span, Target
from ..resources import table
from ..text import fold
from .quantities import operators

RULE = "table.figure"
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2})?"


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table with their block numbers, and what its columns hold."""

    cells: dict[tuple[int, int], tuple[int, Block]]
    years: dict[int, int]
    subject: int
    unit: int | None
    first: int


def figures(document: Document, outline: Outline, issued: str | None) -> Iterator[Target]:
    """The targets of the tables whose columns are years; `issued` is the document's date: columns before it are past."""
    for grid in grids(document, issued):
        for (row, column), (number, block) in sorted(grid.cells.items()):
            match = figure().fullmatch(fold(block.text)) if row >= grid.first and column in grid.years else None
            if match:
                yield target(grid, outline, row, grid.years[column], number, block, match)


def grids(document: Document, issued: str | None) -> Iterator[Grid]:
    tables: dict[int, dict[tuple[int, int], tuple[int, Block]]] = {}
    for number, block in enumerate(document.blocks):
        if block.cell:
            tables.setdefault(block.cell.table, {}).setdefault((block.cell.row, block.cell.column), (number, block))
    for cells in tables.values():
        found = next((grid for row in range(3) if (grid := headed(cells, row, issued))), None)
        if found:
            yield found


def headed(cells: dict[tuple[int, int], tuple[int, Block]], row: int, issued: str | None) -> Grid | None:
    """The grid whose heads stand in `row`: an indicator's column, and at least one of a year that is not over."""
    heads = {column: fold(block.text) for (at, column), (_, block) in cells.items() if at == row}
    years = {column: int(match["year"]) for column, head in heads.items() if (match := year_head().fullmatch(head))}
    coming = {column: year for column, year in years.items() if issued is None or year >= int(issued[:4])}
    subject = next((column for column, head in heads.items() if indicator().match(head)), None)
    if not coming or subject is None:
        return None
    unit = next((column for column, head in heads.items() if measure().match(head)), None)
    return Grid(cells=cells, years=coming, subject=subject, unit=unit, first=row + 1)


def target(grid: Grid, outline: Outline, row: int, year: int, number: int, block: Block, match: re.Match[str]) -> Target:
    home = outline.section_at(number)
    subject = grid.cells.get((row, grid.subject))
    return Target(
        id="target", value=values.number(match["value"]), upper=values.number(match["upper"]) if match["upper"] else None,
        unit=unit_of(grid, row, match), op="range" if match["upper"] else operator(match), subject=subject[1].text if subject else None,
        year=year, section=home.id if home else None, quote=block.text,
        span=Span(block=number, start=0, end=len(block.text), page=block.page), rule=RULE,
    )


def unit_of(grid: Grid, row: int, match: re.Match[str]) -> str:
    """The sign behind the figure, the row's own unit, or the one in brackets behind the indicator's name."""
    own = grid.cells.get((row, grid.unit)) if grid.unit is not None else None
    name = grid.cells.get((row, grid.subject))
    bracketed = re.search(r"\(([^()]{1,20})\)$", name[1].text) if name else None
    return (match["unit"] or (own[1].text if own else "") or (bracketed[1] if bracketed else "") or "số").strip()


def operator(match: re.Match[str]) -> Operator:
    for part, side in (("behind", "behind"), ("bound", "before")):
        if match[part]:
            return operators(side)[match[part].lower()]
    return "eq"


def pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("figures")[name], re.IGNORECASE)


@cache
def figure() -> re.Pattern[str]:
    bounds = "|".join(sorted(operators("before"), key=len, reverse=True))
    behind = "|".join(operators("behind"))
    return re.compile(rf"(?:(?P<bound>{bounds}) |từ (?=.* (?:{behind})))?(?P<value>{NUMBER})(?: ?- ?(?P<upper>{NUMBER}))?"
                      rf"(?: ?(?P<unit>%))?(?: (?P<behind>{behind}))?", re.IGNORECASE)


@cache
def year_head() -> re.Pattern[str]:
    return pattern("year")


@cache
def indicator() -> re.Pattern[str]:
    return pattern("indicator")


@cache
def measure() -> re.Pattern[str]:
    return pattern("measure")
