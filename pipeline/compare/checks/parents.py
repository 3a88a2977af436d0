"""The parents themselves: whether the draft cites them, and whether they agree with each other."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import PurePath

from ...model import Directive, Span
from ...numbers import key
from ..aims import aims
from ..due import last_day, latest
from ..duties import duties
from ..likeness import EVEN
from ..pairs import Pairs, target_pairs, task_pairs
from ..phrases import Flag, Phrase

# Two parents speak of one thing where their words are this much alike; less would compare what only sounds alike.
ONE_THING = 0.8


def not_cited(pairs: Pairs) -> Iterator[Flag]:
    """A parent is not among the bases. One whose number is still blank cannot be."""
    cited = {key(citation.number) for citation in pairs.draft.citations if citation.number}
    for parent in pairs.parents:
        number, title = parent.header.number, parent.header.title
        if number and key(number) not in cited:
            yield Flag("parent-not-cited", {"number": number, "title": Phrase("title", {"title": title}) if title else None})


def in_conflict(pairs: Pairs) -> Iterator[Flag]:
    """Two parents ask the same of different figures or dates."""
    for one, other in combinations(pairs.parents, 2):
        yield from conflicting_targets(one, other)
        yield from conflicting_dates(one, other)


def conflicting_targets(one: Directive, other: Directive) -> Iterator[Flag]:
    for pair in target_pairs(aims(one), aims(other)):
        if pair.draft is None or EVEN.likeness(pair.parent.terms, pair.draft.terms) < ONE_THING:
            continue
        mine, theirs = pair.parent.target, pair.draft.target
        if mine.year == theirs.year and mine.unit == theirs.unit and mine.value != theirs.value:
            yield _conflict(one, other, mine.quote, theirs.quote, mine.span)


def conflicting_dates(one: Directive, other: Directive) -> Iterator[Flag]:
    for pair in task_pairs(duties(one), duties(other)):
        if pair.draft is None or not pair.is_mutual or EVEN.likeness(pair.parent.terms, pair.draft.terms) < ONE_THING:
            continue
        mine, theirs = latest(pair.parent.deadlines), latest(pair.draft.deadlines)
        if mine and theirs and last_day(mine) != last_day(theirs):
            yield _conflict(one, other, f"{pair.parent.task.quote}: {mine.quote}", f"{pair.draft.task.quote}: {theirs.quote}", mine.span)


def _conflict(one: Directive, other: Directive, mine: str, theirs: str, span: Span) -> Flag:
    why = Phrase("two-parents", {"one": mine, "other": theirs, "first": name_of(one), "second": name_of(other)})
    return Flag("parents-conflict", {"why": why}, parent_quote=mine, parent_span=span)


def name_of(parent: Directive) -> str:
    """What a parent is called in a sentence: its number, else its title, else its file."""
    return parent.header.number or parent.header.title or PurePath(parent.source.path).name
