"""Word files built in memory, for the tests of the reader."""

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document, **parts: str) -> bytes:
    """The bytes of a python-docx document, with the XML of `parts` put in place of Word's own."""
    buffer = io.BytesIO()
    document.save(buffer)
    return with_parts(buffer.getvalue(), parts) if parts else buffer.getvalue()


def with_parts(content: bytes, parts: dict[str, str]) -> bytes:
    names = {f"word/{part}.xml": f'<w:{part} xmlns:w="{W}">{inner}</w:{part}>' for part, inner in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, text in names.items():
            new.writestr(name, text)
    return buffer.getvalue()


def document_of(*paragraphs: str):
    """A document of paragraphs: plain text, or the XML of a paragraph's inside where it begins with `<`."""
    document = docx.Document()
    for paragraph in paragraphs:
        if paragraph.startswith("<"):
            document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{paragraph}</w:p>"))
        else:
            document.add_paragraph(paragraph)
    return document


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int = 0, key: int = 1) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>{run(text)}'


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, keys: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{keys}'
