"""What the templates make of a plan: parts, comments, marks; and that a parent's words are never taken for markup."""

from datetime import date

import pytest

from pipeline.drafting import plan, render, rendering
from pipeline.drafting.layout import Paragraph, Run, Table
from pipeline.errors import BadGrammar
from pipeline.resources import table

from .making import TODAY, deadline, directive, profile, section, target, task

TEXT = "70% người dân có tri thức cơ bản về chuyển đổi số"
PARENT = directive(
    TEXT, "Tổ chức tập huấn trước ngày 15/8/2025.", "Mở lớp học.",
    sections=(section("II", "CHỈ TIÊU", "targets"), section("III", "NHIỆM VỤ")),
    targets=(target(TEXT, "70% người dân", subject="người dân", year=2025),),
    tasks=(
        task("Tổ chức tập huấn trước ngày 15/8/2025.", ("Sở Nội vụ",), block=1, deadlines=("deadline-1",)), task("Mở lớp học.", block=2)),
    deadlines=(deadline("trước ngày 15/8/2025", block=1, bound="before", end=date(2025, 8, 15)),))


def drafted(parent=PARENT, comments: bool = True, parts: dict | None = None, **choices):
    return render(plan(parent, profile(population={"people": 100}, **(parts or {})), TODAY, **choices), comments=comments)


def runs(draft) -> list[Run]:
    paragraphs = [element for element in draft.layout.elements if isinstance(element, Paragraph)]
    tables = [element for element in draft.layout.elements if isinstance(element, Table)]
    cells = [each for table in tables for row in table.rows for cell in row for each in cell.paragraphs]
    return [run for paragraph in (*paragraphs, *cells) for run in paragraph.runs]


def texts(draft) -> list[str]:
    return [block.text for block in draft.document.blocks]


def test_the_parts_are_numbered_without_a_gap():
    with_targets = [text for text in texts(drafted()) if text.split(".")[0] in ("I", "II", "III", "IV", "V")]
    without = directive(tasks=(task("Mở lớp học.", ("Sở Nội vụ",)),))
    assert with_targets == [
        "I. MỤC ĐÍCH, YÊU CẦU", "II. CHỈ TIÊU", "III. NHIỆM VỤ, GIẢI PHÁP", "IV. KINH PHÍ THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN"]
    assert [text for text in texts(drafted(without)) if text[0] in "IVX" and ". " in text[:5]] == [
        "I. MỤC ĐÍCH, YÊU CẦU", "II. KINH PHÍ THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"]


def test_each_item_tells_its_origin():
    comments = [comment for run in runs(drafted()) for comment in run.comments if comment.startswith("Nguồn")]
    assert len(comments) == 3
    assert f"Kế hoạch số 45/KH-UBND, mục II: “{TEXT}” (dấu " in comments[0]


def test_without_comments_only_what_must_be_decided_is_said():
    made = drafted(comments=False)
    comments = [comment for run in runs(made) for comment in run.comments]
    assert [comment for comment in comments if comment.startswith("Nguồn")] == []
    assert any("đã qua" in comment for comment in comments)


def test_whatever_is_to_be_decided_is_highlighted_and_nothing_else():
    for run in runs(drafted()):
        asks = [comment for comment in run.comments if not comment.startswith("Nguồn")]
        assert bool(asks) == run.highlight


def test_a_task_without_an_owner_is_marked_where_the_owner_is_to_be_written():
    cell = next(run for run in runs(drafted()) if any("quyết định cơ quan chủ trì" in comment for comment in run.comments))
    assert cell.text.strip() == ""
    assert cell.highlight


def test_words_that_look_like_markup_are_words():
    odd = "Tuyên truyền <b>an toàn</b> & {{ plan }} {% if x %} “5 < 6” tại https://a.vn/?x=1&y=2."
    made = drafted(directive(odd, tasks=(task(odd, ("Sở Nội vụ",)),)))
    assert f"- {odd}" in texts(made)


def test_a_dispatch_has_its_addressees_and_no_title_nor_appendix():
    made = texts(drafted(kind="CV"))
    assert "V/v tổ chức Ngày hội Chuyển đổi số xã Kon Braih năm 2025" in made
    assert "- Phòng Văn hóa - Xã hội;" in made
    assert "KẾ HOẠCH" not in made
    assert "Phụ lục" not in made


def test_the_party_form_has_a_star_and_no_motto():
    made = texts(drafted(system="party"))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in made
    assert "*" in made
    assert "Độc lập - Tự do - Hạnh phúc" not in made
    assert "T/M BAN THƯỜNG VỤ" in made


def test_a_programme_calls_itself_one():
    made = texts(drafted(kind="CTr"))
    assert "CHƯƠNG TRÌNH" in made
    assert any("Chương trình này" in text for text in made)
    assert not any("Kế hoạch này" in text for text in made)


def test_the_body_that_gathers_the_reports_is_told_to():
    made = texts(drafted(parts={"deadlines": {"report_to": "Văn phòng HĐND và UBND xã"}}))
    heading = next(number for number, text in enumerate(made) if text.endswith(". Văn phòng HĐND và UBND xã"))
    assert made[heading + 1].startswith("- Theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch này")


def test_every_style_of_the_templates_is_in_every_form_of_its_system():
    for system in ("state", "party"):
        names = [entry["form"] for entry in table("drafting")["systems"][system]["forms"]]
        for kind in ("KH", "CV"):
            made = drafted(kind=kind, system=system)
            for name in names:
                styles = {element.style for element in made.layout.elements if isinstance(element, Paragraph)}
                assert styles <= set(rendering.form(name).styles)


def test_every_style_of_every_form_has_its_name_in_word():
    for name in ("nd30", "hd36", "hd05"):
        assert set(rendering.form(name).styles) <= set(table("drafting")["style_names"])


def test_a_template_that_asks_for_what_is_not_there_is_told(monkeypatch):
    monkeypatch.setattr(rendering, "context", lambda plan: {})
    with pytest.raises(BadGrammar, match="jinja"):
        drafted()


def test_the_sandbox_keeps_templates_from_reaching_python():
    from jinja2.exceptions import SecurityError

    with pytest.raises(SecurityError):
        rendering.environment().from_string("{{ ''.__class__.__mro__ }}").render()


@pytest.mark.parametrize(("number", "expected"), [(1, "I"), (4, "IV"), (5, "V"), (9, "IX"), (12, "XII")])
def test_parts_are_numbered_in_roman(number, expected):
    assert rendering.roman(number) == expected


def test_bodies_whose_names_hold_commas_are_set_apart_by_semicolons():
    assert rendering.names(("Công an xã", "các thôn")) == "Công an xã và các thôn"
    assert rendering.names(("Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường")) == "Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường"


@pytest.mark.parametrize("identities", [("III.1.a", "III.1.b", "III.1.c"), ("III.1.a.-1", "III.1.b", "III.1.b.-1"), ("1.a", "1.b", "2.a")])
def test_tasks_under_a_sentence_that_is_no_heading_are_all_in_the_text(identities):
    words = ("Mở lớp học", "Phát tờ rơi", "Vận động người dân")
    above = dict.fromkeys(parent for identity in identities for parent in parents_of(identity))
    parent = directive(
        *words, sections=tuple(section(each, "NHIỆM VỤ" if each == "III" else "") for each in dict.fromkeys((*above, *identities))),
        tasks=tuple(task(text, block=number, section=each) for number, (text, each) in enumerate(zip(words, identities, strict=True))))
    body = texts(drafted(parent))
    assert [text for text in words if f"{text}." not in [line.partition(" ")[2] for line in body]] == []


def parents_of(identity: str) -> list[str]:
    labels = identity.split(".")
    return [".".join(labels[:depth]) for depth in range(1, len(labels))]


@pytest.mark.parametrize("output", [None, "Báo cáo"])
def test_the_appendix_gives_most_room_to_the_task_and_little_to_outputs_that_nobody_named(output):
    named = PARENT.model_copy(update={"tasks": tuple(each.model_copy(update={"output": output}) for each in PARENT.tasks)})
    widths = next(element for element in drafted(named).layout.elements if isinstance(element, Table) and element.border == "ruled").widths
    assert max(widths) == widths[1]
    assert (min(widths[1:]) == widths[5] < 0.1) == (output is None)
