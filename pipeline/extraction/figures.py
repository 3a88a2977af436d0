"""Tables of figures → targets: a row an indicator, a column a year or the level to reach; what a column says was reached is none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .. import values
from ..grammar import alternatives, pattern, words_of
from ..model import Block, Document, Header, Operator, Outline, Span, Target
from ..resources import table
from ..text import fold
from .quantities import operators

RULE = "table.figure"
REPORT = "BC"
HEAD_ROWS = 3  # a table's heads stand in one of its first rows
Cells = Mapping[tuple[int, int], tuple[int, Block]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table with their block numbers, and what its columns hold; a column without a year has that of its rows."""

    cells: Cells
    years: Mapping[int, int | None]
    subject: int
    unit: int | None
    first: int


def figures(document: Document, outline: Outline, header: Header) -> Iterator[Target]:
    """The targets of the tables whose columns are years to come, or the levels that indicators are to reach."""
    for grid in grids(document, header):
        phase: int | None = None
        for (row, column), (number, block) in sorted(grid.cells.items()):
            if row >= grid.first and column == grid.subject:
                phase = year_of_rows(grid, row) or phase
            elif row >= grid.first and column in grid.years:
                for match in levels(block.text):
                    yield target(grid, outline, row, grid.years[column] or phase, number, block, match)


def levels(text: str) -> Iterator[re.Match[str]]:
    """The figures of a cell: one, or several between semicolons, each with at most a few words behind it."""
    folded, start = fold(text), 0
    for piece in folded.split(";"):
        match = figure().fullmatch(folded, start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        if match:
            yield match
        start += len(piece) + 1


def year_of_rows(grid: Grid, row: int) -> int | None:
    """The year of the rows below, where a row says nothing else: "II. Đến năm 2045"."""
    said = pattern("figures", "phase").fullmatch(fold(grid.cells[row, grid.subject][1].text).strip(" :."))
    return int(said["year"]) if said and not any((row, column) in grid.cells for column in grid.years) else None


def grids(document: Document, header: Header) -> Iterator[Grid]:
    tables: dict[int, dict[tuple[int, int], tuple[int, Block]]] = {}
    for number, block in enumerate(document.blocks):
        if block.cell:
            tables.setdefault(block.cell.table, {}).setdefault((block.cell.row, block.cell.column), (number, block))
    for cells in tables.values():
        found = next((grid for row in range(HEAD_ROWS) if (grid := headed(cells, row, header))), None)
        if found:
            yield found


def headed(cells: Cells, row: int, header: Header) -> Grid | None:
    """The grid whose heads stand in `row`: an indicator's column, and at least one of a year that is not over, or of its level."""
    heads = {column: fold(block.text) for (at, column), (_, block) in cells.items() if at == row}
    subject = next((column for column, head in heads.items() if pattern("figures", "indicator").match(head)), None)
    if subject is None:
        return None
    unit = next((column for column, head in heads.items() if pattern("figures", "measure").match(head)), None)
    named = {column: int(match["year"]) for column, head in heads.items() if (match := pattern("figures", "year").fullmatch(head))}
    years = {column: year for column, year in named.items() if header.date is None or year >= int(header.date[:4])}
    years = years or ({} if named or unit is None or header.type == REPORT else level_columns(heads, subject))
    return Grid(cells=cells, years=years, subject=subject, unit=unit, first=row + 1) if years else None


def level_columns(heads: Mapping[int, str], subject: int) -> dict[int, int | None]:
    """The columns that hold the levels of indicators, without a year of their own."""
    if not pattern("figures", "subject").match(heads[subject]):
        return {}
    return {column: None for column, head in heads.items() if column > subject and pattern("figures", "value").fullmatch(head)}


def target(grid: Grid, outline: Outline, row: int, year: int | None, number: int, block: Block, match: re.Match[str]) -> Target:
    home = outline.section_at(number)
    subject = grid.cells.get((row, grid.subject))
    return Target(
        id="target", value=values.number(match["value"]), upper=values.number(match["upper"]) if match["upper"] else None,
        unit=unit_of(grid, row, match), op="range" if match["upper"] else operator(match), subject=subject[1].text if subject else None,
        year=year, section=home.id if home else None, quote=block.text[match.start() : match.end()],
        span=Span(block=number, start=match.start(), end=match.end(), page=block.page), rule=RULE,
    )


def unit_of(grid: Grid, row: int, match: re.Match[str]) -> str:
    """The sign behind the figure, the row's own unit, the one in brackets behind the indicator's name, or the words behind the figure."""
    own = grid.cells.get((row, grid.unit)) if grid.unit is not None else None
    name = grid.cells.get((row, grid.subject))
    bracketed = re.search(r"\(([^()]{1,20})\)$", name[1].text) if name else None
    return (match["unit"] or (own[1].text if own else "") or (bracketed[1] if bracketed else "") or match["words"] or "số").strip()


def operator(match: re.Match[str]) -> Operator:
    said = match["behind"] or match["bound"] or match["sign"]
    return operators()[said.lower()] if said else "eq"


@cache
def figure() -> re.Pattern[str]:
    bounds, signs, behind = (alternatives(words_of(f"targets.operators.{side}")) for side in ("before", "sign", "behind"))
    before = rf"(?:(?P<bound>{bounds}) |(?P<sign>{signs}) ?|từ (?=.* (?:{behind})))?"
    number = table("fragments")["number"]
    value = rf"(?P<value>{number})(?:(?: ?%)? ?- ?(?P<upper>{number}))?(?: ?(?P<unit>%))?"
    return re.compile(rf"{before}{value}(?: (?P<behind>{behind}))?(?P<words> [^\W\d_][^\d;]{{0,40}})?", re.IGNORECASE)
