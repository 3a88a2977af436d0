"""When tasks are due: the last day of a deadline, and whether one task's is after another's."""

from collections.abc import Iterable
from datetime import date

from ..model import Deadline
from ..values import day_before

DATED = ("date", "period")


def last_day(deadline: Deadline) -> date | None:
    """The last day on which it can be met; None where it has no date of its own."""
    if deadline.kind not in DATED or deadline.end is None:
        return None
    return day_before(deadline.end) if deadline.bound == "before" else deadline.end


def latest(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The dated deadline that falls last, None where none is dated."""
    return max((deadline for deadline in deadlines if last_day(deadline)), key=last_day, default=None)


def comes_round_later(draft: Deadline, parent: Deadline) -> bool:
    """Both come round alike, and the draft's falls on a later day of the month."""
    own, asked = fields(draft), fields(parent)
    own_day, asked_day = own.pop("BYMONTHDAY", ""), asked.pop("BYMONTHDAY", "")
    return own == asked and own_day.isdigit() and asked_day.isdigit() and int(own_day) > int(asked_day)


def fields(deadline: Deadline) -> dict[str, str]:
    """The parts of a recurrence rule; empty where it has none."""
    return dict(part.split("=", 1) for part in deadline.rrule.split(";")) if deadline.rrule else {}
