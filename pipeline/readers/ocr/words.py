"""Recognised words with what is certainly mistaken in them corrected; the table is `grammars/ocr.yaml`."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ...resources import table
from ...text import fold
from .tesseract import Word

POINT = re.compile(r"([^\W\d_])\)")
MARKS = {"\u0302": "circumflex", "\u0306": "breve", "\u031b": "horn", "\u0335": "stroke", "\u0300": "grave", "\u0301": "acute",
         "\u0303": "tilde", "\u0309": "hook", "\u0323": "under"}
CORE = re.compile(r"[^\W\d_]+")


def corrected(lines: Iterable[list[Word]]) -> list[list[Word]]:
    """`lines` with what is mistaken in their words put right; a compound may begin on one line and end on the next."""
    known = [by_rules(line) for line in lines]
    words = iter(with_compounds([word for line in known for word in line]))
    return [[next(words) for _ in line] for line in known]


def by_rules(line: list[Word]) -> list[Word]:
    words = [replace(word, text=word.text.translate(letters())) for word in line]
    for at in range(len(words)):
        words[at] = replace(words[at], text=by_rule([word.text for word in words], at))
    return words


@cache
def letters() -> dict[int, str]:
    return str.maketrans(table("ocr")["letters"])


def by_rule(line: list[str], at: int) -> str:
    """The word there as the first rule that takes it puts it, or as it is."""
    rule = next((rule for rule in table("ocr")["words"] if takes(rule, line, at)), None)
    return taken(rule["word"]).sub(rule["into"], line[at], count=1) if rule else line[at]


def takes(rule: dict, line: list[str], at: int) -> bool:
    if not taken(rule["word"]).search(line[at]):
        return False
    rest, before = line[at + 1:], line[at - 1] if at else ""
    return (
        (not rule.get("opens") or at == 0)
        and (not rule.get("alone") or len(line) == 1)
        and (not rule.get("shouted") or " ".join(rest).isupper())
        and ("after" not in rule or re.fullmatch(rule["after"], before, re.IGNORECASE) is not None)
        and ("before" not in rule or re.match(rule["before"], " ".join(["", *rest])) is not None)
    )


@cache
def taken(pattern: str) -> re.Pattern[str]:
    """The pattern of a whole word, marks at its ends aside."""
    return re.compile(rf"(?<![\w/.-])(?:{pattern})(?![\w/-])")


def with_compounds(words: list[Word]) -> list[Word]:
    """`words` with the marks of known compounds as they must be."""
    for at in range(len(words) - 1):
        pair = core(words[at]), core(words[at + 1])
        better = compound_for(*pair) if all(pair) and words[at].text.endswith(pair[0]) else None
        for place, old, new in zip((at, at + 1), pair, better or pair, strict=True):
            if better and fold(old.lower()) != new and not is_bound(words, place, at):
                words[place] = replace(words[place], text=words[place].text.replace(old, cased(new, old)))
    return words


def core(word: Word) -> str:
    """The letters of a word without the marks at its ends, "" where it is no plain word."""
    found = CORE.findall(word.text)
    return found[0] if len(found) == 1 else ""


def compound_for(first: str, second: str) -> tuple[str, str] | None:
    """The compound that two syllables must be; None where they are one already, are none, or may be two equally well."""
    seen = (fold(first.lower()), fold(second.lower()))
    known = compounds().get(bare(seen), ())
    if not known or seen in known:
        return None
    near, *others = sorted((count, one) for one in known if (count := slips(seen, one)) is not None) or [(0, None)]
    return near[1] if not others or others[0][0] > near[0] else None


@cache
def compounds() -> dict[str, tuple[tuple[str, str], ...]]:
    """The known compounds by their letters without marks."""
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    for compound in table("ocr")["compounds"].split(", "):
        pair = tuple(fold(unicodedata.normalize("NFC", compound)).split())
        known[bare(pair)] = (*known.get(bare(pair), ()), pair)
    return known


def bare(pair: tuple[str, ...]) -> str:
    letters = unicodedata.normalize("NFD", " ".join(pair)).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def slips(seen: tuple[str, str], other: tuple[str, str]) -> int | None:
    """How many letters were mistaken if `other` was printed and `seen` recognised; None where one is not mistaken so."""
    pairs = [(one, letter) for one, letter in zip(" ".join(seen), " ".join(other), strict=True) if one != letter]
    return len(pairs) if all(slip_of(*pair) in table("ocr")["slips"] for pair in pairs) else None


def slip_of(seen: str, letter: str) -> str:
    """The marks of two letters, as `grammars/ocr.yaml` writes a slip."""
    return f"{marks_of(seen)}>{marks_of(letter)}"


def marks_of(letter: str) -> str:
    """The names of a letter's marks: circumflex, breve or horn first, then the tone; a bare letter has `bare`."""
    found = [MARKS[sign] for sign in unicodedata.normalize("NFD", letter.replace("đ", "d\u0335")) if sign in MARKS]
    return "+".join(sorted(found)) or "bare"


def is_bound(words: list[Word], place: int, at: int) -> bool:
    """Whether the word at `place` makes a compound with its neighbour outside the pair that begins at `at`."""
    other = place - 1 if place == at else place + 1
    if not 0 <= other < len(words):
        return False
    pair = tuple(fold(core(words[one]).lower()) for one in sorted((place, other)))
    return pair in compounds().get(bare(pair), ())


def cased(new: str, old: str) -> str:
    return new.upper() if old.isupper() and len(old) > 1 else new.capitalize() if old[:1].isupper() else new
