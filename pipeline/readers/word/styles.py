"""Styles of a .docx: what a paragraph, a table or a numbered list takes over from its style and from those that it is based on."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from ...resources import table
from .xml import Element, Package, W, below, is_on, number, value

Answer = TypeVar("Answer")
RUN_PROPERTIES = f"{W}rPr"
SWITCHES = ("caps", "vanish", "specVanish")  # letters as capitals; not printed
BODY_TEXT = 9  # the outline level of text that is no heading


class Styles:
    """The styles by id."""

    def __init__(self, package: Package) -> None:
        root = package.part("styles")
        self.roots = () if root is None else (root,)
        defaults = below(root, "docDefaults", "rPrDefault")
        self.defaults = () if defaults is None else (defaults,)
        self.known: dict[tuple, object] = {}  # what was asked of a style before
        self.latest: tuple[Element | None, tuple[Element, ...]] = (None, ())  # the paragraph asked of last, and its styles
        self.by_id: dict[str, Element] = {} if root is None else {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    @cached_property
    def default(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        paragraphs = ((key, style) for key, style in self.by_id.items() if style.get(f"{W}type") == "paragraph")
        return next((key for key, style in paragraphs if style.get(f"{W}default") in ("1", "true")), None)

    def chain(self, key: str | None) -> Iterator[Element]:
        """The style `key` and those that it is based on, nearest first."""
        seen = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            yield self.by_id[key]
            key = value(self.by_id[key], "basedOn")

    def of(self, paragraph: Element) -> tuple[Element, ...]:
        if paragraph is not self.latest[0]:
            self.latest = paragraph, self.based(value(paragraph, "pPr", "pStyle") or self.default)
        return self.latest[1]

    def of_run(self, run: Element) -> tuple[Element, ...]:
        return self.based(value(run, "rPr", "rStyle"))

    def based(self, key: str | None) -> tuple[Element, ...]:
        """The chain of a style, looked up once."""
        if ("chain", key) not in self.known:
            self.known["chain", key] = tuple(self.chain(key))
        return self.known["chain", key]

    def once(self, ask: Callable[[tuple[Element, ...]], Answer], styles: tuple[Element, ...]) -> Answer:
        """What `ask` tells of `styles`, asked once."""
        key = (ask, styles)
        if key not in self.known:
            self.known[key] = ask(styles)
        return self.known[key]

    def is_heading(self, paragraph: Element) -> bool:
        """Whether `paragraph` is a heading, by its outline level or by the name of its style."""
        level = value(paragraph, "pPr", "outlineLvl")
        return number(level, BODY_TEXT) < BODY_TEXT if level is not None else self.once(are_headings, self.of(paragraph))

    def numbering(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level that number `paragraph`, None where none does."""
        styles = self.of(paragraph)
        return self.once(numbering_in, styles) if below(paragraph, "pPr", "numPr") is None else numbering_in((paragraph, *styles))

    def switches(self, run: Element, paragraph: Element) -> frozenset[str]:
        """Which of the switches of letters are on, by `run` itself or by the nearest of its styles that has them."""
        own = run.find(RUN_PROPERTIES)
        inherited = self.once(switched, (*self.of_run(run), *self.of(paragraph)) if own is not None else self.of(paragraph))
        return inherited if own is None else frozenset(name for name in SWITCHES if is_set(own, name, name in inherited))


def is_set(properties: Element, name: str, inherited: bool) -> bool:
    return inherited if properties.find(W + name) is None else is_on(properties, name)


def switched(styles: tuple[Element, ...]) -> frozenset[str]:
    """The switches that `styles`, nearest first, have on."""
    return frozenset(name for name in SWITCHES
                     if is_on(next((one for one in styles if below(one, "rPr", name) is not None), None), "rPr", name))


def are_headings(styles: tuple[Element, ...]) -> bool:
    """Whether paragraphs of `styles`, nearest first, are headings."""
    level = next(filter(None, (value(style, "pPr", "outlineLvl") for style in styles)), None)
    if level is not None:
        return number(level, BODY_TEXT) < BODY_TEXT
    names = re.compile(table("word")["heading_styles"], re.IGNORECASE)
    return any(names.match(value(style, "name") or "") for style in styles)


def numbering_in(holders: tuple[Element, ...]) -> tuple[str, int] | None:
    """The list and the level that the nearest of `holders` tells."""
    known = [below(holder, "pPr", "numPr") for holder in holders]
    found = next(filter(None, (value(one, "numId") for one in known)), "0")
    return None if found == "0" else (found, number(next(filter(None, (value(one, "ilvl") for one in known)), None)))
