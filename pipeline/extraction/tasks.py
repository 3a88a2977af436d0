"""Units → tasks: what the operative parts order, with owners, deadlines and labelled lines."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model import Deadline, Document, Outline, Owner, Section, Span, Task
from ..text import fold
from . import names, owners
from .context import ancestors
from .units import Item, Line, items

OUTERMOST = re.compile(r"(?:Điều|Phần|PHẦN) .+|[A-HK-U]")
PHASES = ("date", "period", "event")


def tasks(document: Document, outline: Outline, deadlines: Iterable[Deadline]) -> tuple[Task, ...]:
    """The tasks of the running text, in order. What another unit assigns by reference is added to those without an owner."""
    by_block: dict[int, list[Deadline]] = {}
    for deadline in deadlines:
        by_block.setdefault(deadline.span.block, []).append(deadline)
    found = [task(document, outline, item, by_block) for item in items(document, outline)]
    return tuple(assigned_by_reference(found))


def task(document: Document, outline: Outline, item: Item, by_block: Mapping[int, list[Deadline]]) -> Task:
    text = document.blocks[item.block].text
    lead, via = lead_of(document, outline, item)
    coordinate = (*owners.owners(document, item.block, owners.coordinates(text, item.start)),
                  *(heading_coordinates(document, lead[0].span.block) if via == "heading" else ()),
                  *labelled(document, item.own if via == "inline" else item.lines, "coordinate"))
    own = [deadline for block in (item.block, *item.blocks("time")) for deadline in by_block.get(block, ())]
    when = own or phase(outline, item, by_block)
    return Task(
        id=f"task-{item.block}", section=item.section.id, text=text[item.start :],
        lead=lead, coordinate=tuple(owner for owner in coordinate if owner.name not in {each.name for each in lead}),
        deadlines=tuple(deadline.id for deadline in when), output=words(document, item, "output"),
        location=words(document, item, "location"), budget=words(document, item, "budget"), via=via,
        quote=text[item.start :], span=Span(block=item.block, start=item.start, end=len(text), page=document.blocks[item.block].page),
    )


def phase(outline: Outline, item: Item, by_block: Mapping[int, list[Deadline]]) -> list[Deadline]:
    """When the work of the nearest heading is done, a part of the document's own aside: "2.1. Đợt 1: trong tháng 12/2025"."""
    headings = (section.span.block for section in ancestors(outline, item.section) if section.parent and section.span.block != item.block)
    dated = ([deadline for deadline in by_block.get(block, ()) if deadline.kind in PHASES] for block in headings)
    return next((found for found in dated if found), [])


def lead_of(document: Document, outline: Outline, item: Item) -> tuple[tuple[Owner, ...], str | None]:
    """Who leads: a labelled line of the unit, its own words, a line of the units above, else the nearest heading that names a body.

    A body that only a later sentence names does that sentence's work beside the heading's.
    """
    label = labelled(document, item.own, "lead")
    if label:
        return label, "label"
    text = document.blocks[item.block].text
    own = owners.owners(document, item.block, own_leads(text, item.start))
    if own and (owners.has_body_head(text, item.start) or owners.opens_with_lead(text, item.start)
                or owners.puts_in_charge(text, own[0].span)):
        return own, "inline"
    label = labelled(document, item.lines, "lead")
    if label:
        return label, "label"
    above = heading_leads(document, outline, item)
    own = own if own or above else owners.owners(document, item.block, owners.later_leads(text, item.start))
    return (*above, *own), ("heading" if above else "inline" if own else None)


def heading_leads(document: Document, outline: Outline, item: Item) -> tuple[Owner, ...]:
    """The bodies of the nearest heading above the item that names any."""
    for section in ancestors(outline, item.section):
        if section.span.block != item.block:
            named = lead_in(document, outline, section, item.block) or owners.owners(
                document, section.span.block, owners.heading_bodies(document, section))
            if named:
                return named
    return lead_in_to_all(document, outline)


def heading_coordinates(document: Document, block: int) -> tuple[Owner, ...]:
    """The bodies that a heading names as taking part in all below it: "3. Công an xã chủ trì, Trạm Y tế phối hợp:"."""
    return owners.owners(document, block, owners.coordinates(document.blocks[block].text, 0))


def lead_in_to_all(document: Document, outline: Outline) -> tuple[Owner, ...]:
    """The one body that the sentence before the first section asks to do all that follows."""
    first = outline.sections[0].span.block if outline.sections else 0
    text = document.blocks[first - 1].text if first else ""
    is_lead_in = text.endswith(":") and outline.zones[first - 1] == "body"
    return owners.owners(document, first - 1, owners.lead_in_to_all(text)) if is_lead_in else ()


def lead_in(document: Document, outline: Outline, section: Section, block: int) -> tuple[Owner, ...]:
    """The bodies of the last paragraph under a heading that leads on to the item: "Các trường gửi báo cáo như sau:"."""
    before = range(section.span.block + 1, block)
    last = next((number for number in reversed(before) if outline.section_at(number) == section), None)
    if last is None or not document.blocks[last].text.endswith(":"):
        return ()
    text = document.blocks[last].text
    asked = owners.lead_in_to_all(text)
    if asked:
        return owners.owners(document, last, asked)
    leads = [place for place in owners.named_leads(text, 0) if not names.deciding().match(fold(text), place[1])]
    return owners.owners(document, last, leads)


def own_leads(text: str, start: int) -> list[names.Place]:
    """The bodies that the unit's own words name: its run-in head, or those of its sentences."""
    if not owners.has_body_head(text, start):
        return owners.named_leads(text, start)
    place = names.trimmed(text, start, text.index(":", start))
    return names.split(text, place) if place else []


def labelled(document: Document, lines: Iterable[Line], field: str) -> tuple[Owner, ...]:
    """The bodies of the labelled lines for `field`; a line in brackets only explains the one before."""
    found: list[Owner] = []
    for line in lines:
        text = document.blocks[line.block].text
        if line.field == field and not text.startswith("(", line.start):
            place = names.trimmed(text, line.start, line.end)
            found += owners.owners(document, line.block, names.split(text, place) if place else [])
    return tuple(found)


def words(document: Document, item: Item, field: str) -> str | None:
    return next((document.blocks[line.block].text[line.start : line.end].rstrip(" .;") for line in item.lines if line.field == field), None)


def assigned_by_reference(found: list[Task]) -> Iterator[Task]:
    """Tasks whose owner another unit names by reference ("Chủ trì … phần IV: mục 1.1"), or whose heading's, carry that owner."""
    owner_of: dict[str, tuple[Owner, ...]] = {}
    for task in found:
        if task.lead:
            owner_of |= {section: (*owner_of.get(section, ()), *task.lead) for section in owners.references(task.text)}
    for task in found:
        given = None if task.lead else next((owner_of[section] for section in paths(task.section or "") if section in owner_of), None)
        yield task.model_copy(update={"lead": given, "via": "reference"}) if given else task


def paths(section: str) -> Iterator[str]:
    """The id of a section and of those above it, from the innermost on; also without the article or the main part that they stand in,
    which a reference leaves out: "mục 1 phần II" for B.II.1."""
    while section:
        yield section
        outermost, _, rest = section.partition(".")
        if rest and OUTERMOST.fullmatch(outermost):
            yield rest
        section = section.rpartition(".")[0]
