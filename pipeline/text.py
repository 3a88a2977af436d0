"""Clean text at the door, and folds for matching that keep every character in its place."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
UNSEEN = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
LOOKALIKES = str.maketrans({"ð": "đ", "Ð": "Đ", "–": "-", "—": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "„": '"',
                            "‘": "'", "’": "'", "×": "x"})
# Tone placement: the mark of open -oa, -oe, -uy stands on the first vowel (old, Nghị định 30/2020) or the second (new).
NEW_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}
NEW_TONES |= {new.upper(): old.upper() for new, old in NEW_TONES.items()} | {
    new.capitalize(): old.capitalize() for new, old in NEW_TONES.items()}
# `qúy` is a common slip for `quý`: the mark belongs to the y, as the u is part of the consonant.
SLIPS = re.compile(r"(?<=q)úy|(?<=Q)úy|(?<=Q)ÚY")
TONES = re.compile(r"(?<![qQ])(?:" + "|".join(NEW_TONES) + r")(?!\w)")


def clean(text: str) -> str:
    """`text` in Unicode NFC, without invisible characters, each run of white space one space, none at the ends."""
    shown = text.translate(INVISIBLE) if UNSEEN.search(text) else text
    return " ".join(unicodedata.normalize("NFC", shown).split())  # a mark joins its letter once nothing parts them


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` with one tone placement, one dash, one quotation mark and one đ; as long as `text`, character by character."""
    plain = text.translate(LOOKALIKES)
    return TONES.sub(lambda match: NEW_TONES[match[0]], SLIPS.sub(lambda match: "UÝ" if match[0].isupper() else "uý", plain))


def small(text: str) -> str:
    """`text` folded, in small letters; as long as `text`: a letter whose small form is longer stays as it is."""
    folded = fold(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(
        letter.lower() if len(letter.lower()) == 1 else letter for letter in folded)


def same(text: str) -> str:
    """A key that is equal for two spellings of the same words: fold, case and the marks at the ends aside."""
    return " ".join(fold(clean(text)).casefold().split()).strip(" .,;:*")
