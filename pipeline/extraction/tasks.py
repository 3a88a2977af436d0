"""Outline → tasks: the lowest unit or paragraph that orders an action, with its owners, deadlines and labelled lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..labels import label_of
from ..model import Deadline, Document, Outline, Owner, Section, Span, Task
from ..text import fold
from . import bodies, owners
from .context import ancestors
from .fields import field_of

OPERATIVE = ("content", "tasks", "organisation")


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: the field it fills, its block, and where the field's words begin."""

    field: str
    block: int
    start: int


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph that may be a task: its block, where its words begin, its section, and the labelled lines that hold for it."""

    block: int
    start: int
    section: Section | None
    lines: tuple[Line, ...] = ()


def tasks(document: Document, outline: Outline, deadlines: Iterable[Deadline]) -> tuple[Task, ...]:
    """The tasks of the running text, in order. What another unit assigns by reference is added to those without an owner."""
    by_block: dict[int, list[Deadline]] = {}
    for deadline in deadlines:
        by_block.setdefault(deadline.span.block, []).append(deadline)
    found = [task(document, outline, item, by_block) for item in items(document, outline)]
    return tuple(assigned_by_reference(document, found))


def items(document: Document, outline: Outline) -> Iterator[Item]:
    """The paragraphs of the operative parts that order something, each with the labelled lines of its unit."""
    tree = Tree.of(document, outline)
    for block in sorted(tree.paragraphs):
        item = tree.item(block)
        if item and not tree.is_heading(item) and owners.is_action(document.blocks[block].text, item.start):
            yield replace(item, lines=tree.lines_for(item))


@dataclass(frozen=True, slots=True)
class Tree:
    """The paragraphs of the operative parts by their sections, with labelled lines set apart."""

    document: Document
    outline: Outline
    paragraphs: Mapping[int, Section | None]
    lines: Mapping[str | None, tuple[Line, ...]]
    parents: frozenset[str]
    continued: frozenset[str]

    @classmethod
    def of(cls, document: Document, outline: Outline) -> "Tree":
        paragraphs: dict[int, Section | None] = {}
        lines: dict[str | None, tuple[Line, ...]] = {}
        for number, block in enumerate(document.blocks):
            home = outline.section_at(number)
            if block.kind in ("cell", "footnote") or not is_operative(outline, number, home):
                continue
            field = field_of(block.text)
            if field and is_below(number, home):
                owner = holder(number, home)
                lines[owner] = (*lines.get(owner, ()), Line(field[0], number, field[1]))
            else:
                paragraphs[number] = home
        lines = closing_lines(outline, lines)
        kept = {home.id for number, home in paragraphs.items() if home and home.span.block == number}
        return cls(document, outline, paragraphs, lines,
                   parents=frozenset(section.parent for section in outline.sections if section.parent and section.id in kept),
                   continued=frozenset(home.id for number, home in paragraphs.items() if home and home.span.block != number))

    def item(self, block: int) -> Item | None:
        text, home = self.document.blocks[block].text, self.paragraphs[block]
        label = label_of(text) if home and home.span.block == block else None
        start = len(label.printed) if label else 0
        return Item(block, start + len(text[start:]) - len(text[start:].lstrip()), home)

    def is_heading(self, item: Item) -> bool:
        """A unit that only leads to what stands under it: units, or paragraphs behind a heading or a colon."""
        section = item.section
        if section is None or section.span.block != item.block:
            return self.document.blocks[item.block].text.endswith(":")
        if section.id in self.parents:
            return True
        return section.id in self.continued and (bool(section.title) or section.id in self.lines)

    def lines_for(self, item: Item) -> tuple[Line, ...]:
        """The labelled lines of the item's own section and of the sections above it."""
        above = ancestors(self.outline, item.section) if item.section else ()
        return tuple(line for section in above for line in self.lines.get(section.id, ()))


def is_operative(outline: Outline, number: int, home: Section | None) -> bool:
    if outline.zones[number] not in ("body", "appendix"):
        return False
    return home is not None and home.role in OPERATIVE


def is_below(number: int, home: Section | None) -> bool:
    """The line is not the head of a numbered unit ("1. Nội dung: …"): a bullet, or no unit of its own."""
    return home is None or home.span.block != number or not home.label[0].isalnum()


def holder(number: int, home: Section | None) -> str | None:
    """The id of the section that a labelled line speaks of: of a bullet, the one above it."""
    if home is None:
        return None
    return home.parent if home.span.block == number else home.id


def closing_lines(outline: Outline, lines: Mapping[str | None, tuple[Line, ...]]) -> Mapping[str | None, tuple[Line, ...]]:
    """Labelled lines behind the last point of a list speak of all its points, where no other point has lines of its own."""
    closing: dict[str | None, tuple[Line, ...]] = {}
    by_id = {section.id: section for section in outline.sections}
    for owner, own in lines.items():
        section = by_id.get(owner or "")
        points = [each for each in outline.sections if section and section.parent and each.parent == section.parent]
        shared = section and is_point(section) and len(points) > 1 and points[-1].id == owner and not any(point.id in lines for point in points[:-1])
        closing[section.parent if shared else owner] = own
    return closing


def is_point(section: Section) -> bool:
    return section.label[0].islower() or not section.label[0].isalnum()


def task(document: Document, outline: Outline, item: Item, by_block: Mapping[int, list[Deadline]]) -> Task:
    text = document.blocks[item.block].text
    lead, via = lead_of(document, outline, item)
    coordinate = owners.owners(document, item.block, owners.coordinates(text, item.start)) or labelled(document, item, "coordinate")
    when = [deadline for block in (item.block, *blocks_of(item, "time")) for deadline in by_block.get(block, ())]
    return Task(
        id=f"task-{item.block}", section=item.section.id if item.section else None, text=text[item.start :],
        lead=lead, coordinate=tuple(owner for owner in coordinate if owner.name not in {each.name for each in lead}),
        deadlines=tuple(deadline.id for deadline in when), output=words(document, item, "output"),
        location=words(document, item, "location"), budget=words(document, item, "budget"), via=via,
        quote=text[item.start :], span=Span(block=item.block, start=item.start, end=len(text), page=document.blocks[item.block].page),
    )


def lead_of(document: Document, outline: Outline, item: Item) -> tuple[tuple[Owner, ...], str | None]:
    """Who leads: a labelled line, the unit's own words, else the nearest heading that names a body.

    A body that only a later sentence names does that sentence's work beside the heading's.
    """
    label = labelled(document, item, "lead")
    if label:
        return label, "label"
    text = document.blocks[item.block].text
    own = owners.owners(document, item.block, own_leads(text, item.start))
    if own and (has_body_head(text, item.start) or owners.opens_with_lead(text, item.start)):
        return own, "inline"
    above = heading_leads(document, outline, item)
    return (*above, *own), ("heading" if above else "inline" if own else None)


def heading_leads(document: Document, outline: Outline, item: Item) -> tuple[Owner, ...]:
    """The bodies of the nearest heading above the item that names any."""
    for section in ancestors(outline, item.section) if item.section else ():
        if section.span.block != item.block:
            named = owners.owners(document, section.span.block, owners.heading_bodies(document, section))
            if named:
                return named
    return ()


def has_body_head(text: str, start: int) -> bool:
    """The unit begins with a body as its run-in head: "Sở Nội vụ: …"."""
    return bool(owners.RUN_IN.match(text, start)) and bodies.begins_body(fold(text), start)


def own_leads(text: str, start: int) -> list[bodies.Place]:
    """The bodies that the unit's own words name: its run-in head, or those of its sentences."""
    if not has_body_head(text, start):
        return owners.named_leads(text, start)
    place = bodies.trimmed(text, start, text.index(":", start))
    return bodies.split(text, place) if place else []


def labelled(document: Document, item: Item, field: str) -> tuple[Owner, ...]:
    """The bodies of the labelled lines for `field`."""
    found: list[Owner] = []
    for line in item.lines:
        if line.field == field:
            text = document.blocks[line.block].text
            place = bodies.trimmed(text, line.start, len(text))
            found += owners.owners(document, line.block, bodies.split(text, place) if place else [])
    return tuple(found)


def blocks_of(item: Item, field: str) -> tuple[int, ...]:
    return tuple(line.block for line in item.lines if line.field == field)


def words(document: Document, item: Item, field: str) -> str | None:
    return next((document.blocks[line.block].text[line.start :].rstrip(" .;") for line in item.lines if line.field == field), None)


def assigned_by_reference(document: Document, found: list[Task]) -> Iterator[Task]:
    """Tasks whose owner another unit names by reference ("Chủ trì … phần IV: mục 1.1") carry that owner."""
    owner_of: dict[str, tuple[Owner, ...]] = {}
    for task in found:
        if task.lead and "mục" in task.text:
            owner_of |= {section: (*owner_of.get(section, ()), *task.lead) for section in owners.references(task.text)}
    for task in found:
        given = owner_of.get(task.section or "") if not task.lead else None
        yield task.model_copy(update={"lead": given, "via": "reference"}) if given else task
