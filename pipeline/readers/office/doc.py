"""Word files of before 2007 (.doc): paragraphs, tables and footnotes by anydoc, fonts and tabs from the file itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...model import Document, Note
from ...notes import note
from ..layout.assembly import source_of
from ..layout.flow import Content, Paragraph, Table, document_of
from ..layout.pieces import Kind, Token
from ..letters.encodings import Run, lines_in
from .anydoc import content_of, footnotes_of, has_lists, parsed, through_word
from .binary import STORIES, Stored, stories_of

FIELD, RESULT, FIELD_END = "\x13", "\x14", "\x15"
SPACES = "\t \u00a0"
ENDS = {"\r": "\n", "\x07": "\n", "\x0b": "\n", "\t": "\t"}  # of paragraphs, cells and lines
HYPHEN, OPTIONAL = "\u00ad", "\x1f"  # LibreOffice writes the second for both; Word means a hyphen by it


def read(content: bytes, name: str) -> Document:
    """The document of a .doc file; through LibreOffice where its numbers are automatic, or text boxes stand between its paragraphs."""
    document, stories = parsed(content, "doc", name), stories_of(content)
    if document is None or has_lists(document.blocks) or words_of(stories.get("boxes", ())):
        return through_word(content, ".doc", name)
    original = Original([run for story in STORIES for run in stories.get(story, ())])
    body = tuple(original.set_right(tuple(content_of(document.blocks))))
    footnotes = {mark: tuple(original.set_right(text)) for mark, text in footnotes_of(document.notes).items()}
    notes, margins = comments_in(stories), words_of(stories.get("margins", ()))
    return document_of(body, footnotes, source_of(content, name, "doc"), notes=notes, margins=margins)


def comments_in(stories: Mapping[str, Sequence[Stored]]) -> Iterator[Note]:
    """The comments; the file tells who wrote any, and only in numbers who wrote which."""
    authors = ", ".join(author.text for author in stories.get("authors", ()))
    return (note("comment-apart", author=authors, text=line) for line in words_of(stories.get("comments", ())))


def words_of(story: Sequence[Stored]) -> tuple[str, ...]:
    """The lines of a story in Unicode."""
    return lines_in(Run(sign if sign.isprintable() else ENDS.get(sign, ""), run.font) for run, sign in printed(story))


@dataclass
class Letter:
    """A letter of the original: its run, and what anydoc does not keep of the signs before and behind it."""

    letter: str
    run: Stored
    before: str
    behind: str = ""

    @property
    def words(self) -> str:
        return self.before + self.letter + self.behind


class Original:
    """The letters of a file in its own order, to find there in which font a paragraph is, and where it has tabs."""

    def __init__(self, runs: Sequence[Stored]) -> None:
        self.letters = list(letters_of(runs))
        self.text = "".join(one.letter for one in self.letters)
        self.at = 0

    def set_right(self, content: Sequence[Content]) -> Iterator[Content]:
        """`content` with the fonts and tabs of the original; what is not found in it stays as it is."""
        for one in content:
            if isinstance(one, Table):
                yield replace(one, cells=tuple(replace(cell, content=tuple(self.set_right(cell.content))) for cell in one.cells))
            else:
                yield self.paragraph(one)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        text = "".join(bare(piece) for piece in paragraph.pieces)
        start = self.text.find(text, self.at) if text else -1
        start = self.text.find(text) if start < 0 and text else start
        if start < 0:
            return paragraph
        self.at = start + len(text)
        return replace(paragraph, pieces=tuple(self.pieces(paragraph.pieces, start)))

    def pieces(self, pieces: Sequence[Token], at: int) -> Iterator[Token]:
        """`pieces`, whose letters begin there in the original, cut where its font changes."""
        for piece in pieces:
            known = self.letters[at : at + len(bare(piece))]
            at += len(known)
            for run, letters in groupby(known, key=lambda letter: letter.run):
                yield Token(kind_of(run), "".join(letter.words for letter in letters), font=run.font)
            if piece.kind != "text" or piece.text[-1:].isspace():
                yield piece if piece.kind != "text" else Token("text", " ", font=known[-1].run.font if known else None)


def bare(piece: Token) -> str:
    """The letters of `piece`, without spaces and soft hyphens."""
    return "".join(piece.text.replace(HYPHEN, "").split()) if piece.kind == "text" else ""


def letters_of(runs: Sequence[Stored]) -> Iterator[Letter]:
    """The letters that are printed, with the spaces and soft hyphens round them; the latter may be letters of an old font."""
    hyphens = HYPHEN if any(HYPHEN in run.text for run in runs) else OPTIONAL
    before, last = "", None
    for run, sign in printed(runs):
        if sign in hyphens and last is not None and not before:
            last.behind += HYPHEN
        elif sign in SPACES and last is not None and not before and run is last.run:
            last.behind += sign
        elif sign in hyphens or sign in SPACES:
            before += HYPHEN if sign in hyphens else sign
        elif sign != OPTIONAL:
            yield from [last] if last is not None else []
            before, last = ("", Letter(sign, run, before)) if sign.isprintable() else (before, None)
    yield from [last] if last is not None else []


def printed(runs: Sequence[Stored]) -> Iterator[tuple[Stored, str]]:
    """The signs of `runs`, each with its run, without the codes of fields."""
    fields: list[bool] = []  # of each field that is open: whether its code is over
    for run in runs:
        for sign in run.text:
            if sign == FIELD:
                fields.append(False)
            elif sign == RESULT and fields:
                fields[-1] = True
            elif sign == FIELD_END and fields:
                fields.pop()
            elif all(fields):
                yield run, sign


def kind_of(run: Stored) -> Kind:
    return "hidden" if run.is_hidden else "deleted" if run.is_deleted else "text"
