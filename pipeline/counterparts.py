"""What becomes of a parent's bodies at a commune, from `grammars/counterparts.yaml`."""

import re
from collections.abc import Mapping
from functools import cache

from .grammar import compiled
from .profile import Profile
from .resources import table
from .text import same

COMMUNE = re.compile(r"\b(?:xã|phường|đặc khu) (?P<name>.+)$")


def stays_with(name: str, profile: Profile, issuer: str | None) -> bool:
    """Whether the work of the body `name` is never the unit's: no commune has such a body, or it is another commune's.

    The unit is that of the profile, else the `issuer` of its plan.
    """
    words = written_out(name)
    if any(written_out(own) == words for own in (*profile.owners, *profile.own_bodies)):
        return False
    entry = entry_of(words)
    if "stays" in entry:
        return True
    unit = place_of(profile.unit.full_name if profile.unit.name else issuer or "")
    return entry.get("falls") == "named" and unit is not None and place_of(name) not in (None, unit)


def place_of(name: str) -> str | None:
    """The name of the commune that a body is of: `đồng mây` of `UBND xã Đồng Mây`."""
    match = COMMUNE.search(same(name))
    return match["name"] if match else None


def entry_of(words: str) -> Mapping[str, object]:
    """The entry of the table that takes a body's name, an empty one where none does."""
    return next((entry for pattern, entry in entries() if pattern.fullmatch(words)), {})


def written_out(name: str) -> str:
    """`name` folded, in small letters, without abbreviations."""
    words = same(name)
    for short, long in table("counterparts")["abbreviations"].items():
        words = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, words)
    return words


@cache
def entries() -> tuple[tuple[re.Pattern[str], Mapping[str, object]], ...]:
    content = table("counterparts")
    return tuple((compiled(entry["pattern"], content["fragments"], "counterparts"), entry) for entry in content["owners"])
