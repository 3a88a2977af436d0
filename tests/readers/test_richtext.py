"""Rich text: old letters by their fonts, automatic numbers as the writing program printed them, tables, footnotes."""

from contextlib import suppress

import pytest

from pipeline import readers
from pipeline.errors import PipelineError

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0{\*\panose 02020603050405020304}Times New Roman;}{\f1\fnil\fcharset0 .VnTime;}"
    r"{\f2\fnil\fcharset0 .VnTimeH;}{\f3\fnil\fcharset0 VNI-Times;}{\f4\fnil\fcharset2 Symbol;}{\f5\fnil\fcharset162 .VnTimeH Tur;}}"
)


def rtf(body: str) -> bytes:
    """A file whose text is `body`; letters beyond ASCII are its bytes in Windows-1252, as Word writes them."""
    text = "".join(letter if letter.isascii() else f"\\'{letter.encode('cp1252').hex()}" for letter in body)
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + r"{\stylesheet{\f1 Normal;}}\pard\plain " + text + r"\par}").encode("ascii")


def read(body: str):
    return readers.read_bytes(rtf(body), "kh.rtf")


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


def test_old_letters_are_converted_by_the_font_of_each_group():
    document = read(r"\f2 ñy ban nh©n d©n \f1 x· Hµ An {\f3 Soá 12} {\f0 tù do}")
    assert document.blocks[0].text == "ỦY BAN NHÂN DÂN xã Hà An Số 12 tù do"
    assert (document.source.encoding, document.source.format) == ("tcvn3+vni", "rtf")


def test_a_group_gives_back_the_font_that_it_changed():
    assert texts(r"\f1 §¹t {\f0 80% (soát)} chØ tiªu \plain và soát") == ["Đạt 80% (soát) chỉ tiêu và soát"]


@pytest.mark.parametrize("written", [r"ch\-a", r"ch\'ada", r"ch\u173?a", r"ch\u173\'3fa"])
def test_the_soft_hyphen_of_an_old_font_is_a_letter(written):
    assert texts(r"\f1 " + written) == ["chưa"]


def test_a_capital_font_of_another_character_set_prints_capitals():
    assert texts(r"\f5 kÕ ho¹ch") == ["KẾ HOẠCH"]


def test_letters_of_unicode_are_read_as_they_are():
    assert texts(r"\f0 K\u7871? ho\u7841\'61ch {\uc0 \u7871 }") == ["Kế hoạch ế"]


def test_a_vni_letter_in_two_groups_is_one():
    assert texts(r"\f3 Vie{\b ät} Nam") == ["Việt Nam"]


def test_automatic_numbers_are_the_text_that_the_program_kept():
    numbered = r"{\listtext\pard\plain\f0 II.\tab}\ls1\ilvl0 NHI\u7878?M V\u7908?\par {\pntext\f0 a)\tab}{\*\pn\pnlvlbody\pnstart1{\pntxta )}}X\par"
    assert texts(numbered) == ["II. NHIỆM VỤ", "a) X"]


def test_a_bullet_of_a_symbol_font_is_the_sign_that_it_looks_like():
    assert texts(r"{\listtext\pard\plain\f4 \'b7\tab}\ls1\f0 T\u7853?p hu\u7845?n") == ["• Tập huấn"]


def test_a_footnote_in_old_letters_follows_its_paragraph():
    document = read(r"\f1 §¹t 80%{\super\chftn{\*\footnote\pard\plain\f1 {\super\chftn} Theo KÕ ho¹ch sè 9; ch\-a xong.}} ng\-êi d©n.\par Sau")
    assert [(block.kind, block.text) for block in document.blocks][:2] == [
        ("paragraph", "Đạt 80% người dân."), ("footnote", "Theo Kế hoạch số 9; chưa xong.")]


def test_cells_of_a_table_are_read_on_their_grid():
    row = r"\trowd\cellx2000\cellx6000\pard\intbl\f1 {}\cell {}\cell\row "
    document = read("".join(row.replace("{}", one, 1).replace("{}", other, 1) for one, other in [("TT", "NhiÖm vô"), ("1", "TËp huÊn")]) + r"\pard Sau")
    cells = [(block.text, block.cell.row, block.cell.column) for block in document.blocks if block.cell]
    assert cells == [("TT", 0, 0), ("Nhiệm vụ", 0, 1), ("1", 1, 0), ("Tập huấn", 1, 1)]


def test_bytes_of_a_picture_are_no_control_words():
    assert texts(r"\f1 Tr\-íc {\pict\pngblip\bin5 {{{\\}} sau".replace("{{{\\\\", "{{{{{")) == ["Trước sau"]


@pytest.mark.parametrize("body", ["", r"{\*\generator x}", r"\f1 {{{{", r"\u99999999? \'zz \bin99999999 x", r"\f77 x} } }"])
def test_a_damaged_file_is_read_or_refused(body):
    with suppress(PipelineError):
        assert readers.read_bytes(rtf(body), "kh.rtf").blocks


def test_a_file_that_was_cut_short_is_read_with_a_note():
    document = readers.read_bytes(rtf(r"Ph\'e1t \{\'f0\} \par X\'e3")[:-1], "kh.rtf")
    assert [note.code for note in document.notes] == ["file-cut-short"]
    assert read(r"M\'f4 \{h\'ecnh \par X\'e3").notes == ()
