"""Mentions and outline → the record of a directive."""

from collections.abc import Mapping

from ..match import overlap
from ..model import Directive, Document, Mention, Outline
from .assignments import assignments, merged
from .citations import citations
from .deadlines import deadlines
from .header import header
from .provinces import merged as merged_provinces
from .targets import targets
from .tasks import tasks


def assemble(document: Document, outline: Outline, mentions: Mapping[str, tuple[Mention, ...]]) -> Directive:
    """All that the document says: `mentions` by their kind."""
    head = header(document, outline)
    cited = mentions["citation"]
    when, odd = deadlines(document, outline, mentions["deadline"], cited, head.date)
    quantities = [each for each in mentions["target"] if not any(overlap(each.span, other.span) for other in cited)]
    return Directive(
        source=document.source, header=head, citations=tuple(citations(document, cited, head.number)), sections=outline.sections,
        targets=tuple(targets(document, outline, quantities, head.date)), deadlines=when,
        tasks=merged(tasks(document, outline, when), assignments(document, outline, when)),
        notes=(*document.notes, *outline.notes, *odd, *merged_provinces(document)), blocks=document.blocks,
    )
