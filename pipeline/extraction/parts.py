"""The named parts of a mention: their words, and where the quoted part stands."""

from ..model import Mention


def words_in(mention: Mention, name: str) -> str | None:
    """The words of the part `name`, None where the mention has none."""
    part = mention.parts.get(name)
    return part.text if part else None


def quoted(mention: Mention) -> tuple[int, int]:
    """Where the words stand that are to be quoted: the part that the rule names for it, else the whole match."""
    part = mention.parts.get(str(mention.value.get("quote")))
    return (part.start, part.end) if part else (mention.span.start, mention.span.end)
