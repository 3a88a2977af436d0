"""A draft as Markdown: headings, paragraphs, tables; what a person must decide is marked, and why is said in footnotes."""

import re
from collections.abc import Iterator
from itertools import count

from ..forms import Form, form
from ..layout import Element, Paragraph, Run, Table
from ..rendering import Draft

SIGNS = re.compile(r"([\\`*_\[\]|<>])")
OPENS = re.compile(r"^(#|[-+] |\d+[.)] )")


def write(draft: Draft) -> bytes:
    """The draft's text as Markdown with footnotes for its comments."""
    notes = Notes()
    look = form(draft.plan.form)
    parts = [text for element in draft.layout.elements for text in lines(element, look, notes)]
    return ("\n\n".join((*parts, *notes.written())) + "\n").encode()


class Notes:
    """The comments met so far, in their order: each is a footnote."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.texts: list[str] = []

    def mark(self, comment: str) -> str:
        self.texts.append(f"[^{next(self.numbers)}]: {comment}")
        return self.texts[-1].partition(":")[0]

    def written(self) -> list[str]:
        return self.texts


def lines(element: Element, look: Form, notes: Notes) -> Iterator[str]:
    """An element as paragraphs of Markdown."""
    if isinstance(element, Paragraph):
        yield from paragraph(element, look, notes)
    elif element.border == "none":
        yield from (text for row in element.rows for cell in row for each in cell.paragraphs for text in paragraph(each, look, notes))
    else:
        yield table(element, notes)


def paragraph(paragraph: Paragraph, look: Form, notes: Notes) -> Iterator[str]:
    style = look.styles[paragraph.style]
    text = "".join(words(run, notes) for run in paragraph.runs)
    if not text:
        return
    if style.new_page:
        yield "---"
    if style.outline is not None:
        yield f"{'#' * (style.outline + 1)} {text}"
    else:
        yield f"**{text}**" if style.bold else OPENS.sub(r"\\\1", text) if text.startswith("#") else text


def words(run: Run, notes: Notes) -> str:
    text = SIGNS.sub(r"\\\1", run.text)
    text = f"<mark>{text}</mark>" if run.highlight else text
    return text + "".join(map(notes.mark, run.comments))


def table(table: Table, notes: Notes) -> str:
    """A pipe table; the first row is its head."""
    rows = [[" ".join("".join(words(run, notes) for run in each.runs) for each in cell.paragraphs) for cell in row] for row in table.rows]
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, "|" + " --- |" * len(table.widths), *body))
