"""A web page as elements: its letters decoded, its footnotes and fonts found, and the part of it that is the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes

from lxml import etree, html

from ...resources import table
from ...text import fold
from ..layout.forms import pattern
from ..letters.old import decoded
from ..letters.raw import characters, encoding_of

Element = html.HtmlElement
ARCHIVE = re.compile(rb"\A\s*(?:From|MIME-Version|Date|Subject|Snapshot-Content-Location)\s*:", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SPACE = re.compile(r"[ \t\r\n\f]+")
FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;\"',}]+)", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
BORDER = re.compile(r"border[\w-]*\s*:[^;]*\b(?:solid|double|dashed|dotted|inset|ridge)", re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FRAMES = ("header", "footer")  # the titles that LibreOffice gives the margins of pages
LONGEST_MOTTO = 60
MOST = 0.6  # of the words of a page: a part that holds so many is the document


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown: in which font, in capitals, in lines as typed, or not at all."""

    font: str | None = None
    is_capital: bool = False
    is_typed: bool = False
    is_hidden: bool = False

    def under(self, element: Element, looks: dict[str, str]) -> "Look":
        """The look of text in `element`, which stands in text of this look; `looks` are the styles by tag and class."""
        classes = element.get("class", "").split()
        names = (element.tag, *(f".{name}" for name in classes), *(f"{element.tag}.{name}" for name in classes))
        style = ";".join((*(looks[name] for name in names if name in looks), element.get("style", "")))
        families = FAMILY.findall(style)
        return replace(
            self,
            font=families[-1].strip() if families else element.get("face") or self.font,
            is_capital=self.is_capital or bool(CAPITALS.search(style)),
            is_typed=self.is_typed or element.tag == "pre",
            is_hidden=self.is_hidden or bool(HIDDEN.search(style)) or element.get("hidden") is not None,
        )

    def printed(self, text: str) -> str:
        words = text if self.is_typed else SPACE.sub(" ", text)
        return words.upper() if self.is_capital else words


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its body, the marks of footnotes by the links that call them, the footnotes by mark, and the margins of its pages."""

    body: Element
    looks: dict[str, str]
    marks: dict[Element, str]
    footnotes: dict[str, Element]
    margins: tuple[Element, ...]


def page_of(content: bytes) -> Page | None:
    """The page that `content` holds; None where it has no element."""
    root = etree.HTML(text_of(content) or " ", parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    body = None if root is None else root.find("body")
    if body is None:
        return None
    margins = tuple(one for one in body.iter("div") if one.get("title") in FRAMES)
    for margin in margins:
        margin.drop_tree()
    marks, footnotes = notes_of(body)
    return Page(body, looks_of(root), marks, footnotes, margins)


def text_of(content: bytes) -> str:
    """The characters of a page, or of the first page in an archive of one (.mht)."""
    if ARCHIVE.match(content):
        pages = (part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html")
        content = next((page.get_payload(decode=True) for page in pages), b"")
    text = characters(content, encoding_of(content))
    return CONTROL.sub(" ", DECLARATION.sub("", text))


def looks_of(root: Element) -> dict[str, str]:
    """The declarations of the page's own styles, by tag and class."""
    looks: dict[str, str] = {}
    for selectors, declarations in RULE.findall("".join(style.text or "" for style in root.iter("style"))):
        for selector in selectors.split(","):
            looks[selector.strip()] = looks.get(selector.strip(), "") + ";" + declarations
    return looks


def notes_of(body: Element) -> tuple[dict[Element, str], dict[str, Element]]:
    """The links that call footnotes, and the footnotes: two links that point to each other, the first of which is in the text."""
    links = {link.get("name") or link.get("id"): link for link in body.iter("a") if link.get("href", "").startswith("#")}
    marks, footnotes = {}, {}
    for name, link in links.items():
        other = links.get(link.get("href")[1:])
        if other is not None and other is not link and other.get("href") == f"#{name}" and other not in marks and name not in footnotes:
            marks[link] = other.get("name") or other.get("id")
            footnotes[marks[link]] = other
    bodies = {mark: holder_of(link) for mark, link in footnotes.items()}
    for link in footnotes.values():
        link.drop_tree()
    return marks, bodies


def holder_of(link: Element) -> Element:
    """The element that holds the footnote which begins with `link`."""
    holders = [holder for holder in link.iterancestors("div", "p", "li", "td") if sum(1 for _ in holder.iter("a")) == 1]
    return next((holder for holder in reversed(holders) if holder.tag in ("div", "li")), holders[0] if holders else link.getparent())


def is_shown(element: Element) -> bool:
    return element.tag not in table("pages")["aside"]


def is_ruled(grid: Element) -> bool:
    """Whether lines are drawn round the cells of a table."""
    if grid.get("border", "0").strip() not in ("", "0"):
        return True
    return any(BORDER.search(one.get("style", "")) for one in (grid, *grid.iter("td", "th")))


def main_part(body: Element) -> Element:
    """The smallest part of a page that holds its letterhead and most of its words; all of it where there is none."""
    head = next((one for one in body.iter() if isinstance(one.tag, str) and is_motto(SPACE.sub(" ", one.text or "").strip())), None)
    size = len(words_in(body))
    if head is None:
        return body
    holders: Iterator[Element] = next(head.iterancestors("table"), head).iterancestors()
    return next((holder for holder in holders if len(words_in(holder)) >= MOST * size), body)


def is_motto(text: str) -> bool:
    """Whether `text` is the right half of a letterhead, in whatever letters."""
    if not 0 < len(text) < LONGEST_MOTTO:
        return False
    return any(pattern("right_motto").match(fold(form.upper())) for form in (text, decoded(text, "tcvn3"), decoded(text, "vni")))


def words_in(element: Element) -> str:
    """The words of `element` that are shown."""
    shown = (text.strip() for text in element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::nav)]"))
    return " ".join(filter(None, shown))
