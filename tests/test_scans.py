"""Scans of the corpus give nearly all targets, deadlines and owners of their Word files; with no other noise than an office's own."""

from collections.abc import Iterator

import pytest

import pipeline
from tests import scans, twins

STORED = sorted(path for folder in twins.FOLDERS for path in folder.glob("scan.*"))  # black and white
MADE = ("commune-plan-faulty", "commune-plan-table")  # in colour; the second has a landscape table


def stored() -> Iterator[tuple[scans.Shares, list[str]]]:
    return (scans.shares(path.parent, pipeline.extract(pipeline.read(path))) for path in STORED)


def made() -> Iterator[tuple[scans.Shares, list[str]]]:
    return (scans.shares(twins.CORPUS / name, scans.record_of(scans.scan_of(twins.CORPUS / name), "scan.pdf")) for name in MADE)


@pytest.mark.parametrize("read", [stored, made], ids=["black and white", "in colour"])
def test_scans_give_nearly_all_items_of_their_word_files(read):
    judged = list(read())
    found = scans.total(shares for shares, _ in judged)
    assert len(judged) == 2
    assert not scans.is_below(found), [missed for _, missed in judged]


def test_an_owner_that_a_scan_lacks_counts_in_its_role():
    task = {"quote": "Tổ chức tập huấn cho cán bộ thôn", "lead": ["Phòng Kinh tế"], "coordinate": ["Công an xã"]}
    assert list(scans.owners_lost([task], [task])) == []
    assert len(list(scans.owners_lost([task], [task | {"lead": ["Công an xã"], "coordinate": []}]))) == 2
    assert len(list(scans.owners_lost([task], []))) == 2


def test_the_shares_of_documents_are_counted_together():
    one = {"targets": (1, 2), "deadlines": (0, 0), "owners": (3, 3)}
    assert scans.total([one, one]) == {"targets": (2, 4), "deadlines": (0, 0), "owners": (6, 6)}


def test_a_share_below_the_floor_is_told():
    assert not scans.is_below({"targets": (19, 20), "owners": (0, 0)})
    assert scans.is_below({"targets": (18, 20), "owners": (9, 9)})
