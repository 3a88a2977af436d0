"""Golden twins: each document of the corpus beside the record that was read from it by hand, in the form of the gold files.

`python -m tests.twins diff` prints what the program now gains and loses against the expected records; `accept` writes that
into them, for a reviewer to read in the diff.
"""

import json
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pipeline
from pipeline.model import Deadline, Directive, Target, Task
from pipeline.text import same

CORPUS = Path(__file__).parent.parent / "corpus"
FOLDERS = sorted(path.parent for path in CORPUS.glob("*/expected.json"))
KINDS = ("targets", "deadlines", "tasks")
MAIN = {"targets": ("value",), "deadlines": ("kind", "end"), "tasks": ()}


def expected(folder: Path) -> dict:
    return json.loads((folder / "expected.json").read_text(encoding="utf8"))


def record(folder: Path) -> Directive:
    return pipeline.extract(pipeline.read(folder / "source.docx"))


def projection(directive: Directive) -> dict:
    """The record in the form of the gold files, as far as these judge it."""
    header = directive.header.model_dump()
    names = ("type", "system", "number", "symbol", "issuer", "place", "date", "title", "signer")
    return {
        "header": {name: header[name] for name in names},
        "citations": [{"type": each.type, "number": each.number, "date": each.date} for each in directive.citations],
        "outline": [section.id for section in directive.sections],
        "targets": [target(each) for each in directive.targets],
        "deadlines": [deadline(each) for each in directive.deadlines],
        "tasks": [task(directive, each) for each in directive.tasks],
    }


def target(each: Target) -> dict:
    said = each.model_dump(include={"value", "upper", "unit", "op", "change", "also", "year", "quote"})
    return {key: value for key, value in said.items() if value is not None or key == "year"}


def deadline(each: Deadline) -> dict:
    said = each.model_dump(mode="json", include={"kind", "bound", "start", "end", "rrule", "days", "origin", "tentative", "quote"})
    return {key: value for key, value in said.items() if value not in (None, False)}


def task(directive: Directive, each: Task) -> dict:
    when = [due.end.isoformat() if due.end else due.rrule or due.kind for due in directive.deadlines_of(each)]
    said = {"quote": each.quote, "lead": [owner.name for owner in each.lead], "coordinate": [owner.name for owner in each.coordinate]}
    return said | ({"deadline": when[0], "deadlines": when} if when else {})


def paired(kind: str, hand: list[dict], read: list[dict]) -> list[tuple[dict | None, dict | None]]:
    """Each hand-read item with the one that the program read, or with None; then what only the program read."""
    left, pairs = list(read), []
    for item in hand:
        near = [other for other in left if all(item.get(key) == other.get(key) for key in MAIN[kind]) and shared(item, other) >= 0.5]
        best = max(near, key=lambda other: shared(item, other) + alike(item, other), default=None)
        pairs.append((item, best))
        if best is not None:
            left.remove(best)
    return pairs + [(None, other) for other in left]


def shared(one: dict, other: dict) -> float:
    """The longest run of words in common, as a share of the shorter quote."""
    first, second = same(one["quote"]), same(other["quote"])
    size = SequenceMatcher(None, first, second, autojunk=False).find_longest_match().size
    return size / max(1, min(len(first), len(second)))


def alike(one: dict, other: dict) -> float:
    return SequenceMatcher(None, same(one["quote"])[:300], same(other["quote"])[:300], autojunk=False).ratio()


def agrees(kind: str, hand: dict, read: dict) -> bool:
    """Every field that either gives is the same."""
    return all(fields(kind, hand, read).values())


def fields(kind: str, hand: dict, read: dict) -> dict[str, bool]:
    """Each field of a hand-read item and of its reading, and whether they agree; a task's deadline is one of those read."""
    if kind == "tasks":
        names = {key: {same(name) for name in hand.get(key) or ()} == {same(name) for name in read[key]} for key in ("lead", "coordinate")}
        return names | {"deadline": hand["deadline"] in read.get("deadlines", ()) if "deadline" in hand else "deadline" not in read}
    keys = sorted((set(hand) | set(read)) - {"quote", "nth", "bound", "from", "origin"})
    bound = {"bound": hand["bound"] == read.get("bound")} if "bound" in hand else {}
    return {key: same_value(hand.get(key), read.get(key)) for key in keys} | bound


def same_value(one: object, other: object) -> bool:
    return same(one) == same(other) if isinstance(one, str) and isinstance(other, str) else one == other


def differences(hand: dict, read: dict) -> Iterator[str]:
    """What the program lost (-), made up (+) or reads otherwise (~), a line each."""
    for key in ("header", "outline", "citations"):
        if normal(hand[key]) != normal(read[key]):
            yield f"~ {key}: {hand[key]} → {read[key]}"
    for kind in KINDS:
        for item, other in paired(kind, hand[kind], read[kind]):
            if other is None:
                yield f"- {kind}: {item}"
            elif item is None:
                yield f"+ {kind}: {other}"
            elif not agrees(kind, item, other):
                yield f"~ {kind}: {item} → {other}"


def normal(value: object) -> object:
    if isinstance(value, dict):
        return {key: normal(each) for key, each in value.items()}
    return [normal(each) for each in value] if isinstance(value, list) else same(value) if isinstance(value, str) else value


def accepted(hand: dict, read: dict) -> dict:
    """The expected record with the program's reading where the two differ; what agrees keeps the words chosen by hand."""
    items = {kind: [item if item and other and agrees(kind, item, other) else {k: v for k, v in other.items() if k != "deadlines"}
                    for item, other in paired(kind, hand[kind], read[kind]) if other] for kind in KINDS}
    return hand | {key: read[key] for key in ("header", "citations", "outline")} | items


def main(verb: str) -> None:
    for folder in FOLDERS:
        hand, read = expected(folder), projection(record(folder))
        lines = list(differences(hand, read))
        print(f"{folder.name}: {'as expected' if not lines else f'{len(lines)} differences'}", *lines, sep="\n  ")
        if verb == "accept" and lines:
            text = json.dumps(accepted(hand, read), ensure_ascii=False, indent=1)
            (folder / "expected.json").write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main(sys.argv[1])
