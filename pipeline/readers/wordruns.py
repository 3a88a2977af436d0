"""What a paragraph of a .docx says: its lines as printed, the footnotes that it calls, and what stands in it that is no plain text."""

import re
from collections.abc import Iterator

from ..resources import table
from .pieces import Token
from .wordstyles import Styles
from .wordxml import ALTERNATE, Element, W, chosen, is_on, name_of

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", "{urn:schemas-microsoft-com:vml}imagedata")
FALLBACK = ALTERNATE.replace("AlternateContent", "Fallback")
HOLDERS = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
INSERTED, DELETED = ("ins", "moveTo"), ("del", "moveFrom")
PLAIN_CODE = re.compile("[0-9A-C][0-9A-F]{3}")  # not of the private area, where symbol fonts have their own signs
SPACES = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}


def tokens(paragraph: Element, styles: Styles) -> Iterator[Token]:
    """The pieces of `paragraph` in order; of tracked changes, what was put in counts and what was struck out does not."""
    return tokens_in(paragraph, paragraph, styles)


def tokens_in(holder: Element, paragraph: Element, styles: Styles) -> Iterator[Token]:
    for child in chosen(holder):
        name = name_of(child)
        if name == "r":
            yield from run_tokens(child, paragraph, styles)
        elif name in HOLDERS:
            yield from tokens_in(child, paragraph, styles)
        elif name in INSERTED:
            yield Token("inserted")
            yield from tokens_in(child, paragraph, styles)
        elif name in DELETED:
            yield Token("deleted", words_in(child))
        elif isinstance(child.tag, str) and child.tag.startswith(MATH):
            yield Token("text", "".join(part.text or "" for part in child.iter(f"{MATH}t")))


def words_in(element: Element) -> str:
    """All words below `element`, printed or struck out."""
    return "".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))


def run_tokens(run: Element, paragraph: Element, styles: Styles) -> Iterator[Token]:
    if is_on(run, "rPr", "vanish"):
        yield Token("hidden", words_in(run))
        return
    for child in chosen(run):
        name = name_of(child)
        if name == "t":
            text = child.text or ""
            yield Token("text", text.upper() if styles.is_in_capitals(run, paragraph) else text)
        elif name in SPACES:
            yield Token("text", SPACES[name])
        elif name in ("br", "cr"):
            yield Token("text", " ") if child.get(f"{W}type") in ("page", "column") else Token("break")
        elif name == "sym":
            yield Token("text", symbol(child))
        elif name in ("footnoteReference", "endnoteReference"):
            yield Token("mark", f"{name.removesuffix('Reference')} {child.get(f'{W}id')}")
        elif name in ("drawing", "pict", "object"):
            yield from drawing_tokens(child)


def symbol(element: Element) -> str:
    code = (element.get(f"{W}char") or "").upper()
    return table("word")["symbols"].get(code) or (chr(int(code, 16)) if PLAIN_CODE.fullmatch(code) else "")


def drawing_tokens(drawing: Element) -> Iterator[Token]:
    """The text boxes of a drawing; a picture where it holds none. Drawn lines are nothing."""
    boxes = [box for box in drawing.iter(f"{W}txbxContent") if not is_repeated(box, drawing)]
    yield from (Token("box", box=box) for box in boxes)
    if not boxes and next(drawing.iter(*PICTURES), None) is not None:
        yield Token("picture")


def is_repeated(box: Element, drawing: Element) -> bool:
    """Whether `box` stands inside another box, or repeats one for older programs."""
    for holder in box.iterancestors():
        if holder is drawing:
            return False
        if holder.tag in (FALLBACK, f"{W}txbxContent"):
            return True
    return False
