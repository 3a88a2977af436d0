"""Whether the units that a draft refers to are in it."""

import re
from collections.abc import Iterator

from ...model import Directive, Span
from ...resources import table
from ...text import fold
from ..pairs import Pairs
from ..phrases import Flag
from ..prose import found, is_cited, is_quoted, words_at

CLAUSE = re.compile(r"[.;](?= |$)")


def broken(pairs: Pairs) -> Iterator[Flag]:
    """A reference to a unit that the document does not have; one to another document is not looked at."""
    draft = pairs.draft
    if not draft.sections:
        return
    told: set[tuple[int, int]] = set()
    for path, span in references(draft):
        if (span.block, span.start) not in told and not is_elsewhere(draft, span) and not exists(path, draft):
            told.add((span.block, span.start))
            quote = words_at(draft, span)
            yield Flag("reference-broken", {"reference": quote}, quote=quote, span=span)


def references(draft: Directive) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The units that are referred to, as the labels down to them, with the words that do it."""
    rules = table("slips")["references"]
    for name in ("scoped", "listed"):
        for match, span in found(rules[name], draft):
            for unit in re.finditer(rules["unit"], match["units"], re.IGNORECASE):
                yield (match["part"], *unit["number"].split("."), *filter(None, [unit["letter"]])), span
    for match, span in found(rules["path"], draft):
        yield tuple(match["path"].split(".")), span
    for match, span in found(rules["part"], draft):
        yield (match["part"],), span
    if any(section.label.lower().startswith("điều") for section in draft.sections):
        for match, span in found(rules["article"], draft):
            yield (f"Điều {match['article']}",), span


def exists(path: tuple[str, ...], draft: Directive) -> bool:
    """Some unit has that path, or under its first label one that is printed with the rest (`4.7`)."""
    wanted = ".".join(path)
    return any(bare(section.id) == wanted or bare(section.id).endswith(f".{wanted}") for section in draft.sections) or any(
        section.label.rstrip(".)") == ".".join(path[1:]) and section.id.split(".")[0] == path[0] for section in draft.sections)


def bare(identity: str) -> str:
    """The path of an id without the marks of repeated labels, and `IV` of `Phần IV`."""
    return re.sub(r"#\d+|(?<![^.])(?:Phần|PHẦN|Mục|MỤC) ", "", identity)


def is_elsewhere(draft: Directive, span: Span) -> bool:
    """The reference is to a unit of another document: named behind it, or before it in the clause, or itself in a title."""
    if is_cited(draft, span) or is_quoted(draft, span):
        return True
    text = fold(draft.blocks[span.block].text)
    if re.match(table("slips")["references"]["elsewhere"], text[span.end :], re.IGNORECASE):
        return True
    starts = [match.end() for match in CLAUSE.finditer(text, 0, span.start)]
    return any(
        mention.block == span.block and max(starts, default=0) <= mention.start < span.start
        for citation in draft.citations for mention in citation.mentions
    )
