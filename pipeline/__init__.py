"""The four verbs. Every other module is a part of one of these lines.

    Path → Document → Outline → Mentions → Directive → Report | Draft

A verb loads its part when it is called, so that `import pipeline` and `chidao --help` are quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from .compare.phrases import Language
    from .drafting import Draft
    from .model import Directive, Document, Report, System
    from .profile import Profile

__all__ = ["PipelineError", "Profile", "check", "draft", "extract", "read"]


def read(path: Path | str, *, allow_classified: bool = False, ocr: bool = True) -> Document:
    """The document at `path`: the door, where bytes become clean text, once; without `ocr`, scanned pages are left out."""
    from . import readers
    from .classification import permitted

    return permitted(readers.read(Path(path), ocr), allow_classified)


def extract(document: Document) -> Directive:
    """The record of `document`: its header, citations, sections, targets, deadlines, tasks and notes."""
    from .extraction import assemble
    from .match import find
    from .outline import structure

    outline = structure(document)
    return assemble(document, outline, find(document, outline))


def check(draft: Directive, parents: Iterable[Directive], profile: Profile | None = None, *, language: Language = "vi") -> Report:
    """What became of the parents' items in `draft`, and what else is wrong with it."""
    from .compare import pair_up, report
    from .profile import EMPTY

    return report(pair_up(draft, parents, profile or EMPTY), language)


def draft(
    parents: Directive | Sequence[Directive], profile: Profile, today: date, *,
    kind: str = "KH", system: System | None = None, form: str | None = None, comments: bool = True,
) -> Draft:
    """The document of the profile's unit under one or several parents: decided first, then worded by the templates."""
    from .drafting import plan, render

    return render(plan(parents, profile, today, kind=kind, system=system, form=form), comments=comments)


def __getattr__(name: str) -> type[Profile]:
    if name != "Profile":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .profile import Profile

    return Profile
