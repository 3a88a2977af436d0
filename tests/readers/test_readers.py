"""The table of readers: the suffix promises, the content tells, and every refusal says what to do."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline import readers
from pipeline.errors import BrokenFile, EmptyFile, MissingFile, PipelineError, UnsupportedFormat
from pipeline.readers.formats import kind_of

from .pages import lines, pdf
from .words import document_of, saved

CORPUS = Path(__file__).parents[2] / "corpus" / "provincial-plan-state"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("kh.txt", "Kế hoạch".encode(), "txt"),
        ("KH.MD", "Kế hoạch".encode(), "md"),
        ("kh.docx", saved(document_of("Kế hoạch")), "docx"),
        ("kh.pdf", pdf(lines("Kế hoạch")), "pdf"),
    ],
)
def test_each_format_is_read_by_its_own_reader(name, content, form):
    document = readers.read_bytes(content, name)
    assert (document.blocks[0].text, document.source.format, document.source.path) == ("Kế hoạch", form, name)


@pytest.mark.parametrize("name", ["kh.docm", "kh.dotx", "KH.DOCX"])
def test_word_files_with_macros_and_templates_are_read_as_word_files(name):
    document = readers.read_bytes(saved(document_of("Kế hoạch")), name)
    assert (document.blocks[0].text, document.notes) == ("Kế hoạch", ())


@pytest.mark.parametrize(
    "content", ["Kế hoạch".encode(), saved(document_of("Kế hoạch")), pdf(lines("Kế hoạch"))], ids=["txt", "docx", "pdf"]
)
def test_without_a_suffix_the_content_tells(content):
    assert readers.read_bytes(content, "-").blocks[0].text == "Kế hoạch"


def test_a_document_keeps_the_fingerprint_of_its_file(tmp_path):
    path = tmp_path / "kh.txt"
    path.write_bytes(b"abc")
    assert readers.read(path).source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(MissingFile, match="does not exist"):
        readers.read(tmp_path / "kh.docx")


def test_a_folder_is_an_error(tmp_path):
    with pytest.raises(MissingFile, match="is a folder"):
        readers.read(tmp_path)


def test_a_path_below_a_file_is_an_error(tmp_path):
    (tmp_path / "kh.txt").write_text("Kế hoạch")
    with pytest.raises(MissingFile):
        readers.read(tmp_path / "kh.txt" / "kh.docx")


@pytest.mark.parametrize("name", ["kh.docx", "kh.pdf", "kh.txt", "-"])
def test_an_empty_file_is_an_error(name):
    with pytest.raises(EmptyFile, match="is empty"):
        readers.read_bytes(b"", name)


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("kh.xls", b"x", "Copy the table into a Word file"),
        ("kh.csv", b"x", "Copy the table into a Word file"),
        ("kh.rar", b"Rar!\x1a\x07\x00", "Unpack it"),
        ("kh.xml", b"<?xml version='1.0'?><a/>", "Open it in Word"),
        ("kh.xyz", b"x", "Formats read: .docx, .doc, .rtf, .odt, .pdf"),
    ],
)
def test_a_format_that_is_not_read_tells_the_way_out(name, content, hint):
    with pytest.raises(PipelineError) as caught:
        readers.read_bytes(content, name)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("kh.doc", OLD_WORD, "no document that is known here"),
        ("kh.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        ("kh.docx", OLD_WORD + "Workbook".encode("utf-16-le"), "an Excel file"),
        ("kh.docx", packed("xl/workbook.xml"), "an Excel file"),
        ("kh.docx", packed("kh.txt"), "a ZIP archive"),
        ("kh.txt", b"a\0b", "no document that is known here"),
    ],
)
def test_a_file_under_a_wrong_name_is_told_for_what_it_is(name, content, what):
    with pytest.raises(BrokenFile) as caught:
        readers.read_bytes(content, name)
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("kh.docx", (CORPUS / "source.doc").read_bytes(), "doc"),
        ("kh.doc", (CORPUS / "source.docx").read_bytes(), "docx"),
        ("kh.doc", (CORPUS / "source.rtf").read_bytes(), "rtf"),
        ("kh.doc", (CORPUS / "source.html").read_bytes(), "html"),
        ("kh.rtf", (CORPUS / "source.odt").read_bytes(), "odt"),
        ("kh.pdf", saved(document_of("Kế hoạch")), "docx"),
        ("kh.docx", pdf(lines("Kế hoạch")), "pdf"),
        ("kh.docx", "Kế hoạch".encode(), "txt"),
        ("kh.xls", saved(document_of("Kế hoạch")), "docx"),
        ("kh.xyz", pdf(lines("Kế hoạch")), "pdf"),
    ],
)
def test_a_file_under_a_wrong_name_is_read_for_what_it_is_with_a_note(name, content, form):
    document = readers.read_bytes(content, name)
    assert (document.source.format, document.notes[0].code) == (form, "name-mistaken")
    assert name[name.index("."):] in document.notes[0].message


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n<!-- saved -->\n<HTML><body>x", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        ("<html><p>x".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        (b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\n", "html"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">', "wordxml"),
        (b"{\\rtf1 }", "rtf"),
        (OLD_WORD + "WordDocument".encode("utf-16-le"), "doc"),
        ("Kế hoạch <html>?".encode(), "text"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_content(content, kind):
    assert kind_of(content, "-") == kind


def test_text_under_the_name_of_a_page_is_a_page():
    assert readers.read_bytes("<p>Kế&nbsp;hoạch</p>".encode(), "kh.html").blocks[0].text == "Kế hoạch"


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut", saved(document_of("Kế hoạch"))[:-60]])
def test_a_pack_that_was_cut_short_is_told(content):
    with pytest.raises(BrokenFile, match="cut short"):
        readers.read_bytes(content, "kh.docx")


def test_a_word_file_without_its_text_is_told():
    with pytest.raises(BrokenFile, match="no text part"):
        readers.read_bytes(packed("word/styles.xml"), "kh.docx")


def test_an_error_is_one_line_that_names_the_file():
    with pytest.raises(UnsupportedFormat) as caught:
        readers.read_bytes(b"GIF89a", "anh.gif")
    assert str(caught.value).startswith("anh.gif: is a picture, which is not read. ")
    assert "\n" not in str(caught.value)


def test_nothing_heavy_is_loaded_before_it_is_needed():
    heavy = ("lxml", "pypdfium2", "pdfplumber", "anydoc")
    asked = f"import sys, pipeline.readers; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_pack_whose_names_are_no_text_is_told():
    content = packed("word/document.xml", "word/é.xml").replace("é".encode(), b"\xe8\xff")
    with pytest.raises(BrokenFile, match="damaged"):
        readers.read_bytes(content, "kh.docx")
