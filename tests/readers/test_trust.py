"""Text layers that lie: noticed, mended where that is certain, told where not."""

from pathlib import Path

import pytest

from pipeline import readers
from pipeline.readers.pages.page import Letter, Page
from pipeline.readers.pdf.letters import whole_font
from pipeline.readers.pdf.trust import is_odd, is_taken_from_picture, mended

from .pages import Text, lines, pdf

LEGACY = Path(__file__).parents[3] / "shared" / "samples" / "legacy"
PLAIN = "Ủy ban nhân dân xã tổ chức tuyên truyền pháp luật về chuyển đổi số cho người dân tại các thôn trên địa bàn trước ngày 15/9/2025"
TCVN3 = ("Uû ban nh©n d©n x· tæ chøc tuyªn truyÒn ph¸p luËt vÒ chuyÓn ®æi sè cho ng\u00adêi d©n", "t¹i c¸c th«n tr\u00adíc ngµy 15/9/2025.")


def page(*words: str) -> Page:
    return Page(1, 595, 842, tuple(Letter(word, 0, 5, 700, 12, spaced=True) for word in words), False)


def spread(words: str, gap: float, space: float) -> tuple[Letter, ...]:
    """The letters of `words`, each with a space in the file before it, and wider gaps between the words."""
    letters, place = [], 0.0
    for word in words.split():
        for sign in word:
            letters.append(Letter(sign, place, place + 6, 700, 12, spaced=True))
            place += 6 + gap
        place += space
    return tuple(letters)


def test_vietnamese_is_believed():
    assert not is_odd(page(*PLAIN.split()))
    assert not is_taken_from_picture(page(*PLAIN.split()))


def test_numbers_of_documents_and_names_of_bodies_are_no_oddity():
    assert not is_odd(page(*("45/KH-UBND 72/2025/QH15 BGDĐT VNeID HĐND&UBND (01/9/2025), 12.345.000 10% - + IV.1.a) “Số” " * 3).split()))


def test_a_page_of_signs_that_are_no_words_is_odd():
    assert is_odd(page(*["&Ӝ1*+Ñ$", ";+Ӝ,", "&+Ӫ", "1*+Ƭ$", "9,Ӌ7", "1$0", "ĈӝF", "OұS", "7ӵ", "GR", "+ҥQK", "SK~F"] * 2))
    assert is_odd(page(*["\ue012\ue034\ue051\ue020"] * 25))


def test_what_a_scanner_made_of_vietnamese_is_not_believed_below_a_picture():
    assert is_taken_from_picture(page(*["CONG", "HOA", "XA", "HOI", "CHU", "NGHIA", "VIET", "NAM", "Doc", "lap", "Tu", "do", "Hanh", "phuc"]))


def test_letters_that_stand_apart_are_put_together_by_their_gaps():
    apart = Page(1, 595, 842, spread(PLAIN, gap=3, space=6), False)
    whole = mended(apart)
    assert ([letter.text for letter in whole.letters], whole.layer) == (PLAIN.split(), "mended")


def test_a_page_in_an_old_font_is_converted_with_a_note():
    document = readers.read_bytes(pdf(lines(*TCVN3)), "kh.pdf", ocr=False)
    assert document.blocks[0].text.startswith("Uỷ ban nhân dân xã tổ chức tuyên truyền pháp luật về chuyển đổi số cho người dân")
    assert document.blocks[0].text.endswith("tại các thôn trước ngày 15/9/2025.")
    assert (document.source.encoding, [note.code for note in document.notes]) == ("tcvn3", ["text-decoded"])


def test_without_recognition_an_odd_page_is_kept_with_a_note():
    odd = [Text(85, 700 - 18 * at, "a*b c*d e*f g*h i*k l*m") for at in range(5)]
    document = readers.read_bytes(pdf(odd), "kh.pdf", ocr=False)
    assert (document.blocks[0].text[:7], [note.code for note in document.notes]) == ("a*b c*d", ["text-layer-doubtful"])


@pytest.mark.parametrize(("name", "font"), [
    ("GDNPMF+VnTimeHBold", "VnTimeHBold"), ("VnTimeHBold", "VnTimeHBold"), ("A+B", "A+B")])
def test_two_parts_of_a_font_are_one_font(name, font):
    assert whole_font(name) == font


@pytest.mark.parametrize("path", sorted(LEGACY.glob("*QD115*.pdf")), ids=lambda path: path.name)
def test_a_word_whose_letters_come_from_two_parts_of_a_font_is_one_word(path):
    assert any("Quỹ bảo lãnh tín dụng" in block.text for block in readers.read(path).blocks)
