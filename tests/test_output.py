"""Whole or not at all, and never over an input."""

import os
import stat
from pathlib import Path

import pytest

from pipeline import output
from pipeline.errors import BadOutput


def test_an_earlier_output_is_replaced(tmp_path):
    path = tmp_path / "ra.json"
    path.write_text("cũ", encoding="utf8")
    output.write(path, b"{}")
    assert path.read_bytes() == b"{}"
    assert list(tmp_path.iterdir()) == [path]


def test_an_input_is_never_overwritten_under_another_name(tmp_path):
    source, link = tmp_path / "tinh.docx", tmp_path / "xa.docx"
    source.write_bytes(b"goc")
    link.symlink_to(source)
    with pytest.raises(BadOutput, match="is one of the inputs"):
        output.write(link, b"moi", inputs=[Path("-"), source])
    assert source.read_bytes() == b"goc"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(BadOutput, match="the folder .*khong-co does not exist. Make it first"):
        output.write(tmp_path / "khong-co" / "ra.json", b"{}")


def test_a_folder_is_no_output(tmp_path):
    with pytest.raises(BadOutput, match="is a folder"):
        output.write(tmp_path, b"{}")


def test_a_name_longer_than_any_file_has_is_told(tmp_path):
    with pytest.raises(BadOutput, match="cannot be written: File name too long"):
        output.write(tmp_path / ("x" * 300), b"{}")


def test_an_input_of_a_name_too_long_does_not_stand_in_the_way(tmp_path):
    output.write(tmp_path / "ra.json", b"{}", inputs=[tmp_path / ("x" * 300)])
    assert (tmp_path / "ra.json").read_bytes() == b"{}"


def test_a_link_that_leads_back_to_itself_is_no_output(tmp_path):
    (tmp_path / "vong.json").symlink_to(tmp_path / "tron.json")
    (tmp_path / "tron.json").symlink_to(tmp_path / "vong.json")
    with pytest.raises(BadOutput, match="leads back to itself"):
        output.write(tmp_path / "vong.json", b"{}")
    assert (tmp_path / "vong.json").is_symlink()


def test_a_failure_leaves_the_earlier_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "ra.json"
    path.write_bytes(b"truoc")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BadOutput, match="No space left on device"):
        output.write(path, b"sau")
    assert path.read_bytes() == b"truoc"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_as_readable_as_any_other(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    output.write(tmp_path / "ra.json", b"{}")
    assert stat.S_IMODE(os.stat(tmp_path / "ra.json").st_mode) == stat.S_IMODE(os.stat(tmp_path / "other").st_mode)


def test_a_replaced_file_keeps_its_rights(tmp_path):
    path = tmp_path / "ra.json"
    path.write_bytes(b"")
    path.chmod(0o640)
    output.write(path, b"{}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_to_an_output_stays_a_link(tmp_path):
    (tmp_path / "that.json").write_bytes(b"")
    (tmp_path / "link.json").symlink_to(tmp_path / "that.json")
    output.write(tmp_path / "link.json", b"{}")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "that.json").read_bytes() == b"{}"


def test_a_device_stays_a_device():
    output.write(Path(os.devnull), b"{}")
    assert not Path(os.devnull).is_file()


def test_creating_never_overwrites(tmp_path):
    path = tmp_path / "xa.toml"
    path.write_text("[unit]", encoding="utf8")
    with pytest.raises(BadOutput, match="is there already"):
        output.create(path, b"")
    assert path.read_text(encoding="utf8") == "[unit]"
