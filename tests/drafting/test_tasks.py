"""Which tasks fall to the unit, who does them there, and how they are worded."""

from datetime import date

import pytest

from pipeline.drafting import tasks
from pipeline.drafting.edits import plain
from pipeline.drafting.items import CarriedTask, LeftOut
from pipeline.drafting.owners import full
from pipeline.grammar import compiled
from pipeline.model import Owner, Span
from pipeline.resources import table
from pipeline.text import fold

from .making import deadline, directive, section, setting, target, task

STAYING = table("staying")["rules"]


def outcome(text: str, lead: tuple[str, ...] = (), coordinate: tuple[str, ...] = (), system: str = "state", parts: dict | None = None,
            deadlines: tuple = (), **fields) -> CarriedTask | LeftOut:
    given = task(text, lead, coordinate, deadlines=tuple(each.id for each in deadlines), **fields)
    parent = directive(text, tasks=(given,), deadlines=deadlines, sections=(section("III", "NHIỆM VỤ"),))
    return of_all(parent, setting(system, **(parts or {})))[0]


def of_all(parent, place):
    return tasks.outcomes(parent, tasks.shared_out(parent, place), place)


def words(outcome: CarriedTask) -> str:
    return plain(outcome.pieces)


@pytest.mark.parametrize(("entry", "text"), [
    pytest.param(entry, text, id=f"{entry['name']}-{text[:40]}") for entry in STAYING for text in entry["examples"]])
def test_each_example_stays_at_the_province(entry, text):
    assert compiled(entry["pattern"], table("staying")["fragments"], "staying").search(fold(text))
    assert entry["reason"] in table("drafting")["omissions"]


@pytest.mark.parametrize(("entry", "text"), [
    pytest.param(entry, text, id=f"{entry['name']}-{text[:40]}") for entry in STAYING for text in entry["rejects"]])
def test_no_reject_stays_by_the_rule(entry, text):
    assert not compiled(entry["pattern"], table("staying")["fragments"], "staying").search(fold(text))


def test_the_lead_that_opens_the_words_goes_to_the_heading():
    carried = outcome("Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh và các cơ quan liên quan tổ chức tập huấn.",
                      ("Sở Khoa học và Công nghệ",), ("Công an tỉnh", "các cơ quan liên quan"))
    assert words(carried) == "Chủ trì, phối hợp với Công an xã và các cơ quan liên quan tổ chức tập huấn."
    assert carried.lead == ("Phòng Văn hóa - Xã hội",)
    assert carried.coordinate == ("Công an xã", "các cơ quan liên quan")


@pytest.mark.parametrize("text", [
    "Các trường học có trách nhiệm tổ chức ngoại khóa.", "Các trường học chịu trách nhiệm tổ chức ngoại khóa.",
    "Các trường học tổ chức ngoại khóa.", "Yêu cầu Các trường học tổ chức ngoại khóa."])
def test_a_lead_as_the_subject_leaves_its_verb(text):
    assert words(outcome(text, ("Các trường học",))) == "Tổ chức ngoại khóa."


def test_a_lead_behind_a_run_in_title_leaves_the_title():
    carried = outcome("Chiến dịch Thanh niên: Tỉnh đoàn tổ chức các lớp học.", ("Tỉnh đoàn",))
    assert words(carried) == "Chiến dịch Thanh niên: tổ chức các lớp học."


def test_helpers_that_become_one_body_are_named_once_and_the_lead_not_among_them():
    carried = outcome(
        "Phối hợp với Sở Khoa học và Công nghệ, Sở Giáo dục và Đào tạo, Sở Tài chính và các đơn vị liên quan triển khai phong trào",
        ("Sở Nội vụ",), ("Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "các đơn vị liên quan"))
    assert words(carried) == "Phối hợp với Phòng Kinh tế và các đơn vị liên quan triển khai phong trào."


def test_helpers_that_stay_at_the_province_are_dropped_and_told():
    carried = outcome("Phối hợp với Công an tỉnh, Trường Đại học Phạm Văn Đồng tổ chức hội thảo", ("Sở Nội vụ",),
                      ("Công an tỉnh", "Trường Đại học Phạm Văn Đồng"))
    assert words(carried) == "Phối hợp với Công an xã tổ chức hội thảo."
    assert "Trường Đại học Phạm Văn Đồng" in carried.remarks[0]


def test_without_a_helper_left_the_words_that_lead_to_them_go():
    carried = outcome("Chủ trì, phối hợp với Sở Khoa học và Công nghệ tổ chức hội thảo", ("Sở Nội vụ",), ("Sở Khoa học và Công nghệ",))
    assert words(carried) == "Chủ trì tổ chức hội thảo."


def test_helpers_and_times_on_lines_of_their_own_are_said_with_the_task():
    carried = outcome("Tổ chức lễ phát động.", ("Sở Nội vụ",), ("Công an tỉnh", "UBND các xã, phường, đặc khu"),
                      deadlines=(deadline("Quý IV/2025", kind="period", start=date(2025, 10, 1), end=date(2025, 12, 31)),))
    assert words(carried) == "Chủ trì, phối hợp với Công an xã và các thôn tổ chức lễ phát động; hoàn thành trước ngày 26/12/2025."
    assert carried.brief == "Tổ chức lễ phát động"
    assert carried.ends == (date(2025, 12, 26),)


def test_a_habit_on_a_line_of_its_own_is_said_in_brackets():
    carried = outcome("Tuyên truyền trên hệ thống truyền thanh.", ("Sở Nội vụ",), deadlines=(deadline("Thường xuyên", kind="continuous"),))
    assert words(carried) == "Tuyên truyền trên hệ thống truyền thanh (thời gian thực hiện: thường xuyên)."


def test_a_deadline_in_the_words_moves_where_it_stands():
    carried = outcome("Gửi kết quả trước ngày 15/10/2025, báo cáo UBND tỉnh.", ("Sở Nội vụ",),
                      deadlines=(deadline("trước ngày 15/10/2025", bound="before", end=date(2025, 10, 15)),))
    assert words(carried) == "Gửi kết quả trước ngày 10/10/2025, báo cáo UBND tỉnh."


def test_the_communes_task_goes_to_the_division_of_its_field_and_is_marked():
    carried = outcome("UBND các xã, phường, đặc khu bố trí ngân sách, kinh phí thực hiện.", ("UBND các xã, phường, đặc khu",))
    assert words(carried) == "Tham mưu UBND xã bố trí ngân sách, kinh phí thực hiện."
    assert carried.lead == ("Phòng Kinh tế",)
    assert [decision.code for decision in carried.decisions] == ["owner_by_field"]


def test_the_communes_reports_go_to_the_body_that_gathers_them():
    carried = outcome("Báo cáo kết quả về Sở Nội vụ.", ("UBND các xã, phường",), parts={"deadlines": {"report_to": "Phòng Kinh tế"}})
    assert carried.lead == ("Phòng Kinh tế",)
    assert words(carried) == "Tham mưu UBND xã báo cáo kết quả về Sở Nội vụ."


def test_what_everyone_and_the_communes_are_given_is_for_all_of_the_units_bodies():
    carried = outcome("Ban hành kế hoạch chuyển đổi số.", ("Các sở, ban, ngành", "UBND các xã, phường, đặc khu"))
    assert carried.lead == ("Các phòng, ban, ngành, cơ quan, đơn vị thuộc xã",)


def test_the_communes_task_of_no_field_is_for_all_of_the_units_bodies():
    assert outcome("Thực hiện nghiêm túc các nội dung nêu trên.", ("UBND các xã, phường",)).lead == (
        "Các phòng, ban, ngành, cơ quan, đơn vị thuộc xã",)


def test_the_party_gives_the_communes_tasks_to_its_own_branches():
    carried = outcome("Chỉ đạo công tác kiểm tra, giám sát.", ("Đảng ủy các xã, phường, đặc khu",), system="party")
    assert carried.lead == ("Các đảng bộ, chi bộ trực thuộc Đảng ủy xã",)
    assert words(carried) == "Chỉ đạo công tác kiểm tra, giám sát."


def test_a_task_of_another_commune_is_left_out():
    assert "UBND xã Phú Đài" in outcome("Bàn giao mặt bằng.", ("UBND xã Phú Đài",)).reason


def test_a_task_of_the_unit_by_its_name_is_its_own():
    assert isinstance(outcome("Bố trí ngân sách.", ("UBND xã Kon Braih",)), CarriedTask)


def test_a_task_without_an_owner_stays_under_its_heading_with_a_proposal():
    carried = outcome("Phổ cập kỹ năng số cho học sinh.")
    assert carried.lead == ()
    assert [decision.code for decision in carried.decisions] == ["owner"]
    assert "Phòng Văn hóa - Xã hội" in carried.decisions[0].why


@pytest.mark.parametrize(("text", "lead", "reason"), [
    ("Tăng thời lượng tin, bài.", "Báo Quảng Ngãi", "báo chí"),
    ("Tham mưu trình HĐND tỉnh ban hành nghị quyết.", "Sở Tài chính", "cấp tỉnh"),
    ("Chủ trì thực hiện nhiệm vụ trong phần IV: mục 1.3.", "Văn phòng Tỉnh ủy", "dẫn chiếu"),
    ("Vận động sinh viên về quê tình nguyện.", "Tỉnh đoàn", "không có đối tượng"),
])
def test_what_stays_at_the_province_is_left_out_with_the_reason(text, lead, reason):
    left = outcome(text, (lead,))
    assert isinstance(left, LeftOut)
    assert reason in left.reason


def test_a_pointer_to_a_part_of_the_parent_becomes_the_draft_itself():
    carried = outcome("Triển khai các nhiệm vụ, giải pháp có liên quan tại phần IV.", ("Sở Nội vụ",))
    assert words(carried) == "Triển khai các nhiệm vụ, giải pháp có liên quan tại Kế hoạch này."


@pytest.mark.parametrize("pointer", ["mục 3.3", "các điểm a, b mục 3.1 phần III", "khoản 2", "mục 1.1, 1.2 và 2.3"])
def test_a_pointer_into_the_parent_is_left_blank_and_told(pointer):
    carried = outcome(f"Hoàn thành việc nêu tại {pointer}, báo cáo kết quả.", ("Sở Nội vụ",))
    assert words(carried) == "Hoàn thành việc nêu tại …, báo cáo kết quả."
    assert [pointer in piece.decision.why for piece in carried.pieces if piece.decision] == [True]


@pytest.mark.parametrize("text", [
    "Hoàn thành chỉ tiêu tại mục 3.3 theo Nghị quyết số 13-NQ/TU.", "Xử phạt theo điểm a khoản 2 Điều 5 Luật Bảo vệ môi trường."])
def test_a_pointer_into_another_document_stays(text):
    assert words(outcome(text, ("Sở Nội vụ",))) == text


def test_a_word_that_could_not_be_adapted_is_marked():
    carried = outcome("Quảng bá thương hiệu tỉnh.", ("Sở Nội vụ",))
    assert [(piece.words, piece.decision.code) for piece in carried.pieces if piece.decision] == [("tỉnh", "words")]


def test_the_targets_in_a_task_are_the_units_too():
    text = "Bảo đảm 100% công dân từ 16 tuổi trở lên có danh tính số."
    found = target(text, "100% công dân từ 16 tuổi trở lên", subject="công dân từ 16 tuổi trở lên", section="III")
    parent = directive(text, tasks=(task(text, ("Công an tỉnh",)),), targets=(found,))
    carried = of_all(parent, setting(population={"citizens_from_16": 5900}))[0]
    assert words(carried) == "Bảo đảm 100% công dân (khoảng 5.900 người) từ 16 tuổi trở lên có danh tính số."


def test_a_body_that_the_profile_does_not_list_is_marked():
    carried = outcome("Tổ chức tập huấn.", ("Sở Nội vụ",), parts={"bodies": {"state": ["Phòng Kinh tế"]}})
    assert [decision.code for decision in carried.decisions] == ["owner_unlisted"]


def test_the_task_to_issue_the_plan_is_marked_as_done_by_it():
    carried = outcome("Ban hành kế hoạch thực hiện về môi trường.", ("UBND các xã, phường",))
    assert "issues_plan" in [decision.code for decision in carried.decisions]


def test_the_brief_is_the_first_sentence():
    assert tasks.brief("Tổ chức tuyên truyền đến từng hộ gia đình; chú trọng thanh niên. Phát tờ rơi.") == (
        "Tổ chức tuyên truyền đến từng hộ gia đình")


def test_an_owner_without_a_place_in_the_text_is_carried_as_well():
    given = task("Tổ chức tập huấn.").model_copy(update={"lead": (Owner(name="Sở Nội vụ"),), "via": "reference"})
    carried = of_all(directive("Tổ chức tập huấn.", tasks=(given,)), setting())[0]
    assert list(map(full, carried.lead)) == [full("Phòng Văn hóa - Xã hội")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Gửi kết quả trước ngày 31/02/2026.", "Gửi kết quả trước ngày …."), ("Xong vào ngày 30 tháng 02.", "Xong vào ngày …."),
    ("Họp ngày 31/4 hằng năm.", "Họp ngày … hằng năm."),
])
def test_a_date_that_no_calendar_has_is_left_blank_to_be_decided(text, expected):
    carried = outcome(text, ("Sở Nội vụ",))
    assert words(carried) == expected
    assert [piece.decision.code for piece in carried.pieces if piece.decision] == ["date_impossible"]


def test_a_day_that_only_leap_years_have_stays():
    assert words(outcome("Họp ngày 29/02 hằng năm.", ("Sở Nội vụ",))) == "Họp ngày 29/02 hằng năm."


def test_helpers_of_another_cell_are_said_though_a_place_bears_their_name():
    given = task("Phát động tổng vệ sinh tại các thôn.", ("Sở Nội vụ",)).model_copy(
        update={"coordinate": (Owner(name="các thôn", span=Span(block=1, start=0, end=8)),)})
    carried = of_all(directive("Phát động tổng vệ sinh tại các thôn.", "các thôn", tasks=(given,)), setting())[0]
    assert words(carried) == "Chủ trì, phối hợp với các thôn phát động tổng vệ sinh tại các thôn."


def test_helpers_end_before_an_action_that_no_usual_verb_opens():
    given = task("Khám sàng lọc cho người cao tuổi.", ("Sở Nội vụ",)).model_copy(update={"coordinate": (Owner(name="Công an tỉnh"),)})
    carried = of_all(directive("Khám sàng lọc cho người cao tuổi.", tasks=(given,)), setting())[0]
    assert words(carried) == "Chủ trì, phối hợp với Công an xã trong việc khám sàng lọc cho người cao tuổi."


def test_the_brief_of_a_long_sentence_leaves_out_what_for():
    text = ("Xây dựng chuyên trang, chuyên mục tuyên truyền về chuyển đổi số trên hệ thống truyền thanh cơ sở, bảo đảm thiết thực, "
            "hiệu quả, phù hợp với từng nhóm đối tượng")
    assert tasks.brief(text) == "Xây dựng chuyên trang, chuyên mục tuyên truyền về chuyển đổi số trên hệ thống truyền thanh cơ sở"


def test_the_brief_of_a_short_sentence_is_whole():
    assert tasks.brief("Tổ chức tập huấn cho cán bộ thôn, bảo đảm thiết thực") == "Tổ chức tập huấn cho cán bộ thôn, bảo đảm thiết thực"
