"""The year that a target is due in: said by its sentence, or by a heading above it."""

import re
from collections.abc import Mapping, Sequence

from ..grammar import pattern
from ..model import Deadline, Mention, Outline, Section, Span
from ..text import fold
from .context import ancestors
from .subjects import clause_ends

Dated = Mapping[int, Sequence[Deadline]]
LONGEST_TITLE = 120  # characters
FARTHEST_FIELD = 600  # characters
LIST_MARKS = re.compile(r"[,.;:] ")
CLAUSE_MARKS = re.compile(r"[.;] ")
HEADING_YEAR = re.compile(r"(?<![-–/\d])(?<![-–] )\b(20\d\d)\b(?! ?[-–/] ?\d)")


def year(text: str, mention: Mention, following: Mention | None, outline: Outline, home: Section | None, dated: Dated) -> int | None:
    """The year of the target's own sentence, of a limit in its clause, or of the heading or list that it stands under, else None.

    `following` is the next quantity of the paragraph, whose words are its own; `dated` are the document's deadlines by their blocks.
    """
    own = own_year(text, mention.span, following.span.start if following else len(text)) or limit_year(text, mention.span, dated)
    if own or home is None:
        return own
    above = (heading_year(section.title) or phase_year(section, dated) for section in ancestors(outline, home))
    return next(filter(None, above), None)


def limit_year(text: str, span: Span, dated: Dated) -> int | None:
    """The year that a limit in the clause of the target names: "sửa xong 06 phòng học trước ngày 23/3/2026"."""
    marks = [match.start() for match in CLAUSE_MARKS.finditer(text)]
    start = max((mark for mark in marks if mark < span.start), default=0)
    end = min((mark for mark in marks if mark >= span.end), default=len(text))
    return next((found for each in dated.get(span.block, ()) if start <= each.span.start < end and (found := said_year(each))), None)


def phase_year(section: Section, dated: Dated) -> int | None:
    """The year that a heading's own time ends in: "Đợt 1: từ ngày 05/12/2025 đến ngày 20/02/2026", "Giai đoạn 2027 - 2028"."""
    block = dated.get(section.span.block, ()) if section.parent else ()
    return next((found for each in block if each.span.start < section.span.end and (found := said_year(each))), None)


def said_year(deadline: Deadline) -> int | None:
    """The year in which a deadline ends, where its own words name that year."""
    return deadline.end.year if deadline.end and str(deadline.end.year) in deadline.quote else None


def own_year(text: str, span: Span, limit: int) -> int | None:
    """The year that the sentence itself names: before the quantity (`(1) Năm 2025: …`), else behind it in the clause, up to `limit`."""
    at_hand = pattern("subjects", "year_next").match(fold(text), span.end)
    if at_hand:
        return int(at_hand["year"])
    later_years = [match.end() for match in pattern("subjects", "later_years").finditer(fold(text), 0, span.start)]
    sentence = max(text.rfind(". ", 0, span.start) + 1, *later_years[-1:], 0)
    cued = pattern("subjects", "year_before").finditer(fold(text), sentence, span.start)
    earlier = [match for match in cued if text[match.end() : match.end() + 1] != ";" and not set_apart(text, match.start(), span.start)]
    if earlier:
        return int(earlier[-1]["year"])
    end = min(clause_ends().search(text, span.end).start(), limit)
    at_once, behind, closing = (pattern("subjects", name) for name in ("year_at_once", "year_behind", "year_field"))
    later = at_once.match(fold(text), span.end, limit) or behind.search(fold(text), span.end, end)
    if later and not set_apart(text, later.start(), span.end) and not begins_next(text, span.end, later, limit):
        return int(later["year"])
    field = closing.search(fold(text), span.end, span.end + FARTHEST_FIELD)
    return int(field["year"]) if field else None


def begins_next(text: str, end: int, year: re.Match[str], limit: int) -> bool:
    """The year stands behind a comma and leads to the quantity at `limit`: "đạt 46 triệu đồng, đến năm 2027 chạm mốc 52 triệu đồng"."""
    leads = limit < len(text) and not LIST_MARKS.search(text, year.end(), limit)
    return leads and bool(LIST_MARKS.search(text, end, year.start("year")))


def set_apart(text: str, place: int, target: int) -> bool:
    """In the name of a document, quoted or not, or in brackets that close before the target: such a year says nothing of it."""
    quoted = text.count("“", 0, place) > text.count("”", 0, place) or text.count('"', 0, place) % 2 == 1
    opening = text.rfind("(", 0, place)
    bracketed = opening > text.rfind(")", 0, place) and -1 < text.find(")", place) < target
    return quoted or bracketed or bool(pattern("subjects", "titled").search(fold(text)[max(0, place - LONGEST_TITLE) : place]))


def heading_year(title: str) -> int | None:
    """The last year that a heading names before what is only in sight, or the one that its phase of years ends in."""
    phase = pattern("subjects", "phase").match(fold(title))
    if phase:
        return int(phase["year"])
    years = HEADING_YEAR.findall(pattern("subjects", "farther").split(title)[0])
    return int(years[-1]) if years else None
