"""Word files that are one file of XML: Word 2003, and packages laid flat."""

from ...model import Document
from . import anydoc


def read(content: bytes, name: str) -> Document:
    """The document of such a file."""
    return anydoc.through_word(content, ".xml", name)
