"""An installed wheel finds its grammars and templates, far from any checkout."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The content of the wheel, as `pip install` lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_every_grammar_and_template(installed):
    for name in ("grammars", "templates"):
        held = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()}
        assert held
        assert held <= {path.relative_to(installed / "pipeline" / name) for path in (installed / "pipeline" / name).rglob("*")}


def test_the_wheel_works_without_the_checkout(installed, tmp_path):
    program = "from pipeline.cli import main; import pipeline; print(pipeline.__file__); main(['init', 'xa.toml'])"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
                          check=True, capture_output=True, text=True)
    assert done.stdout.startswith(str(installed))
    assert "[unit]" in (tmp_path / "xa.toml").read_text(encoding="utf8")


def test_every_direct_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in (ROOT / "constraints.txt").read_text(encoding="utf8").splitlines()}
    assert {*project["dependencies"], *project["optional-dependencies"]["dev"]} <= pinned


def test_the_constraints_name_no_index():
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf8")
