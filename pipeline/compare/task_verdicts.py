"""What became of a task of the parent that falls to the draft's level: carried, late, or missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..bodies import level_of_issuer
from ..model import Deadline
from ..populations import by_key, is_within, named_in
from ..profile import Profile
from ..text import same
from .due import comes_round_later, gathers_reports, last_day, latest
from .duties import Duty, falls_to
from .likeness import scale, terms_of
from .pairs import Pairs, TaskPair
from .phrases import Phrase
from .verdicts import Verdict, draft_level

SAID_ELSEWHERE = 0.6


@dataclass(frozen=True, slots=True)
class Delay:
    """A deadline of the draft that is too late for its parent's, and why."""

    draft: Deadline
    parent: Deadline
    why: Phrase


@dataclass(frozen=True, slots=True)
class JudgedTask:
    """A task of a parent, the draft's that answers it, and what became of it. `delay` is set where it is late."""

    parent: Duty
    draft: Duty | None
    verdict: Verdict
    delay: Delay | None = None


def judged_tasks(pairs: Pairs) -> Iterator[JudgedTask]:
    """The tasks of the parents that fall to the draft's level, judged."""
    weights = scale(duty.terms for duty in (*pairs.duties, *(pair.parent for pair in pairs.tasks)))
    whole = frozenset().union(*(terms_of(block.text) for block in pairs.draft.blocks))
    for pair in pairs.tasks:
        if pair.draft is None and is_for_draft(pair.parent, pairs):
            yield JudgedTask(pair.parent, None, without_answer(pair.parent, weights.covered(pair.parent.terms, whole), pairs.profile))
        elif pair.draft is not None and is_for_draft(pair.parent, pairs):
            yield answered(pair)


def is_for_draft(duty: Duty, pairs: Pairs) -> bool:
    return falls_to(duty, draft_level(pairs.draft)) or level_of_issuer(duty.of.header) == draft_level(pairs.draft)


def answered(pair: TaskPair) -> JudgedTask:
    """A task that the draft carries: in time, or late where the two tasks are each other's likest."""
    delay = delay_of(pair.parent, pair.draft) if pair.is_mutual else None
    verdict = Verdict("later", delay.why) if delay else Verdict("met", Phrase("same-task"))
    return JudgedTask(pair.parent, pair.draft, verdict, delay)


def without_answer(parent: Duty, covered: float, profile: Profile) -> Verdict:
    """Why no task of the draft answers: it concerns a group that the unit lacks, is said elsewhere, or is missing."""
    groups = named_in(parent.task.text)
    absent = [group.name for group in groups if any(is_within(group, by_key(key)) for key in profile.absent_keys)]
    absent += [words for words in profile.absent_words if same(words) in same(parent.task.text)]
    if absent and len(absent) >= len(groups):
        return Verdict("not_applicable", Phrase("absent-group", {"groups": ", ".join(absent)}))
    if covered >= SAID_ELSEWHERE:
        return Verdict("unclear", Phrase("said-elsewhere"))
    return Verdict("missing", Phrase("no-counterpart"))


def delay_of(parent: Duty, draft: Duty) -> Delay | None:
    """How the draft's deadline is too late: after the parent's, or no sooner where the unit still has to report up."""
    asked, own = latest(parent.deadlines), latest(draft.deadlines)
    if asked and own:
        return dated_delay(asked, own, gathers_reports(draft))
    return next((
        Delay(late, due, Phrase("later-than", {"draft": late.quote, "parent": due.quote}))
        for due in parent.deadlines for late in draft.deadlines if comes_round_later(late, due)
    ), None)


def dated_delay(asked: Deadline, own: Deadline, gathers: bool) -> Delay | None:
    days = {"draft": own.quote or own.end, "parent": asked.quote or asked.end}
    if last_day(own) > last_day(asked):
        return Delay(own, asked, Phrase("later-than", days))
    if gathers and last_day(own) == last_day(asked):
        return Delay(own, asked, Phrase("no-time-to-report", days))
    return None
