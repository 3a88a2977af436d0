"""`nlp.add_pipe("chidao")` puts the items of a directive on the Doc of its whole text, exactly where they stand."""

import unicodedata

import pytest
import spacy
from spacy.tokens import Doc

import pipeline
from pipeline.errors import Classified
from pipeline.spans import Tokenizer, groups
from pipeline.text import clean
from tests.test_cli import MARKED, PLAN
from tests.twins import CORPUS

TEXT = (CORPUS / "provincial-plan-party" / "source.txt").read_text(encoding="utf8")
GROUPS = {"targets", "deadlines", "tasks", "owners", "citations"}


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("xx")
    made.tokenizer = Tokenizer(made.vocab)
    made.add_pipe("chidao")
    return made


def quotes(doc: Doc, name: str) -> dict[str, str]:
    return {span.id_: clean(span.text) for span in doc.spans[name]}


def test_the_component_is_found_by_its_entry_point():
    from importlib.metadata import entry_points

    assert [each.value for each in entry_points(group="spacy_factories", name="chidao")] == ["pipeline.component:Component"]


def test_every_group_holds_the_items_of_the_record(nlp):
    directive = pipeline.extract(pipeline.read(CORPUS / "provincial-plan-party" / "source.txt"))
    doc = nlp(TEXT)
    assert set(doc.spans) == GROUPS
    for name, items in groups(directive).items():
        assert len(items) > 0
        assert [span.id_ for span in doc.spans[name]] == [label for label, _ in items]


@pytest.mark.parametrize("change", [
    str, lambda text: unicodedata.normalize("NFD", text), lambda text: text.replace(" ", "  ").replace("\n", " \r\n\t"),
    lambda text: text.replace("ngày", "ng\u200bày")], ids=["as it is", "decomposed", "white space", "invisible signs"])
def test_each_span_is_its_quote_though_the_text_is_not_clean(nlp, change):
    text = change(TEXT)
    doc = nlp(text)
    assert doc.text == text
    for name in ("targets", "deadlines", "tasks"):
        assert quotes(doc, name) == {item["id"]: item["quote"] for item in doc.user_data["chidao"][name]}


def test_a_label_tells_what_a_span_is(nlp):
    doc = nlp(PLAN)
    assert {name: {span.label_ for span in doc.spans[name]} for name in GROUPS} == {name: {name.removesuffix("s")} for name in GROUPS}
    assert {span.id_ for span in doc.spans["owners"]} == {"Phòng Kinh tế", "Công an xã"}


def test_another_tokenizer_gives_whole_tokens_around_the_words():
    nlp = spacy.blank("xx")
    nlp.add_pipe("chidao")
    doc = nlp(PLAN)
    [target] = doc.spans["targets"]
    assert target.text.startswith("Ít nhất 80%")
    assert doc.user_data["chidao"]["targets"][0]["quote"] in target.text


def test_a_doc_keeps_its_record_when_it_is_stored(nlp):
    doc = nlp(PLAN)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data["chidao"] == doc.user_data["chidao"]
    assert quotes(again, "targets") == quotes(doc, "targets")


def test_a_text_that_asks_for_nothing_has_empty_groups(nlp):
    assert {name: len(nlp("Xin chào.").spans[name]) for name in GROUPS} == dict.fromkeys(GROUPS, 0)
    assert set(nlp("").spans) == GROUPS


def test_a_classified_text_is_refused_unless_it_may_be_read(nlp):
    with pytest.raises(Classified):
        nlp(MARKED)
    allowed = spacy.blank("xx")
    allowed.add_pipe("chidao", config={"allow_classified": True})
    assert len(allowed(MARKED).spans["targets"]) == 1
