"""Mentions of quantities → targets: value, operator, unit, subject, outcome and the year that they are due."""

import re
from collections.abc import Iterable, Iterator

from ..grammar import pattern
from ..labels import label_of
from ..model import Deadline, Document, Mention, Outline, Target
from . import quantities
from .context import is_named
from .parts import quoted, words_in
from .past import applies, is_over
from .subjects import words_of
from .years import Dated, year

BORDERS = re.compile(r"[.;:,()“”\"]|\d[\d.,/%]*")
LONGEST_AROUND = 80  # characters


def targets(document: Document, outline: Outline, mentions: Iterable[Mention], when: Iterable[Deadline],
            issued: str | None) -> Iterator[Target]:
    """The targets among the quantities; `when` are the document's deadlines, `issued` is its date.

    What a sentence tells of a year before that date is no target.
    """
    dated: dict[int, list[Deadline]] = {}
    for deadline in when:
        dated.setdefault(deadline.span.block, []).append(deadline)
    kept = [mention for mention in mentions if applies(document, outline, mention) and not is_over(document, mention, issued)
            and not is_named(document, mention)]
    beside = zip([None, *kept], kept, [*kept[1:], None], strict=False)
    return (target(document, outline, earlier, mention, following, dated) for earlier, mention, following in beside)


def target(document: Document, outline: Outline, earlier: Mention | None, mention: Mention, following: Mention | None,
           dated: Dated) -> Target:
    """The target of `mention`, with the quantities before and behind it, with which it may share a verb or an outcome."""
    text = document.blocks[mention.span.block].text
    home = outline.section_at(mention.span.block)
    following, earlier = (each if each and each.span.block == mention.span.block else None for each in (following, earlier))
    words = words_of(text, mention, following, earlier)
    start, end = quoted(mention)
    if words.subject:
        start, end = min(start, words.subject[0]), max(end, words.subject[1])
    start, end = around(text, start, end, following, earlier)
    span = mention.span.model_copy(update={"start": start, "end": end})
    return Target(
        id="target", value=quantities.value(mention), upper=quantities.upper(mention), unit=quantities.unit(mention),
        op=quantities.operator(text, mention, earlier),
        change=quantities.change(mention) or quantities.change_near(text, mention) or quantities.change_before(text, words, mention)
        or quantities.change_carried(text, earlier, words, mention),
        baseline=words_in(mention, "baseline"), also=quantities.also(mention),
        subject=slice_of(text, words.subject), outcome=slice_of(text, words.outcome),
        year=year(text, mention, following, outline, home, dated), section=home.id if home else None,
        quote=text[start:end], span=span, rule=mention.rule,
    )


def around(text: str, start: int, end: int, following: Mention | None, earlier: Mention | None) -> tuple[int, int]:
    """The words from `start` to `end` with those of their clause before and behind them, up to another figure, a mark or a quantity."""
    label = label_of(text)
    least = max(earlier.span.end if earlier else 0, len(label.printed) if label else 0)
    most = following.span.start if following else len(text)
    left = max((match.end() for match in BORDERS.finditer(text, least, start)), default=least)
    right = next((match.start() for match in BORDERS.finditer(text, end, max(end, most))
                  if not pattern("subjects", "numbered").search(text, end, match.start())), max(end, most))
    left = left if start - left <= LONGEST_AROUND else start
    right = right if right - end <= LONGEST_AROUND else end
    return left + len(text[left:start]) - len(text[left:start].lstrip()), end + len(text[end:right].rstrip())


def slice_of(text: str, place: tuple[int, int] | None) -> str | None:
    return text[place[0] : place[1]] if place else None
