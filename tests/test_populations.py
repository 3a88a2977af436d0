"""Who is counted in a target: LANGUAGE (g), and the seeds' own words."""

import pytest

from pipeline.populations import by_key, counted_in, is_within, lost_members, named_in, places_in


def keys(text: str) -> list[str]:
    return [population.key for population in named_in(text)]


@pytest.mark.parametrize("words", [
    "cán bộ, công chức, viên chức và người lao động trong khu vực công",
    "cán bộ, công chức, viên chức",
    "CBCCVC",
    "cán bộ, công chức, viên chức, người lao động trong các cơ quan nhà nước",
])
def test_officials_have_one_key_under_all_their_names(words):
    assert keys(words) == ["officials"]


@pytest.mark.parametrize("words", [
    "người dân trong độ tuổi trưởng thành",
    "người dân trưởng thành",
    "dân số trưởng thành",
    "người dân trên địa bàn tỉnh trong độ tuổi trưởng thành",
    "người dân trên địa bàn xã trong độ tuổi trưởng thành được xác nhận đạt phổ cập",
])
def test_adults_have_one_key_under_all_their_names(words):
    assert keys(words) == ["adults"]


@pytest.mark.parametrize("words", [
    "người lao động trong các doanh nghiệp, hợp tác xã, liên hợp tác xã",
    "người lao động trong các DN, HTX",
    "người lao động tại các doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã",
])
def test_workers_of_enterprises_are_not_the_enterprises(words):
    assert keys(words) == ["workers"]


def test_two_groups_of_one_target_are_both_named_in_order():
    assert keys("HS trung học và SV") == keys("học sinh trung học và sinh viên") == ["secondary_pupils", "students"]


def test_pupils_from_primary_school_up_are_all_pupils():
    assert keys("học sinh từ cấp tiểu học") == keys("HS từ cấp tiểu học") == ["pupils"]


def test_the_longer_name_wins_over_the_shorter_inside_it():
    assert keys("học sinh trung học cơ sở") == ["lower_secondary_pupils"]
    assert keys("doanh nghiệp nhà nước") == ["state_enterprises"]
    assert keys("hộ nghèo, cận nghèo") == ["poor_households"]


def test_an_age_bound_tells_citizens_from_people():
    assert keys("công dân từ 16 tuổi trở lên có danh tính số") == ["citizens_from_16"]
    assert keys("người dân") == ["people"]


@pytest.mark.parametrize("words", ["sinh viên", "sở, ban, ngành", "trường đại học, cao đẳng", "huyện, thị xã, thành phố", "GRDP"])
def test_what_a_commune_does_not_have_is_marked(words):
    assert not any(population.at_commune for population in named_in(words))


@pytest.mark.parametrize("words", ["xã, phường, đặc khu", "thôn, tổ dân phố", "học sinh", "hộ gia đình", "người cao tuổi"])
def test_what_a_commune_has_is_marked(words):
    assert named_in(words)
    assert all(population.at_commune for population in named_in(words))


def test_both_tone_placements_name_the_same():
    assert keys("hộ gia đình") == keys("Hộ gia đình")
    assert keys("hợp tác xã") == ["cooperatives"]


def test_lower_secondary_pupils_are_within_pupils_but_not_the_reverse():
    assert is_within(by_key("lower_secondary_pupils"), by_key("pupils"))
    assert not is_within(by_key("pupils"), by_key("lower_secondary_pupils"))


def test_words_that_name_nobody_give_nothing():
    assert named_in("tri thức cơ bản về chuyển đổi số") == ()


def test_only_the_group_at_the_head_is_counted():
    words = "công dân từ 16 tuổi trở lên có danh tính số, hỗ trợ người dân cài đặt"
    assert [population.key for population in counted_in(words)] == ["citizens_from_16"]


def test_two_groups_joined_by_and_are_both_counted():
    counted = counted_in("học sinh trung học và sinh viên được trang bị")
    assert [population.key for population in counted] == ["secondary_pupils", "students"]


def test_a_shorter_list_of_the_same_people_loses_members():
    wide = "người lao động trong các doanh nghiệp, hợp tác xã, liên hợp tác xã"
    assert lost_members(by_key("workers"), wide, "người lao động trong các doanh nghiệp") == ("hợp tác xã",)
    assert lost_members(by_key("workers"), wide, "người lao động trong các DN, HTX") == ()


def test_an_abbreviation_names_all_its_members():
    assert lost_members(by_key("officials"), "CBCCVC", "cán bộ, công chức, viên chức và người lao động trong khu vực công") == ()
    assert lost_members(by_key("officials"), "CBCCVC", "cán bộ, công chức") == ("viên chức",)


def test_the_level_behind_a_group_is_no_second_group():
    assert [population.key for population in counted_in("công chức cấp xã được tập huấn")] == ["officials"]


@pytest.mark.parametrize("text", ["Straße ßß: học sinh, sinh viên", "İİ: Học sinh; SINH VIÊN", "trẻ em, học sinh và sinh viên"])
def test_a_population_stands_where_its_offsets_say(text):
    places = {population.key: text[start:end].lower() for start, end, population in places_in(text)}
    assert (places["pupils"], places["students"]) == ("học sinh", "sinh viên")
