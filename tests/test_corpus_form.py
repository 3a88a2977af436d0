"""The corpus is well formed: the records read by hand have known keys, and quote words that stand in their documents."""

import importlib.util
import io
import json
import unicodedata
import zipfile
from pathlib import Path

import pytest
import yaml
from lxml import etree

CORPUS = Path(__file__).parent.parent / "corpus"
FOLDERS = sorted(path.parent for path in CORPUS.glob("*/expected.json"))
TEXTS = sorted(path for folder in FOLDERS for path in folder.glob("source.*") if path.suffix in {".docx", ".txt"})
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TOP = {"document", "header", "citations", "outline", "targets", "deadlines", "tasks"}
HEADER = {"type", "system", "number", "symbol", "issuer", "place", "date", "title", "signer"}
ITEMS = {
    "targets": {"value", "upper", "unit", "op", "change", "year", "also", "quote", "nth"},
    "deadlines": {"kind", "bound", "start", "end", "rrule", "days", "from", "tentative", "quote", "nth"},
    "tasks": {"quote", "nth", "lead", "coordinate", "deadline", "via"},
}

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def words(paragraph: etree._Element) -> str:
    return normal("".join(node.text or "" if node.tag == WORD + "t" else " " for node in paragraph.iter(WORD + "t", WORD + "br")))


def docx_text(path: Path) -> str:
    """The paragraphs, cells and footnotes of a DOCX, one a line, read without chidao."""
    with zipfile.ZipFile(path) as package:
        parts = [etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    return "\n".join(words(paragraph) for part in parts for paragraph in part.iter(WORD + "p"))


def expected(folder: Path) -> dict:
    return json.loads((folder / "expected.json").read_text(encoding="utf8"))


def items(record: dict) -> list[dict]:
    return [item for kind in ITEMS for item in record[kind]]


@each_folder
def test_an_expected_record_has_the_keys_of_the_gold_files(folder):
    record = expected(folder)
    assert set(record) == TOP
    assert set(record["header"]) == HEADER
    assert [item for kind, keys in ITEMS.items() for item in record[kind] if set(item) - keys] == []
    assert record["document"] == f"{folder.name}/source.docx"


@each_folder
def test_every_quote_stands_in_its_document_once_or_says_which_one_is_meant(folder):
    text, record = docx_text(folder / "source.docx"), expected(folder)
    found = {item["quote"]: text.count(normal(item["quote"])) for item in items(record)}
    assert [quote for quote, count in found.items() if count == 0] == []
    assert [item["quote"] for item in items(record) if found[item["quote"]] > 1 and "nth" not in item] == []


@each_folder
def test_an_nth_is_needed_and_within_reach(folder):
    text = docx_text(folder / "source.docx")
    assert [item for item in items(expected(folder)) if "nth" in item and not item["nth"] <= text.count(normal(item["quote"])) > 1] == []


@pytest.mark.parametrize("folder", [f for f in FOLDERS if (f / "source.txt").exists()], ids=lambda folder: folder.name)
def test_a_text_dump_holds_every_quote_as_often_as_its_document(folder):
    text, dump = docx_text(folder / "source.docx"), normal((folder / "source.txt").read_text(encoding="utf8"))
    quotes = [normal(item["quote"]) for item in items(expected(folder))]
    assert [quote for quote in quotes if dump.count(quote) != text.count(quote)] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_chidao_reads_every_quote_inside_one_block(path):
    import pipeline

    blocks = [block.text for block in pipeline.read(path).blocks]
    quotes = [normal(item["quote"]) for item in items(expected(path.parent))]
    assert [quote for quote in quotes if not any(quote in block for block in blocks)] == []


@each_folder
def test_every_cited_number_is_printed(folder):
    text = docx_text(folder / "source.docx")
    assert [citation for citation in expected(folder)["citations"] if citation["number"] and citation["number"] not in text] == []


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/faults.yaml")), ids=lambda path: path.parent.name)
def test_every_fault_quotes_the_damaged_document_and_its_parent(path):
    listed = yaml.safe_load(path.read_text(encoding="utf8"))
    draft, parent = docx_text(path.parent / "source.docx"), docx_text(CORPUS / listed["parent"] / "source.docx")
    assert [fault for fault in listed["faults"] if fault.get("quote", "") not in draft] == []
    assert [fault for fault in listed["faults"] if fault.get("parent_quote", "") not in parent] == []
    assert all({"quote", "parent_quote"} & set(fault) for fault in listed["faults"])


@pytest.mark.parametrize("folder", sorted(path.parent for path in CORPUS.glob("*/source.yaml")), ids=lambda folder: folder.name)
def test_the_builder_gives_each_document_back(folder):
    source = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf8"))
    built = builder().document(source)
    assert built == builder().document(source)
    assert contents(built) == contents((folder / "source.docx").read_bytes())


def part(name: str, path: str = "word/document.xml") -> str:
    with zipfile.ZipFile(CORPUS / name / "source.docx") as package:
        return package.read(path).decode("utf8")


def test_one_document_leaves_its_labels_to_word():
    text = part("commune-plan-table")
    assert "<w:numPr>" in text
    assert "IV. TỔ CHỨC THỰC HIỆN" not in docx_text(CORPUS / "commune-plan-table" / "source.docx")


def test_one_document_is_stored_decomposed():
    text = part("commune-plan-party")
    assert text != unicodedata.normalize("NFC", text)
    assert text == unicodedata.normalize("NFD", text)


def test_one_title_breaks_inside_its_paragraph():
    assert "nông thôn</w:t></w:r><w:r><w:br/></w:r>" in part("provincial-plan-state")


@pytest.mark.parametrize("name", ["provincial-plan-state", "provincial-plan-party", "dispatch-footnote-targets"])
def test_footnotes_are_footnotes_of_word(name):
    assert '<w:footnoteReference w:id="1"/>' in part(name)
    assert '<w:footnote w:id="1">' in part(name, "word/footnotes.xml")


@pytest.mark.parametrize("name", ["plan-with-assignment-table", "commune-plan-table"])
def test_an_appendix_has_rows_of_groups_and_cells_merged_downwards(name):
    assert '<w:gridSpan w:val="5"/>' in part(name)
    assert '<w:vMerge w:val="restart"/>' in part(name)


def test_an_annexed_plan_stands_upright_and_an_appendix_of_tables_lies():
    assert 'w:orient="landscape"' not in part("decision-with-annexed-plan")
    assert part("plan-with-assignment-table").count('w:orient="landscape"') == 1


def builder():
    specification = importlib.util.spec_from_file_location("corpus_word", CORPUS / "word.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def contents(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
