"""What became of a task of the parent that falls to the draft's level: carried, late, or missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..bodies import level_of_issuer
from ..model import Deadline, Directive
from ..populations import by_key, is_within, named_in
from ..profile import Profile
from ..resources import table
from ..text import same
from .due import comes_round_later, last_day, latest
from .duties import Duty, falls_to, gathers_reports, is_given_to, is_of_upper_level
from .pairs import Pairs, TaskPair
from .phrases import Phrase
from .verdicts import Verdict, draft_level

# Below this likeness the likest task of the draft is another one. What another body leads above is worded freely below.
NOT_UNLIKE, NOT_UNLIKE_WHERE_LED_ABOVE = 0.24, 0.15


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
    """The tasks of the parents that fall to the draft's level, and those of other levels that it carries, judged."""
    for pair in pairs.tasks:
        falls = is_for_draft(pair.parent, pairs)
        if pair.draft is not None and (pair.is_mutual or falls):
            yield answered(pair)
        elif pair.draft is None and falls:
            yield without_answer(pair, pairs)


def is_for_draft(duty: Duty, pairs: Pairs) -> bool:
    return falls_to(duty, draft_level(pairs.draft)) or level_of_issuer(duty.of.header) == draft_level(pairs.draft)


def answered(pair: TaskPair) -> JudgedTask:
    """A task that the draft carries: in time, or late where the two tasks are each other's likest and not of two levels."""
    delay = delay_of(pair.parent, pair.draft) if pair.is_mutual and not is_of_upper_level(pair.parent) else None
    verdict = Verdict("later", delay.why) if delay else Verdict("met", Phrase("same-task"))
    return JudgedTask(pair.parent, pair.draft, verdict, delay)


def without_answer(pair: TaskPair, pairs: Pairs) -> JudgedTask:
    """Why no task of the draft answers: the draft itself does, the unit lacks whom it concerns, one is not unlike it, or none."""
    words = pair.parent.task.text
    if is_plan(pairs.draft) and re.search(table("comparison")["done_by_draft"], same(words)):
        return JudgedTask(pair.parent, None, Verdict("met", Phrase("done-by-draft")))
    if absent := absent_groups(words, pairs.profile):
        return JudgedTask(pair.parent, None, Verdict("not_applicable", Phrase("absent-group", {"groups": ", ".join(absent)})))
    if pair.likeness >= (NOT_UNLIKE if is_given_to(pair.parent, draft_level(pairs.draft)) else NOT_UNLIKE_WHERE_LED_ABOVE):
        return JudgedTask(pair.parent, pair.nearest, Verdict("unclear", Phrase("not-unlike")))
    return JudgedTask(pair.parent, None, Verdict("missing", Phrase("no-counterpart")))


def is_plan(draft: Directive) -> bool:
    return draft.header.type not in (None, "CV")


def absent_groups(words: str, profile: Profile) -> list[str]:
    """The groups that a task concerns, where the profile says that the unit has none of them; else nothing."""
    named = named_in(words)
    absent = [group.name for group in named if any(is_within(group, by_key(key)) for key in profile.absent_keys)]
    absent += [each for each in profile.absent_words if same(each) in same(words)]
    return absent if len(absent) >= len(named) else []


def delay_of(parent: Duty, draft: Duty) -> Delay | None:
    """How the draft's deadline is too late: after the parent's, or no sooner where the unit still has to report up."""
    asked, own = latest(parent.deadlines), latest(draft.deadlines)
    if asked and own:
        return dated_delay(asked, own, gathers_reports(draft) and not gathers_reports(parent))
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
