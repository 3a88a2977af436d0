"""What of a draft answers what of its parents: one target to one target, and to each task the likest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import Directive, Target
from ..profile import Profile
from .aims import Aim, aims, counts_the_same, is_same_unit
from .due import last_day
from .duties import Duty, duties
from .likeness import Scale, scale

# Two targets are one from this likeness on: lower where they are due in the same year, for a parent may name the subject alone.
LIKE_IN_SAME_YEAR, LIKE_IN_ANOTHER = 0.5, 0.75
# A task answers another from this likeness on; the same last day makes it likelier.
LIKE_TASK, SAME_DAY = 0.42, 0.15


@dataclass(frozen=True, slots=True)
class TargetPair:
    """A target of a parent, and the draft's that answers it; None where there is none."""

    parent: Aim
    draft: Aim | None


@dataclass(frozen=True, slots=True)
class TaskPair:
    """A task of a parent, the likest of the draft, and how like it is. `is_mutual`: neither side has a liker one."""

    parent: Duty
    nearest: Duty | None
    likeness: float
    is_mutual: bool

    @property
    def draft(self) -> Duty | None:
        """The task that answers, None where the likest is not like enough."""
        return self.nearest if self.likeness >= LIKE_TASK else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """A draft beside its parents, item by item, for one unit. `aims` and `duties` are all of the draft's own."""

    draft: Directive
    aims: tuple[Aim, ...]
    duties: tuple[Duty, ...]
    parents: tuple[Directive, ...]
    profile: Profile
    targets: tuple[TargetPair, ...]
    tasks: tuple[TaskPair, ...]


def pair_up(draft: Directive, parents: Iterable[Directive], profile: Profile) -> Pairs:
    """Each target and task of each parent with what answers it in the draft."""
    parents, own_aims, own_duties = tuple(parents), aims(draft), duties(draft)
    return Pairs(
        draft=draft, aims=own_aims, duties=own_duties, parents=parents, profile=profile,
        targets=tuple(chain.from_iterable(target_pairs(aims(parent), own_aims) for parent in parents)),
        tasks=tuple(chain.from_iterable(task_pairs(duties(parent), own_duties) for parent in parents)),
    )


def target_pairs(parents: Sequence[Aim], drafts: Sequence[Aim]) -> tuple[TargetPair, ...]:
    """Each target of a parent with the draft's that answers it, no target of the draft twice, the likest first."""
    weights = scale(aim.terms for aim in (*parents, *drafts))
    answers: dict[int, int] = {}
    for _, parent, draft in sorted(_candidates(parents, drafts, weights)):
        if parent not in answers and draft not in answers.values():
            answers[parent] = draft
    return tuple(TargetPair(aim, drafts[answers[place]] if place in answers else None) for place, aim in enumerate(parents))


def _candidates(parents: Sequence[Aim], drafts: Sequence[Aim], weights: Scale) -> Iterator[tuple[float, int, int]]:
    for place, parent in enumerate(parents):
        for other, draft in enumerate(drafts):
            like = weights.likeness(parent.terms, draft.terms)
            if like >= least_likeness(parent.target, draft.target) and may_answer(parent, draft):
                yield -like - year_bonus(parent.target, draft.target), place, other


def may_answer(parent: Aim, draft: Aim) -> bool:
    """Whether the two can be one quantity: the same people or things, in units of which one can be turned into the other."""
    same_kind = is_same_unit(parent.target.unit, draft.target.unit) or (parent.heads is not None and draft.heads is not None)
    share_as_heads = parent.share is not None and (draft.share is not None or draft.heads is not None)
    return (same_kind or share_as_heads) and counts_the_same(parent, draft)


def least_likeness(parent: Target, draft: Target) -> float:
    return LIKE_IN_ANOTHER if years_differ(parent, draft) else LIKE_IN_SAME_YEAR


def years_differ(parent: Target, draft: Target) -> bool:
    return parent.year is not None and draft.year is not None and parent.year != draft.year


def year_bonus(parent: Target, draft: Target) -> float:
    """The same year outweighs any likeness of words, an unknown one some of it."""
    return 1.0 if parent.year == draft.year else 0.0 if years_differ(parent, draft) else 0.3


def task_pairs(parents: Sequence[Duty], drafts: Sequence[Duty]) -> tuple[TaskPair, ...]:
    """Each task of a parent with the likest of the draft; one task of the draft may answer several."""
    weights = scale(duty.terms for duty in (*parents, *drafts))
    answers = {id(parent): nearest(parent, drafts, weights) for parent in parents}
    askers = {id(draft): nearest(draft, parents, weights)[1] for _, draft in answers.values() if draft}
    return tuple(
        TaskPair(parent, draft, likeness, is_mutual=draft is not None and askers[id(draft)] is parent)
        for parent in parents for likeness, draft in [answers[id(parent)]]
    )


def nearest(duty: Duty, others: Sequence[Duty], weights: Scale) -> tuple[float, Duty | None]:
    """The task of the other side that says most of what this one says, the first of equals; None where there is none at all."""
    rated = [(task_likeness(duty, other, weights), -place) for place, other in enumerate(others)]
    like, place = max(rated, default=(0.0, 1))
    return like, others[-place] if rated else None


def task_likeness(one: Duty, other: Duty, weights: Scale) -> float:
    """How alike two tasks are in their words, and whether they are due on one day."""
    days = {last_day(deadline) for deadline in one.deadlines} & {last_day(deadline) for deadline in other.deadlines} - {None}
    return weights.likeness(one.terms, other.terms) + (SAME_DAY if days else 0.0)
