"""Old text: told by its fonts and by its words, and put into Unicode letter by letter."""

from pathlib import Path
from unicodedata import normalize

import pytest

from pipeline import readers
from pipeline.readers.letters.encodings import Run, decoding, font_encoding, is_capital_font
from pipeline.readers.letters.old import decoded
from pipeline.readers.letters.syllables import is_syllable
from pipeline.resources import table

CORPUS = Path(__file__).parents[2] / "corpus"
SHARED = Path(__file__).parents[3] / "shared"
LINES = [
    "Kính gửi: Ủy ban nhân dân các xã, phường",
    "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh về chuyển đổi số",
    "- Bộ Tài chính; Sở Nội vụ.",
]


def old(text: str, encoding: str) -> str:
    """`text` as a writer of `encoding` typed it: TCVN3 has small letters with tones alone, VIQR marks after their vowel."""
    letters = table("encodings")["letters"][encoding]
    if encoding == "windows-1258":
        text = "".join(toned(normalize("NFD", letter), letters) for letter in text)
    return "".join(letters.get(letter) or letters.get(letter.lower(), letter) for letter in text)


def toned(parts: str, tones: dict[str, str]) -> str:
    """A letter with its tone behind it."""
    return normalize("NFC", "".join(part for part in parts if part not in tones)) + "".join(part for part in parts if part in tones)


def mojibake(text: str) -> str:
    """UTF-8 that was read as Windows-1252."""
    return "".join(byte.decode("cp1252", errors="ignore") or byte.decode("latin-1") for byte in (bytes([b]) for b in text.encode()))


def texts(*paragraphs: list[Run]) -> list[str]:
    return ["".join(runs) for runs in decoding(paragraphs).texts]


def plain(*lines: str) -> list[list[Run]]:
    return [[Run(line)] for line in lines]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viqr", "windows-1258"])
@pytest.mark.parametrize("letter", [*table("encodings")["letters"]["vni"]])
def test_every_letter_comes_back(letter, encoding):
    assert decoded(old(letter + "n", encoding), encoding).lower() == letter.lower() + "n"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viqr", "windows-1258"])
def test_old_text_without_fonts_is_known_by_its_words(encoding):
    found = decoding(plain(*(old(line, encoding) for line in LINES)))
    assert [text.lower() for (text,) in found.texts] == [line.lower() for line in LINES]
    assert found.encoding == encoding


def test_utf8_that_was_read_as_windows_1252_is_mended():
    found = decoding(plain(*map(mojibake, LINES)))
    assert ([text for (text,) in found.texts], found.encoding) == (LINES, "utf-8")


def test_decomposed_letters_are_composed():
    found = decoding(plain(*(normalize("NFD", line) for line in LINES)))
    assert ([text for (text,) in found.texts], found.encoding) == (LINES, "nfd")


@pytest.mark.parametrize("path", sorted((*CORPUS.glob("*/source.txt"), *SHARED.glob("seeds/*.txt"), *SHARED.glob("samples/texts/*.txt"))))
def test_text_in_unicode_stays_as_it_is(path):
    text = normalize("NFC", path.read_text(encoding="utf8"))
    assert decoding(plain(*text.split("\n"))).encoding is None


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "windows-1258"])
def test_bytes_that_are_no_unicode_are_read_in_their_old_encoding(encoding):
    document = readers.read_bytes(old("\n\n".join(LINES), encoding).encode("cp1252"), "kh.txt")
    assert [block.text.lower() for block in document.blocks] == [line.lower() for line in LINES]
    assert document.source.encoding == encoding
    assert [note.code for note in document.notes] == ["text-decoded"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_its_mark(encoding):
    document = readers.read_bytes("\n\n".join(LINES).encode(encoding), "kh.txt")
    assert ([block.text for block in document.blocks], document.source.encoding) == (LINES, "utf-16")


def test_a_line_in_an_old_encoding_among_lines_in_unicode_is_converted_alone():
    assert texts(*plain(LINES[0], old(LINES[1], "tcvn3"), old(LINES[1], "vni"), LINES[2])) == [LINES[0], LINES[1], LINES[1], LINES[2]]


def test_the_font_tells_where_the_words_cannot():
    assert texts([Run("tù do ", ".VnTime"), Run("tù túng", "Times New Roman")]) == ["tự do tù túng"]
    assert texts([Run("soá", "VNI-Times"), Run(" soá", "Arial")]) == ["số soá"]


def test_a_capital_font_prints_capitals():
    assert texts([Run("céng hßa x· héi", ".VnTimeH"), Run(" chñ nghÜa", ".VnTime")]) == ["CỘNG HÒA XÃ HỘI chủ nghĩa"]
    assert texts([Run("ubnd", ".VnTimeH")]) == ["UBND"]


def test_text_in_unicode_under_an_old_font_stays_as_it_is():
    assert texts(*([Run(line, ".VnTime")] for line in LINES)) == LINES


def test_a_vni_letter_that_two_runs_share_is_one_letter():
    assert texts([Run("Vie", "VNI-Times"), Run("ät Nam", "VNI-Times")]) == ["Việt Nam"]


@pytest.mark.parametrize(("font", "encoding", "is_capital"), [
    (".VnTime", "tcvn3", False), (".VnTimeH", "tcvn3", True), ("ABCDEF+.VnArialH-Bold", "tcvn3", True), (".VnTime,Bold", "tcvn3", False),
    ("VNI-Times", "vni", False), ("VNI-Helve-Condense", "vni", False), ("Times New Roman", None, False), (None, None, False),
    ("Vntime", None, False), ("Vni Times", "vni", False), ("Verdana", None, False)])
def test_the_name_of_a_font_tells_its_encoding(font, encoding, is_capital):
    assert (font_encoding(font), is_capital_font(font)) == (encoding, is_capital)


@pytest.mark.parametrize(("typed", "meant"), [
    ("QUYÕT §ÞNH cña ñY BAN NH¢N D¢N", "QUYẾT ĐỊNH của ỦY BAN NHÂN DÂN"), ("KÕ HO¹CH", "KẾ HOẠCH"), ("Së KH&§T", "Sở KH&ĐT"),
    ("UBND x· Hµ An", "UBND xã Hà An"), ("Uû ban", "Uỷ ban"), ("BIÓU THUÕ ë X·", "BIỂU THUẾ Ở XÃ")])
def test_small_letters_of_tcvn3_in_words_of_capitals_are_capitals(typed, meant):
    assert decoded(typed, "tcvn3") == meant


def test_a_bullet_is_no_letter():
    assert texts(*plain("· Uû ban nh©n d©n x·", "- Phßng Kinh tÕ")) == ["· Uỷ ban nhân dân xã", "- Phòng Kinh tế"]


@pytest.mark.parametrize(("typed", "meant"), [
    ("Bo^. Ta`i chi'nh", "Bộ Tài chính"), ("ca'c so+? ba'o ca'o", "các sở báo cáo"),
    ("Xa~ la`m ro~. So+? No^.i vu.", "Xã làm rõ. Sở Nội vụ"), ("da~ du+. Ba'o ca'o", "dã dư. Báo cáo"),
    ("I. Mu.c tie^u", "I. Mục tiêu"), ("nam 2025\\. Ma\\? BGDDDT", "nam 2025. Ma? BGĐDT"),
    ("xem http://a.vn/ba.i", "xem http://a.vn/ba.i")])
def test_marks_of_viqr_that_are_no_tones_stay_marks(typed, meant):
    assert decoded(typed, "viqr") == meant


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "quyết", "gì", "UỶ", "hoà", "hòa", "yêu"])
def test_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["cña", "naêm", "bốch", "cácx", "cac", "hàc", "Phßng", "Đ"])
def test_what_is_built_otherwise_is_no_syllable(word):
    assert not is_syllable(word)
