"""The rules of the grammars as text to read: what each takes, leaves and misses, and what a proof of them finds."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby

from .errors import BadGrammar
from .grammar import Example, Reject, Rule
from .proof import Fault, faults, rules
from .resources import folder
from .wording import words

Chosen = Sequence[tuple[str, Rule]]
SENTENCES = ("examples", "rejects", "gaps")
INDENT = 12  # of the columns behind the first


def chosen(name: str | None) -> Chosen:
    """The rules of the file or the family `name` (`deadlines`, `deadline.before`), or the rule itself; all of them without a name."""
    found = [(file, rule) for file, rule in rules() if name is None or name in (file, f"{file}.yaml") or rule.name.startswith(name)]
    if not found:
        known = [*{file for file, _ in rules()}, *(rule.name for _, rule in rules())]
        nearest = ", ".join(get_close_matches(name, known, cutoff=0.4)) or ", ".join(sorted({file for file, _ in rules()}))
        raise BadGrammar(name, "no rule has this name.", f"Nearest: {nearest}.")
    return found


def listing(listed: Chosen, language: str) -> str:
    """The rules under their files, each with its pattern, its value and its sentences."""
    return "\n".join(line for file, group in groupby(listed, key=lambda pair: pair[0]) for line in page(file, list(group), language))


def page(file: str, listed: Chosen, language: str) -> Iterator[str]:
    yield words(language)["rulebook"]["head"].format(path=path(file), **counts(listed))
    for _, rule in listed:
        yield f"\n{rule.name}"
        yield from lines(rule, language)
    yield ""


def path(file: str) -> str:
    return f"{folder('grammars').name}/{file}.yaml"


def counts(listed: Chosen) -> dict[str, int]:
    return {"rules": len(listed)} | {name: sum(len(getattr(rule, name)) for _, rule in listed) for name in SENTENCES}


def lines(rule: Rule, language: str) -> Iterator[str]:
    said = words(language)["rulebook"]
    yield row(said["pattern"], rule.source)
    yield row(said["value"], fields(rule.value))
    left = (reject(each, said["shared"]) for each in rule.rejects)
    for name, sentences in (("examples", map(example, rule.examples)), ("rejects", left), ("gaps", map(example, rule.gaps))):
        yield from (row(said[name], sentence) for sentence in sentences)


def row(head: str, text: str) -> str:
    return f"  {head:<{INDENT - 2}}{text}"


def example(each: Example) -> str:
    """The sentence with its mark, the values it gives, and the document that taught it."""
    marked = f"{each.text[: each.start]}[[{each.quote}]]{each.text[each.end :]}"
    values = fields({name: value for name, value in each.expected.items() if value is not None})
    return marked + (f" → {values}" if values else "") + (f" ({each.like})" if each.like else "")


def reject(each: Reject, shared: str) -> str:
    """The sentence, with the rules that take it instead."""
    return each.text + (shared.format(rules=", ".join(each.taken_by)) if each.taken_by else "")


def fields(values) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())


def proof(listed: Chosen, language: str) -> tuple[str, bool]:
    """What a proof of the rules says, a line a fault, and whether they hold."""
    said, found, numbers = words(language)["rulebook"], list(faults(listed)), counts(listed)
    last = said["fails" if found else "holds"].format(
        faults=len(found), rules=numbers["rules"], sentences=sum(numbers[name] for name in SENTENCES))
    return "\n".join([*(told(each, language) for each in found), last]) + "\n", not found


def told(fault: Fault, language: str) -> str:
    said = words(language)["rulebook"]
    why = said["faults"][fault.code].format(details=fault.details)
    return f"{path(fault.file)}: {fault.rule}: {said['claims'][fault.claim]} “{fault.text}”: {why}"
