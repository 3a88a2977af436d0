"""Rules × text → mentions: where two rules want the same words, the longer match wins, then the earlier rule."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from .grammar import Grammar, Rule, grammar, matches
from .model import Block, Document, Mention, Outline, Part, Role, Span
from .text import fold

GRAMMARS = ("targets", "deadlines", "citations")


def find(document: Document, outline: Outline) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions of each grammar by its kind, in the order of the text."""
    return {grammar(name).kind: tuple(found(document, outline, name)) for name in GRAMMARS}


def found(document: Document, outline: Outline, name: str) -> Iterator[Mention]:
    for number, block in enumerate(document.blocks):
        if outline.zones[number] in grammar(name).zones:
            section = outline.section_at(number)
            yield from mentions(block, number, grammar_within(name, section.role if section else None))


@cache
def grammar_within(name: str, role: Role | None) -> Grammar:
    """The rules of a grammar that read a part of that role: a bare count is a target only among the targets."""
    rules = grammar(name)
    return replace(rules, rules=tuple(rule for rule in rules.rules if rule.value.get("within", role) == role))


def mentions(block: Block, number: int, rules: Grammar) -> tuple[Mention, ...]:
    """The mentions in one block, none overlapping another but those inside a title: a document may be named in another's."""
    return tuple(mentions_between(block, number, rules, 0, len(block.text)))


def mentions_between(block: Block, number: int, rules: Grammar, start: int, end: int) -> Iterator[Mention]:
    folded = fold(block.text)
    found = [
        mention_of(match, rule, rules.kind, block, number)
        for rule in rules.rules for match in matches(rule, folded, start, end)
    ]
    for mention in without_overlap(found):
        yield mention
        title = mention.parts.get("title")
        if title:
            yield from mentions_between(block, number, rules, title.start, title.end)


def mention_of(match, rule: Rule, kind: str, block: Block, number: int) -> Mention:
    start, end = match.span()
    parts = {
        name: Part(block.text[match.start(name) : match.end(name)], match.start(name), match.end(name))
        for name, words in match.groupdict().items() if words is not None
    }
    span = Span(block=number, start=start, end=end, page=block.page)
    return Mention(kind=kind, rule=rule.name, span=span, quote=block.text[start:end], parts=parts, value=rule.value)


def without_overlap(found: Iterable[Mention]) -> Iterator[Mention]:
    """The longest mentions of one block that do not overlap, in the order of the text; of two equal ones the first given."""
    taken: list[Mention] = []
    for mention in sorted(found, key=lambda mention: mention.span.start - mention.span.end):
        place = bisect(taken, mention.span.start, key=start_of)
        if not any(overlap(mention.span, other.span) for other in taken[max(place - 1, 0) : place + 1]):
            taken.insert(place, mention)
    yield from taken


def start_of(mention: Mention) -> int:
    return mention.span.start


def overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
