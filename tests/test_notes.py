"""Notes: every code has a sentence, and its words are filled in."""

import string

import pytest

from pipeline.model import Span
from pipeline.notes import note
from pipeline.resources import table


def test_the_words_of_a_note_are_filled_in():
    found = note("page-number-dropped", Span(block=3, start=0, end=0), text="12")
    assert "“12”" in found.message
    assert (found.code, found.span.block) == ("page-number-dropped", 3)


def test_a_code_that_is_not_in_the_table_is_our_own_fault():
    with pytest.raises(KeyError):
        note("no-such-code")


@pytest.mark.parametrize("code", table("notes"))
def test_a_note_says_something_in_vietnamese(code):
    sentence = table("notes")[code]
    assert not sentence.isascii()
    assert all(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)
