"""The carried tasks in the order of the draft: by owner where they have one, else under the parent's own headings."""

from collections.abc import Iterable, Sequence

from ..text import same
from . import levels, narrowing
from .casing import upper_first
from .edits import applied, plain
from .items import Assignment, CarriedTask, Group
from .setting import Setting


def without_repeats(carried: Iterable[CarriedTask]) -> tuple[CarriedTask, ...]:
    """The tasks, those that say the same for the same bodies made one with all its origins."""
    kept: dict[tuple, CarriedTask] = {}
    for task in carried:
        key = (same(plain(task.pieces)), task.lead)
        origins = (*kept[key].origins, *task.origins) if key in kept else task.origins
        kept[key] = task.model_copy(update={"origins": origins})
    return tuple(kept.values())


def assignments(carried: Iterable[CarriedTask], setting: Setting) -> tuple[Assignment, ...]:
    """The owned tasks by the bodies that lead them: the unit's own first, then those it asks, then those that are many."""
    led = [task for task in carried if task.lead]
    owners = dict.fromkeys(task.lead for task in led)
    report_to = setting.profile.deadlines.report_to
    if report_to:
        owners.setdefault((report_to,))
    found = [assignment(names, [task for task in led if task.lead == names]) for names in owners]
    return tuple(sorted(found, key=rank))


def assignment(names: tuple[str, ...], tasks: Sequence[CarriedTask]) -> Assignment:
    return Assignment(owners=names, is_request=any(task.is_request for task in tasks), tasks=tuple(tasks))


def rank(assignment: Assignment) -> int:
    """Bodies of its own, then those that it asks, then those that are many."""
    if assignment.is_request:
        return 1
    return 2 if assignment.owners[0].startswith("Các ") else 0


def groups(carried: Iterable[CarriedTask], setting: Setting) -> tuple[Group, ...]:
    """The tasks that nobody owns under the parent's headings; a part's title stays where tasks of several parts come together."""
    free = [task for task in carried if not task.lead]
    parts = {task.headings[:1] for task in free}
    return nested([(titles(task.headings if len(parts) > 1 else task.headings[1:], setting), task) for task in free])


def titles(headings: Iterable[str], setting: Setting) -> tuple[str, ...]:
    """The headings in the unit's words, without the empty ones: a unit whose text is a sentence has no title."""
    return tuple(filter(None, (worded(heading, setting) for heading in headings)))


def nested(placed: Sequence[tuple[tuple[str, ...], CarriedTask]]) -> tuple[Group, ...]:
    """The tasks as a tree of groups, in the order in which the headings come; a task under none is a group of its own."""
    heads = dict.fromkeys(headings[0] for headings, _ in placed if headings)
    alone = tuple(Group(title="", tasks=(task,)) for headings, task in placed if not headings)
    return tuple(group_of(title, [(headings[1:], task) for headings, task in placed if headings[:1] == (title,)])
                 for title in heads) + alone


def group_of(title: str, inner: Sequence[tuple[tuple[str, ...], CarriedTask]]) -> Group:
    own = tuple(task for headings, task in inner if not headings)
    return Group(title=title, tasks=own, groups=nested([pair for pair in inner if pair[0]]))


def worded(title: str, setting: Setting) -> str:
    """A heading of the parent in the unit's words, not in capitals."""
    words = title.capitalize() if title.isupper() else title
    removed = narrowing.removals(words, narrowing.lacked_by_tasks(setting.profile))
    return upper_first(plain(applied(words, (*removed, *levels.edits(words, setting))))).rstrip(" .:;")
