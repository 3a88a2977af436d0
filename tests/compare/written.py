"""Directives written line by line, in the model's words: each line is a block, and may hold a target, a task or the head of a unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.compare import pair_up, report
from pipeline.model import (
    Block,
    Citation,
    Deadline,
    Directive,
    Finding,
    Header,
    Measure,
    Owner,
    Report,
    Section,
    Source,
    Span,
    Target,
    Task,
)
from pipeline.profile import EMPTY, Profile

PROVINCE = Header(type="KH", number="187/KH-UBND", issuer="ỦY BAN NHÂN DÂN TỈNH HOÀNH GIANG", place="Hoành Giang", date="2025-08-18")
COMMUNE = Header(type="KH", number="42/KH-UBND", issuer="ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY", place="Đồng Mây", date="2025-09-12")
BASES = "Thực hiện Kế hoạch số 187/KH-UBND ngày 18/8/2025 của UBND tỉnh Hoành Giang;"


@dataclass(frozen=True)
class Line:
    """A block of text with what was extracted from it; `cited` are the words of the citation, where they are not the whole line."""

    text: str
    target: dict | None = None
    task: dict | None = None
    section: dict | None = None
    cites: str | None = None
    cited: str | None = None


def aim(text: str, value: float, unit: str = "%", **rest) -> Line:
    """A target: `quote` and `subject` are words of the line, `also` is (value, unit)."""
    return Line(text, target={"value": value, "unit": unit, "op": "eq"} | rest)


def duty(text: str, *, lead: Sequence[str] = (), coordinate: Sequence[str] = (), section: str | None = None, **due) -> Line:
    """A task, with its deadline where `end`, `start`, `rrule` or another field of one is given."""
    return Line(text, task={"lead": lead, "coordinate": coordinate, "section": section, "due": due})


def head(label: str, title: str = "", *, id: str, parent: str | None = None, role: str = "content") -> Line:
    return Line(f"{label} {title}".strip(), section={"id": id, "label": label, "title": title, "parent": parent, "role": role})


def citing(number: str, text: str) -> Line:
    return Line(text, cites=number)


@dataclass
class Items:
    """What the lines hold, in the making."""

    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)


def directive(header: Header, *lines: Line | str) -> Directive:
    """A directive of these lines, one block each."""
    lines = tuple(Line(line) if isinstance(line, str) else line for line in lines)
    items = Items()
    for number, line in enumerate(lines):
        add(items, number, line)
    return Directive(
        source=Source(path=f"{header.number}.docx", format="docx", sha256=""), header=header,
        blocks=tuple(Block(kind="paragraph", text=line.text) for line in lines),
        targets=tuple(items.targets), tasks=tuple(items.tasks), deadlines=tuple(items.deadlines),
        sections=tuple(items.sections), citations=tuple(items.citations),
    )


def add(items: Items, number: int, line: Line) -> None:
    if line.target:
        items.targets.append(target_of(f"target-{number}", number, line))
    if line.task:
        add_task(items, number, line)
    if line.section:
        items.sections.append(Section(span=Span(block=number, start=0, end=len(line.text)), **line.section))
    if line.cites:
        quote = line.cited or line.text.rstrip(";.")
        span = span_in(number, line.text, quote)
        items.citations.append(Citation(id=f"citation-{number}", type="KH", number=line.cites, date=None, issuer=None, title=None,
                                        alias=None, quote=quote, span=span, mentions=(span,)))


def target_of(identity: str, number: int, line: Line) -> Target:
    given = dict(line.target)
    also = given.pop("also", None)
    quote = given.pop("quote", line.text.rstrip("."))
    return Target(id=identity, quote=quote, span=span_in(number, line.text, quote), rule="written",
                  also=Measure(value=also[0], unit=also[1]) if also else None, **given)


def add_task(items: Items, number: int, line: Line) -> None:
    due = dict(line.task["due"])
    if due:
        quote = due.pop("quote", line.text)
        items.deadlines.append(Deadline(
            id=f"deadline-{number}", kind=due.pop("kind", "recurring" if "rrule" in due else "date"), quote=quote,
            span=span_in(number, line.text, quote), rule="written", **due))
    items.tasks.append(Task(
        id=f"task-{number}", text=line.text, quote=line.text, span=span_in(number, line.text, line.text), section=line.task["section"],
        lead=owners(number, line, "lead"), coordinate=owners(number, line, "coordinate"),
        deadlines=(f"deadline-{number}",) if line.task["due"] else ()))


def owners(number: int, line: Line, role: str) -> tuple[Owner, ...]:
    return tuple(Owner(name=name, span=span_in(number, line.text, name) if name in line.text else None) for name in line.task[role])


def span_in(number: int, text: str, words: str) -> Span:
    start = text.index(words)
    return Span(block=number, start=start, end=start + len(words))


def province(*lines: Line | str) -> Directive:
    return directive(PROVINCE, *lines)


def commune(*lines: Line | str, header: Header = COMMUNE) -> Directive:
    """A commune's plan that cites the province's."""
    return directive(header, citing("187/KH-UBND", BASES), *lines)


def checked(draft: Directive, *parents: Directive, profile: Profile = EMPTY) -> Report:
    return report(pair_up(draft, parents, profile))


def found(code: str, draft: Directive, *parents: Directive, profile: Profile = EMPTY) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in checked(draft, *parents, profile=profile).findings if finding.code == code]


def day(words: str) -> date:
    return date.fromisoformat(words)
