"""Every place where a draft names another document by its number, with the words around the number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..grammar import grammar
from ..match import mentions
from ..model import Directive, Mention, Span
from ..numbers import key
from ..resources import table
from ..text import same
from ..values import day

SYMBOL = re.compile(r"\d+[a-zđ]?(?:/\d{4})? ?[/-] ?([A-Za-zĐđ]+)")


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention of a numbered document; what it does not say is None."""

    number: str
    word: str | None
    date: date | None
    issuer: str | None
    quote: str
    span: Span


def mentions_of_others(directive: Directive) -> Iterator[Cited]:
    """The mentions of other documents in the text, the document's own number apart."""
    for number, block in enumerate(directive.blocks):
        for mention in mentions(block, number, grammar("citations")):
            if "number" in mention.parts and key(mention.parts["number"].text) != key(directive.header.number or ""):
                yield cited_of(mention)


def cited_of(mention: Mention) -> Cited:
    words = {name: part.text for name, part in mention.parts.items()}
    dated = day(int(words["year"]), int(words["month"]), int(words["day"])) if words.keys() >= {"year", "month", "day"} else None
    return Cited(words["number"], words.get("type"), dated, words.get("issuer"), mention.quote, mention.span)


def type_of_symbol(number: str) -> str | None:
    """The code of the type that a number carries, None where it carries none (`639/SKHCN-BCVT`)."""
    match = SYMBOL.match(number)
    return next((code for code in table("types")["types"] if match and code.casefold() == match[1].casefold()), None)


def type_of_word(word: str | None) -> str | None:
    """The code of the type that a word names, None where it names none (`văn bản`)."""
    types = table("types")
    names = {same(name): code for code, name in types["types"].items()} | {same(name): code for name, code in types["aliases"].items()}
    return names.get(same(word)) if word else None


def type_name(code: str) -> str:
    """The name of a type: `kế hoạch` of KH."""
    return table("types")["types"].get(code, code)
