"""The words of chidao: what a document, a directive, a report and a draft are. Frozen, and without logic beyond properties.

What stays inside (`Document`, `Outline`, `Mention`) is a frozen dataclass; what leaves as JSON is a frozen pydantic model.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

BlockKind = Literal["paragraph", "heading", "cell", "footnote"]
Bound = Literal["before", "by", "on", "within"]
Change = Literal["up", "down"]
DeadlineKind = Literal["date", "period", "recurring", "continuous", "on_request", "relative", "event"]
Operator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Role = Literal["purpose", "content", "targets", "tasks", "funding", "organisation", "closing", "other"]
Severity = Literal["error", "warning", "info"]
Status = Literal["met", "raised", "lowered", "later", "missing", "not_applicable", "unclear"]
System = Literal["state", "party"]
Via = Literal["inline", "label", "table", "heading", "reference"]
Zone = Literal["letterhead", "recipients", "body", "cc", "signature", "appendix", "form"]


class Record(BaseModel):
    """What leaves chidao as JSON: frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# What a reader hands over


class Span(Record):
    """Where words stand: character offsets in the text of one block; `page` counts from 1, None where there are no pages."""

    block: int
    start: int
    end: int
    page: int | None = None


class Cell(Record):
    """Where a block stands in a ruled table; all counts are from 0, and a merged cell tells how far it reaches."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Block(Record):
    """A whole paragraph, a heading, a table cell or a footnote. `breaks` are offsets where the document itself broke the line.

    `confidence` is only told of a scan: how surely the least sure of its words was read, from 0 to 1.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    cell: Cell | None = None
    breaks: tuple[int, ...] = Field(default=(), exclude=True)
    confidence: float | None = Field(default=None, exclude_if=lambda value: value is None)


class Note(Record):
    """Something odd in a document, and what was done about it. The codes are the table of `notes.py`."""

    code: str
    message: str
    span: Span | None = None


class Source(Record):
    """Where a document came from. `encoding` is set for old text (tcvn3, vni, …)."""

    path: str
    format: str
    sha256: str
    pages: int | None = None
    encoding: str | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader makes: clean text in blocks. No offset moves after this. `margins` are the lines of headers and footers."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    margins: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]


# How the document is built


class Section(Record):
    """A numbered or bulleted unit. `id` joins the labels down to it: `IV.5.1.a`, `V.4.-1.+2`."""

    id: str
    label: str
    title: str
    parent: str | None
    role: Role
    span: Span


@dataclass(frozen=True)
class Outline:
    """The sections in order, and for each block its zone and its innermost section."""

    sections: tuple[Section, ...]
    zones: tuple[Zone, ...]
    homes: tuple[int | None, ...]
    notes: tuple[Note, ...] = ()

    def section_at(self, block: int) -> Section | None:
        home = self.homes[block]
        return None if home is None else self.sections[home]

    @cached_property
    def by_id(self) -> Mapping[str, Section]:
        return {section.id: section for section in self.sections}


# What the grammar finds


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of a mention: its words, and where they stand in the block."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words that a rule of the grammar took, with the pieces that carry its value."""

    kind: str
    rule: str
    span: Span
    quote: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    value: Mapping[str, object] = field(default_factory=dict)


# What leaves: the record


class Carbon(Record):
    """One line of Nơi nhận: who gets a copy, and what for (b/c, t/h, …)."""

    name: str
    purpose: str | None = None


class Signer(Record):
    authority: str | None = None
    position: str | None = None
    name: str | None = None


class Header(Record):
    """The parts around the body, as printed; `date` is as much of an ISO date as is filled in."""

    system: System | None = None
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    superior: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    recipients: tuple[str, ...] = ()
    cc: tuple[Carbon, ...] = ()
    signer: Signer = Signer()
    classification: str | None = None
    urgency: str | None = None
    draft: bool = False


class Citation(Record):
    """Another document, named by its number; each number once, all places in `mentions`."""

    id: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    alias: str | None
    quote: str
    span: Span
    mentions: tuple[Span, ...]


class Measure(Record):
    """A number with its unit: the second form of a quantity that is given twice."""

    value: float
    unit: str


class Target(Record):
    """A quantified result that somebody is to reach."""

    id: str
    value: float
    upper: float | None = None
    unit: str
    op: Operator
    change: Change | None = None
    baseline: str | None = None
    also: Measure | None = None
    subject: str | None = None
    outcome: str | None = None
    year: int | None = None
    section: str | None = None
    quote: str
    span: Span
    rule: str


class Deadline(Record):
    """When something is due or happens. `rrule` is in the terms of iCalendar (RFC 5545)."""

    id: str
    kind: DeadlineKind
    bound: Bound | None = None
    start: date | None = None
    end: date | None = None
    rrule: str | None = None
    days: int | None = None
    origin: str | None = Field(default=None, alias="from")
    tentative: bool = False
    section: str | None = None
    quote: str
    span: Span
    rule: str

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Owner(Record):
    """A body as printed, with the one behind the name (`canonical`); `span` is None where it was taken from another place by reference."""

    name: str
    canonical: str | None = None
    span: Span | None = None


class Task(Record):
    """An action that the document orders, requests or plans; `deadlines` are ids."""

    id: str
    section: str | None = None
    text: str
    lead: tuple[Owner, ...] = ()
    coordinate: tuple[Owner, ...] = ()
    deadlines: tuple[str, ...] = ()
    output: str | None = None
    location: str | None = None
    budget: str | None = None
    via: Via | None = None
    quote: str
    span: Span


class Directive(Record):
    """All that chidao knows of one document: the record that the contract calls `chidao/1`."""

    version: Literal["chidao/1"] = Field(default="chidao/1", alias="schema")
    source: Source
    header: Header
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()
    blocks: tuple[Block, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    def deadlines_of(self, task: Task) -> tuple[Deadline, ...]:
        return tuple(deadline for deadline in self.deadlines if deadline.id in task.deadlines)


# What leaves: the report of a check


class Anchor(Record):
    """An item of a record as a report points to it."""

    id: str
    quote: str
    section: str | None = None


class Coverage(Record):
    """What became of one item of the parent in the draft, and why chidao says so."""

    parent: Anchor
    draft: Anchor | None = None
    status: Status
    why: str


class Finding(Record):
    """Something to look at in a draft. The codes are the table of `grammars/findings.yaml`."""

    code: str
    severity: Severity
    message: str
    quote: str | None = None
    span: Span | None = None
    parent_quote: str | None = None
    parent_span: Span | None = None
    suggestion: str | None = None


class Report(Record):
    """The outcome of a check: the record that the contract calls `chidao-check/1`."""

    version: Literal["chidao-check/1"] = Field(default="chidao-check/1", alias="schema")
    draft: str
    parents: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    findings: tuple[Finding, ...] = ()
    summary: Mapping[Severity, int]

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    @property
    def has_errors(self) -> bool:
        return self.summary["error"] > 0
