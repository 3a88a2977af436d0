"""Mentions of numbered documents → citations: each document once, with all places where it is named."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .. import values
from ..model import Citation, Document, Mention
from ..numbers import key
from ..resources import table
from ..text import fold
from .parts import words_in

ALIAS = re.compile(r"(?:sau đây |dưới đây )?(?:gọi|viết|gọi chung|được gọi)(?: tắt)? (?:chung )?là:? [\"“]?([^)\"”;]{3,80})", re.IGNORECASE)
CODE = re.compile(r"\d+[a-zđ]?(?:/\d{4})?\s?[/-]\s?([A-Za-zĐđ]+)")


def citations(document: Document, mentions: Iterable[Mention], own: str | None) -> Iterator[Citation]:
    """The documents that are referred to by number, in order of first mention, without the document itself."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(key(mention.parts["number"].text), []).append(mention)
    groups.pop(key(own) if own else "", None)
    for place, group in enumerate(groups.values(), 1):
        yield citation(document, group, f"citation-{place}")


def citation(document: Document, group: list[Mention], identity: str) -> Citation:
    first = group[0]
    number = max((tidy(mention.parts["number"].text) for mention in group), key=lambda words: words.count("-"))
    return Citation(
        id=identity, type=type_of(number, first_words(group, "type")), number=number,
        date=next((found for mention in group if (found := date_of(mention))), None),
        issuer=first_words(group, "issuer"), title=first_words(group, "title"), alias=alias(document, group),
        quote=first.quote, span=first.span, mentions=tuple(mention.span for mention in group),
    )


def tidy(number: str) -> str:
    """`13 -NQ/TU` → `13-NQ/TU`."""
    return re.sub(r"\s+", "", number)


def first_words(group: list[Mention], name: str) -> str | None:
    return next((words.strip() for mention in group if (words := words_in(mention, name))), None)


def date_of(mention: Mention) -> str | None:
    if "year" not in mention.parts:
        return None
    found = values.day(*(int(words_in(mention, name)) for name in ("year", "month", "day")))
    return found.isoformat() if found else None


def alias(document: Document, group: list[Mention]) -> str | None:
    """The short name that the text gives the document behind one of its mentions."""
    for mention in group:
        text = document.blocks[mention.span.block].text
        match = ALIAS.search(text, mention.span.end, mention.span.end + 200)
        if match and "." not in text[mention.span.end : match.start()] and ";" not in text[mention.span.end : match.start()]:
            return match[1].strip()
    return None


def type_of(number: str, word: str | None) -> str | None:
    """The code of the type: the number's own where it has one, else the word's; a number without either is a dispatch."""
    match = CODE.match(number)
    code = codes().get(match[1].casefold()) if match else None
    glued = next((known for known in ("QĐ", "KH", "NQ", "CT", "TB") if match and code is None and match[1].startswith(known)), None)
    return code or (glued if glued and "-" not in number else None) or named(word) or by_symbol(number) or "CV"


def by_symbol(number: str) -> str | None:
    """The type that a symbol without a code stands for: `72/2025/QH15` is a law."""
    return next((code for pattern, code in table("types")["symbols"].items() if re.search(pattern, number)), None)


def named(word: str | None) -> str | None:
    if word is None:
        return None
    types = table("types")
    by_name = {fold(name): code for code, name in types["types"].items()} | {fold(name): code for name, code in types["aliases"].items()}
    return by_name.get(fold(word).casefold()) or codes().get(word.casefold())


@cache
def codes() -> dict[str, str]:
    return {code.casefold(): code for code in table("types")["types"]}
