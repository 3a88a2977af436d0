"""The tables of writers: what leaves chidao, and in which formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import UnsupportedFormat

if TYPE_CHECKING:
    from .drafting import Draft
    from .model import Directive, Document, Outline, Record, Report


@dataclass(frozen=True, slots=True)
class Look:
    """How a page to read is set: its language and its width in characters."""

    language: str = "vi"
    width: int = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Records on their way out. `single` tells that one was asked for, and not a list."""

    records: Sequence[Directive]
    single: bool = False


COLUMNS = ("file", "kind", "id", "section", "quote", "page", "value", "upper", "unit", "op", "change", "subject", "outcome", "year",
           "deadline_kind", "bound", "start", "end", "rrule", "days", "from", "text", "lead", "coordinate", "deadlines", "output",
           "type", "number", "date", "issuer", "title")
FORMULA = ("=", "+", "-", "@", "\t")  # a cell that begins so is run by Excel, not shown


def records_table(batch: Batch, look: Look) -> str:
    from . import tables

    return "\n".join(tables.record(each, look.language, look.width) + "\n" for each in batch.records)


def records_explained(batch: Batch, look: Look) -> str:
    from . import tables

    return "\n".join(tables.explanations(each, look.language, look.width) + "\n" for each in batch.records)


def records_html(batch: Batch, look: Look) -> str:
    from . import page

    return page.page(batch.records, look.language)


def records_json(batch: Batch, look: Look) -> str:
    plain = [mapping(each) for each in batch.records]
    return pretty(plain[0] if batch.single else plain)


def records_jsonl(batch: Batch, look: Look) -> str:
    return "".join(json.dumps(mapping(each), ensure_ascii=False) + "\n" for each in batch.records)


def records_csv(batch: Batch, look: Look) -> bytes:
    """One row an item. The byte order mark tells Excel that it is UTF-8; the heads are the fields of the record."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({name: shown(value) for name, value in row.items()} for each in batch.records for row in rows(each))
    return file.getvalue().encode("utf-8-sig", "replace")


def rows(directive: Directive) -> Iterator[dict[str, object]]:
    """The items of a record, each as the columns that it fills."""
    for kind in ("citations", "targets", "deadlines", "tasks"):
        for item in getattr(directive, kind):
            yield {"file": directive.source.path, "kind": kind.removesuffix("s"), "page": item.span.page} | columns(item)


def columns(item: Record) -> dict[str, object]:
    fields = item.model_dump(mode="json")
    if "bound" in fields:
        fields["deadline_kind"] = fields.pop("kind")
    return {name: value for name, value in fields.items() if name in COLUMNS}


def shown(value: object) -> object:
    """A value as a cell: lists in one line, whole numbers without a point, no words that a spreadsheet would run as a formula."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        value = "; ".join(each["name"] if isinstance(each, dict) else each for each in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def mapping(record: Directive) -> dict[str, object]:
    """The record as JSON has it; `blocks` only where it holds some."""
    return record.model_dump(mode="json", exclude=None if record.blocks else {"blocks"})


def pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def outline_text(document: Document, outline: Outline, look: Look) -> str:
    from . import tables

    return tables.outline(document, outline, look.language, look.width) + "\n"


def outline_json(document: Document, outline: Outline, look: Look) -> str:
    parts = {"sections": outline.sections, "notes": document.notes + outline.notes, "blocks": document.blocks}
    return pretty({"source": document.source.model_dump(mode="json")}
                  | {name: [each.model_dump(mode="json") for each in items] for name, items in parts.items()})


def report_text(report: Report, look: Look) -> str:
    from . import tables

    return tables.report(report, look.language, look.width) + "\n"


def report_json(report: Report, look: Look) -> str:
    return pretty(report.model_dump(mode="json"))


def left_out(draft: Draft, look: Look) -> str:
    """What of the parents a draft does not carry, for the person who goes on with it."""
    from . import tables

    return tables.left_out(draft.plan.left_out, look.language, look.width)


def schemas() -> dict[str, dict]:
    """The JSON Schema of everything that has one, by name."""
    from .model import Directive, Report
    from .profile import Profile

    return {"record": Directive.model_json_schema(mode="serialization"), "report": Report.model_json_schema(mode="serialization"),
            "profile": Profile.model_json_schema()}


RECORDS: Mapping[str, Callable[[Batch, Look], str | bytes]] = {
    "table": records_table, "json": records_json, "jsonl": records_jsonl, "csv": records_csv, "html": records_html}
EXPLAINED: Mapping[str, Callable[[Batch, Look], str]] = {"table": records_explained, "html": records_html}
ON_TEXT = (records_explained, records_html)  # writers that show the items on their blocks
OUTLINES: Mapping[str, Callable[[Document, Outline, Look], str]] = {"text": outline_text, "json": outline_json}
REPORTS: Mapping[str, Callable[[Report, Look], str]] = {"text": report_text, "json": report_json}
PLAIN = (".txt", "")  # suffixes that ask for no format of their own


def format_of(asked: str | None, path: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, else that of the file's suffix, else the first of `formats`."""
    suffix = path.suffix.lower() if path else ""
    if asked or suffix in PLAIN:
        return asked or formats[0]
    if suffix[1:] not in formats:
        raise UnsupportedFormat(path, f"no format goes with {suffix}.", f"Give --format, one of: {', '.join(formats)}.")
    return suffix[1:]
