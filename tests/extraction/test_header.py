import pytest

import pipeline
from tests.documents import document

PARTY = ("ĐẢNG BỘ TỈNH SƠN HÀ", "ĐẢNG ỦY XÃ ĐỒI CHÈ", "*", "Số 15-KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Đồi Chè, ngày 08 tháng 10 năm 2025", "KẾ HOẠCH",
         "thực hiện Nghị quyết số 57-NQ/TW,", "ngày 22/12/2024 của Bộ Chính trị", "Thực hiện Kế hoạch số 88-KH/TU, ngày 01/9/2025 của Ban Thường vụ Tỉnh ủy, "
         "Ban Thường vụ Đảng ủy xã Đồi Chè ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "- Nâng cao nhận thức.", "Nơi nhận:", "- Ban Thường vụ Tỉnh ủy (b/c),",
         "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Tám")
DISPATCH = ("UBND TỈNH SƠN HÀ", "SỞ NỘI VỤ", "Số:      /SNV-CCHC", "V/v tăng cường kỷ luật,", "kỷ cương hành chính", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Sơn Hà, ngày    tháng 10 năm 2025", "Kính gửi:", "- UBND các xã, phường;", "- Các sở, ban, ngành.",
            "Thực hiện chỉ đạo của UBND tỉnh, Sở Nội vụ đề nghị:", "1. Các cơ quan rà soát quy chế.", "Nơi nhận:", "- Như trên;", "- Lưu: VT, CCHC.",
            "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Trần Thị Bình")


def header(*lines: str):
    return pipeline.extract(document(*lines)).header


def test_a_party_plan():
    head = header(*PARTY)
    assert (head.system, head.type, head.number, head.symbol) == ("party", "KH", "15-KH/ĐU", "KH/ĐU")
    assert (head.superior, head.issuer, head.place, head.date) == ("ĐẢNG BỘ TỈNH SƠN HÀ", "ĐẢNG ỦY XÃ ĐỒI CHÈ", "Đồi Chè", "2025-10-08")
    assert head.title == "thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị"
    assert head.signer.model_dump() == {"authority": "T/M BAN THƯỜNG VỤ", "position": "PHÓ BÍ THƯ", "name": "Lê Văn Tám"}
    assert [(each.name, each.purpose) for each in head.cc] == [
        ("Ban Thường vụ Tỉnh ủy", "b/c"), ("Các chi bộ trực thuộc", None), ("Lưu Văn phòng Đảng ủy", None)]


def test_a_dispatch_that_is_still_a_draft():
    head = header(*DISPATCH)
    assert (head.system, head.type, head.number, head.symbol, head.draft) == ("state", "CV", None, "SNV-CCHC", True)
    assert (head.superior, head.issuer, head.date) == ("UBND TỈNH SƠN HÀ", "SỞ NỘI VỤ", "2025-10")
    assert head.title == "V/v tăng cường kỷ luật, kỷ cương hành chính"
    assert head.recipients == ("UBND các xã, phường", "Các sở, ban, ngành")
    assert head.signer.model_dump() == {"authority": "KT. GIÁM ĐỐC", "position": "PHÓ GIÁM ĐỐC", "name": "Trần Thị Bình"}


def test_a_name_over_two_lines_is_one_body():
    head = header("ỦY BAN NHÂN DÂN", "XÃ ĐỒI CHÈ", "Số: 5/KH-UBND", "KẾ HOẠCH", "Trồng cây", "I. NỘI DUNG")
    assert (head.superior, head.issuer) == (None, "ỦY BAN NHÂN DÂN XÃ ĐỒI CHÈ")


def test_a_board_whose_place_stands_on_a_line_of_its_own_is_one_body():
    head = header("UBND XÃ ĐỒI CHÈ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "XÃ ĐỒI CHÈ", "Số: 9/KH-BCĐ", "KẾ HOẠCH", "Hoạt động năm 2026", "I. NỘI DUNG")
    assert (head.superior, head.issuer) == ("UBND XÃ ĐỒI CHÈ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ ĐỒI CHÈ")


def test_a_chairman_who_issues_in_his_own_name_is_the_issuer():
    head = header("CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "Số: 14/CĐ-CTUBND", "Sơn Hà, ngày 08 tháng 10 năm 2025", "CÔNG ĐIỆN",
                  "Về việc ứng phó với bão", "Để ứng phó với bão, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:", "1. Sở Y tế trực cấp cứu.")
    assert (head.issuer, head.type, head.number) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "CĐ", "14/CĐ-CTUBND")


def test_a_letterhead_that_lost_its_body_is_helped_by_the_opening_sentence():
    head = header("XÃ ĐỒI CHÈ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /KH-UBND", "KẾ HOẠCH", "Trồng cây",
                  "Thực hiện Kế hoạch số 1/KH-UBND ngày 01/8/2025 của UBND tỉnh, UBND xã Đồi Chè ban hành Kế hoạch như sau:", "I. NỘI DUNG")
    assert head.issuer == "UBND xã Đồi Chè"


def test_without_a_letterhead_the_opening_names_issuer_type_and_system():
    head = header("Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch thực hiện như sau:", "I. MỤC ĐÍCH")
    assert (head.system, head.type, head.issuer, head.number, head.title) == ("party", "KH", "Ban Thường vụ Tỉnh ủy", None, None)


def test_a_line_below_the_type_names_another_issuer():
    head = header("BAN CHẤP HÀNH TRUNG ƯƠNG", "Số 90-NQ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 05 tháng 9 năm 2025", "NGHỊ QUYẾT", "CỦA BỘ CHÍNH TRỊ",
                  "về phát triển nông thôn", "I. QUAN ĐIỂM")
    assert (head.superior, head.issuer, head.title) == ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BỘ CHÍNH TRỊ", "về phát triển nông thôn")


def test_an_organ_below_the_type_leaves_the_issuer():
    head = header("TỈNH ỦY SƠN HÀ", "Số 9-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "NGHỊ QUYẾT", "CỦA BAN THƯỜNG VỤ TỈNH ỦY", "về du lịch", "I. QUAN ĐIỂM")
    assert head.issuer == "TỈNH ỦY SƠN HÀ"


def test_the_chairman_below_the_board_signs_for_the_board():
    head = header(*DISPATCH[:13], "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An")
    assert head.signer.model_dump() == {"authority": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "name": "Nguyễn Văn An"}


@pytest.mark.parametrize(("line", "date"), [
    ("Sơn Hà, ngày 5 tháng 9 năm 2025", "2025-09-05"), ("Sơn Hà, ngày tháng 9 năm 2025", "2025-09"), ("Sơn Hà, ngày tháng năm 2025", "2025"),
    ("Sơn Hà, ngày 31 tháng 02 năm 2025", "2025-02"), ("Sơn Hà, ngày 10 tháng 13 năm 2025", "2025"), ("Sơn Hà, ngày tháng năm", None)])
def test_a_date_is_as_much_as_is_filled_in_and_can_be(line, date):
    assert header("UBND XÃ ĐỒI CHÈ", "Số: 5/KH-UBND", line, "KẾ HOẠCH", "Trồng cây", "I. NỘI DUNG").date == date


def test_a_signer_with_two_posts_signs_by_the_one_above_the_name():
    head = header(*DISPATCH[:13], "Nơi nhận:", "- Lưu: VT.", "TM. TIỂU BAN", "TRƯỞNG TIỂU BAN", "Nguyễn Văn An", "TRƯỞNG BAN XÂY DỰNG ĐẢNG")
    assert head.signer.model_dump() == {"authority": "TM. TIỂU BAN", "position": "TRƯỞNG TIỂU BAN", "name": "Nguyễn Văn An"}


def test_the_body_that_enacts_below_the_title_is_no_part_of_it():
    head = header("HỘI ĐỒNG NHÂN DÂN", "TỈNH SƠN HÀ", "Số: 5/NQ-HĐND", "NGHỊ QUYẾT", "VỀ TRỒNG RỪNG", "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ", "KHÓA XII, KỲ HỌP THỨ 9",
                  "Căn cứ Luật Lâm nghiệp;", "Điều 1. Thông qua Đề án.")
    assert (head.issuer, head.title) == ("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ", "VỀ TRỒNG RỪNG")


def test_the_symbol_is_without_the_year():
    head = header("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ", "Số: 07/2024/NQ-HĐND", "NGHỊ QUYẾT", "VỀ TRỒNG RỪNG", "Điều 1. Thông qua Đề án.")
    assert (head.number, head.symbol) == ("07/2024/NQ-HĐND", "NQ-HĐND")


def test_words_in_capitals_that_begin_no_body_go_on_with_the_one_above():
    head = header("TRUNG TÂM KHUYẾN NÔNG", "MIỀN NÚI SƠN HÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-TTKN", "KẾ HOẠCH", "Trồng cây", "I. NỘI DUNG")
    assert (head.superior, head.issuer) == (None, "TRUNG TÂM KHUYẾN NÔNG MIỀN NÚI SƠN HÀ")


def test_the_office_below_a_committee_issues_in_its_own_name():
    head = header("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ", "VĂN PHÒNG", "Số: 9/VP-TH", "V/v trực Tết", "Kính gửi: Sở Nội vụ", "Văn phòng đề nghị trực đủ.")
    assert (head.superior, head.issuer) == ("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "VĂN PHÒNG")


def test_a_post_that_issues_is_a_body():
    head = header("THỦ TƯỚNG CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 7/QĐ-TTg", "QUYẾT ĐỊNH", "VỀ TRỒNG RỪNG", "THỦ TƯỚNG CHÍNH PHỦ",
                  "Căn cứ Luật Lâm nghiệp;", "Điều 1. Phê duyệt Đề án.")
    assert (head.issuer, head.title) == ("THỦ TƯỚNG CHÍNH PHỦ", "VỀ TRỒNG RỪNG")


def test_bodies_of_a_joint_document_issue_it_together():
    head = header("BỘ SƠN LÂM", "BỘ THỦY LỢI", "Số: 8/2010/TTLT-BSL-BTL", "THÔNG TƯ LIÊN TỊCH", "Hướng dẫn trồng rừng", "I. NỘI DUNG")
    assert (head.superior, head.issuer) == (None, "BỘ SƠN LÂM - BỘ THỦY LỢI")


@pytest.mark.parametrize(("line", "opening", "bodies"), [
    ("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ", "Căn cứ Luật Lâm nghiệp;", (None, "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ")),
    ("VỀ TRỒNG RỪNG", "Hội đồng nhân dân tỉnh quyết định:", (None, "Hội đồng nhân dân tỉnh Sơn Hà")),
    ("VỀ TRỒNG RỪNG", "Sở Sơn lâm hướng dẫn như sau:", ("HỘI ĐỒNG NHÂN DÂN", "Sở Sơn lâm"))])
def test_a_body_that_lost_its_place_is_helped_by_what_is_printed_below(line, opening, bodies):
    head = header("HỘI ĐỒNG NHÂN DÂN", "Số: 3/HD-HĐND", "Sơn Hà, ngày 5 tháng 9 năm 2025", "HƯỚNG DẪN", "VỀ TRỒNG RỪNG", line, opening, "I. NỘI DUNG")
    assert (head.superior, head.issuer) == bodies


def test_a_pages_own_words_above_the_letterhead_hide_no_body():
    head = header("Quyết định 12/QĐ-UBND năm 2018 phê duyệt quy hoạch trồng rừng trên địa bàn tỉnh Sơn Hà đến năm 2030", "• Hiệu lực: Còn hiệu lực",
                  "ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/QĐ-UBND", "QUYẾT ĐỊNH", "VỀ TRỒNG RỪNG", "Điều 1. Phê duyệt.")
    assert head.issuer == "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"


def test_a_heading_of_the_gazette_holds_issuer_number_and_day():
    head = header("CHỈ THỊ", "CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ SỐ 4/1999/CT-UB", "NGÀY 21 THÁNG 6 NĂM 1999 VỀ VIỆC TRỒNG RỪNG", "Thực hiện Luật Lâm nghiệp, yêu cầu:")
    assert (head.type, head.number, head.symbol, head.date) == ("CT", "4/1999/CT-UB", "CT-UB", "1999-06-21")
    assert (head.issuer, head.title) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "VỀ VIỆC TRỒNG RỪNG")


def test_a_subject_without_a_type_is_a_dispatchs_whatever_its_symbol_looks_like():
    head = header("CỤC THUẾ TỈNH SƠN HÀ", "Số: 31/CT-TTHT", "V/v hoàn thuế", "Kính gửi:", "Công ty Lâm sản Sơn Hà", "Cục Thuế trả lời như sau:", "1. Được hoàn.")
    assert (head.type, head.title, head.recipients) == ("CV", "V/v hoàn thuế", ("Công ty Lâm sản Sơn Hà",))


@pytest.mark.parametrize("line", ["QUY ĐỊNH VỀ TRỒNG RỪNG", "KẾ HOẠCH TRỒNG RỪNG NĂM 2025"])
def test_a_title_may_begin_as_a_types_name_does(line):
    assert header("UBND TỈNH SƠN HÀ", "Số: 5/QĐ-UBND", "QUYẾT ĐỊNH", line, "CỦA CÁC XÃ", "Căn cứ Luật Lâm nghiệp;", "Điều 1.").title == f"{line} CỦA CÁC XÃ"


def test_a_copy_of_abbreviations_is_no_signature():
    head = header(*DISPATCH[:13], "Nơi nhận:", "- TTUB: CT, PCT;", "- UBND các xã;", "- Lưu: VT.", "KT. CHÁNH VĂN PHÒNG", "PHÓ VĂN PHÒNG", "Trần Thị Bình", "ĐIỂU LỆ")
    assert [each.name for each in head.cc] == ["TTUB: CT, PCT", "UBND các xã", "Lưu: VT"]
    assert (head.signer.position, head.signer.name) == ("PHÓ VĂN PHÒNG", "Trần Thị Bình")


def test_a_day_that_no_program_could_read_leaves_the_year():
    assert header("UBND XÃ ĐỒI CHÈ", "Số: 5/KH-UBND", "Đồi Chè, ngày ẠẠ tháng ĩ năm 2016", "KẾ HOẠCH", "Trồng cây", "I. NỘI DUNG").date == "2016"


def test_an_organ_below_its_body_issues_for_itself():
    head = header("ỦY BAN MTTQ VIỆT NAM", "XÃ ĐỒI CHÈ", "BAN THƯỜNG TRỰC", "Số: 16/KH-MTTQ-BTT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "Trồng cây", "I. NỘI DUNG")
    assert (head.superior, head.issuer) == (None, "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ ĐỒI CHÈ")
