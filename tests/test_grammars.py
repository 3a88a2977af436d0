"""Every rule of the grammars proves itself: it takes each of its examples with their values, and none of its rejects."""

import pytest

from pipeline.errors import BadGrammar
from pipeline.extraction import assemble
from pipeline.grammar import composed, grammar, rule
from pipeline.match import GRAMMARS, find, mentions
from pipeline.model import Block, Directive, Document, Outline, Section, Source, Span
from pipeline.outline import structure

PLACE_AND_DATE = "Đông Hòa, ngày 05 tháng 9 năm 2025"
KINDS = {"targets": "targets", "deadlines": "deadlines", "citations": "citations"}
RULES = [(name, each) for name in GRAMMARS for each in grammar(name).rules]
EXAMPLES = [(name, each, example) for name, each in RULES for example in each.examples]
REJECTS = [(name, each, text) for name, each in RULES for text in each.rejects]
GAPS = [(name, each, gap) for name, each in RULES for gap in each.gaps]


def directive(text: str) -> Directive:
    """The record of one sentence in a document of September 2025."""
    blocks = (Block(kind="paragraph", text=PLACE_AND_DATE), Block(kind="paragraph", text=text))
    document = Document(Source(path="-", format="txt", sha256=""), blocks)
    section = Section(id="1", label="1.", title="", parent=None, role="tasks", span=Span(block=1, start=0, end=0))
    outline = Outline(sections=(section,), zones=("letterhead", "body"), homes=(None, 0))
    return assemble(document, outline, find(document, outline))


def taken(name, each, example):
    """The item of the record that `each` makes of its example, None where the rule does not take the marked words."""
    rules = [m.rule for m in mentions(Block(kind="paragraph", text=example.text), 0, grammar(name))
             if (m.span.start, m.span.end) == (example.start, example.end)
             or any((part.start, part.end) == (example.start, example.end) for part in m.parts.values())]
    items = getattr(directive(example.text), KINDS[name])
    near = [item for item in items if item.span.start < example.end and example.start < item.span.end]
    return near[0] if each.name in rules and near else None


def said(item, key):
    value = item.also.value if key == "also" and item.also else item.origin if key == "from" else getattr(item, key)
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize(("name", "each", "example"), EXAMPLES, ids=[f"{each.name}: {example.text[:40]}" for _, each, example in EXAMPLES])
def test_a_rule_takes_its_example_with_its_value(name, each, example):
    item = taken(name, each, example)
    assert item is not None
    expected = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in example.expected.items()}
    assert {key: said(item, key) for key in expected} == expected


@pytest.mark.parametrize(("name", "each", "text"), REJECTS, ids=[f"{each.name}: {text[:40]}" for _, each, text in REJECTS])
def test_a_rule_leaves_its_rejects(name, each, text):
    assert each.name not in [mention.rule for mention in mentions(Block(kind="paragraph", text=text), 0, grammar(name))]


@pytest.mark.parametrize(("name", "each", "gap"), GAPS, ids=[f"{each.name}: {gap.text[:40]}" for _, each, gap in GAPS])
def test_a_gap_that_is_closed_moves_up_to_the_examples(name, each, gap):
    assert taken(name, each, gap) is None


def test_names_of_rules_are_unique():
    names = [each.name for _, each in RULES]
    assert len(names) == len(set(names))


def test_a_rule_without_rejects_does_not_load():
    entry = {"name": "target.bare", "pattern": "x", "value": {"make": "quantity"}, "examples": [{"text": "[[x]]"}]}
    with pytest.raises(BadGrammar, match="lacks rejects"):
        rule("targets", entry, {})


def test_an_unknown_fragment_is_named():
    with pytest.raises(BadGrammar, match="no fragment {nowhere}"):
        composed("{nowhere}", {}, "targets")


def test_a_fragment_used_twice_keeps_its_groups_apart():
    assert composed("{day:first} - {day}", {"day": r"(?P<day>\d+)"}, "x") == r"(?:(?P<first_day>\d+)) - (?:(?P<day>\d+))"


def test_the_outline_of_a_sentence_alone_has_no_sections():
    document = Document(Source(path="-", format="txt", sha256=""), (Block(kind="paragraph", text="Không có mục nào."),))
    assert structure(document).sections == ()
