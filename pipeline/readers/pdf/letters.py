"""Text layers from before Unicode: pages whose letters may be of TCVN3 or VNI are read again with their fonts, and converted."""

import ctypes
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

from ...resources import table
from ..letters.encodings import TELLING, Decoding, Run, decoding
from ..pages.page import Letter, Page, text_of
from .pdfium import Turn, letters_of

PART = re.compile(r"^[A-Z]{6}\+")
LONGEST_NAME = 128  # bytes of the name of a font
FEWEST = 3  # signs that no Unicode text of Vietnam holds: a page with fewer is taken as it is
SAME_LINE = 0.3  # of the size of type


def with_old_letters(document, pages: list[Page]) -> tuple[list[Page], Decoding | None]:
    """`pages` in Unicode, and what was converted; None where nothing had to be."""
    old = [page for page in pages if len(TELLING.findall(page.text)) >= FEWEST]
    if not old:
        return pages, None
    lines = [[words_of(line) for line in lines_of(with_fonts(document, page))] for page in old]
    found = decoding([[Run(text_of(word) + " ", word[0].font) for word in line] for page in lines for line in page])
    texts = iter(found.texts)
    letters = {page.number: tuple(converted(own, texts)) for page, own in zip(old, lines, strict=True)}
    return [replace(page, letters=letters.get(page.number, page.letters)) for page in pages], found


def with_fonts(document, page: Page) -> list[Letter]:
    """The letters of a page with the names of their fonts, and the signs that a PDF shows for those of old fonts put back."""
    signs = str.maketrans(table("pdf")["old_signs"])
    with closing(document[page.number - 1]) as opened, closing(opened.get_textpage()) as text:
        letters = list(letters_of(text, Turn(opened.get_rotation(), *opened.get_size()), font_of))
    return [letter._replace(text=letter.text.translate(signs)) for letter in letters]


def font_of(raw, at: int) -> str | None:
    import pypdfium2.raw as pdfium

    name, kind = ctypes.create_string_buffer(LONGEST_NAME), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(raw, at, name, LONGEST_NAME, kind)
    return whole_font(name.value.decode("utf-8", errors="replace")) if 1 < length <= LONGEST_NAME else None


def whole_font(name: str) -> str:
    """The name of the font of which a PDF holds a part: the parts of one font are one."""
    return PART.sub("", name)


def lines_of(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """The letters of each line, in the order of the file."""
    line: list[Letter] = []
    for letter in letters:
        if line and abs(line[-1].base - letter.base) > SAME_LINE * letter.size:
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def words_of(line: list[Letter]) -> list[list[Letter]]:
    """The words of a line; a word is in one font."""
    words = [[line[0]]]
    for before, letter in pairwise(line):
        if letter.spaced or letter.font != before.font:
            words.append([])
        words[-1].append(letter)
    return words


def converted(lines: Iterable[list[list[Letter]]], texts: Iterator[tuple[str, ...]]) -> Iterator[Letter]:
    """Each word as one letter with its text in Unicode."""
    for line, words in zip(lines, texts, strict=False):
        for word, text in zip(line, words, strict=True):
            if text.strip():
                yield word[0]._replace(text=text.strip(), right=word[-1].right)
