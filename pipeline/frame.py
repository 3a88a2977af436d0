"""Which blocks are the frame around a document (letterhead, Kính gửi, Nơi nhận, signature) and which its body."""

import re
from collections.abc import Iterator
from functools import cache

from .grammar import alternatives
from .model import Block, Document, Zone
from .resources import table
from .text import fold

LABEL = re.compile(r"(?:[IVX]{1,5} ?[.\-/)]|[A-ZĐ]\.|\d{1,3}(?:\.\d{1,3})*[.)\-]|[a-zđ]\)|[-+•·*]|Điều \d+|Phần|Chương|Mục \d)(?=\s|$|\S)")
LONGEST_TITLE = 400
LONGEST_LINE = 80
SHOUTED = ("authority", "position", "type")
MARKS = ("motto", "party", "number", "place_date")
CALLED = "called"  # Kính gửi whose addressee stands on the next line
NUMBERED = re.compile(r"(?: số)? \d+[a-zđ]?(?:/\d{4})?[/-]\S+$", re.IGNORECASE)


def zones(document: Document) -> tuple[Zone, ...]:
    """The zone of each block. A letterhead displaced into the body is found by its own lines."""
    return headed(document.blocks, tuple(walk(document.blocks)))


def headed(blocks: tuple[Block, ...], found: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """`found` with the bodies' lines above the first mark of a letterhead in it, where a page's own words stand before them."""
    first = next((number for number, zone in enumerate(found) if zone == "letterhead" and line_kind(blocks[number].text) in MARKS), 0)
    start = first
    while start and found[start - 1] == "body" and is_shouted(blocks[start - 1].text):
        start -= 1
    return (*found[:start], *("letterhead",) * (first - start), *found[first:])


def walk(blocks: tuple[Block, ...]) -> Iterator[Zone]:
    zone: Zone = "letterhead" if has_letterhead(blocks) else "body"
    previous, ended = "", False
    for block in blocks:
        line = line_kind(block.text)
        zone, ended = following(zone, ended, line, previous, block)
        yield "body" if block.kind == "footnote" and zone != "appendix" else zone
        if block.kind != "footnote":
            previous = place_of(line, zone, previous, block.text)


def place_of(line: str | None, zone: Zone, previous: str, text: str) -> str:
    """What the next block stands below."""
    if line == "recipients" and text.endswith(":"):
        return CALLED
    if line is None and zone == "letterhead":
        return "title" if previous in ("type", "subject", "title") else "body line" if is_shouted(text) else ""
    return line or ""


def following(zone: Zone, ended: bool, line: str | None, previous: str, block: Block) -> tuple[Zone, bool]:
    """The zone after one more block, and whether the document's own end (signature, Nơi nhận) has been passed."""
    if line == "copies":
        return "cc", True
    if line == "appendix" and (ended or heads_appendix(block.text)):
        return "appendix", ended
    if line == "form" and ended or zone == "form":
        return "form", ended
    if line == "recipients":
        return "recipients", ended
    if zone == "appendix":
        return zone, ended
    if ended:
        return after_end(zone, line, block), ended
    if line in ("authority", "position") and zone == "body":
        return "signature", True
    if zone == "recipients" and (is_recipient(block.text) or previous == CALLED and not opens_body(block.text)):
        return zone, ended
    return before_end(zone, line, previous, block.text), ended


def heads_appendix(text: str) -> bool:
    """An appendix's heading stands alone on its line."""
    return len(text) < 40


def after_end(zone: Zone, line: str | None, block: Block) -> Zone:
    """Behind Nơi nhận: more copies, the signature, or a document annexed under its own type name."""
    if line == "type":
        return "appendix"
    if zone == "cc" and (line in ("authority", "position") or is_shouted(block.text) and not is_recipient(block.text)):
        return "signature"
    return zone


def before_end(zone: Zone, line: str | None, previous: str, text: str) -> Zone:
    if line in ("motto", "party", "number", "place_date", "type", "draft"):
        return "letterhead"
    if zone != "letterhead":
        return "letterhead" if line == "subject" and previous == "number" else "body"
    return "letterhead" if belongs_to_letterhead(line, previous, text) else "body"


def belongs_to_letterhead(line: str | None, previous: str, text: str) -> bool:
    if line is not None:
        return line != "subject" or previous in ("number", "subject", "title", "type", "place_date", "star", "motto", "party", "body line")
    if opens_body(text) and not (previous == "type" and is_title(text)):
        return False
    return is_shouted(text) or previous in ("type", "subject", "title") or len(text) < 60


def is_title(text: str) -> bool:
    """Just below a type's name only a label, or an opening that leads on, is no title."""
    return not LABEL.match(text) and not text.endswith(":") and not (text.endswith(";") and opens_sentence(text))


def opens_body(text: str) -> bool:
    """The block begins the body: a label, an opening word of a sentence, or a sentence too long for a title."""
    if LABEL.match(text) or len(text) > LONGEST_TITLE or text.endswith((";", ":")):
        return True
    if is_shouted(text) or not text[:1].isupper():
        return False
    return text.endswith(".") and len(text) > LONGEST_LINE or opens_sentence(text) and (len(text) > 120 or text.endswith((".", ",")))


def opens_sentence(text: str) -> bool:
    """Whether the words begin as the first sentence of a body does."""
    return bool(openings().match(fold(text)))


def is_recipient(text: str) -> bool:
    return text.startswith(("-", "–", "•", "+", "·")) or (text[:1].islower() and len(text) < 120)


def is_shouted(text: str) -> bool:
    """All letters are capitals, as in a letterhead."""
    return text.isupper()


def has_letterhead(blocks: tuple[Block, ...]) -> bool:
    return any(line_kind(block.text) in ("motto", "party", "number", "place_date", "type", "star") for block in blocks[:12])


def line_kind(text: str) -> str | None:
    """Which line of the frame the block is by its own words, None where it is none."""
    return next((name for name in line_patterns() if line_match(name, text)), None)


def line_match(name: str, text: str) -> re.Match[str] | None:
    """The parts of a line of the frame: `number` has number and symbol, `place_date` place, day, month, year."""
    words = NUMBERED.sub("", text) if name == "type" else text
    if name in SHOUTED and not is_shouted(words):
        return None
    return line_patterns()[name].match(fold(words))


@cache
def line_patterns() -> dict[str, re.Pattern[str]]:
    frame, names = table("frame"), table("types")["types"].values()
    patterns = {
        "copies": frame["copies"], "recipients": frame["recipients"], "appendix": frame["appendix"], "form": frame["form"],
        "authority": frame["authorities"] + "$",
        "position": f"(?:{alternatives(frame['positions'])})(?! cho| của)[^:;]{{0,60}}$",
        "type": f"(?:{alternatives(list(names))})[^:;,.]{{0,40}}$",
    } | frame["letterhead"]
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def openings() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('frame')['openings'])})\b", re.IGNORECASE)
