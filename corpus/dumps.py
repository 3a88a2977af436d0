"""The same source as the plain text that converters leave: footnotes in the line, or every line cut at the edge of the page."""

import re
import textwrap
from collections.abc import Iterator

MARKS = re.compile(r"\*\*|__|(?<=\S)\*|\*(?=\S)|^> ", re.MULTILINE)
NOTE = re.compile(r"\[\^(\d+)\]")


def inline(source: dict) -> str:
    """As python-docx2txt writes it: cells behind tabs, each footnote in brackets at its mark."""
    notes = source.get("footnotes", {})
    lines = (NOTE.sub(lambda mark: f"[footnoteRef:{mark[1]}] [{mark[1]}:  {notes[int(mark[1])]}] ", line) for line in plain(source, "\t"))
    return "\n\n".join(lines) + "\n"


def wrapped(source: dict) -> str:
    """As a PDF gives it: lines of 78 characters with an empty one after each, footnotes behind the last."""
    notes = (f"{number} {text}" for number, text in source.get("footnotes", {}).items())
    lines = [NOTE.sub(r"\1", line) for line in plain(source, "")]
    return "\n".join(f"{piece} \n" for line in [*lines, *notes] for piece in textwrap.wrap(line, 78, break_on_hyphens=False) or [""])


def plain(source: dict, cell: str) -> Iterator[str]:
    """The paragraphs of the source in the order of the file, without marks and rules; `cell` goes before the lines of a table cell."""
    for line in marked_lines(source, cell):
        if not line.strip().startswith("---"):
            yield MARKS.sub("", line.replace("<br>", "\n"))


def marked_lines(source: dict, cell: str) -> Iterator[str]:
    yield from (cell + line for row in source["letterhead"] for lines in row for line in lines)
    yield from source.get("title", ())
    yield from source.get("recipients", ())
    yield from filter(None, map(str.strip, source["body"].splitlines()))
    yield source["closing"]
    yield from (cell + line for lines in (source["copies"], source["signature"]) for line in lines)


DUMPS = {"inline": inline, "wrapped": wrapped}
