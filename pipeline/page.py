"""Records as one page to look at: the text of each document with its items marked, beside the tables of the items."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import tables
from .explanation import Explanation, explained
from .marks import anchor, drawn, named
from .model import Block, Directive
from .resources import folder
from .wording import words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as it is shown; `unit` is the id of the section that begins here, `page` the page where it is another than before."""

    markup: Markup
    kind: str
    unit: str
    page: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table, with its paragraphs."""

    rows: int
    columns: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An item in its table: the cells of its row, and why it is there."""

    id: str
    place: str
    name: str
    cells: tuple[str, ...]
    why: str = ""
    rule: str = ""
    example: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows of one record."""

    prefix: str
    directive: Directive
    elements: tuple[Paragraph | list[list[Cell]], ...]
    kinds: tuple[tuple[str, tuple[str, ...], tuple[Row, ...]], ...]


def page(records: Sequence[Directive], language: str) -> str:
    """One HTML page that needs nothing else; the records must hold their blocks."""
    made = Environment(loader=FileSystemLoader(folder("templates")), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                       undefined=StrictUndefined)
    views = [view(record, language, f"r{number}-") for number, record in enumerate(records, 1)]
    return made.get_template("record.html").render(views=views, said=words(language), language=language)


def view(directive: Directive, language: str, prefix: str) -> View:
    found = {each.item.id: each for each in explained(directive)}
    meanings = {name: tables.meaning(each.item, directive, language) for name, each in found.items()}
    paragraphs = tuple(shown(directive, drawn(directive, meanings, language, prefix), language))
    kinds = tuple((kind.name, kind.heads, tuple(rows(kind, found, language, prefix)))
                  for kind in tables.kinds(directive, language) if kind.rows)
    return View(prefix, directive, tuple(elements(directive.blocks, paragraphs)), kinds)


def rows(kind: tables.Kind, found: Mapping[str, Explanation], language: str, prefix: str) -> Iterator[Row]:
    """The rows of one kind; notes have no words to lead to."""
    short = words(language)["page"]["chips"]
    for first, *cells in kind.rows:
        filled = tuple(cell or "" for cell in cells)
        if first not in found:
            yield Row("", "", first, filled)
        else:
            each = found[first]
            yield Row(f"{prefix}{first}", f"{prefix}{anchor(first, each.item.span)}", named(first, short[kind.name]), filled,
                      tables.reason(each, language), each.rule or "", example(each))


def example(each: Explanation) -> tuple[str, ...]:
    """The words before, in and behind the mark of the rule's example."""
    given = each.example
    return (given.text[: given.start], given.quote, given.text[given.end :]) if given else ()


def shown(directive: Directive, drawings: Iterable[str], language: str) -> Iterator[Paragraph]:
    """The blocks as paragraphs; a unit of which no more than a title stands in its block is a heading."""
    begun = {section.span.block: section for section in reversed(directive.sections)}
    before = None
    for number, (block, drawing) in enumerate(zip(directive.blocks, drawings, strict=True)):
        section = begun.get(number)
        is_heading = bool(section and section.title) and not block.text[section.span.end :].strip(" .:")
        told = words(language)["page"]["page"].format(page=block.page) if block.page and block.page != before else ""
        before = block.page
        yield Paragraph(Markup(drawing), "heading" if is_heading else block.kind, section.id if section else "", told)


def elements(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph | list[list[Cell]]]:
    """Paragraphs one by one, the cells of each ruled table together."""
    for table, group in groupby(zip(blocks, paragraphs, strict=True), key=lambda pair: pair[0].cell and pair[0].cell.table):
        if table is None:
            yield from (paragraph for _, paragraph in group)
        else:
            yield grid(list(group))


def grid(cells: list[tuple[Block, Paragraph]]) -> list[list[Cell]]:
    """The rows of a table, of the cells that hold words; a gap in a row is an empty cell."""
    held: dict[int, dict[int, list[tuple[Block, Paragraph]]]] = {}
    for block, paragraph in cells:
        held.setdefault(block.cell.row, {}).setdefault(block.cell.column, []).append((block, paragraph))
    last = max(block.cell.column + block.cell.columns for block, _ in cells)
    covered = {(row, column) for block, _ in cells for row in range(block.cell.row, block.cell.row + block.cell.rows)
               for column in range(block.cell.column, block.cell.column + block.cell.columns)}
    return [[cell(held[row][column]) if column in held[row] else Cell(1, 1, ()) for column in range(last)
             if column in held[row] or (row, column) not in covered] for row in sorted(held)]


def cell(group: list[tuple[Block, Paragraph]]) -> Cell:
    place = group[0][0].cell
    return Cell(place.rows, place.columns, tuple(paragraph for _, paragraph in group))
