"""What became of a parent's task, and whether each task of the draft has an owner and a time.

Plans name owners and times for some parts only: where most of a part has none, that is said once for the part, and where a task
stands alone without one among its neighbours, of the task itself. One finding a task would hide the others from the clerk.
"""

from collections.abc import Iterator, Sequence

from ...labels import label_of
from ...model import Directive, Section, Task
from ...text import same
from ..due import latest
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..task_verdicts import JudgedTask

MANY = 3
PARTS = ("roman", "capital", "part", "chapter")


def missing(judged: JudgedTask) -> Iterator[Flag]:
    """A task of the parent that falls to this level has no counterpart."""
    if judged.verdict.status == "missing":
        task = judged.parent.task
        yield Flag("task-missing", {"parent": task.quote}, parent_quote=task.quote, parent_span=task.span)


def late(judged: JudgedTask) -> Iterator[Flag]:
    """The draft's deadline is after the parent's, or leaves no time to report up."""
    if judged.delay:
        own, asked = judged.delay.draft, judged.delay.parent
        yield Flag("task-late", {"why": judged.delay.why}, quote=own.quote, span=own.span, parent_quote=asked.quote, parent_span=asked.span)


def undated_unlike_parent(judged: JudgedTask) -> Iterator[Flag]:
    """The parent set a date for the task, and the draft sets no time at all."""
    asked = latest(judged.parent.deadlines)
    if judged.draft and judged.verdict.status == "met" and asked and not judged.draft.deadlines:
        task = judged.draft.task
        which = Phrase("task-of-parent", {"task": task.quote, "deadline": asked.quote or asked.end})
        yield Flag("task-without-deadline", {"which": which}, quote=task.quote, span=task.span,
                   parent_quote=asked.quote, parent_span=asked.span)


def without_owner(pairs: Pairs) -> Iterator[Flag]:
    """Nobody leads a task."""
    for part, tasks in by_part(pairs.draft):
        yield from gathered("task-without-owner", part, tasks, [task for task in tasks if not task.lead])


def without_deadline(pairs: Pairs) -> Iterator[Flag]:
    """No time is said for a task."""
    for part, tasks in by_part(pairs.draft):
        yield from gathered("task-without-deadline", part, tasks, [task for task in tasks if not task.deadlines])


def by_part(directive: Directive) -> Iterator[tuple[Section | None, list[Task]]]:
    """The tasks of each part, those outside any under None: of an appendix, or of a dispatch that has no parts but numbered items."""
    parts = {section.id: section for section in directive.sections if section.parent is None and is_part(section)}
    groups: dict[str | None, list[Task]] = {}
    for task in said_once(directive.tasks):
        root = task.section.split(".")[0] if task.section else None
        groups.setdefault(root if root in parts else None, []).append(task)
    return ((parts.get(root), tasks) for root, tasks in groups.items())


def is_part(section: Section) -> bool:
    label = label_of(f"{section.label} x")
    return label is not None and label.family in PARTS


def said_once(tasks: Sequence[Task]) -> list[Task]:
    """The tasks without those that an appendix lists again in the words of the body."""
    words = [same(task.text) for task in tasks]
    return [task for place, task in enumerate(tasks)
            if task.section or not any(other.startswith(words[place]) for other in words[:place])]


def gathered(code: str, part: Section | None, tasks: Sequence[Task], lacking: Sequence[Task]) -> Iterator[Flag]:
    """One flag for the part where most of its tasks lack it, else one for each."""
    if len(lacking) > MANY and 2 * len(lacking) > len(tasks):
        name = f"{part.label} {part.title}".strip() if part else Phrase("outside-parts")
        which = Phrase("many-tasks", {"count": str(len(lacking)), "total": str(len(tasks)), "part": name, "task": lacking[0].quote})
        yield Flag(code, {"which": which}, quote=lacking[0].quote, span=lacking[0].span)
        return
    for task in lacking:
        yield Flag(code, {"which": Phrase("one-task", {"task": task.quote})}, quote=task.quote, span=task.span)
