"""Where the words of an item stand in its parent, and what the draft remembers of them."""

import re
from hashlib import sha256

from ..labels import label_of
from ..model import Directive, Section, Span, Target
from ..resources import table
from ..text import same
from .casing import proper, upper_first
from .items import Origin

BORDER_BEFORE = re.compile(r"[;:] |\. (?=\W*[A-ZĐÀ-Ỹ])")
BORDER_BEHIND = re.compile(r";|\.(?= |$|/)|$")
# A number in brackets counts within a sentence: it is the label of no unit.
COUNTED = re.compile(r"^\(\d\)")


def origin(parent: Directive, section: str | None, words: str) -> Origin:
    return Origin(parent=called(parent), section=section, quote=words, fingerprint=fingerprint(words))


def fingerprint(words: str) -> str:
    """A short mark of the words, the same for another spelling of them: it tells when a parent's words have changed."""
    return sha256(same(words).encode()).hexdigest()[:12]


def called(parent: Directive) -> str:
    """How the draft speaks of a parent after it has cited it: `Kế hoạch số 45/KH-UBND`, the type and issuer while it has no number."""
    number = parent.header.number
    return f"{type_name(parent)} số {number}" if number else f"{type_name(parent)} của {issuer(parent)}".removesuffix(" của ")


def type_name(parent: Directive) -> str:
    return upper_first(table("types")["types"].get(parent.header.type, "văn bản"))


def issuer(parent: Directive) -> str:
    """Who a parent is from, as a sentence writes it; the bureau that signs for a Party committee is named with it."""
    name = proper(parent.header.issuer or "")
    authority = proper((parent.header.signer.authority or "").removeprefix("T/M ").strip())
    is_bureau = same(authority) == "ban thường vụ" and not same(name).startswith("ban thường vụ")
    return f"Ban Thường vụ {name}" if is_bureau and name else name


def text_at(parent: Directive, span: Span) -> str:
    """The text of the block of `span`; empty where the record holds no blocks."""
    return parent.blocks[span.block].text if span.block < len(parent.blocks) else ""


def clause(parent: Directive, target: Target) -> tuple[int, int]:
    """Where the clause of `target` stands in its block: from the last border before it to the first behind it."""
    text = text_at(parent, target.span)
    borders = (match.end() for match in BORDER_BEFORE.finditer(text))
    start = max((border for border in borders if border <= target.span.start), default=0)
    return without_label(text, start, target.span.start), BORDER_BEHIND.search(text, target.span.end).start()


def without_label(text: str, start: int, end: int) -> int:
    """Where the words begin that stand behind a label at `start`; `start` where there is none before `end`."""
    label = label_of(text[start:])
    printed = label.printed if label else next(iter(COUNTED.findall(text[start:end])), "")
    behind = start + len(printed)
    return start if behind > end else behind + len(text[behind:end]) - len(text[behind:end].lstrip())


def section_of(parent: Directive, identity: str | None) -> Section | None:
    return next((section for section in parent.sections if section.id == identity), None)


def part_of(parent: Directive, section: Section | None) -> Section | None:
    """The part that `section` belongs to: the section at the top above it."""
    while section is not None and section.parent is not None:
        section = section_of(parent, section.parent)
    return section


def headings_above(parent: Directive, identity: str | None) -> tuple[str, ...]:
    """The titles of the sections above one, from the part down."""
    section = section_of(parent, identity)
    above = section_of(parent, section.parent) if section and section.parent else None
    return (*headings_above(parent, above.id), above.title) if above else ()
