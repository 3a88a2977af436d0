"""OpenDocument text (.odt)."""

from ...model import Document
from . import anydoc


def read(content: bytes, name: str) -> Document:
    """The document of an .odt file."""
    return anydoc.read(content, "odt", name)
