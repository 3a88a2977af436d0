"""What chidao says about odd things in a document; the sentences are `grammars/notes.yaml`."""

from .model import Note, Span
from .resources import table


def note(code: str, span: Span | None = None, **words: object) -> Note:
    """The note of `code`, its sentence filled with `words`."""
    return Note(code=code, message=table("notes")[code].format(**words), span=span)
