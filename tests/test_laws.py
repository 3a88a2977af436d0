"""What holds for every text, proved on invented ones: the outline never raises and loses nothing, every quote stands where it says."""

from itertools import pairwise
from unicodedata import is_normalized

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.model import Block, Directive, Document, Source
from pipeline.outline import structure
from pipeline.text import clean, fold, small
from tests.command import chidao

LABELS = st.sampled_from(["I.", "II.", "IV.", "A.", "1.", "2.", "9.", "1.1.", "2.3.", "5.1.2", "a)", "b)", "đ)", "-", "+", "*", "•", "Điều 5.", "Phụ lục II",
                          "Chương III", "Phần thứ nhất", "1)", "(1)", "", "e)", "f)", "h)", "z)", "1/", "XXXIX.", "XXXXI.", "Điều 7.", "Chương XXXIX", "Chương XXXXI"])
PHRASES = st.sampled_from(["MỤC ĐÍCH, YÊU CẦU", "CHỈ TIÊU", "Năm 2025", "Sở Nội vụ", "80% cán bộ có hiểu biết", "Hơn 4.200 người dân (75%)", "trước ngày 31/02/2026",
                           "hằng tháng", "Kế hoạch số 45/KH-UBND ngày 15/9/2025 của UBND tỉnh", "Đơn vị chủ trì: Công an xã.", "phối hợp với", "Nơi nhận:",
                           "Kính gửi: Sở Y tế", "KẾ HOẠCH", "TM. ỦY BAN NHÂN DÂN", "Trên đây là Kế hoạch./.", "thường xuyên kiểm tra", "giảm 2 - 3%/năm", "Số:   /KH-UBND", "Sơn Hà, ngày 31 tháng 02 năm 2025", "ngày 31/02", "15/13/2025", "UBND XÃ ĐỒI CHÈ", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
                           "Số: 12/KH-UBND", "Straße ßß: học sinh, sinh viên", "UBND xã Kon Braih chủ trì", "hoàn thành quý IV/2025", "mục 4.7 phần IV"])
LINES = st.tuples(LABELS, st.lists(st.one_of(PHRASES, st.text(max_size=30)), max_size=4)).map(lambda line: clean(" ".join([line[0], *line[1]])))
KINDS = st.sampled_from(["paragraph", "heading", "footnote"])
DOCUMENTS = st.lists(st.tuples(KINDS, LINES), max_size=25).map(lambda lines: Document(
    Source(path="-", format="txt", sha256=""), tuple(Block(kind=kind, text=text) for kind, text in lines)))


@given(DOCUMENTS)
def test_an_outline_holds_every_block_once(document):
    outline = structure(document)
    assert len(outline.zones) == len(outline.homes) == len(document.blocks)
    assert all(home is None or 0 <= home < len(outline.sections) for home in outline.homes)


@given(DOCUMENTS)
def test_sections_stand_in_the_order_of_the_text_with_ids_of_their_own(document):
    sections = structure(document).sections
    assert len({section.id for section in sections}) == len(sections)
    assert all(one.span.block < other.span.block for one, other in pairwise(sections))


@given(DOCUMENTS)
def test_a_section_stands_under_a_parent_that_came_before(document):
    seen: set[str] = set()
    for section in structure(document).sections:
        assert section.parent is None or (section.parent in seen and section.id.startswith(section.parent + "."))
        seen.add(section.id)


@given(DOCUMENTS)
@settings(deadline=None)
def test_every_quote_stands_where_its_span_says(document):
    assert misplaced(pipeline.extract(document)) == []


@given(DOCUMENTS, DOCUMENTS)
@settings(deadline=None)
def test_any_two_documents_can_be_checked(draft, parent):
    below, above = pipeline.extract(draft), pipeline.extract(parent)
    report = pipeline.check(below, [above])
    assert all(found.message for found in report.findings)
    assert sum(report.summary.values()) == len(report.findings)


def misplaced(directive: Directive) -> list:
    """The items whose quote is not the text at their span."""
    items = [*directive.targets, *directive.deadlines, *directive.tasks, *directive.citations]
    named = [owner for task in directive.tasks for owner in (*task.lead, *task.coordinate) if owner.span]
    return [item for item in items if words(directive, item.span) != item.quote] + [
        owner for owner in named if words(directive, owner.span) != owner.name] + [
        section for section in directive.sections if not words(directive, section.span).startswith(section.label)]


def words(directive: Directive, span) -> str:
    return directive.blocks[span.block].text[span.start : span.end]


# Letters in pieces, marks that no eye sees, tones of both habits, letters that small or folded are longer.
ODD = st.lists(st.one_of(st.sampled_from([*"aoyuOUQđðÐß–“İŉﬁ ", "oà", "UỶ"]), st.sampled_from("\u0301\u0323\u0302"),
                         st.sampled_from("\u200b\u00ad\ufeff\u00a0"))).map("".join)
TEXTS = st.one_of(st.text(), ODD)


@given(st.lists(LINES, max_size=25).map("\n".join), st.sampled_from(["table", "json", "csv"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_extracted_or_refused_in_one_line(text, form):
    outcome = chidao("extract", "-", "--format", form, stdin=text.encode(errors="replace"))
    assert (outcome.status, outcome.err.count("\n")) in ((0, 0), (2, 1))


@given(TEXTS)
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_small_letters_keep_every_character_in_its_place(text):
    assert len(small(text)) == len(text)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
@example("a\u200b\u0301")
def test_clean_text_is_composed(text):
    assert is_normalized("NFC", clean(text))
