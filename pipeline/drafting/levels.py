"""The province's words of level and place → the unit's: the rules of `grammars/levels.yaml` as edits of a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..grammar import alternatives, compiled
from ..resources import table
from ..text import fold
from .edits import Edit, kept
from .setting import Setting

NO_NAME = r"(?!)"
# The code of the decision, the pattern that asks for it, and what stands in place of its words, None where they stay.
DOUBTS = (("reference", "pointers", "…"), ("words", "leftovers", None))


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One rule: what it takes, what that becomes, and what may not stand behind it."""

    name: str
    pattern: re.Pattern[str]
    becomes: str
    not_after: re.Pattern[str] | None

    def matches(self, folded: str) -> Iterator[re.Match[str]]:
        for match in self.pattern.finditer(folded):
            if not (self.not_after and self.not_after.match(folded, match.end())):
                yield match


def edits(text: str, setting: Setting) -> tuple[Edit, ...]:
    """What changes in `text` from the parent's level to the unit's, the runs that stay, and the words left for a person."""
    grammar = rewriting(setting.upper, tuple(sorted(provinces(setting))))
    folded = fold(text)
    stay = merged(match.span() for pattern in grammar.kept for match in pattern.finditer(folded))
    return (*(kept(text, *place) for place in stay), *changes(text, folded, grammar, setting), *doubts(text, folded, grammar, setting))


def merged(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The places, those that overlap made one: a cited document keeps the quoted title in it."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def changes(text: str, folded: str, grammar: "Rules", setting: Setting) -> tuple[Edit, ...]:
    """The longest runs first, so that a rule for a part of them does not get there before."""
    found = [
        Edit(match.start(), match.end(), expanded(match, setting.said(rule.becomes), text).strip())
        for rule in grammar.rules for match in rule.matches(folded)
    ]
    return tuple(sorted(found, key=lambda edit: edit.start - edit.end))


def expanded(match: re.Match[str], becomes: str, text: str) -> str:
    """`becomes` with each group as it is printed in `text`."""
    return re.sub(r"\\g<(\w+)>", lambda group: text[slice(*match.span(group[1]))] if match[group[1]] else "", becomes)


def doubts(text: str, folded: str, grammar: "Rules", setting: Setting) -> tuple[Edit, ...]:
    """The words that no rule changed and a person must look at."""
    return tuple(
        Edit(*match.span(), stands or words, setting.decision(code, words=words))
        for code, pattern, stands in grammar.doubts for match in pattern.finditer(folded) for words in [text[slice(*match.span())]]
    )


def provinces(setting: Setting) -> set[str]:
    return {name for name in (setting.province_name, *setting.parent_provinces) if name}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one province: its kind and its names are fragments of the patterns."""

    kept: tuple[re.Pattern[str], ...]
    rules: tuple[Rewriting, ...]
    doubts: tuple[tuple[str, re.Pattern[str], str | None], ...]


@cache
def rewriting(upper: str, names: tuple[str, ...]) -> Rules:
    """The rules with `{upper}` and `{province}` filled in."""
    content = table("levels")
    fragments = content["fragments"] | {"upper": upper, "province": alternatives(list(names)) or NO_NAME}
    return Rules(
        kept=tuple(compiled(bounded(entry["pattern"]), fragments, "levels") for entry in content["kept"]),
        rules=tuple(rule_of(entry, fragments) for entry in (*content["rules"], *content["references"])),
        doubts=tuple((code, compiled(bounded(content[name]), fragments, "levels"), stands) for code, name, stands in DOUBTS),
    )


def rule_of(entry: Mapping[str, str], fragments: Mapping[str, str]) -> Rewriting:
    return Rewriting(
        name=entry["name"], pattern=compiled(bounded(entry["pattern"]), fragments, "levels"), becomes=entry["becomes"],
        not_after=compiled(entry["not_after"], fragments, "levels") if "not_after" in entry else None,
    )


def bounded(pattern: str) -> str:
    """A pattern that takes whole words only."""
    return rf"(?<!\w)(?:{pattern})(?!\w)"
