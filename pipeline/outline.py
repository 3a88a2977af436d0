"""Document → Outline: numbered and bulleted units with their ids. Odd numbering is kept as printed and never raises."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from . import frame, labels, numbering
from .grammar import alternatives, pattern
from .labels import Label
from .model import Block, Document, Note, Outline, Role, Section, Span, Zone
from .notes import note
from .resources import table
from .text import fold

OUTER = ("appendix", "part", "chapter", "division", "article")
BULLETS = ("dash", "plus", "star")
# What a new family may not stand under, where the family itself is not yet open.
NEVER_UNDER = {
    "roman": ("article", "number", "decimal", "bracketed", "letter", *BULLETS),
    "capital": ("article", "number", "decimal", "bracketed", "letter", *BULLETS),
    "number": BULLETS, "decimal": ("bracketed", "letter", *BULLETS), "bracketed": BULLETS, "letter": BULLETS,
    "dash": ("plus", "star"), "plus": ("star",), "star": (),
}
# Families whose units are parts with a heading; a numbered unit may as well be a sentence.
HEADED = (*OUTER, "roman", "capital")
LONGEST_HEADING = 220
LONGEST_RUN_IN = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """An open unit on the way down to the current block: its label and its section."""

    label: Label
    section: Section
    place: int


def structure(document: Document) -> Outline:
    """The outline of `document`: never raises and loses no block; sections are in the order of the text."""
    zones = frame.zones(document)
    sections: list[Section] = []
    homes: list[int | None] = []
    path: tuple[Unit, ...] = ()
    seen: Counter[str] = Counter()
    lasting = lasting_articles(document, zones)
    for number, block in enumerate(document.blocks):
        label = label_at(block) if may_open(block, zones[number]) else None
        if zones[number] in ("cc", "signature") or (label is None and is_closing(document.blocks, zones, number)):
            path = ()
        elif label is not None:
            above = path_above(path, label, lasting)
            path = (*above, Unit(label, section(above, label, block, number, seen), len(sections)))
            sections.append(path[-1].section)
        homes.append(path[-1].place if path and zones[number] in ("body", "appendix") else None)
    return Outline(sections=tuple(sections), zones=zones, homes=tuple(homes), notes=(*unread(document, zones), *odd_numbering(sections)))


def lasting_articles(document: Document, zones: tuple[Zone, ...]) -> frozenset[int]:
    """The blocks of articles that the next one follows: parts between them belong to the first ("Điều 1. Phê duyệt … I. …; Điều 2.").

    Behind the last article, parts are those of what the document issues.
    """
    opened = ((number, label_at(block)) for number, block in enumerate(document.blocks) if may_open(block, zones[number]))
    articles = [(number, int(re.sub(r"\D", "", label.name))) for number, label in opened if label and label.family == "article"]
    return frozenset(place for (place, number), (_, following) in pairwise(articles) if following == number + 1)


def odd_numbering(sections: list[Section]) -> Iterator[Note]:
    """Labels that skip others, stand twice, or lack the unit that they count under; all are kept as printed."""
    for before, item in numbering.gaps(sections):
        code = "numbering-gap" if before else "numbering-start"
        yield note(code, item.section.span, label=item.section.label, before=before.section.label if before else "")
    for item in numbering.repeats(sections):
        yield note("numbering-repeated", item.section.span, label=item.section.label)
    by_id = {each.id: each for each in sections}
    for each in sections:
        above = numbering.stem_of(each)
        if above and above not in numbering.numerals(by_id.get(each.parent or "")):
            yield note("numbering-orphan", each.span, label=each.label, above=above)


def unread(document: Document, zones: tuple[Zone, ...]) -> Iterator[Note]:
    """Notes on text behind the signature that is not read: blank forms, a second document in one file, an annex without its heading."""
    forms = [number for number, zone in enumerate(zones) if zone == "form" and frame.line_kind(document.blocks[number].text) == "form"]
    if forms:
        yield note("form-left-out", whole(document, forms[0]), label=document.blocks[forms[0]].text, count=len(forms))
    behind = [number for number, block in enumerate(document.blocks) if zones[number] in ("cc", "signature") and block.kind == "paragraph"
              and (len(block.text) > LONGEST_HEADING or headed(block))]
    if behind:
        yield note("text-behind-signature", whole(document, behind[0]), count=len(behind))


def whole(document: Document, number: int) -> Span:
    """The span of all of a block."""
    block = document.blocks[number]
    return Span(block=number, start=0, end=len(block.text), page=block.page)


def headed(block: Block) -> bool:
    label = labels.label_of(block.text)
    return label is not None and label.family in HEADED


def may_open(block: Block, zone: Zone) -> bool:
    return zone in ("body", "appendix") and block.kind in ("paragraph", "heading")


def is_closing(blocks: tuple[Block, ...], zones: tuple[Zone, ...], number: int) -> bool:
    """An unlabelled paragraph that takes leave: by its words, or the last of the body with the end mark `./.`."""
    text = blocks[number].text
    if blocks[number].kind != "paragraph" or zones[number] != "body":
        return False
    return bool(closings().match(fold(text))) or text.endswith("./.")


def label_at(block: Block) -> Label | None:
    """The block's label; a star before a closing line ("* Thời gian thực hiện: …") stands beside the dashes, not below the last."""
    label = labels.label_of(block.text)
    is_star = label is not None and label.family == "star"
    closes = is_star and pattern("outline", "closing_stars").match(fold(block.text[1:]).lstrip())
    return replace(label, family="dash") if closes else label


def path_above(path: tuple[Unit, ...], label: Label, lasting: frozenset[int]) -> tuple[Unit, ...]:
    """The open units under which `label` belongs; `lasting` are the blocks of articles that hold parts."""
    if label.family == "decimal":
        return above_decimal(path, label)
    if label.family in OUTER:
        rank = OUTER.index(label.family)
        return before(path, lambda unit: unit.label.family not in OUTER or OUTER.index(unit.label.family) >= rank)
    if any(unit.label.family == label.family for unit in path):
        return before(path, lambda unit: unit.label.family == label.family)
    return before(path, lambda unit: unit.label.family in NEVER_UNDER[label.family] and unit.section.span.block not in lasting)


def above_decimal(path: tuple[Unit, ...], label: Label) -> tuple[Unit, ...]:
    """`5.1` stands under an open `5`; where there is none, beside an open number of as many parts."""
    parents = [place for place, unit in enumerate(path)
               if unit.label.family in ("number", "decimal") and label.name.startswith(unit.label.name + ".")]
    if parents:
        return path[: parents[-1] + 1]
    depth = label.name.count(".")
    return before(path, lambda unit: unit.label.family in NEVER_UNDER["decimal"] or (
        unit.label.family == "decimal" and unit.label.name.count(".") >= depth))


def before(path: tuple[Unit, ...], stop) -> tuple[Unit, ...]:
    """The units of `path` before the first for which `stop` holds."""
    return next((path[:place] for place, unit in enumerate(path) if stop(unit)), path)


def section(above: tuple[Unit, ...], label: Label, block: Block, number: int, seen: Counter[str]) -> Section:
    parent = above[-1] if above else None
    title = title_of(block.text[len(label.printed) :].lstrip())
    own = "-+"[label.family == "plus"] if label.family in BULLETS else step(parent, label)
    stem = f"{parent.section.id}." if parent else ""
    if label.family in BULLETS:
        seen[stem + own] += 1
        identity = f"{stem}{own}{seen[stem + own]}"
    else:
        seen[stem + own] += 1
        identity = stem + own + (f"#{seen[stem + own]}" if seen[stem + own] > 1 else "")
    end = block.text.index(title, len(label.printed)) + len(title) if title else len(label.printed)
    return Section(
        id=identity, label=label.printed, title=title, parent=parent.section.id if parent else None,
        role=role_of(title, label, parent.section if parent else None),
        span=Span(block=number, start=0, end=end, page=block.page),
    )


def step(parent: Unit | None, label: Label) -> str:
    """What a label adds to its parent's id: `5.1` under `5` adds `1`."""
    if label.family == "decimal" and parent and label.name.startswith(parent.label.name + "."):
        return label.name.removeprefix(parent.label.name + ".")
    return label.name


def title_of(words: str) -> str:
    """The heading in the words behind a label: the whole where it is short and no sentence, a run-in head, or nothing."""
    if len(words) <= LONGEST_HEADING and not words.endswith((".", ";", ",")):
        return words.removesuffix(":").rstrip()
    head, colon, _ = words.partition(":")
    return head if colon and len(head) <= LONGEST_RUN_IN and "." not in head and ";" not in head else ""


def role_of(title: str, label: Label, parent: Section | None) -> Role:
    """What a section is for: by its heading, else as its parent; numbered units of a dispatch are its tasks."""
    named = role_named(title, at_start=parent is not None or label.family not in HEADED)
    if parent is None:
        return named or ("tasks" if label.family in ("number", "decimal", *BULLETS) else "content")
    return named if named and label.family not in BULLETS and parent.role not in ("purpose", "other") else parent.role


def role_named(title: str, at_start: bool) -> Role | None:
    """The role whose words stand last in a heading; below the top level, only a heading that begins with them counts.

    A heading that begins with results or causes tells of them alone.
    """
    if role_patterns()["other"].match(fold(title)):
        return "other"
    if pattern("outline", "aiming").search(fold(title)):
        return "targets"
    begin = before_role().match(fold(title)).end()
    found = [
        (place.start(), role) for role, pattern in role_patterns().items() if role != "other"
        for place in ([pattern.match(fold(title), begin)] if at_start else pattern.finditer(fold(title))) if place
    ]
    return max(found)[1] if found else None


@cache
def role_patterns() -> dict[Role, re.Pattern[str]]:
    return {role: re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE) for role, words in table("outline")["roles"].items()}


@cache
def before_role() -> re.Pattern[str]:
    """What may stand before the word that tells a heading's role: "Các chỉ tiêu chủ yếu"."""
    return re.compile(rf"(?:(?:{alternatives(table('outline')['before_role'])}) )*", re.IGNORECASE)


@cache
def closings() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('frame')['closings'])})\b", re.IGNORECASE)
