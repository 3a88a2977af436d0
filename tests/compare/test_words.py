"""Words that should not be left in a draft: the parent's places, words said twice, blanks."""

import pytest

from tests.compare.written import COMMUNE, citing, commune, found, province

BLANK = COMMUNE.model_copy(update={"number": None})


def test_the_parents_area_is_left_over():
    [finding] = found("place-leftover", commune("Tuyên truyền đến từng hộ gia đình trên địa bàn tỉnh."), province())
    assert finding.severity == "error"
    assert finding.quote == "trên địa bàn tỉnh"
    assert finding.suggestion == "trên địa bàn xã"


def test_the_parents_level_is_left_over():
    assert found("place-leftover", commune("Giao UBND các xã, phường, đặc khu tổ chức thực hiện."), province())


def test_the_parents_seat_is_left_over():
    draft = commune("Hoành Giang, ngày 12 tháng 9 năm 2025", header=COMMUNE.model_copy(update={"place": "Hoành Giang"}))
    assert [finding.quote for finding in found("place-leftover", draft, province())] == ["Hoành Giang"]


@pytest.mark.parametrize("line", [
    "Báo cáo UBND tỉnh kết quả thực hiện.", "Theo kế hoạch mở lớp của tỉnh.", "Phong trào “Sáng tạo trên địa bàn tỉnh” được hưởng ứng.",
    citing("96/KH-UBND", "Kế hoạch số 96/KH-UBND ngày 14/3/2024 của UBND tỉnh về tổ tự quản trên địa bàn tỉnh"),
])
def test_the_province_may_be_spoken_of(line):
    assert not found("place-leftover", commune(line), province())


def test_a_plan_of_the_same_level_has_no_leftovers():
    own = COMMUNE.model_copy(update={"issuer": "UBND tỉnh Hoành Giang"})
    assert not found("place-leftover", commune("Tuyên truyền trên địa bàn tỉnh.", header=own), province())


def test_repeated_words_are_told_with_what_is_meant():
    [finding] = found("word-repeated", commune("Hơn 4.500 người dân người dân trên địa bàn xã."))
    assert finding.severity == "warning"
    assert (finding.quote, finding.suggestion) == ("người dân người dân", "người dân")


@pytest.mark.parametrize(("header", "severity"), [(COMMUNE, "error"), (BLANK, "info")])
def test_a_blank_is_an_error_once_the_document_has_a_number(header, severity):
    [finding] = found("placeholder-left", commune("Phân công 01 công chức là ông (bà) … theo dõi.", header=header))
    assert finding.severity == severity


@pytest.mark.parametrize("text", ["giao các các thôn tổ chức", "Báo cáo về về UBND xã", "từng bước nâng cao nâng cao chất lượng"])
def test_small_words_and_longer_ones_are_seen_twice(text):
    assert found("word-repeated", commune(text))


@pytest.mark.parametrize("text", [
    "luôn luôn đổi mới", "các hộ kinh doanh kinh doanh thực phẩm", "từng người, từng nhà", "xã, xã hội", "hướng dẫn từng người", "10 10",
])
def test_words_that_rightly_stand_twice_are_none(text):
    assert not found("word-repeated", commune(text))


def test_a_blank_that_two_rules_see_is_told_once_with_all_its_words():
    assert [finding.quote for finding in found("placeholder-left", commune("Hoàn thành trước ngày … tháng 12."))] == ["ngày … tháng"]
