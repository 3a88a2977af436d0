"""Directives + Profile → Plan: what is carried down, in which words, and what is left out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby

from ..errors import UnsupportedFormat
from ..model import Directive, Section, System
from ..profile import Profile
from ..resources import table
from ..text import same
from . import levels, narrowing, targets, tasks
from .aims import aims
from .edits import Edit, applied
from .forms import form_for, form_named
from .grouping import assignments, groups, without_repeats
from .items import CarriedTarget, CarriedTask, LeftOut, Passage, Plan
from .masthead import bases, masthead
from .phrases import says
from .schedule import impossible
from .setting import Setting, reason
from .sources import called, part_of, section_of


def plan(
    parents: Directive | Sequence[Directive], profile: Profile, today: date, *,
    kind: str = "KH", system: System | None = None, form: str | None = None,
) -> Plan:
    """The plan of the profile's unit under one or several parents: of the type `kind`, in the unit's system unless told."""
    setting = setting_for((parents,) if isinstance(parents, Directive) else tuple(parents), profile, today, kind, system)
    look = form_named(form, setting.system) if form else form_for(setting.system, today)
    shares = [tasks.shared_out(parent, setting) for parent in setting.parents]
    jobs = [tasks.outcomes(parent, share, setting) for parent, share in zip(setting.parents, shares, strict=True)]
    marks = [
        targets.outcomes(parent, covered(parent, job), tasks.led_elsewhere(parent, share), setting)
        for parent, share, job in zip(setting.parents, shares, jobs, strict=True)
    ]
    carried = without_repeats(each for each in chain(*jobs) if isinstance(each, CarriedTask))
    return Plan(
        kind=kind, type_name=setting.type_name, system=setting.system, form=look, today=today,
        unit=setting.unit, unit_kind=setting.kind, villages=setting.villages, report_to=profile.deadlines.report_to,
        masthead=masthead(setting), bases=bases(setting),
        purposes=tuple(chain.from_iterable(purposes(parent, setting) for parent in setting.parents)),
        years=targets.by_year([each for each in chain(*marks) if isinstance(each, CarriedTarget)]),
        groups=groups(carried, setting), assignments=assignments(carried, setting),
        left_out=tuple(left_out((*chain(*marks), *chain(*jobs)), setting)),
    )


def setting_for(parents: Sequence[Directive], profile: Profile, today: date, kind: str, system: System | None) -> Setting:
    """The setting of a draft; UnsupportedFormat where there is no such type of document."""
    types = table("types")["types"]
    if kind not in types:
        raise UnsupportedFormat(kind, "is no type of document.", f"Give one of: {', '.join(types)}.")
    own = system or profile.unit.system or parents[0].header.system or "state"
    return Setting(profile=profile, system=own, today=today, parents=tuple(parents), kind_of_document=kind)


def covered(parent: Directive, outcomes: Iterable[CarriedTask | LeftOut]) -> frozenset[int]:
    """The blocks whose targets are carried with a task."""
    return frozenset(
        task.span.block for task, outcome in zip(parent.tasks, outcomes, strict=True) if isinstance(outcome, CarriedTask))


def purposes(parent: Directive, setting: Setting) -> Iterator[Passage]:
    """The parent's purposes and requirements in the unit's words, without what they tell of its own state of affairs."""
    told = [(section, words) for section, words in purpose_lines(parent) if not is_heading(section, parent) and not tells_figures(words)]
    for above, lines in groupby(told, key=lambda line: line[0].parent):
        said = tuple(applied(words, line_edits(words, setting)) for _, words in lines)
        yield Passage(title=passage_title(section_of(parent, above)), lines=said)


def passage_title(section: Section) -> str | None:
    """The heading over some lines; None for the part on purpose and requirements itself, whose name the draft's own part has."""
    words = section.title.capitalize() if section.title.isupper() else section.title
    return None if same(words) in table("drafting")["purpose_parts"] else words or None


def line_edits(line: str, setting: Setting) -> Iterator[Edit]:
    yield from impossible(line, setting)
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
    return says("figures_of_parent", words)


def left_out(outcomes: Iterable[CarriedTarget | CarriedTask | LeftOut], setting: Setting) -> Iterator[LeftOut]:
    """All that is not in the draft, for the clerk."""
    yield from (outcome for outcome in outcomes if isinstance(outcome, LeftOut))
    for parent in setting.parents:
        yield from (LeftOut(kind="purpose", words=words, section=section.id, parent=called(parent), reason=reason("figures_of_parent"))
                    for section, words in purpose_lines(parent) if tells_figures(words))
        yield from (LeftOut(kind="section", words=part.title, section=part.id, parent=called(parent), reason=reason("section"))
                    for part in unread_parts(parent))
    yield from unused_raises(setting)


def unread_parts(parent: Directive) -> Iterator[Section]:
    """The parts of a parent that hold no purpose, target or task, nor money, nor an end."""
    told = {part.id for item in (*parent.tasks, *parent.targets) if (part := part_of(parent, section_of(parent, item.section)))}
    for section in parent.sections:
        if section.parent is None and section.title and section.id not in told and section.role in ("other", "content"):
            yield section


def unused_raises(setting: Setting) -> Iterator[LeftOut]:
    said = [same(aim.words) for parent in setting.parents for aim in aims(parent)]
    for words in setting.profile.targets.raises:
        if not any(same(words) in each for each in said):
            yield LeftOut(kind="raise", words=words, section=None, parent=None, reason=reason("raise_unused"))
