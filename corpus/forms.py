"""Write the other forms of some documents, beside their source.docx: old Word, rich text, OpenDocument, web pages, old letters, scans.

usage: python corpus/forms.py [NAME ...]      asks LibreOffice for all but the text files and the scans
"""

import io
import re
import subprocess
import sys
import zipfile
from html import escape, unescape
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from unicodedata import normalize

import yaml
from dumps import MARKS, inline
from scans import scanned
from word import archive

CORPUS = Path(__file__).parent
LETTERS = yaml.safe_load((CORPUS.parent / "grammars" / "encodings.yaml").read_text(encoding="utf8"))["letters"]
FONTS = {"tcvn3": (".VnTime", ".VnTimeH"), "vni": ("VNI-Times", "VNI-Times")}
# What each document is written as: `source` is its own text, `scan` pictures of its pages, the others are its text in old letters.
FORMS = {
    "provincial-plan-state": ["source.doc", "source.rtf", "source.odt", "source.html", "vni.doc"],
    "dispatch-footnote-targets": [
        "source.doc", "source.rtf", "source.odt", "source.html", "tcvn3.doc", "tcvn3.rtf", "tcvn3.docx", "scan.tiff"],
    "commune-plan-dispatch": ["scan.pdf"],
    "plan-with-assignment-table": ["source.doc", "source.rtf", "source.html", "tcvn3.doc", "vni.docx", "vni.rtf"],
    "commune-plan-table": ["source.doc", "source.rtf", "source.odt"],
    "provincial-plan-party": ["portal.html", "tcvn3.txt", "vni.txt", "viqr.txt", "windows-1258.txt", "utf-16.txt", "tcvn3.html"],
}
RUN = re.compile(r"<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>")


def old(text: str, encoding: str) -> str:
    """`text` in the letters of `encoding`; VIQR writes a backslash before a mark that is none."""
    letters = LETTERS[encoding]
    if encoding == "tcvn3":
        text = text.replace("Ủy", "Uỷ")  # which can be typed
    if encoding == "viqr":
        text = re.sub(r"(?<=[^\W\d_])(?=[?'~^(+`])|(?<=[aeiouyAEIOUY])(?=\.)", r"\\", text)
    if encoding == "windows-1258":
        text = "".join(toned(normalize("NFD", letter), letters) for letter in normalize("NFC", text))
    return "".join(letters.get(letter) or letters.get(letter.lower(), letter) for letter in text)


def toned(parts: str, tones: dict[str, str]) -> str:
    return normalize("NFC", "".join(part for part in parts if part not in tones)) + "".join(part for part in parts if part in tones)


def old_word(content: bytes, encoding: str) -> bytes:
    """A Word file with its text in the fonts and letters of `encoding`: what TCVN3 has no capital of is set in a capital font."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name).decode("utf8") for name in package.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml"):
        parts[name] = RUN.sub(lambda run: "".join(old_runs(run[1] or "", unescape(run[2]), encoding)), parts[name])
    return archive(parts)


def old_runs(properties: str, text: str, encoding: str):
    """The runs of `text`, a new one wherever the font changes."""
    small, large = FONTS[encoding]
    for piece in re.findall(r"[^\W\d_]+|[\W\d_]+", normalize("NFC", text)):
        for part in [piece] if piece in (piece.lower(), piece.upper()) else list(piece):
            is_large = encoding == "tcvn3" and part != part.lower() and any(letter.lower() in LETTERS["tcvn3"] for letter in part)
            font = large if is_large else small
            words = old(part.lower() if is_large else part, encoding)
            fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
            yield f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'


def saved_as(content: bytes, suffix: str) -> bytes:
    """A Word file as LibreOffice saves it in another format."""
    with TemporaryDirectory() as folder:
        given = Path(folder, "given.docx")
        given.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", suffix[1:], "--outdir", folder, str(given)]
        subprocess.run(command, check=True, capture_output=True)
        return given.with_suffix(suffix).read_bytes()


def portal(source: dict) -> str:
    """A page as a legal portal shows a document: its menus round it, the letterhead in a table, a line a paragraph."""
    head = "".join("<tr>" + "".join(f"<td>{'<br>'.join(map(line, cell))}</td>" for cell in row) + "</tr>" for row in source["letterhead"])
    body = "\n".join(f"<p>{line(one)}</p>" for one in inline(source | {"letterhead": [], "copies": [], "signature": []}).split("\n\n"))
    foot = f"<tr><td>{'<br>'.join(map(line, source['copies']))}</td><td>{'<br>'.join(map(line, source['signature']))}</td></tr>"
    return Template((CORPUS / "portal.html").read_text(encoding="utf8")).substitute(head=head, body=body, foot=foot)


def line(text: str) -> str:
    plain = MARKS.sub("", text.strip())
    return "" if plain.startswith("---") else escape(plain, quote=False).replace("\n", "<br>").replace("&lt;br&gt;", "<br>")


def form(folder: Path, name: str) -> bytes:
    """The bytes of one form of a document."""
    letters, suffix = Path(name).stem, Path(name).suffix
    source = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf8"))
    if letters == "scan":
        signer = re.sub(r"\*", "", source["signature"][-1])
        return scanned((folder / "source.pdf").read_bytes(), signer, form=suffix[1:].upper(), is_black=True)
    if name == "portal.html":
        return portal(source).encode()
    if name == "tcvn3.html":
        page = re.sub(r"(?<=>)[^<>]+(?=<)", lambda words: old(words[0], "tcvn3"), portal(source))
        return page.encode("cp1252", errors="xmlcharrefreplace")
    if suffix == ".txt":
        text = (folder / "source.txt").read_text(encoding="utf8")
        return text.encode("utf-16") if letters == "utf-16" else old(text, letters).encode("cp1252", errors="replace")
    word = (folder / "source.docx").read_bytes()
    word = word if letters == "source" else old_word(word, letters)
    return word if suffix == ".docx" else saved_as(word, suffix)


def main(names: list[str]) -> None:
    for document in names or FORMS:
        for name in FORMS[document]:
            (CORPUS / document / name).write_bytes(form(CORPUS / document, name))


if __name__ == "__main__":
    main(sys.argv[1:])
