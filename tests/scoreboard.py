"""The scoreboard: how much of what a person read in a document the program finds, and how much of it exactly, field by field.

`python -m tests.scoreboard` prints it for the corpus, and for the gold files of ../shared where these are at hand, with what was gained
and lost against the last accepted run (`corpus/scores.json`); `… accept` makes this run the accepted one.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import yaml

import pipeline
from pipeline.text import same
from tests import twins

ACCEPTED = twins.CORPUS / "scores.json"
SHARED = twins.CORPUS.parent.parent / "shared"
KINDS = ("targets", "deadlines", "citations", "tasks", "header", "outline")
# found and exact, below which nothing may fall: in the corpus, in the gold files, in documents that are not at hand.
FLOORS = {"targets": (0.98, 0.97), "deadlines": (0.97, 0.95), "citations": (0.99, 0.98), "tasks": (0.93, 0.85), "header": (0.97, 0.97),
          "outline": (0.98, 0.98)}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The items of one kind in one document: how many there are by hand and in the record, and what is told of each pair of them.

    `wrong` names each miss, each invention and each field that differs, so that two runs can be compared.
    """

    hand: int
    read: int
    pairs: tuple[Mapping[str, bool], ...]
    wrong: tuple[str, ...]


def judged(kind: str, hand: dict, read: dict) -> Judgement:
    return {"citations": citations, "header": header, "outline": outline}.get(kind, items)(kind, hand[kind], read[kind])


def items(kind: str, hand: list[dict], read: list[dict]) -> Judgement:
    paired = twins.paired(kind, hand, read)
    both = [(item, twins.fields(kind, item, other)) for item, other in paired if item and other]
    wrong = [f"missed: {label(item)}" for item, other in paired if other is None]
    wrong += [f"made up: {label(other)}" for item, other in paired if item is None]
    return Judgement(len(hand), len(read), tuple(told for _, told in both), (*wrong, *differing(both)))


def citations(kind: str, hand: list[dict], read: list[dict]) -> Judgement:
    """Citations are paired by their numbers."""
    ours, theirs = by_number(hand), by_number(read)
    both = [({"quote": number}, {name: ours[number].get(name) == theirs[number].get(name) for name in ("type", "date")})
            for number in ours if number in theirs]
    wrong = [f"missed: {number}" for number in ours if number not in theirs] + [f"made up: {number}" for number in theirs if number not in ours]
    return Judgement(len(ours), len(theirs), tuple(told for _, told in both), (*wrong, *differing(both)))


def by_number(found: list[dict]) -> dict[str, dict]:
    return {same(each["number"]).replace(" ", ""): each for each in found if each.get("number")}


def header(kind: str, hand: dict, read: dict) -> Judgement:
    """Each field of the header is an item, found where it is the same."""
    ours, theirs = flat(hand), flat(read)
    told = {name: twins.same_value(value or None, theirs.get(name) or None) for name, value in ours.items()}
    wrong = tuple(f"{name}: {ours[name]}" for name, holds in told.items() if not holds)
    return Judgement(len(ours), len(ours), tuple({name: True} for name, holds in told.items() if holds), wrong)


def flat(head: dict) -> dict[str, object]:
    signer = head.get("signer") or {}
    return {name: value for name, value in head.items() if name != "signer"} | {f"signer.{name}": value for name, value in signer.items()}


def outline(kind: str, hand: list[str], read: list[str]) -> Judgement:
    """Labels are found where they stand in the same order."""
    runs = SequenceMatcher(None, hand, read, autojunk=False).get_opcodes()
    found = sum(end - start for tag, start, end, _, _ in runs if tag == "equal")
    wrong = [f"missed: {name}" for tag, start, end, _, _ in runs if tag in ("delete", "replace") for name in hand[start:end]]
    wrong += [f"made up: {name}" for tag, _, _, start, end in runs if tag in ("insert", "replace") for name in read[start:end]]
    return Judgement(len(hand), len(read), ({},) * found, tuple(wrong))


def differing(pairs: Iterable[tuple[dict, Mapping[str, bool]]]) -> Iterator[str]:
    return (f"{name}: {label(item)}" for item, told in pairs for name, holds in told.items() if not holds)


def label(item: dict) -> str:
    return item["quote"][:80]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the board: a kind, or one field of it; `gained` and `lost` count the faults that are gone and that are new."""

    name: str
    hand: int
    read: int
    found: float
    exact: float
    gained: int
    lost: int


def f1(hits: int, hand: int, read: int) -> float:
    return 2 * hits / (hand + read) if hand + read else 1.0


def kind_row(kind: str, judgements: Iterable[Judgement], changes: Mapping[str, Counter]) -> Row:
    judgements = list(judgements)
    hand, read = sum(each.hand for each in judgements), sum(each.read for each in judgements)
    pairs = [pair for each in judgements for pair in each.pairs]
    found, exact = f1(len(pairs), hand, read), f1(sum(all(pair.values()) for pair in pairs), hand, read)
    return Row(kind, hand, read, found, exact, changes["gained"].total(), changes["lost"].total())


def field_rows(judgements: Iterable[Judgement], changes: Mapping[str, Counter]) -> Iterator[Row]:
    """The fields of a kind: how many of the pairs give them, and the share that agree."""
    told: dict[str, list[bool]] = {}
    for pair in (pair for each in judgements for pair in each.pairs):
        for name, holds in pair.items():
            told.setdefault(name, []).append(holds)
    for name, holds in told.items():
        gained, lost = (sum(line.startswith(f"{name}: ") for line in changes[way].elements()) for way in ("gained", "lost"))
        yield Row(f"  {name}", len(holds), len(holds), 1.0, sum(holds) / len(holds), gained, lost)


Faults = Mapping[str, Mapping[str, list[str]]]


def faults(board: Mapping[str, Mapping[str, Judgement]]) -> Faults:
    """What is wrong in each document, kind by kind, as the accepted run is stored."""
    return {name: {kind: sorted(each.wrong) for kind, each in kinds.items() if each.wrong} for name, kinds in board.items()}


def changes(kind: str, before: Faults, now: Faults) -> dict[str, Counter]:
    """The faults of a kind that are gone and those that are new, in documents that both runs read."""
    gained, lost = Counter(), Counter()
    for name in before.keys() & now.keys():
        old, new = Counter(before[name].get(kind, ())), Counter(now[name].get(kind, ()))
        gained += old - new
        lost += new - old
    return {"gained": gained, "lost": lost}


def rows(board: Mapping[str, Mapping[str, Judgement]], before: Faults) -> Iterator[Row]:
    now = faults(board)
    for kind in KINDS:
        judgements, moved = [kinds[kind] for kinds in board.values() if kind in kinds], changes(kind, before, now)
        yield kind_row(kind, judgements, moved)
        if kind != "header":
            yield from field_rows(judgements, moved)


def table(title: str, lines: Iterable[Row]) -> str:
    head = f"{title:26}{'by hand':>8}{'read':>8}{'found':>8}{'exact':>8}{'gained':>8}{'lost':>6}"
    return "\n".join([head, "-" * len(head), *map(line, lines)]) + "\n"


def line(row: Row) -> str:
    is_field = row.name.startswith(" ")
    counts = f"{row.hand:>8}{'' if is_field else row.read:>8}{'' if is_field else f'{row.found:.3f}':>8}{row.exact:>8.3f}"
    return f"{row.name:26}{counts}{row.gained or '':>8}{row.lost or '':>6}"


def below(lines: Iterable[Row]) -> list[str]:
    """The kinds that are below their floor."""
    return [row.name for row in lines if row.name in FLOORS and (row.found < FLOORS[row.name][0] or row.exact < FLOORS[row.name][1])]


@cache
def corpus() -> Mapping[str, Mapping[str, Judgement]]:
    return {folder.name: document(twins.expected(folder), twins.projection(twins.record(folder))) for folder in twins.FOLDERS}


@cache
def gold() -> Mapping[str, Mapping[str, Judgement]]:
    """The gold files, where the folder ../shared is there."""
    found = ((path.stem, dated(yaml.safe_load(path.read_text(encoding="utf8")))) for path in sorted(SHARED.glob("gold/*.yaml")))
    return {name: document(hand, twins.projection(pipeline.extract(pipeline.read(SHARED / hand["document"])))) for name, hand in found}


def document(hand: dict, read: dict) -> Mapping[str, Judgement]:
    return {kind: judged(kind, hand, read) for kind in KINDS if kind in hand}


def dated(value: object) -> object:
    """YAML's days as they are written."""
    if isinstance(value, dict):
        return {key: dated(each) for key, each in value.items()}
    return [dated(each) for each in value] if isinstance(value, list) else value.isoformat() if hasattr(value, "isoformat") else value


def accepted() -> Faults:
    return json.loads(ACCEPTED.read_text(encoding="utf8"))


def main(verb: str) -> int:
    boards = {title: board for title, board in (("corpus", corpus()), ("gold", gold())) if board}
    if verb == "accept":
        kept = accepted() | {name: found for board in boards.values() for name, found in faults(board).items()}
        ACCEPTED.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf8")
    is_low = False
    for title, board in boards.items():
        lines = list(rows(board, accepted()))
        print(table(f"{title}: {len(board)} documents", lines), *moved(board), *(f"below its floor: {name}\n" for name in below(lines)), sep="")
        is_low = is_low or bool(below(lines))
    return 1 if is_low else 0


def moved(board: Mapping[str, Mapping[str, Judgement]]) -> Iterator[str]:
    """Each fault that is gone and each that is new."""
    for kind in KINDS:
        for way, found in changes(kind, accepted(), faults(board)).items():
            yield from (f"{way}: {kind}: {fault}\n" for fault in found.elements())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "show"))
