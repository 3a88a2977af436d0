"""Every turn of phrase of grammars/phrases.yaml is found in its examples and not in its rejects."""

import pytest

from pipeline.drafting.phrases import phrase, says
from pipeline.grammar import MARK
from pipeline.resources import table
from pipeline.text import fold

ENTRIES = table("phrases")


@pytest.mark.parametrize(("name", "example"), [
    pytest.param(name, example, id=f"{name}-{example[:40]}") for name, entry in ENTRIES.items() for example in entry["examples"]])
def test_each_example_holds_the_words_that_are_taken(name, example):
    text = MARK.sub(r"\1", example)
    assert MARK.search(example)[1] in [text[slice(*match.span())] for match in phrase(name).finditer(fold(text))]


@pytest.mark.parametrize(("name", "text"), [
    pytest.param(name, text, id=f"{name}-{text[:40]}") for name, entry in ENTRIES.items() for text in entry["rejects"]])
def test_no_reject_is_taken(name, text):
    assert not says(name, text)


@pytest.mark.parametrize("name", ENTRIES)
def test_each_phrase_has_examples_and_rejects(name):
    assert ENTRIES[name]["examples"]
    assert ENTRIES[name]["rejects"]
