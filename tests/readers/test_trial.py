"""A file that could crash a native reader is tried apart first."""

import pytest

from pipeline import readers
from pipeline.errors import LimitExceeded
from pipeline.readers.office import anydoc, trial
from tests import twins

OLD = twins.CORPUS / "dispatch-footnote-targets" / "source.doc"


def trying(program: str, monkeypatch) -> bool:
    monkeypatch.setattr(trial, "TRY", program)
    return trial.is_safe(b"x", "doc", "kh.doc")


@pytest.mark.parametrize(("program", "verdict"), [
    ("pass", True), ("import os; os.abort()", False), ("import ctypes; ctypes.string_at(0)", False)])
def test_what_would_end_the_program_is_told(program, verdict, monkeypatch):
    assert trying(program, monkeypatch) is verdict


def test_a_try_without_end_is_ended(monkeypatch):
    monkeypatch.setattr(trial, "limit", lambda name: 1)
    with pytest.raises(LimitExceeded, match="too long"):
        trying("while True: pass", monkeypatch)


@pytest.mark.parametrize("name", ["source.doc", "source.rtf", "source.odt"])
def test_a_good_file_is_safe(name):
    path = OLD.with_name(name)
    assert trial.is_safe(path.read_bytes(), path.suffix[1:], name)


def test_a_file_that_would_crash_the_reader_goes_to_libreoffice(monkeypatch):
    known = [block.text for block in readers.read(OLD).blocks]
    monkeypatch.setattr(anydoc, "is_safe", lambda content, form, name: False)
    assert [block.text for block in readers.read(OLD).blocks] == known
