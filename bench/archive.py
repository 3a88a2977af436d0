"""An archive to measure on, made anew from the sources of the corpus: the same files each time."""

import random
import subprocess
import sys
from pathlib import Path

import yaml

from tests import twins

sys.path.append(str(twins.CORPUS))
from word import document  # noqa: E402

LONG = ("provincial-plan-state", "provincial-plan-party", "commune-plan-state", "commune-plan-party")  # twelve pages of text together
SIZES = (1, 1, 2, 2, 3, 4, 6, 8)  # how many bodies of text each document of the archive holds
SEED = 3
SOFFICE = "soffice"


def source(name: str) -> dict:
    return yaml.safe_load((twins.CORPUS / name / "source.yaml").read_text(encoding="utf8"))


def made_of(names: list[str]) -> bytes:
    """The Word file of the first of `names`, with the bodies of all of them, one behind the other."""
    sources = [source(name) for name in names]
    tables = {name: one for each in sources for name, one in each.get("tables", {}).items()}
    footnotes = {number: text for each in sources for number, text in each.get("footnotes", {}).items()}
    return document(sources[0] | {"body": "\n".join(each["body"] for each in sources), "tables": tables, "footnotes": footnotes})


def write(folder: Path) -> None:
    """The archive as .docx and .pdf, and `long.docx` and `long.pdf` of twelve pages."""
    chance = random.Random(SEED)
    names = [path.name for path in twins.FOLDERS]
    made = {f"archive-{at}.docx": made_of(chance.sample(names, size)) for at, size in enumerate(SIZES)}
    for name, content in (made | {"long.docx": made_of(list(LONG))}).items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True)
