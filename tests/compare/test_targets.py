"""Targets of a parent beside the draft's: paired, compared, and judged."""

import pytest

from pipeline.profile import EMPTY, Groups, Profile
from tests.compare.written import Line, aim, checked, commune, duty, found, province

NO_STUDENTS = Profile(groups=Groups(absent=("sinh viên",)))
CLEAN_WATER = "hộ gia đình sử dụng nước sạch đạt quy chuẩn"
CONFIRMED = "được xác nhận đạt phổ cập tri thức về chuyển đổi số trên nền tảng VNeID"


def statuses(draft, *parents, profile=EMPTY):
    return [row.status for row in checked(draft, *parents, profile=profile).coverage]


def water(value: float, year: int | None = 2026, **rest):
    return aim(f"Tỷ lệ {CLEAN_WATER} là {value}%", value, year=year, subject=f"Tỷ lệ {CLEAN_WATER}", **rest)


@pytest.mark.parametrize(("asked", "promised", "status"), [(75, 75, "met"), (75, 80, "raised"), (75, 70, "lowered")])
def test_a_share_is_met_raised_or_lowered(asked, promised, status):
    assert statuses(commune(water(promised)), province(water(asked))) == [status]


def test_a_lowered_share_is_an_error_that_quotes_both_sides():
    [finding] = found("target-lowered", commune(water(70)), province(water(75)))
    assert finding.severity == "error"
    assert "70%" in finding.message
    assert "75%" in finding.message
    assert finding.quote.endswith("70%")
    assert finding.parent_quote.endswith("75%")


@pytest.mark.parametrize(("asked", "promised"), [("eq", "approx"), ("ge", "approx"), ("gt", "ge"), ("ge", "le"), ("eq", "lt")])
def test_a_weaker_operator_lowers_the_same_number(asked, promised):
    assert statuses(commune(water(80, op=promised)), province(water(80, op=asked))) == ["lowered"]


@pytest.mark.parametrize(("asked", "promised"), [("eq", "ge"), ("ge", "eq"), ("approx", "eq"), ("ge", "gt"), ("gt", "gt")])
def test_as_strong_an_operator_keeps_the_same_number(asked, promised):
    assert statuses(commune(water(80, op=promised)), province(water(80, op=asked))) == ["met"]


def test_an_upper_bound_never_answers_a_lower_one():
    assert statuses(commune(water(90, op="le")), province(water(80, op="ge"))) == ["lowered"]


def late_files(value: float, op: str = "le"):
    return aim(f"Không quá {value}% hồ sơ giải quyết trễ hạn", value, op=op, year=2026, subject="hồ sơ", outcome="giải quyết trễ hạn")


@pytest.mark.parametrize(("promised", "status"), [(5, "met"), (3, "raised"), (8, "lowered")])
def test_where_less_is_better_a_higher_number_is_lower(promised, status):
    assert statuses(commune(late_files(promised)), province(late_files(5))) == [status]


def poverty(value: float):
    return aim(f"Giảm tỷ lệ hộ nghèo xuống còn {value}%", value, year=2026, subject="tỷ lệ hộ nghèo")


def test_a_level_that_is_to_fall_is_lowered_by_a_higher_number():
    assert statuses(commune(poverty(5)), province(poverty(3))) == ["lowered"]
    assert statuses(commune(poverty(2)), province(poverty(3))) == ["raised"]


def test_a_decrease_is_lowered_by_a_smaller_one():
    parent = aim("Tỷ lệ hộ nghèo giảm 2%/năm", 2, "%/năm", change="down", subject="Tỷ lệ hộ nghèo")
    draft = aim("Tỷ lệ hộ nghèo giảm 1%/năm", 1, "%/năm", change="down", subject="Tỷ lệ hộ nghèo")
    assert statuses(commune(draft), province(parent)) == ["lowered"]


def test_a_figure_within_a_range_meets_it_and_one_below_does_not():
    parent = water(65, upper=70, op="range")
    assert statuses(commune(water(65)), province(parent)) == ["met"]
    assert statuses(commune(water(60)), province(parent)) == ["lowered"]


def adults_confirmed(text: str, value: float, unit: str, year: int, **rest):
    return aim(f"{text} {CONFIRMED}", value, unit, year=year, outcome=CONFIRMED, **rest)


FIRST_YEAR = adults_confirmed("Hơn 4.200 người dân (75%) trong độ tuổi trưởng thành", 4200, "người dân", 2025, op="gt", also=(75, "%"),
                              subject="trong độ tuổi trưởng thành")
SECOND_YEAR = adults_confirmed("Hơn 4.500 người dân trong độ tuổi trưởng thành", 4500, "người dân", 2026, op="gt",
                               subject="trong độ tuổi trưởng thành")
ALL_ADULTS = adults_confirmed("100% người dân trong độ tuổi trưởng thành", 100, "%", 2026, subject="người dân trong độ tuổi trưởng thành")
MOST_ADULTS = adults_confirmed("hơn 60% người dân trong độ tuổi trưởng thành", 60, "%", 2026, op="gt",
                               subject="người dân trong độ tuổi trưởng thành")


def test_a_count_is_lowered_by_the_base_that_another_year_gives():
    [finding] = found("target-lowered", commune(FIRST_YEAR, SECOND_YEAR), province(ALL_ADULTS))
    assert "5.600" in finding.message
    assert "80,4%" in finding.message
    assert "4.500" in finding.message


def test_a_count_is_raised_by_the_base_that_another_year_gives():
    report = checked(commune(FIRST_YEAR, SECOND_YEAR), province(MOST_ADULTS))
    assert [row.status for row in report.coverage] == ["raised"]
    assert "80,4%" in report.coverage[0].why


def test_a_count_is_a_share_of_the_base_in_the_profile():
    profile = Profile(population={"adults": 5600})
    assert statuses(commune(SECOND_YEAR), province(ALL_ADULTS), profile=profile) == ["lowered"]


def test_a_count_without_a_base_is_unclear_and_no_error():
    report = checked(commune(SECOND_YEAR), province(ALL_ADULTS))
    assert [row.status for row in report.coverage] == ["unclear"]
    assert not report.has_errors


def test_a_rounded_count_is_not_lowered_by_its_rounding():
    draft = adults_confirmed("4.199 người dân trong độ tuổi trưởng thành", 4199, "người dân", 2026, subject="trong độ tuổi trưởng thành")
    parent = adults_confirmed("75% người dân trong độ tuổi trưởng thành", 75, "%", 2026, subject="người dân trong độ tuổi trưởng thành")
    assert statuses(commune(draft), province(parent), profile=Profile(population={"adults": 5600})) == ["met"]


def models(text: str, value: float):
    return aim(f"{text} ít nhất {value:02.0f} mô hình phân loại rác thải dựa vào cộng đồng", value, "mô hình", op="ge", year=2026,
               subject="phân loại rác thải dựa vào cộng đồng")


def test_a_number_asked_of_each_unit_can_be_lowered():
    assert statuses(commune(models("Xây dựng", 1)), province(models("Mỗi xã xây dựng", 2))) == ["lowered"]


def test_a_sum_of_the_province_is_not_for_one_unit_to_reach():
    assert statuses(commune(models("Xây dựng", 1)), province(models("Xây dựng", 40))) == ["unclear"]


def test_a_rate_is_asked_of_each_unit():
    def income(value):
        return aim(f"Thu nhập bình quân đạt {value} triệu đồng/người/năm", value * 1e6, "đồng/người/năm", year=2026,
                   subject="Thu nhập bình quân")
    assert statuses(commune(income(60)), province(income(68))) == ["lowered"]


def test_a_target_without_counterpart_is_missing():
    [finding] = found("target-missing", commune(), province(water(75)))
    assert finding.severity == "error"
    assert CLEAN_WATER in finding.message
    assert "2026" in finding.message
    assert finding.span is None
    assert finding.parent_span is not None


def test_a_target_of_other_people_is_no_counterpart():
    pupils = aim("80% học sinh được tập huấn kỹ năng số", 80, year=2026, subject="học sinh", outcome="được tập huấn kỹ năng số")
    officials = aim("80% công chức được tập huấn kỹ năng số", 80, year=2026, subject="công chức", outcome="được tập huấn kỹ năng số")
    assert statuses(commune(pupils), province(officials)) == ["missing"]


def test_a_target_of_another_thing_is_no_counterpart():
    toilets = aim("80% hộ gia đình có nhà tiêu hợp vệ sinh", 80, year=2026, subject="hộ gia đình", outcome="có nhà tiêu hợp vệ sinh")
    insured = aim("80% hộ gia đình tham gia bảo hiểm y tế", 80, year=2026, subject="hộ gia đình", outcome="tham gia bảo hiểm y tế")
    assert statuses(commune(toilets), province(insured)) == ["missing"]


def test_a_parent_that_names_only_the_people_is_answered_by_the_likest():
    parents = province(
        aim("80% người dân trong độ tuổi trưởng thành", 80, year=2026, subject="người dân trong độ tuổi trưởng thành"), MOST_ADULTS)
    draft = commune(
        adults_confirmed("75% người dân trong độ tuổi trưởng thành", 75, "%", 2026, subject="người dân trong độ tuổi trưởng thành"),
        aim("85% người dân trong độ tuổi trưởng thành có tri thức cơ bản về chuyển đổi số", 85, year=2026,
            subject="người dân trong độ tuổi trưởng thành", outcome="có tri thức cơ bản về chuyển đổi số"))
    rows = checked(draft, parents).coverage
    assert ["85%" in rows[0].draft.quote, "75%" in rows[1].draft.quote] == [True, True]


def test_abbreviated_and_full_names_are_one_group():
    parent = aim("80% CBCCVC", 80, year=2025, subject="CBCCVC")
    draft = aim("80% cán bộ, công chức, viên chức và người lao động trong khu vực công có hiểu biết về chuyển đổi số", 80, year=2025,
                subject="cán bộ, công chức, viên chức và người lao động trong khu vực công", outcome="có hiểu biết về chuyển đổi số")
    assert statuses(commune(draft), province(parent)) == ["met"]


def test_each_year_answers_its_own_and_the_one_left_over_is_missing():
    report = checked(commune(water(75, 2026)), province(water(65, 2025), water(75, 2026)))
    assert [row.status for row in report.coverage] == ["missing", "met"]


def test_a_later_year_is_an_error():
    [finding] = found("target-later", commune(water(75, 2027)), province(water(75, 2026)))
    assert finding.severity == "error"
    assert "2027" in finding.message
    assert "2026" in finding.message


def test_an_earlier_year_is_none():
    assert statuses(commune(water(75, 2025)), province(water(75, 2026))) == ["met"]


def equipped(subject: str):
    return aim(f"100% {subject} được trang bị kỹ năng số", 100, year=2025, subject=subject, outcome="được trang bị kỹ năng số")


def test_a_group_left_out_is_a_warning_that_names_it():
    [finding] = found("target-narrowed", commune(equipped("học sinh trung học")), province(equipped("học sinh trung học và sinh viên")))
    assert finding.severity == "warning"
    assert "sinh viên" in finding.message


def test_a_group_that_the_profile_says_is_absent_may_be_left_out():
    draft, parent = commune(equipped("học sinh trung học")), province(equipped("học sinh trung học và sinh viên"))
    assert not found("target-narrowed", draft, parent, profile=NO_STUDENTS)


def test_a_wider_group_is_not_narrowed():
    assert not found("target-narrowed", commune(equipped("học sinh")), province(equipped("học sinh trung học")))


def test_a_part_of_a_group_is_narrower():
    assert found("target-narrowed", commune(equipped("học sinh tiểu học")), province(equipped("học sinh")))


def test_a_shorter_list_of_the_same_people_is_narrower():
    parent = equipped("người lao động trong các doanh nghiệp, hợp tác xã")
    [finding] = found("target-narrowed", commune(equipped("người lao động trong các doanh nghiệp")), province(parent))
    assert "hợp tác xã" in finding.message


def test_a_group_that_communes_do_not_have_does_not_apply():
    assert statuses(commune(), province(equipped("sinh viên"))) == ["not_applicable"]


def test_a_group_that_the_profile_says_is_absent_does_not_apply():
    parent = province(aim("100% người khuyết tật được hỗ trợ", 100, subject="người khuyết tật", outcome="được hỗ trợ"))
    assert statuses(commune(), parent) == ["missing"]
    assert statuses(commune(), parent, profile=Profile(groups=Groups(absent=("người khuyết tật",)))) == ["not_applicable"]


@pytest.mark.parametrize("text", ["Tốc độ tăng trưởng GRDP đạt 8%", "80% dịch vụ công trực tuyến cấp tỉnh đạt mức toàn trình"])
def test_what_only_a_province_is_measured_by_does_not_apply(text):
    assert statuses(commune(), province(aim(text, 8, year=2026))) == ["not_applicable"]


@pytest.mark.parametrize("text", ["Toàn tỉnh xây dựng mới 24 công trình cấp nước", "Huy động 120 tỷ đồng ngoài ngân sách"])
def test_a_sum_of_the_province_without_counterpart_is_no_error(text):
    unit = "đồng" if "đồng" in text else "công trình"
    assert statuses(commune(), province(aim(text, 24, unit, year=2026))) == ["unclear"]


def test_a_target_of_a_past_year_does_not_apply():
    assert statuses(commune(), province(water(60, 2024))) == ["not_applicable"]


def test_a_target_for_all_communes_can_be_answered_in_words():
    outcome = "có tổ công nghệ số cộng đồng"
    parent = province(aim(f"100% xã, phường {outcome}", 100, subject="xã, phường", outcome=outcome))
    [row, *_] = checked(commune(duty("Kiện toàn tổ công nghệ số cộng đồng của xã")), parent).coverage
    assert row.status == "met"
    assert row.draft.quote.startswith("Kiện toàn")
    assert statuses(commune(duty("Vệ sinh đường làng")), parent) == ["missing"]


def led(lead: str) -> Line:
    """A target inside a task that `lead` is given."""
    text = f"{lead} vận động 80% hộ gia đình phân loại rác tại nguồn trong năm 2025."
    target = {"value": 80, "unit": "%", "op": "eq", "subject": "hộ gia đình", "quote": "80% hộ gia đình"}
    return Line(text, target=target, task={"lead": [lead], "coordinate": [], "section": None, "due": {}})


@pytest.mark.parametrize("lead", ["UBND xã Kon Braih", "Bộ Khoa học và Công nghệ", "Báo và Đài Phát thanh - Truyền hình tỉnh"])
def test_a_target_of_a_task_that_others_lead_does_not_apply(lead):
    [row] = [row for row in checked(commune(), province(led(lead))).coverage if row.parent.id.startswith("target")]
    assert row.status == "not_applicable"
    assert lead in row.why


@pytest.mark.parametrize("lead", ["UBND xã Đồng Mây", "UBND các xã, phường", "Sở Nội vụ"])
def test_a_target_of_a_task_that_falls_to_the_unit_is_missed(lead):
    assert found("target-missing", commune(), province(led(lead)))


def test_a_body_that_the_profile_maps_to_its_own_is_no_other():
    profile = Profile.model_validate({"owners": {"Báo và Đài Phát thanh - Truyền hình tỉnh": "Trung tâm Dịch vụ công"}})
    assert found("target-missing", commune(), province(led("Báo và Đài Phát thanh - Truyền hình tỉnh")), profile=profile)
