"""Who is counted: the populations that the words of a target name, from `grammars/populations.yaml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from . import resources
from .text import same, small

JOINT = re.compile(r"(?: ?[,;] ?(?:và |hoặc )?| (?:và|hoặc|cùng|cùng với) )(?:(?:các|số|toàn bộ|những) )?")


@dataclass(frozen=True, slots=True)
class Population:
    """A group that targets count: `at_commune` is false where a commune normally has none; `part_of` is the key of a wider group."""

    key: str
    name: str
    at_commune: bool = True
    part_of: str | None = None


def named_in(text: str) -> tuple[Population, ...]:
    """The populations that `text` names, each once, in the order of its words; of two that overlap, the longer."""
    return tuple(dict.fromkeys(population for _, _, population in _mentions(same(text))))


def places_in(text: str) -> tuple[tuple[int, int, Population], ...]:
    """Where `text` names populations, as offsets, in the order of its words; of two that overlap, the longer."""
    return tuple(_mentions(small(text)))


def counted_in(text: str) -> tuple[Population, ...]:
    """The populations that head `text`: the first that it names, and those joined to it by a comma or `và`."""
    words = same(text)
    found: list[tuple[int, int, Population]] = []
    for mention in _mentions(words):
        if found and not JOINT.fullmatch(words[found[-1][1] : mention[0]]):
            break
        found.append(mention)
    return tuple(dict.fromkeys(population for _, _, population in found))


def lost_members(population: Population, wide: str, narrow: str) -> tuple[str, ...]:
    """The parts of `population` that `wide` names by their own words and `narrow` does not: `hợp tác xã` of the workers."""
    members = resources.table("populations")["populations"][population.key].get("members", {})
    return tuple(
        name for name, pattern in members.items()
        if re.search(_composed(pattern), same(wide)) and not re.search(_composed(pattern), same(narrow))
    )


def is_within(narrow: Population, wide: Population) -> bool:
    """Whether `narrow` is `wide` or a part of it, at any remove."""
    return narrow.key == wide.key or (narrow.part_of is not None and is_within(by_key(narrow.part_of), wide))


def by_key(key: str) -> Population:
    """The population of that key; a KeyError where there is none."""
    return known()[key]


@cache
def known() -> dict[str, Population]:
    """All populations by key."""
    return {
        key: Population(key, entry["name"], entry.get("at_commune", True), entry.get("part_of"))
        for key, entry in resources.table("populations")["populations"].items()
    }


def _mentions(words: str) -> list[tuple[int, int, Population]]:
    taken: list[tuple[int, int, Population]] = []
    for start, end, population in sorted(_hits(words), key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(end <= other or stop <= start for other, stop, _ in taken):
            taken.append((start, end, population))
    return sorted(taken, key=lambda hit: hit[0])


def _hits(words: str) -> Iterator[tuple[int, int, Population]]:
    return ((hit.start(), hit.end(), by_key(key)) for key, pattern in _patterns() for hit in pattern.finditer(words))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # A rule's own alternatives compete as well: each alias is a pattern of its own, so that the longest wins.
    return tuple(
        (key, re.compile(rf"(?<!\w)(?:{_composed(alias)})(?!\w)"))
        for key, entry in resources.table("populations")["populations"].items()
        for alias in entry["aliases"]
    )


def _composed(alias: str) -> str:
    for name, fragment in resources.table("populations")["fragments"].items():
        alias = alias.replace(f"{{{name}}}", fragment)
    return alias
