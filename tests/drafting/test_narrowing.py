"""Groups that the unit lacks leave the words with the joint that would be left over; somebody must stay."""

import pytest

from pipeline.drafting import narrowing
from pipeline.drafting.edits import applied, plain

from .making import profile


def narrowed(text: str, *absent: str) -> str:
    return plain(applied(text, narrowing.removals(text, profile(groups={"absent": absent}).lacks)))


@pytest.mark.parametrize(("text", "expected"), [
    ("100% học sinh trung học và sinh viên được trang bị", "100% học sinh trung học được trang bị"),
    ("100% HS trung học và SV", "100% HS trung học"),
    ("cho học sinh, sinh viên, người lao động trong các doanh nghiệp", "cho học sinh, người lao động trong các doanh nghiệp"),
    ("sinh viên và học sinh tham gia", "học sinh tham gia"),
    ("Giáo dục kỹ năng số cho học sinh, sinh viên", "Giáo dục kỹ năng số cho học sinh"),
])
def test_a_lacked_group_leaves_a_list(text, expected):
    assert narrowed(text) == expected


@pytest.mark.parametrize("text", ["100% sinh viên có tài khoản", "80% cán bộ, công chức, viên chức có chữ ký số"])
def test_nothing_is_taken_out_where_nobody_would_be_left_or_nobody_is_lacked(text):
    assert narrowed(text) == text


def test_several_lacked_groups_leave_together():
    assert narrowed("học sinh, sinh viên và tiểu thương", "tiểu thương") == "học sinh"


def test_a_text_is_about_a_lacked_group_only_if_nobody_else_heads_it():
    lacks = profile().lacks
    assert narrowing.is_about_lacked("sinh viên các trường cao đẳng được trang bị kỹ năng", lacks)
    assert not narrowing.is_about_lacked("học sinh và sinh viên được trang bị kỹ năng", lacks)


def test_a_task_that_mentions_the_province_in_passing_still_falls_to_the_unit():
    lacks = narrowing.lacked_by_tasks(profile())
    assert not narrowing.is_about_lacked("Phối hợp với các sở, ban, ngành cấp tỉnh tổ chức tập huấn", lacks)


def test_words_of_the_profile_that_are_no_population_are_found_too():
    assert narrowing.absent_words_in("Tuần tra khu vực cửa khẩu", profile(groups={"absent": ["cửa khẩu"]})) == ("cửa khẩu",)
