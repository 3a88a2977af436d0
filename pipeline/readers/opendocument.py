"""OpenDocument text (.odt)."""

from ..model import Document
from . import office


def read(content: bytes, name: str) -> Document:
    """The document of an .odt file."""
    return office.read(content, "odt", name)
