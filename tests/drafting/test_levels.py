"""Every example and reject of grammars/levels.yaml, and what the rules do together."""

from datetime import date

import pytest

from pipeline.drafting import levels
from pipeline.drafting.edits import applied, plain
from pipeline.drafting.setting import Setting
from pipeline.grammar import MARK
from pipeline.profile import Profile
from pipeline.resources import table
from pipeline.text import fold

RULES = table("levels")["rules"] + table("levels")["references"]
KEPT = table("levels")["kept"]


def setting(kind: str = "xã", province: str = "Quảng Ngãi", name: str = "Kon Braih") -> Setting:
    profile = Profile.model_validate({"unit": {"name": name, "kind": kind, "province": province}})
    return Setting(profile, "state", date(2025, 9, 15))


def adapted(text: str, place: Setting | None = None) -> str:
    return plain(applied(text, levels.edits(text, place or setting())))


def rule(name: str) -> levels.Rewriting:
    return next(rule for rule in levels.rewriting("tỉnh", ("Quảng Ngãi",)).rules if rule.name == name)


@pytest.mark.parametrize(("entry", "example"), [
    pytest.param(entry, example, id=f"{entry['name']}-{number}") for entry in RULES for number, example in enumerate(entry["examples"])])
def test_each_example_is_adapted_as_it_says(entry, example):
    assert any(rule(entry["name"]).matches(fold(example["text"])))
    assert adapted(example["text"], setting(example.get("as", "xã"))) == example["becomes"]


@pytest.mark.parametrize(("entry", "text"), [
    pytest.param(entry, text, id=f"{entry['name']}-{text}") for entry in RULES for text in entry["rejects"]])
def test_no_rule_takes_its_rejects(entry, text):
    assert not any(rule(entry["name"]).matches(fold(text)))


@pytest.mark.parametrize(("number", "example"), [
    pytest.param(number, example, id=f"{entry['name']}-{example}") for number, entry in enumerate(KEPT) for example in entry["examples"]])
def test_what_is_kept_is_taken_whole(number, example):
    pattern = levels.rewriting("tỉnh", ("Quảng Ngãi",)).kept[number]
    text = MARK.sub(r"\1", example)
    assert MARK.search(example)[1] in [text[slice(*match.span())] for match in pattern.finditer(fold(text))]


@pytest.mark.parametrize(("number", "text"), [
    pytest.param(number, text, id=f"{entry['name']}-{text}") for number, entry in enumerate(KEPT) for text in entry["rejects"]])
def test_what_is_not_to_be_kept_is_not_taken(number, text):
    assert not levels.rewriting("tỉnh", ("Quảng Ngãi",)).kept[number].search(fold(text))


@pytest.mark.parametrize("entry", RULES + KEPT, ids=lambda entry: entry["name"])
def test_each_rule_has_examples_and_rejects(entry):
    assert entry["examples"]
    assert entry["rejects"]


@pytest.mark.parametrize(("text", "expected"), [
    ("báo cáo Ban Chỉ đạo {abc} tỉnh", "Ban Chỉ đạo {abc} xã"), ("Ban Chỉ đạo {0} tỉnh họp", "Ban Chỉ đạo {0} xã"), ("Ban Chỉ đạo {kind} tỉnh", "Ban Chỉ đạo {kind} xã"),
    ("Ban Chỉ đạo { tỉnh", "Ban Chỉ đạo { xã"),
])
def test_braces_of_a_parent_are_words(text, expected):
    assert expected in adapted(text)
