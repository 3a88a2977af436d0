"""The measurement of the language tools switches them off everywhere, and on again."""

import pytest

from bench.language import BLIND, Timed, remembering, replaced, told
from pipeline import tokens
from pipeline.extraction import names, owners, quantities

FUNCTIONS = [value for value in vars(tokens).values() if hasattr(value, "cache_clear")]


def test_every_function_of_the_tools_is_measured():
    assert list(BLIND) == FUNCTIONS


def test_a_stand_in_is_called_wherever_the_function_was_and_only_so_long():
    places = (tokens.verb_places, names.verb_places, owners.begins_with_verb, quantities.first_noun)
    with replaced(BLIND):
        assert (names.verb_places("họp bàn"), tokens.verb_places("họp bàn"), quantities.first_noun("rất đẹp")) == ((), (), "rất")
        assert owners.begins_with_verb("xây dựng") is False
    assert places == (tokens.verb_places, names.verb_places, owners.begins_with_verb, quantities.first_noun)


def test_the_functions_come_back_when_a_run_breaks():
    with pytest.raises(ZeroDivisionError), replaced(BLIND):
        1 / 0  # noqa: B018
    assert names.verb_places is tokens.verb_places is FUNCTIONS[1]


def test_calls_are_counted():
    timed = Timed(str.upper)
    assert (timed("ạ"), timed("b"), timed.calls) == ("Ạ", "B", 2)
    assert timed.seconds >= 0


def test_what_is_worse_is_told_by_kind():
    assert told({"targets": 4, "deadlines": 1}) == "1 deadlines, 4 targets"
    assert told({}) == "none"


def test_nothing_that_a_tool_told_is_remembered_without_it():
    assert owners.is_action("Rừng thông xanh mát.", 0) is False
    assert owners.is_action in remembering()
    with replaced(BLIND):
        assert owners.is_action.cache_info().currsize == 0
