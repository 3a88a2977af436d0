"""Rich text (.rtf): old letters, signs of symbol fonts and automatic numbers are spelled out in the file itself; then anydoc reads it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model import Document, Note
from ...notes import note
from ...resources import table
from ..layout.assembly import source_of
from ..layout.flow import document_of
from ..letters.encodings import Run, decoding, font_encoding, lines_in
from ..letters.raw import characters
from .anydoc import content_of, footnotes_of, parsed, through_word

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])|(?P<brace>[{}])|(?P<end>[\r\n]+)"
    r"|(?P<text>[^\\{}\r\n]+)|(?P<stray>\\)", re.DOTALL)
BRACE = re.compile(r"(?<!\\)[{}]")
FONT = re.compile(r"\{\\f(?P<number>\d+)\b(?P<words>(?:[^{}]|\{[^{}]*\})*)\}", re.DOTALL)
CHARACTER_SET = re.compile(r"\\fcharset(\d+)")
INNER = re.compile(r"\{[^{}]*\}|\\[a-z]+-?\d* ?|[\r\n]|;\s*$")
# Groups whose words are not of the text, and those that hold the number which a program prints before a paragraph.
ASIDE = frozenset((
    "fonttbl", "stylesheet", "colortbl", "info", "pict", "objdata", "fldinst", "datafield", "bkmkstart", "bkmkend", "themedata",
    "listtable", "pn"))
NUMBERS = ("listtext", "pntext")
# Groups whose words are told apart from the text, and what they are.
APART = {name: "margin" for place in ("header", "footer") for name in (place, f"{place}l", f"{place}r", f"{place}f")} | {
    "annotation": "comment", "atnauthor": "author", "shptxt": "box", "dptxbxtext": "box"}
LEAVING = {"deleted": "deleted", "v": "hidden"}  # what makes words leave the text, and what they are then
ENDS = ("par", "line", "cell", "row", "sect")
LEFT_OUT = ("ls", "ilvl", *NUMBERS)  # the words that make a number automatic
LONGEST = 14  # letters of a word that may be skipped or not
SYMBOLS = "2"  # the character set of symbol fonts
SIGNS = {"-": "\u00ad", "~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}


@dataclass(frozen=True, slots=True)
class Font:
    name: str
    is_symbol: bool

    @property
    def is_own(self) -> bool:
        """Whether its letters are other than they seem."""
        return self.is_symbol or font_encoding(self.name) is not None


@dataclass(frozen=True, slots=True)
class State:
    """What a group has set: its font, how many letters stand in for one of Unicode, and whether its words are text or a number.

    `apart` names words that are told apart from the text, `leaves` those that have to leave it.
    """

    font: str = ""
    stand_ins: int = 1
    is_aside: bool = False
    is_number: bool = False
    apart: str = ""
    leaves: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the file as it stands, or words in a font that has letters of its own."""

    raw: str = ""
    text: str = ""
    font: str = ""


def read(content: bytes, name: str) -> Document:
    """The document of a .rtf file; through LibreOffice where text boxes stand between its paragraphs."""
    rtf = content.decode("latin-1")
    scanner = Scanner(rtf, fonts_of(rtf))
    spelled, words = spelled_out(scanner)
    document = parsed(spelled.encode("latin-1"), "rtf", name)
    if document is None or lines_in(scanner.apart["box"]):
        return through_word(content, ".rtf", name)
    body, footnotes, source = tuple(content_of(document.blocks)), footnotes_of(document.notes), source_of(content, name, "rtf")
    return document_of(body, footnotes, source, words, notes_on(scanner), lines_in(scanner.apart["margin"]))


def is_cut_short(rtf: str) -> bool:
    """Whether more groups begin than end."""
    marks = BRACE.findall(rtf)
    return marks.count("{") > marks.count("}")


def spelled_out(scanner: "Scanner") -> tuple[str, Counter[str]]:
    """The file with the letters of its old fonts in Unicode, and how many words were in which encoding."""
    fonts, pieces = scanner.fonts, list(joined(scanner.pieces()))
    old = [piece for piece in pieces if piece.text and not fonts[piece.font].is_symbol]
    found = decoding([[Run(piece.text, fonts[piece.font].name) for piece in old]])
    texts = iter(found.texts[0])
    return "".join(written(piece, fonts, texts) for piece in pieces), found.words


def notes_on(scanner: "Scanner") -> Iterator[Note]:
    """What left the text, what was said of it in comments, and whether the file was cut short."""
    if is_cut_short(scanner.rtf):
        yield note("file-cut-short")
    if scanner.apart["deleted"] or scanner.is_revised:
        yield note("tracked-change", text=" ".join(lines_in(scanner.apart["deleted"])))
    if scanner.apart["hidden"]:
        yield note("hidden-text-dropped", text=" ".join(lines_in(scanner.apart["hidden"])))
    authors = iter(lines_in(scanner.apart["author"]))
    for line in lines_in(scanner.apart["comment"]):
        yield note("comment-apart", author=next(authors, ""), text=line)


def fonts_of(rtf: str) -> dict[str, Font]:
    """The fonts of the file by their number."""
    found = FONT.finditer(rtf[: rtf.find("\\stylesheet")])
    sets = {match["number"]: CHARACTER_SET.search(match["words"]) for match in found}
    names = {match["number"]: INNER.sub("", match["words"]).strip() for match in FONT.finditer(rtf[: rtf.find("\\stylesheet")])}
    return {number: Font(name, bool(sets[number]) and sets[number][1] == SYMBOLS) for number, name in names.items()}


def joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """`pieces` with words of one font that follow each other in one piece."""
    last = Piece()
    for piece in pieces:
        if piece.text and piece.font == last.font:
            last = replace(last, text=last.text + piece.text)
        else:
            yield last
            last = piece
    yield last


def written(piece: Piece, fonts: dict[str, Font], texts: Iterator[str]) -> str:
    """The piece as it is to stand in the file."""
    if not piece.text:
        return piece.raw
    text = "".join(map(symbol, piece.text)) if fonts[piece.font].is_symbol else next(texts)
    return "{\\uc1 " + "".join(map(escaped, text)) + "}"


def symbol(sign: str) -> str:
    """The usual sign for one of a symbol font."""
    return table("word")["symbols"].get(f"F0{ord(sign) & 0xFF:02X}", sign)


def escaped(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    return letter if letter.isascii() else "".join(f"\\u{unit - 0x10000 if unit > 0x7FFF else unit}?" for unit in units(letter))


def units(letter: str) -> list[int]:
    """The units of UTF-16 of `letter`."""
    code = letter.encode("utf-16-le")
    return [int.from_bytes(code[at : at + 2], "little") for at in range(0, len(code), 2)]


class Scanner:
    """A file of rich text being gone through, from one control word to the next."""

    def __init__(self, rtf: str, fonts: dict[str, Font]) -> None:
        default = re.search(r"\\deff(\d+)", rtf)
        self.rtf, self.fonts, self.default = rtf, fonts, default[1] if default else ""
        self.state, self.outer = State(self.default), []
        self.signs = SIGNS | ({"-": ""} if "\\'ad" in rtf.lower() else {})  # where ư is written as it is, a hyphen is a hyphen
        self.at = self.owed = 0  # letters that stand in for the last one of Unicode, still to be passed over
        self.apart: dict[str, list[Run]] = {kind: [] for kind in (*APART.values(), *LEAVING.values())}
        self.is_revised = False

    def pieces(self) -> Iterator[Piece]:
        while self.at < len(self.rtf):
            match = TOKEN.match(self.rtf, self.at)
            self.at = match.end()
            kind = match.lastgroup if match["word"] is None else "word"
            if kind == "brace":
                self.turn(match[0])
                yield Piece(match[0])
            elif kind == "word":
                yield self.word(match)
            elif kind == "sign" and match["sign"] == "*":
                self.state = replace(self.state, is_aside=self.is_unknown(), apart="")
                yield Piece(match[0])
            else:
                yield self.letters(match, kind)

    def turn(self, brace: str) -> None:
        """Goes into a group, or out of it."""
        self.owed = 0
        if brace == "{":
            self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()

    def is_unknown(self) -> bool:
        """Whether the group that opens here is one that a program may skip, and no text of a shape."""
        return not re.match(r"\\(?:shpinst|shptxt|dptxbxtext|listtext|pntext|footnote)\b", self.rtf[self.at : self.at + LONGEST])

    def word(self, match: re.Match[str]) -> Piece:
        """What a control word sets, and what is left of it."""
        word, number = match["word"], match["number"]
        if word == "u" and number:
            return self.unicode(match)
        if word == "bin" and number:
            self.at += max(0, int(number))
            return Piece(self.rtf[match.start() : self.at])
        if word in (*APART, *ENDS):
            self.tell("\n")
        self.state = self.after(word, number)
        self.is_revised = self.is_revised or word == "revised" and number != "0"
        is_automatic = word in LEFT_OUT or self.state.is_number and word == "pard"
        return Piece("" if is_automatic and not self.state.is_aside else match[0])

    def after(self, word: str, number: str | None) -> State:
        if word in ASIDE:
            return replace(self.state, is_aside=True, apart="")
        if word in APART:
            return replace(self.state, apart=APART[word])
        if word in LEAVING:
            return replace(self.state, leaves="" if number == "0" else LEAVING[word])
        if word in NUMBERS:
            return replace(self.state, is_aside=False, is_number=True)
        if word == "f" and number is not None:
            return replace(self.state, font=number)
        if word == "uc" and number is not None:
            return replace(self.state, stand_ins=int(number))
        return replace(self.state, font=self.default, leaves="") if word == "plain" else self.state

    def unicode(self, match: re.Match[str]) -> Piece:
        """A letter that is given by its number in Unicode; the letters behind it are for programs that know none."""
        self.owed = self.state.stand_ins
        return self.piece(match[0], chr(int(match["number"]) & 0xFFFF))

    def letters(self, match: re.Match[str], kind: str) -> Piece:
        """Words, or one letter given by its byte."""
        if kind == "end" or kind == "sign" and match["sign"] not in SIGNS:
            return Piece(match[0])
        told = bytes([int(match["hex"], 16)]) if kind == "hex" else self.signs.get(match["sign"], match[0]).encode("latin-1")
        text = characters(told, "bytes")
        passed, self.owed = min(self.owed, len(text)), max(0, self.owed - len(text))
        return self.piece(match[0], text[passed:])

    def piece(self, raw: str, text: str) -> Piece:
        """What is left of words in the file, which are `raw` there and say `text`."""
        self.tell(text)
        if self.state.leaves and not self.state.is_aside:
            return Piece()
        if not self.is_own():
            return Piece(raw)
        return Piece(text=text, font=self.state.font) if text else Piece()

    def tell(self, text: str) -> None:
        """Keeps words that are told apart from the text."""
        kind = self.state.apart or ("" if self.state.is_aside else self.state.leaves)
        if kind and text:
            font = self.fonts.get(self.state.font)
            self.apart[kind].append(Run(text, font.name if font else None))

    def is_own(self) -> bool:
        return not self.state.is_aside and self.state.font in self.fonts and self.fonts[self.state.font].is_own
