"""The tables of writers: a draft in the formats that leave chidao."""

from collections.abc import Callable, Mapping

from ..rendering import Draft
from . import markdown, record, word

DRAFTS: Mapping[str, Callable[[Draft], bytes]] = {"docx": word.write, "md": markdown.write, "json": record.write}
