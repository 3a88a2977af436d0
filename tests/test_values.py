"""Numerals: every number has one, and it is read back as that number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values import arabic, quarter, roman


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
