"""Which runs of a document are old text, by their fonts and by how many of their words are Vietnamese, and those runs in Unicode.

Every reader hands its paragraphs over as runs before anything is cleaned: the soft hyphen is a letter here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest
from unicodedata import normalize

from ...model import Note
from ...notes import note
from ...resources import table
from ...text import clean
from .old import capitals, decoded
from .syllables import is_syllable

UNICODE = "unicode"
FITTING = 0.7  # of the words that tell: fewer, and the text is in none of the encodings
MARGIN = 0.15  # by which an old encoding has to be better than Unicode
# Signs that no Unicode text of Vietnam holds within a word: where there are none, and no old font, nothing has to be looked at.
TELLING = re.compile(r"[¡¢£¤¥¦¨©ª¬®¯²³´µ¶¸¹º¼½¾ÄÅÆÇËÎÏÐÑÖØÛÜÝÞßäåæçëîïðñö÷øûüþÿ\u00ad\u0300-\u0323]"
                     r"|(?<=\w)[§«»×·]|[§«»×·](?=\w)|[Ãáâ][\u0080-\u00bf\u2018-\u2122]")
TELLING_ASCII = re.compile(r"[aeiouyAEIOUY][\^(+'`~?.]{1,2}(?=[a-z])|\b[dD]{2}[aeiouy]|u\+o\+")
WORDS = re.compile(r"[^\s\-–—/,;:!\"“”‘’\[\]{}<>…*=|&%\d]+")
PIECES = re.compile(r"[.()?'_+~`^\\]+")
UNMISTAKABLE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph in one font; None where the format tells no fonts."""

    text: str
    font: str | None = None


Paragraph = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Decoding:
    """The texts of all runs in Unicode, paragraph by paragraph, and how many words were in which encoding."""

    texts: tuple[tuple[str, ...], ...]
    words: Counter[str]

    @property
    def encoding(self) -> str | None:
        """The encodings of the old text, most words first; None where there is none."""
        return "+".join(name for name, _ in self.words.most_common()) or None

    @property
    def notes(self) -> Iterator[Note]:
        names = table("encodings")["names"]
        return (note("text-decoded", encoding=names[name], count=count) for name, count in self.words.most_common())


def decoding(paragraphs: Sequence[Paragraph]) -> Decoding:
    """`paragraphs` in Unicode."""
    if not any(tells(run) for paragraph in paragraphs for run in paragraph):
        return Decoding(tuple(tuple(run.text for run in paragraph) for paragraph in paragraphs), Counter())
    fonts = settled_fonts(paragraphs)
    main = main_encoding(paragraphs, fonts)
    words: Counter[str] = Counter()
    texts = []
    for paragraph in paragraphs:
        encodings = encodings_of(paragraph, fonts, main)
        runs = rejoined(paragraph, encodings)
        texts.append(tuple(unicode_of(run, encoding) for run, encoding in zip(runs, encodings, strict=True)))
        for run, text, encoding in zip(runs, texts[-1], encodings, strict=True):
            words["nfd" if encoding == UNICODE else encoding] += changed(run.text, text)
    return Decoding(tuple(texts), +words)


def lines_in(runs: Iterable[Run]) -> tuple[str, ...]:
    """The lines of `runs`, ended by \\n, in Unicode: what stands in margins and comments."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.font))
        lines += [[Run(other, run.font)] for other in others]
    return tuple(filter(None, (clean("".join(texts)) for texts in decoding(lines).texts)))


def changed(before: str, after: str) -> int:
    """How many words of `before` are others in `after`."""
    return sum(old != new for old, new in zip_longest(before.split(), after.split()))


def tells(run: Run) -> bool:
    """Whether `run` may be old text."""
    return font_encoding(run.font) is not None or bool(TELLING.search(run.text) or TELLING_ASCII.search(run.text))


@lru_cache(maxsize=1024)
def font_encoding(font: str | None) -> str | None:
    """The encoding that the name of `font` tells."""
    name = bare(font)
    return next((encoding for encoding, pattern in table("encodings")["fonts"].items() if re.match(pattern, name)), None)


@lru_cache(maxsize=1024)
def is_capital_font(font: str | None) -> bool:
    return re.match(table("encodings")["capital_fonts"], bare(font)) is not None


def bare(font: str | None) -> str:
    """The name of `font` without what a PDF puts before it and without the words for bold and italic."""
    return re.sub(table("encodings")["font_dress"], "", font or "").strip()


def settled_fonts(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The encoding of the text in each font that tells one; Unicode where the text itself says that the font's name does not hold."""
    texts: dict[str, list[str]] = {}
    for run in (run for paragraph in paragraphs for run in paragraph if font_encoding(run.font)):
        texts.setdefault(run.font, []).append(run.text)
    return {font: font_encoding(font) if is_held(" ".join(known), font_encoding(font)) else UNICODE for font, known in texts.items()}


def is_held(text: str, encoding: str) -> bool:
    """Whether `text` is at least as much Vietnamese in `encoding` as it is as it stands."""
    good, total = fitting(text, (encoding, UNICODE))
    needed = MARGIN * total if UNMISTAKABLE.search(text) else 0
    return good[encoding] >= good[UNICODE] + needed


def main_encoding(paragraphs: Sequence[Paragraph], fonts: dict[str, str]) -> str:
    """What most text without a telling font is in, paragraphs aside that can be nothing but Unicode."""
    texts = (untold(paragraph, fonts) for paragraph in paragraphs)
    return best("\n".join(text for text in texts if not UNMISTAKABLE.search(text)), least=1) or UNICODE


def encodings_of(paragraph: Paragraph, fonts: dict[str, str], main: str) -> list[str]:
    """The encoding of each run: that of its font, else what suits the words of all runs without a telling font."""
    other = encoding_of(untold(paragraph, fonts), main)
    return [fonts.get(run.font, other) for run in paragraph]


def untold(paragraph: Paragraph, fonts: dict[str, str]) -> str:
    """The words of the runs whose fonts tell nothing."""
    return " ".join(run.text for run in paragraph if run.font not in fonts)


def encoding_of(text: str, main: str) -> str:
    """The encoding of a paragraph in a document that is mostly in `main`: a single word may well be one in either."""
    if UNMISTAKABLE.search(text):
        return UNICODE
    if main == UNICODE:
        return best(text, least=2) or UNICODE
    good, _ = fitting(text, (main, UNICODE))
    return best(text, least=2) or (UNICODE if good[UNICODE] > good[main] else main)


def best(text: str, least: int) -> str | None:
    """The encoding in which nearly all words of `text` are Vietnamese, and at least so many more than as they stand; else None."""
    if not (TELLING.search(text) or TELLING_ASCII.search(text)):
        return None
    good, total = fitting(text, candidates(text))
    encoding = max(good, key=good.get)
    gain = good[encoding] - good[UNICODE]
    return encoding if gain >= max(least, MARGIN * total) and good[encoding] >= FITTING * total else None


def candidates(text: str) -> tuple[str, ...]:
    names = ("tcvn3", "vni", "windows-1258", "utf-8") if TELLING.search(text) else ()
    return (*names, *(("viqr",) if TELLING_ASCII.search(text) else ()), UNICODE)


def fitting(text: str, encodings: Sequence[str]) -> tuple[dict[str, int], int]:
    """How many words of `text` are Vietnamese in each of `encodings`, and how many there are that one of these reads otherwise."""
    words = Counter(word for word in WORDS.findall(text) if any(map(str.isalpha, word)))
    told = {word: count for word, count in words.items() if not word.isascii() or any(reading(word, name) != word for name in encodings)}
    verdicts = {name: {word: is_vietnamese(reading(word, name)) for word in told} for name in encodings}
    total = sum(count for word, count in told.items() if any(known[word] is not None for known in verdicts.values()))
    return {name: sum(told[word] for word, verdict in known.items() if verdict) for name, known in verdicts.items()}, total


@lru_cache(maxsize=16384)
def reading(word: str, encoding: str) -> str:
    return word if encoding == UNICODE else decoded(word, encoding)


@cache
def is_vietnamese(word: str) -> bool | None:
    """Whether all pieces of `word` are syllables; None for abbreviations, which tell nothing."""
    pieces = [piece for piece in PIECES.split(word) if piece]
    if not pieces or all(piece.isupper() and not is_syllable(piece) and piece.isalpha() for piece in pieces):
        return None
    return all(is_syllable(piece) or piece.isupper() and piece.isalpha() for piece in pieces)


def rejoined(paragraph: Paragraph, encodings: Sequence[str]) -> list[Run]:
    """The runs, a VNI tone that opens one put back behind its vowel in the run before."""
    runs = list(paragraph)
    for at in range(1, len(runs)):
        before, run = runs[at - 1].text, runs[at].text
        if encodings[at] == encodings[at - 1] == "vni" and is_parted(before[-1:], run[:1]):
            runs[at - 1], runs[at] = Run(before + run[:1], runs[at - 1].font), Run(run[1:], runs[at].font)
    return runs


def is_parted(vowel: str, tone: str) -> bool:
    return bool(vowel and tone) and len(decoded(vowel + tone, "vni")) == 1


def unicode_of(run: Run, encoding: str) -> str:
    text = normalize("NFC", run.text if encoding == UNICODE else decoded(run.text, encoding))
    return capitals(text) if encoding == "tcvn3" and is_capital_font(run.font) else text
