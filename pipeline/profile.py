"""The unit that drafts and checks are made for: the TOML file of contract §6, read into a frozen `Profile`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from rapidfuzz import fuzz, process

from .errors import BadProfile, MissingFile
from .model import Record, System
from .populations import Population, by_key, is_within, known, named_in
from .resources import folder, table
from .text import clean

Words = Annotated[str, BeforeValidator(lambda value: clean(value) if isinstance(value, str) else value)]
Names = Annotated[tuple[Words, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
Count = Annotated[int, Field(ge=0)]
Figures = Mapping[int, float]

HINT = "`chidao init FILE` writes a profile that shows every key."


class Unit(Record):
    """The unit that the draft is for. `villages` is what its parts are called, where that is not thôn or tổ dân phố."""

    name: Words = ""
    kind: Literal["xã", "phường", "đặc khu"] = "xã"
    province: Words = ""
    place: Words = ""
    system: System | None = None
    issuer: Words = ""
    superior: Words = ""
    symbol: Words = ""
    villages: Words = ""

    @property
    def own_name(self) -> str:
        """`Kon Braih`, also where `name` holds the kind already."""
        return re.sub(rf"^{self.kind}(?: |$)", "", self.name, flags=re.IGNORECASE)

    @property
    def full_name(self) -> str:
        """`xã Kon Braih`, the kind with a capital before a number, a person or an event; the kind alone where there is no name."""
        return f"{self.kind.capitalize() if self.has_capital else self.kind} {self.own_name}".strip()

    @property
    def has_capital(self) -> bool:
        """Nghị định 30/2020/NĐ-CP, Phụ lục II: a number shows by itself, a person or an event where the profile writes the capital too."""
        if self.own_name[:1].isdigit():
            return True
        return self.name.startswith(self.kind.capitalize()) and bool(re.match(table("units")["capital_before"], self.own_name))


class Signature(Record):
    """Who signs the unit's documents."""

    authority: Words = ""
    position: Words = ""
    name: Words = ""


class Groups(Record):
    """Who is not found in the unit: keys of `grammars/populations.yaml`, or words of a target."""

    absent: Names = ()

    @field_validator("absent")
    @classmethod
    def are_groups(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(group, names))


class Schedule(Record):
    """How many days before the parent's dates the unit's bodies are to be ready, and which of them gathers their reports."""

    lead_days: Annotated[int, Field(ge=0)] = 5
    report_to: Words = ""


class Ambitions(Record):
    """Targets that the unit sets higher: words of the parent's target, and the figure, by year where it differs by year."""

    raises: Mapping[Words, Figures | float] = {}


class Profile(Record):
    """All that chidao knows of one unit; `EMPTY` where nothing is known."""

    unit: Unit = Unit()
    signer: Signature = Signature()
    population: Mapping[str, Count] = {}
    groups: Groups = Groups()
    owners: Mapping[Words, Names] = {}
    bodies: Mapping[Words, Names] = {}
    deadlines: Schedule = Schedule()
    targets: Ambitions = Ambitions()

    @field_validator("population", mode="before")
    @classmethod
    def has_known_keys(cls, bases: object) -> object:
        return {population_key(key): count for key, count in bases.items()} if isinstance(bases, dict) else bases

    @classmethod
    def load(cls, path: Path | str) -> "Profile":
        """The profile in the TOML file at `path`; BadProfile names the key or value that is not understood."""
        path = Path(path)
        try:
            return cls.model_validate(tomllib.loads(content(path).decode("utf-8-sig")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadProfile(path, f"is not valid TOML: {error}.", "Put text in double quotes, and save the file as UTF-8.") from error
        except ValidationError as error:
            raise BadProfile(path, " ".join(map(fault, error.errors())), HINT) from error

    @property
    def own_bodies(self) -> tuple[str, ...]:
        """The unit's own bodies, whatever groups the profile puts them in."""
        return tuple(name for names in self.bodies.values() for name in names)

    def lacks(self, population: Population) -> bool:
        """Whether the unit has none of them: it says so, or says nothing of a group that a commune normally has not."""
        if any(is_within(population, by_key(key)) for key in self.absent_keys):
            return True
        return not population.at_commune and population.key not in self.population

    @property
    def absent_keys(self) -> tuple[str, ...]:
        """The populations that the profile says are absent, by name or by a count of zero."""
        named = tuple(found.key for name in self.groups.absent for found in populations_of(name))
        return named + tuple(key for key, count in self.population.items() if not count)

    @property
    def absent_words(self) -> tuple[str, ...]:
        """What the profile says is absent and is no known population, to be looked for as words."""
        return tuple(name for name in self.groups.absent if not populations_of(name))


EMPTY = Profile()


def content(path: Path) -> bytes:
    """The bytes of the file at `path`; MissingFile where there is none, or it cannot be opened."""
    try:
        if not path.is_file():
            raise MissingFile(path, "there is no such file.", HINT)
        return path.read_bytes()
    except OSError as error:
        raise MissingFile(path, f"cannot be opened: {error.strerror}.", "Check its name, and ask for the right to read it.") from error


def blank() -> str:
    """The profile that `chidao init` writes: every key, with comments."""
    return (folder("templates") / "profile.toml").read_text(encoding="utf8")


def group(name: str) -> str:
    """`name` as given: a key of the populations, or words in Vietnamese; an English word that is no key raises ValueError."""
    if name.isascii() and not populations_of(name):
        raise ValueError(f'unknown group "{name}" in [groups].{suggestion(name, known())}')
    return name


def population_key(name: str) -> str:
    """The key of the one population that `name` is or names; ValueError where there is none."""
    found = populations_of(name)
    if len(found) != 1:
        raise ValueError(f'unknown key "{name}" in [population].{suggestion(name, known())}')
    return found[0].key


def populations_of(name: str) -> tuple[Population, ...]:
    """The populations that `name` is the key of, or names in Vietnamese."""
    return (by_key(name),) if name in known() else named_in(name)


def fault(error: Mapping) -> str:
    """One sentence on what pydantic found wrong."""
    location = [str(part) for part in error["loc"]]
    if error["type"] == "extra_forbidden":
        known_keys = keys_at(location[:-1])
        return f'unknown key "{location[-1]}"{place(location[:-1])}.{suggestion(location[-1], known_keys)}'
    if error["type"] == "value_error":
        return error["msg"].removeprefix("Value error, ")
    return f"{'.'.join(location)}: {error['msg']}."


def keys_at(location: list[str]) -> tuple[str, ...]:
    """The keys that the table at `location` may have."""
    fields = Profile.model_fields
    for part in location:
        fields = fields[part].annotation.model_fields
    return tuple(fields)


def place(location: list[str]) -> str:
    return f" in [{'.'.join(location)}]" if location else ""


def suggestion(word: str, candidates: Iterable[str]) -> str:
    nearest = process.extractOne(word, list(candidates), scorer=fuzz.ratio)
    return f' Did you mean "{nearest[0]}"?' if nearest else ""
