"""The light markup of the templates → Layout: each tag is a paragraph in the style of that name, but for tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element as Tag

from ..errors import BadGrammar
from .layout import Cell, Element, Layout, Paragraph, Run, Table

SPACE = re.compile(r"[ \t\r\n]+")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LOOKS = {"b": {"bold": True}, "i": {"italic": True}, "u": {"underline": True}, "mark": {"highlight": True}, "note": {}}


def layout(markup: str, template: Path) -> Layout:
    """The layout that `markup` writes down; BadGrammar names the template where the tags do not close."""
    try:
        root = ElementTree.fromstring(f"<draft>{FORBIDDEN.sub('', markup)}</draft>")
    except ElementTree.ParseError as error:
        raise BadGrammar(template, f"does not give well-formed tags: {error}.", "Close each tag that the template opens.") from error
    return Layout(tuple(element(tag, template) for tag in root))


def element(tag: Tag, template: Path) -> Element:
    if tag.tag in ("columns", "table"):
        return table(tag, template)
    return paragraph(tag, template)


def table(tag: Tag, template: Path) -> Table:
    """Rows of cells: `columns` without lines, `table` with them."""
    widths = [float(width) for width in tag.get("widths", "100").split()]
    rows = tuple(tuple(cell(each, template) for each in row) for row in tag)
    return Table(tuple(width / sum(widths) for width in widths), rows, "ruled" if tag.tag == "table" else "none", int(tag.get("heads", 0)))


def cell(tag: Tag, template: Path) -> Cell:
    return Cell(tuple(paragraph(each, template) for each in tag))


def paragraph(tag: Tag, template: Path) -> Paragraph:
    return Paragraph(tag.tag, tidy(runs(tag, Run(""), template)), float(tag.get("rule", 0)))


def runs(tag: Tag, look: Run, template: Path) -> Iterator[Run]:
    """The words in `tag`, those in inner tags in their own look. A comment is put on the first of the words that it is for."""
    yield replace(look, text=tag.text or "")
    for inner in tag:
        if inner.tag not in LOOKS:
            raise BadGrammar(template, f"<{inner.tag}> cannot stand inside a paragraph.", f"Use one of: {', '.join(LOOKS)}.")
        yield from commented(runs(inner, replace(look, **LOOKS[inner.tag]), template), inner.get("note") or inner.get("text"))
        yield replace(look, text=inner.tail or "")


def commented(found: Iterable[Run], comment: str | None) -> Iterator[Run]:
    pending = comment
    for run in found:
        if pending and run.text.strip(" \t\r\n"):
            run, pending = replace(run, comments=(pending, *run.comments)), None
        yield run


def tidy(found: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with single spaces, none at the ends, none empty, and like neighbours made one."""
    whole: list[Run] = []
    for run in found:
        text = SPACE.sub(" ", run.text)
        if not whole or whole[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text and whole and replace(whole[-1], text="", comments=()) == replace(run, text="", comments=()) and not run.comments:
            whole[-1] = replace(whole[-1], text=whole[-1].text + text)
        elif text:
            whole.append(replace(run, text=text))
    if whole:
        whole[-1] = replace(whole[-1], text=whole[-1].text.rstrip(" "))
    return tuple(run for run in whole if run.text)
