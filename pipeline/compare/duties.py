"""A task as the comparison sees it: with its deadlines, its words, and the level that it is given to."""

import re
from dataclasses import dataclass

from ..bodies import Level, is_above, is_collective, level_of
from ..model import Deadline, Directive, Task
from ..resources import table
from ..text import same
from .likeness import Terms, terms_of


@dataclass(frozen=True, slots=True)
class Duty:
    """A task with what is known around it. `of` is the directive that it was taken from."""

    of: Directive
    task: Task
    deadlines: tuple[Deadline, ...]
    terms: Terms


def duties(directive: Directive) -> tuple[Duty, ...]:
    """The tasks of `directive`."""
    return tuple(Duty(directive, task, directive.deadlines_of(task), terms_of(task.text)) for task in directive.tasks)


def falls_to(duty: Duty, level: Level) -> bool:
    """Whether a task of a parent is for `level` too: led by everyone, by no one, by that level, or by a body that has ended."""
    if re.search(table("comparison")["not_passed_on"], same(duty.task.text)):
        return False
    return not duty.task.lead or any(is_for(owner.name, level) for owner in duty.task.lead)


def is_for(name: str, level: Level) -> bool:
    """Whether a body that a parent names is found at `level`, or stands for all."""
    own = level_of(name)
    return own in (level, "district", "village") or (own is None and is_collective(name)) or (own is not None and is_above(level, own))
