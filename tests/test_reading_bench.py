"""The measurement of reading takes both sides in turn, over the same bytes, and an archive that is the same each time."""

import io

import docx

from bench import archive, reading
from tests import twins


def test_both_sides_read_the_same_files_in_turn(monkeypatch):
    read = []
    monkeypatch.setattr(reading.readers, "read_bytes", lambda content, name: read.append((name, content)))
    monkeypatch.setitem(reading.PEERS, ".pdf", ("peer", lambda content: read.append(("peer", content))))
    found = reading.measured([b"1", b"2"], ".pdf", 2)
    assert read == [("kh.pdf", b"1"), ("kh.pdf", b"2"), ("peer", b"1"), ("peer", b"2")] * 3
    assert len(found.ratios) == 2


def test_the_ratio_is_that_in_the_middle():
    assert reading.Measured(1.0, 4.0, (0.2, 0.9, 0.3)).ratio == 0.3


def test_the_archive_is_the_same_each_time_and_holds_all_its_bodies():
    made = archive.made_of(list(archive.LONG))
    assert made == archive.made_of(list(archive.LONG))
    words = {paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs}
    assert all(any(line in words for line in archive.source(name)["body"].splitlines()) for name in archive.LONG)


def test_the_peers_read_all_words():
    folder = twins.CORPUS / "plan-with-assignment-table"
    for suffix, (_, peer) in reading.PEERS.items():
        assert any("nhiệm vụ" in words.lower() for words in peer((folder / f"source{suffix}").read_bytes()))
