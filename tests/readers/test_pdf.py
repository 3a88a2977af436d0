"""PDF files: columns, paragraphs over lines and pages, footnotes, ruled tables."""

from pathlib import Path

import pytest

from pipeline import readers
from pipeline.errors import BrokenFile, EmptyFile

from .pages import Text, lines, pdf, ruled

CORPUS = Path(__file__).parents[2] / "corpus"
LONG = "phổ cập kỹ năng số cho người dân trên địa bàn xã, bảo đảm an toàn thông"  # as wide as the text of the page


def read(*pages):
    return readers.read_bytes(pdf(*pages), "kh.pdf")


def texts(*pages) -> list[str]:
    return [block.text for block in read(*pages).blocks]


def body(*words: str, top: float = 700) -> list[Text]:
    """Lines of a body, the first of each paragraph set in: `> ` before it."""
    return [Text(113 if line.startswith("> ") else 85, top - at * 18, line.removeprefix("> ")) for at, line in enumerate(words)]


def test_lines_become_paragraphs_by_the_width_of_the_page():
    assert texts(body(f"{LONG} tin mạng", f"{LONG} tin mạng", "của xã.", f"{LONG} tin mạng", "theo quy định.")) == [
        f"{LONG} tin mạng {LONG} tin mạng của xã.",
        f"{LONG} tin mạng theo quy định.",
    ]


def test_a_line_set_in_opens_a_paragraph_though_the_one_before_is_full():
    assert texts(body(f"> {LONG}", f"{LONG} xã hội.", f"> {LONG}", f"{LONG} thôn.")) == [f"{LONG} {LONG} xã hội.", f"{LONG} {LONG} thôn."]


def test_a_wrapped_word_that_looks_like_a_label_is_none():
    assert texts(body(f"> - {LONG}", f"- số {LONG}", "của xã.", f"> - {LONG}", "của thôn.")) == [
        f"- {LONG} - số {LONG} của xã.",
        f"- {LONG} của thôn.",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_belongs_to_the_first():
    blocks = read(body(f"> {LONG}", f"{LONG} tin mạng"), body("của cơ quan.", "> 2. Khác.")).blocks
    assert [(block.text, block.page) for block in blocks] == [(f"{LONG} {LONG} tin mạng của cơ quan.", 1), ("2. Khác.", 2)]


def test_the_number_of_a_page_goes_out_with_a_note():
    document = read([Text(300, 800, "2"), *body("> Nội dung của trang.")])
    assert [block.text for block in document.blocks] == ["Nội dung của trang."]
    assert [note.code for note in document.notes] == ["page-number-dropped"]


def test_of_a_letterhead_the_left_column_comes_first():
    head = [
        *lines("ỦY BAN NHÂN DÂN", "XÃ SUỐI BẠC", "Số: 12/KH-UBND", left=100, size=13),
        *lines(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Suối Bạc, ngày 05 tháng 9 năm 2025", left=290, size=13
        ),
    ]
    assert texts([*head, *body(f"> {LONG}", f"{LONG} xã.", top=600)]) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ SUỐI BẠC",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Suối Bạc, ngày 05 tháng 9 năm 2025",
        f"{LONG} {LONG} xã.",
    ]


def test_of_a_signature_the_copies_come_first_though_the_lines_do_not_meet():
    foot = [
        *lines("Nơi nhận:", "- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT.", left=85, top=400, step=13, size=11),
        *lines("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", left=350, top=396, step=16),
        Text(340, 310, "Lê Văn Bạc"),
    ]
    assert texts([*body(f"> {LONG}", f"{LONG} xã."), *foot])[1:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Thường trực Đảng ủy;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Văn Bạc",
    ]


def test_addressees_beside_their_word_are_lines_of_their_own():
    address = [Text(150, 640, "Kính gửi:"), *lines("- Các sở, ban, ngành;", "- Các thôn.", left=240, top=640)]
    assert texts([*address, *body(f"> {LONG}", f"{LONG} xã.", top=580)])[:3] == ["Kính gửi:", "- Các sở, ban, ngành;", "- Các thôn."]


def test_a_footnote_follows_the_paragraph_that_calls_it_and_the_raised_number_goes():
    called = [Text(85, 700, "Hoàn thành chỉ tiêu"), Text(201, 706, "1", 8), Text(208, 700, "của xã."), *body("> 2. Khác.", top=682)]
    notes = [Text(85, 84, "1", 7), Text(90, 80, "Chỉ tiêu tại Quyết định số 12/QĐ-UBND", 10), Text(85, 68, "của tỉnh.", 10)]
    assert [(block.kind, block.text) for block in read([*called, *notes]).blocks] == [
        ("paragraph", "Hoàn thành chỉ tiêu của xã."),
        ("footnote", "Chỉ tiêu tại Quyết định số 12/QĐ-UBND của tỉnh."),
        ("paragraph", "2. Khác."),
    ]


def test_a_raised_number_that_calls_nothing_stays():
    assert texts([Text(85, 700, "Diện tích 45 m"), Text(170, 706, "2", 8), Text(178, 700, "đất.")]) == ["Diện tích 45 m2 đất."]


TABLE = [
    *ruled([85, 130, 330, 520], [700, 670, 640, 610]),
    Text(90, 680, "TT"),
    Text(140, 680, "Nhiệm vụ"),
    Text(340, 680, "Chủ trì"),
    Text(90, 650, "1"),
    Text(140, 656, "Tuyên truyền, phổ", 12),
    Text(140, 643, "biến pháp luật", 12),
    Text(340, 650, "Công an xã"),
    Text(90, 620, "2"),
    Text(140, 620, "Tập huấn"),
]


def test_the_cells_of_a_ruled_table_are_blocks_with_their_place():
    blocks = read([*body("> Phân công như sau:", top=740), *TABLE, *body("> Hết.", top=580)]).blocks
    assert [(block.kind, block.text, block.cell and (block.cell.row, block.cell.column)) for block in blocks] == [
        ("paragraph", "Phân công như sau:", None),
        ("cell", "TT", (0, 0)),
        ("cell", "Nhiệm vụ", (0, 1)),
        ("cell", "Chủ trì", (0, 2)),
        ("cell", "1", (1, 0)),
        ("cell", "Tuyên truyền, phổ biến pháp luật", (1, 1)),
        ("cell", "Công an xã", (1, 2)),
        ("cell", "2", (2, 0)),
        ("cell", "Tập huấn", (2, 1)),
        ("paragraph", "Hết.", None),
    ]


def test_a_table_goes_on_over_the_end_of_a_page_without_its_head_again():
    head = [Text(90, 680, "TT"), Text(140, 680, "Nhiệm vụ"), Text(340, 680, "Chủ trì")]
    rest = [*ruled([85, 130, 330, 520], [700, 670, 640]), *head, Text(90, 650, "3"), Text(140, 650, "Sơ kết")]
    cells = [(block.text, block.cell.table, block.cell.row) for block in read(TABLE, [Text(300, 800, "2"), *rest]).blocks]
    assert cells[-2:] == [("3", 0, 3), ("Sơ kết", 0, 3)]
    assert [text for text, _, _ in cells].count("TT") == 1


def test_a_row_that_the_end_of_a_page_cut_is_whole_again():
    rest = [*ruled([85, 130, 330, 520], [700, 670, 640]), Text(140, 680, "kỹ năng số"), Text(90, 650, "3"), Text(140, 650, "Sơ kết")]
    assert [(block.text, block.cell.row) for block in read(TABLE, rest).blocks][-3:] == [
        ("Tập huấn kỹ năng số", 2),
        ("3", 3),
        ("Sơ kết", 3),
    ]


def test_a_page_that_lies_on_its_side_is_read_as_it_is_shown():
    document = readers.read_bytes(pdf([*body(f"> {LONG}", f"{LONG} xã.", "> 2. Khác.", top=500)], turned=True), "kh.pdf")
    assert [block.text for block in document.blocks] == [f"{LONG} {LONG} xã.", "2. Khác."]


def test_a_pdf_without_any_text_is_an_error_that_says_so():
    with pytest.raises(EmptyFile, match="no words were found"):
        read([])


def test_without_recognition_a_scan_is_an_error_that_says_so():
    with pytest.raises(EmptyFile, match="no text layer"):
        readers.read_bytes(pdf([]), "kh.pdf", ocr=False)


def test_a_page_without_text_among_others_leaves_a_note():
    assert [note.code for note in read(body("> Có chữ."), []).notes] == ["page-without-text"]


def test_a_locked_file_is_an_error_that_says_so():
    with pytest.raises(BrokenFile, match="password"):
        readers.read(Path(__file__).parent / "fixtures" / "locked.pdf")


def test_a_file_that_was_cut_short_is_an_error_that_says_so():
    with pytest.raises(BrokenFile, match="cut short"):
        readers.read_bytes(b"%PDF-1.4\n1 0 obj\n<</Type", "kh.pdf")


def test_the_number_of_pages_is_told():
    assert read(body("> Một."), body("> Hai.")).source.pages == 2


TWINS = sorted(path for path in CORPUS.glob("*/source.pdf") if path.with_suffix(".docx").exists())


@pytest.mark.parametrize("twin", TWINS, ids=lambda path: path.parent.name)
def test_a_pdf_reads_as_the_word_file_that_it_was_made_from(twin):
    paragraphs = [
        [block.text for block in readers.read(path).blocks if len(block.text) > 120 or block.cell]
        for path in (twin, twin.with_suffix(".docx"))
    ]
    assert paragraphs[0] == paragraphs[1]
