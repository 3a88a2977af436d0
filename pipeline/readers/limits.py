"""The limits under which files are read; the numbers are `grammars/limits.yaml`."""

from ..errors import LimitExceeded
from ..resources import table

MEGA = 1_000_000
WAY_OUT = "Split it, or raise `{name}` in grammars/limits.yaml."


def limit(name: str) -> int:
    return int(table("limits")[name])


def most_bytes() -> int:
    """How much of a file is taken in at most: one byte more than may be read."""
    return limit("file_megabytes") * MEGA + 1


def within(count: float, name: str, path: str, what: str) -> None:
    """Raises where `count` is above the limit `name`; `what` says what the file has too much of."""
    if count > limit(name):
        most = f"{limit(name):,} MB" if name.endswith("megabytes") else f"{limit(name):,}"
        raise LimitExceeded(path, f"{what}: more than {most} are not read.", WAY_OUT.format(name=name))
