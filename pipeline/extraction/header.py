"""The frame of a document → its header: number, issuer, date, title, recipients, signer, as printed."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import dropwhile, takewhile

from .. import values
from ..frame import is_shouted, line_kind, line_match, opens_sentence
from ..grammar import alternatives, pattern
from ..model import Carbon, Document, Header, Outline, Signer, System, Zone
from ..resources import table
from ..text import fold, same
from .issuers import bodies_in, is_body_line, issuers

PARTY = re.compile(r"[A-ZĐ][A-Za-zđ]*/")  # KH/ĐU
PURPOSE = re.compile(r"^(?P<name>.*?) ?\((?:để )?(?P<purpose>[^()]{1,24})\)$")
BULLET = re.compile(r"^[-–—•·+*]\s?")


def header(document: Document, outline: Outline) -> Header:
    """What the letterhead, the opening sentence and the signature say; None where they say nothing."""
    letterhead = texts(document, outline, "letterhead")
    opening = opening_of(document, outline)
    number, symbol = number_of(letterhead)
    addressed = texts(document, outline, "recipients")
    kind = type_of(letterhead, symbol, opening, bool(addressed))
    place, day = place_and_date(letterhead)
    superior, issuer = issuers(letterhead, symbol, opening, place)
    author, printed = author_of(letterhead), gazette(letterhead)
    if author and issuer and not shares_words(author, issuer):
        superior, issuer = issuer, author
    if printed and number is None:
        number, symbol, day = number_in(printed), printed["symbol"][1:], day_in(printed)
        superior, issuer = None, printed["issuer"]
    subject = printed["title"] if printed and number == number_in(printed) else title(letterhead)
    return Header(
        system=system(letterhead, symbol, texts(document, outline, "signature"), opening), type=kind, number=number, symbol=symbol,
        superior=superior, issuer=issuer, place=place, date=day, title=subject,
        recipients=tuple(listed(addressed)), cc=tuple(map(carbon, listed(texts(document, outline, "cc")))),
        signer=signer(texts(document, outline, "signature")),
        classification=marked(letterhead, "classification"), urgency=marked(letterhead, "urgency"),
        draft=(symbol is not None and number is None) or any(line_kind(text) == "draft" for text in letterhead),
    )


def texts(document: Document, outline: Outline, zone: Zone) -> list[str]:
    return [block.text for block, where in zip(document.blocks, outline.zones, strict=True) if where == zone and block.kind != "footnote"]


def opening_of(document: Document, outline: Outline) -> str:
    """The body's sentences before its first unit."""
    zones = zip(document.blocks, outline.zones, outline.homes, strict=True)
    opening: list[str] = []
    for block, zone, home in zones:
        if home is not None:
            break
        if zone == "body" and block.kind != "footnote":
            opening.append(block.text)
    return " ".join(opening)


def system(letterhead: Sequence[str], symbol: str | None, signature: Sequence[str], opening: str) -> System | None:
    """State or Party: by the motto, the symbol, the authority's sign, else by who speaks."""
    kinds = {line_kind(text) for text in letterhead}
    if "motto" in kinds or "party" in kinds:
        return "state" if "motto" in kinds else "party"
    if symbol:
        return "party" if PARTY.match(symbol) else "state"
    signs = " ".join(signature)
    if speaks("party", signs, opening):
        return "party"
    return "state" if speaks("state", signs, opening) else None


def speaks(system: System, signs: str, opening: str) -> bool:
    """Whether the signature's signs or the opening sentence are of that system."""
    words = table("frame")["systems"][system]
    return bool(re.search(words["signs"], fold(signs)) or re.search(words["speakers"], fold(opening)))


def number_of(letterhead: Sequence[str]) -> tuple[str | None, str | None]:
    """The full number, None while it is blank, and the symbol behind it."""
    match = next((line_match("number", text) for text in letterhead if line_kind(text) == "number"), None)
    if match is None:
        return None, None
    return number_in(match.groupdict()), re.sub(r"\s", "", match["symbol"])[1:]


def number_in(parts: Mapping[str, str | None]) -> str | None:
    return re.sub(r"\s", "", "".join(parts.get(name) or "" for name in ("number", "year", "symbol"))) if parts["number"] else None


def gazette(letterhead: Sequence[str]) -> dict[str, str] | None:
    """The parts of a heading that says issuer, number, day and title in one sentence below the type's name, as in the gazette."""
    words = " ".join(takewhile(belongs_to_heading, below_type(letterhead)))
    match = re.match(table("frame")["gazette"], fold(words), re.IGNORECASE)
    return {name: words[start:end] for name in match.groupdict() for start, end in [match.span(name)] if start >= 0} if match else None


def day_in(parts: Mapping[str, str]) -> str | None:
    return partial_date(parts["when"], parts["month"], parts["day"])


def type_of(letterhead: Sequence[str], symbol: str | None, opening: str, is_addressed: bool) -> str | None:
    """By the type's own line; a subject without one is a dispatch's; else by the symbol, else by what the opening says is issued."""
    names = {fold(name): code for code, name in table("types")["types"].items()}
    shouted = next((fold(text).casefold() for text in letterhead if line_kind(text) == "type"), None)
    if shouted:
        return names[max((name for name in names if shouted.startswith(name)), key=len)]
    if is_addressed and not PARTY.match(symbol or "") and any(line_kind(text) == "subject" for text in letterhead):
        return "CV"
    if symbol:
        return next((code for code in re.split(r"[-/]", symbol) if code in table("types")["types"]), "CV")
    said = re.findall(rf"(?:{alternatives(table('frame')['issues'])}) ({alternatives(list(names))})\b", fold(opening), re.IGNORECASE)
    return names[said[-1].casefold()] if said else None


def place_and_date(letterhead: Sequence[str]) -> tuple[str | None, str | None]:
    """The place, and as much of the date as is filled in: 2025-09-15, 2025-09, 2025."""
    text = next((text for text in letterhead if line_kind(text) == "place_date"), None)
    if text is None:
        return None, None
    match = line_match("place_date", text)
    day, month, year = (re.sub(r"\D", "", match[name]) for name in ("day", "month", "year"))
    return text[: match.end("place")].strip(), partial_date(year, month, day)


def partial_date(year: str, month: str, day: str) -> str | None:
    """As much of an ISO date as is filled in and can be: nothing behind a month or day that no calendar has."""
    if len(year) != 4:
        return None
    if not month or not 1 <= int(month) <= 12:
        return year
    whole = values.day(int(year), int(month), int(day)) if day else None
    return whole.isoformat() if whole else f"{year}-{int(month):02}"


def title(letterhead: Sequence[str]) -> str | None:
    """The subject: the lines behind the type's name, or `Về …` of a dispatch."""
    starts = [number for number, text in enumerate(letterhead) if line_kind(text) == "type"]
    subject = next((number for number, text in enumerate(letterhead) if line_kind(text) == "subject"), len(letterhead))
    first = starts[0] + 1 if starts else subject
    above = tuple(same(body) for body in bodies_in(letterhead[:first]))
    below = takewhile(lambda text: not (above and same(text).startswith(above)), letterhead[first:])
    lines = [words for place, text in enumerate(below) if (words := text if place else without_author(text))]
    return " ".join(until_next_line(lines)) or None


def without_author(text: str) -> str:
    """The words of a title without whose document it is: "CỦA BAN THƯỜNG VỤ TỈNH ỦY"."""
    author = re.match(table("frame")["author"], fold(text)) if is_shouted(text) else None
    return text[author.end() :] if author else text


def author_of(letterhead: Sequence[str]) -> str | None:
    """The body whose document it is, by the line below the type's name: "NGHỊ QUYẾT" / "CỦA BỘ CHÍNH TRỊ"."""
    line = next(iter(below_type(letterhead)), "")
    author = re.match(table("frame")["author"], fold(line)) if is_shouted(line) else None
    return line[: author.end()].partition(" ")[2].strip() if author else None


def belongs_to_heading(text: str) -> bool:
    return line_kind(text) in (None, "subject") and (is_shouted(text) or not opens_sentence(text))


def below_type(letterhead: Sequence[str]) -> list[str]:
    return list(dropwhile(lambda text: line_kind(text) != "type", letterhead))[1:]


def shares_words(author: str, issuer: str) -> bool:
    """The two are one body and its organ: BAN THƯỜNG VỤ TỈNH ỦY of TỈNH ỦY QUẢNG NGÃI."""
    return bool(set(fold(author).split()) & set(fold(issuer).split()) - {"BAN"})


def until_next_line(lines: Sequence[str]) -> list[str]:
    """The lines up to the next that belongs to another component of the letterhead; a title itself may begin as a type's name does."""
    taken: list[str] = []
    for text in lines:
        kinds = (None, "subject") if taken else (None, "subject", "type")
        if line_kind(text) not in kinds or taken and ends_title(taken[-1], text):
            break
        taken.append(text)
    return taken


def ends_title(above: str, text: str) -> bool:
    """Whether `text` stands below a title, and not in it: a body in capitals below small letters, a basis below capitals."""
    if is_shouted(above):
        return not is_shouted(text) and opens_sentence(text)
    return is_body_line(text)


def listed(lines: Sequence[str]) -> list[str]:
    """The entries of Kính gửi or Nơi nhận, without the head, bullets and closing marks; a line that runs on is joined."""
    entries: list[str] = []
    for text in lines:
        head = line_match("recipients", text) or line_match("copies", text)
        words = text[head.end() :].strip() if head else text
        if BULLET.match(words) or head or not entries:
            entries.append(BULLET.sub("", words))
        else:
            entries[-1] += f" {words}"
    return [entry.strip().rstrip(" ;,.") for entry in entries if entry.strip(" ;,.:")]


def carbon(entry: str) -> Carbon:
    match = PURPOSE.match(entry)
    return Carbon(name=match["name"], purpose=match["purpose"]) if match else Carbon(name=entry)


def signer(lines: Sequence[str]) -> Signer:
    """Authority, position and name: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH` / `Nguyễn Văn A`."""
    kinds = [(text, line_kind(text)) for text in lines if not pattern("frame", "signed").match(fold(text))]
    authorities = [text for text, kind in kinds if kind == "authority"]
    positions = [text for text, kind in kinds if kind == "position"]
    names = [text for text, kind in kinds if kind is None and is_name(text)]
    name = next((text for text in reversed(names) if not is_shouted(text)), names[0] if names else None)
    return Signer(authority=authorities[-1] if authorities else None, position=positions[0] if positions else None, name=name)


def is_name(text: str) -> bool:
    words = rank().sub("", text).split()
    return 2 <= len(words) <= 7 and all(word[0].isupper() for word in words) and not any(mark.isdigit() for mark in text)


@cache
def rank() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('frame')['ranks'])})\.? ", re.IGNORECASE)


def marked(letterhead: Sequence[str], kind: str) -> str | None:
    return next((text for text in letterhead if line_kind(text) == kind), None)
