"""Words of the clean text are found again in the raw text, whatever the reader did to it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.alignment import Alignment, placed
from pipeline.model import Block, Span
from pipeline.text import clean


def found(raw: str, block: str, words: str) -> str | None:
    """What stands in `raw` for `words` of a block."""
    start = block.index(words)
    place = Alignment(raw, [Block(kind="paragraph", text=block)]).place(Span(block=0, start=start, end=start + len(words)))
    return raw[slice(*place)] if place else None


@pytest.mark.parametrize(("raw", "expected"), [
    ("đạt trên  50%\ndân số", "trên  50%\ndân"), ("đạt tr\u200bên 50% dân số", "tr\u200bên 50% dân"),
    (unicodedata.normalize("NFD", "đạt trên 50% dân số"), unicodedata.normalize("NFD", "trên 50% dân")),
    ("1. đạt trên 50%¹ dân số", "trên 50%¹ dân"), ("đạt trên 50% [footnoteRef:1]dân số", "trên 50% [footnoteRef:1]dân"),
], ids=["white space", "invisible", "decomposed", "a sign between", "a mark between"])
def test_words_are_found_as_they_stand_in_the_raw_text(raw, expected):
    assert found(raw, "đạt trên 50% dân số", "trên 50% dân") == expected


def test_words_that_are_not_there_have_no_place():
    assert found("xyz", "đạt", "đạt") is None


def test_a_repeated_block_is_found_at_its_own_place():
    raw = "CHỦ TỊCH\nmột\nCHỦ TỊCH\nhai"
    blocks = [Block(kind="paragraph", text=line) for line in raw.split("\n")]
    alignment = Alignment(raw, blocks)
    assert [alignment.place(Span(block=number, start=0, end=len(block.text))) for number, block in enumerate(blocks)] == [
        (0, 8), (9, 12), (13, 21), (22, 25)]


def test_a_block_that_was_moved_does_not_draw_the_next_ones_with_it():
    body = "Mộtđoạnvănbảndàihơnbốnmươichữcáiđểđứngvững" * 15
    raw = body + "haiba" + "ghichú"
    assert [numbers[0] for numbers in placed(raw, ["ghichú", body, "haiba"])] == [len(body) + 5, 0, len(body)]


@given(st.lists(st.text().map(clean).filter(bool), max_size=6))
def test_every_block_of_a_text_that_was_only_cut_up_has_its_whole_place(texts):
    raw = "\n\n".join(texts)
    alignment = Alignment(raw, [Block(kind="paragraph", text=text) for text in texts])
    for number, text in enumerate(texts):
        place = alignment.place(Span(block=number, start=0, end=len(text)))
        assert place is not None
        assert "".join(clean(raw[slice(*place)]).split()) == "".join(text.split())
