"""The page and the styles of a form, set up in a Word file."""

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from ...resources import table
from ..forms import Form, Style

ALIGNMENTS = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "both": WD_ALIGN_PARAGRAPH.JUSTIFY}
LANGUAGE = "vi-VN"


def set_page(word: Word, look: Form) -> None:
    """Paper, margins, and the page number in the top margin from the second page on."""
    page, section = look.page, word.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = section.footer_distance = Mm(page.header)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_number(number, page.number)


def add_page_number(paragraph: Paragraph, size: float) -> None:
    """A field that shows the page's number."""
    run = paragraph.add_run()
    run.font.size = Pt(size)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(field_mark(kind) if kind else field_code(text))


def field_mark(kind: str) -> OxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def field_code(text: str) -> OxmlElement:
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = text
    return code


def set_styles(word: Word, look: Form) -> None:
    """The form's styles, all based on Normal in the form's font."""
    normal = word.styles["Normal"]
    set_font(normal, look.page.font)
    set_language(normal)
    normal.font.size = Pt(look.styles["body"].size)
    normal.paragraph_format.space_after = Pt(0)
    for name, style in look.styles.items():
        set_style(word.styles.add_style(style_name(name), WD_STYLE_TYPE.PARAGRAPH), style, look)


def style_name(name: str) -> str:
    """What a style of the form is called in Word."""
    return table("drafting")["style_names"][name]


def set_style(made: ParagraphStyle, style: Style, look: Form) -> None:
    made.base_style = None
    set_font(made, look.page.font)
    made.font.size, made.font.bold, made.font.italic, made.font.underline = Pt(style.size), style.bold, style.italic, style.underline
    made.quick_style, made.hidden = True, False
    space = made.paragraph_format
    space.alignment = ALIGNMENTS[style.align]
    space.first_line_indent, space.left_indent = Mm(style.indent), Mm(style.left)
    space.space_before, space.space_after, space.line_spacing = Pt(style.before), Pt(style.after), style.line
    space.keep_with_next, space.page_break_before = style.keep, style.new_page
    if style.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(style.outline - 1))
        made.element.get_or_add_pPr().append(level)


def set_language(style: ParagraphStyle) -> None:
    """Vietnamese, so that Word does not mark each word as misspelt."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)


def set_font(style: ParagraphStyle, name: str) -> None:
    """The font for every script: Word takes that of East Asian text from a theme unless it is told."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), name)
