"""PDF files written by hand, for the tests of the reader: text at a place, in a size, and drawn lines."""

from dataclasses import dataclass
from unicodedata import normalize

NAMES = {
    " ": "space",
    ".": "period",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "-": "hyphen",
    "/": "slash",
    "(": "parenleft",
    ")": "parenright",
    "%": "percent",
    "+": "plus",
    "*": "asterisk",
} | dict(zip("0123456789", ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], strict=True))


@dataclass(frozen=True)
class Text:
    """Words that begin at `left`, on the base line `base`, both in points from the lower left corner."""

    left: float
    base: float
    words: str
    size: float = 14


@dataclass(frozen=True)
class Line:
    """A drawn line."""

    left: float
    foot: float
    right: float
    top: float


def lines(*words: str, left: float = 85, top: float = 700, step: float = 18, size: float = 14) -> list[Text]:
    """Lines below each other."""
    return [Text(left, top - at * step, line, size) for at, line in enumerate(words)]


def ruled(columns: list[float], rows: list[float]) -> list[Line]:
    """The lines of a table whose columns and rows are parted there."""
    return [Line(columns[0], row, columns[-1], row) for row in rows] + [Line(column, rows[-1], column, rows[0]) for column in columns]


def pdf(*pages: list[Text | Line], turned: bool = False) -> bytes:
    """A PDF of `pages`. Each letter has a code of its own in the text layer; an accented one is drawn as its base letter.

    A `turned` page lies on its side in the file, and is shown upright.
    """
    letters = sorted({letter for page in pages for item in page if isinstance(item, Text) for letter in normalize("NFC", item.words)})
    codes = {letter: code for code, letter in enumerate(letters, 33)}
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>", font(codes, 4 + 2 * len(pages))]
    shape = "/MediaBox[0 0 595 842]" + ("/Rotate 90" if turned else "")
    for at, page in enumerate(pages):
        objects.append(f"<</Type/Page/Parent 2 0 R{shape}/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * at} 0 R>>")
        objects.append(stream("\n".join(drawn(item, codes, turned) for item in page)))
    return joined([*objects, stream(unicode_map(codes))])


def font(codes: dict[str, int], meaning: int) -> str:
    names = " ".join(f"{code}/{NAMES.get(letter) or base_letter(letter)}" for letter, code in codes.items())
    return f"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding<</Differences[{names}]>>/ToUnicode {meaning} 0 R>>"


def base_letter(letter: str) -> str:
    base = normalize("NFD", letter)[0].replace("đ", "d").replace("Đ", "D")
    return base if base.isascii() and base.isalpha() else "x"


def unicode_map(codes: dict[str, int]) -> str:
    pairs = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n1 begincodespacerange <00> <ff> "
        f"endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )


def drawn(item: Text | Line, codes: dict[str, int], turned: bool) -> str:
    if isinstance(item, Line):
        return f"{item.left} {item.foot} m {item.right} {item.top} l S"
    shown = "".join(f"{codes[letter]:02x}" for letter in normalize("NFC", item.words))
    place = f"0 1 -1 0 {595 - item.base} {item.left}" if turned else f"1 0 0 1 {item.left} {item.base}"
    return f"BT /F {item.size} Tf {place} Tm <{shown}> Tj ET"


def stream(text: str) -> str:
    return f"<</Length {len(text)}>>\nstream\n{text}\nendstream"


def joined(objects: list[str]) -> bytes:
    """The objects in a file with its table of places."""
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode("latin-1")
