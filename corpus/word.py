"""A source of the corpus as a Word file: its paragraphs, tables and footnotes in WordprocessingML, over the fixed parts of `parts/`."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

PARTS = Path(__file__).parent / "parts"
# Sizes in half points: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW.
SIZES = {"state": {"letterhead": 26, "title": 28, "copies": 22}, "party": {"letterhead": 28, "title": 30, "copies": 24}}
TWIPS = 567  # in a centimetre
PAGE = {"portrait": (21.0, 29.7), "landscape": (29.7, 21.0)}
MARGINS = '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851" w:header="567" w:footer="567" w:gutter="0"/>'
TEXT_WIDTH = 16.5
LETTERHEAD = {"state": (6.5, 10.0), "party": (7.3, 9.2)}
CLOSING = (8.0, 8.5)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MARKS = re.compile(r"\*\*(?P<b>.+?)\*\*(?!\*)|\*(?P<i>.+?)\*|__(?P<u>.+?)__|\[\^(?P<note>\d+)\]|(?P<line><br>)")
SWITCHES = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}
LABEL = re.compile(
    r"(?P<marks>\**)(?:(?P<roman>[IVX]+\.)|(?P<two>\d+\.\d+\.)|(?P<one>\d+\.)|(?P<letter>[a-z]\))|(?P<dash>-)|(?P<plus>\+)) "
)
LEVELS = ("roman", "one", "two", "letter", "dash", "plus")


def document(source: dict) -> bytes:
    """The bytes of the DOCX that `source` describes: the same for the same source."""
    fixed = {path.relative_to(PARTS).as_posix(): path.read_text(encoding="utf8") for path in sorted(PARTS.rglob("*")) if path.is_file()}
    fixed["word/styles.xml"] = Template(fixed["word/styles.xml"]).substitute(SIZES[source["form"]])
    form = source.get("unicode", "NFC")
    written = {"word/document.xml": main_part(source), "word/footnotes.xml": footnotes_part(source.get("footnotes", {}))}
    return archive(fixed | {name: unicodedata.normalize(form, text) for name, text in written.items()})


def archive(parts: dict[str, str]) -> bytes:
    """The parts zipped under one fixed time, so that the bytes tell of nothing but the text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def main_part(source: dict) -> str:
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(blocks(source))}</w:body></w:document>"


def blocks(source: dict) -> Iterator[str]:
    """Letterhead, title, addressees, body, closing sentence and table, appendix, in the order of the page."""
    yield columns(source["letterhead"], LETTERHEAD[source["form"]], ("Letterhead", "Letterhead"))
    yield from (paragraph(line, "DocumentTitle") for line in source.get("title", ()))
    yield from (paragraph(line, "Recipients") for line in source.get("recipients", ()))
    yield from body(source["body"], source)
    yield paragraph(source["closing"], "Closing") + paragraph("", "Closing")
    yield columns([[source["copies"], source["signature"]]], CLOSING, ("Copies", "Signature"))
    if "appendix" in source:
        yield f"<w:p><w:pPr>{section('portrait')}</w:pPr></w:p>"
        yield from body(source["appendix"], source)
    yield paragraph("", "CellText")  # Word wants a paragraph behind the last table
    yield section(source.get("appendix_page", "landscape") if "appendix" in source else "portrait")


def section(orientation: str) -> str:
    width, height = (round(side * TWIPS) for side in PAGE[orientation])
    size = f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="{orientation}"/>'
    return f'<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>{size}{MARGINS}<w:titlePg/></w:sectPr>'


def body(text: str, source: dict) -> Iterator[str]:
    """One paragraph a line; `{table: NAME}` stands for a ruled table of the source."""
    automatic = source.get("numbering") == "automatic"
    for line in filter(None, map(str.strip, text.splitlines())):
        if name := re.fullmatch(r"\{table: (\w+)\}", line):
            yield ruled(**source["tables"][name[1]])
        else:
            yield numbered(line) if automatic else paragraph(line, "BodyText")


def numbered(line: str) -> str:
    """The paragraph with its label left to Word, where it begins with one."""
    label = LABEL.match(line)
    if not label:
        return paragraph(line, "BodyText")
    level = LEVELS.index(label.lastgroup)
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(label["marks"] + line[label.end() :], "BodyText", numbering)


def paragraph(line: str, style: str, properties: str = "", width: float = TEXT_WIDTH) -> str:
    """A line of the source as a paragraph: `> ` centres it, `--- 3` is a drawn rule of 3 cm in a column `width` cm wide."""
    if rule := re.fullmatch(r"--- ([\d.]+)", line):
        side = round((width - float(rule[1])) / 2 * TWIPS)
        return f'<w:p><w:pPr><w:pStyle w:val="Rule"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    alignment = '<w:ind w:firstLine="0"/><w:jc w:val="center"/>' if line.startswith("> ") else ""
    content = "".join(runs(line.removeprefix("> ")))
    together, mark = ("<w:keepNext/>", "<w:rPr><w:b/></w:rPr>") if line.startswith("**") and line.endswith("**") else ("", "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{together}{properties}{alignment}{mark}</w:pPr>{content}</w:p>'


def runs(text: str, switches: str = "") -> Iterator[str]:
    """`text` as runs, its marks turned into switches, line breaks and footnote references."""
    position = 0
    for mark in MARKS.finditer(text):
        yield run(text[position : mark.start()], switches)
        yield marked(mark, switches)
        position = mark.end()
    yield run(text[position:], switches)


def marked(mark: re.Match[str], switches: str) -> str:
    if mark["line"]:
        return "<w:r><w:br/></w:r>"
    if mark["note"]:
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{mark["note"]}"/></w:r>'
    return "".join(runs(mark[mark.lastgroup], switches + SWITCHES[mark.lastgroup]))


def run(text: str, switches: str) -> str:
    properties = f"<w:rPr>{switches}</w:rPr>" if switches else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""


def columns(rows: list, widths: tuple[float, float], styles: tuple[str, str]) -> str:
    """The borderless table with which offices set the head and the foot of a document: `rows` of cells of lines."""
    return table([[column(*parts) for parts in zip(row, widths, styles, strict=True)] for row in rows], widths, "")


def column(lines: list[str], width: float, style: str) -> str:
    return cell("".join(paragraph(line, style, width=width) for line in lines), width)


def ruled(widths: list[float], rows: list[list[str]]) -> str:
    """A table with lines; a cell `<` is one with the cell on its left, `^` with the cell above it."""
    cells = [list(ruled_row(rows, index, widths)) for index in range(len(rows))]
    return table(cells, widths, '<w:tblStyle w:val="TableGrid"/>', "<w:tblHeader/>")


def ruled_row(rows: list[list[str]], index: int, widths: list[float]) -> Iterator[str]:
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else []
    for column, text in enumerate(row):
        if text == "<":
            continue
        reach = column + 1
        while reach < len(row) and row[reach] == "<":
            reach += 1
        span = f'<w:gridSpan w:val="{reach - column}"/>' if reach > column + 1 else ""
        merge = "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' if below[column : column + 1] == ["^"] else ""
        lines = [""] if text == "^" else text.split("\n")
        yield cell("".join(paragraph(line, "CellText") for line in lines), sum(widths[column:reach]), span + merge)


def cell(content: str, width: float, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width * TWIPS)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(rows: list[list[str]], widths: Iterable[float], properties: str, first_row: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{round(width * TWIPS)}"/>' for width in widths)
    lines = "".join(
        f"<w:tr><w:trPr><w:cantSplit/>{'' if index else first_row}</w:trPr>{''.join(cells)}</w:tr>" for index, cells in enumerate(rows)
    )
    layout = '<w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def footnotes_part(footnotes: dict[int, str]) -> str:
    """The footnotes, after the two lines that Word draws above them."""
    lines = (("separator", -1), ("continuationSeparator", 0))
    drawn = (f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>' for kind, id in lines)
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    notes = (
        f'<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{"".join(runs(" " + text))}</w:p></w:footnote>'
        for id, text in footnotes.items()
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(drawn)}{''.join(notes)}</w:footnotes>"
