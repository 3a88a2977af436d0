"""Tables that only lay out a letterhead or a signature, and cells in which conversion ran the lines together."""

from collections.abc import Iterator
from itertools import chain

from ...text import clean, fold
from .forms import opens_with, pattern

MOST_ROWS = 4


def is_layout(rows: list[list[str]]) -> bool:
    """Whether a table of `rows` only puts a letterhead, the addressees or the signature side by side."""
    return len(rows) <= MOST_ROWS and any(opens_with("layout", cell) for cell in chain.from_iterable(rows))


def lines_of(cell: str) -> Iterator[str]:
    """The lines that were run together in `cell`: cut before the motto, the number, each addressee, the post and the name."""
    for piece in cut_up(cell):
        yield from filter(None, map(without_rules, signature_lines(clean(piece))))


def cut_up(text: str) -> list[str]:
    """`text` cut where the patterns tell, in its fold."""
    places = sorted({match.start() for match in pattern("flat_cuts").finditer(fold(text))})
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


def signature_lines(text: str) -> tuple[str, ...]:
    """The authority, the post and the name of a signature that was run together; other text as it is."""
    words = text.split(" ")
    shouted = next((count for count, word in enumerate(words) if not word.isupper()), len(words))
    capitals, name = " ".join(words[:shouted]), " ".join(words[shouted:])
    posts = list(pattern("positions").finditer(fold(capitals)))
    if not posts:
        return (text,)
    start = posts[-1].start()
    return (capitals[:start], capitals[start:], name) if is_cut(capitals[:start].rstrip()) else (capitals, name)


def is_cut(before: str) -> bool:
    """Whether a post after `before` begins a line of its own, and is not named in the line above ("KT. BỘ TRƯỞNG, CHỦ NHIỆM")."""
    return bool(before) and not before.endswith((",", "."))


def without_rules(text: str) -> str:
    return " ".join(word for word in clean(text).split(" ") if not opens_with("rule", word))
