"""Styles of a .docx: what a paragraph, a table or a numbered list takes over from its style and from those that it is based on."""

import re
from collections.abc import Iterator
from functools import cached_property

from ..resources import table
from .wordxml import Element, Package, W, below, is_on, number, value

BODY_TEXT = 9  # the outline level of text that is no heading


class Styles:
    """The styles by id."""

    def __init__(self, package: Package) -> None:
        root = package.part("styles")
        self.roots = () if root is None else (root,)
        defaults = below(root, "docDefaults", "rPrDefault")
        self.defaults = () if defaults is None else (defaults,)
        self.switches: dict[tuple[str | None, str | None, str], bool] = {}
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
        return tuple(self.chain(value(paragraph, "pPr", "pStyle") or self.default))

    def of_run(self, run: Element) -> tuple[Element, ...]:
        return tuple(self.chain(value(run, "rPr", "rStyle")))

    def is_heading(self, paragraph: Element) -> bool:
        """Whether `paragraph` is a heading, by its outline level or by the name of its style."""
        styles = self.of(paragraph)
        levels = (value(holder, "pPr", "outlineLvl") for holder in (paragraph, *styles))
        level = next((level for level in levels if level is not None), None)
        if level is not None:
            return number(level, BODY_TEXT) < BODY_TEXT
        names = re.compile(table("word")["heading_styles"], re.IGNORECASE)
        return any(names.match(value(style, "name") or "") for style in styles)

    def numbering(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level that number `paragraph`, None where none does."""
        holders = [holder for holder in (paragraph, *self.of(paragraph)) if below(holder, "pPr", "numPr") is not None]
        lists = (value(holder, "pPr", "numPr", "numId") for holder in holders)
        levels = (value(holder, "pPr", "numPr", "ilvl") for holder in holders)
        found = next(filter(None, lists), "0")
        return None if found == "0" else (found, number(next(filter(None, levels), None)))

    def is_in_capitals(self, run: Element, paragraph: Element) -> bool:
        """Whether the letters of `run` are printed as capitals."""
        return self.is_switched(run, paragraph, "caps")

    def is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether `run` is not printed."""
        return self.is_switched(run, paragraph, "vanish") or is_on(run, "rPr", "specVanish")

    def is_switched(self, run: Element, paragraph: Element, name: str) -> bool:
        """Whether the nearest of `run` and its styles that has the switch `name` has it on."""
        if below(run, "rPr", name) is not None:
            return is_on(run, "rPr", name)
        key = (value(run, "rPr", "rStyle"), value(paragraph, "pPr", "pStyle"), name)
        if key not in self.switches:
            holders = (holder for holder in (*self.of_run(run), *self.of(paragraph)) if below(holder, "rPr", name) is not None)
            self.switches[key] = is_on(next(holders, None), "rPr", name)
        return self.switches[key]
