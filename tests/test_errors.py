"""Whatever is wrong with a file, the user reads one line that says what it is and what to do."""

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from tests.command import chidao, text_file

CORPUS = Path(__file__).parent.parent / "corpus" / "provincial-plan-state"
ONE_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>"


def packed(**files: str) -> bytes:
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return pack.getvalue()


BAD = {
    "trong.docx": b"", "trong.txt": b"", "trong.pdf": b"", "khoang-trang.txt": b" \n\t \n",
    "cut.docx": (CORPUS / "source.docx").read_bytes()[:3000], "cut.pdf": (CORPUS / "source.pdf").read_bytes()[:200],
    "no-pages.pdf": ONE_PAGE, "zip.docx": packed(a="b"), "broken.docx": packed(**{"word/document.xml": "<w:document"}),
    "cut.doc": (CORPUS / "source.doc").read_bytes()[:9000], "cut.odt": (CORPUS / "source.odt").read_bytes()[:9000],
    "empty.rtf": b"{\\rtf1 }", "empty.html": b"<html></html>", "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "bang.xlsx": packed(**{"xl/workbook.xml": "<a/>"}), "anh.jpg": bytes.fromhex("ffd8ffe000104a464946"), "nen.rar": b"Rar!\x1a\x07\x00",
    "la.xyz": b"abc", "nhi-phan.txt": bytes(range(256)) * 8,
}


def assert_is_one_line(outcome, name: object) -> None:
    """`chidao: FILE: what is wrong. What to do.`"""
    assert (outcome.status, outcome.raw) == (2, b"")
    assert outcome.err.startswith(f"chidao: {name}: ")
    assert outcome.err.count("\n") == 1
    assert outcome.err.endswith(".\n")
    assert outcome.err.count(". ") >= 1, "no way out is told"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_in_one_line(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(BAD[name])
    assert_is_one_line(chidao("extract", path), path)


@pytest.mark.parametrize("name", ["khong-co.docx", "thu-muc"])
def test_what_is_no_file_is_told_in_one_line(name, tmp_path):
    (tmp_path / "thu-muc").mkdir()
    assert_is_one_line(chidao("read", tmp_path / name), tmp_path / name)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "[unit]\nname = Đồi Chè".encode(), b"[unit]\nnane = 'A'", b"[unit]\nkind = 3",
                                     b"[population]\nadults = 'many'", b"[deadlines]\nlead_days = -1"])
def test_a_bad_profile_is_told_in_one_line(content, tmp_path):
    path = tmp_path / "xa.toml"
    path.write_bytes(content)
    outcome = chidao("draft", CORPUS / "source.docx", "--profile", path, "-o", tmp_path / "xa.docx")
    if content:
        assert_is_one_line(outcome, path)
    else:
        assert outcome.status == 0, "an empty profile is a profile that knows nothing"


def test_a_missing_profile_is_told_in_one_line(tmp_path):
    path = tmp_path / "khong-co.toml"
    assert_is_one_line(chidao("check", CORPUS / "source.docx", "--parent", CORPUS / "source.docx", "--profile", path), path)


@pytest.mark.parametrize("out", ["khong-co/ra.json", ".", "ra.odt"])
def test_an_output_that_cannot_be_written_is_told_in_one_line(out, tmp_path):
    path = tmp_path / out
    assert_is_one_line(chidao("extract", text_file(tmp_path, "xa.txt", "I. CHỈ TIÊU\n\n- Đạt 80% hộ dân."), "-o", path), path)


def test_every_error_has_a_status_and_a_reason():
    for kind in PipelineError.__subclasses__():
        assert kind.exit_status == 2
        assert kind.__doc__


def is_read_or_refused(path: Path) -> bool:
    outcome = chidao("extract", path, "--format", "json")
    return outcome.status == 0 or outcome.err.startswith(f"chidao: {path}: ") and outcome.err.count("\n") == 1


@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode), suffix=st.sampled_from([".docx", ".pdf", ".txt", ".md", ""]))
def test_any_bytes_are_read_or_refused(content, suffix, tmp_path_factory):
    path = tmp_path_factory.mktemp("bytes") / f"x{suffix}"
    path.write_bytes(content)
    assert is_read_or_refused(path)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".rtf", ".html"])
@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_file_is_read_or_refused(seed, suffix, tmp_path):
    chance = random.Random(seed)
    content = bytearray((CORPUS / f"source{suffix}").read_bytes())
    for _ in range(chance.choice((1, 20, 400))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = tmp_path / f"hong{suffix}"
    path.write_bytes(content[: chance.randrange(len(content) // 2, len(content) + 1)])
    assert is_read_or_refused(path)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_file_whose_name_is_no_unicode_is_read(form, tmp_path):
    path = tmp_path / "ke-ho\udca1ch.txt"
    path.write_text("I. CHỈ TIÊU\n\n- Đạt 80% hộ dân.", encoding="utf8")
    outcome = chidao("extract", path, "--format", form)
    assert outcome.status == 0
    assert "ke-ho?ch.txt" in outcome.out


PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml")


@pytest.mark.parametrize("seed", range(8))
def test_a_word_file_with_damaged_parts_is_read_or_refused(seed, tmp_path):
    chance = random.Random(seed)
    whole = zipfile.ZipFile(CORPUS / "source.docx")
    parts = {name: bytearray(whole.read(name)) for name in whole.namelist()}
    for name in filter(parts.get, PARTS):
        at = chance.randrange(len(parts[name]))
        parts[name][at : at + chance.randrange(60)] = b""
    path = tmp_path / "hong.docx"
    path.write_bytes(packed(**{name: bytes(part) for name, part in parts.items()}))
    assert is_read_or_refused(path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", [["schema"], ["read", CORPUS / "source.docx"], ["extract", CORPUS / "source.docx", "--format", "json"]])
def test_a_full_disk_behind_standard_output_is_told_in_one_line(command):
    program = "from pipeline.cli import main; main()"
    with Path("/dev/full").open("wb") as full:
        outcome = subprocess.run([sys.executable, "-c", program, *map(str, command)], stdout=full, stderr=subprocess.PIPE, text=True)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith("chidao: -: cannot be written: No space left on device. ")
    assert outcome.stderr.count("\n") == 1
