"""Tasks of a parent beside the draft's: carried, late, missing; and tasks of the draft without an owner or a time."""

import pytest

from pipeline.model import Header
from pipeline.profile import Groups, Profile
from tests.compare.written import COMMUNE, checked, commune, day, directive, duty, found, head, province

SURVEY = "Rà soát, công bố danh mục điểm tập kết chất thải rắn sinh hoạt đến từng xã"
SURVEY_HERE = "Rà soát, đề xuất danh mục điểm tập kết chất thải rắn sinh hoạt của từng thôn"
CLASSES = "Mở các lớp xóa mù chữ cho đồng bào dân tộc thiểu số vùng sâu, vùng xa"


def rows(draft, parent, **rest):
    return [row.status for row in checked(draft, parent, **rest).coverage]


def test_a_task_in_the_units_own_words_is_met():
    assert rows(commune(duty(SURVEY_HERE)), province(duty(SURVEY))) == ["met"]


def test_a_task_without_counterpart_is_a_warning():
    [finding] = found("task-missing", commune(duty(SURVEY_HERE)), province(duty(CLASSES)))
    assert finding.severity == "warning"
    assert "xóa mù chữ" in finding.message
    assert finding.parent_quote == CLASSES


PART = head("V.", "TỔ CHỨC THỰC HIỆN", id="V", role="organisation")


@pytest.mark.parametrize("lead", ["Sở Giáo dục và Đào tạo", "Công an tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy"])
def test_what_a_provincial_body_is_told_under_its_own_heading_stays_with_it(lead):
    assert rows(commune(), province(PART, duty(CLASSES, lead=[lead], section="V"))) == []


def test_what_a_provincial_body_leads_among_the_common_tasks_falls_to_the_commune_too():
    parent = province(duty(CLASSES, lead=["Sở Giáo dục và Đào tạo"]))
    assert rows(commune(duty("Trồng cây xanh")), parent) == ["missing"]
    assert rows(commune(duty("Mở lớp xóa mù chữ cho đồng bào dân tộc thiểu số")), parent) == ["met"]


def test_what_only_the_province_has_stays_with_it():
    assert rows(commune(), province(duty("Nâng cấp Trung tâm dữ liệu của tỉnh", lead=["Sở Khoa học và Công nghệ"]))) == []


@pytest.mark.parametrize("lead", ["UBND các xã, phường, đặc khu", "Các cơ quan, đơn vị, địa phương", "UBND huyện Kon Rẫy", "Các thôn"])
def test_a_task_of_communes_of_everyone_or_of_a_former_district_falls_to_the_commune(lead):
    assert rows(commune(), province(duty(CLASSES, lead=[lead]))) == ["missing"]


@pytest.mark.parametrize("text", [
    "Chủ trì, phối hợp với các cơ quan liên quan triển khai các nhiệm vụ, giải pháp có liên quan tại phần IV",
    "Chỉ đạo và giao nhiệm vụ cho các sở, ngành của tỉnh triển khai thực hiện",
])
def test_a_task_that_only_points_elsewhere_does_not_fall_to_the_commune(text):
    assert rows(commune(), province(duty(text))) == []


def test_making_a_plan_under_the_parent_is_done_by_the_draft_itself():
    parent = province(duty("Ban hành kế hoạch thực hiện trên địa bàn, gửi Sở Nông nghiệp và Môi trường để theo dõi"))
    assert rows(commune(), parent) == ["met"]
    assert rows(commune(header=COMMUNE.model_copy(update={"type": "CV"})), parent) == ["missing"]


def test_a_plan_for_one_thing_is_not_the_draft_itself():
    assert rows(commune(), province(duty("Xây dựng kế hoạch đào tạo, bồi dưỡng công chức"))) == ["missing"]


def test_a_task_for_a_group_that_the_unit_lacks_does_not_apply():
    parent = province(duty("Tuyên truyền cho công nhân trong các khu công nghiệp về an toàn lao động"))
    assert rows(commune(), parent, profile=Profile(groups=Groups(absent=("khu công nghiệp", "công nhân")))) == ["not_applicable"]


def test_a_task_that_is_not_unlike_one_of_the_draft_is_left_to_a_person():
    draft = commune(duty("Mở lớp xóa mù chữ vào buổi tối ở thôn Suối Vàng"), duty("Trồng cây xanh"))
    report = checked(draft, province(duty(CLASSES)))
    assert [row.status for row in report.coverage] == ["unclear"]
    assert report.coverage[0].draft.quote.startswith("Mở lớp xóa mù chữ")
    assert not found("task-missing", draft, province(duty(CLASSES)))


def test_the_same_last_day_makes_two_tasks_likelier_one():
    parent = province(duty("Kiểm tra, xử lý vi phạm pháp luật về bảo vệ môi trường", end=day("2025-10-31")))
    text = "Kiểm tra, xử lý vi phạm đổ rác không đúng nơi quy định"
    assert rows(commune(duty(text, end=day("2025-11-15")), duty("Trồng cây xanh")), parent) == ["unclear"]
    assert rows(commune(duty(text, end=day("2025-10-31")), duty("Trồng cây xanh")), parent) == ["met"]


def due(end: str, **rest):
    return {"end": day(end), "bound": "by", "kind": "date"} | rest


def survey_until(end: str, **rest):
    return commune(duty(f"{SURVEY_HERE}, xong ngày {end}", **due(end, **rest)))


ASKED = province(duty(f"{SURVEY}, chậm nhất ngày 31/10/2025", quote="chậm nhất ngày 31/10/2025", **due("2025-10-31")))


def test_a_deadline_after_the_parents_is_an_error():
    [finding] = found("task-late", survey_until("2025-12-15"), ASKED)
    assert finding.severity == "error"
    assert finding.parent_quote == "chậm nhất ngày 31/10/2025"
    assert "2025-12-15" in finding.quote


@pytest.mark.parametrize("end", ["2025-10-31", "2025-10-15"])
def test_a_deadline_on_the_parents_day_or_before_is_in_time(end):
    assert not found("task-late", survey_until(end), ASKED)


def test_before_a_day_means_the_day_before():
    assert not found("task-late", survey_until("2025-11-01", bound="before"), ASKED)
    assert found("task-late", survey_until("2025-11-01", bound="by"), ASKED)


def test_the_later_of_two_days_of_the_month_is_late():
    parent = province(duty("Báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 20 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20"))
    late = commune(duty("Tham mưu báo cáo kết quả thực hiện, gửi Sở Nội vụ ngày 25 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=25"))
    early = commune(duty("Tham mưu báo cáo kết quả thực hiện, gửi Sở Nội vụ ngày 15 hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=15"))
    assert found("task-late", late, parent)
    assert not found("task-late", early, parent)


REPORT_UP = province(duty("Báo cáo kết quả thực hiện Kế hoạch về UBND tỉnh", **due("2025-12-15")))


def test_reports_that_reach_the_unit_on_the_day_it_must_report_up_are_late():
    draft = commune(duty("Các thôn báo cáo kết quả thực hiện Kế hoạch về UBND xã", **due("2025-12-15")))
    [finding] = found("task-late", draft, REPORT_UP)
    assert "không còn thời gian" in finding.message


def test_the_units_own_report_may_be_on_the_parents_day():
    draft = commune(duty("Tham mưu báo cáo kết quả thực hiện Kế hoạch, gửi UBND tỉnh", **due("2025-12-15")))
    assert not found("task-late", draft, REPORT_UP)


def test_an_act_of_the_provinces_own_level_sets_no_date_for_the_communes():
    parent = province(duty("Lãnh đạo Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai chương trình học tập suốt đời",
                           lead=["Đảng ủy Ủy ban nhân dân tỉnh"], **due("2025-11-30")))
    draft = commune(duty("Lãnh đạo Ủy ban nhân dân xã ban hành kế hoạch triển khai chương trình học tập suốt đời", **due("2025-12-25")))
    assert not found("task-late", draft, parent)


def test_a_date_of_the_parent_that_the_draft_drops_is_a_task_without_deadline():
    [finding] = found("task-without-deadline", commune(duty(SURVEY_HERE)), ASKED)
    assert finding.parent_quote == "chậm nhất ngày 31/10/2025"


def part(*tasks, id: str = "III"):
    return directive(Header(number="1/KH-UBND"), head(f"{id}.", "NHIỆM VỤ", id=id), *tasks)


def works(count: int, section: str = "III", **rest):
    return [duty(f"Làm việc thứ {number}", section=f"{section}.{number}", **rest) for number in range(1, count + 1)]


def test_a_task_alone_without_owner_is_told_at_its_place():
    draft = part(*works(6, lead=["Phòng Kinh tế"], kind="continuous"), duty("Vệ sinh đường làng", section="III.7", kind="continuous"))
    [finding] = found("task-without-owner", draft)
    assert finding.quote == "Vệ sinh đường làng"
    assert finding.severity == "warning"


def test_a_part_where_most_tasks_lack_an_owner_is_told_once():
    draft = part(*works(6, kind="continuous"))
    [finding] = found("task-without-owner", draft)
    assert "6/6" in finding.message
    assert "III. NHIỆM VỤ" in finding.message


def test_a_task_alone_without_a_time_is_told_at_its_place():
    draft = part(*works(6, lead=["Phòng Kinh tế"], kind="continuous"), duty("Vệ sinh đường làng", lead=["Các thôn"], section="III.7"))
    [finding] = found("task-without-deadline", draft)
    assert finding.quote == "Vệ sinh đường làng"


def test_parts_are_counted_apart():
    lines = [*works(5, "II", kind="continuous"), *works(5, "III", lead=["Phòng Kinh tế"], kind="continuous")]
    draft = directive(Header(number="1/KH-UBND"), head("II.", "NỘI DUNG", id="II"), head("III.", "PHÂN CÔNG", id="III"), *lines)
    [finding] = found("task-without-owner", draft)
    assert "5/5" in finding.message
    assert "II. NỘI DUNG" in finding.message


def test_a_task_that_an_appendix_lists_again_is_told_once():
    work = "Vận động đoàn viên tham gia thực hiện Kế hoạch"
    draft = part(*works(4, lead=["Phòng Kinh tế"], kind="continuous"), duty(f"{work}; giám sát.", section="III.5", lead=["Các thôn"]),
                 duty(work, lead=["Các thôn"]))
    assert len(found("task-without-deadline", draft)) == 1


def test_a_dispatch_without_parts_is_told_once():
    items = [duty(f"Làm việc thứ {number}", section=str(number), kind="continuous") for number in range(1, 6)]
    draft = directive(Header(number="1/UBND-VX"), *(head(f"{number}.", id=str(number)) for number in range(1, 6)), *items)
    [finding] = found("task-without-owner", draft)
    assert "5/5" in finding.message
