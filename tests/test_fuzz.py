"""Files made bad in every way are read or refused in one line, soon, and leave nothing behind.

`make fuzz` draws a thousand of each format and asks LibreOffice and Tesseract in earnest; here these are not found, but for small pictures.
"""

import io
import tempfile
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests import twins
from tests.command import chidao
from tests.mutations import mutated

ONE, TWO = twins.CORPUS / "dispatch-footnote-targets", twins.CORPUS / "provincial-plan-party"
TABLE = twins.CORPUS / "plan-with-assignment-table"
GOOD = [
    ONE / "source.docx", ONE / "source.doc", ONE / "source.rtf", ONE / "source.odt", ONE / "source.pdf", ONE / "source.html", ONE / "source.txt",
    ONE / "tcvn3.doc", ONE / "tcvn3.rtf", ONE / "tcvn3.docx", TWO / "portal.html", TWO / "tcvn3.txt", TWO / "vni.txt", TWO / "utf-16.txt",
    TABLE / "source.pdf", TABLE / "vni.docx", TABLE / "source.docx",
]
IN_EARNEST = settings.get_current_profile_name() == "fuzz"
EXAMPLES = 1000 if IN_EARNEST else 10
LONGEST = 150  # seconds for one file, a conversion by LibreOffice included


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder for temporary files, one for the file and one for what is made of it."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("temporary", "given", "made"):
        (desk / name).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(desk / "temporary"))
        patch.setenv("TMPDIR", str(desk / "temporary"))
        if not IN_EARNEST:
            patch.setenv("PATH", "/nowhere")
        yield desk


def assert_is_read_or_refused(content: bytes, name: str, desk: Path) -> None:
    given, made = desk / "given" / name, desk / "made" / "out.json"
    given.write_bytes(content)
    started = monotonic()
    outcome = chidao("extract", given, "-o", made)
    assert monotonic() - started < LONGEST
    assert given.read_bytes() == content
    if outcome.status == 0:
        assert made.read_bytes().startswith(b"{")
        made.unlink()
    else:
        assert (outcome.status, outcome.raw) == (2, b"")
        assert outcome.err.startswith(f"chidao: {given}: ")
        assert outcome.err.count("\n") == 1
    assert [path for folder in ("temporary", "made") for path in (desk / folder).iterdir()] == []


@pytest.mark.parametrize("good", GOOD, ids=lambda path: f"{path.parent.name}/{path.name}")
@settings(max_examples=EXAMPLES)
@given(seed=st.integers(0, 10**9))
def test_a_file_made_bad_is_read_or_refused(good, desk, seed):
    assert_is_read_or_refused(mutated(good.read_bytes(), seed), good.name, desk)


def picture(form: str) -> bytes:
    """A small picture with a few strokes."""
    image, buffer = Image.new("L", (120, 60), 255), io.BytesIO()
    ImageDraw.Draw(image).text((10, 20), "XA DONG MAY")
    image.save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
@settings(max_examples=EXAMPLES)
@given(seed=st.integers(0, 10**9))
def test_a_picture_made_bad_is_read_or_refused(form, desk, seed):
    assert_is_read_or_refused(mutated(picture(form), seed), f"anh.{form.lower()}", desk)


def test_the_same_seed_makes_a_file_bad_in_the_same_way():
    content = (ONE / "source.docx").read_bytes()
    assert mutated(content, 7) == mutated(content, 7) != mutated(content, 8)
