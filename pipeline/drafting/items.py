"""What a plan is made of: the items carried down with their origins, what was left out, and what a person must decide."""

from datetime import date
from typing import Literal

from pydantic import Field

from ..model import Operator, Record, System


class Origin(Record):
    """Where an item comes from: its parent, the section and the words there, and the fingerprint of those words."""

    parent: str
    section: str | None
    quote: str
    fingerprint: str


class Decision(Record):
    """What a person must decide, and why. The codes are the table of `grammars/drafting.yaml`."""

    code: str
    why: str


class Piece(Record):
    """A run of words of the draft; marked where somebody must decide about it."""

    words: str
    decision: Decision | None = None


class CarriedTarget(Record):
    """A target of a parent in the unit's words. `value` is what the unit is to reach, `count` that share as a number of people."""

    pieces: tuple[Piece, ...]
    value: float
    unit: str
    op: Operator
    year: int | None
    count: int | None = None
    lead_in: str | None = None
    heading: str | None = None
    origins: tuple[Origin, ...]
    remarks: tuple[str, ...] = ()


class CarriedTask(Record):
    """A task of a parent in the unit's words: `pieces` say it all, the other fields are what the appendix shows."""

    pieces: tuple[Piece, ...]
    brief: str
    lead: tuple[str, ...]
    coordinate: tuple[str, ...]
    due: tuple[Piece, ...] = ()
    ends: tuple[date, ...] = ()
    output: str | None = None
    headings: tuple[str, ...] = ()
    is_request: bool = False
    origins: tuple[Origin, ...]
    decisions: tuple[Decision, ...] = ()
    remarks: tuple[str, ...] = ()


class LeftOut(Record):
    """What of a parent (or of the profile) is not in the draft, and why."""

    kind: Literal["target", "task", "purpose", "section", "raise"]
    words: str
    section: str | None
    parent: str | None
    reason: str


class Year(Record):
    """The targets that are due in one year; `year` is None for those that name none."""

    year: int | None
    title: str | None
    targets: tuple[CarriedTarget, ...]


class Group(Record):
    """Tasks that nobody owns, under a heading of the parent; groups may hold groups."""

    title: str
    tasks: tuple[CarriedTask, ...] = ()
    groups: tuple["Group", ...] = ()


class Assignment(Record):
    """What falls to one body of the unit, or to several together. `is_request`: the unit can only ask it."""

    owners: tuple[str, ...]
    is_request: bool
    tasks: tuple[CarriedTask, ...]


class Passage(Record):
    """Lines of a parent's part on purpose and requirements, under their heading there."""

    title: str | None
    lines: tuple[tuple[Piece, ...], ...]


class Basis(Record):
    """A parent as the draft cites it, with the pieces to be filled in where it has no number or date."""

    pieces: tuple[Piece, ...]
    name: str
    superior: str


class Masthead(Record):
    """What the letterhead, the title, the opening and the signature say."""

    superior: str
    issuer: str
    speaker: str
    short: str
    number: tuple[Piece, ...]
    place: tuple[Piece, ...]
    day: tuple[Piece, ...]
    title: tuple[Piece, ...]
    authority: str
    position: tuple[str, ...]
    signer: tuple[Piece, ...]


class Plan(Record):
    """All that is decided about a draft: the templates only word it."""

    version: Literal["chidao-draft/1"] = Field(default="chidao-draft/1", alias="schema")
    kind: str
    type_name: str
    system: System
    form: str
    today: date
    unit: str
    unit_kind: str
    villages: str
    report_to: str
    masthead: Masthead
    bases: tuple[Basis, ...]
    purposes: tuple[Passage, ...]
    years: tuple[Year, ...]
    groups: tuple[Group, ...]
    assignments: tuple[Assignment, ...]
    left_out: tuple[LeftOut, ...]

    model_config = Record.model_config | {"populate_by_name": True, "serialize_by_alias": True}
