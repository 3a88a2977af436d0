"""Whether the bodies that a draft gives tasks to exist, and exist at its level."""

from collections.abc import Callable, Iterator
from datetime import date

from ...bodies import Level, abolished, is_above, is_collective, is_expected_in_profile, is_one_of, is_unheard_of, level_of
from ...model import Directive, Owner, Span, Task
from ...text import same
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..verdicts import draft_level


def abolished_bodies(pairs: Pairs) -> Iterator[Flag]:
    """A body that had ended when the draft was written leads or takes part."""
    for owner, span in once(pairs.draft, all_owners):
        ended = abolished(owner.name)
        if ended and written_since(pairs.draft, ended.since):
            values = {"name": owner.name, "since": ended.since, "successor": ended.successor}
            yield Flag("owner-abolished", values, quote=owner.name, span=span)


def unknown_bodies(pairs: Pairs) -> Iterator[Flag]:
    """A body that leads does not exist at this level, or is not among those that the profile lists."""
    for owner, span in once(pairs.draft, leads):
        reason = why_unknown(owner.name, draft_level(pairs.draft), pairs.profile.own_bodies)
        if reason and not abolished(owner.name):
            yield Flag("owner-unknown", {"name": owner.name, "why": Phrase(reason)}, quote=owner.name, span=span)


def why_unknown(name: str, level: Level, listed: tuple[str, ...]) -> str | None:
    """The phrase that tells why nobody of that name is found in the unit, None where somebody may be."""
    if listed and is_one_of(name, listed):
        return None
    if is_above(level_of(name), level):
        return "of-upper-level"
    if listed and is_expected_in_profile(name) and not is_collective(name):
        return "not-in-profile"
    return "not-at-level" if is_unheard_of(name, level) else None


def leads(task: Task) -> tuple[Owner, ...]:
    return task.lead


def all_owners(task: Task) -> tuple[Owner, ...]:
    return (*task.lead, *task.coordinate)


def once(directive: Directive, owners_of: Callable[[Task], tuple[Owner, ...]]) -> Iterator[tuple[Owner, Span]]:
    """Each body that tasks are given to at its first place: of its name, or of the task where the name was taken from elsewhere."""
    seen: set[str] = set()
    for task in directive.tasks:
        for owner in owners_of(task):
            if same(owner.name) not in seen:
                seen.add(same(owner.name))
                yield owner, owner.span or task.span


def written_since(directive: Directive, day: date) -> bool:
    """The draft may be of `day` or later; one without a date is of today, whenever that is."""
    return directive.header.date is None or directive.header.date >= day.isoformat()[: len(directive.header.date)]
