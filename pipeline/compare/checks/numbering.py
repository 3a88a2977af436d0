"""Whether the labels of each list follow one another, by the list's own alphabet."""

from collections.abc import Iterator

from ... import numbering
from ...model import Directive, Span
from ...numbering import Item
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..prose import words_at

LONGEST_HEAD = 80


def gaps(pairs: Pairs) -> Iterator[Flag]:
    """A label is skipped: I, II, IV; a list that begins with 3."""
    return (_gap(before, item, pairs.draft) for before, item in numbering.gaps(pairs.draft.sections))


def duplicates(pairs: Pairs) -> Iterator[Flag]:
    """A label stands twice in one list; one that begins again at its first label is another list."""
    for item in numbering.repeats(pairs.draft.sections):
        quote, span = head(item, pairs.draft)
        yield Flag("numbering-duplicate", {"label": item.section.label}, quote=quote, span=span)


def _gap(before: Item | None, item: Item, draft: Directive) -> Flag:
    after = Phrase("after-label", {"label": before.section.label}) if before else Phrase("at-start")
    missing = item.section.label.replace(item.label.name, numbering.name_before(item.label, before))
    quote, span = head(item, draft)
    return Flag("numbering-gap", {"after": after, "label": item.section.label, "missing": missing}, quote=quote, span=span)


def head(item: Item, draft: Directive) -> tuple[str, Span]:
    """The label with its title, or with the words behind it, and their place."""
    span = item.section.span
    text = draft.blocks[span.block].text if span.block < len(draft.blocks) else item.section.label
    end = max(span.end, min(len(text), span.start + len(item.section.label) + LONGEST_HEAD))
    whole = span.model_copy(update={"end": end})
    return words_at(draft, whole) or item.section.label, whole
