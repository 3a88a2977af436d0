"""Every example and reject of `grammars/slips.yaml`."""

import re

import pytest

from pipeline.resources import table
from pipeline.text import fold

SLIPS = table("slips")
RULES = [*SLIPS["malformed"], *SLIPS["blanks"], *(entry for entries in SLIPS["leftovers"].values() for entry in entries)]
MARK = re.compile(r"\[\[(.*?)\]\](?!\])")


def taken(pattern: str, text: str) -> list[str]:
    return [text[match.start() : match.end()] for match in re.finditer(pattern, fold(text), re.IGNORECASE)]


@pytest.mark.parametrize(("pattern", "example"), [(rule["pattern"], example) for rule in RULES for example in rule["examples"]])
def test_a_rule_takes_the_marked_words_of_its_examples(pattern, example):
    assert MARK.search(example)[1] in taken(pattern, MARK.sub(r"\1", example))


@pytest.mark.parametrize(("pattern", "reject"), [(rule["pattern"], reject) for rule in RULES for reject in rule["rejects"]])
def test_a_rule_takes_nothing_of_its_rejects(pattern, reject):
    assert taken(pattern, reject) == []
