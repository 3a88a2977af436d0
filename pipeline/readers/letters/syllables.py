"""Vietnamese syllables by their build: a beginning, a rhyme, one tone. What is none of them was read in the wrong encoding."""

import unicodedata
from functools import cache, lru_cache

from ...resources import table

TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
STOPS = ("c", "ch", "p", "t")  # rhymes that end so take sắc or nặng only
STOPPED = "\u0301\u0323"


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` is built as a Vietnamese syllable is, in small letters or capitals."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in parts if ord(sign) in TONES]
    toneless = unicodedata.normalize("NFC", parts.translate(TONES))
    if len(tones) > 1 or toneless not in toneless_syllables():
        return False
    return not toneless.endswith(STOPS) or tones != [] and tones[0] in STOPPED


@cache
def toneless_syllables() -> frozenset[str]:
    onsets, rhymes = table("encodings")["onsets"], table("encodings")["rhymes"].split()
    return frozenset(onset + rhyme for onset in ("", *onsets) for rhyme in rhymes) | {"gi"}
