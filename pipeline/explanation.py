"""Why the record says what it says: for each item the rule that took it, the words that carry its values, and an example of the rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .extraction.years import heading_year
from .grammar import Example, Rule, grammar
from .match import mentions, overlap
from .model import Citation, Deadline, Directive, Mention, Span, Target, Task

Item = Target | Deadline | Citation | Task
Where = Literal["words", "heading", "document"]
Kind = Literal["targets", "tasks", "deadlines", "citations"]
KINDS: tuple[Kind, ...] = ("targets", "tasks", "deadlines", "citations")


@dataclass(frozen=True, slots=True)
class Ground:
    """Words that carry a value; `where` tells of words outside the item's own: a heading above it, or the document's date."""

    name: str
    words: str
    where: Where = "words"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One item of the record with its grounds. `rule` is None where no rule of the grammars took it: tasks, and figures of tables."""

    kind: Kind
    item: Item
    rule: str | None
    grounds: tuple[Ground, ...]
    example: Example | None


def explained(directive: Directive) -> Iterator[Explanation]:
    """Each item of the record explained, kind by kind, in order; the record must hold its blocks."""
    for kind in KINDS:
        for item in getattr(directive, kind):
            yield task(item) if isinstance(item, Task) else explanation(directive, kind, item)


def task(item: Task) -> Explanation:
    """A task is explained by the bodies named in it, and by its labelled words."""
    bodies = (Ground(name, owner.name) for name in ("lead", "coordinate") for owner in getattr(item, name))
    fields = (Ground(name, words) for name in ("output", "location", "budget") if (words := getattr(item, name)))
    return Explanation("tasks", item, None, (*bodies, *fields), None)


def explanation(directive: Directive, kind: Kind, item: Target | Deadline | Citation) -> Explanation:
    mention = mention_of(directive, kind, item)
    rule = rules(kind).get(mention.rule) if mention else None
    found = tuple(Ground(name, part.text) for name, part in mention.parts.items()) if mention else ()
    missing = tuple(ground for ground in beyond(directive, item) if ground.name not in {each.name for each in found})
    return Explanation(kind, item, getattr(item, "rule", rule and rule.name), (*found, *missing), rule and nearest(rule, item))


def nearest(rule: Rule, item: Item) -> Example:
    """The rule's example whose values are most like the item's, the first of several."""
    return max(rule.examples, key=lambda example: likeness(example, item))


def likeness(example: Example, item: Item) -> int:
    """How many values of the example the item has, less those that it has otherwise."""
    return sum(1 if getattr(item, name, None) == value else -1 for name, value in example.expected.items())


def mention_of(directive: Directive, kind: Kind, item: Target | Deadline | Citation) -> Mention | None:
    """The mention that the item was made of: by the same rule, with the most words in common."""
    name = getattr(item, "rule", None)
    near = [each for each in mentions(directive.blocks[item.span.block], item.span.block, grammar(kind))
            if overlap(each.span, item.span) and name in (None, each.rule)]
    return max(near, key=lambda each: shared(each.span, item.span), default=None)


def shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def rules(kind: Kind) -> Mapping[str, Rule]:
    return {rule.name: rule for rule in grammar(kind).rules}


def beyond(directive: Directive, item: Target | Deadline | Citation) -> Iterator[Ground]:
    """What no part of the rule says: subject and outcome in the sentence, the year from the words around, a heading or the letterhead."""
    if isinstance(item, Target):
        yield from (Ground(name, words) for name in ("subject", "outcome") if (words := getattr(item, name)))
        yield from year_of(directive, item)
    elif isinstance(item, Deadline) and item.end and directive.header.date and str(item.end.year) not in item.quote:
        yield Ground("year", directive.header.date, "document")


def year_of(directive: Directive, item: Target) -> Iterator[Ground]:
    """The words that say when a target is due: the nearest heading with that year where its own paragraph does not name it."""
    if item.year is None:
        return
    text = directive.blocks[item.span.block].text
    title = next((title for title in titles(directive, item.section) if heading_year(title) == item.year), None)
    own = str(item.year) in text
    yield Ground("year", str(item.year) if own or title is None else title, "heading" if title and not own else "words")


def titles(directive: Directive, section: str | None) -> Iterator[str]:
    """The titles of a section and of those above it, from the inside out."""
    by_id = {each.id: each for each in directive.sections}
    while section in by_id:
        yield by_id[section].title
        section = by_id[section].parent
