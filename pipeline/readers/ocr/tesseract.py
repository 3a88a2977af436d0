"""Tesseract, asked for the words of a picture: each with its place, its base line and how sure it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from lxml import etree

from ...errors import LimitExceeded, MissingProgram, PipelineError
from ..limits import limit
from .scans import RESOLUTION

LANGUAGE = "vie"
ORIENTATION = 0  # the page segmentation mode that only tells how a page lies
SPAN = "{http://www.w3.org/1999/xhtml}span"
LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
BOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
CONFIDENCE = re.compile(r"x_wconf (\d+)")
MISSING = "needs Tesseract and its Vietnamese data to recognise a scan, and {what} is missing."
INSTALL = ("Install them (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-vie; Windows, macOS: tesseract-ocr.github.io), "
           "or give --no-ocr to go on without scanned pages.")


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its place in dots from the left and the top, the base line of its line, and how sure it is, from 0 to 1."""

    text: str
    left: int
    top: int
    right: int
    foot: int
    base: float
    confidence: float
    line: int | tuple[int, int]


def words_of(pixels: np.ndarray, name: str, layout: int) -> tuple[Word, ...]:
    """The words of a picture; `layout` is Tesseract's page segmentation mode."""
    return tuple(words_in(answer(pixels, name, LANGUAGE, layout, "hocr")))


def upright(pixels: np.ndarray, name: str) -> int:
    """How many quarters to the left a page must be turned to stand upright; 0 where Tesseract cannot tell."""
    told = re.search(rb"Rotate: (\d+)", answer(pixels, name, "osd", ORIENTATION, "osd"))
    return int(told[1]) // -90 % 4 if told else 0


def answer(pixels: np.ndarray, name: str, language: str, layout: int, form: str) -> bytes:
    """What Tesseract says of a picture."""
    import pytesseract
    from PIL import Image

    settings = f"--psm {layout} --dpi {RESOLUTION}"
    seconds = limit("seconds_to_recognise_a_page")
    try:
        return pytesseract.run_and_get_output(Image.fromarray(pixels), form, language, settings, 0, seconds, True)
    except pytesseract.TesseractNotFoundError as error:
        raise MissingProgram(name, MISSING.format(what="Tesseract"), INSTALL) from error
    except pytesseract.TesseractError as error:
        raise cause(name, str(error.message)) from error
    except RuntimeError as error:
        raise LimitExceeded(name, "has a page that takes too long to recognise.", "Scan it again at 300 dpi, or give --no-ocr.") from error


def cause(name: str, message: str) -> PipelineError:
    if "load" in message and LANGUAGE in message:
        return MissingProgram(name, MISSING.format(what="the data"), INSTALL)
    return MissingProgram(name, f"cannot be recognised: Tesseract says {message[:200]!r}.", "Scan it again, or give --no-ocr.")


def words_in(hocr: bytes) -> Iterator[Word]:
    root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    lines = (span for span in root.iter(SPAN) if span.get("class") in LINES)
    for number, line in enumerate(lines):
        left, _, _, foot = numbers(BOX, line.get("title"))
        slope, offset = numbers(BASELINE, line.get("title")) or (0.0, 0.0)
        for span in line.iter(SPAN):
            text = "".join(span.itertext()).strip()
            if span.get("class") == "ocrx_word" and text:
                box = tuple(map(int, numbers(BOX, span.get("title"))))
                base = foot + offset + slope * ((box[0] + box[2]) / 2 - left)
                yield Word(text, *box, base, numbers(CONFIDENCE, span.get("title"))[0] / 100, number)


def numbers(pattern: re.Pattern[str], title: str) -> tuple[float, ...]:
    found = pattern.search(title)
    return tuple(map(float, found.groups())) if found else ()
