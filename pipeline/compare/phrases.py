"""What a check says, before it is put in words: a code of `grammars/findings.yaml` with the values that fill its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..model import Severity, Span
from ..resources import table
from ..wording import day, number

Language = Literal["vi", "en"]
LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or a piece of one: its name under `phrases`, and its values, which may be phrases themselves."""

    name: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flag:
    """What a check found: a code of the table, the values of its sentence, and the places in draft and parent."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    quote: str | None = None
    span: Span | None = None
    parent_quote: str | None = None
    parent_span: Span | None = None
    suggestion: str | None = None


def codes() -> Mapping[str, Mapping[str, str]]:
    """The table of finding codes: severity and sentences of each."""
    return table("findings")["codes"]


def severity_of(code: str, *, number_is_blank: bool) -> Severity:
    """How grave a finding of `code` is; some weigh less while the draft has no number yet."""
    entry = codes()[code]
    return entry.get("while_blank", entry["severity"]) if number_is_blank else entry["severity"]


def sentence(flag: Flag, language: Language) -> str:
    """The message of a finding."""
    return filled(codes()[flag.code][language], flag.values, language)


def said(phrase: Phrase, language: Language) -> str:
    """A phrase in words."""
    return filled(table("findings")["phrases"][phrase.name][language], phrase.values, language)


def filled(template: str, values: Mapping[str, object], language: Language) -> str:
    return template.format(**{name: shown(value, language) for name, value in values.items()})


def shown(value: object, language: Language) -> str:
    """A value as readers write it: 4.500 and 80,4 in Vietnamese, 31/12/2025, long quotes cut short."""
    match value:
        case None:
            return ""
        case Phrase():
            return said(value, language)
        case date():
            return day(value)
        case float():
            return number(round(value, 1), language)
        case _:
            return shortened(str(value))


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
