"""Paragraphs from printed lines: which line goes on with the paragraph before it, by width, marks, labels and capitals."""

from collections.abc import Iterable, Iterator
from typing import Literal

from ...model import Block, Note
from ...notes import note
from ...text import clean
from .footnotes import Footnote, Prose, marked
from .forms import goes_on, has_label, has_open_bracket, is_finished, is_last_syllable, is_shouted, opens_with, starts_lower
from .lines import Column, Line

Paragraph = tuple[Line, ...]
Element = Line | Footnote | Note | Block
Group = Paragraph | Footnote | Note | Block
ALMOST = 0.8  # of the column
INDENT = 12.0  # thousandths of the column: an edge that is set in or out by so much is meant
LONGEST_HEADING = 250
LONGEST_INSET = 40  # blocks: footnotes and a letterhead between the halves of a paragraph


def grouped(elements: Iterable[Element], column: Column) -> Iterator[Group]:
    """The lines in paragraphs. Footnotes and notes do not end a paragraph: they follow it."""
    paragraph: Paragraph = ()
    floating: list[Group] = []
    for element in elements:
        if isinstance(element, Line) and paragraph and continues(paragraph, element, column):
            paragraph += (element,)
        elif paragraph and isinstance(element, Footnote | Note):
            floating.append(element)
        else:
            yield from closed(paragraph, floating)
            paragraph, floating = ((element,), []) if isinstance(element, Line) else ((), [element])
    yield from closed(paragraph, floating)


def closed(paragraph: Paragraph, floating: Iterable[Group]) -> Iterator[Group]:
    if paragraph:
        yield paragraph
    yield from floating


def continues(paragraph: Paragraph, line: Line, column: Column) -> bool:
    """Whether `line` goes on with `paragraph`."""
    last = paragraph[-1]
    if "alone" in (last.place, line.place):
        return False
    if len(paragraph) == 1 and opens_with("bare_label", last.text):
        return not has_label(line.text)
    if "list" in (last.place, line.place):
        return continues_item(paragraph, line)
    if is_shouted(line.text) != is_shouted(last.text):
        return is_last_syllable(line.text)
    told = edges_tell(paragraph, line)
    if told == "goes on" and fills(paragraph, line, column):
        return not (has_label(line.text) and is_finished(last.text))
    if opens_unit(paragraph, line, column):
        return False
    if is_torn(paragraph, line, column):
        return True
    if told == "opens" or line.after_gap:
        return runs_on(last, line, column)
    return runs_on(last, line, column) or fills(paragraph, line, column) or is_broken_off(paragraph, line, column)


def edges_tell(paragraph: Paragraph, line: Line) -> Literal["opens", "goes on"] | None:
    """What the left edges show of `line`; nothing where all lines begin at the same place, as in text files."""
    first, last = paragraph[0], paragraph[-1]
    step = line.left - last.left
    if step > INDENT:
        hangs = len(paragraph) == 1 and has_label(first.text)
        return None if hangs else "opens"
    if step < -INDENT:
        return "goes on" if len(paragraph) == 1 else "opens"
    return "opens" if len(paragraph) == 1 and first.left > INDENT and is_finished(first.text) else None


def continues_item(paragraph: Paragraph, line: Line) -> bool:
    """Whether `line` goes on with an item of Kính gửi or Nơi nhận, whose lines are too short to be full."""
    last = paragraph[-1]
    if last.place != line.place or has_label(line.text) or is_shouted(line.text) or last.text.endswith((";", ".", ":")):
        return False
    return starts_lower(line.text) or opens_with("bullet", paragraph[0].text) or last.text.endswith(",")


def opens_unit(paragraph: Paragraph, line: Line, column: Column) -> bool:
    """Whether `line` opens a unit by a label, which is not a wrapped word that only looks like one ("- Nông thôn số”")."""
    if not has_label(line.text):
        return is_after_basis(paragraph, line) or opens_with("annexed", line.text)
    if is_finished(paragraph[-1].text) or not fills(paragraph, line, column):
        return True
    if opens_with("part_heading", line.text) and is_shouted(line.text):
        return True
    if has_open_bracket(text_of(paragraph)):
        return False
    return line.after_gap or is_heading(paragraph) or paragraph[-1].text.endswith(",") and opens_with("bullet", line.text)


def is_after_basis(paragraph: Paragraph, line: Line) -> bool:
    """Whether one basis ends here: the next opens after its semicolon, the body after the full stop of the last."""
    ended = paragraph[-1].text
    return ended.endswith(";") and opens_with("bases", line.text) or ended.endswith(".") and opens_with("sole_bases", paragraph[0].text)


def is_heading(paragraph: Paragraph) -> bool:
    """Whether `paragraph` reads as a heading so far: a number or a letter, and no mark that ends or divides a sentence."""
    text = text_of(paragraph)
    words = text.partition(" ")[2]
    return opens_with("heading_label", text) and len(text) < LONGEST_HEADING and not any(mark in words for mark in (". ", ";", ": "))


def fills(paragraph: Paragraph, line: Line, column: Column) -> bool:
    return column.is_filled(paragraph[-1], line, first=len(paragraph) == 1)


def runs_on(last: Line, line: Line, column: Column) -> bool:
    """Whether the words alone show that `last` was broken off: no end mark on it, and a small letter after it."""
    if last.right < column.least or is_finished(last.text):
        return False
    return starts_lower(line.text) or goes_on(last.text, line.text) and not has_label(line.text)


def is_torn(paragraph: Paragraph, line: Line, column: Column) -> bool:
    """Whether the first words of a paragraph were cut off far from the margin, as pages of portals do: a basis has no end mark yet,
    or a full line goes on with a small letter."""
    last = paragraph[-1]
    if is_finished(last.text) or last.text.endswith(","):
        return False
    if opens_with("bases", paragraph[0].text) and (starts_lower(line.text) or goes_on(last.text, line.text)):
        return True
    if opens_with("sole_bases", paragraph[0].text) and not line.after_gap:
        return not opens_with("bases", line.text)
    return len(paragraph) == 1 and starts_lower(line.text) and line.right >= column.least


def is_broken_off(paragraph: Paragraph, line: Line, column: Column) -> bool:
    """Whether prose that was cut at a margin has no end mark yet on a line that is almost full; a heading needs none."""
    nearly = ALMOST * column.right <= paragraph[-1].right
    return nearly and not is_finished(paragraph[-1].text) and (line.text[:1].isdigit() or not is_heading(paragraph))


def prose_of(group: Group) -> Iterator[Prose | Footnote | Block | Note]:
    """The paragraph of `group` as prose, and the footnotes that stood inside it; other things as they are."""
    if isinstance(group, tuple):
        marks = tuple(mark for line in group for mark in line.marks)
        sure = min((line.confidence for line in group if line.confidence is not None), default=None)
        yield from marked(Prose(clean(text_of(group)), group[0].page, group[0].kind, marks, confidence=sure))
    else:
        yield group


def text_of(paragraph: Paragraph) -> str:
    """The words of `paragraph`; a word broken at its hyphen is put together again."""
    text = ""
    for line in paragraph:
        text += line.text if not text or is_hyphenated(text) else " " + line.text
    return text


def is_hyphenated(text: str) -> bool:
    return text.endswith("-") and text[-2:-1].isalnum()


def mended(groups: Iterable[Group], column: Column) -> Iterator[Group]:
    """Paragraphs that a displaced letterhead cut in two are whole again, and stand before it (seeds/002)."""
    waiting = list(groups)
    while waiting:
        group, *waiting = waiting
        end = tail_of(group, waiting, column) if isinstance(group, tuple) else None
        if end is None:
            yield group
        else:
            tail = waiting.pop(end)
            yield group + tail
            yield note("paragraph-mended", text=tail[0].text)


def tail_of(group: Paragraph, following: list[Group], column: Column) -> int | None:
    """Where in `following` the second half of `group` stands, None where it is whole."""
    last = group[-1]
    if last.place != "body" or is_finished(last.text) or last.right < column.least:
        return None
    is_inset = False
    for index, other in enumerate(following[:LONGEST_INSET]):
        if not isinstance(other, tuple):
            continue
        if is_inset and starts_lower(other[0].text) and other[0].place == "body":
            return index
        is_inset = is_inset or opens_with("displaced", other[0].text)
        if not is_inset:
            return None
    return None
