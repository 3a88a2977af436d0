"""The written files: a Word file as the form wants it, Markdown and JSON that say the same."""

import io
import json
import re
import zipfile
from datetime import datetime

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from pipeline.drafting import plan, render
from pipeline.drafting.forms import form
from pipeline.drafting.writers import DRAFTS
from pipeline.errors import UnsupportedFormat

from .making import TODAY, directive, profile
from .test_rendering import PARENT


@pytest.fixture(scope="module", params=["state", "party"])
def draft(request):
    return render(plan(PARENT, profile(), TODAY, system=request.param))


@pytest.fixture(scope="module")
def word(draft):
    return Document(io.BytesIO(DRAFTS["docx"](draft)))


def test_the_page_is_that_of_the_form(word):
    section = word.sections[0]
    millimetres = [round(length.mm) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)]
    assert millimetres == [210, 297, 20, 20, 30, 15]


def test_the_page_number_is_in_the_head_from_the_second_page_on(word):
    section = word.sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" not in section.first_page_header._element.xml


def test_the_body_is_justified_times_with_a_first_line_indent(word, draft):
    style = next(each for each in word.styles if each.name == "Nội dung")
    assert style.font.name == "Times New Roman"
    assert style.font.size.pt == form(draft.plan.form).styles["body"].size
    assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(style.paragraph_format.first_line_indent.mm, 1) == form(draft.plan.form).styles["body"].indent


def test_headings_have_outline_levels_and_labels_are_text(word):
    part = next(paragraph for paragraph in word.paragraphs if paragraph.text == "II. CHỈ TIÊU")
    assert part.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert word.element.xml.count("<w:numPr>") == 0


def test_the_letterhead_has_no_lines_and_drawn_rules_and_the_appendix_has_lines_and_a_repeated_head(word):
    letterhead, *_, appendix = word.tables
    assert "tblBorders" not in letterhead._tbl.xml
    assert "w:pBdr" in letterhead._tbl.xml
    assert "tblBorders" in appendix._tbl.xml
    assert "tblHeader" in appendix.rows[0]._tr.xml
    assert [cell.text for cell in appendix.rows[0].cells] == [
        "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"]


def test_the_appendix_begins_on_a_page_of_its_own(word):
    heading = next(paragraph for paragraph in word.paragraphs if paragraph.text == "Phụ lục")
    assert heading.style.paragraph_format.page_break_before


def test_comments_are_words_comments_of_the_drafts_day(word, draft):
    texts = [comment.text for comment in word.comments]
    assert "Điền số văn bản khi ban hành." in texts
    assert any(text.startswith("Nguồn: Kế hoạch số 45/KH-UBND") for text in texts)
    assert {comment.timestamp.replace(tzinfo=None) for comment in word.comments} == {datetime(2025, 9, 1)}


def test_what_must_be_decided_is_yellow(word):
    marked = [run.text.strip() for paragraph in word.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert "…" in marked


def test_the_file_tells_no_time_but_the_drafts(draft):
    content = DRAFTS["docx"](draft)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert re.findall(r"\d{4}-\d\d-\d\dT", package.read("docProps/core.xml").decode()) == ["2025-09-01T", "2025-09-01T"]
    assert content == DRAFTS["docx"](render(draft.plan))


def test_markdown_has_headings_tables_and_footnotes(draft):
    text = DRAFTS["md"](draft).decode()
    assert "\n## II. CHỈ TIÊU\n" in text
    assert "| TT | Nhiệm vụ | Cơ quan chủ trì |" in text
    assert re.search(r"<mark>…</mark>\[\^\d+\]", text)
    assert re.search(r"\n\[\^1\]: ", text)


def test_markdown_of_odd_words_stays_words():
    odd = PARENT.model_copy(update={"tasks": (PARENT.tasks[1].model_copy(update={"text": "Dùng *sao* và `mã` [1] | ống."}),)})
    assert r"Dùng \*sao\* và \`mã\` \[1\] \| ống" in DRAFTS["md"](render(plan(odd, profile(), TODAY), comments=False)).decode()


def test_json_has_items_with_origins_and_what_was_left_out(draft):
    plain = json.loads(DRAFTS["json"](draft))
    assert plain["schema"] == "chidao-draft/1"
    assert plain["years"][0]["targets"][0]["origins"][0]["parent"] == "Kế hoạch số 45/KH-UBND"
    assert plain["left_out"] == []
    assert [block["text"] for block in plain["blocks"]] == [block.text for block in draft.document.blocks]


def test_an_unknown_form_is_refused_with_those_that_there_are():
    with pytest.raises(UnsupportedFormat, match="hd05, hd36, nd30"):
        render(plan(directive(), profile(), TODAY, form="nd99"))
