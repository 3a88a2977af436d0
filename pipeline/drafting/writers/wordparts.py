"""What a Word table and a drawn line need beyond what python-docx says in one word."""

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
THIN = "6"  # eighths of a point


def fix_widths(table: Table, widths: list[Length]) -> None:
    """The columns as wide as told, whatever stands in them."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def layout_of(table: Table) -> OxmlElement:
    """The mark of fixed columns: Word wants what is said of a table in a fixed order, lines before it and margins behind it."""
    return table._tbl.tblPr.find(qn("w:tblLayout"))


def without_margins(table: Table) -> None:
    """Cells whose text reaches to their borders: for tables that only hold columns side by side."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout_of(table).addnext(margins)


def draw_lines(table: Table) -> None:
    """Lines round all cells."""
    borders = OxmlElement("w:tblBorders")
    for side in SIDES:
        borders.append(line(side))
    layout_of(table).addprevious(borders)


def line(side: str) -> OxmlElement:
    made = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", THIN), ("space", "0"), ("color", "000000")):
        made.set(qn(f"w:{name}"), value)
    return made


def keep_rows_whole(table: Table) -> None:
    """No row is broken over two pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_head(row: _Row) -> None:
    """The row again at the head of each page that the table runs on to."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def rule_between(paragraph: Paragraph, side: Length) -> None:
    """An empty paragraph as a drawn line, `side` away from either end of the column."""
    borders = OxmlElement("w:pBdr")
    borders.append(line("top"))
    paragraph._p.get_or_add_pPr().append(borders)
    space = paragraph.paragraph_format
    space.left_indent = space.right_indent = side
    space.first_line_indent, space.space_before, space.space_after, space.line_spacing = Pt(0), Pt(2), Pt(0), Pt(4)
