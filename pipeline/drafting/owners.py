"""Who does at the unit what a body of the parent does: `grammars/counterparts.yaml`, overridden by the profile."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ..bodies import abolished
from ..grammar import compiled
from ..resources import table
from ..text import same
from .phrases import phrase
from .setting import Setting, reason

Fate = Literal["own", "unit", "kept", "related", "unknown", "stays"]
ANY_COMMUNE = "cơ quan cấp xã"


@dataclass(frozen=True, slots=True)
class Owner:
    """What became of a body that a parent names: the unit's bodies in its place, or the reason why there are none."""

    fate: Fate
    names: tuple[str, ...] = ()
    reason: str | None = None
    is_request: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work, and the body of the unit that is in charge of it."""

    name: str
    body: str


def owner_of(name: str, setting: Setting) -> Owner:
    """What the body `name` of a parent becomes at the unit; the profile decides first, then the first pattern that takes it."""
    own = own_names(name, setting)
    if own:
        return Owner("own", own, is_request=any(is_asked(each, setting) for each in own))
    entry = entry_for(full(name))
    if entry is None:
        return succeeded(name)
    if "stays" in entry:
        return Owner("stays", reason=reason(entry["stays"], owner=name))
    if "falls" in entry:
        return fallen(name, entry["falls"], setting)
    names = tuple(body_name(key, setting) for key in bodies_in(entry, setting))
    return Owner("own", names, is_request=any(is_asked(each, setting) for each in names))


def succeeded(name: str) -> Owner:
    """A body that no pattern takes: as it is, or the one that does its work since it was abolished."""
    gone = abolished(name)
    if gone is None:
        return Owner("unknown", (name,))
    return Owner("unit", (name,)) if gone.successor.startswith(ANY_COMMUNE) else Owner("own", (gone.successor,))


def fallen(name: str, fate: str, setting: Setting) -> Owner:
    """A body that is at the commune too, or is one: another commune's task stays there."""
    if fate == "asked":
        return Owner("kept", (name,), is_request=True)
    if fate != "named":
        return Owner(fate, (lowered(name, setting),))
    if setting.profile.unit.name and not full(name).endswith(full(setting.unit)):
        return Owner("stays", reason=reason("other_unit", owner=name))
    return Owner("unit", (name,))


def own_names(name: str, setting: Setting) -> tuple[str, ...]:
    """What the profile says of `name`: its owner, or that it is the unit's own body."""
    profile = setting.profile
    assigned = next((names for parent, names in profile.owners.items() if full(parent) == full(name)), ())
    return assigned or tuple(own for own in profile.own_bodies if full(own) == full(name))


@lru_cache(maxsize=4096)
def full(name: str) -> str:
    """`name` as it is compared: folded, in small letters, abbreviations written out, without a word that orders or asks."""
    words = phrase("asks").sub("", same(name))
    for short, long in table("counterparts")["abbreviations"].items():
        words = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, words)
    return words


def entry_for(words: str) -> dict | None:
    return next((entry for pattern, entry in entries() if pattern.fullmatch(words)), None)


@cache
def entries() -> tuple[tuple[re.Pattern[str], dict], ...]:
    content = table("counterparts")
    return tuple((compiled(entry["pattern"], content["fragments"], "counterparts"), entry) for entry in content["owners"])


def bodies_in(entry: dict, setting: Setting) -> tuple[str, ...]:
    """The keys of the bodies that an entry gives, in the system of the draft."""
    keys = entry.get(setting.system, entry["becomes"])
    return (keys,) if isinstance(keys, str) else tuple(keys)


def body_name(key: str, setting: Setting) -> str:
    """The unit's name of a body: the one that its profile lists, else the usual one."""
    body = table("counterparts")["bodies"][key]
    usual = body["name"] if isinstance(body["name"], str) else body["name"][setting.kind]
    names = [setting.said(name) for name in (usual, *body.get("also", ()))]
    listed = (own for own in setting.profile.own_bodies if full(own) in map(full, names))
    return next(listed, names[0])


def is_asked(name: str, setting: Setting) -> bool:
    """Whether the unit can only ask this body: one of another system. The Party leads all."""
    if setting.system == "party":
        return False
    return system_of(name, setting) in ("party", "front", "vertical")


def system_of(name: str, setting: Setting) -> str | None:
    """Whose body `name` is, None where it is not one of the usual bodies."""
    for body in table("counterparts")["bodies"].values():
        usual = body["name"].values() if isinstance(body["name"], dict) else [body["name"]]
        if full(name) in (full(setting.said(each)) for each in (*usual, *body.get("also", ()))):
            return body["system"]
    return None


def lowered(name: str, setting: Setting) -> str:
    """The name of a body that is found at both levels, with the unit's level in place of the parent's."""
    words = phrase("of_level").sub(f" {setting.kind}", phrase("asks").sub("", name))
    return phrase("department").sub(table("counterparts")["division"], words)


def is_listed(name: str, setting: Setting) -> bool:
    """Whether the profile lists the body; true as well where it lists none at all, or the name speaks of many."""
    own = setting.profile.own_bodies
    return not own or full(name).startswith("các ") or any(full(name) == full(each) for each in own)


def field_of(text: str, setting: Setting) -> Field | None:
    """The field of work that most words of `text` belong to, None where none does."""
    words = same(text)
    counts = [(sum(len(re.findall(rf"(?<!\w){re.escape(same(word))}(?!\w)", words)) for word in field["words"]), field)
              for field in table("counterparts")["fields"]]
    most = max(count for count, _ in counts)
    best = next(field for count, field in counts if count == most)
    return Field(best["field"], body_name(best["body"], setting)) if most else None
