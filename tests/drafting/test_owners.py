"""Every name of grammars/counterparts.yaml, and how the profile overrides it."""

from datetime import date

import pytest

from pipeline.drafting import owners
from pipeline.drafting.owners import field_of, owner_of
from pipeline.drafting.setting import Setting
from pipeline.profile import Profile
from pipeline.resources import table

ENTRIES = table("counterparts")["owners"]


def setting(system: str = "state", **parts) -> Setting:
    unit = {"name": "Kon Braih", "kind": "xã", "province": "Quảng Ngãi"} | parts.pop("unit", {})
    return Setting(Profile.model_validate({"unit": unit, **parts}), system, date(2025, 9, 15))


@pytest.mark.parametrize(("entry", "name"), [
    pytest.param(entry, name, id=f"{entry['name']}-{name}") for entry in ENTRIES for name in entry["names"]])
def test_each_name_goes_to_its_own_entry(entry, name):
    assert owners.entry_for(owners.full(name))["name"] == entry["name"]


@pytest.mark.parametrize(("entry", "name"), [
    pytest.param(entry, name, id=f"{entry['name']}-{name}") for entry in ENTRIES for name in entry["rejects"]])
def test_no_entry_takes_its_rejects(entry, name):
    found = owners.entry_for(owners.full(name))
    assert found is None or found["name"] != entry["name"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_each_entry_says_what_becomes_of_its_bodies(entry):
    bodies = [entry[key] for key in ("becomes", "party") if key in entry]
    assert len({"becomes", "falls", "stays"} & set(entry)) == 1
    assert set(bodies) <= set(table("counterparts")["bodies"])
    assert entry.get("stays", "press") in table("drafting")["omissions"]


@pytest.mark.parametrize(("parent", "own"), [
    ("Sở Khoa học và Công nghệ", "Phòng Văn hóa - Xã hội"),
    ("Sở Tài chính", "Phòng Kinh tế"),
    ("Văn phòng UBND tỉnh", "Văn phòng HĐND và UBND xã"),
    ("Công an tỉnh", "Công an xã"),
    ("Tỉnh đoàn", "Đoàn TNCS Hồ Chí Minh xã"),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Xây dựng Đảng"),
    ("Đảng ủy UBND tỉnh", "Đảng ủy Ủy ban nhân dân xã"),
    ("Hội Khuyến học tỉnh", "Hội Khuyến học xã"),
])
def test_a_body_of_the_province_has_its_counterpart_at_the_commune(parent, own):
    assert owner_of(parent, setting("party")).names == (own,)


def test_the_counterpart_bears_the_name_that_the_profile_lists():
    listed = {"state": ["Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND"]}
    assert owner_of("Sở Tài chính", setting(bodies=listed)).names == ("Phòng Kinh tế, Hạ tầng và Đô thị",)
    assert owner_of("Văn phòng UBND tỉnh", setting(bodies=listed)).names == ("Văn phòng HĐND và UBND",)


def test_a_ward_has_the_divisions_of_a_ward():
    assert owner_of("Sở Tài chính", setting(unit={"kind": "phường"})).names == ("Phòng Kinh tế, Hạ tầng và Đô thị",)
    assert owner_of("Công an tỉnh", setting(unit={"kind": "phường"})).names == ("Công an phường",)


def test_the_profile_assigns_before_the_table_does():
    assigned = {"Sở KH&CN": ["Trung tâm Cung ứng dịch vụ công xã"]}
    assert owner_of("Sở KH&CN", setting(owners=assigned)).names == ("Trung tâm Cung ứng dịch vụ công xã",)


def test_what_the_profile_assigns_does_not_stay_at_the_province():
    assigned = {"Báo Quảng Ngãi": "Trung tâm Cung ứng dịch vụ công xã"}
    assert owner_of("Báo Quảng Ngãi", setting()).fate == "stays"
    assert owner_of("Báo Quảng Ngãi", setting(owners=assigned)).fate == "own"


@pytest.mark.parametrize(("name", "words"), [
    ("Trường Đại học Phạm Văn Đồng", "trường đại học"),
    ("Liên minh Hợp tác xã tỉnh", "Liên minh Hợp tác xã tỉnh"),
    ("Bộ Khoa học và Công nghệ", "trung ương"),
])
def test_a_body_without_a_counterpart_stays_and_the_reason_is_told(name, words):
    owner = owner_of(name, setting())
    assert owner.fate == "stays"
    assert words in owner.reason


def test_the_state_asks_the_party_the_front_and_branch_offices_and_orders_its_own():
    assert owner_of("UBMTTQ Việt Nam tỉnh", setting()).is_request
    assert owner_of("Bảo hiểm xã hội tỉnh", setting()).is_request
    assert owner_of("Ban Tổ chức Tỉnh ủy", setting()).is_request
    assert not owner_of("Công an tỉnh", setting()).is_request


def test_the_party_asks_nobody():
    assert not owner_of("UBMTTQ Việt Nam tỉnh", setting("party")).is_request


def test_the_work_of_an_abolished_body_goes_to_who_does_it_now():
    assert owner_of("Phòng Nông nghiệp và Môi trường huyện", setting()).names == ("Phòng Kinh tế",)
    assert owner_of("Trung tâm Y tế huyện", setting()).fate == "unit"


def test_related_bodies_stay_unnamed():
    assert owner_of("các cơ quan, đơn vị liên quan", setting()).names == ("các cơ quan, đơn vị liên quan",)
    assert owner_of("các sở, ban, ngành liên quan", setting()).names == ("các phòng, ban, ngành liên quan",)


def test_a_body_of_no_level_is_kept_as_it_is():
    assert owner_of("Tổ công nghệ số cộng đồng", setting()).names == ("Tổ công nghệ số cộng đồng",)


@pytest.mark.parametrize(("text", "body"), [
    ("hỗ trợ người dân cài đặt VNeID, bảo đảm an ninh mạng", "Công an xã"),
    ("bố trí ngân sách, kinh phí thực hiện", "Phòng Kinh tế"),
    ("phổ cập kỹ năng số cho học sinh", "Phòng Văn hóa - Xã hội"),
])
def test_a_task_belongs_to_the_field_that_most_of_its_words_are_of(text, body):
    assert field_of(text, setting()).body == body


def test_words_of_no_field_have_none():
    assert field_of("Thực hiện nghiêm túc Kế hoạch này", setting()) is None
