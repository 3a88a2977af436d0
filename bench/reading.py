"""How long reading takes, as a multiple of what a bare library needs for the same file: `python -m bench.reading`.

Both read the same bytes in turn in one process, after all is imported; a ratio is that of two runs side by side, and the median of the
ratios is told with the least and the most. chidao gives blocks, cells, footnotes and notes; the peer only the words.
"""

import io
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import docx
import pdfplumber

from bench import archive
from pipeline import readers
from tests import twins

Reader = Callable[[bytes], object]
RUNS = {".pdf": 9, ".docx": 41}
FEWEST_RUNS = 5


def words_by_pdfplumber(content: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_text() for page in document.pages]


def words_by_python_docx(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [paragraph.text for holder in (document, *cells) for paragraph in holder.paragraphs]


PEERS = {".pdf": ("pdfplumber `extract_text`", words_by_pdfplumber), ".docx": ("python-docx, paragraphs and cells", words_by_python_docx)}


@dataclass(frozen=True, slots=True)
class Measured:
    """What a set of files took: milliseconds of chidao and of the peer, and the ratio of each pair of runs."""

    ours: float
    theirs: float
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return median(self.ratios)


def seconds(reader: Reader, contents: Iterable[bytes]) -> float:
    started = time.perf_counter()
    for content in contents:
        reader(content)
    return time.perf_counter() - started


def measured(contents: Sequence[bytes], suffix: str, runs: int) -> Measured:
    """All of `contents` read by chidao and by the peer in turn, so many times, after once unmeasured."""
    sides = (lambda content: readers.read_bytes(content, f"kh{suffix}"), PEERS[suffix][1])
    pairs = [tuple(seconds(side, contents) for side in sides) for _ in range(runs + 1)][1:]
    ours, theirs = (1000 * median(side) for side in zip(*pairs, strict=True))
    return Measured(ours, theirs, tuple(one / other for one, other in pairs))


def files(folder: Path) -> dict[str, list[Path]]:
    """The sets of files that are measured, by what they are called."""
    corpus = {suffix: sorted(path for each in twins.FOLDERS for path in each.glob(f"source{suffix}")) for suffix in PEERS}
    made = {suffix: sorted(folder.glob(f"archive-*{suffix}")) for suffix in PEERS}
    return {
        "a PDF of {pages} pages of text": [folder / "long.pdf"],
        "the {count} PDFs of the corpus, {ruled} with ruled tables": corpus[".pdf"],
        "a generated archive, {count} PDFs, {ruled} with ruled tables": made[".pdf"],
        "the same {pages} pages as a Word file": [folder / "long.docx"],
        "the {count} Word files of the corpus": corpus[".docx"],
        "a generated archive, {count} Word files": made[".docx"],
    }


def told(title: str, paths: Sequence[Path]) -> str:
    """`title` with what it counts."""
    documents = [readers.read(path.with_suffix(".pdf"), ocr=False) for path in paths if path.with_suffix(".pdf").exists()]
    ruled = sum(any(block.cell for block in document.blocks) for document in documents)
    return title.format(count=len(paths), ruled=ruled, pages=sum(document.source.pages for document in documents))


def row(title: str, paths: Sequence[Path]) -> str:
    suffix = paths[0].suffix
    found = measured([path.read_bytes() for path in paths], suffix, max(FEWEST_RUNS, RUNS[suffix] // len(paths)))
    spread = f"{min(found.ratios):.2f}–{max(found.ratios):.2f} in {len(found.ratios)} pairs"
    return f"| {told(title, paths)} | {found.ours:.0f} ms | {PEERS[suffix][0]}: {found.theirs:.0f} ms | {found.ratio:.2f} ({spread}) |"


def main() -> int:
    with TemporaryDirectory() as name:
        archive.write(Path(name))
        print("\n| text and structure of | chidao | peer | ratio: median (least–most) |\n|---|---|---|---|")
        for title, paths in files(Path(name)).items():
            print(row(title, paths), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
