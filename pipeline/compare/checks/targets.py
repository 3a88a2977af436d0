"""What became of a parent's target: missing, lower, later, or of fewer people."""

from collections.abc import Iterator

from ...populations import Population, by_key, is_within, lost_members
from ...profile import Profile
from ...text import same
from ..aims import Aim
from ..pairs import years_differ
from ..phrases import Flag, Phrase
from ..verdicts import JudgedTarget


def missing(judged: JudgedTarget) -> Iterator[Flag]:
    """A target of the parent applies here and has no counterpart."""
    if judged.verdict.status == "missing":
        target = judged.parent.target
        year = Phrase("year", {"year": str(target.year)}) if target.year else None
        yield Flag("target-missing", {"parent": judged.parent.clause, "year": year}, parent_quote=target.quote, parent_span=target.span)


def lowered(judged: JudgedTarget) -> Iterator[Flag]:
    """The draft promises less than its parent for the same people and thing."""
    if judged.verdict.status == "lowered":
        yield _flag("target-lowered", judged, {"why": judged.verdict.why})


def later(judged: JudgedTarget) -> Iterator[Flag]:
    """The draft promises it for a later year."""
    if judged.draft and years_differ(judged.parent.target, judged.draft.target) and judged.draft.target.year > judged.parent.target.year:
        yield _flag("target-later", judged, {"draft": str(judged.draft.target.year), "parent": str(judged.parent.target.year)})


def narrowed(judged: JudgedTarget) -> Iterator[Flag]:
    """A group that the parent names is left out, and the profile does not say that the unit has none."""
    if judged.draft is None:
        return
    lost = [*lost_groups(judged.parent, judged.draft, judged.profile), *lost_parts(judged.parent, judged.draft, judged.profile)]
    if lost:
        yield _flag("target-narrowed", judged, {"groups": ", ".join(lost)})


def lost_groups(parent: Aim, draft: Aim, profile: Profile) -> Iterator[str]:
    """The groups of the parent that no group of the draft takes in."""
    for population in parent.populations if draft.populations else ():
        if not any(is_within(population, other) for other in draft.populations) and not is_absent(population, profile):
            yield population.name


def lost_parts(parent: Aim, draft: Aim, profile: Profile) -> Iterator[str]:
    """The parts that the parent's name of a group lists and the draft's does not."""
    for population in parent.populations:
        for name in lost_members(population, parent.clause, draft.clause) if population in draft.populations else ():
            if not any(same(words) == same(name) for words in profile.groups.absent):
                yield name


def is_absent(population: Population, profile: Profile) -> bool:
    """The profile says that the unit has none; a group that communes seldom have must be named as absent, too."""
    return any(is_within(population, by_key(key)) for key in profile.absent_keys)


def _flag(code: str, judged: JudgedTarget, values: dict[str, object]) -> Flag:
    draft, parent = judged.draft.target, judged.parent.target
    return Flag(code, values, quote=draft.quote, span=draft.span, parent_quote=parent.quote, parent_span=parent.span)
