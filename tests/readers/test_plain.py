"""Text files become whole paragraphs: nothing lost, nothing glued."""

import textwrap

import pytest

from pipeline import readers
from pipeline.errors import BrokenFile, EmptyFile

LETTERHEAD = (
    "| ỦY BAN NHÂN DÂN TỈNH LỤC CHÂU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |\n"
    "|---|---|\n"
    "| Số: 12/KH-UBND V/v chuyển đổi số | Lục Châu, ngày 05 tháng 9 năm 2025 |\n"
)


def read(text: str, name: str = "kh.txt"):
    return readers.read_bytes(text.encode(), name)


def texts(text: str, name: str = "kh.txt") -> list[str]:
    return [block.text for block in read(text, name).blocks]


def kinds(text: str, name: str = "kh.txt") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text, name).blocks]


def printed(*paragraphs: str, width: int = 80) -> str:
    """The paragraphs as a PDF's text prints them: cut at the margin, a blank line after each line."""
    return "\n\n".join(line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width, break_on_hyphens=False)) + "\n"


PROSE = (
    "- Chủ trì, phối hợp với các cơ quan liên quan tham mưu Ủy ban nhân dân xã xây dựng Kế hoạch triển khai thực hiện "
    "các nhiệm vụ được giao, bảo đảm hoàn thành các chỉ tiêu đề ra theo đúng tiến độ; kịp thời báo cáo những khó khăn, "
    "vướng mắc phát sinh trong quá trình thực hiện."
)


# One line, one paragraph


def test_each_line_is_a_paragraph_where_the_file_is_that_way():
    assert texts("I. MỤC ĐÍCH\n1. Mục đích\n- Phổ cập kỹ năng số.\n") == ["I. MỤC ĐÍCH", "1. Mục đích", "- Phổ cập kỹ năng số."]


def test_text_is_composed_and_has_single_spaces():
    assert texts("  Kê\u0301 hoa\u0323ch \t  số\u00a045\u200b \r\n") == ["Kế hoạch số 45"]


def test_two_headings_without_end_marks_stay_two():
    heading = "2. Thực hiện truyền thông sâu rộng trên các phương tiện thông tin đại chúng về chuyển đổi số và Phong trào"
    assert texts(f"{heading}\nThực hiện tuyên truyền thường xuyên.\n") == [heading, "Thực hiện tuyên truyền thường xuyên."]


def test_the_lines_of_a_title_are_not_glued():
    text = "KẾ HOẠCH\nPhát động Phong trào “Bình dân học vụ số”\ntrên địa bàn xã\n\nI. MỤC ĐÍCH\n"
    assert texts(text) == ["KẾ HOẠCH", "Phát động Phong trào “Bình dân học vụ số”", "trên địa bàn xã", "I. MỤC ĐÍCH"]


# Paragraphs between blank lines


def test_a_paragraph_that_a_page_end_cut_is_whole_again():
    first = "- Phong trào được triển khai toàn diện, sâu rộng đến tận thôn, tạo nên cuộc vận động toàn dân, tích"
    assert texts(f"2. Yêu cầu\n\n{first}\n\ncực tham gia.\n\n3. Khác\n") == ["2. Yêu cầu", f"{first} cực tham gia.", "3. Khác"]


def test_a_finished_paragraph_does_not_go_on():
    first = "- Phong trào được triển khai toàn diện, sâu rộng đến tận thôn, tạo nên cuộc vận động toàn dân;"
    assert texts(f"{first}\n\ntham gia tích cực.\n") == [first, "tham gia tích cực."]


def test_a_paragraph_goes_on_with_the_number_that_its_last_word_wants():
    first = "Ủy ban nhân dân xã báo cáo kết quả thực hiện Kế hoạch này về Ủy ban nhân dân tỉnh trước ngày"
    assert texts(f"{first}\n\n20/11/2025 để tổng hợp.\n") == [f"{first} 20/11/2025 để tổng hợp."]


# Lines cut at a margin


def test_lines_cut_at_a_margin_become_paragraphs():
    paragraphs = ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", PROSE, "2. Yêu cầu", PROSE.replace("Chủ trì", "Thường xuyên")]
    assert texts(printed(*paragraphs)) == paragraphs


def test_a_wrapped_heading_is_one_block():
    heading = "1. Tuyên truyền, phổ biến, tạo sự chuyển biến mạnh mẽ trong nhận thức và hành động của cấp ủy đảng"
    assert texts(printed("II. NỘI DUNG", heading, PROSE)) == ["II. NỘI DUNG", heading, PROSE]


@pytest.mark.parametrize("width", range(66, 100))
def test_a_wrapped_word_that_looks_like_a_label_is_none(width):
    tricky = (
        "- Phối hợp với các đơn vị liên quan tổ chức thực hiện mô hình “Chợ số - Nông thôn số” "
        "trên địa bàn xã, hoàn thành trong tháng 9. Mỗi thôn "
        "lựa chọn ít nhất 02 hộ kinh doanh tham gia; giai đoạn 2025 - 2026 mở rộng ra toàn xã "
        "(Tiểu thương - Thương mại điện tử), báo cáo kết quả."
    )
    assert texts(printed(tricky, PROSE, width=width)) == [tricky, PROSE]


def test_a_year_at_the_start_of_a_line_is_no_label():
    text = (
        "- Hoàn thành việc xây dựng kế hoạch của các cơ quan, đơn vị trong quý IV năm\n"
        "2025. Hoàn thành việc sơ kết, tổng kết trước ngày "
        "20 tháng 12 hằng năm theo quy\nđịnh của cấp trên.\n"
    )
    assert len(texts(text)) == 1


def test_a_word_cut_at_its_hyphen_is_whole_again():
    text = (
        "- Tham khảo kiến thức kỹ năng số được đăng tải trên trang thông tin tại địa chỉ:\nhttps://chuyendoiso.luc-chau.gov.vn/tin/binh-dan-hoc-vu-so-tinh-luc-\n"
        "chau. Cán bộ, công chức, viên chức tích cực tham gia học tập trên nền tảng này,\nbáo cáo kết quả về Ủy ban nhân dân xã.\n"
    )
    assert "binh-dan-hoc-vu-so-tinh-luc-chau. Cán bộ" in texts(text)[0]


def test_a_basis_opens_a_paragraph_though_the_line_before_is_full():
    bases = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của nước ta;",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân tỉnh;",
    ]
    assert texts(printed(*bases, PROSE, PROSE, width=84))[:2] == bases


def test_lines_of_the_letterhead_are_not_glued_to_the_body():
    text = printed(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 45/UBND-TH",
        "Về việc đẩy mạnh",
        "triển khai phong trào",
        "Lục Châu, ngày 05 tháng 9 năm 2025",
        "Kính gửi:",
        "- Các phòng, ban;",
        "- Công an xã.",
        PROSE,
    )
    assert texts(text)[:9] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 45/UBND-TH",
        "Về việc đẩy mạnh",
        "triển khai phong trào",
        "Lục Châu, ngày 05 tháng 9 năm 2025",
        "Kính gửi:",
        "- Các phòng, ban;",
        "- Công an xã.",
    ]


PORTAL = """ỦY BAN NHÂN
DÂN
TỈNH LỤC CHÂU
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
12/KH-UBND
|
Lục
Châu, ngày 05
tháng 9 năm 2025
|
KẾ HOẠCH
TRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH LỤC CHÂU GIAI ĐOẠN 2025 - 2030 VÀ NHỮNG NĂM TIẾP
THEO
Căn cứ Luật Lâm
nghiệp ngày 15 tháng 11 năm 2017; Luật sửa đổi, bổ sung một số điều của Luật
Lâm nghiệp;
Căn cứ Nghị định số
35/2019/NĐ-CP ngày 25 tháng 4 năm 2019 của Chính phủ;
"""


def test_words_that_a_portal_cut_apart_in_a_letterhead_are_its_lines_again():
    assert texts(PORTAL)[:6] == ["ỦY BAN NHÂN DÂN", "TỈNH LỤC CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                                 "Số: 12/KH-UBND", "Lục Châu, ngày 05 tháng 9 năm 2025"]


def test_a_basis_whose_first_words_were_cut_off_is_whole():
    assert texts(PORTAL)[-2:] == [
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017; Luật sửa đổi, bổ sung một số điều của Luật Lâm nghiệp;",
        "Căn cứ Nghị định số 35/2019/NĐ-CP ngày 25 tháng 4 năm 2019 của Chính phủ;"]


@pytest.mark.parametrize(("lines", "expected"), [
    ("UBND TỈNH LỤC CHÂU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/SNV |\nLục Châu, ngày 5 tháng 9 năm 2025 |\nKính gửi: | - Sở Y tế; |",
     ["UBND TỈNH LỤC CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/SNV", "Lục Châu, ngày 5 tháng 9 năm 2025", "Kính gửi:", "- Sở Y tế;"]),
    ("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LỤC CHÂU Độc lập - Tự do - Hạnh phúc\nSố: 73/UBND-TH Lục Châu, ngày 12 tháng 1 năm 2018",
     ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH LỤC CHÂU", "Độc lập - Tự do - Hạnh phúc", "Số: 73/UBND-TH",
      "Lục Châu, ngày 12 tháng 1 năm 2018"]),
    ("BỘ\nSƠN LÂM\n-----\nSố: 5/BSL\nV/v\n: trồng rừng\nTP Lục Châu, ngày 5 tháng 9 năm 2025",
     ["BỘ SƠN LÂM", "Số: 5/BSL", "V/v : trồng rừng", "TP Lục Châu, ngày 5 tháng 9 năm 2025"])])
def test_columns_of_a_letterhead_that_ran_together_are_lines_again(lines, expected):
    assert texts(lines) == expected


def test_a_state_named_in_a_title_is_no_motto():
    assert texts("Số: 5/NQ-QH\nHIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")[1] == "HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_paragraph_that_a_letterhead_cut_in_two_is_whole_and_stands_before_it():
    before, after = textwrap.wrap(PROSE, 80)[:2], textwrap.wrap(PROSE, 80)[2:]
    text = "\n\n".join(
        [
            *before,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Kính gửi: Các thôn.",
            *after,
            "2. Tổ chức thực hiện",
        ]
    )
    document = read(text)
    assert [block.text for block in document.blocks] == [
        PROSE,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Kính gửi: Các thôn.",
        "2. Tổ chức thực hiện",
    ]
    assert [note.code for note in document.notes] == ["paragraph-mended"]


def test_a_copy_too_long_for_its_line_is_one_block():
    text = (
        printed(PROSE, PROSE)
        + "Nơi nhận:\n\n- Thường trực Tỉnh ủy;\n\n- Các huyện, thị, thành ủy, đảng ủy trực\n\nthuộc Tỉnh ủy;\n\n- Lưu: VT.\n"
    )
    assert texts(text)[2:] == [
        "Nơi nhận:",
        "- Thường trực Tỉnh ủy;",
        "- Các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy;",
        "- Lưu: VT.",
    ]


def test_columns_printed_on_one_line_are_two_blocks():
    assert texts(
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:      /KH-UBND      Lục Châu, ngày   tháng 9 năm 2025\n"
    ) == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /KH-UBND", "Lục Châu, ngày tháng 9 năm 2025"]


# Page numbers and rules


def test_the_number_of_a_page_goes_out_with_a_note():
    document = read(printed(PROSE, PROSE, PROSE) + "\n2\n\n" + printed(PROSE, PROSE, PROSE))
    assert [block.text for block in document.blocks] == [PROSE] * 6
    assert [(note.code, "“2”" in note.message) for note in document.notes] == [("page-number-dropped", True)]


def test_numbers_of_table_rows_stay():
    assert texts("1\nTuyên truyền\n2\nTập huấn\n") == ["1", "Tuyên truyền", "2", "Tập huấn"]


def test_form_feeds_tell_pages():
    document = read("Trang đầu.\n\fTrang sau.\n2\n")
    assert [(block.text, block.page) for block in document.blocks] == [("Trang đầu.", 1), ("Trang sau.", 2)]
    assert document.source.pages == 2


def test_a_drawn_rule_goes_out_with_a_note():
    document = read("KẾ HOẠCH\n-------\nI. MỤC ĐÍCH\n")
    assert [block.text for block in document.blocks] == ["KẾ HOẠCH", "I. MỤC ĐÍCH"]
    assert [note.code for note in document.notes] == ["rule-dropped"]


def test_the_star_below_a_party_body_stays():
    assert texts("TỈNH ỦY LỤC CHÂU\n*\nSố 12-KH/TU\n") == ["TỈNH ỦY LỤC CHÂU", "*", "Số 12-KH/TU"]


# Footnotes


def test_a_footnote_of_a_conversion_follows_its_paragraph():
    text = "1. Hoàn thành các chỉ tiêu[footnoteRef:1]. [1:  Chỉ tiêu [mới]: 80% CBCCVC.] \n2. Tuyên truyền.\n"
    assert kinds(text) == [
        ("paragraph", "1. Hoàn thành các chỉ tiêu."),
        ("footnote", "Chỉ tiêu [mới]: 80% CBCCVC."),
        ("paragraph", "2. Tuyên truyền."),
    ]


def test_a_footnote_under_a_rule_follows_the_paragraph_with_its_mark():
    body = PROSE.replace("Kế hoạch triển khai", "Kế hoạch(1) triển khai")
    text = printed(body, PROSE) + " " * 40 + "\n1 Theo Nghị quyết số 13-NQ/TU của Tỉnh ủy.\n2 Công văn số 9/UBND-TH.\n"
    document = read(text)
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", body),
        ("footnote", "Theo Nghị quyết số 13-NQ/TU của Tỉnh ủy."),
        ("paragraph", PROSE),
        ("footnote", "Công văn số 9/UBND-TH."),
    ]
    assert [note.code for note in document.notes] == ["footnote-without-mark"]


def test_a_footnote_of_markdown_follows_its_paragraph():
    assert kinds("Đạt 80%[^1].\n\n2. Khác.\n\n[^1]: Theo Kế hoạch số 9.\n", "kh.md") == [
        ("paragraph", "Đạt 80%."),
        ("footnote", "Theo Kế hoạch số 9."),
        ("paragraph", "2. Khác."),
    ]


def test_a_bookmark_goes_out_with_a_note():
    document = read("[bookmark: _Hlk1]TỈNH ỦY LỤC CHÂU\n")
    assert document.blocks[0].text == "TỈNH ỦY LỤC CHÂU"
    assert [note.code for note in document.notes] == ["bookmark-dropped"]


# Markdown


def test_marks_of_emphasis_and_escapes_go_out():
    assert texts("**I\\- QUAN ĐIỂM**\n\n**1\\.** Là *đột phá* (*hàng đầu*), 16 \\- 18%/năm.\n") == [
        "I- QUAN ĐIỂM",
        "1. Là đột phá (hàng đầu), 16 - 18%/năm.",
    ]


def test_emphasis_may_run_over_a_line_break():
    assert texts("**T/M BAN THƯỜNG VỤ\nBÍ THƯ**\n\nTrương Văn Mây\n") == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trương Văn Mây"]


def test_a_link_is_its_words_and_tags_go_out():
    text = "Xem [cổng tỉnh](https://lucchau.gov.vn) và <u>Phụ lục</u>[^1].<br>Hết [năm 2025].\n> Trích.\n"
    assert texts(text, "kh.md") == ["Xem cổng tỉnh và Phụ lục.", "Hết [năm 2025].", "Trích."]


def test_a_marked_heading_is_a_heading():
    assert kinds("## I. MỤC ĐÍCH ##\n\nPhổ cập.\n", "kh.md") == [("heading", "I. MỤC ĐÍCH"), ("paragraph", "Phổ cập.")]


def test_a_star_of_a_list_is_the_dash_that_it_stands_for():
    assert texts("**Yêu cầu**\n\n*   Kịp thời.\n*   Hiệu quả.\n") == ["Yêu cầu", "- Kịp thời.", "- Hiệu quả."]


def test_a_printed_star_stays():
    assert texts("* Lưu ý: báo cáo ngay.\n") == ["* Lưu ý: báo cáo ngay."]


@pytest.mark.parametrize("label", ["-", "+", "a)", "1."])
def test_a_label_on_a_line_of_its_own_joins_its_words(label):
    assert texts(f"{label}\nCác cấp uỷ nhận thức đầy đủ.\n") == [f"{label} Các cấp uỷ nhận thức đầy đủ."]


# Tables


def test_the_cells_of_a_pipe_table_are_blocks_with_their_place():
    blocks = read("| TT | Nhiệm vụ |\n|---|:---:|\n| **I.** | Tuyên \\| truyền<br>tập huấn |\n| 1 |  |\n").blocks
    assert [(block.text, block.cell.row, block.cell.column, block.breaks) for block in blocks] == [
        ("TT", 0, 0, ()),
        ("Nhiệm vụ", 0, 1, ()),
        ("I.", 1, 0, ()),
        ("Tuyên | truyền tập huấn", 1, 1, (15,)),
        ("1", 2, 0, ()),
    ]


def test_a_letterhead_run_together_in_cells_is_its_lines_again():
    assert kinds(LETTERHEAD + "\nKẾ HOẠCH\n") == [
        ("paragraph", text)
        for text in (
            "ỦY BAN NHÂN DÂN TỈNH LỤC CHÂU",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND",
            "V/v chuyển đổi số",
            "Lục Châu, ngày 05 tháng 9 năm 2025",
            "KẾ HOẠCH",
        )
    ]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM Lê Văn Mây", ["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Lê Văn Mây"]),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Mây", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Mây"]),
        ("TRƯỞNG BAN PHÓ THỦ TƯỚNG Lê Mây", ["TRƯỞNG BAN", "PHÓ THỦ TƯỚNG", "Lê Mây"]),
        ("CHỦ TỊCH Lê Mây", ["CHỦ TỊCH", "Lê Mây"]),
    ],
)
def test_a_signature_run_together_is_its_lines_again(cell, lines):
    text = f"Triển khai thực hiện./.\n\n| Nơi nhận: - Như trên; - Các sở, ban, ngành; - Lưu: VT. | {cell} |\n|---|---|\n"
    assert texts(text)[1:] == ["Nơi nhận:", "- Như trên;", "- Các sở, ban, ngành;", "- Lưu: VT.", *lines]


def test_a_cell_that_was_cut_up_leaves_a_note():
    assert {note.code for note in read(LETTERHEAD).notes} == {"flat-cell-split"}


# Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_unicode_is_read(encoding):
    assert readers.read_bytes("Kế hoạch".encode(encoding), "kh.txt").blocks[0].text == "Kế hoạch"


def test_bytes_that_are_no_text_known_here_are_an_error_that_says_so():
    with pytest.raises(BrokenFile, match="no Unicode text"):
        readers.read_bytes("Договор о поставке".encode("koi8-r"), "kh.txt")


@pytest.mark.parametrize("content", ["\n \n", "---\n", "\ufeff"])
def test_a_file_without_words_is_an_error(content):
    with pytest.raises(EmptyFile):
        read(content)
