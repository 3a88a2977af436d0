"""Old Word files, OpenDocument text, and LibreOffice where anydoc does not tell enough."""

import os
import re
import stat
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
from time import sleep
from unicodedata import normalize

import pytest

from pipeline import readers
from pipeline.errors import BrokenFile, LimitExceeded, MissingProgram
from pipeline.readers.layout.flow import Flow, GridCell, Paragraph, Table
from pipeline.readers.layout.pieces import Token
from pipeline.readers.office import libreoffice
from pipeline.readers.office.binary import Stored, properties, stories_of
from pipeline.readers.office.doc import Original

CORPUS = Path(__file__).parents[2] / "corpus"
LEGACY = Path(__file__).parents[3] / "shared" / "samples" / "legacy"
OLD = [path for path in sorted(LEGACY.glob("*")) if path.suffix in (".doc", ".rtf")]
# What a transcript has and a reader rightly has not: the codes of fields, the running heads, and ặ that was taken for ẵ.
SLIPS = re.compile(r"EMBED|Excel\.Sheet\.8|PAGE|[\x03\x04]|(?<=PAGE )\d+")


def words(text: str) -> list[str]:
    return normalize("NFC", SLIPS.sub(" ", text)).replace("ẵ", "ặ").casefold().split()


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.name)
def test_real_old_documents_read_as_their_transcripts(path):
    read = words(" ".join(block.text for block in readers.read(path).blocks))
    meant = words(path.with_suffix(".truth.txt").read_text(encoding="utf8"))
    same = sum(match.size for match in SequenceMatcher(None, read, meant, autojunk=False).get_matching_blocks())
    assert same / max(len(read), len(meant)) >= 0.99


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_a_document_is_read_alike_in_each_format(form):
    folder = CORPUS / "dispatch-footnote-targets"
    document = readers.read(folder / f"source.{form}")
    known = [(block.kind, block.text) for block in readers.read(folder / "source.docx").blocks]
    assert [(block.kind, block.text) for block in document.blocks] == known
    assert document.source.format == form


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_automatic_numbers_are_read_as_printed(form):
    folder = CORPUS / "commune-plan-table"
    known = [block.text for block in readers.read(folder / "source.docx").blocks]
    assert [block.text for block in readers.read(folder / f"source.{form}").blocks] == known


@pytest.mark.parametrize("name", ["source.doc", "source.rtf", "vni.rtf", "tcvn3.doc"])
def test_merged_cells_stand_on_their_grid(name):
    folder = CORPUS / "plan-with-assignment-table"
    known = [(block.text, block.cell) for block in readers.read(folder / "source.docx").blocks if block.cell]
    assert [(block.text, block.cell) for block in readers.read(folder / name).blocks if block.cell] == known


def test_a_capital_font_of_an_old_word_file_prints_capitals():
    blocks = readers.read(CORPUS / "dispatch-footnote-targets" / "tcvn3.doc").blocks
    assert [block.text for block in blocks[:4]] == [
        "ỦY BAN NHÂN DÂN", "TỈNH LỤC CHÂU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


# What a .doc tells of its letters


def original(*runs: Stored) -> Original:
    return Original(runs)


def set_right(found: Original, text: str) -> list[tuple[str, str, str | None]]:
    (paragraph,) = found.set_right([Paragraph((Token("text", text),))])
    return [(piece.kind, piece.text, piece.font) for piece in paragraph.pieces]


def test_words_get_the_font_and_the_tabs_that_they_have_in_the_file():
    found = original(Stored("ñy ban\tnh©n", ".VnTimeH"), Stored(" d©n\r", ".VnTime"))
    assert set_right(found, "ñy ban nh©n d©n") == [("text", "ñy ban\tnh©n", ".VnTimeH"), ("text", " d©n", ".VnTime")]


def test_the_code_of_a_field_is_no_text():
    found = original(Stored("môc \x13 REF a \x13 X \x14y\x15 \x144.7\x15 nµy\r", ".VnTime"))
    assert set_right(found, "môc 4.7 nµy") == [("text", "môc 4.7 nµy", ".VnTime")]


def test_a_letter_that_anydoc_drops_comes_back():
    assert set_right(original(Stored("th«ng t\x1f\r", ".VnTime")), "th«ng t") == [("text", "th«ng t\u00ad", ".VnTime")]
    assert set_right(original(Stored("th\u00ad n\x1f\u00adíc\r", ".VnTime")), "th\u00ad n\u00adíc") == [("text", "th\u00ad n\u00adíc", ".VnTime")]


def test_words_struck_out_or_hidden_are_told_as_such():
    found = original(Stored("70%", None, is_deleted=True), Stored("80%"), Stored("x", None, is_hidden=True))
    assert [kind for kind, _, _ in set_right(found, "70%80%x")] == ["deleted", "text", "hidden"]


def test_words_that_are_not_in_the_file_stay_as_they_are():
    assert set_right(original(Stored("a")), "b") == [("text", "b", None)]


def test_properties_are_taken_apart_by_their_sizes():
    packed = b"\x35\x08\x01" b"\x4f\x4a\x04\x00" b"\x03\x68\x01\x02\x03\x04" b"\x06\xd6\x03\x00\xaa\xbb" b"\x0d\xc6\x02\x01\x02" b"\x3c\x08\x01"
    assert properties(packed) == {
        0x0835: b"\1", 0x4A4F: b"\4\0", 0x6803: b"\1\2\3\4", 0xD606: b"\xaa\xbb", 0xC60D: b"\1\2", 0x083C: b"\1"}


@pytest.mark.parametrize("content", [b"", b"x" * 600, (CORPUS / "provincial-plan-state" / "source.doc").read_bytes()[:7000]])
def test_a_damaged_file_tells_no_stories(content):
    assert stories_of(content) == {}


# Paragraphs and tables of whatever format


def table(*rows: tuple[str, ...], is_ruled: bool | None = None) -> Table:
    cells = [GridCell((Paragraph((Token("text", text),)),), at, column) for at, row in enumerate(rows) for column, text in enumerate(row)]
    return Table(tuple(cells), is_ruled)


@pytest.mark.parametrize(("known", "kinds"), [
    (table(("UBND XÃ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), ["paragraph"] * 2),
    (table(("Nơi nhận:", "CHỦ TỊCH"), is_ruled=True), ["paragraph"] * 2),
    (table(("TT", "Nhiệm vụ"), ("1", "Tập huấn")), ["cell"] * 4),
    (table(("Họ tên", "Lan"), is_ruled=False), ["paragraph"] * 2),
    (table(("TT", "Nhiệm vụ"), is_ruled=False), ["cell"] * 2),
])
def test_a_table_that_only_lays_out_text_is_told_from_a_real_one(known, kinds):
    assert [block.kind for block in Flow().items([known])] == kinds


# LibreOffice


def programs(folder: Path, monkeypatch, script: str) -> None:
    """A program in place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_without_libreoffice_the_error_names_the_package(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram, match="needs LibreOffice.*apt install libreoffice-writer"):
        readers.read(CORPUS / "commune-plan-table" / "source.doc")


def test_libreoffice_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path, monkeypatch):
    programs(tmp_path, monkeypatch, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(libreoffice, "limit", lambda name: 1)
    with pytest.raises(LimitExceeded, match="too long"):
        libreoffice.converted(b"x", ".doc", "kh.doc")
    child = (tmp_path / "child").read_text().strip()
    assert any(is_gone(child) or sleep(0.1) for _ in range(100)), "the system ends it when it comes to it"


def is_gone(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True


def test_a_file_that_libreoffice_cannot_read_is_told_and_nothing_is_left_behind(tmp_path, monkeypatch):
    programs(tmp_path, monkeypatch, "exit 1")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    os.mkdir(tmp_path / "temporary")
    with pytest.raises(BrokenFile, match="LibreOffice neither"):
        libreoffice.converted(b"x", ".doc", "kh.doc")
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_profile_is_a_private_one(tmp_path, monkeypatch):
    programs(tmp_path, monkeypatch, f'echo "$@" > {tmp_path}/asked; exit 1')
    with pytest.raises(BrokenFile):
        libreoffice.converted(b"x", ".doc", "kh.doc")
    asked = (tmp_path / "asked").read_text()
    assert "-env:UserInstallation=file:///" in asked
    assert "--headless" in asked


def test_word_files_in_one_file_of_xml_are_read():
    xml = ('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
           '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
           "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:wordDocument>")
    document = readers.read_bytes(xml.encode(), "kh.xml")
    assert ([block.text for block in document.blocks], document.source.format) == (["Kế hoạch"], "xml")
