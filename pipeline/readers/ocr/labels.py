"""Labels of recognised units put right where the order of their list, or their width on the page, is certain: c), đ), đ) is c), d), đ)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ...resources import table
from ..layout.forms import is_shouted
from ..layout.lines import width
from ..pages.page import Letter, Page
from .rows import Row, rows_of

POINT = re.compile(r"([^\W\d_])\)")
ROMAN = re.compile(r"([IVX]+)[,:]?([.-]?)")
WIDER = 80.0  # thousandths of the size of type, by which a number must fit better than the one that was read


def with_labels(pages: list[Page]) -> list[Page]:
    """`pages` with the labels at the heads of their rows put right."""
    point, part, known, sign = "", "", [], sign_behind_parts(pages)
    for page in pages:
        better: dict[Letter, str] = {}
        for row in rows_of(page):
            label = next_point(row, point) or next_part(row, part, sign) or row[0].text
            if label != row[0].text:
                better[row[0]] = label
            point = found[1] if (found := POINT.fullmatch(label)) else point
            part = found[1] if is_part(row) and (found := ROMAN.fullmatch(label)) else part
        known.append(relabelled(page, better))
    return known


def relabelled(page: Page, better: dict[Letter, str]) -> Page:
    letters = tuple(letter._replace(text=better.get(letter, letter.text)) for letter in page.letters)
    return replace(page, letters=letters, corrected=page.corrected + tuple(f"{old.text} → {new}" for old, new in better.items()))


def sign_behind_parts(pages: Iterable[Page]) -> str:
    """The full stop or the dash that stands behind the numbers of most parts; "" where none was read."""
    heads = (row[0].text for page in pages for row in rows_of(page) if is_part(row))
    signs = Counter(found[2] for found in map(ROMAN.fullmatch, heads) if found and found[2])
    return max(signs, key=signs.get, default="")


def next_point(row: Row, last: str) -> str | None:
    """The label of a point that follows `last`, where only a mark of its letter was mistaken, or the letter is none of a point."""
    found, alphabet = POINT.fullmatch(row[0].text), table("ocr")["points"].split()
    if found is None or last not in alphabet[:-1]:
        return None
    following = alphabet[alphabet.index(last) + 1]
    return f"{following})" if found[1] not in alphabet or bare(found[1]) == bare(following) else None


def next_part(row: Row, last: str, sign: str) -> str | None:
    """The label of a part: of the number read and the one that follows `last`, that which is as wide as what is printed."""
    if not is_part(row) or not re.fullmatch(table("ocr")["part_like"], row[0].text):
        return None
    numbers, found = table("ocr")["parts"].split(), ROMAN.fullmatch(row[0].text)
    following = numbers[numbers.index(last) + 1] if last in numbers[:-1] else numbers[0]
    misfits = {number: misfit(number, sign, row) for number in ((found[1], following) if found else (following,))}
    number = min(misfits, key=misfits.get) if not found or misfits[found[1]] - misfits[following] > WIDER else found[1]
    return number + (sign or (found[2] if found else ""))


def misfit(number: str, sign: str, row: Row) -> float:
    """By how much the number of a part, with or without its sign, is wider or narrower than printed, measured by the words behind it."""
    label, *words = row
    size = (words[-1].right - words[0].left) / max(1.0, width(" ".join(word.text for word in words)))
    return min(abs(width(text) - (label.right - label.left) / size) for text in (number, number + sign))


def is_part(row: Row) -> bool:
    """Whether a row is the heading of a part: a label before words in capitals."""
    return len(row) > 1 and is_shouted(" ".join(letter.text for letter in row))


def bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower().replace("đ", "d"))[0]
