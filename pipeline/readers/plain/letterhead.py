"""The letterhead of a text that a page lost the layout of: cells told by bars, words of one line cut apart, two columns run together."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ...resources import table
from ...text import clean, fold
from ..layout.forms import is_last_syllable, opens_with, pattern
from . import markdown

Raw = tuple[str, int | None]
BAR = re.compile(r"(?<!\\)\|")
LONGEST = 60  # lines of a first page that may hold the letterhead


def straightened(lines: Iterable[Raw]) -> list[Raw]:
    """`lines` with each line of the letterhead whole and alone, as far as the form makes it certain."""
    known = list(lines)
    end = next((index for index, (text, _) in enumerate(known[:LONGEST]) if opens_with("title", clean(text))), LONGEST)
    if not any(opens_with("letterhead_mark", clean(text).strip("| ")) for text, _ in known[:end]):
        return known
    return [*rebuilt(known[:end]), *known[end : end + 1], *rebuilt(known[end + 1 : end + 4]),
            *(("" if text.strip() == "|" else text, page) for text, page in known[end + 4 :])]


def rebuilt(lines: list[Raw]) -> Iterator[Raw]:
    """The lines cell by cell; what parts cells (bars, blank lines, drawn rules) stays a line of its own."""
    pieces = [(piece, page) for text, page in lines for piece in parts(text)]
    for is_gap, group in groupby(pieces, key=lambda raw: is_blank(raw[0])):
        cell = list(group)
        yield from cell if is_gap else ((text, cell[0][1]) for text in whole([text for text, _ in cell]))


def parts(text: str) -> list[str]:
    """The cells of a line, each with a blank line behind it, and the two columns that were run together; table rows as they are."""
    if markdown.is_row(text):
        return [text]
    cells = BAR.split(text)
    if len(cells) > 1:
        return [piece for cell in cells for piece in (*(columns(cell) if cell.strip() else ()), "")]
    return columns(text)


def columns(text: str) -> list[str]:
    """The columns of a line that stand one space apart: a body and the motto, the number and the day."""
    folded = fold(text)
    cuts = [match.start() for match in pattern("letterhead_cuts").finditer(folded)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def is_blank(text: str) -> bool:
    return not text.strip() or markdown.is_row(text) or opens_with("rule", text.strip())


def whole(lines: list[str]) -> Iterator[str]:
    """The lines of a cell, those that were cut apart joined."""
    if opens_with("day_line", clean(" ".join(lines))) and not any(opens_with("day_line", clean(line)) for line in lines):
        yield " ".join(lines)
        return
    current, is_first = lines[0], True
    for line in lines[1:]:
        if is_cut(clean(current), clean(line), is_first):
            current = f"{current} {line}"
        else:
            yield current
            current, is_first = line, False
    yield current


def is_cut(above: str, line: str, is_first: bool) -> bool:
    """Whether `line` is the rest of the line `above`: of a fixed phrase, a body's name, the day, the number."""
    if opens_with("unfilled", above) or any(crosses(phrase, fold(above), fold(line)) for phrase in table("reading")["phrases"]):
        return True
    if is_last_syllable(line) and above.isupper() or is_first and is_last_syllable(above) and line.isupper():
        return True
    return opens_with("day_line", f"{above} {line}") and not opens_with("day_line", line)


def crosses(phrase: str, above: str, line: str) -> bool:
    """Whether `above` ends with the first words of `phrase`, and `line` goes on with the next."""
    words, following = phrase.split(), line.split()
    cuts = (count for count in range(1, len(words)) if f" {above}".endswith(f" {' '.join(words[:count])}"))
    return any(begins_alike(following, words[count:]) for count in cuts)


def begins_alike(words: list[str], others: list[str]) -> bool:
    length = min(len(words), len(others))
    return words[:length] == others[:length]
