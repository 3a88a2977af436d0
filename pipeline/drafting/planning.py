"""Directives + Profile → Plan: what is carried down, in which words, and what is left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from ..errors import UnsupportedFormat
from ..model import Directive, Section, System
from ..profile import Profile
from ..resources import table
from ..text import same
from . import levels, narrowing, targets, tasks
from .edits import Edit, applied
from .forms import form_for
from .grouping import assignments, groups, without_repeats
from .items import CarriedTarget, CarriedTask, LeftOut, Passage, Plan
from .masthead import bases, masthead
from .setting import Setting, reason
from .sources import called, part_of


def plan(
    parents: Sequence[Directive], profile: Profile, today: date, *, kind: str = "KH", system: System | None = None, form: str | None = None,
) -> Plan:
    """The plan of the profile's unit under `parents`: of the type `kind`, in the system of the unit unless another is asked for."""
    if kind not in table("types")["types"]:
        raise UnsupportedFormat(kind, "is no type of document.", f"Give one of: {', '.join(table('types')['types'])}.")
    own = system or profile.unit.system or parents[0].header.system or "state"
    setting = Setting(profile=profile, system=own, today=today, parents=tuple(parents), kind_of_document=kind)
    jobs = [tasks.outcomes(parent, setting) for parent in parents]
    aims = [targets.outcomes(parent, covered(parent, job), setting) for parent, job in zip(parents, jobs, strict=True)]
    carried = without_repeats(each for each in chain(*jobs) if isinstance(each, CarriedTask))
    return Plan(
        kind=kind, type_name=setting.type_name, system=own, form=form or form_for(own, today), today=today, unit=setting.unit,
        unit_kind=setting.kind, villages=setting.villages, report_to=profile.deadlines.report_to,
        masthead=masthead(setting), bases=bases(setting), purposes=tuple(chain.from_iterable(purposes(parent, setting) for parent in parents)),
        years=targets.by_year([each for each in chain(*aims) if isinstance(each, CarriedTarget)]),
        groups=groups(carried, setting), assignments=assignments(carried, setting),
        left_out=tuple(left_out(parents, (*chain(*aims), *chain(*jobs)), setting)),
    )


def covered(parent: Directive, outcomes: Iterable[CarriedTask | LeftOut]) -> frozenset[int]:
    """The blocks whose targets are carried with a task."""
    return frozenset(
        task.span.block for task, outcome in zip(parent.tasks, outcomes, strict=True) if isinstance(outcome, CarriedTask))


def purposes(parent: Directive, setting: Setting) -> Iterator[Passage]:
    """The parent's purposes and requirements in the unit's words, without what they tell of its own state of affairs."""
    title, lines = None, []
    for section, words in purpose_lines(parent):
        if is_heading(section, parent):
            yield from passage(title, lines, setting)
            title, lines = words, []
        elif not tells_figures(words):
            lines.append(words)
    yield from passage(title, lines, setting)


def passage(title: str | None, lines: Sequence[str], setting: Setting) -> Iterator[Passage]:
    if lines:
        yield Passage(title=title, lines=tuple(applied(line, line_edits(line, setting)) for line in lines))


def line_edits(line: str, setting: Setting) -> Iterator[Edit]:
    yield from narrowing.removals(line, narrowing.lacked_by_tasks(setting.profile))
    yield from levels.edits(line, setting)


def purpose_lines(parent: Directive) -> Iterator[tuple[Section, str]]:
    """The units of the parent's part on its purpose, each with its words; none where the record holds no blocks."""
    for section in parent.sections:
        if section.role == "purpose" and section.parent is not None and section.span.block < len(parent.blocks):
            yield section, parent.blocks[section.span.block].text.removeprefix(section.label).strip()


def is_heading(section: Section, parent: Directive) -> bool:
    return any(other.parent == section.id for other in parent.sections)


def tells_figures(words: str) -> bool:
    return bool(re.search(table("drafting")["figures_of_parent"], same(words)))


def left_out(parents: Sequence[Directive], outcomes: Iterable, setting: Setting) -> Iterator[LeftOut]:
    """All that is not in the draft, for the clerk."""
    yield from (outcome for outcome in outcomes if isinstance(outcome, LeftOut))
    for parent in parents:
        yield from (LeftOut(kind="purpose", words=words, section=section.id, parent=called(parent), reason=reason("figures_of_parent"))
                    for section, words in purpose_lines(parent) if tells_figures(words))
        yield from (LeftOut(kind="section", words=part.title, section=part.id, parent=called(parent), reason=reason("section"))
                    for part in unread_parts(parent))
    yield from unused_raises(parents, setting)


def unread_parts(parent: Directive) -> Iterator[Section]:
    """The parts of a parent that hold no purpose, target or task, nor money, nor an end."""
    told = {part.id for item in (*parent.tasks, *parent.targets) if (part := part_of(parent, section_named(parent, item.section)))}
    for section in parent.sections:
        if section.parent is None and section.title and section.id not in told and section.role in ("other", "content"):
            yield section


def section_named(parent: Directive, identity: str | None) -> Section | None:
    return next((section for section in parent.sections if section.id == identity), None)


def unused_raises(parents: Sequence[Directive], setting: Setting) -> Iterator[LeftOut]:
    said = [same(aim.words) for parent in parents for aim in targets.aims(parent)]
    for words in setting.profile.targets.raises:
        if not any(same(words) in each for each in said):
            yield LeftOut(kind="raise", words=words, section=None, parent=None, reason=reason("raise_unused"))
