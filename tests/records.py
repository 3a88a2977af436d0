"""A small record and a small report, built by hand, for the tests of what is written from them."""

from datetime import date

from pipeline.model import (
    Anchor,
    Block,
    Citation,
    Coverage,
    Deadline,
    Directive,
    Finding,
    Header,
    Measure,
    Note,
    Owner,
    Report,
    Source,
    Span,
    Target,
    Task,
)

TEXTS = ("II. CHỈ TIÊU", "Hơn 4.200 người dân (75%) được tập huấn.",
         "- Phòng Kinh tế chủ trì, báo cáo trước ngày 15/9/2025; định kỳ hằng quý.",
         "Kế hoạch số 45/KH-UBND ngày 15/9/2025")


def span(block: int, words: str) -> Span:
    start = TEXTS[block].index(words)
    return Span(block=block, start=start, end=start + len(words), page=1)


TARGET = Target(id="T1", value=4200, unit="người dân", op="gt", also=Measure(value=75, unit="%"), subject="người dân", year=2025,
                section="II", quote="Hơn 4.200 người dân (75%)", span=span(1, "Hơn 4.200 người dân (75%)"), rule="target.count")
DATED = Deadline(id="D1", kind="date", bound="before", end=date(2025, 9, 15), section="II", quote="trước ngày 15/9/2025",
                 span=span(2, "trước ngày 15/9/2025"), rule="deadline.before-date")
QUARTERLY = Deadline(id="D2", kind="recurring", rrule="FREQ=MONTHLY;INTERVAL=3", section="II", quote="định kỳ hằng quý",
                     span=span(2, "định kỳ hằng quý"), rule="deadline.quarterly")
TASK = Task(id="N1", section="II", text=TEXTS[2], lead=(Owner(name="Phòng Kinh tế", span=span(2, "Phòng Kinh tế")),),
            coordinate=(Owner(name="Công an xã"), Owner(name="Trạm Y tế xã")), deadlines=("D1", "D2"), via="inline", quote=TEXTS[2],
            span=span(2, TEXTS[2]))
CITATION = Citation(id="C1", type="KH", number="45/KH-UBND", date="2025-09-15", issuer="UBND tỉnh Sơn Hà", title=None, alias=None,
                    quote=TEXTS[3], span=span(3, TEXTS[3]), mentions=(span(3, TEXTS[3]),))
DIRECTIVE = Directive(
    source=Source(path="xa.docx", format="docx", sha256="0" * 64),
    header=Header(type="KH", symbol="KH-UBND", issuer="UBND xã Đồi Chè", date="2025"),
    citations=(CITATION,), targets=(TARGET,), deadlines=(DATED, QUARTERLY), tasks=(TASK,),
    notes=(Note(code="label-odd", message="Số mục lạ."),), blocks=tuple(Block(kind="paragraph", text=text, page=1) for text in TEXTS))

FINDING = Finding(code="target-lowered", severity="error", message="Chỉ tiêu 70% thấp hơn cấp trên giao (75%).", quote="70% người dân",
                  span=span(1, "người dân"), parent_quote="75% người dân", suggestion="Nâng lên 75%.")
COVERAGE = Coverage(parent=Anchor(id="T1", quote="75% người dân", section="II.1"), draft=Anchor(id="T2", quote="70% người dân"),
                    status="lowered", why="70 < 75")
REPORT = Report(draft="xa.docx", parents=("tinh.docx",), findings=(FINDING,), summary={"error": 1, "warning": 0, "info": 0},
                coverage=(COVERAGE,))
