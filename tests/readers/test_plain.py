"""Text files become whole paragraphs: nothing lost, nothing glued."""

from pipeline import readers


def texts(text: str, name: str = "kh.txt") -> list[str]:
    return [block.text for block in readers.read_bytes(text.encode(), name).blocks]


def test_each_line_is_a_paragraph_where_the_file_is_that_way():
    assert texts("I. MỤC ĐÍCH\n1. Mục đích\n- Phổ cập kỹ năng số.\n") == ["I. MỤC ĐÍCH", "1. Mục đích", "- Phổ cập kỹ năng số."]
