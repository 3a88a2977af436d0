"""Changes to the words of an item: each names its place in the parent's words, and all are made at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .casing import cased, opens_sentence
from .items import Decision, Piece


@dataclass(frozen=True, slots=True)
class Edit:
    """The run from `start` to `end` becomes `words`; a decision marks what a person must look at."""

    start: int
    end: int
    words: str
    decision: Decision | None = None


def kept(text: str, start: int, end: int) -> Edit:
    """An edit that changes nothing and keeps others away."""
    return Edit(start, end, text[start:end])


def moved(edits: Iterable[Edit], places: int) -> Iterator[Edit]:
    """The edits of a part of a text, as edits of the text in which it stands `places` further on."""
    return (replace(edit, start=edit.start + places, end=edit.end + places) for edit in edits)


def without_overlap(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in the order of the text; of two that want the same words the one given first."""
    taken: list[Edit] = []
    for edit in edits:
        if all(edit.end <= other.start or other.end <= edit.start for other in taken):
            taken.append(edit)
    return tuple(sorted(taken, key=lambda edit: edit.start))


def applied(text: str, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """`text` with the edits made, in pieces: neighbours that carry no decision are one."""
    return joined(pieces(text, without_overlap(edits)))


def pieces(text: str, edits: Iterable[Edit]) -> Iterator[Piece]:
    place = 0
    for edit in edits:
        yield Piece(words=text[place : edit.start])
        yield Piece(words=cased(edit.words, text[edit.start : edit.end], opens_sentence(text, edit.start)), decision=edit.decision)
        place = edit.end
    yield Piece(words=text[place:])


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty ones, runs of undecided words made one."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and piece.decision is None and whole[-1].decision is None:
            whole[-1] = Piece(words=whole[-1].words + piece.words)
        elif piece.words:
            whole.append(piece)
    return tuple(whole)


def plain(pieces: Iterable[Piece]) -> str:
    """The words of the pieces, together."""
    return "".join(piece.words for piece in pieces)
