"""The profile of a unit: what is read, what is refused, and how the refusal names the way out."""

import pytest

from pipeline import profile as module
from pipeline.errors import BadProfile, MissingFile
from pipeline.populations import by_key
from pipeline.profile import EMPTY, Profile


@pytest.fixture
def load(tmp_path):
    def loaded(text: str) -> Profile:
        path = tmp_path / "xa.toml"
        path.write_text(text, encoding="utf8")
        return Profile.load(path)
    return loaded


def uncommented(text: str) -> str:
    """The blank profile with each of its examples put to use."""
    return "\n".join(line.removeprefix("# ") if line.startswith("# ") and " = " in line else line for line in text.splitlines())


def test_the_profile_that_init_writes_is_empty_but_for_its_defaults(load):
    profile = load(module.blank())
    assert profile.population == profile.owners == profile.bodies == profile.targets.raises == {}
    assert profile.groups.absent == ()
    assert profile.unit.system == "state"


def test_every_example_of_the_profile_that_init_writes_can_be_put_to_use(load):
    profile = load(uncommented(module.blank()))
    assert profile.population["adults"] == 5600
    assert profile.owners["Sở Khoa học và Công nghệ"] == ("Phòng Văn hóa - Xã hội",)
    assert "Ban Xây dựng Đảng" in profile.own_bodies
    assert "Công an xã" in profile.own_bodies
    assert profile.targets.raises["được xác nhận đạt phổ cập"] == 75


def test_the_profile_that_init_writes_shows_every_key():
    fields = [field.annotation for field in Profile.model_fields.values()]
    keys = {key for model in fields if hasattr(model, "model_fields") for key in model.model_fields} | set(Profile.model_fields)
    assert [key for key in keys if key not in module.blank()] == []


@pytest.mark.parametrize(("text", "wrong", "nearest"), [
    ('[unit]\nnmae = "Kon Braih"', '"nmae" in [unit]', '"name"'),
    ('[untt]\nname = "Kon Braih"', '"untt"', '"unit"'),
    ("[population]\nadutls = 5600", '"adutls" in [population]', '"adults"'),
    ('[groups]\nabsent = ["studens"]', '"studens" in [groups]', '"students"'),
    ("[deadlines]\nleaddays = 5", '"leaddays" in [deadlines]', '"lead_days"'),
    ("[targets]\nraise = {}", '"raise" in [targets]', '"raises"'),
])
def test_an_unknown_key_is_refused_and_the_nearest_one_named(load, text, wrong, nearest):
    with pytest.raises(BadProfile) as refusal:
        load(text)
    assert wrong in str(refusal.value)
    assert f"Did you mean {nearest}?" in str(refusal.value)


@pytest.mark.parametrize(("text", "words"), [
    ("[unit", "not valid TOML"),
    ('[unit]\nkind = "thị trấn"', "unit.kind"),
    ('[population]\nadults = "nhiều"', "population.adults"),
    ("[deadlines]\nlead_days = -1", "deadlines.lead_days"),
    ("unit = 3", "unit"),
])
def test_a_value_that_is_not_understood_is_named(load, text, words):
    with pytest.raises(BadProfile, match=words.replace(".", r"\.")):
        load(text)


def test_a_file_of_another_encoding_is_refused_and_not_a_crash(tmp_path):
    path = tmp_path / "xa.toml"
    path.write_bytes("[unit]\nname = 'Đắk'".encode("utf-16"))
    with pytest.raises(BadProfile):
        Profile.load(path)


def test_a_profile_that_is_not_there_is_a_missing_file(tmp_path):
    with pytest.raises(MissingFile):
        Profile.load(tmp_path / "xa.toml")


def test_a_byte_order_mark_is_no_fault(tmp_path):
    path = tmp_path / "xa.toml"
    path.write_bytes(b"\xef\xbb\xbf" + '[unit]\nname = "Đắk Rve"'.encode())
    assert Profile.load(path).unit.name == "Đắk Rve"


@pytest.mark.parametrize(("kind", "name", "full"), [
    ("xã", "Kon Braih", "xã Kon Braih"),
    ("xã", "xã Kon Braih", "xã Kon Braih"),
    ("xã", "Xã Kon Braih", "xã Kon Braih"),
    ("xã", "XÃ Kon Braih", "xã Kon Braih"),
    ("xã", "Xã Đặng Thùy Trâm", "Xã Đặng Thùy Trâm"),
    ("xã", "xã Đặng Thùy Trâm", "xã Đặng Thùy Trâm"),
    ("phường", "Phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
    ("phường", "1", "Phường 1"),
    ("phường", "phường 1", "Phường 1"),
    ("đặc khu", "Lý Sơn", "đặc khu Lý Sơn"),
    ("phường", "", "phường"),
])
def test_the_unit_is_named_with_its_kind_once(load, kind, name, full):
    assert load(f'[unit]\nkind = "{kind}"\nname = "{name}"').unit.full_name == full


def test_a_base_may_be_named_in_vietnamese(load):
    assert load('[population]\n"người dân trong độ tuổi trưởng thành" = 5600').population == {"adults": 5600}


def test_an_owner_may_be_one_body_or_several(load):
    owners = load('[owners]\n"Sở Y tế" = "Trạm Y tế xã"\n"Sở Nội vụ" = ["Phòng A", "Phòng B"]').owners
    assert owners == {"Sở Y tế": ("Trạm Y tế xã",), "Sở Nội vụ": ("Phòng A", "Phòng B")}


def test_raises_may_differ_by_year(load):
    raises = load('[targets.raises]\n"chữ ký số" = { 2025 = 60, 2026 = 80.5 }').targets.raises
    assert raises == {"chữ ký số": {2025: 60, 2026: 80.5}}


def test_a_group_that_communes_normally_lack_is_lacked_unless_the_profile_counts_it(load):
    assert EMPTY.lacks(by_key("students"))
    assert not load("[population]\nstudents = 40").lacks(by_key("students"))


def test_a_group_is_lacked_where_the_profile_says_so_in_any_words(load):
    assert load('[groups]\nabsent = ["workers"]').lacks(by_key("workers"))
    assert load('[groups]\nabsent = ["học sinh trung học"]').lacks(by_key("secondary_pupils"))
    assert load("[population]\nworkers = 0").lacks(by_key("workers"))
    assert not EMPTY.lacks(by_key("workers"))


def test_the_part_of_an_absent_group_is_absent_too_but_not_the_whole(load):
    profile = load('[groups]\nabsent = ["secondary_pupils"]')
    assert profile.lacks(by_key("lower_secondary_pupils"))
    assert not profile.lacks(by_key("pupils"))


def test_absent_words_that_name_no_population_are_kept_as_words(load):
    profile = load('[groups]\nabsent = ["cửa khẩu", "sinh viên"]')
    assert profile.absent_words == ("cửa khẩu",)
    assert profile.absent_keys == ("students",)


def test_a_profile_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        EMPTY.unit.name = "Kon Braih"
