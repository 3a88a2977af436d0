"""A task as the comparison sees it: with its deadlines, its words, and the level that it is given to."""

import re
from dataclasses import dataclass
from functools import cache

from ..bodies import Level, is_above, is_collective, level_of
from ..grammar import compiled, pattern
from ..model import Deadline, Directive, Role, Task
from ..resources import table
from ..text import fold, same
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
    """Whether a task of a parent is for `level` too: given to it, or to be carried out at all levels."""
    if any(pattern.search(fold(duty.task.text)) for pattern in _staying()):
        return False
    return is_given_to(duty, level) or is_common(duty)


def is_given_to(duty: Duty, level: Level) -> bool:
    """The task is led by everyone, by no one, by a body of that level, or by one that has ended."""
    return not duty.task.lead or any(is_for(owner.name, level) for owner in duty.task.lead)


def is_common(duty: Duty) -> bool:
    """The task stands among the tasks of the plan, not under a body's own heading, and speaks of nothing that only the parent has."""
    return role_of(duty) != "organisation" and not re.search(table("comparison")["of_parent"], same(duty.task.text))


def role_of(duty: Duty) -> Role | None:
    """What the section of a task is for, None where it stands in none."""
    return next((section.role for section in duty.of.sections if section.id == duty.task.section), None)


def gathers_reports(duty: Duty) -> bool:
    """The task has the unit's own bodies report to the unit, which must then report up."""
    return bool(re.search(table("comparison")["reports_to_unit"], same(duty.task.text)))


def is_of_upper_level(duty: Duty) -> bool:
    """The task is an act of the parent's own level, after which the lower level's may follow: `lãnh đạo UBND tỉnh ban hành kế hoạch`."""
    return bool(re.search(table("comparison")["upper_acts"], same(duty.task.text)))


def is_for(name: str, level: Level) -> bool:
    """Whether a body that a parent names is found at `level`, or stands for all."""
    own = level_of(name)
    return own in (level, "district", "village") or (own is None and is_collective(name)) or (own is not None and is_above(level, own))


@cache
def _staying() -> tuple[re.Pattern[str], ...]:
    rules = table("staying")
    staying = tuple(compiled(entry["pattern"], rules["fragments"], "staying") for entry in rules["rules"])
    return (*staying, pattern("comparison", "not_passed_on"))
