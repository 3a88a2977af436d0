"""How alike the words of two items are: shared syllables and pairs of them, the rarer the weightier."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log

from ..resources import table
from ..text import same

Terms = frozenset[str]
WORD = re.compile(r"[^\W\d_][\w&]*")
COVERED, OVERLAP = 0.7, 0.3


def terms_of(text: str) -> Terms:
    """The words of `text` that can tell it from others, and their pairs, with abbreviations written out."""
    words = [word for word in WORD.findall(_without_places(_expanded(same(text)))) if word not in _small()]
    return frozenset(words) | {f"{one} {other}" for one, other in zip(words, words[1:], strict=False)}


@dataclass(frozen=True, slots=True)
class Scale:
    """What each term weighs among the items that are compared: the movement's own name, said in each, weighs little."""

    weights: dict[str, float]

    def covered(self, one: Terms, other: Terms) -> float:
        """How much of `one` is found in `other`, from 0 to 1."""
        whole = self._sum(one)
        return self._sum(one & other) / whole if whole else 0.0

    def likeness(self, one: Terms, other: Terms) -> float:
        """From 0 to 1, generous to an item that says the same in fewer words."""
        shared = self._sum(one & other)
        if not shared:
            return 0.0
        mine, theirs = self._sum(one), self._sum(other)
        return COVERED * shared / min(mine, theirs) + OVERLAP * shared / (mine + theirs - shared)

    def _sum(self, terms: Terms) -> float:
        return sum(self.weights.get(term, 1.0) for term in terms)


# Where there are no others to weigh against, all terms weigh the same.
EVEN = Scale({})


def scale(items: Iterable[Terms]) -> Scale:
    """The scale of a set of items: a term's weight falls with the share of the items that hold it."""
    items = tuple(items)
    counts = Counter(term for terms in items for term in terms)
    return Scale({term: log(1 + len(items) / count) for term, count in counts.items()})


def _expanded(words: str) -> str:
    return _abbreviations().sub(lambda match: table("likeness")["abbreviations"][match[0]], words)


def _without_places(words: str) -> str:
    return _places().sub(" ", words)


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('likeness')['abbreviations']))})\b")


@cache
def _places() -> re.Pattern[str]:
    return re.compile("|".join(table("likeness")["phrases"]))


@cache
def _small() -> frozenset[str]:
    return frozenset(table("likeness")["small"])
