"""Whole documents: the real seeds as read by hand, and the plans of the corpus with their faults."""

from functools import cache

import pytest
import yaml

import pipeline
from pipeline.model import Directive, Finding, Report
from pipeline.profile import EMPTY, Profile
from pipeline.resources import folder
from tests.compare.gold import directive, needs_gold
from tests.compare.written import checked

CORPUS = folder("corpus")
GOOD = [
    ("commune-plan-state", "provincial-plan-state"), ("commune-plan-party", "provincial-plan-party"),
    ("commune-plan-dispatch", "dispatch-footnote-targets"), ("commune-plan-table", "plan-with-assignment-table"),
]
FAULTS = yaml.safe_load((CORPUS / "commune-plan-faulty" / "faults.yaml").read_text(encoding="utf8"))
# What a commune's clerk is told of nearly every plan, right as it is.
USUAL = {"task-without-deadline", "task-without-owner"}


@cache
def record(name: str) -> Directive:
    return pipeline.extract(pipeline.read(CORPUS / name / "source.docx"))


@cache
def faulty() -> Report:
    return checked(record("commune-plan-faulty"), record(FAULTS["parent"]))


def tells(finding: Finding, fault: dict) -> bool:
    """The finding has the fault's code and its words, on the sides for which the fault gives any."""
    def meets(mine: str | None, words: str | None) -> bool:
        return words is None or (mine is not None and (mine in words or words in mine))
    return finding.code == fault["code"] and meets(finding.quote, fault.get("quote")) and (
        finding.parent_quote is None or meets(finding.parent_quote, fault.get("parent_quote")))


@pytest.mark.parametrize("fault", FAULTS["faults"], ids=lambda fault: fault["code"])
def test_each_fault_of_the_faulty_plan_is_found(fault):
    assert any(tells(finding, fault) for finding in faulty().findings)


def test_nothing_else_is_found_but_the_task_of_the_unit_that_was_taken_out():
    others = [finding for finding in faulty().findings
              if finding.code not in USUAL and not any(tells(finding, fault) for fault in FAULTS["faults"])]
    # III.3 of the good plan, whose absence makes the gap in the numbering.
    assert [(finding.code, finding.parent_quote[:27]) for finding in others] == [("task-missing", "Nâng cấp, mở rộng mạng lưới")]


@pytest.mark.parametrize(("draft", "parent"), GOOD)
def test_a_good_plan_has_no_error_and_only_the_usual_warnings(draft, parent):
    result = checked(record(draft), record(parent))
    assert not result.has_errors
    assert {finding.code for finding in result.findings} <= USUAL


def test_a_profile_finds_no_error_in_its_own_good_plan():
    profile = Profile.load(CORPUS / "profiles" / "commune-plan-state.toml")
    result = checked(record("commune-plan-state"), record("provincial-plan-state"), profile=profile)
    assert {finding.code for finding in result.findings} <= USUAL


def test_each_target_of_the_parent_has_its_row():
    result = checked(record("commune-plan-state"), record("provincial-plan-state"))
    assert {target.id for target in record("provincial-plan-state").targets} <= {row.parent.id for row in result.coverage}


def test_what_a_finding_quotes_stands_at_its_place():
    blocks = record("commune-plan-faulty").blocks
    for finding in faulty().findings:
        assert finding.span is None or blocks[finding.span.block].text[finding.span.start : finding.span.end] == finding.quote


def test_the_right_parent_is_missed_less_than_any_other():
    missing = {parent: sum(row.status == "missing" for row in checked(record("commune-plan-state"), record(parent)).coverage)
               for _, parent in GOOD}
    assert missing["provincial-plan-state"] == 0
    assert all(count > 3 for parent, count in missing.items() if parent != "provincial-plan-state")


@pytest.fixture(scope="module")
def commune_plan():
    return directive("seed-004")


def by_code(result: Report, prefix: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.code.startswith(prefix)]


@needs_gold
def test_against_its_own_province_the_real_plan_only_leaves_out_the_students(commune_plan):
    result = checked(commune_plan, directive("seed-000"))
    assert [finding.code for finding in by_code(result, "target-")] == ["target-narrowed"]
    assert "sinh viên" in by_code(result, "target-")[0].message
    statuses = [row.status for row in result.coverage if row.parent.id.startswith("target")]
    assert sorted(statuses) == ["met"] * 8 + ["raised"] * 2


@needs_gold
def test_against_another_province_the_confirmations_of_2026_are_lowered(commune_plan):
    result = checked(commune_plan, directive("seed-003"))
    [finding] = by_code(result, "target-lowered")
    assert "Hơn 4.500" in finding.quote
    assert all(words in finding.message for words in ("4.500/5.600 = 80,4%", "100%", "4.200 người dân (75%)"))
    assert not by_code(result, "target-missing")


@needs_gold
def test_the_real_plans_slips_are_found(commune_plan):
    codes = {finding.code for finding in checked(commune_plan, directive("seed-000")).findings}
    assert {"word-repeated", "numbering-gap", "owner-unknown", "place-leftover"} <= codes


@needs_gold
def test_a_misprinted_number_and_a_wrong_word_are_found_in_a_real_plan():
    result = checked(directive("seed-001"))
    assert [finding.quote for finding in by_code(result, "citation-malformed")] == ["757/QĐBKHCN"]
    assert "01-CTr/BCĐTW" in by_code(result, "citation-type")[0].message


@needs_gold
@pytest.mark.parametrize("name", ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"])
def test_a_real_document_is_whole_beside_itself(name):
    itself = directive(name)
    statuses = {row.status for row in checked(itself, itself, profile=EMPTY).coverage}
    assert not statuses & {"missing", "lowered", "later"}
