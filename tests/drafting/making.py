"""Small parents, profiles and settings for the tests of drafting, in the words of the model."""

from datetime import date

from pipeline.drafting.setting import Setting
from pipeline.model import Block, Deadline, Directive, Header, Owner, Section, Signer, Source, Span, Target, Task
from pipeline.profile import Profile
from pipeline.values import number

SOURCE = Source(path="tinh.docx", format="docx", sha256="0" * 64)
HEADER = Header(
    system="state", type="KH", number="45/KH-UBND", symbol="KH-UBND", issuer="ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", place="Quảng Ngãi",
    date="2025-08-15", title="Tổ chức Ngày hội Chuyển đổi số tỉnh Quảng Ngãi năm 2025", signer=Signer(authority="TM. ỦY BAN NHÂN DÂN"))
TODAY = date(2025, 9, 1)  # a Monday


def profile(**parts) -> Profile:
    unit = {"name": "Kon Braih", "kind": "xã", "province": "Quảng Ngãi"} | parts.pop("unit", {})
    return Profile.model_validate({"unit": unit, **parts})


def setting(system: str = "state", today: date = TODAY, parents: tuple[Directive, ...] = (), kind: str = "KH", **parts) -> Setting:
    return Setting(profile(**parts), system, today, parents, kind)


def span(block: int, text: str, words: str) -> Span:
    start = text.index(words)
    return Span(block=block, start=start, end=start + len(words))


def section(identity: str, title: str = "", role: str = "tasks", block: int = 0) -> Section:
    parent, _, label = identity.rpartition(".")
    return Section(id=identity, label=f"{label}.", title=title, parent=parent or None, role=role, span=Span(block=block, start=0, end=1))


def directive(*blocks: str, header: Header = HEADER, **items) -> Directive:
    return Directive(source=SOURCE, header=header, blocks=tuple(Block(kind="paragraph", text=text) for text in blocks), **items)


def target(text: str, quote: str, block: int = 0, **fields) -> Target:
    """A target whose value is the first number of its quote."""
    figure = next(word.rstrip("%") for word in quote.split() if word[0].isdigit())
    values = {"id": f"target-{block}", "value": number(figure), "unit": "%", "op": "eq", "rule": "test", "section": "II"} | fields
    return Target(quote=quote, span=span(block, text, quote), **values)


def deadline(quote: str, block: int = 0, **fields) -> Deadline:
    values = {"id": f"deadline-{block}", "kind": "date", "rule": "test"} | fields
    return Deadline(quote=quote, span=Span(block=block, start=0, end=len(quote)), **values)


def task(text: str, lead: tuple[str, ...] = (), coordinate: tuple[str, ...] = (), block: int = 0, **fields) -> Task:
    values = {"id": f"task-{block}", "section": "III"} | fields
    return Task(
        text=text, quote=text, span=Span(block=block, start=0, end=len(text)),
        lead=tuple(Owner(name=name) for name in lead), coordinate=tuple(Owner(name=name) for name in coordinate), **values)
