"""What holds for every text: no word is lost, none is made up, and printed lines come back as the paragraphs that they were."""

import re
import textwrap
from collections import Counter
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline import readers
from pipeline.errors import EmptyFile, PipelineError

SHARED = Path(__file__).parents[3] / "shared"
REAL = sorted((*SHARED.glob("seeds/*.txt"), *SHARED.glob("samples/texts/*.txt")))
# What conversions leave in the text, and is no word of the document; the number at a footnote's head is a mark as well.
SLIPS = re.compile(
    r"\[footnoteRef:\d+\]|\[bookmark:[^\]]*\]|\[\d+:(?=\s)|```\w*|^\s{20,}$\n\d+(?=\s)|(?<=\n)[23](?= Công văn số)", re.MULTILINE
)
SYLLABLES = [
    "xã",
    "Đề",
    "án",
    "quy",
    "định,",
    "số",
    "hiện",
    "các",
    "thôn;",
    "Công",
    "an",
    "và",
    "kỹ",
    "năng",
    "(năm",
    "2026)",
    "“Chợ",
    "số”",
    "5.",
    "80%",
    "của",
]
HEADS = [
    "",
    "",
    "1. ",
    "2.1. ",
    "a) ",
    "- ",
    "+ ",
    "II. ",
    "Điều 5. ",
    "Nơi nhận: ",
    "Số: ",
    "Kính gửi: ",
    "KẾ HOẠCH",
    "Căn cứ ",
    "TM. ỦY BAN",
    "*",
    "# ",
]
LINES = st.builds(
    lambda head, words, gap: head + gap.join(words),
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(SYLLABLES), max_size=25),
    st.sampled_from([" ", "  ", "\t", "     "]),
)
TEXTS = st.lists(LINES, min_size=1, max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", " \n"]).map(lambda end: end.join(lines))
)


def words(text: str) -> Counter:
    return Counter(re.findall(r"\w+", normalize("NFC", text)))


def words_read(text: str, name: str = "kh.txt") -> Counter:
    """The words of the blocks, and those of pieces that a note tells were left out."""
    document = readers.read_bytes(text.encode(), name)
    left_out = (re.search("“(.*)”", note.message)[1] for note in document.notes if note.code == "page-number-dropped")
    return words("\n".join([*(block.text for block in document.blocks), *left_out]))


@given(TEXTS)
def test_no_word_is_lost_and_none_is_made_up(text):
    try:
        assert words_read(text) == words(text)
    except EmptyFile:
        assert not words(text)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:24])
def test_no_word_of_a_real_document_is_lost(path):
    text = path.read_text(encoding="utf8")
    assert words_read(text, path.name) == words(SLIPS.sub("", text))


@pytest.mark.parametrize("gold", sorted(SHARED.glob("gold/*.yaml")), ids=lambda path: path.stem)
def test_each_quote_of_the_gold_stands_in_one_block(gold):
    read_by_hand = yaml.safe_load(gold.read_text(encoding="utf8"))
    blocks = [block.text for block in readers.read(SHARED / read_by_hand["document"]).blocks]
    quotes = [item["quote"] for kind in ("targets", "deadlines", "tasks") for item in read_by_hand[kind]]
    assert [quote for quote in quotes if not any(quote in block for block in blocks)] == []


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    try:
        document = readers.read_bytes(text.encode(errors="ignore"), "kh.txt")
    except PipelineError:
        return
    assert all(block.text == " ".join(block.text.split()) and block.text for block in document.blocks)


@given(st.binary(max_size=300), st.sampled_from(["kh.docx", "kh.pdf", "kh.txt", "-"]))
def test_any_bytes_are_read_or_refused(content, name):
    with suppress(PipelineError):
        assert readers.read_bytes(content, name).blocks


PARAGRAPHS = st.lists(
    st.builds(
        lambda label, words, end: f"{label} {' '.join(words).capitalize()}{end}",
        st.sampled_from(["-", "+", "a)", "1.", "2.3.", "b)"]),
        st.lists(
            st.sampled_from(
                [
                    "phối",
                    "hợp",
                    "với",
                    "các",
                    "cơ",
                    "quan",
                    "liên",
                    "quan",
                    "tham",
                    "mưu",
                    "xây",
                    "dựng",
                    "kế",
                    "hoạch",
                    "tuyên",
                    "truyền",
                    "tập",
                    "huấn",
                    "kỹ",
                    "năng",
                    "số",
                ]
            ),
            min_size=30,
            max_size=80,
        ),
        st.sampled_from([".", ";", "…", ":"]),
    ),
    min_size=2,
    max_size=6,
)


@given(PARAGRAPHS, st.integers(min_value=66, max_value=99), st.sampled_from(["\n", "\n\n"]))
def test_printed_lines_come_back_as_the_paragraphs_that_they_were(paragraphs, width, end):
    text = end.join(line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width))
    assert [block.text for block in readers.read_bytes(text.encode(), "kh.txt").blocks] == paragraphs
