"""Which targets apply to the unit, in which words, and with which figures."""

import pytest

from pipeline.drafting import targets
from pipeline.drafting.edits import plain
from pipeline.drafting.items import CarriedTarget, LeftOut
from pipeline.model import Block, Cell, Measure

from .making import directive, section, setting, target

ADULTS = "70% người dân trong độ tuổi trưởng thành có tri thức cơ bản về chuyển đổi số"


def outcome(text: str, quote: str, parts: dict | None = None, **fields) -> CarriedTarget | LeftOut:
    parent = directive(text, sections=(section("II", "CHỈ TIÊU", role="targets"),), targets=(target(text, quote, **fields),))
    return targets.outcomes(parent, frozenset(), {}, setting(**(parts or {})))[0]


def words(outcome: CarriedTarget) -> str:
    return plain(outcome.pieces)


def codes(outcome: CarriedTarget) -> list[str]:
    return [piece.decision.code for piece in outcome.pieces if piece.decision]


def test_a_share_becomes_a_head_count_where_the_profile_knows_the_base():
    carried = outcome(f"a) {ADULTS}.", "70% người dân trong độ tuổi trưởng thành", {"population": {"adults": 5600}},
                      subject="người dân trong độ tuổi trưởng thành", year=2025)
    assert words(carried).startswith("70% người dân trong độ tuổi trưởng thành (khoảng 3.920 người) có tri thức")
    assert (carried.count, carried.year) == (3920, 2025)
    assert "70% × 5.600 = 3.920" in carried.remarks[0]


def test_a_head_count_is_never_less_than_the_share():
    carried = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", {"population": {"adults": 5613}},
                      subject="người dân trong độ tuổi trưởng thành")
    assert carried.count == 3930  # 3929.1 people


def test_without_a_base_the_share_stays_and_is_marked():
    carried = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", subject="người dân trong độ tuổi trưởng thành")
    assert carried.count is None
    assert codes(carried) == ["base"]


def test_the_base_of_a_wider_group_is_not_used():
    carried = outcome("100% học sinh trung học được trang bị kỹ năng", "100% học sinh trung học", {"population": {"pupils": 1400}},
                      subject="học sinh trung học")
    assert carried.count is None


@pytest.mark.parametrize(("text", "quote", "fields"), [
    ("Khối lượng chất thải tăng 5% so với năm 2024", "tăng 5%", {"change": "up", "subject": "Khối lượng chất thải"}),
    ("Tỷ lệ lao động qua đào tạo đạt 70%", "đạt 70%", {"subject": "Tỷ lệ lao động qua đào tạo"}),
    ("Không quá 2% hồ sơ trễ hạn", "Không quá 2% hồ sơ", {"op": "le", "subject": "hồ sơ"}),
])
def test_a_change_a_rate_or_an_upper_bound_is_no_number_of_people(text, quote, fields):
    carried = outcome(text, quote, {"population": {"workers": 90}}, **fields)
    assert words(carried) == text
    assert carried.count is None


def test_a_lower_bound_is_not_torn_apart():
    text = "Tỷ lệ bao phủ đạt từ 95% dân số trở lên"
    assert words(outcome(text, "từ 95% dân số trở lên", {"population": {"people": 8650}}, op="ge", subject="dân số")) == text


def test_groups_that_the_unit_lacks_leave_the_target_and_the_clerk_is_told():
    carried = outcome("100% học sinh trung học và sinh viên được trang bị kỹ năng", "100% học sinh trung học và sinh viên",
                      subject="học sinh trung học và sinh viên")
    assert "sinh viên" not in words(carried)
    assert any("sinh viên" in remark for remark in carried.remarks)


@pytest.mark.parametrize(("text", "quote", "parts", "reason"), [
    ("100% sinh viên có tài khoản số", "100% sinh viên", {}, "không có đối tượng này (sinh viên)"),
    ("100% khu công nghiệp có hệ thống xử lý nước thải", "100% khu công nghiệp", {"groups": {"absent": ["khu công nghiệp"]}},
     "không có đối tượng này (khu công nghiệp)"),
    ("Trên 50% hộ ở vùng cửa khẩu có điện", "50% hộ", {"groups": {"absent": ["cửa khẩu"]}}, "cửa khẩu"),
])
def test_a_target_for_whom_the_unit_lacks_is_left_out_with_the_reason(text, quote, parts, reason):
    left = outcome(text, quote, parts, subject=text.split("% ")[1].split(" có")[0])
    assert isinstance(left, LeftOut)
    assert reason in left.reason


def test_a_sum_for_the_whole_province_is_left_out():
    text = "Toàn tỉnh xây dựng mới 24 công trình cấp nước; huy động không dưới 120 tỷ đồng"
    left = outcome(text, "24 công trình", unit="công trình", subject="cấp nước")
    assert "toàn tỉnh" in left.reason


def test_a_number_that_is_asked_of_each_commune_is_the_units_own():
    carried = outcome("Mỗi xã, phường, đặc khu xây dựng ít nhất 01 mô hình", "ít nhất 01 mô hình", unit="mô hình", op="ge")
    assert words(carried) == "Xã xây dựng ít nhất 01 mô hình"
    assert codes(carried) == []


def test_a_number_that_is_given_to_nobody_is_carried_and_marked():
    carried = outcome("Trồng mới 3.200 ha rừng", "3.200 ha", unit="ha", subject="rừng")
    assert codes(carried) == ["absolute"]


def test_a_share_of_the_communes_keeps_their_name():
    carried = outcome("100% xã, phường, đặc khu có trung tâm học tập cộng đồng", "100% xã, phường, đặc khu", subject="xã, phường, đặc khu")
    assert words(carried) == "Xã góp phần hoàn thành chỉ tiêu 100% xã, phường, đặc khu có trung tâm học tập cộng đồng"


def test_the_profile_raises_a_target_in_its_year_only():
    raises = {"targets": {"raises": {"có tri thức cơ bản": {"2025": 80}}}, "population": {"adults": 5600}}
    first = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", raises, subject="người dân trong độ tuổi trưởng thành", year=2025)
    second = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", raises, subject="người dân trong độ tuổi trưởng thành", year=2026)
    assert words(first).startswith("80% người dân trong độ tuổi trưởng thành (khoảng 4.480 người) có")
    assert first.value == 80
    assert second.value == 70


def test_the_profile_never_lowers_a_target_silently():
    lower = {"targets": {"raises": {"có tri thức cơ bản": 60}}}
    carried = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", lower, subject="người dân trong độ tuổi trưởng thành")
    assert words(carried).startswith("70%")
    assert carried.value == 70
    assert codes(carried) == ["lowered"]


def test_where_less_is_better_the_lower_figure_is_the_raise():
    carried = outcome("Không quá 5% hồ sơ trễ hạn", "5% hồ sơ", {"targets": {"raises": {"hồ sơ trễ hạn": 2}}}, op="le", subject="hồ sơ")
    assert words(carried) == "Không quá 2% hồ sơ trễ hạn"


def test_a_raised_range_becomes_one_figure():
    carried = outcome("65 - 70% hộ gia đình dùng nước sạch", "65 - 70% hộ gia đình", {"targets": {"raises": {"nước sạch": 70}}},
                      op="range", upper=70, subject="hộ gia đình")
    assert words(carried).startswith("70% hộ gia đình")
    assert (carried.value, carried.op) == (70, "eq")


def test_a_raise_keeps_the_leading_zero():
    raises = {"targets": {"raises": {"mô hình": 2}}}
    carried = outcome("Mỗi xã có ít nhất 01 mô hình", "ít nhất 01 mô hình", raises, unit="mô hình", op="ge")
    assert words(carried) == "Xã có ít nhất 02 mô hình"


def test_the_place_changes_to_the_units():
    carried = outcome("hơn 40% người dân trên địa bàn tỉnh được xác nhận", "hơn 40% người dân trên địa bàn tỉnh", op="gt",
                      subject="người dân trên địa bàn tỉnh")
    assert words(carried).startswith("Hơn 40% người dân trên địa bàn xã Kon Braih")


def test_a_target_whose_year_is_over_is_marked():
    carried = outcome(ADULTS, "70% người dân trong độ tuổi trưởng thành", {"population": {"adults": 10}},
                      subject="người dân trong độ tuổi trưởng thành", year=2024)
    assert codes(carried) == ["target_past"]


def test_an_item_remembers_its_origin_by_a_fingerprint_of_the_words():
    one, same, other = (outcome(text, "70% người dân", subject="người dân").origins[0] for text in (
        f"a) {ADULTS}.", f"- {ADULTS.replace('hóa', 'hoá')};", f"a) {ADULTS} quốc gia."))
    assert (one.parent, one.section, one.quote) == ("Kế hoạch số 45/KH-UBND", "II", ADULTS)
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_each_clause_of_a_list_is_an_item_of_its_own():
    text = "c) 60% hộ gia đình đạt danh hiệu; 50% dòng họ đạt danh hiệu."
    pair = tuple(target(text, f"{share} {group}", subject=group) for share, group in (("60%", "hộ gia đình"), ("50%", "dòng họ")))
    parent = directive(text, targets=pair)
    assert [words(each) for each in targets.outcomes(parent, frozenset(), {}, setting(population={"households": 100}))] == [
        "60% hộ gia đình (khoảng 60 hộ) đạt danh hiệu", "50% dòng họ đạt danh hiệu"]


def test_a_clause_with_figures_for_several_years_is_carried_once():
    text = "Tỷ lệ sàng lọc năm 2026 đạt 55%, năm 2028 đạt 62%"
    pair = tuple(target(text, quote, subject="Tỷ lệ sàng lọc", year=year) for quote, year in (("đạt 55%", 2026), ("đạt 62%", 2028)))
    carried = targets.outcomes(directive(text, targets=pair), frozenset(), {}, setting())
    assert [(words(each), each.year) for each in carried] == [(text, None)]


def test_years_come_in_their_order_and_those_of_none_last():
    made = [target(ADULTS, "70% người dân", year=year, subject="người dân", block=number) for number, year in enumerate((2026, None, 2025))]
    parent = directive(ADULTS, ADULTS, ADULTS, targets=tuple(made))
    years = targets.by_year(targets.outcomes(parent, frozenset(), {}, setting()))
    assert [(year.year, year.title) for year in years] == [(2025, "Năm 2025"), (2026, "Năm 2026"), (None, None)]


def test_a_year_bears_the_parents_own_heading():
    sections = (section("II", "CHỈ TIÊU", role="targets"), section("II.1", "Đến hết năm 2026", role="targets"))
    parent = directive(ADULTS, sections=sections, targets=(target(ADULTS, "70% người dân", year=2026, section="II.1"),))
    assert targets.by_year(targets.outcomes(parent, frozenset(), {}, setting()))[0].title == "Đến hết năm 2026"


def test_targets_told_as_purpose_are_not_set():
    found = target(ADULTS, "70% người dân", section="I")
    parent = directive(ADULTS, sections=(section("I", "MỤC ĐÍCH", role="purpose"),), targets=(found,))
    assert targets.outcomes(parent, frozenset(), {}, setting()) == ()


def test_without_blocks_the_quote_is_carried():
    found = target(ADULTS, "70% người dân", subject="người dân")
    carried = targets.outcomes(directive(targets=(found,)), frozenset(), {}, setting(population={"people": 100}))[0]
    assert words(carried) == "70% người dân (khoảng 70 người)"


@pytest.mark.parametrize(("subject", "unit", "quote", "expected"), [
    ("Hộ gia đình phân loại rác", "%", "45", "45% hộ gia đình phân loại rác (khoảng 963 hộ)"),
    ("Vụ việc hòa giải thành", "%", "Từ 85 trở lên", "Từ 85% trở lên vụ việc hòa giải thành"),
    ("Tỷ lệ hộ nghèo", "%", "Dưới 3", "Tỷ lệ hộ nghèo đạt dưới 3%"),
    ("Nhà đại đoàn kết được xây dựng", "căn", "417", "Nhà đại đoàn kết được xây dựng: đạt 417 căn"),
])
def test_a_figure_of_a_table_becomes_a_sentence(subject, unit, quote, expected):
    found = target(quote, quote, unit=unit, subject=subject, year=2025)
    cell = Block(kind="cell", text=quote, cell=Cell(table=0, row=1, column=3))
    parent = directive(targets=(found,)).model_copy(update={"blocks": (cell,)})
    carried = targets.outcomes(parent, frozenset(), {}, setting(population={"households": 2140}))[0]
    assert words(carried) == expected


@pytest.mark.parametrize("label", ["1/ ", "▪ ", "A. ", "Điều 1. ", "a) ", "- ", "1.2. ", "(1) ", "a)"])
def test_an_item_is_carried_without_its_label(label):
    assert words(outcome(f"{label}Có 90% thôn đạt chuẩn", "90% thôn", subject="thôn")) == "Có 90% thôn đạt chuẩn"


@pytest.mark.parametrize("label", ["1/ ", "▪ ", "A. ", "e) "])
def test_a_sum_of_the_whole_province_is_seen_behind_any_label(label):
    left = outcome(f"{label}Toàn tỉnh xây dựng 12 mô hình; sửa chữa 24 công trình", "24 công trình", unit="công trình")
    assert isinstance(left, LeftOut)


def test_a_figure_at_the_head_of_a_clause_is_no_label():
    assert words(outcome("- 1.5 triệu lượt; 90% thôn", "1.5 triệu lượt", unit="lượt")) == "1.5 triệu lượt"


@pytest.mark.parametrize(("text", "expected"), [
    ("100% hộ gia đình nông thôn thực hiện phân loại rác", "100% hộ gia đình nông thôn (khoảng 2.140 hộ) thực hiện phân loại rác"),
    ("Từ 80% trở lên hộ gia đình nông thôn có nước sạch", "Từ 80% trở lên hộ gia đình nông thôn (khoảng 1.712 hộ) có nước sạch"),
    ("Hơn 50% hộ gia đình nông thôn trên địa bàn tỉnh có nước sạch", "Hơn 50% hộ gia đình nông thôn trên địa bàn xã Kon Braih (khoảng 1.070 hộ) có nước sạch"),
])
def test_the_number_stands_behind_whom_it_counts(text, expected):
    quote = text.split(" thực")[0].split(" có")[0]
    carried = outcome(text, quote, {"population": {"households": 2140}}, subject=quote[quote.index("hộ gia đình"):])
    assert words(carried) == expected
    assert carried.count


@pytest.mark.parametrize(("bases", "expected"), [
    ({"households": 1420}, "Ít nhất 80% hộ gia đình (khoảng 1.136 hộ) phân loại rác"), ({}, "Ít nhất 80% hộ gia đình phân loại rác")])
def test_the_parents_own_number_of_people_is_not_the_units(bases, expected):
    carried = outcome("a) Ít nhất 80% hộ gia đình (1.712 hộ) phân loại rác", "Ít nhất 80% hộ gia đình (1.712 hộ)", {"population": bases},
                      op="ge", subject="hộ gia đình", also=Measure(value=1712, unit="hộ"))
    assert words(carried) == expected
    assert any("1.712 hộ" in remark for remark in carried.remarks)


def test_a_date_that_no_calendar_has_is_left_blank_in_a_target():
    carried = outcome("80% thôn có điện trước ngày 31/02/2026", "80% thôn", subject="thôn")
    assert (words(carried), codes(carried)) == ("80% thôn có điện trước ngày …", ["date_impossible"])
