"""Bodies and levels: FORMAT §3 (two tiers since 2025-07-01)."""

from datetime import date

import pytest

from pipeline import bodies
from pipeline.model import Header


@pytest.mark.parametrize(("name", "level"), [
    ("Sở Khoa học và Công nghệ", "province"),
    ("Công an tỉnh", "province"),
    ("Ban Thường vụ Tỉnh ủy", "province"),
    ("UBND thành phố Cần Thơ", "province"),
    ("Ban Chỉ đạo Trung ương", "central"),
    ("Bộ Khoa học và Công nghệ", "central"),
    ("Công an xã", "commune"),
    ("UBND xã Kon Braih", "commune"),
    ("Đảng ủy phường Cẩm Thành", "commune"),
    ("UBND các xã, phường, đặc khu", "commune"),
    ("Đoàn TNCS Hồ Chí Minh xã", "commune"),
    ("UBND huyện Kon Rẫy", "district"),
    ("Ban thường vụ các huyện, thị, thành ủy", "district"),
    ("Thị ủy An Khê", "district"),
    ("Trưởng các thôn", "village"),
])
def test_a_name_tells_its_level(name, level):
    assert bodies.level_of(name) == level


@pytest.mark.parametrize("name", [
    "Phòng Văn hóa - Xã hội", "các tổ chức chính trị - xã hội", "các cơ quan, đơn vị", "Bộ phận Một cửa", "hợp tác xã",
])
def test_words_that_only_look_like_a_level_tell_none(name):
    assert bodies.level_of(name) is None


@pytest.mark.parametrize(("header", "level"), [
    (Header(issuer="TỈNH ỦY QUẢNG NGÃI", symbol="CV/TU"), "province"),
    (Header(issuer="Ban Thường vụ", number="10-KH/ĐU"), "commune"),
    (Header(number="01-KH/BCĐTW"), "central"),
    (Header(), None),
])
def test_the_letterhead_tells_the_level_of_a_document(header, level):
    assert bodies.level_of_issuer(header) == level


@pytest.mark.parametrize(("name", "successor"), [
    ("UBND huyện Kon Rẫy", "cơ quan cấp xã (xã, phường, đặc khu)"),
    ("Phòng Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội"),
    ("Phòng Tài chính - Kế hoạch", "Phòng Kinh tế"),
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    ("Huyện ủy", "Đảng ủy xã"),
])
def test_a_body_of_the_former_district_or_department_is_abolished(name, successor):
    assert bodies.abolished(name).successor == successor
    assert bodies.abolished(name).since <= date(2025, 7, 1)


@pytest.mark.parametrize("name", [
    "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Trạm Y tế",
    "Ủy ban nhân dân xã",
])
def test_a_body_that_exists_is_not_abolished(name):
    assert bodies.abolished(name) is None


def test_an_office_that_communes_do_not_have_is_unheard_of():
    assert bodies.is_unheard_of("Phòng Kinh tế - Ngân sách", "commune")


@pytest.mark.parametrize("name", [
    "Phòng Văn hoá – Xã hội", "Phòng Kinh tế xã Kon Braih", "Phòng Kinh tế, Hạ tầng và Đô thị", "các phòng, ban, ngành", "Phòng chuyên môn",
    "Văn phòng Đảng ủy", "Trung tâm Cung ứng Dịch vụ công",
])
def test_known_offices_and_open_kinds_are_not_unheard_of(name):
    assert not bodies.is_unheard_of(name, "commune")


@pytest.mark.parametrize(("one", "other"), [
    ("Ban Thường vụ Tỉnh ủy", "TỈNH ỦY QUẢNG NGÃI"),
    ("Chủ tịch UBND tỉnh Quảng Ngãi", "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
    ("Sở KH&CN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
])
def test_two_names_of_one_body_may_be_the_same(one, other):
    assert bodies.may_be_same(one, other)


@pytest.mark.parametrize(("one", "other"), [
    ("UBND tỉnh", "Tỉnh ủy"),
    ("UBND tỉnh Quảng Nam", "UBND tỉnh Quảng Ngãi"),
    ("Sở Nội vụ", "Sở Khoa học và Công nghệ"),
])
def test_names_of_two_bodies_are_not_the_same(one, other):
    assert not bodies.may_be_same(one, other)


@pytest.mark.parametrize("names", [
    ("UBND xã", "Ủy ban nhân dân xã", "Uỷ ban nhân dân xã", "ủy ban nhân dân xã"), ("Phòng VHXH", "Phòng Văn hoá – Xã hội", "phòng văn hóa - xã hội"),
    ("Sở KH&CN", "Sở KHCN", "Sở Khoa học và Công nghệ"), ("Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
    ("Các phòng, ban, ngành", "các phòng, ban, ngành"), ("Hội LHPN xã", "Hội Liên hiệp Phụ nữ xã"), ("công an xã", "Công an xã")])
def test_all_spellings_of_a_body_have_one_canonical_name(names):
    assert len({bodies.canonical(name) for name in names}) == 1


def test_the_canonical_names_of_two_bodies_differ():
    assert bodies.canonical("Phòng Kinh tế xã") != bodies.canonical("Phòng Kinh tế, Hạ tầng và Đô thị xã")
    assert bodies.canonical("Đảng uỷ UBND xã") == "Đảng ủy Ủy ban nhân dân xã"
