"""How a document of one system looks: the data files of `templates/forms`, each with the guide that it follows."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

import yaml

from ..errors import BadGrammar, UnsupportedFormat
from ..model import Record, System
from ..resources import folder, table

Align = Literal["left", "center", "both"]


class Style(Record):
    """One kind of paragraph: sizes in points, `indent` of the first line and `left` of all in millimetres.

    `outline` is the level of a heading; `keep` holds it to what follows.
    """

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Align = "left"
    indent: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep: bool = False
    new_page: bool = False
    outline: int | None = None


class Page(Record):
    """The paper and its margins, in millimetres; `number` is the size of the page number in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    number: float
    font: str


class Form(Record):
    """One form: the guide that it follows, its page, its styles by name."""

    name: str
    source: str
    system: System
    page: Page
    styles: Mapping[str, Style]


def form_for(system: System, today: date) -> str:
    """The name of the form in force on that day; the earliest one before that."""
    forms = sorted(table("drafting")["systems"][system]["forms"], key=lambda entry: entry["from"])
    return next((entry["form"] for entry in reversed(forms) if entry["from"] <= today), forms[0]["form"])


def form_named(name: str, system: System) -> str:
    """`name`, where it is a form of the system; UnsupportedFormat names those that are."""
    if form(name).system != system:
        names = ", ".join(entry["form"] for entry in table("drafting")["systems"][system]["forms"])
        raise UnsupportedFormat(name, f"is no form for the documents of the system {system}.", f"Give one of: {names}.")
    return name


@cache
def form(name: str) -> Form:
    """The form of `templates/forms/NAME.yaml`; UnsupportedFormat names those that there are."""
    names = sorted(path.stem for path in (folder("templates") / "forms").glob("*.yaml"))
    if name not in names:
        raise UnsupportedFormat(name, "there is no such form.", f"Give one of: {', '.join(names)}.")
    path = folder("templates") / "forms" / f"{name}.yaml"
    try:
        return Form(name=name, **yaml.safe_load(path.read_text(encoding="utf8")))
    except (yaml.YAMLError, TypeError, ValueError) as error:
        raise BadGrammar(path, f"cannot be read: {error}.", "Restore the file or mend it.") from error
