"""Whether the figures of a draft agree with each other, and with the profile."""

import re
from collections.abc import Iterator
from itertools import combinations

from ...values import number
from ..aims import Aim
from ..likeness import EVEN, terms_of
from ..measures import base_of, is_of_same_people
from ..pairs import Pairs
from ..phrases import Flag, Phrase

# Shares are printed rounded, counts with "hơn" and "khoảng": bases that are this close are one.
NEARLY = 0.03
ONE_TARGET, ENOUGH_WORDS = 0.9, 6
PART_OF = re.compile(r"(?<![\d/])(\d[\d.]*)/(\d[\d.]*)(?![\d/])")


def of_one_base(pairs: Pairs) -> Iterator[Flag]:
    """Counts and shares of the same people give two bases, or another than the profile knows, or do not fit their own base."""
    told = [(aim, base) for aim in pairs.aims if (base := base_of(aim))]
    for (first, base), (other, second) in combinations(told, 2):
        if is_of_same_people(first, other) and differ(base, second):
            values = {"draft": first.target.quote, "base": float(round(base)), "other": other.target.quote, "second": float(round(second))}
            yield _inconsistent(other, Phrase("two-bases", values))
    for aim, base in told:
        known = size_in_profile(aim, pairs)
        if known and differ(base, known):
            values = {"draft": aim.target.quote, "base": float(round(base)), "second": float(known)}
            yield _inconsistent(aim, Phrase("base-unlike-profile", values))
    for aim in pairs.aims:
        yield from unlike_own_base(aim)


def differ(base: float, other: float) -> bool:
    return abs(base - other) > NEARLY * max(base, other) and abs(base - other) >= 1


def size_in_profile(aim: Aim, pairs: Pairs) -> int | None:
    """The profile's number of exactly those who are counted; None where the target speaks of some of them only."""
    if len(aim.populations) != 1 or aim.target.subject is None:
        return None
    population = aim.populations[0]
    of_some_only = terms_of(aim.target.subject) - terms_of(population.name)
    return None if of_some_only else pairs.profile.population.get(population.key)


def unlike_own_base(aim: Aim) -> Iterator[Flag]:
    """`30/50 thôn (80%)`: the two forms of one quantity do not agree."""
    match = PART_OF.search(aim.target.quote)
    if match and aim.share and (whole := number(match[2])) >= number(match[1]):
        share = 100 * number(match[1]) / whole
        if abs(share - aim.share) > 1:
            values = {"draft": aim.target.quote, "count": number(match[1]), "base": whole, "share": share}
            yield _inconsistent(aim, Phrase("share-unlike-count", values))


def of_one_target(pairs: Pairs) -> Iterator[Flag]:
    """One target is set twice, with two figures."""
    for one, other in combinations(pairs.aims, 2):
        if is_one_target(one, other) and one.target.value != other.target.value:
            yield _inconsistent(other, Phrase("two-figures", {"draft": one.target.quote, "other": other.target.quote}))


def is_one_target(one: Aim, other: Aim) -> bool:
    """Same year, unit and people, and nearly the same words, of which there are enough to tell."""
    alike = one.target.year is not None and one.target.year == other.target.year and one.target.unit == other.target.unit
    return (alike and one.populations == other.populations and len(one.terms) >= ENOUGH_WORDS
            and EVEN.likeness(one.terms, other.terms) >= ONE_TARGET)


def _inconsistent(aim: Aim, why: Phrase) -> Flag:
    return Flag("target-inconsistent", {"why": why}, quote=aim.target.quote, span=aim.target.span)
