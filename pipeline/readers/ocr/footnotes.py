"""Raised numbers of a scan: recognition takes them for quotation marks and the like, and the footnotes tell what they were."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ...resources import table
from ..pages.page import Letter, Page
from .rows import Row, rows_of

COMMON = 0.2  # of a page's letters have the size of the body
SMALL = 0.93  # of that size: footnotes
RAISED = (0.35, 0.6)  # of the size of type: how high a raised number stands, and how large it is
OPENING = ('"', "“", "'", "‘")


def with_marks(pages: list[Page]) -> list[Page]:
    """`pages` with the numbers of footnotes put right, which are counted through the document."""
    usual = max(map(body_size, pages), default=0.0)
    known, number = [], 1
    for page in pages:
        heads = heads_of(page, usual, number)
        known.append(marked(page, heads, number) if heads else page)
        number += len(heads)
    return known


def body_size(page: Page) -> float:
    sizes = Counter(letter.size for letter in page.letters for _ in letter.text)
    return max((size for size, count in sizes.items() if count > COMMON * sizes.total()), default=0.0)


def heads_of(page: Page, usual: float, number: int) -> list[Letter]:
    """The signs at the head of each footnote of a page, where the first is to have `number`."""
    heads: list[Letter] = []
    for row in foot_of(page, usual):
        if row[0].text == str(number + len(heads)) or re.fullmatch(table("ocr")["raised"] + "{1,2}", row[0].text):
            heads.append(row[0])
    return heads


def foot_of(page: Page, usual: float) -> list[Row]:
    """The rows in small type at the foot of a page."""
    rows = rows_of(page)
    start = len(rows)
    while start and max(letter.size for letter in rows[start - 1]) < SMALL * usual:
        start -= 1
    return rows[start:]


def marked(page: Page, heads: list[Letter], number: int) -> Page:
    """`page` with the numbers before its footnotes, and those that call them where just as many signs may be such calls."""
    foot = max(head.base for head in heads)
    calls = [letter for row in rows_of(page) for letter in row if letter.base > foot and is_call(letter)]
    numbers = {head: str(number + at) for at, head in enumerate(heads)}
    called = {letter: str(number + at) for at, letter in enumerate(calls)} if len(calls) == len(heads) else {}
    return replace(page, letters=tuple(part for letter in page.letters for part in parts_of(letter, numbers, called)))


def is_call(letter: Letter) -> bool:
    """Whether a word ends with a sign that closes nothing, as a raised number is recognised."""
    found = re.search(r"(?<=[^\W_]|[.,;:])" + table("ocr")["raised"] + "$", letter.text)
    return found is not None and not letter.text.startswith(OPENING)


def parts_of(letter: Letter, numbers: dict[Letter, str], called: dict[Letter, str]) -> Iterator[Letter]:
    if letter in numbers:
        yield letter._replace(text=numbers[letter])
    elif letter in called:
        high, small = RAISED
        end = letter.right - small * letter.size / 2
        yield letter._replace(text=letter.text[:-1], right=end)
        yield letter._replace(text=called[letter], left=end, base=letter.base + high * letter.size, size=small * letter.size, spaced=False)
    else:
        yield letter
