"""What the Vietnamese language tools cost and what they add: `python -m bench.language`.

Times are those of understanding (outline, mentions, record) after the document is read and all is imported, each with nothing remembered
from the run before; what a function adds is told by the score without it, as if it saw nothing in any sentence.
"""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pipeline
from pipeline import tokens
from pipeline.model import Document
from tests import scoreboard, twins

SEED = scoreboard.SHARED / "seeds" / "003_a08a3b406ff2bd2d.txt"
RUNS = 7
# Each function of tokens.py, and what stands for it when it sees nothing.
BLIND: Mapping[Callable, Callable] = {
    tokens.begins_with_verb: lambda words: False,
    tokens.verb_places: lambda words: (),
    tokens.first_noun: lambda words: words.split(" ")[0],
}


@contextmanager
def replaced(stand_ins: Mapping[Callable, Callable]) -> Iterator[None]:
    """Every module of the pipeline calls the stand-ins."""
    places = [(module, name, value) for key, module in list(sys.modules.items()) if key.startswith("pipeline")
              for name, value in list(vars(module).items()) if any(value is each for each in stand_ins)]
    for module, name, value in places:
        setattr(module, name, stand_ins[value])
    forget()
    try:
        yield
    finally:
        for module, name, value in places:
            setattr(module, name, value)
        forget()


class Timed:
    """A function that counts its calls and the time that they take."""

    def __init__(self, function: Callable) -> None:
        self.function, self.calls, self.seconds = function, 0, 0.0

    def __call__(self, words: str) -> object:
        started = time.perf_counter()
        found = self.function(words)
        self.calls, self.seconds = self.calls + 1, self.seconds + time.perf_counter() - started
        return found


def forget() -> None:
    """Nothing is remembered that was made of a text; patterns and tables are."""
    for function in (*BLIND, *remembering()):
        function.cache_clear()


def remembering() -> set[Callable]:
    """The functions of the pipeline that remember some of their answers."""
    modules = [module for key, module in sys.modules.items() if key.startswith("pipeline")]
    return {value for module in modules for value in vars(module).values()
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]}


def understood(documents: list[Document]) -> float:
    """Milliseconds to understand `documents`, the best of some runs."""

    def once() -> float:
        forget()
        started = time.perf_counter()
        for document in documents:
            pipeline.extract(document)
        return 1000 * (time.perf_counter() - started)

    return min(once() for _ in range(RUNS))


def costs(documents: list[Document]) -> dict[Callable, Timed]:
    forget()
    timed = {function: Timed(function) for function in BLIND}
    with replaced(timed):
        for document in documents:
            pipeline.extract(document)
    return timed


def faults() -> Counter:
    """How many faults the board counts in each kind, in the corpus and in the gold files."""
    scoreboard.corpus.cache_clear()
    scoreboard.gold.cache_clear()
    return Counter(kind for board in (scoreboard.corpus(), scoreboard.gold()) for kinds in board.values()
                   for kind, judgement in kinds.items() for _ in judgement.wrong)


def importing(program: str) -> float:
    """Milliseconds that a new Python takes for `program`, the best of three."""

    def once() -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        return 1000 * (time.perf_counter() - started)

    return min(once() for _ in range(3))


def items(documents: list[Document]) -> Counter:
    """The items of all records, by kind."""
    return Counter((kind, item.model_dump_json()) for record in map(pipeline.extract, documents)
                   for kind in ("targets", "deadlines", "tasks") for item in getattr(record, kind))


def told(more: Counter) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in sorted(more.items())) or "none"


def by_kind(found: Counter) -> Counter:
    return Counter(kind for kind, _ in found.elements())


def importing_table() -> None:
    empty = importing("pass")
    loaded, tagged = (importing(program) - empty for program in ("import underthesea", "import underthesea; underthesea.pos_tag('xã')"))
    print(f"import of underthesea: {loaded:.0f} ms; with its first tagged sentence: {tagged:.0f} ms\n")


def whole_table(seed: list[Document], corpus: list[Document], base: Counter) -> None:
    print(f"| understanding, after imports | seed 003 | {len(corpus)} documents of the corpus | faults more |\n|---|---|---|---|")
    print(f"| as it is | {understood(seed):.0f} ms | {understood(corpus):.0f} ms | |")
    with replaced(BLIND):
        print(f"| without underthesea | {understood(seed):.0f} ms | {understood(corpus):.0f} ms | {told(faults() - base)} |\n")


def function_table(seed: list[Document], corpus: list[Document], samples: list[Document], base: Counter) -> None:
    print("| function | calls, ms in seed 003 | in the corpus | faults more without it | items that change in "
          f"{len(samples)} other real texts |\n|---|---|---|---|---|")
    in_seed, in_corpus, kept = costs(seed), costs(corpus), items(samples)
    for function, blind in BLIND.items():
        with replaced({function: blind}):
            more, changed = told(faults() - base), told(by_kind(kept - items(samples)))
        shown = (f"{each[function].calls}, {1000 * each[function].seconds:.0f}" for each in (in_seed, in_corpus))
        print(f"| `{function.__name__}` | {' | '.join(shown)} | {more} | {changed} |")


def main() -> None:
    corpus = [pipeline.read(folder / "source.docx") for folder in twins.FOLDERS]
    seed = [pipeline.read(SEED)] if SEED.exists() else corpus[:1]
    samples = [pipeline.read(path) for path in sorted(scoreboard.SHARED.glob("samples/texts/*.txt"))]
    understood(seed), understood(corpus)  # what is compiled or loaded on the first call
    base = faults()
    importing_table()
    whole_table(seed, corpus, base)
    function_table(seed, corpus, samples, base)


if __name__ == "__main__":
    main()
