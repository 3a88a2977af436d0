"""A plan as a whole: what it is called, what it rests on, its parts, and what it leaves out."""

from datetime import date

import pytest

from pipeline.drafting import plan, tasks
from pipeline.drafting import setting as settings
from pipeline.drafting.casing import lower_first, proper
from pipeline.drafting.edits import plain
from pipeline.errors import UnsupportedFormat
from pipeline.model import Header, Signer
from pipeline.profile import EMPTY

from .making import HEADER, TODAY, directive, profile, section, target, task

PARTY = Header(
    system="party", type="KH", number="368-KH/TU", symbol="KH/TU", issuer="TỈNH ỦY QUẢNG NGÃI", date="2025-05-24",
    title="thực hiện Phong trào “Bình dân học vụ số”", signer=Signer(authority="T/M BAN THƯỜNG VỤ"))


def drafted(*parents, kind: str = "KH", system: str | None = None, parts: dict | None = None, today: date = TODAY):
    return plan(parents or directive(), profile(**(parts or {})), today, kind=kind, system=system)


def test_the_parent_is_cited_by_type_number_date_issuer_and_title():
    assert plain(drafted().bases[0].pieces) == (
        "Kế hoạch số 45/KH-UBND ngày 15/8/2025 của Ủy ban nhân dân tỉnh Quảng Ngãi về tổ chức Ngày hội Chuyển đổi số "
        "tỉnh Quảng Ngãi năm 2025")


def test_the_bureau_that_signs_for_a_party_committee_is_named():
    cited = plain(drafted(directive(header=PARTY), system="party").bases[0].pieces)
    assert cited == (
        "Kế hoạch số 368-KH/TU, ngày 24/5/2025 của Ban Thường vụ Tỉnh ủy Quảng Ngãi về thực hiện Phong trào “Bình dân học vụ số”")


def test_what_the_parent_lacks_is_left_blank_and_marked():
    blank = PARTY.model_copy(update={"number": None, "date": "2025"})
    pieces = drafted(directive(header=blank), system="party").bases[0].pieces
    assert plain(pieces).startswith("Kế hoạch số …-KH/TU, ngày …/…/2025 của")
    assert [piece.decision.code for piece in pieces if piece.decision] == ["parent_number", "parent_date"]


def test_the_title_is_the_parents_in_the_units_words():
    assert plain(drafted().masthead.title) == "Tổ chức Ngày hội Chuyển đổi số xã Kon Braih năm 2025"
    assert plain(drafted(directive(header=PARTY), system="party").masthead.title) == (
        "thực hiện Phong trào “Bình dân học vụ số” trên địa bàn xã Kon Braih")


def test_a_plan_under_a_resolution_is_named_after_it():
    resolution = HEADER.model_copy(update={"type": "NQ", "number": "47/NQ-HĐND", "title": "về nhiệm vụ năm 2026"})
    assert plain(drafted(directive(header=resolution)).masthead.title) == "Thực hiện Nghị quyết số 47/NQ-HĐND trên địa bàn xã Kon Braih"


def test_a_parent_without_a_title_leaves_the_title_to_be_decided():
    made = drafted(directive(header=HEADER.model_copy(update={"title": None})))
    assert [piece.decision.code for piece in made.masthead.title] == ["title"]


@pytest.mark.parametrize(("system", "kind", "number"), [
    ("state", "KH", "Số: /KH-UBND"), ("state", "CTr", "Số: /CTr-UBND"), ("party", "KH", "Số -KH/ĐU"), ("party", "CV", "Số -CV/ĐU")])
def test_the_number_is_left_blank_before_its_symbol(system, kind, number):
    pieces = drafted(kind=kind, system=system).masthead.number
    assert " ".join(plain(pieces).split()) == number
    assert [piece.decision.code for piece in pieces if piece.decision] == ["number"]


def test_the_profiles_own_frame_is_used_for_its_own_system_only():
    unit = {"system": "party", "issuer": "Đảng ủy xã Kon Braih", "symbol": "ĐUKB"}
    parts = {"unit": unit, "signer": {"position": "PHÓ BÍ THƯ", "name": "A Thút"}}
    own, other = drafted(parts=parts), drafted(parts=parts, system="state")
    assert (own.masthead.issuer, own.masthead.position) == ("Đảng ủy xã Kon Braih", ("PHÓ BÍ THƯ",))
    assert plain(own.masthead.number).endswith("ĐUKB")
    assert (other.masthead.issuer, other.masthead.position) == ("Ủy ban nhân dân xã Kon Braih", ("CHỦ TỊCH",))


def test_a_deputy_signs_on_two_lines():
    assert drafted(parts={"signer": {"position": "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"}}).masthead.position == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_the_bureau_speaks_where_it_signs():
    assert drafted(system="party").masthead.speaker == "Ban Thường vụ Đảng ủy xã Kon Braih"
    assert drafted(system="party", parts={"unit": {"system": "party"}, "signer": {"authority": "T/M ĐẢNG ỦY"}}).masthead.speaker == (
        "Đảng ủy xã Kon Braih")


def test_an_empty_profile_gives_a_plan_with_blanks():
    made = plan(directive(), EMPTY, TODAY)
    assert made.unit == "xã …"
    assert [piece.decision.code for piece in made.masthead.place if piece.decision] == ["place"]
    assert [piece.decision.code for piece in made.masthead.signer if piece.decision] == ["signer"]


@pytest.mark.parametrize(("today", "form"), [(date(2026, 5, 26), "hd36"), (date(2026, 5, 27), "hd05"), (date(2017, 1, 1), "hd36")])
def test_the_party_form_is_the_one_in_force_on_the_day(today, form):
    assert drafted(system="party", today=today).form == form


def test_a_form_can_be_asked_for():
    assert plan(directive(), EMPTY, TODAY, system="party", form="hd05").form == "hd05"


def test_an_unknown_type_is_refused_with_those_that_there_are():
    with pytest.raises(UnsupportedFormat, match="KH, PA"):
        drafted(kind="XYZ")


def test_the_system_is_the_units_else_the_parents():
    assert drafted(directive(header=PARTY)).system == "party"
    assert drafted(directive(header=PARTY), parts={"unit": {"system": "state"}}).system == "state"


def test_purposes_are_carried_in_the_units_words_without_the_parents_figures():
    blocks = ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Tạo chuyển biến trên địa bàn tỉnh.", "- Toàn tỉnh mới có 68,4% hộ phân loại rác.")
    sections = tuple(section(identity, title, "purpose", number) for number, (identity, title) in enumerate(
        (("I", "MỤC ĐÍCH, YÊU CẦU"), ("I.1", "Mục đích"), ("I.1.-1", ""), ("I.1.-2", ""))))
    made = drafted(directive(*blocks, sections=tuple(each.model_copy(update={"label": block.split(" ")[0]})
                                                     for each, block in zip(sections, blocks, strict=True))))
    assert [(passage.title, list(map(plain, passage.lines))) for passage in made.purposes] == [
        ("Mục đích", ["Tạo chuyển biến trên địa bàn xã Kon Braih."])]
    assert [left.kind for left in made.left_out] == ["purpose"]


def test_owned_tasks_come_under_their_bodies_the_units_own_first():
    leads = ("Các sở, ban, ngành", "UBMTTQ Việt Nam tỉnh", "Sở Nội vụ")
    made = drafted(directive(tasks=tuple(task(f"Làm việc {lead}", (lead,), block=number) for number, lead in enumerate(leads))))
    assert [(each.owners, each.is_request) for each in made.assignments] == [
        (("Phòng Văn hóa - Xã hội",), False), (("Ủy ban Mặt trận Tổ quốc Việt Nam xã",), True),
        (("Các phòng, ban, ngành, cơ quan, đơn vị thuộc xã",), False)]


def test_tasks_that_nobody_owns_stay_under_the_parents_headings():
    sections = (section("II", "NỘI DUNG PHONG TRÀO"), section("II.1"),
                section("III", "GIẢI PHÁP"), section("III.5", "Phổ cập cho sinh viên và học sinh"), section("III.5.a"))
    made = drafted(directive(tasks=(task("Thi đua tự học.", section="II.1"), task("Mở lớp học.", section="III.5.a")), sections=sections))
    first, second = made.groups
    assert (first.title, len(first.tasks)) == ("Nội dung phong trào", 1)
    assert (second.title, second.groups[0].title) == ("Giải pháp", "Phổ cập cho học sinh")


def test_the_part_is_no_heading_where_all_tasks_are_in_one():
    sections = (section("III", "GIẢI PHÁP"), section("III.1", "Tuyên truyền"), section("III.1.a"))
    made = drafted(directive(tasks=(task("Mở lớp học.", section="III.1.a"),), sections=sections))
    assert [group.title for group in made.groups] == ["Tuyên truyền"]


def test_tasks_that_say_the_same_for_the_same_body_are_one_with_both_origins():
    made = drafted(directive(tasks=(task("Tổ chức tập huấn.", ("Sở Nội vụ",)), task("Tổ chức tập huấn.", ("Sở Y tế",), section="IV"))))
    assert [len(each.origins) for assignment in made.assignments for each in assignment.tasks] == [2]


def test_two_parents_are_both_cited_and_both_carried():
    other = directive(header=PARTY, tasks=(task("Mở lớp học.", ("Tỉnh đoàn",)),))
    made = drafted(directive(tasks=(task("Tổ chức tập huấn.", ("Sở Nội vụ",)),)), other)
    assert [basis.name for basis in made.bases] == ["Kế hoạch số 45/KH-UBND", "Kế hoạch số 368-KH/TU"]
    assert {each.origins[0].parent for assignment in made.assignments for each in assignment.tasks} == {basis.name for basis in made.bases}


def test_a_target_in_a_carried_task_is_not_said_twice():
    text = "Mỗi hộ gia đình có ít nhất 01 thành viên tham gia."
    found = target(text, "ít nhất 01 thành viên", unit="thành viên", op="ge")
    parent = directive(text, tasks=(task(text, ("Sở Nội vụ",)),), targets=(found,))
    assert drafted(parent).years == ()


def test_a_raise_that_no_target_answers_is_told():
    assert [left.words for left in drafted(parts={"targets": {"raises": {"chữ ký số": 60}}}).left_out] == ["chữ ký số"]


def test_a_part_that_holds_nothing_to_carry_is_told():
    made = drafted(directive(sections=(section("IV", "BỐI CẢNH", "other"), section("V", "KINH PHÍ", "funding"))))
    assert [(left.kind, left.words) for left in made.left_out] == [("section", "BỐI CẢNH")]


@pytest.mark.parametrize(("printed", "written"), [
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
    ("TỈNH ỦY BÌNH PHƯỚC", "Tỉnh ủy Bình Phước"),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ"),
    ("UBND xã Kon Braih", "UBND xã Kon Braih"),
])
def test_a_name_in_capitals_is_written_as_in_a_sentence(printed, written):
    assert proper(printed) == written


@pytest.mark.parametrize(("words", "expected"), [
    ("Tổ chức Ngày hội", "tổ chức Ngày hội"), ("UBND xã", "UBND xã"), ("“Bình dân học vụ số”", "“Bình dân học vụ số”"),
    ("Phòng Kinh tế", "Phòng Kinh tế")])
def test_a_name_keeps_its_capital_in_the_middle_of_a_sentence(words, expected):
    assert lower_first(words) == expected


@pytest.mark.parametrize(("system", "form", "own"), [("party", "nd30", "hd36, hd05"), ("state", "hd36", "nd30"), ("state", "hd05", "nd30")])
def test_a_form_of_the_other_system_is_refused_with_the_systems_own(system, form, own):
    with pytest.raises(UnsupportedFormat, match=f"{system}.*Give one of: {own}"):
        plan(directive(), profile(), TODAY, system=system, form=form)


def test_what_is_known_of_the_unit_and_of_a_task_is_worked_out_once(monkeypatch):
    asked = []
    seat, parties = settings.seat, tasks.parties
    monkeypatch.setattr(settings, "seat", lambda name: asked.append(name) or seat(name))
    monkeypatch.setattr(tasks, "parties", lambda job, place: asked.append(job.id) or parties(job, place))
    words = [f"Tổ chức lớp học số {number} trên địa bàn tỉnh Quảng Ngãi." for number in range(9)]
    plan(directive(*words, tasks=tuple(task(text, ("Sở Nội vụ",), block=number) for number, text in enumerate(words))), profile(), TODAY)
    assert sorted(asked) == sorted([HEADER.issuer, *(f"task-{number}" for number in range(9))])
