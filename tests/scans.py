"""How much of a document is found in a scan of it: the targets, deadlines and owners of its Word file that its scan gives alike.

`python -m tests.scans [NAME ...]` prints it for the documents of the corpus, each printed by LibreOffice and scanned anew.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pipeline
from pipeline.model import Directive
from pipeline.text import same
from tests import twins

sys.path.append(str(twins.CORPUS))
from forms import saved_as  # noqa: E402
from scans import scanned  # noqa: E402

KINDS = ("targets", "deadlines", "owners")
FLOOR = 0.95
Shares = Mapping[str, tuple[int, int]]


def record_of(content: bytes, name: str) -> Directive:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        return pipeline.extract(pipeline.read(path))


def printed(folder: Path) -> bytes:
    """The PDF of a document of the corpus."""
    made = folder / "source.pdf"
    return made.read_bytes() if made.exists() else saved_as((folder / "source.docx").read_bytes(), ".pdf")


def scan_of(folder: Path) -> bytes:
    """A scan of the document, as PDF."""
    return scanned(printed(folder), twins.expected(folder)["header"]["signer"]["name"], seed=len(folder.name))


def shares(folder: Path, scan_record: Directive) -> tuple[Shares, list[str]]:
    """Of each kind, how many items the scan gives just as the Word file does, and how many that one has; and those that it does not."""
    word, scan = twins.projection(twins.record(folder)), twins.projection(scan_record)
    found, missed = {}, []
    for kind in ("targets", "deadlines"):
        pairs = [(item, other) for item, other in twins.paired(kind, word[kind], scan[kind]) if item]
        held = [other is not None and twins.agrees(kind, item, other) for item, other in pairs]
        found[kind] = (sum(held), len(pairs))
        missed += [f"{kind}: {item} → {other}" for (item, other), holds in zip(pairs, held, strict=True) if not holds]
    lost, total = list(owners_lost(word["tasks"], scan["tasks"])), sum(names(task).total() for task in word["tasks"])
    return found | {"owners": (total - len(lost), total)}, missed + lost


def owners_lost(tasks: list[dict], others: list[dict]) -> Iterator[str]:
    for task, other in twins.paired("tasks", tasks, others):
        if task:
            lost = names(task) - (names(other) if other else Counter())
            yield from (f"owners: {role} {name}: {task['quote'][:80]}" for role, name in lost.elements())


def names(task: dict) -> Counter:
    """The owners of a task, each with its role."""
    return Counter((role, same(name)) for role in ("lead", "coordinate") for name in task[role])


def total(known: Iterable[Shares]) -> Shares:
    counts = list(known)
    return {kind: (sum(each[kind][0] for each in counts), sum(each[kind][1] for each in counts)) for kind in KINDS}


def is_below(found: Shares) -> bool:
    return any(held < FLOOR * count for held, count in found.values())


def line(title: str, found: Shares) -> str:
    told = (f"{held:>4}/{count:<4}{f'{held / count:.1%}' if count else '':>7}" for held, count in (found[kind] for kind in KINDS))
    return f"{title:30}" + "".join(f"{one:>18}" for one in told)


def main(wanted: list[str]) -> int:
    print(f"{'in the scan / in the DOCX':30}" + "".join(f"{kind:>18}" for kind in KINDS))
    known = []
    for folder in twins.FOLDERS:
        if not wanted or folder.name in wanted:
            found, missed = shares(folder, record_of(scan_of(folder), "scan.pdf"))
            print(line(folder.name, found), *(f"    {each}" for each in missed), sep="\n", flush=True)
            known.append(found)
    print(line("all", total(known)))
    return 1 if is_below(total(known)) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
