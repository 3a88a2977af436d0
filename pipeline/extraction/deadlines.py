"""Mentions of time → deadlines: days, periods, recurrences (RFC 5545), and what has no day of its own."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from .. import values
from ..grammar import pattern
from ..match import overlap
from ..model import Deadline, Document, Mention, Note, Outline, Span, Target
from ..notes import note
from ..resources import table
from ..text import fold
from .context import ancestors, is_named
from .parts import quoted, words_in

Fields = dict[str, object]
PARTS_OF_YEAR = re.compile(r"(?i)quý|tháng|ngày")
CLAUSE_MARKS = re.compile(r"[.;:,]")
# What may name a document itself: "sau khi Nghị quyết số 12/NQ-HĐND được thông qua".
TOLD_BY_DOCUMENTS = ("relative", "event")
HALF_YEAR = 6  # months
OPENING_DAY = (9, 5)  # of a school year: month and day


def deadlines(document: Document, outline: Outline, mentions: Iterable[Mention], cited: Iterable[Mention],
              issued: str | None) -> tuple[tuple[Deadline, ...], tuple[Note, ...]]:
    """The deadlines, and notes on the dates that cannot be; `issued` is the document's own date, for dates without a year."""
    taken = tuple(mention.span for mention in cited)
    found, odd = [], []
    for mention in mentions:
        if mention.value["kind"] not in TOLD_BY_DOCUMENTS and any(overlap(mention.span, span) for span in taken):
            continue
        if is_year_of_target(outline, mention) or is_named(document, mention) or is_headline(mention):
            continue
        year = year_at(outline, mention, issued)
        fields = MAKERS[str(mention.value["make"])](mention, year)
        if is_over(mention, fields, issued):
            fields = MAKERS[str(mention.value["make"])](mention, year + 1)
            if fields is not None:
                odd.append(note("year-next", mention.span, words=mention.quote, year=year + 1))
        if fields is None:
            odd.append(note("date-impossible" if has_year(mention, year) else "year-unknown", mention.span, words=mention.quote))
        elif is_background(outline, mention, fields, issued):
            continue
        found.append(deadline(document, outline, mention, fields or {}, len(found) + 1))
    return tuple(found), tuple(odd)


def beside_targets(document: Document, found: tuple[Deadline, ...], targets: Iterable[Target]) -> tuple[Deadline, ...]:
    """`found` without the bare years that targets are due in: a target says its year itself ("tặng 3.200 làn đi chợ trong năm 2026")."""
    due = [target for target in targets if target.year]
    kept = (each for each in found
            if not is_whole_year(each)
            or not any(each.end.year == target.year and is_beside(document, each.span, target.span) for target in due))
    return tuple(each.model_copy(update={"id": f"deadline-{place}"}) for place, each in enumerate(kept, 1))


def is_beside(document: Document, when: Span, target: Span) -> bool:
    """The words of a target hold its time, or go on from it in the same clause."""
    between = document.blocks[when.block].text[when.end : target.start].removeprefix(",")
    return overlap(when, target) or when.block == target.block and when.end <= target.start and not CLAUSE_MARKS.search(between)


def is_whole_year(deadline: Deadline) -> bool:
    """A year, or the time up to its end: "trong năm 2026", "đến hết năm 2026"."""
    start, end = deadline.start, deadline.end
    if deadline.kind != "period" or end is None or PARTS_OF_YEAR.search(fold(deadline.quote)):
        return False
    return (end.month, end.day) == (12, 31) and start in (None, date(end.year, 1, 1))


def year_at(outline: Outline, mention: Mention, issued: str | None) -> int | None:
    """The year that days without one are of: a heading's own ("III. NHIỆM VỤ NĂM 2026"), else the document's."""
    home = outline.section_at(mention.span.block)
    titles = (fold(section.title) for section in (ancestors(outline, home) if home else ()))
    said = next((match for title in titles if (match := pattern("calendar", "year_of_part").search(title))), None)
    return int(said["year"]) if said else int(issued[:4]) if issued else None


def is_headline(mention: Mention) -> bool:
    """A heading in capitals that names what is done now and then: "BÁO CÁO ĐỊNH KỲ, ĐỘT XUẤT"."""
    return mention.quote.isupper() and mention.value["make"] in ("periodic", "bare", "every", "half")


def is_background(outline: Outline, mention: Mention, fields: Fields, issued: str | None) -> bool:
    """A day that the opening tells: before the document's own, or no limit; all that a part on results tells; and what is long past.

    A day of the year before may still be a slip of the pen, which a check is to show; a phase of years that is over is none.
    """
    section, end = outline.section_at(mention.span.block), fields.get("end")
    if end is not None and issued and end.year < int(issued[:4]) - (mention.value["make"] != "years"):
        return True
    if mention.value["make"] == "day-on":
        return bool(issued) and fields["start"].isoformat() < issued
    if section is not None or end is None or outline.zones[mention.span.block] == "appendix":
        return section is not None and section.role == "other"
    return bool(issued) and end.isoformat() < issued or mention.value.get("bound") in ("on", "within") and bool(outline.sections)


def is_year_of_target(outline: Outline, mention: Mention) -> bool:
    """A bare year or a phase of years among the targets is the targets' own time."""
    home = outline.section_at(mention.span.block)
    return home is not None and home.role == "targets" and mention.value["make"] in ("year", "year-end", "years")


def is_over(mention: Mention, fields: Fields | None, issued: str | None) -> bool:
    """A day without a year of its own that lies before the document's date: the next year's is meant."""
    end = (fields or {}).get("end")
    return end is not None and "year" not in mention.parts and len(issued or "") == 10 and end.isoformat() < issued


def has_year(mention: Mention, year: int | None) -> bool:
    return "year" in mention.parts or year is not None


def deadline(document: Document, outline: Outline, mention: Mention, fields: Fields, place: int) -> Deadline:
    start, end = quoted(mention)
    home = outline.section_at(mention.span.block)
    return Deadline(
        id=f"deadline-{place}", kind=mention.value["kind"], **({"bound": mention.value.get("bound")} | fields),
        tentative="tentative" in mention.parts, section=home.id if home else None,
        quote=document.blocks[mention.span.block].text[start:end],
        span=mention.span.model_copy(update={"start": start, "end": end}), rule=mention.rule,
    )


def integer(mention: Mention, name: str) -> int | None:
    words = words_in(mention, name)
    return int(words) if words else None


def year_of(mention: Mention, year: int | None) -> int | None:
    """The year that the mention names, or the one behind the document's, or the document's own."""
    following = year + 1 if year and "following" in mention.parts else year
    return integer(mention, "year") or following


def one_day(mention: Mention, year: int | None) -> Fields | None:
    own = year_of(mention, year)
    day = values.day(own, integer(mention, "month"), integer(mention, "day")) if own else None
    return {"end": day} if day else None


def from_to(mention: Mention, year: int | None) -> Fields | None:
    """Both ends of a range; month and year of the first are those of the second where they are not said."""
    last = one_day(mention, year)
    if last is None:
        return None
    end: date = last["end"]
    start = values.day(integer(mention, "from_year") or end.year, integer(mention, "from_month") or end.month, integer(mention, "from_day"))
    if start and start > end and not integer(mention, "from_year"):
        start = start.replace(year=start.year - 1)
    return {"start": start, "end": end} if start else None


def in_month(mention: Mention, year: int | None) -> Fields | None:
    return in_months(mention, year, integer(mention, "month"))


def in_months(mention: Mention, year: int | None, first: int | None = None) -> Fields | None:
    own = year_of(mention, year)
    if own is None:
        return None
    start, end = values.months(own, first or integer(mention, "first"), integer(mention, "month"))
    return {"start": start, "end": end}


def in_part_of_month(mention: Mention, year: int | None) -> Fields | None:
    """The days of half a month or of one of its weeks: "trong nửa đầu tháng 3/2026"."""
    month = in_month(mention, year)
    if month is None:
        return None
    days = table("calendar")["parts_of_month"][fold(words_in(mention, "part")).lower()]
    first, last = (day if day > 0 else month["end"].day + 1 + day for day in days)
    return {"start": month["start"].replace(day=first), "end": month["end"].replace(day=last)}


def in_quarter(mention: Mention, year: int | None) -> Fields | None:
    own = year_of(mention, year)
    if own is None:
        return None
    last = 3 * values.quarter(words_in(mention, "quarter"))
    first = 3 * values.quarter(words_in(mention, "first_quarter") or words_in(mention, "quarter")) - 2
    start, end = values.months(own, first, last)
    return {"start": start, "end": end}


def in_half(mention: Mention, year: int | None) -> Fields | None:
    own = year_of(mention, year)
    if own is None:
        return None
    said = words_in(mention, "months")
    count = int(values.number(said)) if said else HALF_YEAR
    first = 1 if fold(words_in(mention, "half")).lower() == "đầu" else 13 - count
    start, end = values.months(own, first, first + count - 1)
    return {"start": start, "end": end}


def stretch(mention: Mention, year: int | None) -> Fields | None:
    """From what one side names to what the other does, a day, a month or a quarter; the first's year is the second's where none is said."""
    last = year_of(mention, year)
    end = spell(mention, "", last) if last else None
    if end is None:
        return None
    said = integer(mention, "from_year")
    start = spell(mention, "from_", said or last)
    if start and start[0] > end[1] and not said:
        start = spell(mention, "from_", last - 1)
    return {"start": start[0], "end": end[1]} if start else None


def spell(mention: Mention, side: str, year: int) -> tuple[date, date] | None:
    """The first and last day of the day, month or quarter that one side of a stretch names; None where there is no such day."""
    quarter = words_in(mention, f"{side}quarter")
    if quarter:
        last = 3 * values.quarter(quarter)
        return values.months(year, last - 2, last)
    month, number = integer(mention, f"{side}month"), integer(mention, f"{side}day")
    if number is None:
        return values.months(year, month, month)
    day = values.day(year, month, number)
    return (day, day) if day else None


def stretch_on(mention: Mention, year: int | None) -> Fields:
    """From the first day of a month or quarter, without an end: "từ tháng 11/2025 trở đi"."""
    return {"start": spell(mention, "", year_of(mention, year))[0]}


def in_years(mention: Mention, year: int | None) -> Fields | None:
    last = year_of(mention, year)
    return {"start": date(integer(mention, "first") or last, 1, 1), "end": date(last, 12, 31)} if last else None


def year_on(mention: Mention, year: int | None) -> Fields:
    """From the first day of a year or a school year, without an end: "2025 và những năm tiếp theo"."""
    school = integer(mention, "on_year")
    return {"start": date(school, *OPENING_DAY) if school else date(year_of(mention, year), 1, 1)}


def day_on(mention: Mention, year: int | None) -> Fields | None:
    """From a day, without an end: "áp dụng từ ngày 01/01/2026"."""
    day = one_day(mention, year)
    return {"start": day["end"]} if day else None


def school_year(mention: Mention, year: int | None) -> Fields:
    """From the opening day to the end of May, as the ministry's calendars set it; the exact days differ by province."""
    return {"start": date(integer(mention, "first"), *OPENING_DAY), "end": date(year_of(mention, year), 5, 31)}


def year_before(mention: Mention, year: int | None) -> Fields:
    """The end of the year before the one that is named: "không để kéo dài sang năm 2026"."""
    return {"end": date(year_of(mention, year) - 1, 12, 31)}


def end_of(make: Callable[[Mention, int | None], Fields | None]) -> Callable[[Mention, int | None], Fields | None]:
    """Only the end of a period: "đến hết quý I/2026"."""

    def ended(mention: Mention, year: int | None) -> Fields | None:
        period = make(mention, year)
        return {"end": period["end"]} if period else None

    return ended


def start_of(make: Callable[[Mention, int | None], Fields | None]) -> Callable[[Mention, int | None], Fields | None]:
    """The first day of a period, before which something is due: "trước quý IV/2025"."""

    def started(mention: Mention, year: int | None) -> Fields | None:
        period = make(mention, year)
        return {"end": period["start"]} if period else None

    return started


def yearly_day(mention: Mention, year: int | None) -> Fields:
    return bounded(mention, f"FREQ=YEARLY;BYMONTH={integer(mention, 'month')};BYMONTHDAY={integer(mention, 'day')}")


def yearly_span(mention: Mention, year: int | None) -> Fields:
    """A stretch of days that comes round every year, by its first day: "từ ngày 15/4 đến ngày 15/5 hằng năm"."""
    day = integer(mention, "from_day") or integer(mention, "first_day")
    sides = ("from_month", "fromm_month", "first_month", "month", "last_month")
    month = next(integer(mention, side) for side in sides if integer(mention, side))
    return {"rrule": f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"}


def yearly_month_span(mention: Mention, year: int | None) -> Fields:
    """A stretch of months that comes round every year, also over its end: "từ tháng 12 đến tháng 4 hằng năm"."""
    first = integer(mention, "first_month") or integer(mention, "firstm_month")
    last = integer(mention, "month") or integer(mention, "last_month")
    listed = range(first, last + 1 if first <= last else last + 13)
    return {"rrule": f"FREQ=YEARLY;BYMONTH={','.join(str((month - 1) % 12 + 1) for month in listed)}"}


def yearly_month(mention: Mention, year: int | None) -> Fields:
    return {"rrule": f"FREQ=YEARLY;BYMONTH={integer(mention, 'month')}"}


def yearly_months(mention: Mention, year: int | None) -> Fields:
    first, last = integer(mention, "first") or integer(mention, "first2"), integer(mention, "month") or integer(mention, "second_month")
    return {"rrule": f"FREQ=YEARLY;BYMONTH={first},{last}"}


def yearly_quarter(mention: Mention, year: int | None) -> Fields:
    last = 3 * values.quarter(words_in(mention, "quarter"))
    return {"rrule": f"FREQ=YEARLY;BYMONTH={last - 2},{last - 1},{last}"}


def monthly_day(mention: Mention, year: int | None) -> Fields:
    days = [integer(mention, name) for name in ("day", "second") if integer(mention, name)]
    return bounded(mention, f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}")


def quarter_end_day(mention: Mention, year: int | None) -> Fields:
    return bounded(mention, f"FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY={integer(mention, 'day')}")


def quarter_first_day(mention: Mention, year: int | None) -> Fields:
    return bounded(mention, f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={integer(mention, 'day')}")


def last_day(mention: Mention, year: int | None) -> Fields:
    """The last day of each month, or the first; of working days by their place among them."""
    place = 1 if "first" in mention.parts else -1
    working = f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={place}"
    return {"rrule": working if "working" in mention.parts else f"FREQ=MONTHLY;BYMONTHDAY={place}"}


def weekly_day(mention: Mention, year: int | None) -> Fields:
    days = (fold(words).lower() for name in ("week_day", "second_day") if (words := words_in(mention, name)))
    return bounded(mention, f"FREQ=WEEKLY;BYDAY={','.join(table('calendar')['week_days'][day] for day in days)}")


def monthly_week_day(mention: Mention, year: int | None) -> Fields:
    """`thứ Sáu tuần cuối tháng` → the last Friday of each month."""
    calendar = table("calendar")
    day = calendar["week_days"][fold(words_in(mention, "week_day")).lower()]
    places = (calendar["places"][fold(words).lower()] for name in ("place", "second_place") if (words := words_in(mention, name)))
    return bounded(mention, f"FREQ=MONTHLY;BYDAY={','.join(f'{place}{day}' for place in places)}")


def bounded(mention: Mention, rule: str) -> Fields:
    """A recurrence that also is a limit, where its words say `trước` or `chậm nhất`."""
    words = fold(mention.quote).lower()
    bounds = table("calendar")["bounds"]
    return {"rrule": rule, "bound": next((bound for word, bound in bounds.items() if word in words), mention.value.get("bound"))}


def every(mention: Mention, year: int | None) -> Fields:
    return bounded(mention, table("calendar")["frequencies"][fold(words_in(mention, "unit")).lower()])


def interval(mention: Mention, year: int | None) -> Fields:
    """`6 tháng` → twice a year; `1 năm` → yearly; a unit without a count is one of it."""
    count, unit = (next((words_in(mention, f"{name}{n}") for n in ("", "2", "3", "4") if words_in(mention, f"{name}{n}")), None)
                   for name in ("count", "unit"))
    times = int(values.number(count)) if count else 1
    frequency, step = table("calendar")["steps"][fold(unit).lower()]
    every_nth = times * step
    return {"rrule": f"FREQ={frequency}" + (f";INTERVAL={every_nth}" if every_nth > 1 else "")}


def times(mention: Mention, year: int | None) -> Fields:
    """`02 lần/năm` → every six months; what is no whole number of months keeps the unit's own frequency."""
    unit, count = fold(words_in(mention, "unit")).lower(), int(values.number(words_in(mention, "times")))
    months = table("calendar")["months"].get(unit, 0) / count
    if months < 1 or months % 1 or unit == "năm" and count == 1:
        return every(mention, year)
    return {"rrule": "FREQ=MONTHLY" + (f";INTERVAL={int(months)}" if months > 1 else "")}


def relative(mention: Mention, year: int | None) -> Fields:
    """Hours are told in days where they are whole ones; months are left to the words."""
    days, hours, weeks = integer(mention, "days"), integer(mention, "hours"), words_in(mention, "weeks")
    days = 7 * int(values.number(weeks)) if weeks else days
    origin = words_in(mention, "origin")
    return {"days": hours // 24 if hours and hours % 24 == 0 else days, "from": origin.strip() if origin else None}


def bare(mention: Mention, year: int | None) -> Fields:
    return {}


MAKERS: Mapping[str, Callable[[Mention, int | None], Fields | None]] = {
    "date": one_day, "dates": from_to, "month": in_month, "months": in_months, "stretch": stretch, "stretch-on": stretch_on,
    "quarter": in_quarter, "quarters": in_quarter, "half": in_half, "year": in_years, "years": in_years,
    "school-year": school_year, "year-on": year_on, "day-on": day_on,
    "month-end": end_of(in_month), "quarter-end": end_of(in_quarter), "year-end": end_of(in_years),
    "part-of-month": in_part_of_month, "year-before": year_before,
    "month-start": start_of(in_month), "year-start": start_of(in_years), "quarter-start": start_of(in_quarter),
    "yearly-day": yearly_day, "yearly-month": yearly_month, "yearly-months": yearly_months, "yearly-quarter": yearly_quarter,
    "yearly-span": yearly_span, "yearly-month-span": yearly_month_span,
    "monthly-week-day": monthly_week_day, "monthly-day": monthly_day,
    "quarter-end-day": quarter_end_day, "quarter-first-day": quarter_first_day,
    "last-day": last_day, "weekly-day": weekly_day, "every": every, "interval": interval, "times": times,
    "relative": relative, "periodic": bare, "bare": bare,
}
