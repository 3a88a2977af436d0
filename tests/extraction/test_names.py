import pytest

from pipeline.extraction import names


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in names.split(text, (0, len(text)))]


@pytest.mark.parametrize(("text", "expected"), [
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Văn phòng HĐND và UBND xã, Công an xã", ["Văn phòng HĐND và UBND xã", "Công an xã"]),
    ("Các phòng, ban, ngành, đoàn thể; các thôn", ["Các phòng, ban, ngành, đoàn thể", "các thôn"]),
    ("Tổ Công nghệ số cộng đồng và Đề án 06, Đoàn Thanh niên", ["Tổ Công nghệ số cộng đồng và Đề án 06", "Đoàn Thanh niên"]),
    ("Sở Tài chính và các cơ quan, đơn vị có liên quan", ["Sở Tài chính", "các cơ quan, đơn vị có liên quan"]),
    ("các tổ chức chính trị - xã hội, tổ chức xã hội xã", ["các tổ chức chính trị - xã hội", "tổ chức xã hội xã"]),
    ("Ban thường vụ các huyện, thị, thành ủy và đảng ủy trực thuộc", ["Ban thường vụ các huyện, thị, thành ủy", "đảng ủy trực thuộc"]),
    ("Báo và Đài Phát thanh - Truyền hình tỉnh", ["Báo và Đài Phát thanh - Truyền hình tỉnh"]),
    ("đoàn thanh niên, hội phụ nữ", ["đoàn thanh niên", "hội phụ nữ"]),
    ("Phòng Văn hoá – Xã hội; Công an xã", ["Phòng Văn hoá – Xã hội", "Công an xã"]),
])
def test_a_list_of_bodies_is_split_between_the_bodies_only(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(("text", "name"), [
    ("Sở Giáo dục và Đào tạo hướng dẫn các trường", "Sở Giáo dục và Đào tạo"),
    ("Ban Chỉ đạo xã về phát triển khoa học, công nghệ và chuyển đổi số tổ chức họp", "Ban Chỉ đạo xã về phát triển khoa học, công nghệ và chuyển đổi số"),
    ("Các cơ sở Đoàn trên địa bàn tỉnh thực hiện chiến dịch", "Các cơ sở Đoàn trên địa bàn tỉnh"),
    ("Tổ công nghệ số cộng đồng xã thường xuyên tổ chức các buổi hỗ trợ", "Tổ công nghệ số cộng đồng xã"),
])
def test_a_name_ends_before_its_verb(text, name):
    start, end = names.leading(text, 0, len(text))
    assert text[start:end] == name


@pytest.mark.parametrize("text", ["Người dân tham gia học tập", "Tổ chức các lớp học", "Cán bộ, đảng viên gương mẫu thực hiện", "Công tác kiểm tra được tăng cường"])
def test_people_and_actions_are_no_bodies(text):
    assert names.leading(text, 0, len(text)) is None
