"""Write the files of the corpus from their sources: source.docx, and source.txt where a source asks for a dump.

usage: python corpus/build.py [--pdf] [NAME ...]      --pdf also asks LibreOffice for source.pdf
"""

import subprocess
import sys
from pathlib import Path

import yaml
from dumps import DUMPS
from word import document

CORPUS = Path(__file__).parent


def build(folder: Path) -> None:
    """Write the files of one document beside its source."""
    source = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf8"))
    (folder / "source.docx").write_bytes(document(source))
    if "dump" in source:
        (folder / "source.txt").write_text(DUMPS[source["dump"]](source), encoding="utf8")


def print_to_pdf(folder: Path) -> None:
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "source.docx")]
    subprocess.run(command, check=True, capture_output=True)


def main(arguments: list[str]) -> None:
    names = [argument for argument in arguments if argument != "--pdf"]
    folders = [CORPUS / name for name in names] or sorted(path.parent for path in CORPUS.glob("*/source.yaml"))
    for folder in folders:
        build(folder)
        if "--pdf" in arguments:
            print_to_pdf(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
