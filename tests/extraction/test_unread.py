import pytest

from tests.documents import body


def unread(line: str) -> list[str]:
    directive = body("I. NHIỆM VỤ", line)
    return [line[note.span.start : note.span.end] for note in directive.notes if note.code == "figure-not-read"]


def test_a_share_that_no_rule_takes_is_told():
    assert unread("1. So với mục tiêu 80% còn thấp, cần tập trung.") == ["80%"]


@pytest.mark.parametrize("line", [
    "1. Bảo đảm 90% hộ dân dùng nước sạch trước ngày 30/11/2025.", "1. Theo Kế hoạch số 125/KH-UBND ngày 02/6/2025 của UBND tỉnh.",
    "1. Đến nay đã đạt 65% kế hoạch.", "1. Sắp xếp tài sản sau khi tổ chức chính quyền địa phương hai cấp từ ngày 01/7/2025."])
def test_what_is_read_cited_or_past_is_not_told(line):
    assert unread(line) == []


def test_figures_of_the_purposes_and_the_funding_are_not_told():
    directive = body("I. MỤC ĐÍCH", "1. So với mục tiêu 80% còn thấp.", "II. KINH PHÍ", "1. Ngân sách bảo đảm 80%.")
    assert directive.notes == ()
