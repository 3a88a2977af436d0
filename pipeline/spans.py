"""The record as spaCy documents: each block a Doc whose span groups are the items, for users who take them further."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .model import Directive, Owner, Span, Task

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A space behind a token belongs to it; any other white space is a token, so that lines and indents are kept.
TOKEN = re.compile(r"\d+|[^\W\d]+|[^\w\s]|[^\S ]|(?:(?<=\s)|^) ")


class Tokenizer:
    """Numbers, words and marks as tokens of their own, every character kept: `Tokenizer(vocab)(text).text == text`."""

    def __init__(self, vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> "Doc":
        from spacy.tokens import Doc

        found = list(TOKEN.finditer(text))
        ends = [*(match.start() for match in found[1:]), len(text)]
        return Doc(self.vocab, words=[match[0] for match in found],
                   spaces=[match.end() < end for match, end in zip(found, ends, strict=False)])


@cache
def language() -> "Language":
    """A blank Vietnamese spaCy pipeline with the offset-safe tokenizer."""
    import spacy

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.vi.VietnameseTokenizer", "use_pyvi": False}}})
    nlp.tokenizer = Tokenizer(nlp.vocab)
    return nlp


def annotated(directive: Directive) -> Iterator["Doc"]:
    """One Doc a block, in order; `doc.spans` holds targets, deadlines, tasks, owners and citations, labelled with their ids."""
    for number, block in enumerate(directive.blocks):
        doc = language()(block.text)
        for name, items in groups(directive).items():
            doc.spans[name] = [doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
                               for label, span in items if span.block == number]
        yield doc


def groups(directive: Directive) -> dict[str, list[tuple[str, Span]]]:
    """The items of each kind: their labels and where they stand."""
    return {
        "targets": [(each.id, each.span) for each in directive.targets],
        "deadlines": [(each.id, each.span) for each in directive.deadlines],
        "tasks": [(each.id, each.span) for each in directive.tasks],
        "citations": [(each.id, span) for each in directive.citations for span in each.mentions],
        "owners": list(dict.fromkeys((owner.name, owner.span) for _, _, owner in owned(directive))),
    }


def owned(directive: Directive) -> Iterator[tuple[Task, str, Owner]]:
    """Each body that stands in the text, with its task and what it is to that: `lead` or `coordinate`."""
    for task in directive.tasks:
        for role in ("lead", "coordinate"):
            yield from ((task, role, owner) for owner in getattr(task, role) if owner.span)
