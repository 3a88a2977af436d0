"""Pairs → Report: the verdicts as coverage, the flags of all checks as findings in words, the worst first in the order of the draft."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import Anchor, Coverage, Finding, Report, Target, Task
from .checks import DRAFT_CHECKS, TARGET_CHECKS, TASK_CHECKS
from .pairs import Pairs
from .phrases import Flag, Language, said, sentence, severity_of
from .task_verdicts import JudgedTask, judged_tasks
from .verdicts import JudgedTarget, judged_targets

SEVERITIES = ("error", "warning", "info")


def report(pairs: Pairs, language: Language = "vi") -> Report:
    """All that the checks find, with one row for each target and task of the parents that falls to the draft."""
    targets, tasks = tuple(judged_targets(pairs)), tuple(judged_tasks(pairs))
    number_is_blank = pairs.draft.header.number is None
    findings = in_order(finding(flag, language, number_is_blank=number_is_blank) for flag in once(flags(pairs, targets, tasks)))
    counts = Counter(found.severity for found in findings)
    return Report(
        draft=pairs.draft.source.path, parents=tuple(parent.source.path for parent in pairs.parents),
        coverage=tuple(row(judged, language) for judged in (*targets, *tasks)), findings=findings,
        summary={severity: counts[severity] for severity in SEVERITIES},
    )


def flags(pairs: Pairs, targets: Iterable[JudgedTarget], tasks: Iterable[JudgedTask]) -> Iterator[Flag]:
    """What the checks yield: those of the parents' items first, then those of the draft alone."""
    yield from (flag for judged in targets for check in TARGET_CHECKS for flag in check(judged))
    yield from (flag for judged in tasks for check in TASK_CHECKS for flag in check(judged))
    yield from (flag for check in DRAFT_CHECKS for flag in check(pairs))


def once(flags: Iterable[Flag]) -> Iterator[Flag]:
    """One flag of a code a place: several parents, or a check of the pair and one of the draft, may see the same."""
    seen = set()
    for flag in flags:
        place = (flag.code, flag.span, None if flag.span else (flag.parent_quote, tuple(map(str, flag.values.values()))))
        if place not in seen:
            seen.add(place)
            yield flag


def finding(flag: Flag, language: Language, *, number_is_blank: bool) -> Finding:
    return Finding(
        code=flag.code, severity=severity_of(flag.code, number_is_blank=number_is_blank), message=sentence(flag, language),
        quote=flag.quote, span=flag.span, parent_quote=flag.parent_quote, parent_span=flag.parent_span, suggestion=flag.suggestion,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity, then by the place in the draft; what the draft does not have stands first."""
    return tuple(sorted(findings, key=lambda found: (
        SEVERITIES.index(found.severity), (found.span.block, found.span.start) if found.span else (-1, -1))))


def row(judged: JudgedTarget | JudgedTask, language: Language) -> Coverage:
    """What became of one item of a parent."""
    item = judged.parent.target if isinstance(judged, JudgedTarget) else judged.parent.task
    return Coverage(parent=anchor(item), draft=answer(judged), status=judged.verdict.status, why=said(judged.verdict.why, language))


def answer(judged: JudgedTarget | JudgedTask) -> Anchor | None:
    if judged.draft is None:
        return judged.verdict.said
    return anchor(judged.draft.target if isinstance(judged, JudgedTarget) else judged.draft.task)


def anchor(item: Target | Task) -> Anchor:
    return Anchor(id=item.id, quote=item.quote, section=item.section)
