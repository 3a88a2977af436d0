"""`chidao rules`: what the rules take is shown, and somebody who writes a rule sees at once whether it works."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import rulebook
from pipeline.proof import Fault, rules
from tests.command import chidao
from tests.test_docs import BLOCK, README

ROOT = Path(__file__).parent.parent
RULE = next(text for kind, text in BLOCK.findall(README) if kind == "yaml")


def test_every_rule_is_shown_with_all_its_sentences():
    outcome = chidao("rules")
    assert outcome.status == 0
    for _, rule in rules():
        assert f"\n{rule.name}\n" in outcome.out
        assert all(each.quote in outcome.out for each in rule.examples)
        assert all(each.text in outcome.out for each in rule.rejects)


def test_an_example_is_shown_with_its_mark_its_values_and_where_it_is_from():
    outcome = chidao("rules", "deadline.before-date")
    assert "[[Hoàn thành trước ngày 15/8/2025]] để triển khai thực hiện → end 2025-08-15, bound before (seeds/002)" in outcome.out


def test_a_reject_that_another_rule_takes_is_shown_with_its_taker():
    assert "trước ngày 15/11 hằng năm (của deadline.yearly-day)" in chidao("rules", "deadline.before-day-month").out
    assert "trước ngày 15/11 hằng năm (taken by deadline.yearly-day)" in chidao("rules", "deadline.before-day-month", "--lang", "en").out


@pytest.mark.parametrize(("name", "shown", "hidden"), [
    ("deadlines", "deadline.before-date", "target.percent"), ("deadlines.yaml", "deadline.before-date", "target.percent"),
    ("deadline.before", "deadline.before-date", "deadline.on-date"), ("target.percent", "target.percent", "deadline.before-date")])
def test_a_name_chooses_a_file_a_family_or_a_rule(name, shown, hidden):
    outcome = chidao("rules", name)
    assert f"\n{shown}\n" in outcome.out
    assert f"\n{hidden}\n" not in outcome.out


def test_a_name_that_is_not_there_is_answered_with_the_nearest():
    outcome = chidao("rules", "deadline.befor-date")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("chidao: deadline.befor-date: no rule has this name. Nearest: deadline.before-date")


def test_rules_that_hold_are_told_in_one_line():
    outcome = chidao("rules", "citations", "--test", "--lang", "en")
    assert (outcome.status, outcome.out.count("\n")) == (0, 1)
    assert "rules hold." in outcome.out
    assert "đều đúng." in chidao("rules", "citations", "--test").out


def test_a_fault_is_one_line_with_its_file_rule_and_sentence():
    fault = Fault("deadlines", "deadline.x", "reject", "sinh trước 2008", "taken", "“trước 2008”")
    assert rulebook.told(fault, "vi") == "grammars/deadlines.yaml: deadline.x: câu không được lấy “sinh trước 2008”: lấy nhầm “trước 2008”"
    assert rulebook.told(fault, "en") == "grammars/deadlines.yaml: deadline.x: reject “sinh trước 2008”: is taken: “trước 2008”"


@pytest.fixture
def desk(tmp_path):
    """A copy of the program whose grammars may be changed."""
    for name in ("pipeline", "grammars"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def proof_of(desk: Path, written: str):
    """`chidao rules NAME --test` after `written` was added at the end of the rules of time."""
    with (desk / "grammars" / "deadlines.yaml").open("a", encoding="utf8") as file:
        file.write(written)
    program = "from pipeline.cli import main; main()"
    run = subprocess.run([sys.executable, "-c", program, "rules", "deadline.before-early-day", "--test", "--lang", "en"], cwd=desk, capture_output=True,
                         text=True, env={"PYTHONPATH": str(desk), "PYTHONUTF8": "1"})
    assert "Traceback" not in run.stderr
    return run


def test_the_rule_of_the_page_works_without_a_line_of_python(desk):
    run = proof_of(desk, RULE)
    assert (run.returncode, run.stdout) == (0, "All 2 sentences of 1 rules hold.\n")


@pytest.mark.parametrize(("slip", "mended", "status", "told"), [
    ("2025-10-05", "2025-10-06", 1, "other values: end 2025-10-05 ≠ 2025-10-06"),
    ("sinh ngày mồng 5", "sinh trước mồng 5", 1, "is taken: “trước mồng 5 tháng 10/1970” (deadline.before-early-day)"),
    ("'sinh ngày mồng 5 tháng 10/1970'", "'trước ngày 05/10/2025'", 1, "is taken: “trước ngày 05/10/2025” (deadline.before-date)"),
    ("'sinh ngày mồng 5 tháng 10/1970'", "{text: 'sinh ngày mồng 5', taken_by: deadline.before-date}", 1, "is no longer taken by deadline.before-date"),
    ("[[trước mồng 5 tháng 10/2025]]", "[[trước rằm tháng 10/2025]]", 1, "does not take “trước rằm tháng 10/2025”"),
    ("make: date", "make: dete", 1, "the value cannot be made (KeyError: 'dete')"),
    ("    rejects:\n      - 'sinh ngày mồng 5 tháng 10/1970'\n", "", 2, "lacks rejects"),
    ("'trước", "'(trước", 2, "is no pattern"),
    ("{day}", "{dayy}", 2, "there is no fragment {dayy}"),
    ("'trước mồng", "trước: 'mồng", 2, "cannot be read"),
], ids=["value", "reject", "other rule", "stale", "words", "make", "no rejects", "pattern", "fragment", "yaml"])
def test_each_slip_in_a_new_rule_is_told_in_a_line(desk, slip, mended, status, told):
    assert slip in RULE
    run = proof_of(desk, RULE.replace(slip, mended, 1))
    assert run.returncode == status
    assert told in run.stdout + run.stderr
