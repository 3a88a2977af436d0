"""The YAML of `grammars/` as rules: named fragments composed to patterns, each rule with its own examples and rejects."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import getitem
from typing import get_args

from .errors import BadGrammar
from .model import Bound, DeadlineKind, Operator
from .resources import folder, table
from .text import fold

REQUIRED = ("name", "pattern", "value", "examples", "rejects")
KEYS = (*REQUIRED, "gaps", "screen", "needs", "not_before", "not_after")
CLOSED = {"kind": get_args(DeadlineKind), "bound": get_args(Bound), "op": get_args(Operator)}
FRAGMENT = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
MARK = re.compile(r"\[\[(.*?)\]\]")
# How far before a match its surroundings are looked at: no `needs` or `not_before` asks for words farther away.
NEAR = 240


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the words that a rule must take, and the values that they must give."""

    text: str
    start: int
    end: int
    expected: Mapping[str, object]
    like: str | None

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Reject:
    """A sentence that a rule must leave, and the rules that rightly take words of it instead."""

    text: str
    taken_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, what it means, and the proof that it does; `needs`, `not_before` and `not_after` look at the text around a match.

    `source` is the pattern as it is written, `screen` is what every match holds: a quick look that spares the pattern most of the text.
    """

    name: str
    source: str
    pattern: re.Pattern[str]
    value: Mapping[str, object]
    examples: tuple[Example, ...]
    rejects: tuple[Reject, ...]
    gaps: tuple[Example, ...]
    screen: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules for one kind of mention, in their order, and the zones of a document that they read."""

    kind: str
    zones: tuple[str, ...]
    rules: tuple[Rule, ...]


@cache
def grammar(name: str) -> Grammar:
    """The rules of `grammars/NAME.yaml`; BadGrammar where a rule lacks its examples or rejects, or a fragment its name."""
    content = table(name)
    borrowed = {name: words_of(place) for name, place in content.get("borrows", {}).items()}
    fragments = table("fragments") | content.get("fragments", {}) | vocabularies(content.get("words", {}) | borrowed)
    rules = tuple(rule(name, entry, fragments) for entry in content["rules"])
    return Grammar(kind=content["kind"], zones=tuple(content["zones"]), rules=rules)


def words_of(place: str) -> list[str]:
    """The words at `FILE.NAME` or below it, kept elsewhere in the grammars: `owners.verbs`, `targets.operators.before`."""
    file, *names = place.split(".")
    found = reduce(getitem, names, table(file))
    return found if isinstance(found, list) else [word for words in found.values() for word in words]


def vocabularies(words: Mapping[str, list[str]]) -> dict[str, str]:
    """Each list of words as one fragment, the longest first, so that no word hides a longer one."""
    return {name: alternatives(entries) for name, entries in words.items()}


def alternatives(entries: list[str]) -> str:
    """A pattern that takes any of `entries`, the longest first."""
    return "|".join(re.escape(fold(entry)).replace(r"\ ", " ") for entry in sorted(entries, key=len, reverse=True))


@cache
def pattern(file: str, name: str) -> re.Pattern[str]:
    """The pattern that `grammars/FILE.yaml` has under `name`; capitals do not matter in it, unless it says so."""
    return re.compile(table(file)[name], re.IGNORECASE)


def rule(file: str, entry: Mapping, fragments: Mapping[str, str]) -> Rule:
    """The rule that an entry of `grammars/FILE.yaml` writes; BadGrammar names what it lacks or holds too much."""
    if not isinstance(entry, Mapping):
        raise wrong(file, f"{entry!r} is no rule.", "Write name: RULE, and below it what the rule holds.")
    missing = [key for key in REQUIRED if not entry.get(key)]
    strange = [key for key in entry if key not in KEYS]
    if missing:
        raise wrong(file, f"rule {entry.get('name')!r} lacks {', '.join(missing)}.", "Each rule carries its examples and rejects.")
    if strange:
        raise wrong(file, f"rule {entry['name']!r} holds {', '.join(map(repr, strange))}.", f"A rule holds: {', '.join(KEYS)}.")
    return Rule(
        name=entry["name"], source=entry["pattern"], pattern=compiled(entry["pattern"], fragments, file), value=known(file, entry),
        examples=examples(file, entry, "examples"), rejects=rejects(file, entry), gaps=examples(file, entry, "gaps"),
        screen=compiled(entry["screen"], {}, file, flags=0) if "screen" in entry else None,
        needs=compiled(f"(?:{entry['needs']})$", fragments, file) if "needs" in entry else None,
        not_before=compiled(f"(?<!\\w)(?:{entry['not_before']})$", fragments, file) if "not_before" in entry else None,
        not_after=compiled(entry["not_after"], fragments, file) if "not_after" in entry else None,
    )


def known(file: str, entry: Mapping) -> Mapping:
    """The entry's `value`, whose kind, bound and operator are such as a record may hold."""
    for key, allowed in CLOSED.items():
        if entry["value"].get(key, allowed[0]) not in allowed:
            raise wrong(file, f"rule {entry['name']!r}: there is no {key} {entry['value'][key]!r}.", f"There are: {', '.join(allowed)}.")
    return entry["value"]


def wrong(file: str, message: str, hint: str) -> BadGrammar:
    return BadGrammar(folder("grammars") / f"{file}.yaml", message, hint)


def examples(file: str, entry: Mapping, name: str) -> tuple[Example, ...]:
    """The examples or gaps of an entry, each of which marks the words to take."""
    given = entry.get(name) or ()
    unmarked = next((each for each in given if not isinstance(each, Mapping) or not MARK.search(str(each.get("text")))), None)
    if unmarked is not None:
        raise wrong(file, f"rule {entry['name']!r}: {unmarked!r} marks no words.", "Write text: 'hoàn thành [[trước ngày 15/9/2025]]'.")
    return tuple(map(example, given))


def rejects(file: str, entry: Mapping) -> tuple[Reject, ...]:
    """The rejects of an entry: a sentence alone, or one with the rules that take it."""
    odd = next((each for each in entry["rejects"] if not isinstance(each, str) and not is_shared(each)), None)
    if odd is not None:
        raise wrong(file, f"rule {entry['name']!r}: {odd!r} is no reject.", "Write a sentence, or {text: '…', taken_by: RULE}.")
    return tuple(map(reject, entry["rejects"]))


def is_shared(each: object) -> bool:
    return isinstance(each, Mapping) and set(each) == {"text", "taken_by"}


def reject(entry: str | Mapping) -> Reject:
    if isinstance(entry, str):
        return Reject(entry, ())
    takers = entry["taken_by"]
    return Reject(entry["text"], (takers,) if isinstance(takers, str) else tuple(takers))


def example(entry: Mapping) -> Example:
    mark = MARK.search(entry["text"])
    expected = {key: value for key, value in entry.items() if key not in ("text", "like", "why")}
    return Example(text=MARK.sub(r"\1", entry["text"]), start=mark.start(), end=mark.start() + len(mark[1]), expected=expected,
                   like=entry.get("like"))


def compiled(pattern: str, fragments: Mapping[str, str], file: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    try:
        return re.compile(composed(pattern, fragments, file), flags)
    except re.error as error:
        raise wrong(file, f"{pattern!r} is no pattern: {error}.", "Mend its brackets and signs.") from error


def composed(pattern: str, fragments: Mapping[str, str], file: str) -> str:
    """`pattern` with each `{name}` replaced by its fragment; `{name:side}` prefixes the fragment's groups with `side_`."""

    def fragment(match: re.Match[str]) -> str:
        name, side = match.groups()
        if name not in fragments:
            raise wrong(file, f"there is no fragment {{{name}}}.", "Name it under `fragments`.")
        inner = composed(fragments[name], fragments, file)
        return f"(?:{inner.replace('(?P<', f'(?P<{side}_') if side else inner})"

    return FRAGMENT.sub(fragment, pattern)


def matches(rule: Rule, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The places in `folded` text, from `start` to `end`, that the rule takes."""
    if rule.screen and not shows(rule.screen, folded):
        return
    for match in rule.pattern.finditer(folded, start, len(folded) if end is None else end):
        if match.end() > match.start() and fits(rule, match, folded):
            yield match


@lru_cache(maxsize=512)
def shows(screen: re.Pattern[str], folded: str) -> bool:
    """Whether the text holds what several rules ask for before they look closer."""
    return bool(screen.search(lower(folded)))


@lru_cache(maxsize=64)
def lower(text: str) -> str:
    return text.lower()


def fits(rule: Rule, match: re.Match[str], folded: str) -> bool:
    """The text around a match says nothing against it."""
    near = max(0, match.start() - NEAR)
    if rule.needs and not rule.needs.search(folded, near, match.start()):
        return False
    if rule.not_before and rule.not_before.search(folded, near, match.start()):
        return False
    return not (rule.not_after and rule.not_after.match(folded, match.end()))
