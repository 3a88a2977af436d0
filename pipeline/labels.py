"""The labels of units: what stands at the head of a block, and which family of numbering it belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .resources import table


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed at the head of a block, with its family and its bare name (`a` of `a)`)."""

    family: str
    name: str
    printed: str


@lru_cache(maxsize=1024)
def label_of(text: str) -> Label | None:
    """The label at the head of `text`, None where there is none."""
    found = ((family, pattern.match(text)) for family, pattern in forms().items())
    return next((Label(family, match["name"], match[0]) for family, match in found if match), None)


@cache
def forms() -> Mapping[str, re.Pattern[str]]:
    """The forms of labels by their family, in the order in which they are tried."""
    return {family: re.compile(pattern) for family, pattern in table("outline")["label_forms"].items()}
