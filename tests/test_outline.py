import pytest

from pipeline.labels import label_of
from pipeline.outline import structure
from tests.documents import OPENING, STATE_HEAD, document


def ids(*lines: str) -> list[str]:
    return [section.id for section in structure(document(*STATE_HEAD, OPENING, *lines)).sections]


def roles(*lines: str) -> dict[str, str]:
    return {section.id: section.role for section in structure(document(*STATE_HEAD, OPENING, *lines)).sections}


@pytest.mark.parametrize(("text", "family", "name"), [
    ("II. NỘI DUNG", "roman", "II"), ("I- MỤC ĐÍCH", "roman", "I"), ("A. PHẦN CHUNG", "capital", "A"), ("1. Mục đích", "number", "1"),
    ("1- Mục đích", "number", "1"), ("2.1. Xây dựng", "decimal", "2.1"), ("2.2- Đầu tư", "decimal", "2.2"), ("1.1 Thực hiện", "decimal", "1.1"),
    ("1) Mục", "bracketed", "1"), ("đ) Tổ chức", "letter", "đ"), ("- Chủ trì", "dash", "-"), ("-Chủ trì", "dash", "-"), ("· Nội dung", "dash", "·"),
    ("- 80% cán bộ", "dash", "-"), ("1. 80% cán bộ", "number", "1"), ("+ Tổ chức", "plus", "+"), ("* Lưu ý", "star", "*"),
    ("Điều 5. Tên điều", "article", "Điều 5"), ("Chương II", "chapter", "Chương II"), ("Phụ lục I", "appendix", "Phụ lục I")])
def test_a_label_is_known_by_its_form(text, family, name):
    label = label_of(text)
    assert (label.family, label.name) == (family, name)


@pytest.mark.parametrize("text", ["2025. Hoàn thành", "15.000 người", "4.200 hộ", "15/8/2025", "1.250.000.000 đồng", "*", "-5%", "Phụ lục kèm theo",
                                  "Điều chỉnh kế hoạch", "Mục đích", "Chương trình", "Trong năm 2025"])
def test_what_only_looks_like_a_label_is_none(text):
    assert label_of(text) is None


def test_ids_join_the_labels_down_to_a_unit():
    assert ids("I. NỘI DUNG", "1. Mục một", "1.1. Việc", "a) Ý", "- Điểm", "+ Nhỏ", "+ Nhỏ", "b) Ý", "1.2. Việc", "2. Mục hai", "II. KHÁC") == [
        "I", "I.1", "I.1.1", "I.1.1.a", "I.1.1.a.-1", "I.1.1.a.-1.+1", "I.1.1.a.-1.+2", "I.1.1.b", "I.1.2", "I.2", "II"]


def test_bullets_of_any_sign_are_counted_together_under_each_parent():
    assert ids("1. Mục", "- Một", "· Hai", "• Ba", "2. Mục", "- Một") == ["1", "1.-1", "1.-2", "1.-3", "2", "2.-1"]


def test_labels_stay_as_printed_where_the_numbering_starts_late():
    assert ids("III. CHỈ TIÊU", "3. Năm 2025", "- 80% cán bộ", "4. Năm 2026") == ["III", "III.3", "III.3.-1", "III.4"]


def test_a_repeated_label_keeps_its_path_with_a_count():
    assert ids("II. ĐỐI TƯỢNG", "1. Một", "II. NỘI DUNG", "1. Một") == ["II", "II.1", "II#2", "II#2.1"]


def test_an_article_is_a_unit_of_its_own_with_clauses_and_points():
    assert ids("Chương I", "Điều 1. Phạm vi", "1. Khoản", "a) Điểm", "Điều 2. Hiệu lực") == [
        "Chương I", "Chương I.Điều 1", "Chương I.Điều 1.1", "Chương I.Điều 1.1.a", "Chương I.Điều 2"]


def test_parts_between_two_articles_belong_to_the_first_and_those_behind_the_last_stand_alone():
    assert ids("Điều 1. Phê duyệt Chương trình", "I. MỤC TIÊU", "1. Mục tiêu chung", "II. NHIỆM VỤ", "Điều 2. Tổ chức thực hiện", "I. KẾ HOẠCH") == [
        "Điều 1", "Điều 1.I", "Điều 1.I.1", "Điều 1.II", "Điều 2", "I"]


def test_recipients_and_copies_are_no_units():
    assert ids("1. Việc", "Nơi nhận:", "- Như trên;", "- Lưu: VT.") == ["1"]


def test_the_closing_paragraph_belongs_to_no_unit():
    outline = structure(document(*STATE_HEAD, OPENING, "1. Sở Nội vụ", "- Kiểm tra.", "Trên đây là Kế hoạch của UBND tỉnh./."))
    assert outline.section_at(len(outline.homes) - 1) is None


def test_a_letterhead_between_two_units_does_not_break_the_numbering():
    outline = structure(document("Thực hiện chỉ đạo của UBND tỉnh, UBND xã có ý kiến như sau:", "2. Các cơ quan, đơn vị thực hiện các nội dung sau:", "2.1. Tuyên truyền.",
                                 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /UBND-TH", "2.2. Tập huấn.", "3. Báo cáo."))
    assert [section.id for section in outline.sections] == ["2", "2.1", "2.2", "3"]


def test_a_part_has_the_role_of_its_heading_and_gives_it_to_its_units():
    assert roles("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. CHỈ TIÊU CỤ THỂ", "1. Năm 2025", "III. NHIỆM VỤ, GIẢI PHÁP", "1. Tuyên truyền",
                 "IV. KINH PHÍ THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ") == {
        "I": "purpose", "I.1": "purpose", "II": "targets", "II.1": "targets", "III": "tasks", "III.1": "tasks", "IV": "funding", "V": "organisation",
        "V.1": "organisation"}


def test_of_a_heading_that_names_two_things_the_last_decides():
    assert roles("II. MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP")["II"] == "tasks"


def test_a_small_word_before_the_role_does_not_hide_it():
    assert roles("Điều 1. Thông qua nhiệm vụ năm 2026", "2. Các chỉ tiêu chủ yếu", "3. Một số giải pháp") == {
        "Điều 1": "tasks", "Điều 1.2": "targets", "Điều 1.3": "tasks"}


def test_a_sub_heading_of_money_is_funding():
    assert roles("IV. TỔ CHỨC THỰC HIỆN", "2. Kinh phí thực hiện: Do ngân sách nhà nước bảo đảm.")["IV.2"] == "funding"


def test_the_numbered_units_of_a_dispatch_are_its_tasks():
    assert roles("1. Các cơ quan, đơn vị triển khai các nội dung sau:")["1"] == "tasks"


def test_a_span_covers_label_and_title():
    section = structure(document(*STATE_HEAD, OPENING, "1. Sở Nội vụ:")).sections[0]
    assert (section.label, section.title, section.span.start, section.span.end) == ("1.", "Sở Nội vụ", 0, len("1. Sở Nội vụ"))


def test_a_second_document_behind_the_signature_is_told():
    one = (*STATE_HEAD, OPENING, "I. NỘI DUNG", "1. Kiểm tra.", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An")
    assert structure(document(*one)).notes == ()
    told, = structure(document(*one, "II. MỤC KHÁC", "1. Báo cáo.", "III. MỤC NỮA")).notes
    assert (told.code, told.span.block) == ("text-behind-signature", len(one))


@pytest.mark.parametrize(("lines", "expected"), [
    (("I. MỤC ĐÍCH", "III. KINH PHÍ"), [("numbering-gap", "III.")]),
    (("I. MỤC ĐÍCH", "II. NỘI DUNG", "II. KINH PHÍ"), [("numbering-repeated", "II.")]),
    (("1. Tuyên truyền", "a) Mở lớp.", "b) Phát loa.", "c) Phát tin.", "d) Treo pano.", "e) In tờ rơi."), []),
    (("1. Tuyên truyền", "a) Mở lớp.", "c) Phát loa."), [("numbering-gap", "c)")]),
    (("1. Tuyên truyền", "3.1. Mở lớp."), [("numbering-orphan", "3.1.")]),
    (("II. NỘI DUNG", "2.1. Mở lớp."), [("numbering-start", "II.")]),
    (("Điều 1. Phạm vi", "1. Kế hoạch này áp dụng cho các xã.", "Điều 2. Thi hành", "1. Giao Sở Y tế thực hiện."), [])])
def test_odd_numbering_is_told_and_kept(lines, expected):
    outline = structure(document(*lines))
    assert [(note.code, next(each.label for each in outline.sections if each.span == note.span)) for note in outline.notes] == expected


def test_a_number_in_brackets_labels_a_unit():
    assert ids("I. NỘI DUNG", "2.1. Tổ chức hội nghị", "- Nguyên tắc: công khai.", "(1) Hội nghị lần thứ nhất.", "(2) Hội nghị lần thứ hai.", "(15 đại biểu) dự họp.") == [
        "I", "I.2.1", "I.2.1.-1", "I.2.1.1", "I.2.1.2"]


def test_a_star_before_a_closing_line_stands_beside_the_dashes():
    assert ids("1. Kiểm tra", "- Hồ sơ.", "* Lưu ý: mang theo thẻ.", "- Biên bản.", "* Các bước") == ["1", "1.-1", "1.-2", "1.-3", "1.-3.-1"]
