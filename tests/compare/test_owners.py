"""Bodies that a draft gives tasks to: FORMAT §3."""

import pytest

from pipeline.profile import Profile
from tests.compare.written import COMMUNE, commune, duty, found

OWN_BODIES = Profile(bodies={"state": ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã")})


def led_by(name: str, **rest):
    return commune(duty(f"{name} tham mưu bố trí kinh phí", lead=[name], kind="continuous"), **rest)


@pytest.mark.parametrize("name", ["Sở Tài chính", "Công an tỉnh", "Văn phòng Tỉnh ủy", "Phòng Kinh tế - Ngân sách"])
def test_a_body_that_a_commune_does_not_have_is_unknown(name):
    [finding] = found("owner-unknown", led_by(name))
    assert finding.severity == "warning"
    assert finding.quote == name


@pytest.mark.parametrize("name", [
    "Phòng Kinh tế", "Công an xã", "Trạm Y tế xã", "Các thôn", "Các phòng, ban, ngành", "Đoàn TNCS Hồ Chí Minh xã",
])
def test_a_body_of_a_commune_is_known(name):
    assert not found("owner-unknown", led_by(name))


def test_a_provincial_body_may_take_part():
    draft = commune(duty("Phòng Kinh tế phối hợp với Sở Tài chính", lead=["Phòng Kinh tế"], coordinate=["Sở Tài chính"]))
    assert not found("owner-unknown", draft)


def test_an_office_that_the_profile_does_not_list_is_unknown():
    assert found("owner-unknown", led_by("Trung tâm Phục vụ hành chính công"), profile=OWN_BODIES)
    assert not found("owner-unknown", led_by("Trung tâm Phục vụ hành chính công"))


@pytest.mark.parametrize("name", ["Phòng Kinh tế xã Đồng Mây", "Phòng Văn hoá – Xã hội", "Các thôn", "Hội Nông dân xã"])
def test_listed_offices_and_kinds_that_profiles_leave_out_are_known(name):
    assert not found("owner-unknown", led_by(name), profile=OWN_BODIES)


def test_a_body_is_told_once_however_often_it_leads():
    line = duty("Sở Tài chính bố trí kinh phí", lead=["Sở Tài chính"])
    assert len(found("owner-unknown", commune(line, line))) == 1


def test_a_body_of_the_former_district_is_an_error():
    [finding] = found("owner-abolished", led_by("Phòng Nông nghiệp và Môi trường huyện"))
    assert finding.severity == "error"
    assert "1/7/2025" in finding.message
    assert "Phòng Kinh tế" in finding.message


def test_a_former_body_that_only_takes_part_is_an_error_too():
    assert found("owner-abolished", commune(duty("Phối hợp với UBND huyện Kon Rẫy", coordinate=["UBND huyện Kon Rẫy"])))


def test_a_district_body_in_a_document_of_its_time_is_none():
    old = COMMUNE.model_copy(update={"date": "2024-03-12"})
    assert not found("owner-abolished", led_by("UBND huyện Kon Rẫy", header=old))


def test_a_month_that_may_be_after_the_reform_counts_as_after():
    assert found("owner-abolished", led_by("UBND huyện Kon Rẫy", header=COMMUNE.model_copy(update={"date": "2025"})))
    assert not found("owner-abolished", led_by("UBND huyện Kon Rẫy", header=COMMUNE.model_copy(update={"date": "2025-06"})))
