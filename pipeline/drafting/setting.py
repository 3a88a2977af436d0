"""For whom, in which system and on which day a draft is made: the words that stand for the unit everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model import Directive, System
from ..profile import Profile
from ..resources import table
from ..text import fold, same
from .casing import proper, upper_first
from .items import Decision
from .phrases import phrase


@dataclass(frozen=True)
class Setting:
    """What every part of a draft needs to know. `parents` are cited; their own province may be an older one.

    It has no slots: what is asked for with every item is worked out once.
    """

    profile: Profile
    system: System
    today: date
    parents: tuple[Directive, ...] = ()
    kind_of_document: str = "KH"

    @property
    def defaults(self) -> Mapping[str, str]:
        return table("drafting")["systems"][self.system]

    @property
    def is_own_system(self) -> bool:
        """Whether the profile's issuer, symbol and signer are those of the system that is drafted for."""
        return self.profile.unit.system in (None, self.system)

    @property
    def kind(self) -> str:
        return self.profile.unit.kind

    @property
    def unit(self) -> str:
        """The unit by its full name; dots in place of one that the profile does not give."""
        return self.profile.unit.full_name if self.profile.unit.name else f"{self.kind} …"

    @property
    def type_name(self) -> str:
        """What the drafted document is called: kế hoạch."""
        return table("types")["types"][self.kind_of_document]

    @property
    def villages(self) -> str:
        return self.profile.unit.villages or table("drafting")["villages"][self.kind]

    @cached_property
    def province_name(self) -> str:
        """The province without its kind: `Quảng Ngãi`; the parent's where the profile names none, empty where neither does."""
        return without_kind(self.profile.unit.province) or next(iter(self.parent_provinces), "")

    @cached_property
    def upper(self) -> str:
        """What the level above is called: tỉnh or thành phố."""
        is_city = same(self.province_name) in map(same, table("drafting")["cities"])
        return "thành phố" if is_city or same(self.profile.unit.province).startswith("thành phố") else "tỉnh"

    @property
    def province(self) -> str:
        return f"{self.upper} {self.province_name}".strip()

    @cached_property
    def parent_provinces(self) -> tuple[str, ...]:
        """The provinces that the parents name as their own."""
        heads = (name for parent in self.parents for name in (parent.header.issuer, parent.header.superior) if name)
        return tuple(dict.fromkeys(filter(None, map(seat, heads))))

    @cached_property
    def words(self) -> dict[str, str]:
        """The words that data files put in braces."""
        return {
            "kind": self.kind, "Kind": upper_first(self.kind), "unit": self.unit, "province": self.province,
            "villages": self.villages, "village": self.villages.split(",")[0],
            "document": upper_first(self.type_name), "short": self.defaults["short"].format(kind=self.kind),
        }

    def said(self, words: str) -> str:
        """`words` of a data file with the unit's own filled in."""
        return words.format_map(self.words).strip()

    def decision(self, code: str, **words: object) -> Decision:
        """The decision of `code`, its sentence filled in."""
        return Decision(code=code, why=table("drafting")["decisions"][code].format(**words))


def reason(code: str, **words: object) -> str:
    """Why something is left out, in words."""
    return table("drafting")["omissions"][code].format(**words)


def seat(name: str) -> str:
    """The province in the name of one of its bodies: `Quảng Ngãi` of `TỈNH ỦY QUẢNG NGÃI`; empty where it names none."""
    found = phrase("province_of_body").search(fold(name))
    if not found:
        return ""
    start, end = found.span("name" if found["name"] else "seat")
    return proper(name[start:end])


def without_kind(province: str) -> str:
    return phrase("kind_of_province").sub("", province)
