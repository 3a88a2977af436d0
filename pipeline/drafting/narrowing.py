"""Who an item speaks of, and who of them the unit has: groups that it lacks are taken out of the words."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..populations import Population, places_in
from ..profile import Profile
from ..resources import table
from ..text import same
from .edits import Edit
from .phrases import phrase

Place = tuple[int, int, Population]


def lacked_by_tasks(profile: Profile) -> Callable[[Population], bool]:
    """Whether a task about a group does not fall to the unit: fewer groups than for targets, for a task may only mention them."""
    named = table("drafting")["groups_of_tasks"]
    return lambda group: profile.lacks(group) and (group.key in named or group.key in profile.absent_keys)


def removals(text: str, is_lacking: Callable[[Population], bool]) -> tuple[Edit, ...]:
    """The groups that the unit lacks where they stand in a list with others, each with the joint that it leaves over."""
    return tuple(removal for run in lists(text) for removal in removals_in(text, run, is_lacking))


@lru_cache(maxsize=1024)
def lists(text: str) -> tuple[tuple[Place, ...], ...]:
    """The runs of groups that only a comma or `và` stands between."""
    return tuple(runs(text))


def runs(text: str) -> Iterator[tuple[Place, ...]]:
    run: list[Place] = []
    for place in places_in(text):
        if run and not phrase("group_joint").fullmatch(text[run[-1][1] : place[0]]):
            yield tuple(run)
            run = []
        run.append(place)
    if run:
        yield tuple(run)


def removals_in(text: str, run: tuple[Place, ...], is_lacking: Callable[[Population], bool]) -> Iterator[Edit]:
    """A lacked group goes with the joint before it; the first of a list with the joint behind it. Somebody must be left."""
    if all(is_lacking(group) for _, _, group in run):
        return
    for number, (start, end, group) in enumerate(run):
        if is_lacking(group):
            before = any(not is_lacking(other) for _, _, other in run[:number])
            yield Edit(run[number - 1][1], end, "") if before else Edit(start, run[number + 1][0], "")


def is_about_lacked(text: str, is_lacking: Callable[[Population], bool]) -> bool:
    """Whether the groups that head `text` are all lacked by the unit."""
    first = next(iter(lists(text)), ())
    return bool(first) and all(is_lacking(group) for _, _, group in first)


def lacked_in(text: str, is_lacking: Callable[[Population], bool]) -> tuple[str, ...]:
    """The lacked groups that `text` speaks of, in its own words."""
    return tuple(dict.fromkeys(text[start:end] for start, end, group in places_in(text) if is_lacking(group)))


def absent_words_in(text: str, profile: Profile) -> tuple[str, ...]:
    """The words of the profile's absent groups, other than the known populations, that `text` holds."""
    return tuple(words for words in profile.absent_words if re.search(rf"(?<!\w){re.escape(same(words))}(?!\w)", same(text)))
