"""What the unit is to reach: the parent's figure or a better one of its own, and that share as a number of people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from .. import values
from ..populations import Population
from ..resources import table
from ..text import fold, same
from ..wording import number
from .aims import FIGURES, Aim
from .edits import Edit
from .items import Decision
from .phrases import phrase, says
from .setting import Setting
from .sources import section_of

BRACKETS = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Figure:
    """The unit's figure for a target. `asked` is what its profile sets, better or not; `count` is of `group`, None without a base."""

    value: float
    asked: float | None
    group: Population | None
    count: int | None


def figure(aim: Aim, setting: Setting) -> Figure:
    """What the unit is to reach: the profile's figure where it is the better one, else the parent's."""
    asked = raise_for(aim, setting)
    value = asked if asked is not None and is_better(asked, aim) else aim.target.value
    group = group_of(aim, setting)
    is_counted = group is not None and has_room(aim) and counts_heads(aim, value)
    return Figure(value, asked, group, heads(value, setting.profile.population.get(group.key)) if is_counted else None)


def heads(share: float, base: int | None) -> int | None:
    """`share` percent of `base`, rounded up so that the number is never less than the share."""
    return ceil(round(share * base / 100, 2)) if base else None


def raise_for(aim: Aim, setting: Setting) -> float | None:
    """The figure that the profile sets for this target and its year, None where it sets none."""
    for words, figures in setting.profile.targets.raises.items():
        if same(words) in same(aim.words):
            return figures if isinstance(figures, float) else figures.get(aim.target.year)
    return None


def is_better(value: float, aim: Aim) -> bool:
    """A range is bettered by its upper end."""
    target = aim.target
    if aim.is_better_low:
        return value < target.value
    return value >= target.upper if target.upper is not None else value > target.value


def counts_heads(aim: Aim, value: float) -> bool:
    """A share that is to be reached, which a number of people or households can stand beside."""
    target = aim.target
    is_one_figure = target.op in ("eq", "ge", "gt") or value != target.value
    is_own = target.also is None or count_told(aim) is not None
    return target.unit == "%" and target.change is None and is_one_figure and is_own and aim.is_share_of


def group_of(aim: Aim, setting: Setting) -> Population | None:
    """The one group that the target counts, None where it counts several, or none that has a noun for its members."""
    present = [group for group in aim.populations if not setting.profile.lacks(group)]
    return present[0] if len(present) == 1 and present[0].key in table("drafting")["counted"] else None


def edits(aim: Aim, own: Figure, setting: Setting) -> Iterator[Edit]:
    """The unit's figure in place of the parent's, with the number of people behind it."""
    place = place_of(aim)
    if place is None:
        return
    decision = next(decisions(aim, own, setting), None)
    if own.value != aim.target.value:
        yield Edit(place.start("low"), place.end("high") if place["high"] else place.end("low"), like(place["low"], own.value), decision)
    elif decision:
        yield Edit(*place.span("low"), place["low"], decision)
    told = count_told(aim)
    if told or own.count is not None:
        yield Edit(*(told or [end_of_counted(aim, place.end())] * 2), head_count(own, setting))


def head_count(own: Figure, setting: Setting) -> str:
    """The number of people as it is said behind whom it counts; empty where the unit has no base for it."""
    if own.count is None:
        return ""
    noun = setting.said(table("drafting")["counted"][own.group.key])
    return table("drafting")["head_count"].format(count=number(own.count, "vi"), noun=noun)


def count_told(aim: Aim) -> tuple[int, int] | None:
    """Where the parent says its own number of people beside the share, None where it says none."""
    if aim.target.also is None or "%" not in aim.target.unit:
        return None
    brackets = BRACKETS.finditer(aim.words, aim.place)
    return next((match.span() for match in brackets if aim.target.also.value in map(values.number, FIGURES.findall(match[1]))), None)


def end_of_counted(aim: Aim, start: int) -> int:
    """Where the words end that say whom the figure before `start` counts; before a figure or mark of their own: `công dân` từ 16 tuổi."""
    subject = aim.words.find(aim.target.subject, start)
    counted = phrase("counted").match(fold(aim.words[start : subject + len(aim.target.subject)])) if subject >= 0 else None
    return start + counted.end() if counted else start


def place_of(aim: Aim) -> re.Match[str] | None:
    """Where the words give the figure, None where they give it in words."""
    for match in phrase("figure").finditer(fold(aim.words), aim.place):
        read = values.number(match["low"])
        if read and aim.target.value % read == 0:
            return match
    return None


def has_room(aim: Aim) -> bool:
    """A number can stand behind the figure: it is in digits, and `từ … trở lên` is not torn apart."""
    place = place_of(aim)
    return place is not None and bool(place["behind"] or count_told(aim) or not says("from_before", aim.words[: place.start()]))


def like(printed: str, value: float) -> str:
    """`value` written with a leading 0 where the parent's figure has one."""
    written = number(value, "vi")
    return written.zfill(2) if printed.startswith("0") else written


def decisions(aim: Aim, own: Figure, setting: Setting) -> Iterator[Decision]:
    """What a person must decide about the figure."""
    if own.asked is not None and own.value != own.asked:
        yield setting.decision("lowered", own=number(own.asked, "vi"), parent=aim.target.quote)
    if aim.target.year is not None and aim.target.year < setting.today.year:
        yield setting.decision("target_past", year=aim.target.year)
    if aim.is_count and is_set_for_all(aim):
        yield setting.decision("absolute")
    if aim.is_of_communes and aim.target.value < 100:
        yield setting.decision("share_of_communes")
    if lacks_base(aim, own):
        yield setting.decision("base", population=own.group.name, key=own.group.key)


def is_set_for_all(aim: Aim) -> bool:
    """The target stands among the targets of the parent, and not in a task that it gives."""
    section = section_of(aim.parent, aim.target.section)
    return section is not None and section.role == "targets"


def lacks_base(aim: Aim, own: Figure) -> bool:
    is_countable = own.group is not None and own.group.key in table("drafting")["counted_by_head"]
    return is_countable and own.count is None and counts_heads(aim, own.value)


def remarks(aim: Aim, own: Figure, setting: Setting) -> Iterator[str]:
    """How the figures came about, for the comment."""
    if count_told(aim):
        yield table("drafting")["removed_count"].format(count=aim.words[slice(*count_told(aim))].strip())
    if own.value != aim.target.value:
        yield table("drafting")["raised"].format(parent=aim.target.quote)
    if own.count is not None:
        base = setting.profile.population[own.group.key]
        yield table("drafting")["arithmetic"].format(
            share=number(own.value, "vi"), base=number(base, "vi"), count=number(own.count, "vi"), key=own.group.key)
