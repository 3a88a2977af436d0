"""The paragraphs of the operative parts that order something, each with the labelled lines that hold for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..grammar import pattern
from ..labels import label_of
from ..model import Document, Outline, Section
from ..text import fold
from . import owners
from .context import ancestors
from .fields import field_of, fields_in, heading_field

OPERATIVE = ("content", "tasks", "organisation")
# Fields that a numbered line may fill as well: "3. Thời gian thực hiện: Quý IV/2025".
NUMBERED = ("lead", "coordinate", "time", "location")


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line, or a piece of one: the field it fills, its block, and where the field's words begin and end."""

    field: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph that may be a task: its block, where its words begin, its section, and the labelled lines that hold for it.

    `own` are those of these lines that speak of it alone, and not of a unit above it.
    """

    block: int
    start: int
    section: Section | None
    lines: tuple[Line, ...] = ()
    own: tuple[Line, ...] = ()

    def blocks(self, field: str) -> tuple[int, ...]:
        return tuple(line.block for line in self.lines if line.field == field)


@dataclass(frozen=True, slots=True)
class Tree:
    """The paragraphs of the operative parts by their sections, with the labelled lines set apart by the section they speak of."""

    document: Document
    outline: Outline
    paragraphs: Mapping[int, Section]
    lines: Mapping[str, tuple[Line, ...]]
    parents: frozenset[str]
    continued: frozenset[str]


def items(document: Document, outline: Outline) -> Iterator[Item]:
    """The paragraphs that order something: no headings, purposes, labelled lines or lists of names."""
    tree = tree_of(document, outline)
    for block, section in tree.paragraphs.items():
        item = Item(block, words_start(document, block, section), section)
        text = document.blocks[block].text
        if not is_heading(tree, item) and owners.is_action(text, item.start) and not is_own_act(text, item):
            own = own_lines(text, item)
            yield replace(item, lines=(*own, *lines_for(tree, section)), own=(*own, *tree.lines.get(section.id, ())))


def is_own_act(text: str, item: Item) -> bool:
    """An article that does what it says by being issued, so that nobody has to: "Điều 1. Phê duyệt …"."""
    return item.section.span.block == item.block and is_article(item.section) and owners.is_own_act(text, item.start)


def is_article(section: Section) -> bool:
    label = label_of(section.label)
    return label is not None and label.family == "article"


def own_lines(text: str, item: Item) -> tuple[Line, ...]:
    """The labelled pieces behind the words of an item, in its own paragraph."""
    return tuple(Line(field, item.block, start, end) for field, start, end in fields_in(text, item.start))


def tree_of(document: Document, outline: Outline) -> Tree:
    paragraphs: dict[int, Section] = {}
    lines: dict[str, tuple[Line, ...]] = {}
    opened: tuple[str, Line] | None = None
    listed = listed_fields(document, outline)
    for number, section in operative(document, outline):
        line = line_of(document, outline, listed, number, section) or continued(document, opened, number, section)
        opened = (line[0], line[1][-1]) if line and line[1] and line[1][-1].start == line[1][-1].end else None
        if line is None:
            paragraphs[number] = section
        else:
            lines[line[0]] = (*lines.get(line[0], ()), *line[1])
    spoken, above = closing_lines(outline, lines), frozenset(parents(document, outline, paragraphs))
    described = {section.parent for number, section in paragraphs.items() if section.parent in spoken and section.id not in above
                 and section.span.block == number and not orders(document, number, section)}
    return Tree(
        document, outline, paragraphs, spoken, parents=above - described,
        continued=frozenset(section.id for number, section in paragraphs.items() if section.span.block != number),
    )


def parents(document: Document, outline: Outline, paragraphs: Mapping[int, Section]) -> Iterator[str]:
    """The sections above those that order something; what only has principles or results below it orders by its own words."""
    for number, section in paragraphs.items():
        if section.span.block == number and orders(document, number, section):
            yield from (above.id for above in ancestors(outline, section) if above is not section)


def orders(document: Document, number: int, section: Section) -> bool:
    """The paragraph's own words order something."""
    return owners.is_action(document.blocks[number].text, words_start(document, number, section))


def operative(document: Document, outline: Outline) -> Iterator[tuple[int, Section]]:
    """The paragraphs of the parts that order work, with their innermost sections."""
    for number, block in enumerate(document.blocks):
        section = outline.section_at(number)
        if section is None or section.role not in OPERATIVE or block.kind in ("cell", "footnote"):
            continue
        if not tells_purpose(document, outline, number, section):
            yield number, section


def tells_purpose(document: Document, outline: Outline, number: int, section: Section) -> bool:
    """The paragraph stands below a unit that ends in "để:"."""
    above = (each.span.block for each in ancestors(outline, section) if each.span.block != number)
    return any(owners.leads_to_purposes(document.blocks[block].text) for block in above)


def line_of(document: Document, outline: Outline, listed: Mapping[str, str], number: int,
            section: Section) -> tuple[str, tuple[Line, ...]] | None:
    """The section that a labelled line speaks of, with its pieces (none for a heading over listed names); None for other text."""
    home = listing(outline, listed, section)
    text = document.blocks[number].text
    if home:
        field, above = home
        if section.span.block == number and section.id in listed:
            return above, ()
        own = fields_in(text, 0) if field_of(text) else ((field, words_start(document, number, section), len(text)),)
        return above, tuple(Line(name, number, start, end) for name, start, end in own)
    field = field_of(text)
    above = section.parent if section.span.block == number else section.id
    if field is None or above is None or (section.span.block == number and section.label[0].isalnum() and field[0] not in NUMBERED):
        return None
    if section.span.block == number and is_article(outline.by_id[above]):
        return above, ()
    return above, tuple(Line(name, number, start, end) for name, start, end in fields_in(text, 0))


def continued(document: Document, opened: tuple[str, Line] | None, number: int, section: Section) -> tuple[str, tuple[Line, ...]] | None:
    """The paragraph below a label that stands alone on its line fills its field: "Đơn vị chủ trì:" / "Phòng Kinh tế."."""
    if opened is None or section.span.block == number:
        return None
    return opened[0], (Line(opened[1].field, number, 0, len(document.blocks[number].text)),)


def listing(outline: Outline, listed: Mapping[str, str], section: Section) -> tuple[str, str] | None:
    """Under a heading like "Cơ quan chủ trì": its field, and the section above it and above the headings that gather such lists."""
    chain = list(ancestors(outline, section))
    heads = [place for place, each in enumerate(chain) if each.id in listed]
    if not heads or heads[-1] + 1 == len(chain):
        return None
    return listed[chain[heads[0]].id], chain[heads[-1] + 1].id


def listed_fields(document: Document, outline: Outline) -> Mapping[str, str]:
    """The sections whose headings have lists of bodies below them, with the fields that the lists fill."""
    return {section.id: field for section in outline.sections if (field := listed_field(document, outline, section))}


def listed_field(document: Document, outline: Outline, section: Section) -> str | None:
    """The field whose bodies are listed below the section: its heading names it and nothing else, and no unit below gives a body orders."""
    is_all = not document.blocks[section.span.block].text[section.span.end :].strip(" :.")
    field = heading_field(section.title) if is_all else None
    return None if field and gives_orders(document, outline, section) else field


def gives_orders(document: Document, outline: Outline, section: Section) -> bool:
    """Below "Phân công thực hiện" a unit says who is to do what: "1. Phòng Kinh tế: Chủ trì …", "2. Giao Công an xã rà soát …"."""
    if not pattern("fields", "assigning").match(fold(section.title)):
        return False
    below = (each for each in outline.sections if each.parent == section.id)
    return any(orders(document, each.span.block, each) and owners.assigns(
        document.blocks[each.span.block].text, words_start(document, each.span.block, each)) for each in below)


def words_start(document: Document, number: int, section: Section) -> int:
    """Where the words of a paragraph begin, behind its label."""
    text = document.blocks[number].text
    label = label_of(text) if section.span.block == number else None
    start = len(label.printed) if label else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def is_heading(tree: Tree, item: Item) -> bool:
    """A unit that only leads to what stands under it: units, or paragraphs behind a heading or a colon."""
    section = item.section
    if section.span.block != item.block:
        return tree.document.blocks[item.block].text.endswith(":")
    if section.id in tree.parents:
        return True
    is_headed = bool(section.title) and not orders_itself(tree.document.blocks[item.block].text, section)
    return section.id in tree.continued and (is_headed or section.id in tree.lines)


def orders_itself(text: str, section: Section) -> bool:
    """Behind a run-in head, the first paragraph of a unit names a body and what it is to do."""
    start = section.span.end + len(text[section.span.end :]) - len(text[section.span.end :].lstrip(" :"))
    return start < len(text) and owners.opens_with_lead(text, start)


def lines_for(tree: Tree, section: Section) -> tuple[Line, ...]:
    """The labelled lines of a section and of the sections above it."""
    return tuple(line for above in ancestors(tree.outline, section) for line in tree.lines.get(above.id, ()))


def closing_lines(outline: Outline, lines: Mapping[str, tuple[Line, ...]]) -> Mapping[str, tuple[Line, ...]]:
    """Labelled lines behind the last point of a list speak of all its points, where no other point has lines of its own."""
    by_id = outline.by_id
    return {(by_id[owner].parent if closes_list(outline, by_id[owner], lines) else owner): own for owner, own in lines.items()}


def closes_list(outline: Outline, section: Section, lines: Mapping[str, tuple[Line, ...]]) -> bool:
    points = [each for each in outline.sections if section.parent and each.parent == section.parent]
    is_point = not section.label[0].isupper() and ("." in section.label.rstrip(".") or not section.label[0].isdigit())
    return is_point and len(points) > 1 and points[-1].id == section.id and not any(point.id in lines for point in points[:-1])
