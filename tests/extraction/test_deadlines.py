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
    "1. Xây dựng chuyên mục “Mỗi ngày một tin tốt”.", "1. Cơ quan Thường trực tổ chức họp.", "1. Báo cáo các vấn đề đột xuất, phát sinh."])
def test_what_is_no_deadline(line):
    assert deadlines(line) == []


def test_a_day_that_no_calendar_has_is_kept_without_an_end_and_told():
    directive = body("I. NHIỆM VỤ", "1. Hoàn thành trước ngày 31/02/2026.")
    assert [(each.kind, each.end) for each in directive.deadlines] == [("date", None)]
    assert [note.code for note in directive.notes] == ["date-impossible"]


def test_a_day_without_a_year_in_a_document_without_a_date_is_told():
    directive = pipeline.extract(document("I. NHIỆM VỤ", "1. Báo cáo trước ngày 15/11."))
    assert [(each.end, note.code) for each, note in zip(directive.deadlines, directive.notes, strict=True)] == [(None, "year-unknown")]


def test_how_things_stood_on_a_day_of_the_opening_is_no_deadline():
    directive = pipeline.extract(document(*STATE_HEAD, OPENING, "Đến ngày 31/8/2025, toàn tỉnh có 92,3% dân số tham gia bảo hiểm y tế.", "1. Vận động người dân."))
    assert (directive.deadlines, directive.targets) == ((), ())


@pytest.mark.parametrize("line", ["1. Tặng tối thiểu 3.200 làn đi chợ trong năm 2026.", "1. Phấn đấu đến hết năm 2026 giải ngân từ 95% kế hoạch vốn trở lên."])
def test_the_bare_year_of_a_target_is_not_its_deadline_too(line):
    directive = body("II. NHIỆM VỤ, GIẢI PHÁP", line)
    assert [each.year for each in directive.targets] == [2026]
    assert directive.deadlines == ()


def test_a_year_among_the_targets_is_their_year_and_no_deadline():
    assert body("II. CHỈ TIÊU", "1. Đến hết năm 2026", "a) 80% hộ dân có thùng rác.").deadlines == ()


@pytest.mark.parametrize(("line", "expected"), [
    ("1. Hạn chót nộp hồ sơ là ngày 05/10/2025.", ("date", "by", None, "2025-10-05", None)),
    ("1. Thời gian hoàn thành: 31/12/2025.", ("date", "by", None, "2025-12-31", None)),
    ("1. Thời gian tổ chức: 15/11/2025.", ("date", "on", None, "2025-11-15", None)),
    ("1. Chiến dịch từ ngày 15/11 đến hết ngày 31/12.", ("period", "within", "2025-11-15", "2025-12-31", None)),
    ("1. Ra quân trong các tháng 9, 10, 11 năm 2025.", ("period", "within", "2025-09-01", "2025-11-30", None)),
    ("1. Hoàn thành trong quý III, quý IV năm 2025.", ("period", "within", "2025-07-01", "2025-12-31", None)),
    ("1. Thực hiện trong 9 tháng đầu năm 2026.", ("period", "within", "2026-01-01", "2026-09-30", None)),
    ("1. Đánh giá, xếp loại 02 lần/năm.", ("recurring", None, None, None, "FREQ=MONTHLY;INTERVAL=6")),
    ("1. Giám sát 2 năm/lần.", ("recurring", None, None, None, "FREQ=YEARLY;INTERVAL=2")),
    ("1. Báo cáo định kỳ hằng tháng trước ngày 25.", ("recurring", "before", None, None, "FREQ=MONTHLY;BYMONTHDAY=25")),
    ("1. Báo cáo trong 24 giờ kể từ khi phát hiện ổ dịch.", ("relative", None, None, None, None)),
    ("1. Gửi tài liệu chậm nhất 05 ngày trước ngày khai mạc kỳ họp.", ("relative", "before", None, None, None)),
    ("1. Đến năm 2030 hoàn thành sắp xếp các điểm trường.", ("period", "by", None, "2030-12-31", None)),
    ("1. Hoàn thành trước năm 2027.", ("date", "before", None, "2027-01-01", None)),
    ("1. Áp dụng hóa đơn điện tử từ ngày 01/01/2026.", ("date", "on", None, "2026-01-01", None)),
])
def test_a_time_in_its_many_forms(line, expected):
    assert deadlines(line) == [expected]


@pytest.mark.parametrize("line", [
    "1. Rà soát công dân sinh từ ngày 01/01/2000 đến ngày 31/12/2007.", "1. Kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025).",
    "1. Trung tâm Giáo dục thường xuyên tổ chức lớp.", "1. Nhà ở xây dựng trước năm 2010 được rà soát.", "1. Thực hiện Chiến lược giáo dục đến năm 2030.",
    "1. Sắp xếp trụ sở dôi dư từ ngày 01/7/2025.", "1. Số liệu tính đến hết ngày 30/6/2025.", "1. Kỳ họp giữa năm 2026 xem xét báo cáo.",
    "1. Trực 24/24 giờ.", "1. Giải quyết hồ sơ trong 03 ngày làm việc."])
def test_what_only_looks_like_a_time(line):
    assert deadlines(line) == []


def test_the_quarter_of_a_heading_holds_for_the_tasks_under_it():
    directive = body("III. TIẾN ĐỘ", "1. Quý IV", "- Tổ chức hội nghị.", "- Báo cáo kết quả trước ngày 20/12.")
    assert [[due.end.isoformat() for due in directive.deadlines_of(task)] for task in directive.tasks] == [["2025-12-31"], ["2025-12-20"]]
