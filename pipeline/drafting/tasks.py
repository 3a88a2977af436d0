"""Which tasks of a parent fall to the unit, and in which words they are carried."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from ..grammar import alternatives, compiled
from ..model import Directive, Task
from ..resources import table
from ..text import fold
from . import figures, levels, narrowing
from . import parties as bodies
from .aims import Aim, aims
from .casing import lower_first, upper_first
from .edits import Edit, applied, joined, moved, plain
from .figures import figure
from .items import CarriedTask, Decision, LeftOut, Piece
from .owners import field_of
from .parties import Parties, listed, parties
from .phrases import phrase, says
from .schedule import Due, due, impossible
from .setting import Setting, reason
from .sources import called, headings_above, origin

ENDS = " .;,:/"
SENTENCE = re.compile(r"[.;] (?=[^\W\d_])")
SHORTEST_BRIEF = 30
LONG_BRIEF = 100


def shared_out(parent: Directive, setting: Setting) -> tuple[Parties, ...]:
    """Who does each task of `parent` at the unit."""
    return tuple(parties(task, setting) for task in parent.tasks)


def outcomes(parent: Directive, shares: Iterable[Parties], setting: Setting) -> tuple[CarriedTask | LeftOut, ...]:
    """What becomes of each task of `parent`, by the `shares` that the unit's bodies have in them."""
    held = by_block(parent)
    return tuple(
        outcome(parent, task, held.get(task.span.block, ()), who, setting) for task, who in zip(parent.tasks, shares, strict=True))


def by_block(parent: Directive) -> dict[int, tuple[Aim, ...]]:
    """The targets of `parent` by the blocks that hold them."""
    blocks: dict[int, tuple[Aim, ...]] = {}
    for aim in aims(parent):
        blocks[aim.target.span.block] = (*blocks.get(aim.target.span.block, ()), aim)
    return blocks


def outcome(parent: Directive, task: Task, held: Sequence[Aim], who: Parties, setting: Setting) -> CarriedTask | LeftOut:
    against = reason_against(task, who, setting)
    if against:
        return LeftOut(kind="task", words=task.text, section=task.section, parent=called(parent), reason=against)
    return carried(parent, task, held, who, setting)


def led_elsewhere(parent: Directive, shares: Iterable[Parties]) -> dict[int, str]:
    """The blocks of the tasks that others than the unit lead, each with the reason: what they are to reach is not for the unit."""
    return {task.span.block: who.reason for task, who in zip(parent.tasks, shares, strict=True) if who.reason}


def reason_against(task: Task, who: Parties, setting: Setting) -> str | None:
    """Why the task does not fall to the unit, None where it does."""
    if who.reason:
        return who.reason
    stays = next((entry["reason"] for pattern, entry in staying() if pattern.search(fold(task.text))), None)
    if stays:
        return reason(stays)
    words, lacking = without_bodies(task), narrowing.lacked_by_tasks(setting.profile)
    groups = narrowing.absent_words_in(words, setting.profile)
    if not groups and narrowing.is_about_lacked(words, lacking):
        groups = narrowing.lacked_in(words, lacking)
    return reason("absent_group", groups=", ".join(groups)) if groups else None


def without_bodies(task: Task) -> str:
    """The words of the task but for its bodies: a university that helps is no group that the task is for."""
    words = task.text
    for owner in (*task.lead, *task.coordinate):
        words = words.replace(owner.name, "")
    return words


@cache
def staying() -> tuple[tuple[re.Pattern[str], dict], ...]:
    content = table("staying")
    return tuple((compiled(entry["pattern"], content["fragments"], "staying"), entry) for entry in content["rules"])


def carried(parent: Directive, task: Task, held: Sequence[Aim], who: Parties, setting: Setting) -> CarriedTask:
    """The task in the unit's words, with what a person must decide about it."""
    times = [due(deadline, setting) for deadline in parent.deadlines_of(task)]
    words = without_end(applied(task.text, edits(task, held, who, times, setting)))
    return CarriedTask(
        pieces=sentence(words, task, who, times, setting), brief=brief(plain(words)), lead=who.lead, coordinate=who.coordinate,
        due=shown(times), ends=tuple(time.end for time in times if time.end), output=output(task, setting),
        headings=() if who.lead else headings_above(parent, task.section), is_request=who.is_request,
        origins=(origin(parent, task.section, task.text),), decisions=decisions(task, who, setting),
        remarks=tuple(remarks(task, who, setting)),
    )


def edits(task: Task, held: Iterable[Aim], who: Parties, times: Sequence[Due], setting: Setting) -> Iterator[Edit]:
    """Times, bodies, figures and groups before words of level: the first that wants some words has them."""
    yield from impossible(task.text, setting)
    yield from chain.from_iterable(moved(time.edits, task.text.find(time.words)) for time in times if time.words in task.text)
    yield from bodies.edits(task, who)
    yield from target_edits(task, held, setting)
    yield from narrowing.removals(task.text, narrowing.lacked_by_tasks(setting.profile))
    yield from levels.edits(task.text, setting)


def target_edits(task: Task, held: Iterable[Aim], setting: Setting) -> Iterator[Edit]:
    """What changes in the figures of the targets that the task holds."""
    for aim in held:
        if aim.words in task.text:
            yield from moved(figures.edits(aim, figure(aim, setting), setting), task.text.find(aim.words))


def sentence(words: Sequence[Piece], task: Task, who: Parties, times: Sequence[Due], setting: Setting) -> tuple[Piece, ...]:
    """The words as one item of the draft: helpers and times that the parent put on lines of their own are said with them."""
    front, rest = opening(plain(words), task, who, setting)
    kept = recased(trimmed(words, len(plain(words)) - len(rest)), lower_first if front else upper_first)
    said = chain.from_iterable(behind(time) for time in times if time.words not in task.text)
    return joined((Piece(words=front), *kept, *said, Piece(words=".")))


def opening(words: str, task: Task, who: Parties, setting: Setting) -> tuple[str, str]:
    """What is said before the words, and the words that are left behind it."""
    said = table("drafting")
    if who.coordinate and not bodies.named_in(task, task.coordinate):
        rest = phrase("leads").sub("", words)
        form = said["with_others" if usual_verbs().match(fold(rest).lower()) else "with_others_in"]
        return form.format(others=listed(who.coordinate)) + " ", rest
    if is_prepared(words, who, setting):
        return setting.said(said["prepared"]) + " ", words
    return "", words


@cache
def usual_verbs() -> re.Pattern[str]:
    """The verbs that show where a list of bodies ends."""
    return re.compile(rf"(?:{alternatives(table('owners')['verbs'])})(?!\w)")


def is_prepared(words: str, who: Parties, setting: Setting) -> bool:
    """The task is the unit's own, and one of its divisions prepares it."""
    is_by_all = any(name.startswith("Các ") for name in who.lead)
    return who.is_assigned and setting.system == "state" and not is_by_all and not says("not_prepared", words)


def trimmed(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """The pieces without their first `length` characters."""
    first, *others = pieces
    return (first.model_copy(update={"words": first.words[length:]}), *others)


def recased(pieces: Sequence[Piece], case) -> tuple[Piece, ...]:
    first, *others = pieces
    return (first.model_copy(update={"words": case(first.words.lstrip())}), *others)


def without_end(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without the mark that ends them."""
    *others, last = pieces
    return (*others, last.model_copy(update={"words": last.words.rstrip(ENDS)}))


def behind(time: Due) -> tuple[Piece, ...]:
    """A time as it is said behind the words of its task."""
    form = table("drafting")["said_behind"]["due" if time.moves else "otherwise"]
    before, after = form.split("{words}")
    return (Piece(words=before), *recased(time.pieces, lower_first), Piece(words=after))


def shown(times: Iterable[Due]) -> tuple[Piece, ...]:
    """The times as a cell of the appendix shows them."""
    cells = [recased(time.shown, upper_first) for time in times]
    return tuple(piece for number, cell in enumerate(cells) for piece in ((Piece(words="; "), *cell) if number else cell))


def brief(words: str) -> str:
    """The first sentence, for the appendix: of a long one what is to be done, without what for and in which way."""
    first = words[: first_border(SENTENCE, words)]
    if len(first) > LONG_BRIEF:
        first = first[: first_border(phrase("aside"), first)]
    return upper_first(first.strip(ENDS))


def first_border(pattern: re.Pattern[str], words: str) -> int:
    """Where the first border stands that leaves enough before it to be understood; the end of the words where none does."""
    return next((match.start() for match in pattern.finditer(fold(words)) if match.start() >= SHORTEST_BRIEF), len(words))


def output(task: Task, setting: Setting) -> str | None:
    return bodies.at_level(task.output, setting) if task.output else None


def decisions(task: Task, who: Parties, setting: Setting) -> tuple[Decision, ...]:
    """What a person must decide about the task as a whole."""
    if who.lead:
        is_done = who.is_assigned and says("issues_plan", task.text)
        return (*who.decisions, *([setting.decision("issues_plan")] if is_done else []))
    field = field_of(task.text, setting)
    proposal = table("drafting")["proposal"].format(owner=field.body, field=field.name) if field else ""
    return (setting.decision("owner", proposal=proposal),)


def remarks(task: Task, who: Parties, setting: Setting) -> Iterator[str]:
    """What the clerk is told beside the origin: bodies and groups that were taken out."""
    if who.dropped:
        yield table("drafting")["removed_helpers"].format(names=", ".join(who.dropped))
    lacking = narrowing.lacked_by_tasks(setting.profile)
    if narrowing.removals(task.text, lacking):
        yield upper_first(reason("group_removed", groups=", ".join(narrowing.lacked_in(task.text, lacking)))) + "."
