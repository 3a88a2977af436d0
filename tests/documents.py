"""Small documents from lines, as the tests of the outline and of the extraction need them."""

import pipeline
from pipeline.model import Block, Directive, Document, Source
from pipeline.text import clean

STATE_HEAD = ("UBND TỈNH SƠN HÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-UBND",
              "Sơn Hà, ngày 05 tháng 9 năm 2025", "KẾ HOẠCH", "Thực hiện phong trào vệ sinh môi trường")
OPENING = "Căn cứ tình hình thực tế của địa phương, UBND tỉnh ban hành Kế hoạch với những nội dung sau:"


def document(*lines: str, kind: str = "paragraph") -> Document:
    return Document(Source(path="-", format="txt", sha256=""), tuple(Block(kind=kind, text=clean(line)) for line in lines))


def body(*lines: str) -> Directive:
    """The record of a provincial plan with these lines as its body."""
    return pipeline.extract(document(*STATE_HEAD, OPENING, *lines))


def tasks(*lines: str) -> dict[str, tuple[list[str], list[str]]]:
    """The tasks of an operative part by their first words: who leads, and who coordinates."""
    directive = body("II. NHIỆM VỤ, GIẢI PHÁP", *lines)
    return {task.text: ([owner.name for owner in task.lead], [owner.name for owner in task.coordinate]) for task in directive.tasks}
