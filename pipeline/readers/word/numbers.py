"""Automatic numbering of a .docx: the label of each paragraph as Word prints it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...resources import table
from .xml import Element, Package, W, below, chosen, is_on, name_of, number, value

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLACE = re.compile(r"%(\d)")


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, Element]]  # of each list
    counters: dict[str, str]  # which lists share their counting
    restarts: dict[str, dict[int, int]]  # the values that a list starts anew with
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    def label(self, key: str, level: int) -> str:
        """The label of the next paragraph at `level` of the list `key`; "" where it prints none."""
        levels = self.levels.get(key, {})
        if level not in levels:
            return ""
        counts = self.count(key, level)
        if form_of(levels[level]) == "bullet":
            return bullet(levels[level])
        plain = is_on(levels[level], "isLgl")
        return PLACE.sub(lambda match: self.ordinal(levels, counts, int(match[1]) - 1, plain), value(levels[level], "lvlText") or "")

    def count(self, key: str, level: int) -> Mapping[int, int]:
        """The counts of the list after one more paragraph at `level`."""
        counts = self.counts.setdefault(self.counters[key], {})
        if key not in self.started:
            self.started.add(key)
            counts.update({at: start - 1 for at, start in self.restarts[key].items()})
        counts[level] = counts.get(level, start_of(self.levels[key][level]) - 1) + 1
        for deeper in [at for at in counts if at > level and restarts_after(self.levels[key].get(at), level)]:
            del counts[deeper]
        return counts

    def ordinal(self, levels: Mapping[int, Element], counts: Mapping[int, int], level: int, plain: bool) -> str:
        if level not in levels:
            return ""
        form = "decimal" if plain else form_of(levels[level])
        return ordinal(max(counts.get(level, 0), start_of(levels[level])), form)


def form_of(level: Element) -> str:
    """The name of the numbers of `level`, or the list of them that it gives itself."""
    form = next((one for one in chosen(level) if name_of(one) == "numFmt"), None)
    return "decimal" if form is None else form.get(f"{W}format") or form.get(f"{W}val") or "decimal"


def start_of(level: Element) -> int:
    return number(value(level, "start"), 1)


def restarts_after(level: Element | None, other: int) -> bool:
    """Whether `level` counts anew after a paragraph at the level `other` above it."""
    limit = value(level, "lvlRestart")
    return limit is None or other < number(limit)


def bullet(level: Element) -> str:
    text = value(level, "lvlText") or ""
    return table("word")["symbols"].get(f"{ord(text):04X}") or table("word")["bullets"].get(text, text) if len(text) == 1 else text


def ordinal(count: int, form: str) -> str:
    """`count` as a list of the format `form` prints it; `form` may also be the numbers themselves ("a, b, c, d, đ")."""
    named = form.split(", ")
    if len(named) > 1:
        first = named[0]
        return named[count - 1] if count <= len(named) and named[count - 1] != "..." else str(count).zfill(len(first))
    if form in ("upperRoman", "lowerRoman"):
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form == "none":
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)


def roman(count: int) -> str:
    letters = ""
    for size, letter in ROMAN:
        letters, count = letters + letter * (count // size), count % size
    return letters


def numbering_of(package: Package) -> Numbering:
    """The lists that `package` defines."""
    root = package.part("numbering")
    if root is None:
        return Numbering({}, {}, {})
    abstract = {one.get(f"{W}abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
    linked = {value(one, "styleLink"): one for one in abstract.values() if value(one, "styleLink")}
    lists = {one.get(f"{W}numId"): one for one in root.iter(f"{W}num") if value(one, "abstractNumId") in abstract}
    bases = {key: abstract[value(one, "abstractNumId")] for key, one in lists.items()}
    bases = {key: linked.get(value(base, "numStyleLink"), base) for key, base in bases.items()}
    return Numbering(
        levels={key: levels_of(bases[key]) | overridden(one) for key, one in lists.items()},
        counters={key: base.get(f"{W}abstractNumId") for key, base in bases.items()},
        restarts={key: restarts_of(one) for key, one in lists.items()},
    )


def levels_of(base: Element) -> dict[int, Element]:
    return {number(level.get(f"{W}ilvl")): level for level in base.findall(f"{W}lvl")}


def overridden(one: Element) -> dict[int, Element]:
    overrides = one.findall(f"{W}lvlOverride")
    return {number(override.get(f"{W}ilvl")): override.find(f"{W}lvl") for override in overrides if below(override, "lvl") is not None}


def restarts_of(one: Element) -> dict[int, int]:
    overrides = one.findall(f"{W}lvlOverride")
    return {number(override.get(f"{W}ilvl")): number(value(override, "startOverride"), 1) for override in overrides
            if below(override, "startOverride") is not None}
