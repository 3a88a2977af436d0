"""Words that should not be left in a draft: the parent's places, words said twice, blanks."""

import re
from collections.abc import Iterable, Iterator

from ...bodies import kind_of, level_of_issuer
from ...match import overlap
from ...model import Directive, Span
from ...resources import table
from ...text import fold, same
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..prose import found, is_cited, is_quoted, words_at
from ..verdicts import draft_level


def leftover_places(pairs: Pairs) -> Iterator[Flag]:
    """The parent's place or level stands where the unit's own belongs; not in the names and titles of other documents."""
    for parent in pairs.parents:
        yield from leftover_place_of_issue(pairs.draft, parent)
    levels = {level_of_issuer(parent.header) for parent in pairs.parents} - {draft_level(pairs.draft)}
    for entry in (entry for level, entries in table("slips")["leftovers"].items() if level in levels for entry in entries):
        for match, span in found(entry["pattern"], pairs.draft):
            if not is_cited(pairs.draft, span) and not is_quoted(pairs.draft, span):
                yield leftover(pairs.draft, span, mended(match, span, entry["own"], pairs.draft))


def mended(match: re.Match[str], span: Span, own: str, draft: Directive) -> str | None:
    """The words with the unit's own level in them, None where that takes more than a word."""
    kind = kind_of(draft.header.issuer or "")
    if not own or kind is None:
        return None
    words = words_at(draft, span)
    start, end = match.start("level") - span.start, match.end("level") - span.start
    return words[:start] + own.format(unit=kind) + words[end:]


def leftover(draft: Directive, span: Span, instead: str | None) -> Flag:
    words = words_at(draft, span)
    return Flag("place-leftover", {"words": words, "instead": Phrase("instead", {"words": instead}) if instead else None},
                quote=words, span=span, suggestion=instead)


def leftover_place_of_issue(draft: Directive, parent: Directive) -> Iterator[Flag]:
    """The draft is dated from the parent's seat, and not from its own."""
    place = draft.header.place
    if place and level_of_issuer(parent.header) != draft_level(draft) and same(place) == same(parent.header.place or ""):
        for _, span in found(rf"{re.escape(fold(place))}(?=, ngày)", draft):
            yield leftover(draft, span, None)


def repeated(pairs: Pairs) -> Iterator[Flag]:
    """Words that stand twice in a row."""
    rules = table("slips")["repeated"]
    for pattern in (rules["several"], rules["single"]):
        for match, span in found(pattern, pairs.draft):
            if same(match[1]) not in map(same, rules["allowed"]):
                words = words_at(pairs.draft, span)
                yield Flag("word-repeated", {"words": words}, quote=words, span=span, suggestion=words[: len(match[1])])


def blanks(pairs: Pairs) -> Iterator[Flag]:
    """A blank that nobody filled."""
    spans = (span for entry in table("slips")["blanks"] for _, span in found(entry["pattern"], pairs.draft))
    for span in merged(spans):
        words = words_at(pairs.draft, span)
        yield Flag("placeholder-left", {"words": words}, quote=words, span=span)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.block, span.start)):
        if joined and overlap(joined[-1], span):
            joined[-1] = joined[-1].model_copy(update={"end": max(joined[-1].end, span.end)})
        else:
            joined.append(span)
    return joined
