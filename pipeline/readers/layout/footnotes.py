"""Footnotes: found in text that was printed page by page, and put after the paragraph that refers to them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...model import Block, BlockKind, Note
from ...notes import note
from ...text import clean

MARK = re.compile(r"(?<=\S)\((\d{1,2})\)")
# The marks of a conversion from Word and of Markdown, and the text that the first leaves in the paragraph.
REFERENCE = re.compile(r"\[footnoteRef:(\d+)\]|\[\^(\w+)\](?!:)")
INLINE = re.compile(r"\s*\[(\d+):\s+((?:[^\[\]]|\[[^\[\]]*\])*)\]")
DEFINITION = re.compile(r"\[\^(\w+)\]:\s*")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that still looks for the paragraph that refers to it."""

    number: str
    text: str
    page: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph on its way to a block, with the numbers of the footnotes that it refers to."""

    text: str
    page: int | None = None
    kind: BlockKind = "paragraph"
    marks: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()
    confidence: float | None = None

    @property
    def block(self) -> Block:
        return Block(kind=self.kind, text=self.text, page=self.page, breaks=self.breaks, confidence=self.confidence)


def marked(prose: Prose) -> Iterator[Prose | Footnote]:
    """`prose` without the marks of text conversions, and the footnotes that stood inside it."""
    definition = DEFINITION.match(prose.text)
    if definition:
        yield Footnote(definition[1], prose.text[definition.end():], prose.page)
        return
    numbers = tuple(match[1] or match[2] for match in REFERENCE.finditer(prose.text))
    texts = tuple(match for match in INLINE.finditer(prose.text) if match[1] in numbers)
    text = prose.text
    for match in reversed(texts):
        text = text[: match.start()] + text[match.end():]
    text = clean(REFERENCE.sub("", text)) if numbers else text
    if text:
        yield replace(prose, text=text, marks=prose.marks + numbers + tuple(MARK.findall(text)))
    yield from (Footnote(match[1], clean(match[2]), prose.page) for match in texts)


def settled(items: Iterable[Prose | Footnote | Block | Note]) -> Iterator[Block | Note]:
    """Each footnote directly after the paragraph that refers to it; one without a mark stays where it stood."""
    known = list(items)
    homes = {index: home_of(known, index) for index, item in enumerate(known) if isinstance(item, Footnote)}
    for index, item in enumerate(known):
        if isinstance(item, Prose):
            yield item.block
            yield from map(footnote_block, called(item, [known[at] for at, home in homes.items() if home == index]))
        elif not isinstance(item, Footnote):
            yield item
        elif homes[index] is None:
            yield footnote_block(item)
            yield note("footnote-without-mark", number=item.number)


def home_of(items: list[Prose | Footnote | Block | Note], index: int) -> int | None:
    """Where the nearest paragraph before `index` stands that refers to the footnote there."""
    number = items[index].number
    return next((at for at in range(index - 1, -1, -1) if isinstance(items[at], Prose) and number in items[at].marks), None)


def called(prose: Prose, footnotes: list[Footnote]) -> list[Footnote]:
    """`footnotes` in the order in which `prose` refers to them."""
    return sorted(footnotes, key=lambda footnote: prose.marks.index(footnote.number))


def footnote_block(footnote: Footnote) -> Block:
    return Block(kind="footnote", text=footnote.text, page=footnote.page, confidence=footnote.confidence)
