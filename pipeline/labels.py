"""The labels of units: what stands at the head of a block, and which family of numbering it belongs to."""

import re
from dataclasses import dataclass

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((family, re.compile(pattern)) for family, pattern in (
    ("appendix", r"(?P<name>(?:Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU)(?: số| SỐ)? (?:[IVX]+(?:\.\d+)?|\d+(?:\.\d+)?|[A-Z]))(?=[.: ]|$)[.:]?"),
    ("part", r"(?P<name>(?:Phần|PHẦN)(?: thứ| THỨ)? (?:[IVX]+|\d+|[a-zà-ỹ]+|[A-ZÀ-Ỹ]+))(?=[.:]|$)[.:]?"),
    ("chapter", r"(?P<name>(?:Chương|CHƯƠNG) (?:[IVX]+|\d+))(?=[.: ]|$)[.:]?"),
    ("division", r"(?P<name>(?:Mục|MỤC) (?:\d+|[IVX]+))(?=[.:]|$)[.:]?"),
    ("article", r"(?P<name>(?:Điều|ĐIỀU) \d+[a-zđ]?)[.:]"),
    ("decimal", r"(?P<name>\d{1,2}(?:\.\d{1,2}){1,4})(?=[.) \-])[.)\-]?(?= |$)"),
    ("number", r"(?P<name>\d{1,3})(?:\.(?!\d)|[-/](?= \D))"),
    ("bracketed", r"\(?(?P<name>\d{1,3})\)(?!\w)"),
    ("roman", r"(?P<name>[IVX]{1,5}) ?[.)\-/](?=\s|[^\d\s])"),
    ("capital", r"(?P<name>[A-HK-UYĐ])[.)](?= )"),
    ("letter", r"(?P<name>[a-zđ])(?:[).](?= |[^\W\d])|-(?= \D))"),
    ("dash", r"(?P<name>[-–—•·●▪◦⁃\uf0b7\uf02d\uf0a7])(?= ?[^\s\d-]| \d)"),
    ("plus", r"(?P<name>\+)(?= ?\S)"),
    ("star", r"(?P<name>\*)(?= ?[^\s*])"),
))


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed at the head of a block, with its family and its bare name (`a` of `a)`)."""

    family: str
    name: str
    printed: str


def label_of(text: str) -> Label | None:
    """The label at the head of `text`, None where there is none."""
    found = ((family, pattern.match(text)) for family, pattern in FORMS)
    return next((Label(family, match["name"], match[0]) for family, match in found if match), None)
