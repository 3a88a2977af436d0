"""Labels of recognised units put right where the order of their list is certain: c), đ), đ) is c), d), đ); II, II, IV is II, III, IV."""

import re
import unicodedata
from dataclasses import replace

from ...resources import table
from ..layout.forms import is_shouted
from ..pages.page import Letter, Page
from .rows import Row, rows_of

POINT = re.compile(r"([^\W\d_])\)")
ROMAN = re.compile(r"([IVX]+)(?=[.-])")
UNSURE = 0.7  # a number that was read more surely is left as it is: the document itself may be wrong


def with_labels(pages: list[Page]) -> list[Page]:
    """`pages` with the labels at the heads of their rows put right."""
    point, part, known = "", "", []
    for page in pages:
        better: dict[Letter, str] = {}
        for row in rows_of(page):
            label = next_point(row, point) or next_part(row, part) or row[0].text
            if label != row[0].text:
                better[row[0]] = label
            point = found[1] if (found := POINT.fullmatch(label)) else point
            part = found[1] if is_part(row) and (found := ROMAN.match(label)) else part
        known.append(relabelled(page, better))
    return known


def relabelled(page: Page, better: dict[Letter, str]) -> Page:
    letters = tuple(letter._replace(text=better.get(letter, letter.text)) for letter in page.letters)
    return replace(page, letters=letters, corrected=page.corrected + tuple(f"{old.text} → {new}" for old, new in better.items()))


def next_point(row: Row, last: str) -> str | None:
    """The label of a point that follows `last`, where only a mark of its letter was mistaken; None where it is not that."""
    found, alphabet = POINT.fullmatch(row[0].text), table("ocr")["points"].split()
    if found is None or last not in alphabet[:-1]:
        return None
    following = alphabet[alphabet.index(last) + 1]
    return f"{following})" if bare(found[1]) == bare(following) else None


def next_part(row: Row, last: str) -> str | None:
    """The label of the part that follows `last`, where the number read there is the same again and unsure; None elsewhere."""
    numbers, found = table("ocr")["parts"].split(), ROMAN.match(row[0].text)
    if found is None or found[1] != last or row[0].confidence >= UNSURE or not is_part(row) or last not in numbers[:-1]:
        return None
    return numbers[numbers.index(last) + 1] + row[0].text[found.end():]


def is_part(row: Row) -> bool:
    """Whether a row is the heading of a part, in capitals."""
    return is_shouted(" ".join(letter.text for letter in row))


def bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower().replace("đ", "d"))[0]
