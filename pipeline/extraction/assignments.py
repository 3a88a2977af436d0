"""Assignment tables → tasks: one a row, by the heads of the columns, in any order and with merged cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Block, Deadline, Document, Outline, Owner, Span, Task
from ..text import same
from . import names, owners
from .fields import column_of

Row = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Table:
    """The blocks of one ruled table: their numbers, and what each column holds."""

    cells: tuple[tuple[int, Block], ...]
    heads: Mapping[int, str]
    first: int
    last: int

    def row(self, number: int) -> Row:
        """The block numbers of a row by what their column holds; a cell merged over rows counts for each."""
        found: Row = {}
        for place, block in self.cells:
            cell = block.cell
            if cell.row <= number < cell.row + cell.rows and cell.column in self.heads:
                found.setdefault(self.heads[cell.column], []).append(place)
        return found


def tables(document: Document) -> Iterator[Table]:
    """The tables that assign work: one of the first rows names what is to be done, and by whom or when."""
    cells: dict[int, list[tuple[int, Block]]] = {}
    for number, block in enumerate(document.blocks):
        if block.cell:
            cells.setdefault(block.cell.table, []).append((number, block))
    for blocks in cells.values():
        found = headed(blocks)
        if found:
            yield found


def headed(blocks: list[tuple[int, Block]]) -> Table | None:
    last = max(block.cell.row for _, block in blocks)
    for row in range(min(3, last + 1)):
        heads = {block.cell.column: name for _, block in blocks if block.cell.row == row and (name := column_of(block.text))}
        if "text" in heads.values() and {"lead", "time", "coordinate"} & set(heads.values()):
            return Table(cells=tuple(blocks), heads=heads, first=row + 1, last=last)
    return None


def assignments(document: Document, outline: Outline, deadlines: Iterable[Deadline]) -> Iterator[Task]:
    """The tasks of the assignment tables; rows that only group others are none."""
    by_block: dict[int, list[str]] = {}
    for deadline in deadlines:
        by_block.setdefault(deadline.span.block, []).append(deadline.id)
    for each in tables(document):
        for number in range(each.first, each.last + 1):
            row = each.row(number)
            if assigns(document, row):
                yield task(document, outline, row, by_block)


def assigns(document: Document, row: Row) -> bool:
    """The row has words for what is to be done, and for who does it or when."""
    text = words(document, row, "text")
    return bool(text) and any(words(document, row, name) not in (None, text) for name in ("lead", "coordinate", "time", "output"))


def words(document: Document, row: Row, name: str) -> str | None:
    return " ".join(document.blocks[number].text for number in row.get(name, ())).strip(" .;-") or None


def task(document: Document, outline: Outline, row: Row, by_block: Mapping[int, list[str]]) -> Task:
    number = row["text"][0]
    block, home = document.blocks[number], outline.section_at(number)
    return Task(
        id=f"task-{number}", section=home.id if home else None, text=words(document, row, "text"),
        lead=named(document, row, "lead"), coordinate=named(document, row, "coordinate"),
        deadlines=tuple(deadline for cell in (*row["text"], *row.get("time", ())) for deadline in by_block.get(cell, ())),
        output=words(document, row, "output"), location=words(document, row, "location"), budget=words(document, row, "budget"),
        via="table", quote=block.text, span=Span(block=number, start=0, end=len(block.text), page=block.page),
    )


def named(document: Document, row: Row, name: str) -> tuple[Owner, ...]:
    found: list[Owner] = []
    for number in row.get(name, ()):
        text = document.blocks[number].text
        start = len(text) - len(text.lstrip("-–+•· "))
        place = names.trimmed(text, start, len(text))
        found += owners.owners(document, number, names.split(text, place) if place else [])
    return tuple(found)


def merged(running: Iterable[Task], listed: Iterable[Task]) -> tuple[Task, ...]:
    """All tasks; a row that repeats a task of the running text, for the same body, only adds what that left open."""
    left, tasks = list(listed), []
    for task in running:
        row = next((row for row in left if repeats(row, task)), None)
        tasks.append(completed(task, row) if row else task)
        if row:
            left.remove(row)
    return tuple(task.model_copy(update={"id": f"task-{place}"}) for place, task in enumerate([*tasks, *left], 1))


def repeats(row: Task, task: Task) -> bool:
    leads, others = ({same(owner.name) for owner in each.lead} for each in (row, task))
    return same(row.text) == same(task.text) and (not leads or not others or bool(leads & others))


def completed(task: Task, row: Task) -> Task:
    names = ("lead", "coordinate", "deadlines", "output", "location", "budget")
    return task.model_copy(update={name: getattr(row, name) for name in names if not getattr(task, name)})
