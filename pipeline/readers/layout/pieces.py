"""The pieces of a paragraph, whatever program wrote it: its printed lines, and the parts that are paragraphs of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from ...model import Note
from ...notes import note
from ...text import clean
from ..word.xml import Element
from .columns import columns, is_wide
from .forms import has_label, is_shouted
from .lines import Column, Line, measured
from .places import placed

Kind = Literal["text", "break", "mark", "box", "picture", "inserted", "deleted", "hidden", "comment"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph: words, a line break, the call of a footnote, a text box, or something that is not printed as text.

    `font` is that of words which may be old text; None where the format does not tell.
    """

    kind: Kind
    text: str = ""
    box: Element | None = None
    font: str | None = None


def lines_of(pieces: Iterable[Token]) -> list[list[Token]]:
    """The pieces of a paragraph by its printed lines: those broken by hand, and the columns set apart by a tab. One line at least."""
    lines: list[list[Token]] = [[]]
    for piece in pieces:
        if piece.kind == "break":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [part for line in lines for part in side_by_side(line)]


def side_by_side(line: list[Token]) -> list[list[Token]]:
    """The two columns that a line of a letterhead or a signature holds; other lines as they are."""
    text = "".join([piece.text for piece in line if piece.kind == "text"])
    if not is_wide(text):
        return [line]
    left, *right = columns(normalize("NFC", text))
    others = [piece for piece in line if piece.kind != "text"]
    return [[Token("text", left), *others], [Token("text", right[0])]] if right else [line]


def labelled(label: str, lines: list[list[Token]]) -> list[list[Token]]:
    """`lines` with the automatic number of their paragraph before the first; a number alone is how rows of a table are numbered."""
    return [[Token("text", f"{label} "), *lines[0]], *lines[1:]] if label else lines


def words_of(line: Iterable[Token]) -> str:
    return clean("".join([piece.text for piece in line if piece.kind == "text"]))


def parted(lines: list[list[Token]]) -> Iterator[list[list[Token]]]:
    """`lines` in the parts that are paragraphs of their own: a line of the form, an item of a list, a labelled unit."""
    if len(lines) == 1:
        yield lines
        return
    known = tuple(placed([measured(words_of(line)) for line in lines], Column()))
    part: list[list[Token]] = []
    for at, line in enumerate(lines):
        if part and opens_part(known[: at + 1], words_of(part[0])):
            yield part
            part = []
        part.append(line)
    yield part


def opens_part(lines: tuple[Line, ...], first: str) -> bool:
    """Whether the last of `lines` opens a paragraph of its own, where the one before began with `first`."""
    *_, before, line = lines
    if not before.text or "body" not in (before.place, line.place) or has_label(line.text):
        return True
    return before.place != line.place or is_shouted(before.text) and not has_label(first)


def slips(pieces: Iterable[Token]) -> Iterator[Note]:
    """What was left out of a paragraph, or taken in although it is not settled."""
    known = [piece for piece in pieces if piece.kind != "text"]
    if not known:
        return
    struck = clean("".join(piece.text for piece in known if piece.kind == "deleted"))
    if struck or any(piece.kind == "inserted" for piece in known):
        yield note("tracked-change", text=struck)
    hidden = clean("".join(piece.text for piece in known if piece.kind == "hidden"))
    if hidden:
        yield note("hidden-text-dropped", text=hidden)
    yield from (note("picture-skipped") for piece in known if piece.kind == "picture")
