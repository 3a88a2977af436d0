"""What holds for a draft under every text, proved on invented ones: it is made, and loses no task."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.drafting.edits import plain
from pipeline.drafting.markup import FORBIDDEN
from pipeline.drafting.rendering import all_tasks
from pipeline.drafting.writers import DRAFTS
from pipeline.model import Block, Document, Source
from pipeline.profile import EMPTY
from pipeline.text import clean

from .making import profile

LABELS = st.sampled_from(["I.", "II.", "A.", "1.", "2.", "1.1.", "a)", "b)", "f)", "z)", "1/", "-", "+", "▪", "Điều 1.", "Phụ lục II", "(1)", ""])
PHRASES = st.sampled_from([
    "MỤC ĐÍCH, YÊU CẦU", "CHỈ TIÊU", "NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN", "Năm 2025", "Sở Nội vụ chủ trì, phối hợp với Công an tỉnh", "Phổ biến kế hoạch.",
    "80% hộ gia đình có nước sạch", "Từ 90% trở lên học sinh (1.712 em)", "Hơn 4.200 người dân (75%)", "trước ngày 31/02/2026", "trước ngày 15/10/2025",
    "ngày 30 tháng 02", "hằng tháng", "quý IV/2025", "Kế hoạch số 45/KH-UBND ngày 31/02/2025 của UBND tỉnh", "Ban Chỉ đạo {abc} tỉnh", "{0} {unit} {", "}",
    "{{ plan }} {% raw %}", "<b>", "</body>", "a < b & c", "\\g<name>", "UBND các xã, phường", "Tăng cường công tác tuyên truyền. Tập trung vào thôn.",
    "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Số: 45/KH-UBND", "Quảng Ngãi, ngày 31 tháng 02 năm 2025", "KẾ HOẠCH", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"])
LINES = st.tuples(LABELS, st.lists(st.one_of(PHRASES, PHRASES, st.text(max_size=20)), max_size=4)).map(
    lambda line: clean(" ".join([line[0], *line[1]])))
DOCUMENTS = st.lists(LINES, max_size=20).map(lambda lines: Document(
    Source(path="-", format="txt", sha256=""), tuple(Block(kind="paragraph", text=text) for text in lines)))
UNITS = (EMPTY, profile(population={"households": 2140, "pupils": 900}))


@given(DOCUMENTS, st.sampled_from(UNITS), st.sampled_from(["KH", "CV"]), st.sampled_from(["state", "party"]))
@settings(deadline=None)
def test_a_draft_of_every_text_is_made_and_written(document, unit, kind, system):
    made = pipeline.draft(pipeline.extract(document), unit, date(2025, 9, 1), kind=kind, system=system)
    assert all(write(made) for name, write in DRAFTS.items() if name != "docx")


@given(DOCUMENTS)
@settings(deadline=None)
def test_every_task_of_every_text_is_in_the_draft_or_among_what_is_left_out(document):
    parent = pipeline.extract(document)
    made = pipeline.draft(parent, EMPTY, date(2025, 9, 1))
    carried = tuple(all_tasks(made.plan))
    texts = [block.text for block in made.document.blocks]
    assert sum(len(task.origins) for task in carried) + sum(left.kind == "task" for left in made.plan.left_out) == len(parent.tasks)
    assert [words for task in carried if (words := clean(FORBIDDEN.sub("", plain(task.pieces)))) not in "\n".join(texts)] == []
