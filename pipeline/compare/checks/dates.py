"""Dates that no calendar has, and deadlines that were over before the draft was written."""

from collections.abc import Iterator

from ...resources import table
from ...values import day, first_day
from ..due import last_day
from ..pairs import Pairs
from ..phrases import Flag
from ..prose import found, words_at

LEAP_YEAR = 2024  # a day and month without a year are impossible only where no year has them


def impossible(pairs: Pairs) -> Iterator[Flag]:
    """A day that the month does not have."""
    for pattern in table("slips")["dates"]["patterns"]:
        for match, span in found(pattern, pairs.draft):
            if day(int(match["year"] or LEAP_YEAR), int(match["month"]), int(match["day"])) is None:
                printed = words_at(pairs.draft, span)
                yield Flag("date-impossible", {"date": printed}, quote=printed, span=span)


def past(pairs: Pairs) -> Iterator[Flag]:
    """A deadline that is over before the draft's own date."""
    own = first_day(pairs.draft.header.date)
    for deadline in pairs.draft.deadlines if own else ():
        if last_day(deadline) and last_day(deadline) < own:
            yield Flag("date-past", {"deadline": deadline.quote, "own": own}, quote=deadline.quote, span=deadline.span)
