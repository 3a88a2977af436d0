"""README is run: each `$ chidao …` of a console block gives the output that stands below it; `…` stands for any words or lines."""

import contextlib
import io
import re
import runpy
import shlex
from pathlib import Path

import pytest

from pipeline.cli import chidao as group
from pipeline.resources import table
from tests.command import chidao

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall(README) if found == kind]


def runs() -> list[tuple[list[str], str]]:
    """Each command of the console blocks, and what the page says that it prints."""
    steps = [step for block in blocks("console") for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(shlex.split(command)[1:], output) for command, _, output in (step.partition("\n") for step in steps)]


def pattern(output: str) -> str:
    """`output` as a regular expression: each line itself, `…` any words in it, or any lines where it stands alone."""
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + "\n" for line in output.splitlines())


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder like a clone's, where the page's commands may write."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_every_command_of_the_page_prints_what_the_page_says(desk):
    assert runs()
    for arguments, output in runs():
        outcome = chidao(*arguments)
        assert outcome.status in (0, 1, 2)
        assert re.fullmatch(pattern(output), outcome.err + outcome.out), f"{shlex.join(arguments)} now prints:\n{outcome.err}{outcome.out}"


def test_every_python_block_of_the_page_runs(desk):
    assert blocks("python")
    for block in blocks("python"):
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(block, "README.md", "exec"), {})


@pytest.mark.parametrize("command", sorted(group.commands))
def test_every_command_is_described(command):
    assert f"`chidao {command}" in README


def test_the_page_of_findings_is_made_from_their_table():
    made = runpy.run_path(str(ROOT / "docs" / "build.py"))["page"]()
    assert (ROOT / "docs" / "findings.md").read_text(encoding="utf8") == made, "run `make docs`"
    assert all(f"| `{code}` |" in made for code in table("findings")["codes"])


def test_no_link_of_the_page_is_dead():
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
