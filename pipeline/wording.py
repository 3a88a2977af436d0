"""Values in the words of a reader: numbers, figures and due dates in Vietnamese or English."""

from datetime import date

from .model import Deadline, Target
from .resources import table


def words(language: str) -> dict:
    """The words around the values, in one language: heads, kinds, severities, states."""
    return table("labels")[language]


def number(value: float, language: str) -> str:
    """`value` with the separators of the language: 12.500,5 in Vietnamese."""
    marks = words(language)["marks"]
    whole, _, rest = f"{value:,.4f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", marks["thousands"]) + (marks["decimal"] + rest if rest else "")


def figure(target: Target, language: str) -> str:
    """What a target asks for: `≥ 80 %`, `2 - 3 %/năm`, `> 4.200 người dân (75 %)`."""
    signs, changes = table("labels")["signs"], words(language)["changes"]
    bounds = [number(value, language) for value in (target.value, target.upper) if value is not None]
    also = f" ({number(target.also.value, language)} {target.also.unit})" if target.also else ""
    return f"{changes.get(target.change, '')}{signs[target.op]}{' - '.join(bounds)} {target.unit}{also}"


def when(deadline: Deadline, language: str) -> str:
    """When a deadline falls: `trước 15/9/2025`, `mỗi 3 tháng`, `thường xuyên`."""
    if deadline.start and deadline.end:
        return between(deadline.start, deadline.end)
    if deadline.end or deadline.start:
        return words(language)["bounds"].get(deadline.bound, "") + day(deadline.end or deadline.start)
    if deadline.rrule:
        return every(deadline.rrule, language)
    if deadline.days and deadline.origin:
        return words(language)["after"].format(days=deadline.days, origin=deadline.origin)
    return words(language)["deadlines"].get(deadline.kind, deadline.quote)


def between(start: date, end: date) -> str:
    """Two days, the year of the first only where it is another."""
    if start == end:
        return day(end)
    return f"{start.day}/{start.month} - {day(end)}" if start.year == end.year else f"{day(start)} - {day(end)}"


def day(value: date) -> str:
    return f"{value.day}/{value.month}/{value.year}"


def every(rrule: str, language: str) -> str:
    """An iCalendar rule in words: its interval and unit."""
    fields = dict(field.split("=", 1) for field in rrule.split(";"))
    interval = f"{fields['INTERVAL']} " if "INTERVAL" in fields else ""
    return words(language)["every"].format(interval=interval, unit=words(language)["recurrence"][fields["FREQ"]])
