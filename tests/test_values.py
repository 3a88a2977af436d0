"""Numerals that are read back as their number; dates of which as much is taken as can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values import arabic, day, first_day, quarter, roman


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX"), (40, "XL"), (90, "XC"), (2026, "MMXXVI")])
def test_a_number_has_one_roman_numeral(number, numeral):
    assert roman(number) == numeral


@given(st.integers(min_value=1, max_value=4000))
def test_a_roman_numeral_is_read_as_its_number(number):
    assert arabic(roman(number)) == arabic(roman(number).lower()) == number


def test_a_numeral_against_the_rules_is_read_by_its_signs():
    assert arabic("XXXXI") == 41


@pytest.mark.parametrize("words", ["", "a", "nhất", "5", "Xa"])
def test_other_words_are_no_roman_numeral(words):
    assert arabic(words) is None


@pytest.mark.parametrize(("words", "number"), [("I", 1), ("iii", 3), ("IV", 4), ("2", 2)])
def test_a_quarter_is_a_numeral_or_a_number(words, number):
    assert quarter(words) == number


@pytest.mark.parametrize(("printed", "first"), [
    ("2025-09-15", date(2025, 9, 15)), ("2025-09", date(2025, 9, 1)), ("2025", date(2025, 1, 1)),
    ("2025-02-31", date(2025, 2, 1)), ("2025-13", date(2025, 1, 1)), ("2025-00-00", date(2025, 1, 1)),
])
def test_a_date_begins_as_early_as_what_is_filled_in_and_can_be(printed, first):
    assert first_day(printed) == first


@pytest.mark.parametrize("printed", [None, "", "25", "20xx", "0000", "ngày 5"])
def test_what_is_no_date_has_no_first_day(printed):
    assert first_day(printed) is None


@pytest.mark.parametrize("parts", [(2025, 2, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0), (0, 1, 1)])
def test_a_day_that_no_calendar_has_is_none(parts):
    assert day(*parts) is None
