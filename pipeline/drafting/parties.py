"""Who leads and who helps, in the words of a task: the parent's bodies out, the unit's in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Owner as Body
from ..model import Task
from ..text import fold
from . import levels
from .casing import lower_first
from .edits import Edit, applied, plain
from .items import Decision
from .owners import Owner, body_name, field_of, full, is_listed, owner_of
from .phrases import phrase, says
from .setting import Setting


@dataclass(frozen=True, slots=True)
class Parties:
    """The unit's bodies for a task. `is_assigned`: the parent gave it to the commune as such, the draft to one of its bodies."""

    lead: tuple[str, ...]
    coordinate: tuple[str, ...]
    is_request: bool = False
    is_assigned: bool = False
    dropped: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reason: str | None = None


def parties(task: Task, setting: Setting) -> Parties:
    """Who does `task` at the unit and with whom; `reason` where it stays with the parent's level."""
    found = [(owner.name, owner_of(owner.name, setting)) for owner in task.lead]
    falling = [(name, owner) for name, owner in found if owner.fate != "stays"]
    if found and not falling:
        return Parties((), (), reason=found[0][1].reason)
    named = leads(falling, task, setting)
    lead = unique(name for name, _ in named)
    helpers = [(owner.name, owner_of(owner.name, setting)) for owner in task.coordinate]
    return Parties(
        lead=lead, coordinate=tuple(name for name in unique(helper_names(helpers, setting)) if full(name) not in map(full, lead)),
        is_request=any(owner.is_request for _, owner in falling), is_assigned=any(owner.fate == "unit" for _, owner in falling),
        dropped=tuple(name for name, owner in helpers if owner.fate == "stays"),
        decisions=tuple(decision for _, decision in named if decision),
    )


def leads(falling: list[tuple[str, Owner]], task: Task, setting: Setting) -> list[tuple[str, Decision | None]]:
    """The unit's bodies for the leads. What all bodies are given and the communes too is for all of the unit's bodies."""
    everyone = body_name("divisions", setting), body_name("party_organs", setting)
    named = [(owner.fate, each) for name, owner in falling for each in names(name, owner, task, setting)]
    if not any(fate != "unit" and name in everyone for fate, (name, _) in named):
        return [each for _, each in named]
    own = [each for fate, each in named if fate == "unit"]
    return own if own and is_gathered(task, setting) else [each for fate, each in named if fate != "unit"]


def names(printed: str, owner: Owner, task: Task, setting: Setting) -> tuple[tuple[str, Decision | None], ...]:
    """The unit's bodies for one body of the parent, each with what there is to decide about it."""
    if owner.fate == "unit":
        return (distributed(printed, task, setting),)
    if owner.fate == "unknown":
        return ((at_level(printed, setting), None if is_listed(printed, setting) else setting.decision("owner_unknown", owner=printed)),)
    return tuple((name, None if is_listed(name, setting) else setting.decision("owner_unlisted", owner=name)) for name in owner.names)


def distributed(printed: str, task: Task, setting: Setting) -> tuple[str, Decision | None]:
    """The body for a task that the parent gives to the communes: by its field for the state, the Party's own branches for the Party."""
    if setting.system == "party":
        return body_name("party_cells", setting), None
    if is_gathered(task, setting):
        return setting.profile.deadlines.report_to, None
    field = field_of(task.text, setting)
    if field is None:
        return body_name("divisions", setting), None
    return field.body, setting.decision("owner_by_field", parent=printed, owner=field.body, field=field.name)


def is_gathered(task: Task, setting: Setting) -> bool:
    """The task only reports, and the unit has a body that gathers its reports."""
    return bool(setting.profile.deadlines.report_to and says("reporting", task.text))


def at_level(name: str, setting: Setting) -> str:
    """The name with the parent's words of level and place changed to the unit's."""
    return plain(applied(name, levels.edits(name, setting)))


def helper_names(helpers: list[tuple[str, Owner]], setting: Setting) -> Iterator[str]:
    for printed, owner in helpers:
        if owner.fate == "unit":
            yield body_name("villages", setting)
        elif owner.fate == "unknown":
            yield at_level(printed, setting)
        elif owner.fate != "stays":
            yield from owner.names


def unique(names: Iterator[str]) -> tuple[str, ...]:
    """The names, each body once."""
    return tuple({full(name): name for name in reversed(tuple(names))}.values())[::-1]


def edits(task: Task, who: Parties) -> Iterator[Edit]:
    """The parent's bodies in the words of the task: the leads go where they open them, for the draft has them as heading."""
    yield from lead_edits(task.text, named_in(task, task.lead), who)
    yield from helper_edits(task.text, named_in(task, task.coordinate), who)


def named_in(task: Task, owners: Iterable[Body]) -> list[str]:
    """The names of the owners that the words of the task give; one of another line or cell may be in them as a place."""
    return [owner.name for owner in owners if owner.name in task.text and (owner.span is None or owner.span.block == task.span.block)]


def lead_edits(text: str, names: list[str], who: Parties) -> Iterator[Edit]:
    places = placed(text, names)
    if not places:
        return
    start, end = places[0][0], places[-1][1]
    behind = phrase("charged").match(fold(text), end)
    if behind and not phrase("asks").sub("", text[:start]):
        yield Edit(0, behind.end(), "")
    elif behind and text[:start].endswith(": "):
        yield Edit(start, behind.end(), "")
    elif who.lead and not who.is_assigned:
        yield Edit(start, end, listed(who.lead))


def helper_edits(text: str, names: list[str], who: Parties) -> Iterator[Edit]:
    """The run of the helpers as one list of the unit's bodies; without a body left, the words that lead to it go too."""
    places = placed(text, names)
    if not places:
        return
    start, end = places[0][0], places[-1][1]
    if who.coordinate:
        yield Edit(start, end, listed(who.coordinate))
        return
    opening = phrase("with_helpers").search(fold(text), 0, start)
    yield Edit(opening.start() if opening else start, end, "")


def placed(text: str, names: list[str]) -> list[tuple[int, int]]:
    """Where the names stand in `text`, if they are one run with nothing but joints between; else nowhere."""
    places: list[tuple[int, int]] = []
    for name in names:
        start = text.find(name, places[-1][1] if places else 0)
        if start < 0 or (places and not phrase("body_joint").fullmatch(text[places[-1][1] : start])):
            return []
        places.append((start, start + len(name)))
    return places


def listed(names: tuple[str, ...]) -> str:
    """The names as one phrase: a collective last one is joined by `và`."""
    *first, last = (lower_first(name) if name.startswith(("Các ", "Cơ quan ")) else name for name in names)
    if not first:
        return last
    joint = " và " if last.startswith(("các ", "cơ quan ", "đơn vị ")) else ", "
    return ", ".join(first) + joint + last
