"""Whether the labels of each list follow one another, by the list's own alphabet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from ...labels import Label, label_of
from ...model import Directive, Section, Span
from ...resources import table
from ...values import arabic, roman
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..prose import words_at

NUMBERED = ("number", "bracketed", "decimal", "letter", "capital", "roman", "chapter", "division", "article")
# These run through the whole document, whatever stands above them.
THROUGHOUT = ("article", "chapter")
LONGEST_HEAD = 80


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled unit in its list, with the place that its label stands for."""

    section: Section
    label: Label
    place: int


def gaps(pairs: Pairs) -> Iterator[Flag]:
    """A label is skipped: I, II, IV; a list that begins with 3."""
    for items in lists(pairs.draft):
        for before, item in zip((None, *items), items, strict=False):
            if is_gap(before, item, items):
                yield _gap(before, item, pairs.draft)


def duplicates(pairs: Pairs) -> Iterator[Flag]:
    """A label stands twice in one list; one that begins again at its first label is another list."""
    for items in lists(pairs.draft):
        for place, item in enumerate(items):
            run = current_run(items, place)
            if any(other.place == item.place for other in run):
                quote, span = head(item, pairs.draft)
                yield Flag("numbering-duplicate", {"label": item.section.label}, quote=quote, span=span)


def lists(directive: Directive) -> Iterator[Sequence[Item]]:
    """The lists of the document: the units of one family under one unit, in order."""
    groups: dict[tuple, list[Item]] = defaultdict(list)
    for section in directive.sections:
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


def _gap(before: Item | None, item: Item, draft: Directive) -> Flag:
    after = Phrase("after-label", {"label": before.section.label}) if before else Phrase("at-start")
    missing = item.section.label.replace(item.label.name, name_before(item.label, before))
    quote, span = head(item, draft)
    return Flag("numbering-gap", {"after": after, "label": item.section.label, "missing": missing}, quote=quote, span=span)


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


def head(item: Item, draft: Directive) -> tuple[str, Span]:
    """The label with its title, or with the words behind it, and their place."""
    span = item.section.span
    text = draft.blocks[span.block].text if span.block < len(draft.blocks) else item.section.label
    end = max(span.end, min(len(text), span.start + len(item.section.label) + LONGEST_HEAD))
    whole = span.model_copy(update={"end": end})
    return words_at(draft, whole) or item.section.label, whole
