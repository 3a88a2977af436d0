"""The targets of a parent in the unit's words, by the year that they are due in."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..model import Directive, Operator
from ..resources import table
from . import figures, levels, narrowing
from .aims import Aim, aims, reason_against
from .casing import upper_first
from .edits import Edit, applied, kept
from .figures import Figure, figure
from .items import CarriedTarget, LeftOut, Piece, Year
from .schedule import impossible
from .setting import Setting, reason
from .sources import called, origin, section_of, text_at


def outcomes(
    parent: Directive, covered: frozenset[int], elsewhere: Mapping[int, str], setting: Setting,
) -> tuple[CarriedTarget | LeftOut, ...]:
    """What becomes of each target of `parent`; those of the blocks `covered` are carried with the tasks that hold them.

    `elsewhere` has the reasons why other blocks are for others than the unit.
    """
    found = [aim for aim in aims(parent) if aim.target.span.block not in covered]
    return tuple(outcome(group, elsewhere.get(group[0].target.span.block), setting) for group in by_words(found))


def by_words(found: Iterable[Aim]) -> list[tuple[Aim, ...]]:
    """The aims, those of one clause together: `năm 2025 đạt 60%, năm 2026 đạt 80%`."""
    return [tuple(group) for _, group in groupby(found, key=lambda aim: (aim.target.span.block, aim.words))]


def outcome(group: Sequence[Aim], elsewhere: str | None, setting: Setting) -> CarriedTarget | LeftOut:
    """One clause of the parent in the unit's words, or the reason why it is left out."""
    first = group[0]
    against = elsewhere or reason_against(first, setting)
    if against:
        return LeftOut(kind="target", words=first.words, section=first.target.section, parent=called(first.parent), reason=against)
    return carried(group, [figure(aim, setting) for aim in group], setting)


def carried(group: Sequence[Aim], own: Sequence[Figure], setting: Setting) -> CarriedTarget:
    first = group[0]
    years = {aim.target.year for aim in group}
    return CarriedTarget(
        pieces=opened(applied(first.words, edits(group, own, setting))), lead_in=lead_in(first), heading=heading(first),
        value=own[0].value, unit=first.target.unit, op=operator(first, own[0]), count=own[0].count,
        year=first.target.year if len(years) == 1 else None,
        origins=(origin(first.parent, first.target.section, first.words),), remarks=tuple(remarks(group, own, setting)),
    )


def opened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a capital at their head: a clause from the middle of a sentence begins an item."""
    first, *others = pieces
    return (first.model_copy(update={"words": upper_first(first.words)}), *others)


def operator(aim: Aim, own: Figure) -> Operator:
    """A range that is raised becomes one figure."""
    return "eq" if aim.target.op == "range" and own.value != aim.target.value else aim.target.op


def edits(group: Sequence[Aim], own: Sequence[Figure], setting: Setting) -> Iterable[Edit]:
    """Figures before groups before words of level: the first that wants some words has them."""
    words = group[0].words
    yield from impossible(words, setting)
    for aim, unit in zip(group, own, strict=True):
        yield from figures.edits(aim, unit, setting)
    if group[0].is_of_communes:
        yield Edit(0, 0, setting.said(table("drafting")["of_communes"]) + " ")
        yield kept(words, 0, len(words))
    yield from narrowing.removals(words, setting.profile.lacks)
    yield from levels.edits(words, setting)


def remarks(group: Sequence[Aim], own: Sequence[Figure], setting: Setting) -> Iterable[str]:
    """What the clerk is told beside the origin: how figures came about, which groups were taken out."""
    for aim, unit in zip(group, own, strict=True):
        yield from figures.remarks(aim, unit, setting)
    if narrowing.removals(group[0].words, setting.profile.lacks):
        yield upper_first(reason("group_removed", groups=", ".join(narrowing.lacked_in(group[0].words, setting.profile.lacks)))) + "."


def lead_in(aim: Aim) -> str | None:
    """The words before a list of figures that say what they are of: `Chỉ tiêu …: (1) Năm 2025: 80% …; 100% …`."""
    opening, mark, _ = text_at(aim.parent, aim.target.span).partition(": ")
    is_said_of_all = mark and aim.target.outcome is None and "(" not in opening and not any(sign.isdigit() for sign in opening)
    return opening if is_said_of_all and aim.words not in opening else None


def heading(aim: Aim) -> str | None:
    """The heading of the parent that says the year of the target: `Đến hết năm 2026`."""
    section = section_of(aim.parent, aim.target.section)
    while section is not None and str(aim.target.year) not in section.title:
        section = section_of(aim.parent, section.parent)
    return section.title if section else None


def by_year(targets: Sequence[CarriedTarget]) -> tuple[Year, ...]:
    """The targets under the years that they are due in, the earliest first, those of no year last."""
    years = sorted({target.year for target in targets}, key=lambda year: (year is None, year or 0))
    return tuple(year_of([target for target in targets if target.year == year], year) for year in years)


def year_of(targets: Sequence[CarriedTarget], year: int | None) -> Year:
    titles = (target.heading for target in targets if target.heading)
    return Year(year=year, title=next(titles, f"Năm {year}") if year else None, targets=tuple(targets))
