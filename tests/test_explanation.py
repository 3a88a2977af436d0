"""Each value of a record says which rule took it and from which words; `chidao extract --explain` tells it."""

import pytest

import pipeline
from pipeline.explanation import Ground, explained, nearest
from pipeline.grammar import grammar
from pipeline.model import Directive
from tests.command import chidao, text_file
from tests.documents import body
from tests.test_cli import PLAN
from tests.twins import CORPUS, FOLDERS


def only(directive: Directive, kind: str):
    [found] = [each for each in explained(directive) if each.kind == kind]
    return found


def grounds(directive: Directive, kind: str) -> dict[str, str]:
    return {ground.name: ground.words for ground in only(directive, kind).grounds}


def test_a_target_is_explained_by_the_words_of_each_value():
    directive = body("I. CHỈ TIÊU", "1. Năm 2026", "- Trên 70% hộ dân có thùng rác.")
    found = only(directive, "targets")
    assert found.rule == "target.percent"
    assert {"bound": "Trên", "value": "70", "unit": "%", "subject": "hộ dân"}.items() <= grounds(directive, "targets").items()


def test_a_year_is_explained_by_the_heading_that_says_it():
    directive = body("I. CHỈ TIÊU", "1. Đến năm 2026", "- Trên 70% hộ dân có thùng rác.")
    assert Ground("year", "Đến năm 2026", "heading") in only(directive, "targets").grounds


def test_a_year_in_the_sentence_is_explained_by_the_sentence():
    directive = body("I. CHỈ TIÊU", "1. Đến năm 2027", "- Đến năm 2026, trên 70% hộ dân có thùng rác.")
    assert Ground("year", "2026") in only(directive, "targets").grounds


def test_a_day_without_a_year_is_explained_by_the_date_of_the_document():
    directive = body("II. NHIỆM VỤ", "1. Sở Y tế tập huấn cho nhân viên, hoàn thành trước ngày 15/11.")
    assert Ground("year", "2025-09-05", "document") in only(directive, "deadlines").grounds


def test_a_task_is_explained_by_its_bodies():
    directive = body("II. NHIỆM VỤ", "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ tập huấn cho nhân viên.")
    assert grounds(directive, "tasks") == {"lead": "Sở Y tế", "coordinate": "Sở Nội vụ"}
    assert only(directive, "tasks").rule is None


def test_the_example_is_the_one_that_is_most_like_the_item():
    directive = body("I. CHỈ TIÊU", "- Trên 70% hộ dân có thùng rác.")
    found = only(directive, "targets")
    rule = next(rule for rule in grammar("targets").rules if rule.name == found.rule)
    assert found.example.expected["op"] == "gt"
    assert nearest(rule, found.item) == found.example


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_item_that_a_rule_took_finds_its_rule_again(folder):
    directive = pipeline.extract(pipeline.read(folder / "source.docx"))
    found = list(explained(directive))
    assert len(found) == sum(len(getattr(directive, kind)) for kind in ("targets", "tasks", "deadlines", "citations"))
    for each in found:
        assert each.kind == "tasks" or each.rule
        assert each.kind == "tasks" or each.example or each.rule.startswith("table.")


def test_explain_tells_rule_words_and_example_of_each_item(tmp_path):
    outcome = chidao("extract", text_file(tmp_path, "xa.txt", PLAN), "--explain")
    assert outcome.status == 0
    for words in ("target-1", "quy tắc target.percent: mức “Ít nhất”; trị số “80”", "[[", "deadline-1", "citation-1", "task-1",
                  "tên cơ quan nằm trong chính câu giao việc; chủ trì “Phòng Kinh tế”"):
        assert words in " ".join(outcome.out.split())


def test_explain_speaks_english_when_asked(tmp_path):
    told = " ".join(chidao("extract", text_file(tmp_path, "xa.txt", PLAN), "--explain", "--lang", "en").out.split())
    assert "rule target.percent: bound “Ít nhất”; value “80”" in told
    assert "the body is named in the sentence itself; lead “Phòng Kinh tế”" in told


def test_explain_of_several_files_tells_each(tmp_path):
    paths = [text_file(tmp_path, name, PLAN) for name in ("a.txt", "b.txt")]
    told = chidao("extract", *paths, "--explain").out
    assert all(str(path) in told for path in paths)


@pytest.mark.parametrize("options", [("--format", "json"), ("--format", "csv")])
def test_a_format_that_cannot_explain_is_refused(options):
    outcome = chidao("extract", CORPUS / "urgent-dispatch-storm" / "source.docx", "--explain", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--explain goes with --format table or html" in outcome.err


def test_a_page_is_written_by_its_suffix(tmp_path):
    plan = text_file(tmp_path, "xa.txt", PLAN)
    assert chidao("extract", plan, "-o", tmp_path / "xa.html").status == 0
    made = (tmp_path / "xa.html").read_text(encoding="utf8")
    assert made.startswith("<!DOCTYPE html>")
    assert "Ít nhất 80% người dân" in made
    assert chidao("extract", plan, "--format", "html").out == made
