"""Directives from the documents that were read by hand: ../shared/seeds with ../shared/gold, where that folder exists."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from pipeline import readers
from pipeline.model import Block, Citation, Deadline, Directive, Header, Measure, Owner, Span, Target, Task
from pipeline.outline import structure
from pipeline.text import clean

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_gold = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared/gold is not here")


def directive(name: str) -> Directive:
    """The record of a gold file, its items found in the blocks of its document."""
    gold = yaml.safe_load((SHARED / "gold" / f"{name}.yaml").read_text(encoding="utf8"))
    document = readers.read(SHARED / gold["document"])
    outline = structure(document)
    blocks = document.blocks

    def home(span: Span) -> str | None:
        section = outline.section_at(span.block)
        return section.id if section else None

    targets = tuple(target(place, entry, span_of(blocks, entry), home) for place, entry in enumerate(gold["targets"]))
    tasks = [task(place, entry, blocks, home) for place, entry in enumerate(gold["tasks"])]
    return Directive(
        source=document.source, header=Header(**gold["header"]),
        citations=tuple(citation(place, entry, blocks) for place, entry in enumerate(gold["citations"])),
        sections=outline.sections, targets=targets, tasks=tuple(found for found, _ in tasks),
        deadlines=tuple(due for _, due in tasks if due), blocks=blocks,
    )


def span_of(blocks: tuple[Block, ...], entry: Mapping) -> Span:
    wanted, skip = clean(entry["quote"]), entry.get("nth", 1)
    for number, block in enumerate(blocks):
        start = block.text.find(wanted)
        if start >= 0:
            skip -= 1
        if start >= 0 and not skip:
            return Span(block=number, start=start, end=start + len(wanted), page=block.page)
    raise ValueError(f"not in the document: {wanted}")


def target(place: int, entry: Mapping, span: Span, home) -> Target:
    also = Measure(**entry["also"]) if "also" in entry else None
    fields = {key: entry[key] for key in ("value", "upper", "unit", "op", "change", "year") if key in entry}
    return Target(id=f"target-{place}", **fields, also=also, section=home(span), quote=clean(entry["quote"]), span=span, rule="gold")


def task(place: int, entry: Mapping, blocks: tuple[Block, ...], home) -> tuple[Task, Deadline | None]:
    span = span_of(blocks, entry)
    due = deadline(f"deadline-{place}", entry["deadline"], span) if "deadline" in entry else None
    found = Task(
        id=f"task-{place}", section=home(span), text=blocks[span.block].text, via=entry.get("via"),
        lead=tuple(Owner(name=name) for name in entry["lead"]), coordinate=tuple(Owner(name=name) for name in entry["coordinate"]),
        deadlines=(due.id,) if due else (), quote=clean(entry["quote"]), span=span,
    )
    return found, due


def deadline(identity: str, value: object, span: Span) -> Deadline:
    if isinstance(value, date):
        return Deadline(id=identity, kind="date", bound="by", end=value, quote="", span=span, rule="gold")
    if str(value).startswith("FREQ"):
        return Deadline(id=identity, kind="recurring", rrule=value, quote="", span=span, rule="gold")
    return Deadline(id=identity, kind=value, quote="", span=span, rule="gold")


def citation(place: int, entry: Mapping, blocks: tuple[Block, ...]) -> Citation:
    """A citation as its number alone: each place where the number stands is a mention."""
    number = entry["number"]
    spans = tuple(
        Span(block=at, start=block.text.find(number), end=block.text.find(number) + len(number), page=block.page)
        for at, block in enumerate(blocks) if number in block.text
    )
    return Citation(id=f"citation-{place}", type=entry["type"], number=number, date=str(entry["date"]) if entry["date"] else None,
                    issuer=None, title=None, alias=None, quote=number, span=spans[0], mentions=spans)
