"""The board holds its floors, counts what is found and what is exact, and tells what a change gained and lost."""

from collections import Counter

import pytest

from tests import scoreboard, twins
from tests.scoreboard import Judgement, Row, below, changes, faults, judged, rows, table

NOTHING = {"hand": 0, "read": 0, "pairs": (), "wrong": ()}
TARGETS = [{"value": 80, "unit": "%", "op": "ge", "year": 2025, "quote": "ít nhất 80% hộ dân"},
           {"value": 5, "unit": "lớp", "op": "eq", "year": None, "quote": "05 lớp tập huấn"}]


def board(kind: str, hand: list, read: list) -> dict:
    return {"một": {kind: judged(kind, {kind: hand}, {kind: read})}}


def row(kind: str, hand: list, read: list, name: str | None = None) -> Row:
    return next(each for each in rows(board(kind, hand, read), {}) if each.name.strip() == (name or kind))


@pytest.mark.parametrize("name", ["corpus", "gold"])
def test_nothing_falls_below_its_floor(name):
    held = getattr(scoreboard, name)()
    if not held:
        pytest.skip("the folder ../shared with the gold files is not there")
    assert below(rows(held, {})) == []


def test_the_accepted_run_knows_every_document_of_the_corpus():
    assert {folder.name for folder in twins.FOLDERS} <= scoreboard.accepted().keys()


def test_a_reading_that_agrees_is_found_and_exact():
    assert row("targets", TARGETS, TARGETS) == Row("targets", 2, 2, 1.0, 1.0, 0, 0)


def test_a_field_that_differs_is_found_and_not_exact():
    read = [TARGETS[0] | {"year": 2026}, TARGETS[1]]
    assert row("targets", TARGETS, read) == Row("targets", 2, 2, 1.0, 0.5, 0, 0)
    assert row("targets", TARGETS, read, "year").exact == 0.5
    assert row("targets", TARGETS, read, "unit").exact == 1.0
    assert judged("targets", {"targets": TARGETS}, {"targets": read}).wrong == ("year: ít nhất 80% hộ dân",)


def test_what_is_missed_and_what_is_made_up_both_count():
    invented = {"value": 99, "unit": "%", "op": "eq", "year": None, "quote": "99% mây"}
    found = row("targets", TARGETS, [TARGETS[0], invented])
    assert (found.hand, found.read, found.found, found.exact) == (2, 2, 0.5, 0.5)
    assert judged("targets", {"targets": TARGETS}, {"targets": [TARGETS[0], invented]}).wrong == (
        "missed: 05 lớp tập huấn", "made up: 99% mây")


def test_citations_are_found_by_number_and_exact_by_type_and_date():
    hand = [{"type": "KH", "number": "45/KH-UBND", "date": "2025-09-15"}]
    assert row("citations", hand, [hand[0] | {"number": "45 /kh-ubnd"}]).exact == 1.0
    assert row("citations", hand, [hand[0] | {"date": None}]) == Row("citations", 1, 1, 1.0, 0.0, 0, 0)
    assert row("citations", hand, []).found == 0.0


def test_each_field_of_the_header_is_an_item():
    hand = {"type": "KH", "number": None, "signer": {"name": "A", "position": "CHỦ TỊCH"}}
    assert row("header", hand, hand).found == 1.0
    assert row("header", hand, hand | {"signer": {"name": "B", "position": "CHỦ TỊCH"}}).found == 0.75


def test_labels_of_the_outline_are_found_in_their_order():
    assert row("outline", ["I", "I.1", "II"], ["I", "II"]).found == 0.8
    assert judged("outline", {"outline": ["I", "I.1"]}, {"outline": ["I", "I.2"]}).wrong == ("missed: I.1", "made up: I.2")


def test_gained_and_lost_are_faults_that_are_gone_and_that_are_new():
    before = {"một": {"targets": ["missed: a", "year: b"]}, "hai": {"targets": ["missed: c"]}}
    now = {"một": {"targets": ["year: b", "made up: d"]}, "ba": {"targets": ["missed: e"]}}
    assert changes("targets", before, now) == {"gained": Counter({"missed: a": 1}), "lost": Counter({"made up: d": 1})}


def test_a_field_counts_its_own_gains():
    now = {"một": {"targets": Judgement(1, 1, ({"year": True},), ())}}
    found = {each.name.strip(): each for each in rows(now, {"một": {"targets": ["year: a", "missed: b"]}})}
    assert (found["targets"].gained, found["year"].gained, found["year"].lost) == (2, 1, 0)


def test_a_document_without_faults_is_stored_as_known():
    assert faults({"một": {"targets": Judgement(**NOTHING)}}) == {"một": {}}


def test_a_kind_below_its_floor_is_named():
    low = Row("targets", 10, 10, 0.9, 0.9, 0, 0)
    assert below([low, Row("tasks", 1, 1, 1.0, 1.0, 0, 0)]) == ["targets"]
    assert below([Row("targets", 10, 10, 1.0, 0.96, 0, 0)]) == ["targets"]


def test_the_table_has_a_line_for_each_row():
    lines = table("corpus", [Row("targets", 12, 11, 0.957, 0.9, 2, 1), Row("  year", 11, 11, 1.0, 0.909, 0, 1)]).splitlines()
    assert lines[2].split() == ["targets", "12", "11", "0.957", "0.900", "2", "1"]
    assert lines[3].split() == ["year", "11", "0.909", "1"]


def test_the_board_prints_what_is_lost(monkeypatch, capsys):
    monkeypatch.setattr(scoreboard, "corpus", lambda: board("targets", TARGETS, TARGETS[:1]))
    monkeypatch.setattr(scoreboard, "gold", dict)
    monkeypatch.setattr(scoreboard, "accepted", lambda: {"một": {}})
    assert scoreboard.main("show") == 1
    printed = capsys.readouterr().out
    assert "lost: targets: missed: 05 lớp tập huấn\n" in printed
    assert "below its floor: targets\n" in printed


def test_accepting_keeps_the_documents_that_are_not_at_hand(monkeypatch, tmp_path, capsys):
    path = tmp_path / "scores.json"
    path.write_text('{"seed": {"tasks": ["missed: x"]}}', encoding="utf8")
    monkeypatch.setattr(scoreboard, "ACCEPTED", path)
    monkeypatch.setattr(scoreboard, "corpus", lambda: board("targets", TARGETS, TARGETS))
    monkeypatch.setattr(scoreboard, "gold", dict)
    assert scoreboard.main("accept") == 0
    assert scoreboard.accepted() == {"seed": {"tasks": ["missed: x"]}, "một": {}}
