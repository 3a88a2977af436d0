from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.spans import annotated, language
from tests.twins import CORPUS


@given(st.text() | st.text("ạb1 \n\t\u0301"))
def test_a_tokenized_text_is_the_text(text):
    assert language()(text).text == text


def test_every_item_is_a_span_of_its_own_words():
    directive = pipeline.extract(pipeline.read(CORPUS / "provincial-plan-state" / "source.docx"))
    docs = list(annotated(directive))
    assert [doc.text for doc in docs] == [block.text for block in directive.blocks]
    found = {span.label_: span.text for doc in docs for group in ("targets", "deadlines", "tasks") for span in doc.spans[group]}
    assert found == {item.id: item.quote for item in (*directive.targets, *directive.deadlines, *directive.tasks)}


def test_owners_stand_in_the_text_by_their_names():
    directive = pipeline.extract(pipeline.read(CORPUS / "provincial-plan-party" / "source.docx"))
    owners = [span for doc in annotated(directive) for span in doc.spans["owners"]]
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy" in {span.text for span in owners}
    assert all(span.text == span.label_ for span in owners)
