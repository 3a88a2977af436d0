"""The year that a target is due in: said by its sentence, or by a heading above it."""

import re

from ..grammar import pattern
from ..model import Mention, Outline, Section, Span
from ..text import fold
from .context import ancestors
from .subjects import clause_ends

HEADING_YEAR = re.compile(r"(?<![-–/\d])(?<![-–] )\b(20\d\d)\b(?! ?[-–/] ?\d)")


def year(text: str, mention: Mention, outline: Outline, home: Section | None) -> int | None:
    """The year from the target's own sentence, else from the heading or the list that it stands under, else None."""
    own = own_year(text, mention.span)
    if own or home is None:
        return own
    return next((found for section in ancestors(outline, home) if (found := heading_year(section.title))), None)


def own_year(text: str, span: Span) -> int | None:
    """The year that the sentence itself names: before the quantity (`(1) Năm 2025: …`), else behind it in the clause."""
    at_hand = pattern("subjects", "year_next").match(fold(text), span.end)
    if at_hand:
        return int(at_hand["year"])
    sentence = max(text.rfind(". ", 0, span.start) + 1, 0)
    cued = pattern("subjects", "year_before").finditer(fold(text), sentence, span.start)
    earlier = [match for match in cued if not set_apart(text, match.start(), span.start)]
    if earlier:
        return int(earlier[-1]["year"])
    end = clause_ends().search(text, span.end).start()
    at_once, behind = (pattern("subjects", name) for name in ("year_at_once", "year_behind"))
    later = at_once.match(fold(text), span.end) or behind.search(fold(text), span.end, end)
    return int(later["year"]) if later and not set_apart(text, later.start(), span.end) else None


def set_apart(text: str, place: int, target: int) -> bool:
    """Inside a quoted title, or in brackets that close before the target: such a year says nothing of it."""
    quoted = text.count("“", 0, place) > text.count("”", 0, place) or text.count('"', 0, place) % 2 == 1
    opening = text.rfind("(", 0, place)
    bracketed = opening > text.rfind(")", 0, place) and -1 < text.find(")", place) < target
    return quoted or bracketed



def heading_year(title: str) -> int | None:
    years = HEADING_YEAR.findall(pattern("subjects", "farther").split(title)[0])
    return int(years[-1]) if years else None
