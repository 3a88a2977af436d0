"""Bodies and their levels: who exists where since 2025-07-01, who no longer does, and whether two names mean one body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from .model import Header
from .resources import table
from .text import fold, same

Level = Literal["central", "province", "district", "commune", "village"]


@dataclass(frozen=True, slots=True)
class Abolished:
    """What is known of a body that has ended: since when, and who does its work now."""

    since: date
    successor: str


def level_of(name: str) -> Level | None:
    """The level that a body's name tells, None where it tells none (`Công an`, `các cơ quan, đơn vị`)."""
    words = same(name)
    return next((level for level, pattern in table("bodies")["markers"].items() if re.search(pattern, words)), None)


def level_of_issuer(header: Header) -> Level | None:
    """The level that a document comes from: by its issuer, else by its symbol, else by the body printed above the issuer."""
    if header.issuer and (level := level_of(header.issuer)):
        return level
    for level, pattern in table("bodies")["symbols"].items():
        if re.search(pattern, header.number or header.symbol or ""):
            return level
    return None


def kind_of(name: str) -> str | None:
    """The kind of commune that a body's name tells: `xã`, `phường`, `đặc khu`; None where it tells none."""
    match = re.search(table("bodies")["markers"]["commune"], same(name))
    return match[0] if match and match[0] in table("bodies")["kinds"] else None


def is_above(level: Level | None, other: Level | None) -> bool:
    """Whether `level` stands above `other`; never where one is unknown."""
    levels = table("bodies")["levels"]
    return level is not None and other is not None and levels.index(level) < levels.index(other)


def is_collective(name: str) -> bool:
    """The name speaks of many bodies at once: `các cơ quan, đơn vị`, `cấp ủy, chính quyền`."""
    return bool(re.search(table("bodies")["collective"], same(name)))


def abolished(name: str) -> Abolished | None:
    """Since when the body has been abolished, None where it has not."""
    words = same(name)
    return next((
        Abolished(since=entry["since"], successor=entry["successor"])
        for entry in table("bodies")["abolished"] if re.fullmatch(entry["pattern"], words)
    ), None)


def is_unheard_of(name: str, level: Level) -> bool:
    """A body of a kind that `level` has a full list of, whose name is not on it: `Phòng Kinh tế - Ngân sách` at a commune."""
    kind = table("bodies")["closed"].get(level)
    return bool(kind and re.search(kind, same(name))) and not is_one_of(name, _names(level))


def is_expected_in_profile(name: str) -> bool:
    """A body of a kind that a unit lists when it lists its bodies."""
    return bool(re.search(table("bodies")["listed"], same(name)))


def is_one_of(name: str, names: Iterable[str]) -> bool:
    """Whether one of `names` is the body `name`, a place behind either aside."""
    return any(core(name) == core(other) for other in names)


def canonical(name: str) -> str:
    """The body behind a printed name: abbreviations spelled out, one tone placement and dash, capitals as the lists of bodies have them."""
    words = _spelled_out(" ".join(fold(name).split()).strip(" .,;:"))
    known = next((known for known in _all_names() if _begins_with(words, known)), "")
    return (known or words[:1].upper()) + words[len(known or words[:1]):]


def may_be_same(one: str, other: str) -> bool:
    """Whether two names can mean one body: the words of one are all in the other (`Tỉnh ủy`, `Ban Thường vụ Tỉnh ủy Quảng Ngãi`)."""
    words, others = _words(one), _words(other)
    return words <= others or others <= words


def core(name: str) -> str:
    """The name without its level and place: `Phòng Kinh tế` of `Phòng Kinh tế xã Kon Braih`."""
    return re.split(r" (?:(?<!hợp tác )xã(?! hội)|phường|đặc khu|tỉnh|thành phố)\b", _contracted(name))[0].strip(" ,")


def _words(name: str) -> frozenset[str]:
    words = _contracted(name)
    for office in table("bodies")["offices"]:
        words = re.sub(rf"\b{office}\b", " ", words)
    return frozenset(re.findall(r"\w+", words))


def _contracted(name: str) -> str:
    words = same(name)
    for long, short in table("bodies")["contractions"].items():
        words = words.replace(long, short)
    return words


def _begins_with(words: str, name: str) -> bool:
    return words[: len(name)].casefold() == name.casefold() and not words[len(name) : len(name) + 1].isalnum()


def _spelled_out(words: str) -> str:
    return _abbreviations().sub(lambda match: table("bodies")["abbreviations"][match[0]], words)


@cache
def _abbreviations() -> re.Pattern[str]:
    shorts = sorted(table("bodies")["abbreviations"], key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, shorts))})(?![\w&])")


@cache
def _all_names() -> tuple[str, ...]:
    """Every body of every level, the longest first, so that no name hides a longer one."""
    names = {fold(name) for systems in table("bodies")["bodies"].values() for group in systems.values() for name in group}
    return tuple(sorted((name[:1].upper() + name[1:] for name in names), key=len, reverse=True))


@cache
def known_names() -> tuple[str, ...]:
    """Patterns of every body of every level as offices print them, spelled out or shortened, the longest first."""
    shorts = {fold(long): short for short, long in table("bodies")["abbreviations"].items()}
    longest_first = sorted(shorts, key=len, reverse=True)
    parts = re.compile("|".join(map(re.escape, longest_first)))
    return tuple(parts.sub(lambda match: f"(?:{match[0]}|{re.escape(shorts[match[0]])})", name) for name in _all_names())


@cache
def _names(level: Level) -> tuple[str, ...]:
    return tuple(name for names in table("bodies")["bodies"].get(level, {}).values() for name in names)
