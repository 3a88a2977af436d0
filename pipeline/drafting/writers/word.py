"""A draft as a Word file: real page set-up, styles, tables, comments and page numbers; labels are text, as offices write them."""

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from ..forms import Form, form
from ..layout import Element, Paragraph, Run, Table
from ..rendering import Draft
from .wordfile import frozen, stamped
from .wordpage import set_page, set_styles, style_name
from .wordparts import draw_lines, fix_widths, keep_rows_whole, repeat_head, rule_between, without_margins

AUTHOR, INITIALS = "chidao", "CD"


def write(draft: Draft) -> bytes:
    """The bytes of the Word file: the same for the same draft."""
    look = form(draft.plan.form)
    word = Document()
    set_page(word, look)
    set_styles(word, look)
    for element in draft.layout.elements:
        add(element, word, look)
    if isinstance(draft.layout.elements[-1], Table):
        word.add_paragraph()  # Word wants a file to end with a paragraph
    stamped(word, draft)
    return frozen(word)


def add(element: Element, word: Word, look: Form) -> None:
    """One element at the end of the file."""
    if isinstance(element, Table):
        add_table(element, word, look)
    else:
        fill(word.add_paragraph(style=style_name(element.style)), element, word)
        add_rule(element, word, look.page.width - look.page.left - look.page.right)


def add_table(element: Table, word: Word, look: Form) -> None:
    width = look.page.width - look.page.left - look.page.right
    table = word.add_table(rows=len(element.rows), cols=len(element.widths))
    fix_widths(table, [Mm(width * share) for share in element.widths])
    if element.border == "ruled":
        draw_lines(table)
        keep_rows_whole(table)
    else:
        without_margins(table)
    for number, row in enumerate(element.rows):
        if number < element.heads:
            repeat_head(table.rows[number])
        for cell, share, place in zip(row, element.widths, table.rows[number].cells, strict=True):
            fill_cell(place, cell.paragraphs, word, width * share)


def fill_cell(place: _Cell, paragraphs: tuple[Paragraph, ...], word: Word, width: float) -> None:
    """The paragraphs in a cell; the one that each cell has from the start is the first of them."""
    for number, paragraph in enumerate(paragraphs):
        target = place.paragraphs[0] if number == 0 else place.add_paragraph()
        target.style = style_name(paragraph.style)
        fill(target, paragraph, word)
        add_rule(paragraph, place, width)


def add_rule(paragraph: Paragraph, holder: Word | _Cell, width: float) -> None:
    """The drawn line under a paragraph, as long as its share of the width."""
    if paragraph.rule:
        rule_between(holder.add_paragraph(), Mm(width * (1 - paragraph.rule) / 2))


def fill(target: WordParagraph, paragraph: Paragraph, word: Word) -> None:
    for run in paragraph.runs:
        made = dressed(target.add_run(run.text), run)
        for comment in run.comments:
            word.add_comment(made, text=comment, author=AUTHOR, initials=INITIALS)


def dressed(made: WordRun, run: Run) -> WordRun:
    """The run in its look; what the style says already is left to it."""
    made.bold, made.italic, made.underline = run.bold or None, run.italic or None, run.underline or None
    if run.highlight:
        made.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return made
