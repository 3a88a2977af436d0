"""The frame of a draft: who issues it, what it is called, what it rests on, who signs."""

import re
from collections.abc import Sequence
from datetime import date

from ..model import Directive
from ..resources import table
from ..text import same
from . import levels
from .casing import lower_first, upper_first
from .edits import applied, joined, plain
from .items import Basis, Masthead, Piece
from .phrases import phrase, says
from .schedule import written
from .setting import Setting
from .sources import called, issuer, type_name

BLANK = "\N{NO-BREAK SPACE}" * 6
DOTS = "…"


def masthead(setting: Setting) -> Masthead:
    """What the letterhead, the title and the signature say of the unit."""
    unit, signer, defaults = setting.profile.unit, setting.profile.signer, setting.defaults
    own = setting.is_own_system
    authority = (own and signer.authority) or defaults["authority"]
    office = (own and unit.issuer) or setting.said(defaults["issuer"])
    return Masthead(
        superior=(own and unit.superior) or superior(setting), issuer=printed(office, setting), speaker=speaker(office, authority, setting),
        short=setting.said(defaults["short"]), number=number(setting), place=place(setting), day=day(setting), title=title(setting),
        authority=authority, position=tuple(((own and signer.position) or defaults["position"]).split(" / ")),
        signer=(Piece(words=signer.name) if signer.name else Piece(words=BLANK, decision=setting.decision("signer")),),
    )


def superior(setting: Setting) -> str:
    """The body above the issuer, where the form prints one; empty where its province is not known."""
    return setting.said(setting.defaults["superior"]) if setting.province_name else ""


def speaker(office: str, authority: str, setting: Setting) -> str:
    """Who speaks in the text: the committee's bureau where that signs."""
    is_bureau = setting.system == "party" and "ban thường vụ" in same(authority)
    return f"Ban Thường vụ {office}" if is_bureau and not same(office).startswith("ban thường vụ") else office


def number(setting: Setting) -> tuple[Piece, ...]:
    """The number's line, its number left blank."""
    unit = setting.profile.unit
    symbol = own_symbol(unit.symbol) if setting.is_own_system and unit.symbol else setting.defaults["symbol"]
    form = table("drafting")["numbers"][setting.system]["CV" if setting.kind_of_document == "CV" else "other"]
    before, after = (part.format(kind=setting.kind_of_document, symbol=symbol) for part in form.split("{number}"))
    return Piece(words=before), Piece(words=BLANK, decision=setting.decision("number")), Piece(words=after)


def own_symbol(symbol: str) -> str:
    """The body's own part of a symbol, also where the profile gives one with a type: `ĐU` of `KH/ĐU`."""
    code, mark, rest = re.match(r"([^-/]*)([-/]?)(.*)", symbol).groups()
    return rest if mark and code in table("types")["types"] else symbol


def printed(office: str, setting: Setting) -> str:
    """The issuer as the letterhead has it: a Party committee's name, without its bureau (Hướng dẫn 36-HD/VPTW)."""
    return re.sub(r"^ban thường vụ ", "", office, flags=re.IGNORECASE) if setting.system == "party" else office


def place(setting: Setting) -> tuple[Piece, ...]:
    unit = setting.profile.unit
    name = unit.place or (unit.full_name if unit.has_capital else unit.own_name)
    return (Piece(words=name) if name else Piece(words=f"{upper_first(unit.kind)} {DOTS}", decision=setting.decision("place")),)


def day(setting: Setting) -> tuple[Piece, ...]:
    """The day of issue is left blank; its month and year are those of the drafting."""
    month = f"{setting.today.month:02}" if setting.today.month < 3 else str(setting.today.month)
    blank = Piece(words=BLANK, decision=setting.decision("date"))
    return Piece(words="ngày "), blank, Piece(words=f" tháng {month} năm {setting.today.year}")


def title(setting: Setting) -> tuple[Piece, ...]:
    """The parent's subject in the unit's words, or the parent itself where its subject is not one for a plan; with the unit's place."""
    parent = setting.parents[0]
    case = upper_first if setting.system == "state" and setting.kind_of_document != "CV" else lower_first
    first, *others = subject(parent, setting)
    where = "" if says("placed", plain((first, *others))) else f" trên địa bàn {setting.unit}"
    if first.decision:
        return (first,)
    return joined((first.model_copy(update={"words": case(first.words)}), *others, Piece(words=where)))


def subject(parent: Directive, setting: Setting) -> tuple[Piece, ...]:
    words = phrase("subject").sub("", parent.header.title or "")
    if parent.header.type not in table("drafting")["adapted_titles"] and parent.header.number:
        return (Piece(words=table("drafting")["carried_out"].format(parent=called(parent))),)
    return applied(words, levels.edits(words, setting)) or (Piece(words=DOTS, decision=setting.decision("title")),)


def bases(setting: Setting) -> tuple[Basis, ...]:
    """The parents as the draft cites them."""
    return tuple(Basis(pieces=cited(parent, setting), name=short_name(parent), superior=issuer(parent)) for parent in setting.parents)


def cited(parent: Directive, setting: Setting) -> tuple[Piece, ...]:
    """A parent by type, number, date, issuer and title."""
    comma = "," if setting.system == "party" else ""
    about = phrase("subject").sub("", parent.header.title or "")
    return joined((
        Piece(words=f"{type_name(parent)} số "), *number_of(parent, setting), Piece(words=f"{comma} ngày "), *date_of(parent, setting),
        Piece(words=f" của {issuer(parent)}" if issuer(parent) else ""), Piece(words=f" về {lower_first(about)}" if about else ""),
    ))


def number_of(parent: Directive, setting: Setting) -> Sequence[Piece]:
    if parent.header.number:
        return (Piece(words=parent.header.number),)
    mark = "-" if parent.header.system == "party" else "/"
    symbol = f"{mark}{parent.header.symbol}" if parent.header.symbol else ""
    return Piece(words=DOTS, decision=setting.decision("parent_number")), Piece(words=symbol)


def date_of(parent: Directive, setting: Setting) -> Sequence[Piece]:
    """The date as far as the parent gives it."""
    parts = (parent.header.date or "").split("-")
    if len(parts) == 3:
        return (Piece(words=written(date.fromisoformat(parent.header.date))),)
    known = [*reversed([part.lstrip("0") for part in parts if part])]
    return Piece(words="/".join([DOTS] * (3 - len(known)) + known), decision=setting.decision("parent_date")),


def short_name(parent: Directive) -> str:
    """How the text speaks of the parent once it has been cited; empty while it has no number."""
    return f"{type_name(parent)} số {parent.header.number}" if parent.header.number else ""
