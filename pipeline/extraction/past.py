"""Which quantities only tell what is or was, and are no targets."""

import re
from functools import cache

from ..grammar import pattern
from ..labels import label_of
from ..model import Document, Mention, Outline, Span
from ..resources import table
from ..text import fold
from .years import own_year

LONGEST_CONDITION = 100  # characters
ASIDE = re.compile(r"\([^()]*\)")  # what a closed bracket tells
TOLD = ("purpose", "other")


def applies(document: Document, outline: Outline, mention: Mention) -> bool:
    """No sum of the funding part, no condition, no fact; in the opening and among the purposes only with a word of aiming.

    A part on results holds targets only where it says so: that something rose or fell to a level tells what was.
    """
    section = outline.section_at(mention.span.block)
    role = section.role if section else ("purpose" if outline.sections else None)
    text = fold(document.blocks[mention.span.block].text)
    if is_condition(text, mention.span) or is_composition(text, mention):
        return False
    clause = pattern("subjects", "standing").sub("", ASIDE.sub("", text[clause_start(text, mention.span.start) : mention.span.end]))
    past, aims = last(cues("past"), clause), last(cues("aims" if role == "other" else "ahead"), clause)
    is_told = past > aims and "level" not in mention.parts
    return role != "funding" and not is_told and (role not in TOLD or aims >= 0)


def is_condition(text: str, span: Span) -> bool:
    """The words before or behind the quantity say what follows where it is so: nobody is to reach it."""
    before = text[max(0, span.start - LONGEST_CONDITION) : span.start]
    return bool(pattern("subjects", "condition").search(before) or pattern("subjects", "condition_behind").match(text, span.end))


def is_composition(text: str, mention: Mention) -> bool:
    """A bare count of those who a team consists of: "mỗi tổ | 04 người"."""
    number = mention.parts.get("value")
    return number is not None and "bound" not in mention.parts and bool(
        pattern("subjects", "composition").search(text, max(0, number.start - LONGEST_CONDITION), number.start))


def is_over(document: Document, mention: Mention, issued: str | None) -> bool:
    text = document.blocks[mention.span.block].text
    year = own_year(text, mention.span, len(text))
    return year is not None and issued is not None and year < int(issued[:4]) or tells_past(fold(text), mention.span.start, issued)


def tells_past(text: str, place: int, issued: str | None) -> bool:
    """The sentence says how things stood on a day before `issued`, and nothing before `place` turns to what is to be."""
    sentence = text[:place].rpartition(". ")[2]
    label = label_of(sentence)
    sentence = sentence[len(label.printed) if label else 0 :].lstrip()
    told = pattern("subjects", "past_sentence").match(sentence)
    return told is not None and not lies_ahead(told, issued) and not cues("ahead").search(sentence)


def lies_ahead(told: re.Match[str], issued: str | None) -> bool:
    """The day, month or year that a sentence opens with is not over on the day `issued` (ISO, as much as is known)."""
    year, month = told["year"] or told["end_year"] or told["last_year"], told["month"] or told["end_month"]
    numbers = [int(part) for part in (year, month, told["day"]) if part]
    known = [int(part) for part in (issued or "").split("-") if part]
    return bool(numbers and known) and numbers[: len(known)] >= known[: len(numbers)]


def clause_start(text: str, place: int) -> int:
    return max(text.rfind(". ", 0, place), text.rfind("; ", 0, place), -2) + 2


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where `pattern` is found last, -1 where it is not."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@cache
def cues(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table('subjects')[name])})(?!\w)", re.IGNORECASE)
