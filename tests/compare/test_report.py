"""The report: findings in words and in order, coverage, summary; and the table that they come from."""

import re
from pathlib import Path
from string import Formatter

import pytest

from pipeline.compare import checks, pair_up, report
from pipeline.compare.phrases import codes, filled
from pipeline.profile import EMPTY
from pipeline.resources import table
from tests.compare.written import COMMUNE, PROVINCE, aim, checked, commune, directive, duty, found, province

CHECKS = "\n".join(path.read_text(encoding="utf8") for path in Path(checks.__file__).parent.glob("*.py"))
SENTENCES = {**codes(), **table("findings")["phrases"]}


def test_a_good_draft_has_no_error_and_a_row_for_each_item():
    parent = province(aim("80% hộ gia đình dùng nước sạch", 80, year=2026, subject="hộ gia đình"), duty("Vệ sinh đường làng ngõ xóm"))
    draft = commune(aim("85% hộ gia đình dùng nước sạch", 85, year=2026, subject="hộ gia đình"),
                    duty("Vệ sinh đường làng ngõ xóm", lead=["Các thôn"], kind="continuous"))
    result = checked(draft, parent)
    assert not result.has_errors
    assert [(row.parent.id, row.draft.id, row.status) for row in result.coverage] == [
        ("target-0", "target-1", "raised"), ("task-1", "task-2", "met")]
    assert (result.draft, result.parents) == ("42/KH-UBND.docx", ("187/KH-UBND.docx",))


def test_the_summary_counts_the_findings_by_severity():
    result = checked(commune("Hơn 4.500 người dân người dân.", "Trước ngày 31/02/2026."))
    assert dict(result.summary) == {"error": 1, "warning": 1, "info": 0}


def test_errors_stand_first_then_the_order_of_the_draft():
    result = checked(commune("giao các các thôn", "Trước ngày 31/02/2026.", "từ từ nước nước", "Ngày 30/02/2026."))
    assert [(finding.severity, finding.span.block) for finding in result.findings] == [("error", 2), ("error", 4), ("warning", 1)]


def test_two_parents_do_not_tell_one_finding_twice():
    line = "Tuyên truyền trên địa bàn tỉnh."
    assert len(found("place-leftover", commune(line), province(), directive(PROVINCE.model_copy(update={"number": "5/KH-UBND"})))) == 1


def test_a_check_without_parents_looks_at_the_draft_alone():
    assert [finding.code for finding in checked(directive(COMMUNE, "giao các các thôn")).findings] == ["word-repeated"]


def test_an_empty_draft_and_an_empty_parent_give_an_empty_report():
    result = checked(directive(COMMUNE.model_copy(update={"number": None})), directive(PROVINCE.model_copy(update={"number": None})))
    assert (result.findings, result.coverage) == ((), ())


def test_english_is_a_choice_of_the_report():
    draft, parent = commune(aim("70,5% hộ dùng nước sạch", 70.5, subject="hộ")), province(aim("80% hộ dùng nước sạch", 80, subject="hộ"))
    [finding] = report(pair_up(draft, (parent,), EMPTY), "en").findings
    assert finding.message.startswith("The target is lower")


def test_numbers_follow_the_language():
    words = {"count": 4500.0, "base": 5600.0, "share": 80.357}
    assert filled("{count}/{base} = {share}%", words, "vi") == "4.500/5.600 = 80,4%"
    assert filled("{count}/{base} = {share}%", words, "en") == "4,500/5,600 = 80.4%"


@pytest.mark.parametrize("code", codes())
def test_each_code_has_a_severity_and_is_used_by_a_check(code):
    assert codes()[code]["severity"] in ("error", "warning", "info")
    assert f'"{code}"' in CHECKS


def test_each_code_of_a_check_is_in_the_table():
    used = set(re.findall(r'(?:Flag|_flag|gathered)\(\s*"([a-z-]+)"', CHECKS))
    assert used == set(codes())


@pytest.mark.parametrize("name", SENTENCES)
def test_both_languages_fill_in_the_same_words(name):
    fields = [{field for _, field, _, _ in Formatter().parse(SENTENCES[name][language]) if field} for language in ("vi", "en")]
    assert fields[0] == fields[1]
