"""Scans: what is done to their pictures, what is made of recognised words, and what is said where nothing can be recognised."""

import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from pipeline import readers
from pipeline.errors import EmptyFile, LimitExceeded, MissingProgram, UnsupportedFormat
from pipeline.readers.ocr import cells, tesseract
from pipeline.readers.ocr.labels import with_labels
from pipeline.readers.ocr.recognition import is_text, without_stains
from pipeline.readers.ocr.scans import PAPER, Scan, black_ink, slant, without_dust
from pipeline.readers.ocr.strokes import without_lines
from pipeline.readers.ocr.tesseract import Word
from pipeline.readers.ocr.words import corrected
from pipeline.readers.pages.page import Letter, Page
from tests import twins

PRINTED = twins.CORPUS / "commune-plan-dispatch" / "source.pdf"


def picture(page: int = 0) -> Image.Image:
    """A page of a document, 200 dots to the inch."""
    return pypdfium2.PdfDocument(PRINTED)[page].render(scale=200 / 72).to_pil().convert("L")


def saved(image: Image.Image, form: str, **settings: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, dpi=(200, 200), **settings)
    return buffer.getvalue()


def sheet(width: int = 400, height: int = 300) -> np.ndarray:
    return np.full((height, width), PAPER, dtype=np.uint8)


def word(text: str, confidence: float = 0.9, left: int = 0, right: int = 100) -> Word:
    return Word(text, left, 0, right, 30, 30.0, confidence, 0)


# The picture


def test_dust_goes_and_the_points_of_letters_stay():
    pixels = sheet()
    pixels[50:53, 50:53] = 0  # alone
    pixels[100:130, 100:104] = pixels[134:138, 100:104] = 0  # a stroke with a dot below it
    pixels[200:203, 100:112] = 0  # a dash, alone
    clean = without_dust(pixels)
    assert (clean[45:60, 45:60] == PAPER).all()
    assert (clean[90:210, 90:120] == pixels[90:210, 90:120]).all()


def test_dots_that_open_lines_below_each_other_are_bullets():
    pixels = sheet()
    for top in (60, 110):
        pixels[top : top + 4, 100:104] = 0  # a bullet
        pixels[top - 6 : top + 8, 125:300] = 0  # its line
    pixels[200:204, 100:104] = 0  # a speck
    clean = without_dust(pixels)
    assert (clean[:150] == pixels[:150]).all()
    assert (clean[190:] == PAPER).all()


def test_a_red_seal_and_a_blue_signature_go_and_the_black_letters_below_them_stay():
    image = Image.new("RGB", (30, 10), "white")
    pen = ImageDraw.Draw(image)
    for left, ink in ((0, (205, 40, 45)), (10, (40, 60, 150)), (20, (70, 20, 25))):
        pen.rectangle([left, 0, left + 9, 9], fill=ink)
    assert black_ink(image)[5, [5, 15]].tolist() == [PAPER, PAPER]
    assert black_ink(image)[5, 25] < 100


@pytest.mark.parametrize("angle", [-2.0, 0.8])
def test_a_page_that_lies_askew_is_laid_level(angle):
    turned = picture().rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    assert slant(np.asarray(turned)) == pytest.approx(-angle, abs=0.1)


def table(*uprights: tuple[int, int, int]) -> Scan:
    """A sheet with two level lines 60 dots apart, and upright lines: place, top and foot."""
    pixels = sheet(600, 200)
    pixels[50:53, 50:550] = pixels[110:113, 50:550] = pixels[170:173, 50:550] = 0
    for left, top, foot in ((50, 50, 172), (547, 50, 172), *uprights):
        pixels[top:foot, left : left + 3] = 0
    return Scan(1, pixels, 216.0, 72.0)


def test_the_cells_of_a_table_are_found_by_its_lines_and_these_go():
    bare, tables = without_lines(table((300, 50, 172)))
    assert [len(each) for each in tables] == [4]
    assert (bare.pixels > 128).all()


def test_a_stem_of_a_letter_between_two_lines_is_no_line():
    assert without_lines(table((300, 62, 104), (300, 50, 50)))[1] == without_lines(table())[1]


# The words


def test_a_cell_that_is_read_unsurely_is_read_once_more_alone(monkeypatch):
    scan = Scan(1, sheet(), 288.0, 216.0)
    scan.pixels[20:40, 20:30] = 0
    answers = iter([(word("T79", 0.2),), (word("77,5", 0.9),)])
    monkeypatch.setattr(cells, "words_of", lambda pixels, name, layout: next(answers))
    assert [each.text for each in cells.words_of_cells(scan, [[(0.0, 150.0, 60.0, 216.0)]], "kh.pdf")] == ["77,5"]


def test_signs_that_nothing_is_sure_of_are_left_out_of_a_line():
    line = [word("Năm"), word("._.", 0.2, 110, 120), word("2026", right=250, left=130)]
    assert [each.text for each in without_stains(line)] == ["Năm", "2026"]
    assert [each.text for each in without_stains([word("-", 0.2), *line])][0] == "-", "a bullet may be read unsurely"


def test_an_unsure_dash_between_two_figures_stays():
    line = [word("90", right=30), word("—", 0.2, 40, 60), word("95%", left=70, right=120), word("–", 0.2, 130, 150), word("người", left=160)]
    assert [each.text for each in without_stains(line)] == ["90", "—", "95%", "người"]


def test_what_a_seal_was_taken_for_is_no_text():
    assert not is_text([word("NW⁄ SN", 0.3)])
    assert is_text([word("Kính gửi", 0.9)])


def texts(*lines: str) -> list[str]:
    return [" ".join(each.text for each in line) for line in corrected([[word(text) for text in line.split(" ")] for line in lines])]


@pytest.mark.parametrize(("read", "meant"), [
    ("Cơ quạn chủ trì", "Cơ quan chủ trì"),
    ("thu gom chất thải rắn sinh hoạt:và", "thu gom chất thải rắn sinh hoạt và"),
    ("thường .xuyên kiểm tra", "thường xuyên kiểm tra"),
    ("trong quý II/⁄2026", "trong quý II/2026"),
    ("8: Giao Sở Y tế", "8. Giao Sở Y tế"),
    ("PHO CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("I.MỤC ĐÍCH, YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("cộng tác viên", "cộng tác viên"),
    ("lúc 8: 30", "lúc 8: 30"),
    ("tại https://chinhphu.vn", "tại https://chinhphu.vn"),
])
def test_only_what_is_certainly_mistaken_is_put_right(read, meant):
    assert texts(read) == [meant]


def test_a_compound_is_known_over_the_end_of_a_line():
    assert texts("qua Bảo", "hiếm xã hội tỉnh") == ["qua Bảo", "hiểm xã hội tỉnh"]


# The labels


def heading(label: str, wide: float, top: float, words: str = "NHIỆM VỤ GIẢI PHÁP") -> list[Letter]:
    """A heading whose label is so wide, in letters of a size at which an I is 4.7 points wide."""
    letters, left = [Letter(label, 85.0, 85.0 + wide, top, 14.0, True, 0.9)], 110.0
    for text in words.split(" "):
        letters.append(Letter(text, left, left + 10.0 * len(text), top, 14.0, True, 0.9))
        left += 10.0 * len(text) + 3.5
    return letters


def labels(*headings: tuple[str, float]) -> list[str]:
    letters = [letter for at, (label, wide) in enumerate(headings) for letter in heading(label, wide, 700.0 - 30 * at)]
    (page,) = with_labels([Page(1, 595.0, 842.0, tuple(letters), False)])
    return [letter.text for letter in page.letters if letter.left == 85.0]


def test_of_a_number_read_and_the_one_that_follows_that_which_is_as_wide_as_printed_is_taken():
    assert labels(("I.", 8.0), ("II.", 12.5), ("II.", 17.0)) == ["I.", "II.", "III."]
    assert labels(("I.", 8.0), ("III.", 17.0)) == ["I.", "III."], "the document leaves a number out itself"


def test_the_sign_behind_the_number_of_a_part_is_that_of_the_others():
    assert labels(("I.", 8.0), ("II", 12.5), ("III.", 17.0)) == ["I.", "II.", "III."]
    assert labels(("I-", 9.0), ("II,", 13.5)) == ["I-", "II-"]


def points(*read: str) -> list[str]:
    letters = (Letter(label, 85.0, 95.0, 700.0 - 20 * at, 14.0, True, 0.9) for at, label in enumerate(read))
    return [letter.text for letter in with_labels([Page(1, 595.0, 842.0, tuple(letters), False)])[0].letters]


def test_the_letters_of_points_follow_the_alphabet_of_the_list():
    assert points("c)", "đ)", "đ)") == ["c)", "d)", "đ)"]
    assert points("d)", "ở)", "e)", "ø)") == ["d)", "đ)", "e)", "g)"]


def test_what_was_put_right_in_a_label_is_told():
    letters = (Letter("d)", 85.0, 95.0, 700.0, 14.0, True, 0.9), Letter("ở)", 85.0, 95.0, 680.0, 14.0, True, 0.9))
    assert with_labels([Page(1, 595.0, 842.0, letters, False)])[0].corrected == ("ở) → đ)",)


# The file


@pytest.mark.parametrize(("form", "settings"), [("PNG", {}), ("JPEG", {"quality": 70}), ("TIFF", {"compression": "tiff_lzw"})])
def test_a_picture_of_a_page_is_recognised_with_a_note_of_how_surely(form, settings):
    head = picture().crop((0, 0, 1654, 900))
    document = readers.read_bytes(saved(head, form, **settings), f"kh.{form.lower()}")
    assert "Độc lập - Tự do - Hạnh phúc" in [block.text for block in document.blocks]
    assert (document.source.ocr, document.source.format, document.source.pages) == (True, form.lower(), 1)
    assert "page-recognised" in [note.code for note in document.notes]
    assert all(0 < block.confidence <= 1 for block in document.blocks)


def test_a_page_that_was_laid_on_its_side_is_turned():
    side = picture().rotate(90, expand=True)
    assert "Độc lập - Tự do - Hạnh phúc" in [block.text for block in readers.read_bytes(saved(side, "PNG"), "kh.png").blocks]


def mixed() -> bytes:
    """A PDF whose first page is text, and whose second is a picture."""
    scan, buffer = io.BytesIO(), io.BytesIO()
    picture(1).save(scan, "PDF", resolution=200)
    document = pypdfium2.PdfDocument.new()
    document.import_pages(pypdfium2.PdfDocument(PRINTED), [0])
    document.import_pages(pypdfium2.PdfDocument(scan.getvalue()), [0])
    document.save(buffer)
    return buffer.getvalue()


def test_of_a_mixed_file_only_the_scanned_pages_are_recognised():
    document = readers.read_bytes(mixed(), "kh.pdf")
    assert [note.message.split()[1] for note in document.notes if note.code == "page-recognised"] == ["2"]
    assert {block.confidence is None for block in document.blocks if block.page == 1} == {True}
    assert {block.confidence is None for block in document.blocks if block.page == 2} == {False}


def test_without_recognition_the_scanned_pages_of_a_mixed_file_are_left_out_with_a_note():
    document = readers.read_bytes(mixed(), "kh.pdf", ocr=False)
    assert {block.page for block in document.blocks} == {1}
    assert "page-without-text" in [note.code for note in document.notes]


def test_without_recognition_a_picture_is_an_error_that_says_so():
    with pytest.raises(UnsupportedFormat, match="turned off"):
        readers.read_bytes(saved(picture(), "PNG"), "kh.png", ocr=False)


def test_a_picture_without_words_is_an_error_that_says_so():
    with pytest.raises(EmptyFile, match="no words"):
        readers.read_bytes(saved(Image.new("L", (600, 800), 255), "PNG"), "kh.png")


# Tesseract


def test_without_tesseract_the_error_names_the_packages(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match="tesseract-ocr tesseract-ocr-vie.*--no-ocr"):
        readers.read_bytes(saved(picture(), "PNG"), "kh.png")


def test_without_its_vietnamese_data_the_error_names_the_packages(tmp_path, monkeypatch):
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(MissingProgram, match="the data is missing.*tesseract-ocr-vie"):
        readers.read_bytes(saved(picture(), "PNG"), "kh.png")


def test_a_page_that_takes_too_long_is_an_error_that_says_so(monkeypatch):
    monkeypatch.setattr(tesseract, "limit", lambda name: 0.01)
    with pytest.raises(LimitExceeded, match="too long"):
        readers.read_bytes(saved(picture(), "PNG"), "kh.png")


def test_a_word_keeps_its_place_when_it_is_put_right():
    seen = replace(word("quạn"), left=40, right=80)
    assert corrected([[word("Cơ"), seen]])[0][1] == replace(seen, text="quan")
