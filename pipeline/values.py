"""Parts of mentions → values: numbers, operators, dates, periods, recurrence rules. Pure functions."""

import re
from calendar import monthrange
from datetime import MINYEAR, date, timedelta
from decimal import Decimal

from .resources import table
from .text import fold

ROMAN = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
CENTURY = 2000
ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
FRACTION = re.compile(r"(\w+)(?: phần |/)(\w+)$")


def number(words: str) -> float:
    """`4.200` → 4200, `12,5` → 12.5, `4.5` → 4.5 (an English habit), `hai` → 2, `tám mươi lăm` → 85."""
    words = fold(words).lower().strip()
    if words[:1].isalpha():
        return spoken(words.split())
    return float(words.replace(".", "").replace(",", ".") if THOUSANDS.match(words) else words.replace(",", "."))


def spoken(words: list[str]) -> float:
    """The number that words say one after the other: each adds to those before it, or raises the one before it."""
    known, raises = table("numbers")["words"], table("numbers")["raises"]
    total = last = 0.0
    for word in words:
        value = last * raises[word] if word in raises else float(known[word])
        total, last = total - (last if word in raises else 0) + value, value
    return total


def magnitude(words: str | None) -> float:
    return float(table("numbers")["magnitudes"][fold(words).lower().strip()]) if words else 1.0


def times(value: float, magnitude: float) -> float:
    """A number of thousands, millions or billions, without the noise of binary fractions: 64.1 × 1,000,000 is 64,100,000."""
    return float(Decimal(str(value)) * Decimal(str(magnitude)))


def fraction(words: str) -> float:
    """`hai phần ba` → 66.67, `một nửa` → 50: a share in percent, to two places."""
    match = FRACTION.match(fold(words).lower())
    return round(100 * number(match[1]) / number(match[2]), 2) if match else 50.0


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def full_year(year: int) -> int:
    """A year of two figures is of this century: 25 is 2025."""
    return CENTURY + year if 0 < year < 100 else year


def day(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day (31/02); a year of two figures is of this century."""
    year = full_year(year)
    return date(year, month, day) if year >= MINYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def first_day(printed: str | None) -> date | None:
    """The first day that an ISO date can mean, as much of it as is filled in and can be: 2025-09-01 of `2025-09`."""
    parts = ISO.fullmatch(printed or "")
    if parts is None:
        return None
    year, month, number = (int(part or 1) for part in parts.groups())
    return day(year, month, number) or day(year, month, 1) or day(year, 1, 1)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first day of month `first` and the last of month `last`."""
    return date(year, first, 1), last_day(year, last)


def quarter(words: str) -> int:
    """`III` → 3, `2` → 2."""
    return arabic(words) or int(words)


def roman(number: int) -> str:
    """4 → `IV`."""
    words = ""
    for sign, value in ROMAN.items():
        words += sign * (number // value)
        number %= value
    return words


def arabic(words: str) -> int | None:
    """`IV` → 4; also where the rules would have another numeral (`XXXXI` → 41); None where it is none."""
    if not words or not set(words.upper()) <= set(ROMAN):
        return None
    signs = [ROMAN[letter] for letter in words.upper()]
    return sum(-sign if sign < max(signs[place:]) else sign for place, sign in enumerate(signs))


def day_before(day: date) -> date:
    return day - timedelta(days=1)
