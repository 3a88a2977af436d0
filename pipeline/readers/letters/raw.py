"""The bytes of a text file as characters: Unicode where they are Unicode, else each byte as the letter of Windows-1252."""

import codecs

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Windows-1252 has letters of its own from 80 to 9F, except for five that it leaves free.
WINDOWS = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
ZEROS = 0.2  # of the bytes in one of two places: Latin letters, digits and spaces in UTF-16


def encoding_of(content: bytes) -> str:
    """`utf-8`, `utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be`, or `bytes` where it is no Unicode."""
    marked = next((encoding for mark, encoding in BYTE_ORDER_MARKS.items() if content.startswith(mark)), None)
    return marked or without_mark(content) or ("utf-8" if is_utf8(content) else "bytes")


def without_mark(content: bytes) -> str | None:
    """Which UTF-16 `content` is, by the zero bytes of its Latin letters; None where it is none."""
    low, high = content[1::2].count(0), content[0::2].count(0)
    if max(low, high) <= ZEROS * len(content) / 2 or min(low, high) or len(content) % 2:
        return None
    return "utf-16-le" if low else "utf-16-be"


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def characters(content: bytes, encoding: str) -> str:
    """`content` as characters; `encoding` is that of `encoding_of`."""
    return content.decode("latin-1").translate(WINDOWS) if encoding == "bytes" else content.decode(encoding, errors="replace")
