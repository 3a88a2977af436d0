"""The spaCy component `chidao`: the items of a directive as span groups of the Doc of its whole text."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from . import extract
from .alignment import Alignment, squeezed
from .classification import permitted
from .export import mapping
from .model import Document, Source
from .readers.plain.text import read
from .spans import groups


@Language.factory("chidao", default_config={"allow_classified": False})
class Component:
    """Fills `doc.spans` with `targets`, `deadlines`, `tasks`, `owners` and `citations`, and `doc.user_data["chidao"]` with the record.

    A span's label tells what it is (`target`), its `id_` which item of the record, or the body's name. It is made of whole tokens.
    """

    def __init__(self, nlp: Language, name: str, allow_classified: bool) -> None:
        self.allow_classified = allow_classified

    def __call__(self, doc: Doc) -> Doc:
        directive = extract(permitted(document(doc.text), self.allow_classified))
        alignment = Alignment(doc.text, directive.blocks)
        for name, items in groups(directive).items():
            found = ((item, alignment.place(span)) for item, span in items)
            doc.spans[name] = [spanned(doc, place, name.removesuffix("s"), item) for item, place in found if place]
        doc.user_data["chidao"] = mapping(directive)
        return doc


def document(text: str) -> Document:
    """The document of a text; an empty Doc among others is no mistake."""
    return read(text.encode(), "-") if squeezed(text) else Document(Source(path="-", format="txt", sha256=""), ())


def spanned(doc: Doc, place: tuple[int, int], label: str, identity: str) -> Span:
    return doc.char_span(*place, label=label, span_id=identity, alignment_mode="expand")
