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
    ("a) 80% hộ dân có thùng rác.", ("1. Giai đoạn 2026 - 2030",), 2030), ("a) Thu ngân sách tăng 15% so với năm 2024.", (), None),
    ("a) 80% hộ dân tham gia Phong trào “Sạch đến năm 2030”.", (), None),
    ("a) 80% hộ dân có thùng rác; chi bộ nào cũng có kế hoạch (thời điểm hoàn thành: tháng 9/2026).", (), 2026),
    ("a) Mở 05 lớp tập huấn; thực hiện từ ngày 01/4 đến hết ngày 31/5/2026.", (), 2026),
    ("a) Mở 05 lớp tập huấn. Hoàn thành nhà văn hóa xã trong năm 2028.", (), None),
    ("a) Đào tạo 40 bác sĩ trong giai đoạn 2026 - 2030; người được đào tạo phục vụ tại tỉnh.", (), 2030),
    ("a) Cắm mốc xong chậm nhất hết tháng 6/2027; 80% hộ dân có thùng rác.", ("1. Năm 2026",), 2026),
    ("a) 80% hộ dân có thùng rác trong năm, tạo đà để đến năm 2028 xã đạt chuẩn.", ("1. Năm 2026",), 2026)])
def test_the_year_is_said_by_the_sentence_or_by_its_heading(line, above, year):
    assert target(line, *above).year == year


def test_each_target_of_a_sentence_has_its_own_year():
    found = body("II. CHỈ TIÊU", "a) Tỷ lệ phủ sóng năm 2025 đạt 60%, năm 2026 đạt 80%, đến năm 2030 đạt 100%.").targets
    assert [(each.value, each.year) for each in found] == [(60, 2025), (80, 2026), (100, 2030)]


def test_a_year_behind_a_comma_is_that_of_the_quantity_behind_it():
    found = body("II. CHỈ TIÊU", "1. Năm 2026", "a) Thu nhập bình quân đạt 46 triệu đồng/người, đến năm 2027 chạm mốc 52 triệu đồng/người.").targets
    assert [(each.value, each.year) for each in found] == [(46_000_000, 2026), (52_000_000, 2027)]


def test_an_inline_list_gives_its_years_to_its_items():
    found = body("1. Thực hiện chỉ tiêu: (1) Năm 2025: 80% CBCCVC; hơn 40% người dân; (2) Năm 2026: 100% CBCCVC.").targets
    assert [(each.value, each.op, each.year) for each in found] == [(80, "eq", 2025), (40, "gt", 2025), (100, "eq", 2026)]


@pytest.mark.parametrize("line", [
    "a) Đến nay đã có 65% hộ dân dùng nước sạch.", "a) Tính đến ngày 31/12/2024, toàn tỉnh mới có 68,4% hộ phân loại rác và 28/41 xã có điểm tập kết.",
    "a) Công dân từ 16 tuổi trở lên được cấp tài khoản.", "a) Điện thoại: 0255.3822222; Fax 0255.3822223.", "a) Thực hiện theo Điều 5 khoản 2 Luật năm 2015.",
    "a) Đưa tin trên 4 loại hình báo chí.", "a) Triển khai Đề án 06 và mô hình học tập 4T.", "a) Trực 24/24 giờ, 07 ngày trong tuần.",
    "a) Gửi 02 bản về Sở Nội vụ.", "a) Xã hiện có 5.600 nhân khẩu.", "a) Cấp phát 450 lít hóa chất đã được Sở Y tế phân bổ.",
    "a) Chi bộ đạt 90 điểm trở lên được xếp loại tốt.", "a) Không còn thôn có dưới 05 đảng viên.", "a) Xây nhà máy nước (công suất 250 m3/ngày)."])
def test_what_is_no_target(line):
    assert body("II. CHỈ TIÊU", line).targets == ()


def test_money_of_the_funding_part_is_no_target():
    assert body("IV. KINH PHÍ THỰC HIỆN", "Ngân sách hỗ trợ 70% chi phí, tối đa 350 triệu đồng.").targets == ()


@pytest.mark.parametrize(("sign", "op"), [("≥ ", "ge"), (">", "gt"), ("≤", "le"), ("< ", "lt")])
def test_a_sign_before_a_number_is_its_operator(sign, op):
    assert target(f"a) Tỷ lệ hộ dân dùng nước sạch đạt {sign}85%.").op == op


def test_a_bound_holds_for_the_next_count_of_its_list():
    found = body("II. NHIỆM VỤ", "1. Chuẩn bị ít nhất 40 xuồng máy và 2.500 áo phao.", "2. Sửa ít nhất 3 km đường và xây 02 cầu.").targets
    assert [(each.value, each.op) for each in found] == [(40, "ge"), (2500, "ge"), (3, "ge"), (2, "eq")]


def test_a_bound_that_is_not_to_be_is_turned_round():
    assert (target("a) Không để nợ thuế vượt quá 5%.").op, target("a) Không để tỷ lệ tiêm chủng dưới 90%.").op) == ("le", "ge")
    assert target("a) Tổng công suất không dưới 1.200 tấn/ngày.").op == "ge"


@pytest.mark.parametrize(("line", "values"), [
    ("a) Đến ngày 31/12/2026, xã có 85% hộ dân dùng nước sạch.", [85]), ("a) Đến cuối năm 2026, toàn xã có 12 sản phẩm OCOP.", [12]),
    ("a) Đến ngày 31/12/2024, xã có 85% hộ dân dùng nước sạch.", []), ("a) Tính đến cuối năm 2024 có 12 sản phẩm OCOP.", [])])
def test_how_things_stand_on_a_day_is_a_target_where_the_day_is_still_to_come(line, values):
    assert [each.value for each in body("II. CHỈ TIÊU", line).targets] == values


def test_the_points_of_a_heading_that_leads_to_aims_are_targets():
    directive = body("2. Tập trung chỉ đạo đạt và vượt các chỉ tiêu chủ yếu:", "- 80% hộ dân có thùng rác.", "- Vận hành 02 nhà máy xử lý rác.")
    assert [each.value for each in directive.targets] == [80, 2]
    assert directive.tasks == ()


def test_a_change_to_a_level_is_a_level():
    assert (target("a) Tỷ lệ chôn lấp giảm xuống dưới 30%.").change, target("a) Tỷ lệ chôn lấp giảm ít nhất 10%.").change) == (None, "down")


def test_the_first_noun_behind_an_open_number_is_its_unit():
    assert target("a) Duy trì ít nhất 5 kênh truyền thông số.").unit == "kênh"


def figures(*lines: str) -> list[tuple]:
    return [(each.value, each.upper, each.unit, each.op, each.change, each.year) for each in body("II. CHỈ TIÊU", *lines).targets]


@pytest.mark.parametrize(("line", "expected"), [
    ("- Số lao động được tạo việc làm mới: 1.200 người.", (1200, None, "người", "eq", None, None)),
    ("- Tám mươi phần trăm số thôn có nhà văn hóa.", (80, None, "%", "eq", None, None)),
    ("- Tỷ suất sinh thô giảm 0,2‰ mỗi năm.", (0.2, None, "‰/năm", "eq", "down", None)),
    ("- Tỷ số giới tính khi sinh dưới 111 bé trai/100 bé gái.", (111, None, "bé trai/100 bé gái", "lt", None, None)),
    ("- Tổng thu ngân sách phấn đấu vượt 8% dự toán tỉnh giao.", (8, None, "%", "eq", "up", None)),
    ("- Vượt 75% dân số tham gia.", (75, None, "%", "gt", None, None)),
    ("- Giảm số vụ cháy từ 5% trở lên so với năm 2024.", (5, None, "%", "ge", "down", None)),
    ("- Tăng gấp ba lần số hợp tác xã.", (3, None, "lần", "eq", "up", None)),
    ("- Phấn đấu cuối năm 2026 tỷ lệ hộ nghèo còn 4,2%.", (4.2, None, "%", "eq", None, 2026)),
    ("- Xóa 100% nhà tạm trước ngày 31/12/2025.", (100, None, "%", "eq", None, 2025)),
    ("- Trong 6 tháng cuối năm 2025 phấn đấu thêm 03 thôn đạt chuẩn.", (3, None, "thôn", "eq", None, 2025)),
    ("- Chỉ số cải cách hành chính đạt từ 88 điểm trở lên.", (88, None, "điểm", "ge", None, None)),
    ("- Ít nhất 2/3 số thôn có đội dân phòng.", (66.67, None, "%", "ge", None, None)),
    ("- Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 120 triệu đồng.", (120000000, None, "đồng", "eq", None, None)),
    ("- Tỷ lệ hộ nghèo giảm từ 1,5 - 2 điểm phần trăm mỗi năm.", (1.5, 2, "điểm phần trăm/năm", "range", "down", None)),
    ("- Huy động 1 tỷ 250 triệu đồng xã hội hóa.", (1250000000, None, "đồng", "eq", None, None)),
])
def test_a_figure_in_its_many_forms(line, expected):
    assert figures(line) == [expected]


@pytest.mark.parametrize("line", [
    "- Dân số 8.450 người, 2.015 hộ.", "- Lãi suất cho vay 6,6%/năm.", "- Mức hỗ trợ 5 triệu đồng/hộ.", "- Kết quả 6 tháng đầu năm đạt 48% dự toán.",
    "- Nộp 03 bộ hồ sơ, mỗi bộ 02 bản chính.", "- Xe máy trên 50 cm3.", "- Thực hiện “5 không, 3 sạch”, “4 tại chỗ”.", "- Kiểm tra tại 05 thôn.",
    "- Từ 60% năm 2023 lên 72% năm 2024.", "- Chia thành nhóm 3 trường để sinh hoạt.", "- Đoàn gồm 07 đồng chí.", "- Đạt sản phẩm OCOP 3 sao trở lên.",
    "- Xử phạt từ 3.000.000 đồng đến 5.000.000 đồng.", "- Ngân sách xã đối ứng 30%."])
def test_what_only_looks_like_a_figure_to_reach(line):
    assert figures(line) == []


def test_a_bare_count_is_a_target_among_the_targets_alone():
    line = "1. Rà soát 156 hộ nghèo: 12 hộ ở thôn Làng Mới."
    assert body("II. NHIỆM VỤ", line).targets == ()


def test_the_counts_of_one_list_share_its_verb():
    found = body("II. NHIỆM VỤ", "1. Tổ chức 01 hội nghị tổng kết, 02 hội nghị chuyên đề và 03 đợt kiểm tra.").targets
    assert [(each.value, each.unit) for each in found] == [(1, "hội nghị"), (2, "hội nghị"), (3, "đợt")]


def test_a_change_holds_for_the_next_figure_of_its_list_but_not_for_one_with_an_outcome():
    found = body("II. CHỈ TIÊU", "- Giảm 50% thời gian, 30% chi phí tuân thủ.", "- Thu nội địa tăng 10%, 95% hộ kinh doanh dùng hóa đơn điện tử.").targets
    assert [(each.value, each.change) for each in found] == [(50, "down"), (30, "down"), (10, "up"), (95, None)]


def test_the_outcome_behind_a_list_holds_for_all_its_figures():
    found = body("II. CHỈ TIÊU", "- Ít nhất 90% tổ chức đảng và 95% đảng viên được xếp loại hoàn thành tốt nhiệm vụ.").targets
    assert [(each.subject, each.outcome) for each in found] == [
        ("tổ chức đảng", "được xếp loại hoàn thành tốt nhiệm vụ"), ("đảng viên", "được xếp loại hoàn thành tốt nhiệm vụ")]


def test_a_vision_beyond_the_year_is_not_its_year():
    assert target("a) 80% hộ dân có thùng rác.", "1. Đến năm 2030, tầm nhìn đến năm 2045").year == 2030


@pytest.mark.parametrize(("line", "subjects"), [
    ("- Quy mô kinh tế số đạt tối thiểu 30% GRDP.", ["Quy mô kinh tế số"]),
    ("- Tỷ lệ hài lòng của người dân, doanh nghiệp đạt tối thiểu 95%.", ["Tỷ lệ hài lòng của người dân, doanh nghiệp"]),
    ("- Thu nhập bình quân đạt 75 triệu đồng/người/năm.", ["Thu nhập bình quân"]),
    ("- Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm.", ["Tỷ lệ hộ nghèo"]),
    ("- 100% cán bộ, công chức cấp tỉnh, 80% cán bộ, công chức cấp xã sử dụng chữ ký số.", ["cán bộ, công chức cấp tỉnh", "cán bộ, công chức cấp xã"]),
    ("- Tỷ lệ doanh nghiệp đổi mới sáng tạo đạt trên 40% trong tổng số doanh nghiệp.", ["Tỷ lệ doanh nghiệp đổi mới sáng tạo"]),
    ("- Thu hút 12 dự án với tổng vốn lớn.", ["dự án"]),
    ("- Đến hết quý II/2026 đạt 50% kế hoạch vốn.", ["kế hoạch vốn"]),
])
def test_the_subject_is_what_is_counted_or_measured(line, subjects):
    assert [each.subject for each in body("II. CHỈ TIÊU", line).targets] == subjects


def test_the_year_right_behind_a_figure_is_its_own():
    assert [each.year for each in body("II. CHỈ TIÊU", "- Tỷ lệ đô thị hóa đạt 50% vào năm 2030, 65% vào năm 2045.").targets] == [2030, 2045]


def test_a_figure_without_a_unit_is_an_index_or_is_told_of():
    directive = body("II. CHỈ TIÊU", "- Chỉ số phát triển con người (HDI) duy trì trên 0,7.", "- Chỉ số cải cách hành chính xếp thứ 15.")
    assert [(each.value, each.unit, each.op) for each in directive.targets] == [(0.7, "", "gt")]
    assert "figure-not-read" in {note.code for note in directive.notes}


@pytest.mark.parametrize("line", [
    "1. Đối với thôn có dưới 100 cử tri: tổ chức hội nghị toàn thể.", "1. Trường hợp đơn vị có trên 50 người thì bầu đại diện.",
    "1. Những người không đạt sự tín nhiệm của trên 50% cử tri thì không đưa vào danh sách.", "1. Hội nghị cử Tổ kiểm phiếu gồm từ 05 đến 15 người.",
    "1. Người trúng cử là người được trên 50% số phiếu hợp lệ."])
def test_conditions_and_rules_of_voting_are_no_targets(line):
    assert body("II. NHIỆM VỤ", line).targets == ()


@pytest.mark.parametrize("figure", ["1,250 tỷ đồng", "1 250 tỷ đồng", "1,2505 tỷ đồng", "2,500%"])
def test_no_part_of_a_figure_is_taken_for_it(figure):
    directive = body("II. CHỈ TIÊU", f"1. Thu ngân sách đạt ít nhất {figure}.")
    assert directive.targets == ()
    assert "figure-not-read" in {note.code for note in directive.notes} or figure == "1,2505 tỷ đồng"


@pytest.mark.parametrize(("line", "value", "unit"), [
    ("1. Xuất khẩu đạt 64,1 triệu USD.", 64_100_000, "USD"), ("1. Thu ngân sách đạt 34,76 nghìn tỷ đồng.", 34_760_000_000_000, "đồng"),
    ("1. Thu ngân sách đạt 3 tỷ rưỡi đồng.", 3_500_000_000, "đồng"), ("1. Tỷ suất sinh thô giảm còn 0,4%o.", 0.4, "‰")])
def test_a_sum_is_exact_to_the_unit(line, value, unit):
    assert [(each.value, each.unit) for each in body("II. CHỈ TIÊU", line).targets] == [(value, unit)]


def test_the_year_that_is_compared_with_is_of_no_target():
    found = body("II. CHỈ TIÊU", "1. Phấn đấu tăng 8% so với ước thực hiện năm 2024; xuất khẩu đạt 5 tỷ USD.").targets
    assert [each.year for each in found] == [None, None]
