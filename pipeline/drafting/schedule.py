"""When the unit's bodies are to be ready: a parent's time moved ahead, never into the past nor to a weekend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain

from ..model import Deadline
from ..resources import table
from ..text import fold
from ..values import day
from .edits import Edit, applied, joined
from .items import Decision, Piece
from .phrases import phrase
from .setting import Setting

HALF_YEAR = timedelta(days=184)
SATURDAY = 5
UNDECIDED = "…"
LEAP_YEAR = 2024  # a day and month without a year are impossible only where no year has them


@dataclass(frozen=True, slots=True)
class Due:
    """A parent's deadline and what changes in its words; `end` is the unit's last day, None where it names none."""

    deadline: Deadline
    edits: tuple[Edit, ...]
    end: date | None
    moves: bool

    @property
    def words(self) -> str:
        return self.deadline.quote

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return applied(self.words, self.edits)

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The time as a cell of a table shows it: a habit in one word, a date without the verb before it, what is yearly said so."""
        usual = table("drafting")["shown"].get(self.deadline.kind)
        if usual:
            return (Piece(words=usual),)
        verb = phrase("completing").match(fold(self.words))
        ending = table("drafting")["yearly"] if is_silently_yearly(self.deadline) else ""
        return joined((*applied(self.words, (*([Edit(0, verb.end(), "")] if verb else []), *self.edits)), Piece(words=ending)))


def is_silently_yearly(deadline: Deadline) -> bool:
    """`báo cáo 6 tháng trước ngày 10/6`: every year, which its own words do not say."""
    return (deadline.rrule or "").startswith("FREQ=YEARLY;BYMONTH") and not phrase("yearly").search(fold(deadline.quote))


def due(deadline: Deadline, setting: Setting) -> Due:
    """The parent's deadline as the unit says it."""
    moving = movable(deadline)
    if moving is None:
        return unmoved(deadline, setting)
    end, decision = day_for(deadline, setting)
    said = written(end) if end else UNDECIDED
    edit = Edit(*moving.span(), said if is_day(moving) else before(said), decision)
    return Due(deadline, (edit,), end, moves=True)


def unmoved(deadline: Deadline, setting: Setting) -> Due:
    """A time that stays as it is printed; one that is over, or never comes, is left to be decided."""
    never = tuple(impossible(deadline.quote, setting))
    if never:
        return Due(deadline, never, None, moves=False)
    is_over = deadline.end is not None and deadline.end < setting.today
    edit = Edit(0, len(deadline.quote), UNDECIDED if is_over else in_words(deadline.quote), past(deadline, setting) if is_over else None)
    return Due(deadline, (edit,), None if is_over else deadline.end, moves=False)


def in_words(quote: str) -> str:
    """A time as printed; a bare year of a table as a sentence says it."""
    bare = phrase("years").search(fold(quote))
    if not bare:
        return quote
    several = "several" if bare["last"] else "one"
    return table("drafting")["years"][several].format(years=quote[bare.start("first") :])


def movable(deadline: Deadline) -> re.Match[str] | None:
    """The words of `deadline` that move: its day, its month or quarter; None for a time that is the action's own."""
    folded = fold(deadline.quote)
    if deadline.end is None or deadline.tentative or deadline.bound == "on" or deadline.kind not in ("date", "period"):
        return None
    if deadline.start and (deadline.end - deadline.start > HALF_YEAR or phrase("span").search(folded)):
        return None
    return phrase("day").search(folded) or phrase("period").search(folded)


def is_day(match: re.Match[str]) -> bool:
    return match.re is phrase("day")


def impossible(text: str, setting: Setting) -> Iterator[Edit]:
    """The dates in `text` that no calendar has, each left blank to be decided."""
    for match in chain.from_iterable(pattern.finditer(fold(text)) for pattern in dates()):
        if day(int(match["year"] or LEAP_YEAR), int(match["month"]), int(match["day"])) is None:
            start, end = match.start("day"), match.end()
            yield Edit(start, end, UNDECIDED, setting.decision("date_impossible", words=text[start:end]))


@cache
def dates() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in table("slips")["dates"]["patterns"])


def day_for(deadline: Deadline, setting: Setting) -> tuple[date | None, Decision | None]:
    """The unit's day, or the parent's where no time is left, or none where that is over; with what there is to decide."""
    if deadline.end <= setting.today:
        return None, past(deadline, setting)
    ahead = workday(deadline.end - timedelta(days=setting.profile.deadlines.lead_days))
    if ahead > setting.today:
        return ahead, None
    kept = workday(deadline.end)
    decision = setting.decision("deadline_kept", parent=deadline.quote, days=setting.profile.deadlines.lead_days)
    return (kept if kept > setting.today else deadline.end), decision


def past(deadline: Deadline, setting: Setting) -> Decision:
    return setting.decision("deadline_past", parent=deadline.quote, today=written(setting.today))


def workday(day: date) -> date:
    """`day`, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def written(day: date) -> str:
    """A date as Nghị định 30/2020/NĐ-CP writes it: days below 10 and the months 1 and 2 with a leading 0."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def before(day: str) -> str:
    return table("drafting")["before_day"].format(day=day)
