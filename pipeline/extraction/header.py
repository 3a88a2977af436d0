"""The frame of a document → its header: number, issuer, date, title, recipients, signer, as printed."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from .. import values
from ..frame import is_shouted, line_kind, line_match
from ..grammar import alternatives
from ..model import Carbon, Document, Header, Outline, Signer, System, Zone
from ..resources import table
from ..text import fold, same

PURPOSE = re.compile(r"^(?P<name>.*?) ?\((?:để )?(?P<purpose>[^()]{1,24})\)$")
BULLET = re.compile(r"^[-–—•·+*]\s?")


def header(document: Document, outline: Outline) -> Header:
    """What the letterhead, the opening sentence and the signature say; None where they say nothing."""
    letterhead = texts(document, outline, "letterhead")
    opening = opening_of(document, outline)
    number, symbol = number_of(letterhead)
    kind = type_of(letterhead, symbol, opening)
    place, day = place_and_date(letterhead)
    superior, issuer = issuers(letterhead, opening, place)
    author = author_of(letterhead)
    if author and issuer and not shares_words(author, issuer):
        superior, issuer = issuer, author
    return Header(
        system=system(letterhead, symbol, texts(document, outline, "signature"), opening), type=kind, number=number, symbol=symbol,
        superior=superior, issuer=issuer, place=place, date=day, title=title(letterhead, kind),
        recipients=tuple(listed(texts(document, outline, "recipients"))), cc=tuple(map(carbon, listed(texts(document, outline, "cc")))),
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
        return "party" if re.match(r"[A-ZĐ][A-Za-zđ]*/", symbol) else "state"
    signs = " ".join(signature)
    if re.search(r"\b[TK]/[MTL]\b", signs) or re.search(r"Ban Thường vụ|Tỉnh ủy|Thành ủy|Đảng ủy", fold(opening)):
        return "party"
    return "state" if re.search(r"\b(?:TM|KT|TL|TUQ)\b|UBND|Ủy ban nhân dân", fold(signs + opening)) else None


def number_of(letterhead: Sequence[str]) -> tuple[str | None, str | None]:
    """The full number, None while it is blank, and the symbol behind it."""
    match = next((line_match("number", text) for text in letterhead if line_kind(text) == "number"), None)
    if match is None:
        return None, None
    symbol = re.sub(r"\s", "", match["symbol"])
    return (match["number"] + symbol if match["number"] else None), symbol[1:]


def type_of(letterhead: Sequence[str], symbol: str | None, opening: str) -> str | None:
    """By the type's own line, else by the symbol, else by what the opening sentence says is issued."""
    names = {fold(name): code for code, name in table("types")["types"].items()}
    shouted = next((fold(text).casefold() for text in letterhead if line_kind(text) == "type"), None)
    if shouted:
        return names[max((name for name in names if shouted.startswith(name)), key=len)]
    if symbol:
        return next((code for code in re.split(r"[-/]", symbol) if code in table("types")["types"]), "CV")
    said = re.search(rf"(?:ban hành|xây dựng) ({alternatives(list(names))})\b", fold(opening), re.IGNORECASE)
    return names[said[1].casefold()] if said else None


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


def issuers(letterhead: Sequence[str], opening: str, place: str | None) -> tuple[str | None, str | None]:
    """The superior body and the issuer: from the letterhead's lines, else from the opening sentence."""
    head = takewhile(lambda text: line_kind(text) != "type", letterhead)
    bodies = list(dict.fromkeys(joined([text for text in head if is_body_line(text)])))
    superior, own = (bodies[-2] if len(bodies) > 1 else None), (bodies[-1] if bodies else None)
    if own and superior and is_organ(own) and not names_only_a_place(superior):
        return (bodies[-3] if len(bodies) > 2 else None), superior
    if own is None or names_only_a_place(own) or is_organ(own):
        return superior, speaker(opening, place) or own
    return superior, own


def is_organ(text: str) -> bool:
    """Words that say nothing without the body that they belong to: "BAN THƯỜNG TRỰC"."""
    return fold(text).casefold() in table("frame")["organs"]


def is_body_line(text: str) -> bool:
    return is_shouted(text) and line_kind(text) is None and bool(issuer_heads().match(fold(text)))


def joined(lines: list[str]) -> list[str]:
    """The lines of a letterhead's bodies, with a name that runs on over the next line made whole."""
    bodies: list[str] = []
    for line in lines:
        last = fold(bodies[-1]).casefold() if bodies else ""
        runs_on = last in table("frame")["broken_heads"] or last in table("frame")["unfinished_heads"] and names_only_a_place(line)
        bodies = [*bodies[:-1], f"{bodies[-1]} {line}"] if runs_on else [*bodies, line]
    return bodies


def names_only_a_place(text: str) -> bool:
    return bool(re.match(rf"(?:{alternatives(table('frame')['place_heads'])})\b(?! ủy)", fold(text), re.IGNORECASE))


def speaker(opening: str, place: str | None) -> str | None:
    """Who issues by the opening sentence: the body before `ban hành`, with its place where the sentence leaves that out."""
    matches = list(issuing().finditer(fold(opening)))
    if not matches:
        return None
    clause = re.split(r"[,;] ", opening[matches[-1].start("body") : matches[-1].end("body")])[-1]
    head = speaker_heads().search(fold(clause))
    if head is None:
        return None
    body = clause[head.start() :].strip()
    bare = re.search(r"\b(?:xã|phường|đặc khu|tỉnh|thành phố)$", fold(body), re.IGNORECASE)
    return f"{body} {place}" if bare and place else body


def title(letterhead: Sequence[str], kind: str | None) -> str | None:
    """The subject: the lines behind the type's name, or `Về …` of a dispatch."""
    starts = [number for number, text in enumerate(letterhead) if line_kind(text) == "type"]
    if starts:
        above = tuple(same(body) for body in joined([text for text in letterhead[: starts[0]] if is_body_line(text)]))
        below = takewhile(lambda text: not (above and same(text).startswith(above)), letterhead[starts[0] + 1 :])
        lines = until_next_line([text for text in below if not names_author(text)])
    else:
        first = next((number for number, text in enumerate(letterhead) if line_kind(text) == "subject"), None)
        lines = until_next_line(letterhead[first:], first_counts=True) if first is not None else []
    return " ".join(lines) or None


def names_author(text: str) -> bool:
    """Whose document it is, below the type's name: "CỦA BAN THƯỜNG VỤ TỈNH ỦY"."""
    return is_shouted(text) and fold(text).startswith("CỦA ")


def author_of(letterhead: Sequence[str]) -> str | None:
    """The body whose document it is, by the line below the type's name: "NGHỊ QUYẾT" / "CỦA BỘ CHÍNH TRỊ"."""
    line = next((text for text in letterhead if names_author(text)), None)
    return line.partition(" ")[2].strip() if line else None


def shares_words(author: str, issuer: str) -> bool:
    """The two are one body and its organ: BAN THƯỜNG VỤ TỈNH ỦY of TỈNH ỦY QUẢNG NGÃI."""
    return bool(set(fold(author).split()) & set(fold(issuer).split()) - {"BAN"})


def until_next_line(lines: Sequence[str], first_counts: bool = False) -> list[str]:
    """The lines up to the next that belongs to another component of the letterhead."""
    taken = list(lines[:1]) if first_counts else []
    for text in lines[len(taken) :]:
        kind = line_kind(text)
        if kind not in (None, "subject") or (taken and is_body_line(text) and not is_shouted(taken[-1])):
            break
        taken.append(text)
    return taken


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
    return [entry.rstrip(" ;,.") for entry in entries if entry.strip(" ;,.:")]


def carbon(entry: str) -> Carbon:
    match = PURPOSE.match(entry)
    return Carbon(name=match["name"], purpose=match["purpose"]) if match else Carbon(name=entry)


def signer(lines: Sequence[str]) -> Signer:
    """Authority, position and name: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH` / `Nguyễn Văn A`."""
    kinds = [(text, line_kind(text)) for text in lines if not signed().match(fold(text))]
    authorities = [text for text, kind in kinds if kind == "authority"]
    positions = [text for text, kind in kinds if kind == "position"]
    name = next((text for text, kind in reversed(kinds) if kind is None and is_name(text)), None)
    return Signer(authority=authorities[-1] if authorities else None, position=positions[0] if positions else None, name=name)


def is_name(text: str) -> bool:
    words = rank().sub("", text).split()
    return 2 <= len(words) <= 7 and all(word[0].isupper() for word in words) and not any(mark.isdigit() for mark in text)


@cache
def rank() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('frame')['ranks'])})\.? ", re.IGNORECASE)


def marked(letterhead: Sequence[str], kind: str) -> str | None:
    return next((text for text in letterhead if line_kind(text) == kind), None)


@cache
def issuer_heads() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('frame')['issuer_heads'])})\b", re.IGNORECASE)


@cache
def issuing() -> re.Pattern[str]:
    return re.compile(table("frame")["issuing"], re.IGNORECASE)


@cache
def speaker_heads() -> re.Pattern[str]:
    frame = table("frame")
    heads = [name.upper() if name in frame["abbreviations"] else name.capitalize()
             for name in frame["issuer_heads"] if name not in frame["place_heads"]]
    return re.compile(rf"(?:{alternatives(heads)})\b")


@cache
def signed() -> re.Pattern[str]:
    return re.compile(table("frame")["signed"], re.IGNORECASE)
