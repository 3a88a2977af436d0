"""Mentions of numbered documents → citations: each document once, with all places where it is named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from .. import values
from ..grammar import alternatives, pattern
from ..match import overlap
from ..model import Citation, Document, Header, Mention, Span
from ..numbers import key
from ..resources import table
from ..text import fold
from .parts import words_in

WITH_YEAR = re.compile(r"\d+[a-zđ]?/\d{4}/")
CODE = re.compile(r"\d+[a-zđ]?(?:/\d{4})?\s?[/-]\s?([A-Za-zĐđ]+)")


@dataclass(frozen=True, slots=True)
class Short:
    """A short name, and where the words that introduce it end."""

    text: str
    block: int
    end: int


def citations(document: Document, mentions: Iterable[Mention], own: Header) -> Iterator[Citation]:
    """The documents that are referred to, in order of first mention, without the document itself (its header is `own`)."""
    groups = grouped(mentions)
    groups.pop(key(own.number or own.symbol or ""), None)
    for place, group in enumerate(groups.values(), 1):
        yield citation(document, group, f"citation-{place}")


def grouped(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each document. A number with a year that was cut ("102/2025/NQLT") is of the one whose number goes on."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(name_of(mention), []).append(mention)
    for name in filter(WITH_YEAR.match, tuple(groups)):
        longer = [other for other in groups if other != name and other.startswith(name)]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(name)
    return groups


def name_of(mention: Mention) -> str:
    """What tells a cited document from others: its number; its symbol while that is blank, with what else is said of it."""
    if "number" in mention.parts:
        return key(mention.parts["number"].text)
    symbol = words_in(mention, "symbol")
    said = "" if symbol and not date_of(mention) and "issuer" not in mention.parts else fold(mention.quote).casefold()
    return key((symbol or "").strip("/- ")) + said


def citation(document: Document, group: list[Mention], identity: str) -> Citation:
    first = group[0]
    numbers = (tidy(mention.parts["number"].text) for mention in group if "number" in mention.parts)
    number = max(numbers, key=lambda words: (words.count("-"), not words.isupper()), default=None)
    short = introduction(document, group)
    return Citation(
        id=identity, type=type_of(number, first_words(group, "type")), number=number,
        date=max((found for mention in group if (found := date_of(mention))), key=len, default=None),
        issuer=first_words(group, "issuer"), title=first_words(group, "title"), alias=short and short.text,
        quote=first.quote, span=first.span, mentions=(*(mention.span for mention in group), *named_short(document, group, short)),
    )


def tidy(number: str) -> str:
    """`13 -NQ/TU` → `13-NQ/TU`."""
    return re.sub(r"\s+", "", re.sub("[–—−‑]", "-", number))


def first_words(group: list[Mention], name: str) -> str | None:
    return next((words.strip() for mention in group if (words := words_in(mention, name))), None)


def date_of(mention: Mention) -> str | None:
    """ISO, as much as is filled in: `2025-08` of "ngày …/8/2025"."""
    year, month, day = (words_in(mention, name) or words_in(mention, f"later_{name}") for name in ("year", "month", "day"))
    if year is None:
        return None
    if day is None or month is None:
        return str(values.full_year(int(year))) + (f"-{int(month):02}" if month else "")
    found = values.day(int(year), int(month), int(day))
    return found.isoformat() if found else None


def introduction(document: Document, group: list[Mention]) -> Short | None:
    """The short name that the text gives the document behind one of its mentions."""
    for mention in group:
        text = document.blocks[mention.span.block].text
        match = pattern("types", "alias").search(text, mention.span.end, mention.span.end + 200)
        between = text[mention.span.end : match.start()] if match else "."
        if not set(".;") & set(between) and names_document(match[1]):
            return Short(match[1].strip(), mention.span.block, match.end())
    return None


def names_document(words: str) -> bool:
    """A short name of a document, and not of a body or a movement that its title names: it begins with a type."""
    return bool(re.match(rf"(?:{alternatives(list(type_names()))})(?!\w)", fold(words).casefold()))


def named_short(document: Document, group: list[Mention], short: Short | None) -> Iterator[Span]:
    """The places behind its introduction where a document is called by its short name, and not by its number."""
    if short is None:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(fold(short.text))}(?!\w)(?! (?:số|\d))")
    for number, block in enumerate(document.blocks[short.block :], short.block):
        for match in pattern.finditer(fold(block.text), short.end if number == short.block else 0):
            span = Span(block=number, start=match.start(), end=match.end(), page=block.page)
            if not any(overlap(span, mention.span) for mention in group):
                yield span


def type_of(number: str | None, word: str | None) -> str | None:
    """The code of the type: the number's own where it has one, else the word's; a number without either is a dispatch."""
    match = CODE.match(number) if number else None
    code = codes().get(match[1].casefold()) if match else None
    glued = next((known for known in ("QĐ", "KH", "NQ", "CT", "TB") if match and code is None and match[1].startswith(known)), None)
    return code or (glued if glued and "-" not in number else None) or named(word) or by_symbol(number or "") or "CV"


def by_symbol(number: str) -> str | None:
    """The type that a symbol without a code stands for: `72/2025/QH15` is a law."""
    return next((code for pattern, code in table("types")["symbols"].items() if re.search(pattern, number)), None)


def named(word: str | None) -> str | None:
    if word is None:
        return None
    return type_names().get(fold(word).casefold()) or codes().get(word.casefold())


@cache
def type_names() -> dict[str, str]:
    types = table("types")
    return {fold(name): code for code, name in types["types"].items()} | {fold(name): code for name, code in types["aliases"].items()}


@cache
def codes() -> dict[str, str]:
    return {code.casefold(): code for code in table("types")["types"]}
