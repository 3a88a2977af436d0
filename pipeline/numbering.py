"""Lists of labels: which units stand in one list, and where a label does not follow the one before it, by the list's own alphabet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from .labels import Label, label_of
from .model import Section
from .resources import table
from .values import arabic, roman

NUMBERED = ("number", "bracketed", "decimal", "letter", "capital", "roman", "chapter", "division", "article")
# These run through the whole document, whatever stands above them.
THROUGHOUT = ("article", "chapter")


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled unit in its list, with the place that its label stands for."""

    section: Section
    label: Label
    place: int


def gaps(sections: Iterable[Section]) -> Iterator[tuple[Item | None, Item]]:
    """The units whose label skips others, with the one before: I, II, IV; None before a list that begins with 3."""
    for items in lists(sections):
        for before, item in zip((None, *items), items, strict=False):
            if is_gap(before, item, items):
                yield before, item


def repeats(sections: Iterable[Section]) -> Iterator[Item]:
    """The units whose label stands twice in one list; one that begins again at its first label is another list."""
    for items in lists(sections):
        for place, item in enumerate(items):
            if any(other.place == item.place for other in current_run(items, place)):
                yield item


def lists(sections: Iterable[Section]) -> Iterator[Sequence[Item]]:
    """The lists of a document: the units of one family under one unit, in order."""
    groups: dict[tuple, list[Item]] = defaultdict(list)
    for section in sections:
        label = label_of(f"{section.label} x")
        place = place_of(label) if label and label.family in NUMBERED else None
        if place is not None:
            groups[list_of(section, label)].append(Item(section, label, place))
    yield from groups.values()


def list_of(section: Section, label: Label) -> tuple:
    """What two units share that stand in one list: `2.1` and `3.1` do not, wherever they stand."""
    stem = label.name.rpartition(".")[0] if label.family == "decimal" else ""
    return (label.family, "" if label.family in THROUGHOUT else section.parent, stem)


def place_of(label: Label) -> int | None:
    """The place that a label stands for in its list, None where it is no numeral (`Phần thứ nhất`)."""
    name = label.name.split(" ")[-1].rpartition(".")[2] if label.family != "letter" else label.name
    if name.isdigit():
        return int(name)
    if label.family in ("letter", "capital"):
        return alphabet().index(name.lower()) + 1 if name.lower() in alphabet() else None
    return arabic(name)


def alphabet() -> list[str]:
    """The letters of labels in their order, with those that Vietnamese lists leave out in their places."""
    return sorted({*table("outline")["letters"].split(), *ascii_lowercase}, key=lambda letter: letter.replace("đ", "d~"))


def orders() -> tuple[list[str], ...]:
    """The orders that a list of letters can follow, the likeliest first: the Vietnamese (d, đ, e; i, k), the Latin (d, e; i, j)."""
    return table("outline")["letters"].split(), list(ascii_lowercase), alphabet()


def is_gap(before: Item | None, item: Item, items: Sequence[Item]) -> bool:
    """`item` does not follow: neither the next of its list's alphabet, nor the first of another list, nor one said already."""
    if before is None:
        return item.place != 1 and item.label.family not in THROUGHOUT
    if item.label.family in ("letter", "capital"):
        return item.place > before.place and not letters_follow(before.label.name, item.label.name)
    return item.place > before.place + 1


def letters_follow(one: str, other: str) -> bool:
    """One comes next to the other in an order that lists follow."""
    one, other = one.lower(), other.lower()
    return any(one in order and other in order and order.index(other) == order.index(one) + 1 for order in orders())


def current_run(items: Sequence[Item], place: int) -> Sequence[Item]:
    """The items before `place` since the list last began anew at its first label."""
    starts = [at for at in range(1, place + 1) if items[at].place == 1 and items[at - 1].place > 1]
    return items[max(starts, default=0) : place]


def name_before(label: Label, before: Item | None) -> str:
    """The first label that is missing between the two, in the form of `label`."""
    place = before.place + 1 if before else 1
    if label.family in ("letter", "capital"):
        name = letter_after(before.label.name.lower(), label.name.lower()) if before else alphabet()[0]
        return name if label.family == "letter" else name.upper()
    if label.name.split(" ")[-1].rpartition(".")[2].isdigit():
        return re.sub(r"\d+$", str(place), label.name)
    return re.sub(r"[IVX]+$", roman(place), label.name)


def letter_after(one: str, other: str) -> str:
    """The letter behind `one` in the likeliest order that has both."""
    order = next(order for order in orders() if one in order and other in order)
    return order[order.index(one) + 1]


def stem_of(section: Section) -> str | None:
    """What a decimal label counts under: `5` of `5.1`; None for any other label."""
    label = label_of(f"{section.label} x")
    return label.name.rpartition(".")[0] if label and label.family == "decimal" else None


def numerals(section: Section | None) -> tuple[str, ...]:
    """A unit's label as its sub-units may repeat it: `II` as 2 too."""
    label = label_of(f"{section.label} x") if section else None
    name = label.name.split(" ")[-1] if label else ""
    return name, str(arabic(name))
