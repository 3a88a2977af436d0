"""The items of a record as marks on the text of its blocks, drawn by displaCy: marks that overlap are cut where one ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from .model import Block, Directive, Span
from .spans import groups, owned
from .wording import words

ENTITY = '<mark class="{kinds}" title="{title}">{text}</mark>{chips}'
CHIP = '<a class="chip {kind}"{place} href="#{target}">{text}</a>'
MOST = 3  # tasks of one body that are named behind it; of more the count stands there


@dataclass(frozen=True, slots=True)
class Chip:
    """A label behind a mark, which leads to the rows of its items in the tables."""

    text: str
    item: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one block that an item stands on; `kind` is its span group."""

    kind: str
    span: Span
    chip: Chip
    meaning: str


def drawn(directive: Directive, meanings: Mapping[str, str], language: str, prefix: str) -> tuple[str, ...]:
    """The HTML of each block with its marks; ids begin with `prefix`, so that several records share a page."""
    by_block: dict[int, list[Mark]] = {}
    for mark in marks(directive, meanings, language):
        by_block.setdefault(mark.span.block, []).append(mark)
    return tuple(markup(block, by_block.get(number, []), prefix) for number, block in enumerate(directive.blocks))


def marks(directive: Directive, meanings: Mapping[str, str], language: str) -> Iterator[Mark]:
    """Every item on each of its places; `meanings` say in a few words what an item is taken for."""
    said = words(language)["page"]["chips"]
    for kind, items in groups(directive).items():
        if kind != "owners":
            yield from (Mark(kind, span, Chip(named(label, said[kind]), label), meanings[label]) for label, span in items)
    for (span, role), tasks in bodies(directive).items():
        whose = f"{len(tasks)} {said['tasks']}" if len(tasks) > MOST else ", ".join(named(task, said["tasks"]) for task in tasks)
        yield Mark("owners", span, Chip(f"{said[role]} {whose}", tasks[0]), said[role])


def named(identity: str, short: str) -> str:
    """`target-3` → `CT 3`."""
    return f"{short} {identity.rpartition('-')[2]}"


def bodies(directive: Directive) -> dict[tuple[Span, str], list[str]]:
    """The places where bodies stand, each with the ids of the tasks that they lead or coordinate."""
    found: dict[tuple[Span, str], list[str]] = {}
    for task, role, owner in owned(directive):
        found.setdefault((owner.span, role), []).append(task.id)
    return found


def markup(block: Block, found: Iterable[Mark], prefix: str) -> str:
    from spacy import displacy

    entities = [entity(start, end, covering, prefix) for start, end, covering in pieces(list(found))]
    return displacy.render({"text": block.text, "ents": entities}, style="ent", manual=True, jupyter=False, options={"template": ENTITY})


def pieces(found: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """The runs of text between the ends of marks, each with the marks that cover it, the shortest first."""
    cuts = sorted({place for mark in found for place in (mark.span.start, mark.span.end)})
    by_length = sorted(found, key=lambda mark: mark.span.end - mark.span.start)
    for start, end in pairwise(cuts):
        covering = [mark for mark in by_length if mark.span.start <= start and end <= mark.span.end]
        if covering:
            yield start, end, covering


def entity(start: int, end: int, covering: list[Mark], prefix: str) -> dict:
    """A run as displaCy takes it: coloured by its shortest mark, with the labels of those that end with it."""
    return {
        "start": start, "end": end, "label": covering[0].kind,
        "params": {
            "kinds": " ".join(dict.fromkeys(mark.kind for mark in covering)),
            "title": escape("; ".join(dict.fromkeys(mark.meaning for mark in covering if mark.meaning))),
            "chips": "".join(chip(mark, prefix) for mark in covering if mark.span.end == end),
        },
    }


def chip(mark: Mark, prefix: str) -> str:
    """The label, with the id that the item's row leads back to; a body leads to its first task, and no row back to it."""
    place = "" if mark.kind == "owners" else f' id="{prefix}{anchor(mark.chip.item, mark.span)}"'
    return CHIP.format(kind=mark.kind, place=place, target=f"{prefix}{mark.chip.item}", text=escape(mark.chip.text))


def anchor(item: str, span: Span) -> str:
    """Where an item stands, as the id of its label."""
    return f"{item}-{span.block}-{span.start}"
