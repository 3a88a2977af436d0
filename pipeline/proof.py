"""The proof of the grammars: each rule takes its examples with the values that they give, leaves its rejects, and misses its gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .extraction import assemble
from .grammar import Example, Reject, Rule, grammar
from .match import GRAMMARS, find, mentions
from .model import Block, Directive, Document, Mention, Outline, Record, Role, Section, Source, Span

Claim = Literal["example", "reject", "gap"]
Code = Literal["untaken", "valueless", "unmade", "unlike", "taken", "stale", "closed", "name"]

# A sentence is read as a task of a document of this day, from which dates without a year take theirs.
PLACE_AND_DATE = "Đông Hòa, ngày 05 tháng 9 năm 2025"
FIELDS = {"from": "origin"}  # names of the record's JSON that Python keeps for itself


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that does not keep what one of its sentences claims. The codes are worded in `labels.yaml`."""

    file: str
    rule: str
    claim: Claim
    text: str
    code: Code
    details: str = ""


def faults(chosen: Iterable[tuple[str, Rule]]) -> Iterator[Fault]:
    """All that is wrong with the `chosen` rules, each given with the name of its file."""
    named: set[str] = set()
    for file, rule in chosen:
        if rule.name in named:
            yield Fault(file, rule.name, "example", rule.source, "name")
        named.add(rule.name)
        yield from (fault for each in rule.examples if (fault := example_fault(file, rule, each)))
        yield from (fault for each in rule.rejects if (fault := reject_fault(file, rule, each)))
        yield from (fault for each in rule.gaps if (fault := gap_fault(file, rule, each)))


def rules() -> tuple[tuple[str, Rule], ...]:
    """Every rule of the grammars that read a directive, with the name of its file."""
    return tuple((file, rule) for file in GRAMMARS for rule in grammar(file).rules)


def example_fault(file: str, rule: Rule, example: Example) -> Fault | None:
    """What the rule makes of its example otherwise than that says; None where it keeps it."""
    if not is_taken(file, rule, example):
        others = "; ".join(f"{each.rule} “{each.quote}”" for each in mentioned(file, example.text))
        return Fault(file, rule.name, "example", example.text, "untaken", f"“{example.quote}”" + (f" ({others})" if others else ""))
    try:
        item = item_of(file, rule, example)
    except (KeyError, TypeError, ValueError) as error:  # the rule's `value` asks for parts or a `make` that there are not
        return Fault(file, rule.name, "example", example.text, "unmade", f"{type(error).__name__}: {error}")
    if item is None:
        return Fault(file, rule.name, "example", example.text, "valueless")
    unlike = "; ".join(differences(item, example))
    return Fault(file, rule.name, "example", example.text, "unlike", unlike) if unlike else None


def reject_fault(file: str, rule: Rule, reject: Reject) -> Fault | None:
    """A reject that this rule takes, or one that it does not say takes it; or one that a rule no longer takes though it says so."""
    found = mentioned(file, reject.text)
    taken = next((each for each in found if each.rule == rule.name or each.rule not in reject.taken_by), None)
    if taken is not None:
        return Fault(file, rule.name, "reject", reject.text, "taken", f"“{taken.quote}” ({taken.rule})")
    gone = [name for name in reject.taken_by if name not in {each.rule for each in found}]
    return Fault(file, rule.name, "reject", reject.text, "stale", ", ".join(gone)) if gone else None


def gap_fault(file: str, rule: Rule, gap: Example) -> Fault | None:
    """A known miss that is found by now belongs to the examples."""
    return Fault(file, rule.name, "gap", gap.text, "closed") if example_fault(file, rule, gap) is None else None


def mentioned(file: str, text: str) -> tuple[Mention, ...]:
    return mentions(Block(kind="paragraph", text=text), 0, grammar(file))


def is_taken(file: str, rule: Rule, example: Example) -> bool:
    """The rule takes the words that the example marks, whole or as one of its parts."""
    place = (example.start, example.end)
    return any(place in [(each.span.start, each.span.end), *((part.start, part.end) for part in each.parts.values())]
               for each in mentioned(file, example.text) if each.rule == rule.name)


def item_of(file: str, rule: Rule, example: Example) -> Record | None:
    """The item of the record that stands on the marked words."""
    items: tuple[Record, ...] = getattr(directive(example.text, rule.value.get("within", "tasks")), file)
    return next((item for item in items if item.span.start < example.end and example.start < item.span.end), None)


def directive(text: str, role: Role) -> Directive:
    """The record of one sentence that stands as a unit of its own in a part of that role."""
    blocks = (Block(kind="paragraph", text=PLACE_AND_DATE), Block(kind="paragraph", text=text))
    document = Document(Source(path="-", format="txt", sha256=""), blocks)
    section = Section(id="1", label="1.", title="", parent=None, role=role, span=Span(block=1, start=0, end=0))
    outline = Outline(sections=(section,), zones=("letterhead", "body"), homes=(None, 0))
    return assemble(document, outline, find(document, outline))


def differences(item: Record, example: Example) -> Iterator[str]:
    """Each field that the example gives and the item has otherwise."""
    for name, value in example.expected.items():
        wanted, made = plain(value), said(item, name)
        if wanted != made:
            yield f"{name} {made} ≠ {wanted}"


def said(item: Record, name: str) -> object:
    """The item's value for a field as an example gives it: of a second form its number."""
    value = getattr(item, FIELDS.get(name, name), None)
    return plain(value.value if name == "also" and value else value)


def plain(value: object) -> object:
    """Days as they are written: YAML reads them as dates, a record may hold either."""
    return value.isoformat() if hasattr(value, "isoformat") else value
