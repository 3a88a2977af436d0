"""Each document of the corpus gives the record that was read from it by hand; its other forms give the same items."""

import pytest

import pipeline
from tests import twins

SUFFIXES = (".pdf", ".txt", ".doc", ".docx", ".rtf", ".odt", ".html")
FORMS = [
    (folder, path)
    for folder in twins.FOLDERS
    for path in sorted(folder.iterdir())
    if path.suffix in SUFFIXES and path.name != "source.docx" and not path.stem.startswith("scan")
]


@pytest.mark.parametrize("folder", twins.FOLDERS, ids=lambda folder: folder.name)
def test_a_document_gives_its_expected_record(folder):
    assert list(twins.differences(twins.expected(folder), twins.projection(twins.record(folder)))) == []


@pytest.mark.parametrize(("folder", "path"), FORMS, ids=[f"{folder.name}/{path.name}" for folder, path in FORMS])
def test_another_form_of_a_document_gives_the_same_items(folder, path):
    hand = twins.expected(folder)
    read = twins.projection(pipeline.extract(pipeline.read(path)))
    assert list(twins.differences(hand, hand | {kind: read[kind] for kind in twins.KINDS})) == []


def test_what_is_lost_made_up_or_changed_is_told():
    hand = twins.expected(twins.FOLDERS[0]) | {"tasks": []}
    first, *_, last = hand["targets"]
    invented = {"kind": "date", "end": "1999-01-01", "quote": "trước ngày 01/01/1999"}
    read = hand | {"targets": [first | {"year": 1999}, *hand["targets"][1:-1]], "deadlines": [*hand["deadlines"], invented]}
    lines = list(twins.differences(hand, read))
    assert [line[0] for line in lines] == ["~", "-", "+"]
    assert str(last) in lines[1]
    assert str(invented) in lines[2]


def test_accepting_takes_the_reading_where_it_differs_and_keeps_the_words_chosen_by_hand():
    hand = twins.expected(twins.FOLDERS[0]) | {"tasks": [], "deadlines": []}
    first, *rest = hand["targets"]
    read = hand | {"targets": [first | {"year": 1999, "quote": first["quote"] + " và"}, *[item | {"quote": item["quote"]} for item in rest]]}
    assert twins.accepted(hand, read)["targets"] == [first | {"year": 1999, "quote": first["quote"] + " và"}, *rest]
