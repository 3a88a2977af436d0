"""Hostile and broken files: each is refused in one line or read, soon and within limits."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from time import monotonic

import pytest

from pipeline import readers
from pipeline.errors import LimitExceeded, MissingFile, PipelineError

from .pages import joined, lines, pdf
from .words import document_of, run, saved

SOON = 20  # seconds, on a slow machine
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(document: bytes, **others: bytes) -> bytes:
    """A Word file whose text part is `document`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def body(inside: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<w:document {W}><w:body>{inside}</w:body></w:document>'.encode()


def png(width: int, height: int) -> bytes:
    """The head of a picture that says that it is so large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = (struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (head, data, b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def outcome(content: bytes, name: str):
    """The document or the PipelineError; any other exception fails the test, and so does a long wait."""
    start = monotonic()
    try:
        return readers.read_bytes(content, name)
    except PipelineError as error:
        return error
    finally:
        assert monotonic() - start < SOON


def test_a_part_that_is_huge_once_unpacked_is_refused():
    error = outcome(packed(body(" " * 70_000_000)), "kh.docx")
    assert isinstance(error, LimitExceeded)
    assert "part_megabytes" in error.hint


def test_many_parts_that_are_huge_together_are_refused():
    error = outcome(packed(body(run("x")), **{f"header{at}": b" " * 50_000_000 for at in range(7)}), "kh.docx")
    assert isinstance(error, LimitExceeded)
    assert "unpacked_megabytes" in error.hint


def test_a_table_of_a_million_rows_is_refused():
    error = outcome(packed(body("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 1_000_000 + "</w:tbl>")), "kh.docx")
    assert isinstance(error, LimitExceeded)
    assert "table_rows" in error.hint


def test_entities_that_multiply_are_not_followed():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    read = outcome(packed(body(f"<w:p>{run('Kế hoạch &a11;')}</w:p>", f"<!DOCTYPE w [{entities}]>")), "kh.docx")
    assert isinstance(read, PipelineError) or [block.text for block in read.blocks] == ["Kế hoạch"]


def test_a_file_beside_the_document_is_never_taken_in(tmp_path):
    (tmp_path / "secret.txt").write_text("BÍ MẬT")
    head = f'<!DOCTYPE w [<!ENTITY other SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    read = outcome(packed(body(f"<w:p>{run('Kế hoạch &other;')}</w:p>", head)), "kh.docx")
    assert "BÍ MẬT" not in str(read)


@pytest.mark.parametrize("depth", [60, 400, 100_000])
def test_tables_within_tables_without_end_are_read_or_refused(depth):
    inside = "<w:tbl><w:tr><w:tc>" * depth + f"<w:p>{run('Kế hoạch')}</w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    read = outcome(packed(body(inside)), "kh.docx")
    assert isinstance(read, PipelineError) or [block.text for block in read.blocks] == ["Kế hoạch"]


def test_pages_that_hold_each_other_are_refused():
    read = outcome(joined(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"]), "kh.pdf")
    assert isinstance(read, PipelineError)


def test_a_drawing_that_draws_itself_ends():
    form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 4>>stream\n/A Do\nendstream"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</A 4 0 R>>>>/Contents 5 0 R>>"
    pages = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    content = joined([*pages, page, form, "<</Length 5>>stream\n/A Do\nendstream"])
    assert isinstance(outcome(content, "kh.pdf"), PipelineError)


def test_more_pages_than_a_document_has_are_refused():
    kids = "3 0 R " * 5000
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    content = joined(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count 5000/Kids[{kids}]>>", page])
    error = outcome(content, "kh.pdf")
    assert isinstance(error, LimitExceeded)
    assert "`pages`" in error.hint


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "0 0 1 1e7", "-5 -5 -9 -9", "0 0 nan inf", "0 0 14400 14400"])
def test_a_page_of_absurd_size_is_read_or_refused(box):
    content = pdf(lines("Kế hoạch")).replace(b"0 0 595 842", box.encode())
    read = outcome(content, "kh.pdf")
    assert isinstance(read, PipelineError) or read.blocks[0].text == "Kế hoạch"


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 1 1e7", "0 0 0 0"])
def test_a_scan_of_absurd_size_is_read_or_refused(box):
    content = pdf([]).replace(b"0 0 595 842", box.encode()).replace(b"stream\n\nendstream", b"stream\n0 0 9 9 re f\nendstream")
    assert isinstance(outcome(content, "kh.pdf"), PipelineError)


@pytest.mark.parametrize("size", [(100_000, 100_000), (20_000, 20_000), (2**31 - 1, 1), (0, 0)])
def test_a_picture_of_absurd_size_is_refused(size):
    assert isinstance(outcome(png(*size), "kh.png"), PipelineError)


def test_a_text_that_is_far_too_long_is_refused():
    error = outcome(b"a " * 11_000_000, "kh.txt")
    assert isinstance(error, LimitExceeded)
    assert "text_megabytes" in error.hint


def test_a_file_without_end_is_refused():
    with pytest.raises((LimitExceeded, MissingFile)):
        readers.read(Path("/dev/zero"))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
@pytest.mark.parametrize(("name", "content"), [("kh.docx", saved(document_of("Kế hoạch"))), ("kh.pdf", pdf(lines("Kế hoạch")))])
def test_a_file_that_was_cut_short_is_read_or_refused(name, content, share):
    read = outcome(content[: int(len(content) * share)], name)
    assert isinstance(read, PipelineError) or read.blocks


@pytest.mark.parametrize("size", [-14, 0, 0.0001, 1e6])
def test_type_of_absurd_size_is_read_or_refused(size):
    read = outcome(pdf(lines("Kế hoạch", size=size)), "kh.pdf")
    assert isinstance(read, PipelineError) or read.blocks
