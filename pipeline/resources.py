"""Where the data that officials may read and change is: beside the package in a checkout, inside it in an installed wheel."""

from functools import cache
from pathlib import Path

import yaml

from .errors import BadGrammar

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `grammars`, `templates` or `corpus`."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def table(name: str) -> dict:
    """The content of `grammars/NAME.yaml`. It is shared: do not change it."""
    path = folder("grammars") / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise BadGrammar(path, f"cannot be read: {error}.", "Restore the file or mend its YAML.") from error
