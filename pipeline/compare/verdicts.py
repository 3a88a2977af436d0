"""What became of a target of the parent: the status of the pair, and why, in one sentence with its arithmetic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from ..bodies import Level, level_of_issuer
from ..counterparts import stays_with
from ..model import Anchor, Directive, Status
from ..profile import Profile
from ..resources import table
from ..text import same
from ..values import first_day
from .aims import SHARE, Aim, text_at
from .likeness import EVEN, terms_of
from .measures import Comparison, bases_for, comparison, is_lower
from .pairs import Pairs, TargetPair, years_differ
from .phrases import Phrase

SAID_IN_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a pair, and why. `said` is where the draft says it without a figure."""

    status: Status
    why: Phrase
    said: Anchor | None = None


@dataclass(frozen=True, slots=True)
class JudgedTarget:
    """A target of a parent, the draft's that answers it, what became of it, and for whom."""

    parent: Aim
    draft: Aim | None
    verdict: Verdict
    profile: Profile


def judged_targets(pairs: Pairs) -> Iterator[JudgedTarget]:
    """The pairs of targets, judged."""
    return (JudgedTarget(pair.parent, pair.draft, verdict(pair, pairs), pairs.profile) for pair in pairs.targets)


def verdict(pair: TargetPair, pairs: Pairs) -> Verdict:
    """What became of the parent's target in the draft."""
    if pair.draft is None:
        return without_answer(pair.parent, pairs)
    compared = comparison(pair.parent, pair.draft, bases_for(pair.draft, pairs.aims, pairs.profile))
    if compared is None:
        return Verdict("unclear", incomparable(pair))
    if is_lower(pair.parent, pair.draft, compared):
        return lowered(pair, pairs, compared)
    if years_differ(pair.parent.target, pair.draft.target) and pair.draft.target.year > pair.parent.target.year:
        return Verdict("later", years(pair))
    return Verdict("raised" if compared.gap else "met", figures(pair, compared))


def incomparable(pair: TargetPair) -> Phrase:
    """Why the two figures cannot be brought to one unit."""
    if pair.parent.adds_up:
        return Phrase("sum-of-parent", {"parent": pair.parent.target.quote})
    return Phrase("no-base", {"draft": pair.draft.target.quote})


def lowered(pair: TargetPair, pairs: Pairs, compared: Comparison) -> Verdict:
    """A lower figure; but a sum for the parent's whole area is not for one unit to reach."""
    if pair.parent.adds_up and level_of_issuer(pair.parent.of.header) != draft_level(pairs.draft):
        return Verdict("unclear", Phrase("sum-of-parent", {"parent": pair.parent.target.quote}))
    return Verdict("lowered", figures(pair, compared))


def figures(pair: TargetPair, compared: Comparison) -> Phrase:
    """The two figures side by side, with the arithmetic where the draft's was computed."""
    sides = {"draft": pair.draft.target.quote, "parent": pair.parent.target.quote}
    if compared.base is None:
        return Phrase("side-by-side", {"draft": pair.draft.clause, "parent": pair.parent.clause})
    source = Phrase("base-of-draft", {"quote": compared.base.aim.target.quote}) if compared.base.aim else Phrase("base-of-profile")
    return Phrase("by-arithmetic", sides | {
        "source": source, "base": float(round(compared.base.size)),
        "count": pair.draft.heads, "share": compared.draft, "asked": compared.parent,
    })


def years(pair: TargetPair) -> Phrase:
    return Phrase("years", {"draft": str(pair.draft.target.year), "parent": str(pair.parent.target.year)})


def without_answer(parent: Aim, pairs: Pairs) -> Verdict:
    """Why a target of the parent has no counterpart: it does not apply, it is said without a figure, or it is missing."""
    if reason := inapplicable(parent, draft_level(pairs.draft), year_of(pairs.draft), pairs.profile):
        return Verdict("not_applicable", reason)
    if others := led_by_others(parent, pairs):
        return Verdict("not_applicable", Phrase("led-by-others", {"owners": "; ".join(others)}))
    if parent.is_for_whole_area:
        return Verdict("unclear", Phrase("sum-of-parent", {"parent": parent.target.quote}))
    said = said_in_words(parent, pairs) if needs_no_figure(parent) else None
    return Verdict("met", Phrase("said-in-words"), said=said) if said else Verdict("missing", Phrase("no-counterpart"))


def inapplicable(parent: Aim, level: Level, year: int | None, profile: Profile) -> Phrase | None:
    """Why a target of the parent does not concern the unit, None where it does."""
    clause = same(parent.clause)
    absent = [population.name for population in parent.populations if profile.lacks(population)]
    if parent.populations and len(absent) == len(parent.populations):
        return Phrase("absent-group", {"groups": ", ".join(absent)})
    if words := next((words for words in profile.absent_words if same(words) in clause), None):
        return Phrase("absent-group", {"groups": words})
    if level == "commune" and re.search(table("comparison")["upper_only"], clause):
        return Phrase("upper-only")
    if year and parent.target.year and parent.target.year < year:
        return Phrase("already-due", {"year": str(parent.target.year)})
    return None


def led_by_others(parent: Aim, pairs: Pairs) -> tuple[str, ...]:
    """Who leads the task that holds the target, where none of them is the unit's: what they are to reach is not for it."""
    leads = [owner.name for task in parent.of.tasks if task.span.block == parent.target.span.block for owner in task.lead]
    is_elsewhere = draft_level(pairs.draft) == "commune" and all(
        stays_with(name, pairs.profile, pairs.draft.header.issuer) for name in leads)
    return tuple(dict.fromkeys(leads)) if is_elsewhere else ()


def needs_no_figure(parent: Aim) -> bool:
    """The target counts units such as the draft's own, or things that one unit may do once: the draft can say that it does it."""
    return not parent.target.unit.startswith(SHARE) or any(population.key == "communes" for population in parent.populations)


def said_in_words(parent: Aim, pairs: Pairs) -> Anchor | None:
    """What in the draft says what the parent's target asks, without its figure; None where nothing does."""
    wanted = frozenset(term for term in parent.terms if not term.startswith("="))
    rated = ((EVEN.covered(wanted, terms_of(words)), anchor) for anchor, words in statements(pairs))
    covered, anchor = max(rated, key=itemgetter(0), default=(0.0, None))
    return anchor if covered >= SAID_IN_WORDS else None


def statements(pairs: Pairs) -> Iterator[tuple[Anchor, str]]:
    """What the draft says, piece by piece: its targets, its tasks, the words of its units."""
    for aim in pairs.aims:
        yield Anchor(id=aim.target.id, quote=aim.target.quote, section=aim.target.section), aim.clause
    for duty in pairs.duties:
        yield Anchor(id=duty.task.id, quote=duty.task.quote, section=duty.task.section), duty.task.text
    for section in pairs.draft.sections:
        yield Anchor(id=section.id, quote=section.title or section.label, section=section.id), text_at(pairs.draft, section.span)


def draft_level(draft: Directive) -> Level:
    """The level that the draft is of; a commune where its letterhead does not tell."""
    return level_of_issuer(draft.header) or "commune"


def year_of(draft: Directive) -> int | None:
    day = first_day(draft.header.date)
    return day.year if day else None
