import pytest

import pipeline
from tests.documents import OPENING, STATE_HEAD, body, document


def deadlines(line: str) -> list[tuple]:
    return [(each.kind, each.bound, each.start and each.start.isoformat(), each.end and each.end.isoformat(), each.rrule)
            for each in body("III. NHIỆM VỤ", line).deadlines]


@pytest.mark.parametrize(("line", "expected"), [
    ("1. Gửi báo cáo trước ngày 15/11 để tổng hợp.", [("date", "before", None, "2025-11-15", None)]),
    ("1. Báo cáo trước ngày 20/11/2025 hoặc đột xuất khi có yêu cầu.", [("date", "before", None, "2025-11-20", None), ("on_request", None, None, None, None)]),
    ("1. Hoàn thành trong quý IV/2025.", [("period", "within", "2025-10-01", "2025-12-31", None)]),
    ("1. Tổ chức từ ngày 01/9 đến ngày 30/9/2025.", [("period", "within", "2025-09-01", "2025-09-30", None)]),
    ("1. Tổng kết đánh giá kết quả theo định kỳ (3 tháng, 6 tháng, 1 năm).", [
        ("recurring", None, None, None, "FREQ=MONTHLY;INTERVAL=3"), ("recurring", None, None, None, "FREQ=MONTHLY;INTERVAL=6"),
        ("recurring", None, None, None, "FREQ=YEARLY")]),
    ("1. Kiểm tra hằng năm hoặc đột xuất.", [("recurring", None, None, None, "FREQ=YEARLY"), ("on_request", None, None, None, None)]),
])
def test_one_sentence_may_hold_several_times(line, expected):
    assert deadlines(line) == expected


@pytest.mark.parametrize("line", [
    "1. Thực hiện Công văn số 639/SKHCN-BCVT&CĐS ngày 05/8/2025 của Sở Khoa học và Công nghệ.", "1. Thực hiện phong trào giai đoạn 2023 - 2030.",
    "1. Khẩn trương, kịp thời triển khai.", "1. Áp dụng kỹ năng số trong cuộc sống hằng ngày.", "1. Luật có hiệu lực từ ngày 01/7/2025.",
    "1. Cơ quan Thường trực tổ chức họp.", "1. Báo cáo các vấn đề đột xuất, phát sinh."])
def test_what_is_no_deadline(line):
    assert deadlines(line) == []


def test_a_day_that_no_calendar_has_is_kept_without_an_end_and_told():
    directive = body("III. NHIỆM VỤ", "1. Hoàn thành trước ngày 31/02/2026.")
    assert [(each.kind, each.end) for each in directive.deadlines] == [("date", None)]
    assert [note.code for note in directive.notes] == ["date-impossible"]


def test_a_day_without_a_year_in_a_document_without_a_date_is_told():
    directive = pipeline.extract(document("III. NHIỆM VỤ", "1. Báo cáo trước ngày 15/11."))
    assert [(each.end, note.code) for each, note in zip(directive.deadlines, directive.notes, strict=True)] == [(None, "year-unknown")]


def test_how_things_stood_on_a_day_of_the_opening_is_no_deadline():
    directive = pipeline.extract(document(*STATE_HEAD, OPENING, "Đến ngày 31/8/2025, toàn tỉnh có 92,3% dân số tham gia bảo hiểm y tế.", "1. Vận động người dân."))
    assert (directive.deadlines, directive.targets) == ((), ())


def test_a_year_among_the_targets_is_their_year_and_no_deadline():
    assert body("II. CHỈ TIÊU", "1. Đến hết năm 2026", "a) 80% hộ dân có thùng rác.").deadlines == ()
