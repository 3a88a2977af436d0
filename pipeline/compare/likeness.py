"""How alike the words of two items are: shared syllables and pairs of them, the rarer the weightier."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum, log

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
    """What each term weighs among the items that are compared: the movement's own name, said in each, weighs little.

    `wholes` are the weights of whole items, summed once: each is compared with all others.
    """

    weights: Mapping[str, float]
    wholes: Mapping[Terms, float]

    def covered(self, one: Terms, other: Terms) -> float:
        """How much of `one` is found in `other`, from 0 to 1."""
        whole = self._whole(one)
        return summed(self.weights, one & other) / whole if whole else 0.0

    def likeness(self, one: Terms, other: Terms) -> float:
        """From 0 to 1, generous to an item that says the same in fewer words."""
        shared = summed(self.weights, one & other)
        if not shared:
            return 0.0
        mine, theirs = self._whole(one), self._whole(other)
        return COVERED * shared / min(mine, theirs) + OVERLAP * shared / (mine + theirs - shared)

    def _whole(self, terms: Terms) -> float:
        return self.wholes[terms] if terms in self.wholes else summed(self.weights, terms)


def summed(weights: Mapping[str, float], terms: Terms) -> float:
    """What the terms weigh together, whatever order a set has them in."""
    return fsum([weights.get(term, 1.0) for term in terms])


# Where there are no others to weigh against, all terms weigh the same.
EVEN = Scale({}, {})


def scale(items: Iterable[Terms]) -> Scale:
    """The scale of a set of items: a term's weight falls with the share of the items that hold it."""
    items = tuple(items)
    counts = Counter(term for terms in items for term in terms)
    weights = {term: log(1 + len(items) / count) for term, count in counts.items()}
    return Scale(weights, {terms: summed(weights, terms) for terms in items})


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
