"""Text layers that lie: words whose letters stand apart are put together, and a layer that holds no Vietnamese is not believed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..letters.syllables import is_syllable
from ..pages.page import Letter, Page, text_of
from .letters import lines_of

FEWEST = 20  # words: fewer tell nothing of a page
APART = 0.6  # of the words are single letters
ODD = 0.2  # of the words are none in any language
SURE = 0.7  # of the words are Vietnamese
LITTLE = 0.5
LETTERS = re.compile(r"[^\W\d_]+")
# Within a word: a private or broken sign, a letter between signs that join none, a digit before letters, a capital after a small letter.
ODD_WORD = re.compile(
    r"[\x00-\x1f\ufffd\ue000-\uf8ff\u0180-\u019f\u0250-\u1cff]|[^\W\d_][^\w\s\-/.,;:()&'’\"”%+…][^\W_]|(?<!\S)\d[^\W\d_]{2}"
    r"|[a-z][A-Z][a-z]"
)


def mended(page: Page) -> Page:
    """`page` with the letters of words together, if they stand apart; as it is where that gives no Vietnamese."""
    if not stands_apart(page):
        return page
    words = tuple(word for line in lines_of(page.letters) for word in words_of(line))
    return replace(page, letters=words, layer="mended") if vietnamese(text_of(words)) >= SURE else page


def doubted(page: Page) -> Page:
    """`page`, told for doubtful where it is."""
    return replace(page, layer="doubtful") if is_odd(page) else page


def stands_apart(page: Page) -> bool:
    """Whether most "words" of a page are single letters."""
    words = LETTERS.findall(page.text)
    return len(words) >= FEWEST and sum(len(word) == 1 for word in words) > APART * len(words)


def is_odd(page: Page) -> bool:
    """Whether many words of a page are none in any language, or still fall apart: its letters are not what is seen."""
    text = page.text
    words = text.count(" ") + 1
    return words >= FEWEST and len(ODD_WORD.findall(text)) > ODD * words or stands_apart(page)


def is_taken_from_picture(page: Page) -> bool:
    """Whether the words of a page are little Vietnamese: below a picture they are what a scanner's own recognition made of it."""
    return vietnamese(page.text) < LITTLE


def vietnamese(text: str) -> float:
    """The share of Vietnamese syllables among the words of `text`; where no word has a mark, there is none."""
    words = [word for word in LETTERS.findall(text) if len(word) > 1]
    if all(map(str.isascii, words)):
        return 0.0
    return sum(map(is_syllable, words)) / len(words)


def words_of(line: list[Letter]) -> Iterator[Letter]:
    """The words of a line, each as one letter."""
    word, widest = [line[0]], parting_gap(line)
    for before, letter in pairwise(line):
        if letter.left - before.right > widest:
            yield joined(word)
            word = []
        word.append(letter)
    yield joined(word)


def parting_gap(line: list[Letter]) -> float:
    """The gap above which two letters belong to two words: the middle of the widest step from one gap of the line to the next."""
    gaps = sorted({round(letter.left - before.right, 1) for before, letter in pairwise(line)})
    steps = [(wide - narrow, (wide + narrow) / 2) for narrow, wide in pairwise(gaps)]
    return max(steps, default=(0.0, 0.0))[1]


def joined(word: list[Letter]) -> Letter:
    return word[0]._replace(text="".join(letter.text for letter in word), right=word[-1].right, spaced=True)
