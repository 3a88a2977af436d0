"""Who may read what: a document that bears a mark of state secrecy is handed on only to whoever asks for it."""

import re
from functools import cache

from .errors import Classified
from .model import Block, Document
from .resources import table
from .text import fold

HEAD = 60  # blocks: a first page has fewer
SENTENCE = 200  # characters: the first block of this length is the body


def permitted(document: Document, allow: bool) -> Document:
    """`document` itself, if it bears no mark or `allow` says that it may be read."""
    found = mark(document)
    if found and not allow:
        raise Classified(document.source.path, f"the document is marked {found}.", "Give --allow-classified if it may be read here.")
    return document


def mark(document: Document) -> str | None:
    """The level of secrecy that `document` bears near its head (Nghị định 30/2020, box 10a) or in a margin, None where there is none."""
    lines = [fold(line) for block in near_head(document.blocks) for line in lines_of(block)] + ["", *map(fold, document.margins)]
    levels = (level(line) for line, above in zip(lines, ["", *lines], strict=False) if not splits().search(above))
    return next(filter(None, levels), None)


def level(line: str) -> str | None:
    """The level that a folded line names, None where it is no mark."""
    found = next(filter(None, (form.search(line) for form in forms())), None)
    return found and re.sub(r"M ?Ậ ?T", "MẬT", found["mark"].upper())


def near_head(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Where a mark may stand: lines of the first page, as a letterhead may be displaced, and cells above the body."""
    body = next((number for number, block in enumerate(blocks) if len(block.text) > SENTENCE), len(blocks))
    return tuple(block for number, block in enumerate(blocks[:HEAD]) if block.cell is None or number < body)


def lines_of(block: Block) -> list[str]:
    """The text of `block` as its document broke it."""
    cuts = (0, *block.breaks, len(block.text))
    return [block.text[start:end].strip() for start, end in zip(cuts, cuts[1:], strict=False)]


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    rules = table("classification")
    return tuple(re.compile(filled(form, rules["fragments"])) for form in rules["marks"])


def filled(form: str, fragments: dict[str, str]) -> str:
    for name, pattern in fragments.items():
        form = form.replace(f"{{{name}}}", f"(?:{pattern})")
    return form


@cache
def splits() -> re.Pattern[str]:
    return re.compile(table("classification")["split"])
