"""Text from before Unicode, letter by letter: TCVN3 (ABC), VNI-Windows, VIQR, Windows-1258, and UTF-8 that was read as Windows-1252."""

import re
from functools import cache
from unicodedata import normalize

from ...resources import table
from .syllables import is_syllable

WORD = re.compile(r"[^\W\d_]+")
WORD_START = re.compile(r"\S*$")
LINE_END = re.compile(r"\s*$", re.MULTILINE)
CAPITAL_NEXT = re.compile(r"\s+[^\W\da-z_]")
BULLET = re.compile(r"(?<!\S)·(?!\S)")  # ã in TCVN3, but never a word
KEPT = r"(?P<kept>\\[.'?~^(+`\\]|(?<!\S)[IVXLC]+\.(?=\s|\d)|\S+://\S+)"  # of VIQR: escapes, Roman numbers, links


def decoded(text: str, encoding: str) -> str:
    """`text`, whose letters are signs of `encoding` seen as Windows-1252, in Unicode."""
    if encoding == "tcvn3":
        return "·".join(recased(part.translate(letters_of("tcvn3"))) for part in BULLET.split(text))
    if encoding == "windows-1258":
        return normalize("NFC", text.translate(letters_of("windows-1258")))
    if encoding == "utf-8":
        return undone(text)
    pattern, letters = sequences(encoding)
    return pattern.sub(lambda match: letter_of(match, letters), text)


@cache
def letters_of(encoding: str) -> dict[int, str]:
    """What each single sign of `encoding` stands for."""
    return {ord(sign): letter for letter, sign in table("encodings")["letters"][encoding].items() if len(sign) == 1}


@cache
def sequences(encoding: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that takes the longest sequence of `encoding`, and what each stands for; a tone may be in either case."""
    letters = {}
    for letter, sign in table("encodings")["letters"][encoding].items():
        letters |= {sign[0] + sign[1:].swapcase(): letter, sign: letter}
    letters |= {"Dd": "Đ", "dD": "đ"} if encoding == "viqr" else {}
    longest_first = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
    return re.compile((KEPT + "|" if encoding == "viqr" else "") + longest_first), letters


def letter_of(match: re.Match[str], letters: dict[str, str]) -> str:
    sign = match[0]
    if match.lastgroup == "kept":
        return sign.removeprefix("\\")
    if sign[-1] in ".?" and is_end(match, letters[sign]):
        return letters.get(sign[:-1], sign[:-1]) + sign[-1]
    return letters[sign]


def is_end(match: re.Match[str], letter: str) -> bool:
    """Whether the mark that ends `match` ends a sentence of VIQR: at the end of a line, or before a capital where no name follows."""
    word = decoded(WORD_START.search(match.string[: match.start()])[0], "viqr") + letter
    if word.lower() in table("encodings")["before_names"]:
        return False
    return bool(LINE_END.match(match.string, match.end()) or word[:1].islower() and CAPITAL_NEXT.match(match.string, match.end()))


def undone(text: str) -> str:
    """`text` whose letters of UTF-8 were each shown as two or three of Windows-1252; what is none stays as it is."""
    return re.sub(r"[\u00c2-\u00f4][\u0080-\u024f\u02c6\u02dc\u2000-\u2122]+", lambda match: as_utf8(match[0]), text)


def as_utf8(signs: str) -> str:
    single = b"".join(byte_of(sign) for sign in signs)
    return single.decode("utf-8", errors="replace")


def byte_of(sign: str) -> bytes:
    """The byte that Windows-1252 shows as `sign`, of which it leaves five without a sign of their own."""
    return sign.encode("latin-1") if sign <= "\u00ff" else sign.encode("cp1252", errors="replace")


def capitals(text: str) -> str:
    """`text` as a capital font prints it."""
    return text.upper()


def recased(text: str) -> str:
    """`text` with the accented letters of words in capitals as capitals too: a TCVN3 font has none of its own, and writers
    took the small letter."""
    return "\n".join(recased_line(line) for line in text.split("\n")) if any(map(str.isupper, text)) else text


def recased_line(line: str) -> str:
    words = list(WORD.finditer(line))
    cases = [case_of(match[0]) for match in words]
    for at, match in reversed(list(enumerate(words))):
        if is_capital(cases, at):
            line = line[: match.start()] + match[0].upper() + line[match.end():]
    return line


def case_of(word: str) -> str:
    """`small`, `capital` or, where only letters with tones are small, `open`; nothing for abbreviations, which tell nothing."""
    plain = [letter for letter in word if letter.isascii() or letter.isupper()]
    if any(letter.islower() for letter in plain):
        return "small"
    if len(plain) > 1 and (word.isupper() and is_syllable(word) or not word.isupper()):
        return "capital"
    if word[:1].islower() and plain and word[-1:].isupper():
        return "capital"
    return "" if word.isupper() else "open"


def is_capital(cases: list[str], at: int) -> bool:
    """Whether the word there is in capitals, by itself or by its nearest neighbours."""
    if cases[at] != "open":
        return cases[at] == "capital"
    before = next((case for case in reversed(cases[:at]) if case in ("small", "capital")), "")
    after = next((case for case in cases[at + 1:] if case in ("small", "capital")), "")
    return "capital" in (before, after) and "small" not in (before, after)
