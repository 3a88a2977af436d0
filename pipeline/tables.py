"""Records, outlines and reports as text to read: ruled tables and lines no wider than asked for."""

import io
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table

from .explanation import Explanation, Ground, Item, explained
from .model import Anchor, Citation, Coverage, Deadline, Directive, Document, Finding, Note, Outline, Report, Section, Target, Task
from .wording import figure, when, words

Row = tuple[str | None, ...]


class Kind(NamedTuple):
    """The items of one kind as a table: its name, the heads of its columns, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: list[Row]


INDENT = "    "
NARROW = ("id", "section", "year", "date", "code")
SIDE = ("lead", "coordinate", "when", "figure", "status", "issuer")
SHORT, BRIEF = 160, 80  # characters of a quote in a table; the whole of it is in the other formats


def record(directive: Directive, language: str, width: int) -> str:
    """The record of one document: what it is, then a table of each kind of item that it has."""
    said = words(language)
    parts = [f"{said['items'][kind.name]}: {len(kind.rows)}\n{ruled(kind.heads, kind.rows, language, width)}"
             for kind in kinds(directive, language) if kind.rows]
    return "\n".join([heading(directive, width), *(parts or [said["empty"]])])


def kinds(directive: Directive, language: str) -> tuple[Kind, ...]:
    """The items of a record as rows, kind by kind; the first column of all but the notes is the item's id."""
    return (
        Kind("citations", ("id", "number", "date", "issuer"), [citation(each) for each in directive.citations]),
        Kind("targets", ("id", "section", "figure", "year", "quote"), [target(each, language) for each in directive.targets]),
        Kind("tasks", ("id", "section", "task", "lead", "coordinate", "when"),
             [task(each, directive, language) for each in directive.tasks]),
        Kind("deadlines", ("id", "section", "when", "quote"), [deadline(each, language) for each in directive.deadlines]),
        Kind("notes", ("code", "message"), [note(each) for each in directive.notes]),
    )


def heading(directive: Directive, width: int) -> str:
    """The file, then its number, issuer and date, then its title."""
    head = directive.header
    name = head.number if head.number else " ".join(filter(None, (head.type, head.symbol)))
    lines = (directive.source.path, " · ".join(filter(None, (name, head.issuer, head.date))), textwrap.fill(head.title or "", width))
    return "\n".join([*filter(None, lines), ""])


def explanations(directive: Directive, language: str, width: int) -> str:
    """Each item with its words, the rule that took them, the words that carry its values, and an example of the rule."""
    lines = (line for each in explained(directive) for line in (*explanation(each, directive, language, width), ""))
    return "\n".join([heading(directive, width), *lines])


def explanation(each: Explanation, directive: Directive, language: str, width: int) -> Iterator[str]:
    said, why = words(language)["explained"], reason(each, language)
    yield "  ".join(filter(None, (each.item.id, getattr(each.item, "section", None), meaning(each.item, directive, language))))
    yield hanging(f"«{short(each.item.quote)}»", width, INDENT)
    yield hanging(f"{said['rule']} {each.rule}: {why}" if each.rule else why, width, INDENT)
    if each.example:
        yield hanging(f"{said['example']}: {each.example.text[: each.example.start]}[[{each.example.quote}]]"
                      f"{each.example.text[each.example.end :]}", width, INDENT)


def meaning(item: Item, directive: Directive, language: str) -> str:
    """What the record says of an item, in a few words."""
    if isinstance(item, Target):
        return ", ".join(filter(None, (figure(item, language), item.year and str(item.year))))
    if isinstance(item, Task):
        return "; ".join(filter(None, (names(item.lead), *(when(each, language) for each in directive.deadlines_of(item)))))
    return when(item, language) if isinstance(item, Deadline) else ", ".join(filter(None, (item.type, item.number, item.date)))


def reason(each: Explanation, language: str) -> str:
    """The words that carry the values, each behind the name of what it says."""
    said = words(language)
    grounds = [f"{said['parts'].get(ground.name, ground.name)} {placed(ground, language)}" for ground in each.grounds]
    if isinstance(each.item, Task):
        grounds.insert(0, said["vias"].get(each.item.via, ""))
    elif each.example is None:
        grounds.insert(0, said["explained"]["table"])
    return "; ".join(filter(None, grounds))


def placed(ground: Ground, language: str) -> str:
    return f"“{ground.words}”" if ground.where == "words" else words(language)["explained"][ground.where].format(words=ground.words)


def citation(item: Citation) -> Row:
    return item.id, item.number or item.type, item.date, item.issuer


def target(item: Target, language: str) -> Row:
    return item.id, item.section, figure(item, language), item.year and str(item.year), short(item.quote)


def task(item: Task, directive: Directive, language: str) -> Row:
    due = "; ".join(when(each, language) for each in directive.deadlines_of(item))
    return item.id, item.section, short(item.text), names(item.lead), names(item.coordinate), due


def deadline(item: Deadline, language: str) -> Row:
    return item.id, item.section, when(item, language), short(item.quote)


def note(item: Note) -> Row:
    return item.code, item.message


def names(owners: Iterable) -> str:
    return "; ".join(owner.name for owner in owners)


def short(text: str) -> str:
    return textwrap.shorten(text, SHORT, placeholder=" …")


def ruled(heads: Sequence[str], rows: Sequence[Row], language: str, width: int) -> str:
    """A table of `rows`, as text."""
    said = words(language)
    grid = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False)
    for head in heads:
        grid.add_column(said["heads"][head], no_wrap=head in NARROW, overflow="fold", max_width=width // 6 if head in SIDE else None)
    for row in rows:
        grid.add_row(*(cell or "" for cell in row))
    console = Console(file=io.StringIO(), width=width, color_system=None, markup=False, highlight=False, emoji=False)
    console.print(grid)
    lines = (line.rstrip() for line in console.file.getvalue().splitlines())
    return "\n".join([*filter(None, lines), ""])


def outline(document: Document, found: Outline, language: str, width: int) -> str:
    """One line a unit: id, label, first words. Above them, what was read."""
    said, source = words(language), document.source
    pages = said["pages"].format(pages=source.pages) if source.pages else ""
    first = said["read"].format(path=source.path, blocks=len(document.blocks), sections=len(found.sections)) + pages
    odd = (f"{each.code}: {each.message}" for each in document.notes + found.notes)
    return "\n".join([first, *units(document, found.sections, width), *odd])


def units(document: Document, sections: Sequence[Section], width: int) -> Iterator[str]:
    """The lines of the units, or the first words of each block where there are none."""
    if not sections:
        yield from (cut(block.text, width) for block in document.blocks)
    ids = max((len(each.id) for each in sections), default=0)
    labels = max((len(each.label) for each in sections), default=0)
    for each in sections:
        opening = document.blocks[each.span.block].text[each.span.start :].removeprefix(each.label).strip()
        yield cut(f"{each.id:<{ids}}  {each.label:<{labels}}  {opening or each.title}", width)


def cut(line: str, width: int) -> str:
    line = line.rstrip()
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def report(outcome: Report, language: str, width: int) -> str:
    """The findings one under the other, what of the parents is not simply met, and the count."""
    said = words(language)
    first = said["compared"].format(draft=outcome.draft, parents=", ".join(outcome.parents))
    found = [finding(each, language, width) for each in outcome.findings] or [said["nothing"] + "\n"]
    return "\n".join([first + "\n", *found, *covered(outcome, language, width), said["summary"].format(**outcome.summary)])


def covered(outcome: Report, language: str, width: int) -> Iterator[str]:
    """How many of the parents' items are in which state, and a table of those that a person should look at."""
    states, said = Counter(each.status for each in outcome.coverage), words(language)
    if states:
        yield f"{said['coverage']}: " + ", ".join(f"{number} {said['statuses'][status]}" for status, number in states.items())
    rows = [coverage(each, language) for each in outcome.coverage if each.status != "met"]
    if rows:
        yield ruled(("parent", "status", "draft", "why"), rows, language, width)


def left_out(items: Sequence, language: str, width: int) -> str:
    """What of the parents is not in a draft, and why, a line each; nothing where all is carried."""
    lines = [f"- {f'{item.section}: ' if item.section else ''}«{short(item.words)}»: {item.reason}" for item in items]
    head = words(language)["left_out"].format(count=len(lines))
    return "".join(f"{line}\n" for line in [head, *(hanging(line, width) for line in lines)]) if lines else ""


def finding(item: Finding, language: str, width: int) -> str:
    """What is wrong, then the words at fault where the message does not hold them already."""
    said = words(language)
    page = f" ({said['heads']['page'].lower()} {item.span.page})" if item.span and item.span.page else ""
    first = f"{said['severities'][item.severity]} {item.code}: {item.message}{page}"
    quotes = (("", item.quote), (f"{said['of_parent']}: ", item.parent_quote))
    rest = [f"{whose}«{short(quote)}»" for whose, quote in quotes if quote and quote not in item.message]
    rest += [f"{said['suggestion']}: {item.suggestion}"] if item.suggestion else []
    return "\n".join([hanging(first, width), *(hanging(line, width, INDENT) for line in rest), ""])


def hanging(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=INDENT)


def coverage(item: Coverage, language: str) -> Row:
    return pointed(item.parent), words(language)["statuses"][item.status], item.draft and pointed(item.draft), short(item.why)


def pointed(anchor: Anchor) -> str:
    """An item by its section and its first words."""
    return textwrap.shorten(f"{anchor.section or anchor.id}: {anchor.quote}", BRIEF, placeholder=" …")
