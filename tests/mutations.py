"""Good files made bad: bytes changed, cut, doubled or lost, numbers made absurd, parts of packages swapped, XML taken apart."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping

ABSURD = (b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\x01\x00\x00\x00")
FILLING = (b"\0", b"\xff", b"<", b"{", b"\\")
TAG = re.compile(rb"</?[\w:]+[^<>]*>")
VALUE = re.compile(rb'(?<==")[^"<>]*(?=")')
NONSENSE = (b"", b"-1", b"99999999999", b"0", b"NaN", b"&x;", "ế".encode(), b"a" * 5000)
Mutation = Callable[[bytes, random.Random], bytes]


def changed(content: bytes, chance: random.Random) -> bytes:
    letters = bytearray(content)
    for _ in range(chance.choice((1, 5, 30, 400))):
        letters[chance.randrange(len(letters))] = chance.randrange(256)
    return bytes(letters)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def doubled(content: bytes, chance: random.Random) -> bytes:
    start, place = chance.randrange(len(content)), chance.randrange(len(content))
    return content[:place] + content[start : start + chance.randrange(1, 2000)] + content[place:]


def lost(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 600) :]


def filled(content: bytes, chance: random.Random) -> bytes:
    start, length = chance.randrange(len(content)), chance.randrange(1, 600)
    return content[:start] + chance.choice(FILLING) * length + content[start + length :]


def absurd(content: bytes, chance: random.Random) -> bytes:
    letters = bytearray(content)
    for _ in range(chance.choice((1, 3, 10))):
        place = chance.randrange(max(1, len(letters) - 4))
        letters[place : place + 4] = chance.choice(ABSURD)
    return bytes(letters)


def without_tag(content: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(TAG.finditer(content)) or [re.search(b"", content)])
    return content[: found.start()] + content[found.end() :]


def with_other_tag(content: bytes, chance: random.Random) -> bytes:
    """A tag of the text in the place of another."""
    tags = list(TAG.finditer(content)) or [re.search(b"", content)]
    place, other = chance.choice(tags), chance.choice(tags)
    return content[: place.start()] + other[0] + content[place.end() :]


def with_other_value(content: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(VALUE.finditer(content)) or [re.search(b"", content)])
    return content[: found.start()] + chance.choice(NONSENSE) + content[found.end() :]


BYTES: tuple[Mutation, ...] = (changed, cut, doubled, lost, filled, absurd)
XML: tuple[Mutation, ...] = (without_tag, with_other_tag, with_other_value, *BYTES)


def repacked(content: bytes, chance: random.Random) -> bytes:
    """A package with one of its parts gone, in the place of another, or made bad itself."""
    parts = parts_of(content)
    name, other = chance.choice(list(parts)), chance.choice(list(parts))
    deed = chance.choice(("gone", "swapped", "bad", "bad", "bad", "bad"))
    if deed == "gone":
        del parts[name]
    elif deed == "swapped":
        parts[name], parts[other] = parts[other], parts[name]
    else:
        parts[name] = chance.choice(XML)(parts[name] or b"x", chance)
    return packed(parts)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


STREAM = re.compile(rb"(?<=stream\r\n)(.*?)(?=\r?\nendstream)|(?<=stream\n)(.*?)(?=\r?\nendstream)", re.DOTALL)


def with_other_stream(content: bytes, chance: random.Random) -> bytes:
    """A PDF with what one of its streams unpacks to made bad."""
    found = chance.choice(list(STREAM.finditer(content)) or [re.search(b"", content)])
    try:
        inside = chance.choice(BYTES)(zlib.decompress(found[0]) or b"x", chance)
    except zlib.error:
        inside = b"x"
    return content[: found.start()] + zlib.compress(inside) + content[found.end() :]


# What zipfile raises for a package that was made bad before.
NO_PACKAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, IndexError)


def mutated(content: bytes, seed: int) -> bytes:
    """`content` made bad in one of the ways that suit it, one to three times over: the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 3))):
        try:
            content = chance.choice(ways(content))(content or b"x", chance)
        except NO_PACKAGE:
            content = changed(content, chance)
    return content


def ways(content: bytes) -> tuple[Mutation, ...]:
    if content.startswith(b"PK"):
        return (*BYTES, *(repacked,) * 2 * len(BYTES))
    if content.startswith(b"%PDF"):
        return (*BYTES, *(with_other_stream,) * len(BYTES))
    return XML if b"<html" in content[:2000].lower() else BYTES
