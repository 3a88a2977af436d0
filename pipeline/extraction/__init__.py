"""Mentions and outline → the record of a directive."""

from collections.abc import Mapping

from ..match import overlap
from ..model import Directive, Document, Mention, Outline, Target
from .assignments import assignments, merged
from .citations import citations
from .deadlines import beside_targets, deadlines
from .figures import figures
from .header import header
from .provinces import merged as merged_provinces
from .targets import targets
from .tasks import tasks
from .unread import unread


def assemble(document: Document, outline: Outline, mentions: Mapping[str, tuple[Mention, ...]]) -> Directive:
    """All that the document says: `mentions` by their kind."""
    head = header(document, outline)
    cited = mentions["citation"]
    when, odd = deadlines(document, outline, mentions["deadline"], cited, head.date)
    quantities = [each for each in mentions["target"] if not any(overlap(each.span, other.span) for other in cited)]
    aims = numbered((*figures(document, outline, head), *targets(document, outline, quantities, when, head.date)))
    when = beside_targets(document, when, aims)
    return Directive(
        source=document.source, header=head, citations=tuple(citations(document, cited, head)), sections=outline.sections,
        targets=aims, deadlines=when,
        tasks=merged(tasks(document, outline, when), assignments(document, outline, when)),
        notes=(*document.notes, *outline.notes, *odd, *unread(document, outline, mentions), *merged_provinces(document)),
        blocks=document.blocks,
    )


def numbered(found: tuple[Target, ...]) -> tuple[Target, ...]:
    """The targets in the order of the text, with ids that count them; of two that begin at one place the first given is kept."""
    kept = {(target.span.block, target.span.start): target for target in reversed(found)}
    in_order = sorted(kept.values(), key=lambda target: (target.span.block, target.span.start))
    return tuple(target.model_copy(update={"id": f"target-{place}"}) for place, target in enumerate(in_order, 1))
