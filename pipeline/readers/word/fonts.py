"""Old text in a .docx: each run by the font that it is printed in, put into Unicode before anything else is read."""

from collections.abc import Iterable, Iterator

from ..letters.encodings import Decoding, Run, decoding, font_encoding, tells
from ..letters.old import decoded
from .styles import Styles
from .xml import Element, W, below

TEXTS = (f"{W}t", f"{W}delText")
SLOTS = (f"{W}hAnsi", f"{W}ascii")  # letters beyond ASCII are printed in the first


class Fonts:
    """The font of each run: its own, or that of its styles."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.of_styles: dict[tuple[str | None, str | None], str | None] = {}

    def of(self, run: Element, paragraph: Element) -> str | None:
        return named(below(run, "rPr", "rFonts")) or self.inherited(run, paragraph)

    def inherited(self, run: Element, paragraph: Element) -> str | None:
        holders = (*self.styles.of_run(run), *self.styles.of(paragraph), *self.styles.defaults)
        key = tuple(map(id, holders))
        if key not in self.of_styles:
            self.of_styles[key] = next(filter(None, (named(below(holder, "rPr", "rFonts")) for holder in holders)), None)
        return self.of_styles[key]


def named(fonts: Element | None) -> str | None:
    """The font that `fonts` names for letters beyond ASCII; of two, the one that tells of old text."""
    names = [] if fonts is None else [name for name in map(fonts.get, SLOTS) if name]
    return next(filter(font_encoding, names), names[0] if names else None)


def unified(roots: Iterable[Element], styles: Styles) -> Decoding:
    """The text of `roots` in Unicode, put back into the elements that hold it, and what was found."""
    known, fonts = tuple(roots), Fonts(styles)
    tell = any(map(font_encoding, names_in(known, styles)))
    if tell:
        for root in known:
            spell_out(root, fonts)
    elif not any(tells(Run("\n".join([text.text or "" for text in root.iter(*TEXTS)]))) for root in known):
        return decoding(())
    paragraphs = list(texts_of(known))
    found = decoding([[run_of(text, paragraph, fonts if tell else None) for text, paragraph in texts] for texts in paragraphs])
    if found.words:
        for texts, after in zip(paragraphs, found.texts, strict=True):
            for (element, _), text in zip(texts, after, strict=True):
                element.text = text
    return found


def run_of(text: Element, paragraph: Element, fonts: Fonts | None) -> Run:
    return Run(text.text or "", fonts.of(text.getparent(), paragraph) if fonts else None)


def names_in(roots: Iterable[Element], styles: Styles) -> Iterator[str | None]:
    """The names of all fonts."""
    for root in (*roots, *styles.roots):
        yield from (name for fonts in root.iter(f"{W}rFonts") for name in map(fonts.get, SLOTS))
        yield from (sign.get(f"{W}font") for sign in root.iter(f"{W}sym"))


def spell_out(root: Element, fonts: Fonts) -> None:
    """Puts letters in place of the symbols and soft hyphens that programs made of letters of old fonts: ư of TCVN3 is a soft hyphen,
    and where it is kept as one, other hyphens are hyphens."""
    hyphen = () if any("\u00ad" in (text.text or "") for text in root.iter(*TEXTS)) else (f"{W}softHyphen",)
    for element in list(root.iter(f"{W}sym", *hyphen)):
        run = element.getparent()
        paragraph = next(run.iterancestors(f"{W}p"), None)
        font = element.get(f"{W}font") if element.tag == f"{W}sym" else None if paragraph is None else fonts.of(run, paragraph)
        if font_encoding(font):
            code = int(element.get(f"{W}char", "AD"), 16) & 0xFF
            element.tag, element.text = f"{W}t", decoded(chr(code), "tcvn3") if element.get(f"{W}font") else chr(code)


def texts_of(roots: Iterable[Element]) -> Iterator[list[tuple[Element, Element]]]:
    """The elements that hold text, each with its paragraph, paragraph by paragraph."""
    for root in roots:
        for paragraph in root.iter(f"{W}p"):
            yield [(text, paragraph) for text in paragraph.iter(*TEXTS) if next(text.iterancestors(f"{W}p")) is paragraph]
