"""Who issues a document, and the body above it: the lines of the letterhead, helped by the opening sentence."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from ..frame import is_shouted, line_kind
from ..grammar import alternatives, pattern
from ..resources import table
from ..text import fold, same

TOWN = re.compile(r"^(?:TP|Thành phố)\b\.? ?", re.IGNORECASE)


def issuers(letterhead: Sequence[str], symbol: str | None, opening: str, place: str | None) -> tuple[str | None, str | None]:
    """The superior body and the issuer: from the letterhead's lines, else from the opening sentence."""
    bodies = distinct(bodies_in(list(takewhile(lambda text: line_kind(text) != "type", letterhead))))
    above, superior, own = ([None] * 3 + bodies)[-3:]
    if own and superior and is_organ(own) and not names_only_a_place(superior):
        return above, f"{own} {superior}"
    if is_joint(symbol) and own and superior:
        return jointly(bodies)
    if own and is_cut_short(own):
        return completed(letterhead, superior, own, speaker(opening, place))
    if own is None or names_only_a_place(own) or is_organ(own):
        return superior, speaker(opening, place) or own
    return superior, own


def is_joint(symbol: str | None) -> bool:
    """Whether the symbol tells that several bodies issue together: TTLT, KHLN."""
    return symbol is not None and bool(re.search(table("frame")["joint"], symbol))


def jointly(bodies: list[str]) -> tuple[str | None, str]:
    """The issuers of a joint document as one, without the council or committee that stands above them."""
    above = bodies[0] if len(bodies) > 2 and is_council(bodies[0]) else None
    return above, " - ".join(bodies[1:] if above else bodies)


def is_council(text: str) -> bool:
    return bool(re.match(r"(?:ủy ban nhân dân|ubnd) ", fold(text), re.IGNORECASE))


def is_cut_short(text: str) -> bool:
    """Whether the name lacks its place, whose line a conversion lost: "ỦY BAN NHÂN DÂN"."""
    return fold(text).casefold() in table("frame")["placed_heads"]


def completed(letterhead: Sequence[str], superior: str | None, own: str, spoken: str | None) -> tuple[str | None, str]:
    """The issuer whose own line lacks the place: by a line that has it all, else by who speaks, else as it stands."""
    key = re.compile(rf"\b{re.escape(fold(own))} .+")
    whole = next((text[match.start() :] for text in letterhead if is_shouted(text) and (match := key.search(fold(text)))), None)
    if whole or spoken is None:
        return superior, whole or own
    return (superior, spoken) if same(spoken).startswith(same(own)) else (own, spoken)


def is_organ(text: str) -> bool:
    """Words that say nothing without the body that they belong to: "BAN THƯỜNG TRỰC"."""
    return fold(text).casefold() in table("frame")["organs"]


def is_body_line(text: str) -> bool:
    kind = line_kind(text)
    return is_shouted(text) and (kind is None or same(text) in table("frame")["issuing_posts"]) and bool(issuer_heads().match(fold(text)))


def bodies_in(letterhead: Sequence[str]) -> list[str]:
    """The bodies of a letterhead, with a name that runs on over the next line made whole."""
    bodies: list[str] = []
    is_open = False
    for line in letterhead:
        if is_body_line(line) and not (bodies and runs_on(bodies[-1], line)):
            bodies, is_open = [*bodies, line], True
        elif bodies and (is_body_line(line) or is_open and goes_on(line)):
            bodies = [*bodies[:-1], f"{bodies[-1]} {line}"]
        else:
            is_open = False
    return bodies


def distinct(bodies: list[str]) -> list[str]:
    """`bodies` without one that is named again in full, or with its session, where no type's name parts the head from what is enacted."""
    kept: list[str] = []
    for body in (re.sub(r" KHÓA (?:[IVXLC]+|\d+)\b.*", "", body) for body in bodies):
        if kept and same(body).startswith(same(kept[-1])):
            kept[-1] = body
        elif body not in kept:
            kept.append(body)
    return kept


def runs_on(body: str, line: str) -> bool:
    """Whether a line that could be a body's own goes on with the one above it: the place of a committee, the field of a board."""
    last = fold(body).casefold()
    lacks_place = last in table("frame")["unfinished_heads"] or any(last.startswith(f"{head} ") for head in table("frame")["boards"])
    return last in table("frame")["broken_heads"] or last.endswith((" và", ",", " -")) or lacks_place and names_only_a_place(line)


def goes_on(line: str) -> bool:
    """Words in capitals that begin no body, just below one: "VIỆT NAM", "VÀ DU LỊCH"."""
    return is_shouted(line) and line_kind(line) is None


def names_only_a_place(text: str) -> bool:
    return bool(re.match(rf"(?:{alternatives(table('frame')['place_heads'])})\b(?! ủy)", fold(text), re.IGNORECASE))


def speaker(opening: str, place: str | None) -> str | None:
    """Who issues by the opening sentence: the body before `ban hành`, with its place where the sentence leaves that out."""
    matches = list(pattern("frame", "issuing").finditer(fold(opening)))
    if not matches:
        return None
    clause = re.split(r"[,;] ", opening[matches[-1].start("body") : matches[-1].end("body")])[-1]
    head = speaker_heads().search(fold(clause))
    body = clause[head.start() :].strip() if head else ""
    if " " not in body:
        return None
    bare = re.search(r"\b(?:xã|phường|đặc khu|tỉnh|thành phố)$", fold(body), re.IGNORECASE)
    return f"{body} {TOWN.sub('', place)}" if bare and place else body


@cache
def issuer_heads() -> re.Pattern[str]:
    frame = table("frame")
    heads = alternatives(frame["issuer_heads"] + frame["issuing_posts"])
    return re.compile(rf"(?!{alternatives(frame['no_heads'])})(?:{heads})\b", re.IGNORECASE)


@cache
def speaker_heads() -> re.Pattern[str]:
    frame = table("frame")
    heads = [name.upper() if name in frame["abbreviations"] else name.capitalize()
             for name in frame["issuer_heads"] if name not in frame["place_heads"]]
    return re.compile(rf"(?:{alternatives(heads)})\b")
