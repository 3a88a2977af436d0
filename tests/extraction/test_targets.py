import pytest

from tests.documents import body


def target(line: str, *above: str):
    found, = body("II. CHỈ TIÊU", *above, line).targets
    return found


@pytest.mark.parametrize(("line", "subject", "outcome"), [
    ("a) 80% cán bộ, công chức trong khu vực công có hiểu biết về chuyển đổi số.", "cán bộ, công chức trong khu vực công", "có hiểu biết về chuyển đổi số"),
    ("a) Hơn 4.200 người dân (75%) trên địa bàn xã được cấp chữ ký số.", "trên địa bàn xã", "được cấp chữ ký số"),
    ("a) Tỷ lệ hộ nghèo giảm 2%.", "Tỷ lệ hộ nghèo", None),
    ("a) Từ 80% trở lên hộ gia đình (khoảng 1.712 hộ) phân loại rác.", "hộ gia đình", "phân loại rác"),
    ("a) Phấn đấu tỷ lệ hồ sơ trực tuyến đạt 80% vào năm 2026.", "tỷ lệ hồ sơ trực tuyến", None),
])
def test_the_subject_ends_where_the_outcome_begins(line, subject, outcome):
    found = target(line)
    assert (found.subject, found.outcome) == (subject, outcome)


@pytest.mark.parametrize(("line", "above", "year"), [
    ("a) 80% hộ dân có thùng rác.", ("1. Năm 2025",), 2025), ("a) 80% hộ dân có thùng rác.", ("1. Đến năm 2030",), 2030),
    ("a) Đến năm 2027, 80% hộ dân có thùng rác.", ("1. Năm 2025",), 2027), ("a) 80% hộ dân có thùng rác vào năm 2026.", (), 2026),
    ("a) 80% hộ dân có thùng rác.", ("1. Giai đoạn 2026 - 2030",), None), ("a) Thu ngân sách tăng 15% so với năm 2024.", (), None),
    ("a) 80% hộ dân tham gia Phong trào “Sạch đến năm 2030”.", (), None)])
def test_the_year_is_said_by_the_sentence_or_by_its_heading(line, above, year):
    assert target(line, *above).year == year


def test_each_target_of_a_sentence_has_its_own_year():
    found = body("II. CHỈ TIÊU", "a) Tỷ lệ phủ sóng năm 2025 đạt 60%, năm 2026 đạt 80%, đến năm 2030 đạt 100%.").targets
    assert [(each.value, each.year) for each in found] == [(60, 2025), (80, 2026), (100, 2030)]


def test_an_inline_list_gives_its_years_to_its_items():
    found = body("1. Thực hiện chỉ tiêu: (1) Năm 2025: 80% CBCCVC; hơn 40% người dân; (2) Năm 2026: 100% CBCCVC.").targets
    assert [(each.value, each.op, each.year) for each in found] == [(80, "eq", 2025), (40, "gt", 2025), (100, "eq", 2026)]


@pytest.mark.parametrize("line", [
    "a) Đến nay đã có 65% hộ dân dùng nước sạch.", "a) Tính đến ngày 31/12/2024, toàn tỉnh mới có 68,4% hộ phân loại rác và 28/41 xã có điểm tập kết.",
    "a) Công dân từ 16 tuổi trở lên được cấp tài khoản.", "a) Điện thoại: 0255.3822222; Fax 0255.3822223.", "a) Thực hiện theo Điều 5 khoản 2 Luật năm 2015.",
    "a) Đưa tin trên 4 loại hình báo chí.", "a) Triển khai Đề án 06 và mô hình học tập 4T.", "a) Trực 24/24 giờ, 07 ngày trong tuần.",
    "a) Gửi 02 bản về Sở Nội vụ.", "a) Xã hiện có 5.600 nhân khẩu."])
def test_what_is_no_target(line):
    assert body("II. CHỈ TIÊU", line).targets == ()


def test_money_of_the_funding_part_is_no_target():
    assert body("IV. KINH PHÍ THỰC HIỆN", "Ngân sách hỗ trợ 70% chi phí, tối đa 350 triệu đồng.").targets == ()


def test_a_change_to_a_level_is_a_level():
    assert (target("a) Tỷ lệ chôn lấp giảm xuống dưới 30%.").change, target("a) Tỷ lệ chôn lấp giảm ít nhất 10%.").change) == (None, "down")


def test_the_first_noun_behind_an_open_number_is_its_unit():
    assert target("a) Thu hút ít nhất 5 tổ chức, doanh nghiệp công nghệ hàng đầu.").unit == "tổ chức"
