"""Whether a draft's figure reaches its parent's: in shares or counts of one kind, by arithmetic where a base is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Operator
from ..profile import Profile
from .aims import SHARE, Aim, is_same_unit
from .likeness import EVEN, terms_of

# How much an operator promises of the same number, where more is better; where less is better the bounds change sides.
PROMISE: dict[Operator, int] = {"gt": 3, "ge": 2, "eq": 2, "range": 2, "approx": 1, "le": 0, "lt": 0}
PROMISE_WHERE_LOW: dict[Operator, int] = {"lt": 3, "le": 2, "eq": 2, "range": 2, "approx": 1, "ge": 0, "gt": 0}
# A computed share is as exact as the rounded figures that it comes from: half a point of percent.
ROUNDING = 0.5
SAME_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Base:
    """How many there are of whom a target counts; `aim` is the figure of the draft that tells it, None where the profile does."""

    size: float
    aim: Aim | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures in one unit. `base` is set where the draft's share was computed from its count."""

    parent: float
    draft: float
    base: Base | None = None

    @property
    def gap(self) -> float:
        """By how much the draft exceeds its parent, 0 within the rounding."""
        gap = self.draft - self.parent
        return 0.0 if abs(gap) <= (ROUNDING if self.base else 1e-9) else gap


def comparison(parent: Aim, draft: Aim, bases: Iterable[Base]) -> Comparison | None:
    """The two figures in one unit, None where they cannot be brought to one."""
    if parent.share is not None and draft.share is not None:
        return Comparison(_share(parent), _share(draft))
    if parent.share is not None and draft.heads is not None:
        base = next(iter(bases), None)
        return Comparison(_share(parent), 100 * draft.heads / base.size, base) if base else None
    if is_same_unit(parent.target.unit, draft.target.unit):
        return Comparison(binding_end(parent), binding_end(draft))
    return None


def binding_end(aim: Aim) -> float:
    """The end of a range that binds: the low one, where less is better the high one."""
    target = aim.target
    return target.upper if aim.is_better_low and target.upper is not None else target.value


def _share(aim: Aim) -> float:
    return binding_end(aim) if aim.target.unit == SHARE else aim.share


def is_lower(parent: Aim, draft: Aim, compared: Comparison) -> bool:
    """The draft promises less: a lower figure, or an operator that promises less of it (`khoảng 80%` for `80%`)."""
    promise = PROMISE_WHERE_LOW if parent.is_better_low else PROMISE
    asked, promised = promise[parent.target.op], promise[draft.target.op]
    if promised == 0 < asked:
        return True
    if compared.gap:
        return (compared.gap > 0) == parent.is_better_low
    return promised < asked and compared.base is None


def bases_for(draft: Aim, aims: Iterable[Aim], profile: Profile) -> Iterator[Base]:
    """The bases that a count of the draft can be a share of, the surest first: its own, those of like targets, the profile's."""
    for aim in (draft, *aims):
        size = base_of(aim)
        if size and is_of_same_people(aim, draft):
            yield Base(size, aim)
    for population in draft.populations:
        if profile.population.get(population.key):
            yield Base(float(profile.population[population.key]), None)


def base_of(aim: Aim) -> float | None:
    """How many there are of whom a target counts, where it gives both a count and a share: 4.200 (75%) makes 5.600."""
    return 100 * aim.heads / aim.share if aim.heads and aim.share and aim.target.op != "range" else None


def is_of_same_people(one: Aim, other: Aim) -> bool:
    """The two count the same group, named in much the same words."""
    if not one.populations or one.populations != other.populations:
        return False
    subjects = [terms_of(aim.target.subject) for aim in (one, other) if aim.target.subject]
    return len(subjects) < 2 or not all(subjects) or EVEN.likeness(*subjects) >= SAME_WORDS
