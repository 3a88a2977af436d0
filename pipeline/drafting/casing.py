"""Capitals: at the head of a sentence, in its middle, and in names that a letterhead prints in capitals."""

import re

from ..resources import table


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """`words` for the middle of a sentence; an abbreviation, a quotation or a name of several capitals is left as it is."""
    first, _, rest = words.partition(" ")
    if any(mark.isupper() for mark in first[1:]) or rest[:1].isupper():
        return words
    return words[:1].lower() + words[1:]


def cased(words: str, original: str, opens: bool) -> str:
    """`words` with a capital where they take the place of a sentence's first word."""
    return upper_first(words) if opens and original[:1].isupper() else words


def opens_sentence(text: str, place: int) -> bool:
    """Whether a sentence begins at `place`."""
    before = text[:place].rstrip(" “\"(")
    return not before or before.endswith((".", ":", "!", "?"))


def proper(name: str) -> str:
    """A name printed in capitals as a sentence writes it; any other as it is."""
    if not name.isupper():
        return name
    words = " ".join(word.capitalize() for word in name.split(" "))
    for phrase in sorted(table("drafting")["casing"], key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", phrase, words, flags=re.IGNORECASE)
    return upper_first(words)
