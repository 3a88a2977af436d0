"""Every rule of the grammars proves itself: it takes its examples with their values, and leaves its rejects to nobody but whom they name."""

import re

import pytest

from pipeline import proof
from pipeline.errors import BadGrammar
from pipeline.grammar import Reject, composed, rule
from pipeline.match import GRAMMARS
from pipeline.outline import structure
from tests.documents import document

RULES = proof.rules()


def cases(name: str) -> list:
    """Each sentence of that kind as a case of its own, told by its rule and its first words."""
    return [pytest.param(file, each, sentence, id=f"{each.name}: {getattr(sentence, 'text', sentence)[:40]}")
            for file, each in RULES for sentence in getattr(each, name)]


@pytest.mark.parametrize(("file", "each", "example"), cases("examples"))
def test_a_rule_takes_its_example_with_its_value(file, each, example):
    assert proof.example_fault(file, each, example) is None


@pytest.mark.parametrize(("file", "each", "reject"), cases("rejects"))
def test_a_rule_leaves_its_rejects(file, each, reject):
    assert proof.reject_fault(file, each, reject) is None


def test_gaps_that_are_closed_have_moved_up_to_the_examples():
    assert [gap for file, each in RULES for gap in each.gaps if proof.gap_fault(file, each, gap)] == []


def test_names_of_rules_are_unique():
    names = [each.name for _, each in RULES]
    assert len(names) == len(set(names))


ENTRY = {"name": "target.percent", "pattern": r"(?P<value>\d+)(?P<unit>%)", "value": {"make": "quantity"},
         "examples": [{"text": "đạt [[80%]] hộ dân", "value": 80}], "rejects": ["điều 80"]}


@pytest.fixture
def percent():
    return next(each for _, each in RULES if each.name == "target.percent")


def example_of(**changes):
    """An example of a rule of one grammar, as `ENTRY` with `changes` would have it."""
    return rule("targets", ENTRY | {"examples": [ENTRY["examples"][0] | changes]}, {}).examples[0]


def test_a_value_that_is_not_made_is_a_fault_that_tells_both(percent):
    assert proof.example_fault("targets", percent, example_of()) is None
    fault = proof.example_fault("targets", percent, example_of(value=85, op="ge"))
    assert (fault.code, fault.details) == ("unlike", "value 80.0 ≠ 85; op eq ≠ ge")


def test_a_field_that_no_item_has_is_a_fault(percent):
    assert proof.example_fault("targets", percent, example_of(valeu=80)).details == "valeu None ≠ 80"


def test_words_that_are_not_taken_are_a_fault_that_tells_what_is(percent):
    fault = proof.example_fault("targets", percent, example_of(text="đạt 80% [[hộ dân]]"))
    assert fault.code == "untaken"
    assert "“hộ dân”" in fault.details
    assert "“80%”" in fault.details


def test_a_reject_that_is_taken_is_a_fault_that_tells_the_words(percent):
    assert proof.reject_fault("targets", percent, Reject("đạt 80% hộ dân", ())).details == "“80%” (target.percent)"
    assert proof.reject_fault("targets", percent, Reject("điều 80", ())) is None


def test_a_reject_that_another_rule_takes_says_so(percent):
    assert proof.reject_fault("targets", percent, Reject("tổ chức 2 lần/năm", ())).code == "taken"
    assert proof.reject_fault("targets", percent, Reject("tổ chức 2 lần/năm", ("target.frequency",))) is None
    assert proof.reject_fault("targets", percent, Reject("tổ chức 2 lần/năm", ("target.money",))).code == "taken"


def test_a_reject_that_its_taker_leaves_by_now_is_stale(percent):
    fault = proof.reject_fault("targets", percent, Reject("tổ chức 2 lần/năm", ("target.frequency", "target.money")))
    assert (fault.code, fault.details) == ("stale", "target.money")


def test_a_gap_that_is_found_is_a_fault(percent):
    assert proof.gap_fault("targets", percent, example_of()).code == "closed"


def test_two_rules_of_one_name_are_a_fault():
    assert [fault.code for fault in proof.faults([RULES[0], RULES[0]])] == ["name"]


@pytest.mark.parametrize("key", ["name", "pattern", "value", "examples", "rejects"])
def test_a_rule_that_lacks_a_part_does_not_load(key):
    with pytest.raises(BadGrammar, match=f"lacks {key}"):
        rule("targets", {name: value for name, value in ENTRY.items() if name != key}, {})


def test_a_key_that_no_rule_has_is_named():
    with pytest.raises(BadGrammar, match="holds 'reject'"):
        rule("targets", ENTRY | {"reject": ["80"]}, {})


@pytest.mark.parametrize("example", [{"text": "đạt 80%"}, "đạt [[80%]]", {"value": 80}])
def test_an_example_that_marks_no_words_does_not_load(example):
    with pytest.raises(BadGrammar, match="marks no words"):
        rule("targets", ENTRY | {"examples": [example]}, {})


@pytest.mark.parametrize("reject", [80, {"text": "điều 80"}, {"text": "điều 80", "taken by": "target.money"}])
def test_a_reject_that_is_no_sentence_does_not_load(reject):
    with pytest.raises(BadGrammar, match="is no reject"):
        rule("targets", ENTRY | {"rejects": [reject]}, {})


def test_the_sentences_are_many():
    assert min(sum(len(getattr(each, name)) for _, each in RULES) for name in ("examples", "rejects")) >= 150


@pytest.mark.parametrize("key", ["pattern", "screen", "needs", "not_before", "not_after"])
def test_a_pattern_that_cannot_be_read_is_named_with_its_file(key):
    with pytest.raises(BadGrammar, match=re.escape("is no pattern")) as raised:
        rule("targets", ENTRY | {key: "(đến"}, {})
    assert raised.value.path.name == "targets.yaml"


def test_an_unknown_fragment_is_named():
    with pytest.raises(BadGrammar, match="no fragment {nowhere}"):
        composed("{nowhere}", {}, "targets")


def test_a_fragment_used_twice_keeps_its_groups_apart():
    assert composed("{day:first} - {day}", {"day": r"(?P<day>\d+)"}, "x") == r"(?:(?P<first_day>\d+)) - (?:(?P<day>\d+))"


def test_the_outline_of_a_sentence_alone_has_no_sections():
    assert structure(document("Không có mục nào.")).sections == ()


def test_every_grammar_has_rules():
    assert {file for file, _ in RULES} == set(GRAMMARS)


def test_a_value_that_no_record_holds_and_an_entry_that_is_no_rule_are_told():
    with pytest.raises(BadGrammar, match="there is no kind 'dat'"):
        rule("deadlines", ENTRY | {"value": {"make": "date", "kind": "dat"}}, {})
    with pytest.raises(BadGrammar, match="is no rule"):
        rule("deadlines", "deadline.before-date", {})
