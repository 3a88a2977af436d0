"""What a paragraph of a .docx says: its lines as printed, the footnotes that it calls, and what stands in it that is no plain text."""

import re
from collections.abc import Iterator

from ...resources import table
from ..layout.pieces import Token
from .styles import Styles
from .xml import ALTERNATE, Element, W, chosen, name_of

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML, DRAWING = "{urn:schemas-microsoft-com:vml}", "{http://schemas.openxmlformats.org/drawingml/2006/"
# Pictures, charts and diagrams: the words of the latter stand in files of their own.
PICTURES = (f"{DRAWING}picture}}pic", f"{VML}imagedata", f"{DRAWING}chart}}chart", f"{DRAWING}diagram}}relIds")
WORD_ART = f"{VML}textpath"
PRIVATE = re.compile("[\uf020-\uf0ff]")  # where symbol fonts have their own signs
FALLBACK = ALTERNATE.replace("AlternateContent", "Fallback")
HOLDERS = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
INSERTED, DELETED = ("ins", "moveTo"), ("del", "moveFrom")
PLAIN_CODE = re.compile("[0-9A-C][0-9A-F]{3}")  # not of the private area
HIDDEN = {"vanish", "specVanish"}
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
    switches = styles.switches(run, paragraph)
    if switches & HIDDEN:
        yield Token("hidden", words_in(run))
        return
    for child in chosen(run):
        name = name_of(child)
        if name == "t":
            text = PRIVATE.sub(lambda sign: symbol(f"{ord(sign[0]):04X}"), child.text or "")
            yield Token("text", text.upper() if "caps" in switches else text)
        elif name in SPACES:
            yield Token("text", SPACES[name])
        elif name in ("br", "cr"):
            yield Token("text", " ") if child.get(f"{W}type") in ("page", "column") else Token("break")
        elif name == "sym":
            yield Token("text", symbol((child.get(f"{W}char") or "").upper()))
        elif name in ("footnoteReference", "endnoteReference"):
            yield Token("mark", f"{name.removesuffix('Reference')} {child.get(f'{W}id')}")
        elif name == "commentReference":
            yield Token("comment", child.get(f"{W}id") or "")
        elif name in ("drawing", "pict", "object"):
            yield from drawing_tokens(child)


def symbol(code: str) -> str:
    """The sign of a symbol font that has `code`; "" where nobody knows what it looks like."""
    return table("word")["symbols"].get(code) or (chr(int(code, 16)) if PLAIN_CODE.fullmatch(code) else "")


def drawing_tokens(drawing: Element) -> Iterator[Token]:
    """The text boxes and the drawn words of a drawing; a picture where it holds neither. Drawn lines are nothing."""
    boxes = [box for box in drawing.iter(f"{W}txbxContent") if not is_repeated(box, drawing)]
    yield from (Token("box", box=box) for box in boxes)
    words = [path.get("string") for path in drawing.iter(WORD_ART) if path.get("string")]
    yield from (Token("text", f" {text} ") for text in words)
    if not boxes and not words and next(drawing.iter(*PICTURES), None) is not None:
        yield Token("picture")


def is_repeated(box: Element, drawing: Element) -> bool:
    """Whether `box` stands inside another box, or repeats one for older programs."""
    for holder in box.iterancestors():
        if holder is drawing:
            return False
        if holder.tag in (FALLBACK, f"{W}txbxContent"):
            return True
    return False
