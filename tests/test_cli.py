"""Each command takes what the contract says, and ends with the status that it says."""

import json
import os
import pty
import subprocess
import sys

import pytest

import pipeline
from pipeline.errors import MissingFile
from tests.command import chidao, text_file

PLAN = """UBND XÃ ĐỒI CHÈ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Đồi Chè, ngày 20 tháng 9 năm 2025
KẾ HOẠCH
Phát động phong trào học tập số năm 2025

Thực hiện Kế hoạch số 45/KH-UBND ngày 15/9/2025 của UBND tỉnh Sơn Hà, UBND xã ban hành kế hoạch như sau:

I. CHỈ TIÊU

- Ít nhất 80% người dân trong độ tuổi trưởng thành có chữ ký số vào năm 2025.

II. NHIỆM VỤ

1. Phòng Kinh tế chủ trì, phối hợp với Công an xã tập huấn kỹ năng số cho người dân; hoàn thành trước ngày 15/10/2025.
"""
COMMANDS = ("read", "extract", "draft", "check", "init", "rules", "schema")


@pytest.fixture
def plan(tmp_path):
    return text_file(tmp_path, "xa.txt", PLAN)


def test_help_names_every_command():
    outcome = chidao("--help")
    assert outcome.status == 0
    assert all(f"\n  {command} " in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_an_example(command):
    outcome = chidao(command, "--help")
    assert outcome.status == 0
    assert f"Example: chidao {command}" in outcome.out


@pytest.mark.parametrize("command", ["read", "extract", "draft", "check"])
def test_every_command_that_reads_can_be_told_to_read_classified_documents(command):
    assert "--allow-classified" in chidao(command, "--help").out


def test_help_loads_none_of_the_heavy_packages():
    code = "import sys; from pipeline.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    heavy = {"docx", "jinja2", "lxml", "pdfplumber", "pydantic", "pypdfium2", "rapidfuzz", "rich", "spacy", "underthesea", "yaml"}
    assert set(run.stderr.split()) & heavy == set()


def test_importing_the_package_loads_none_of_its_parts():
    listed = subprocess.run([sys.executable, "-c", "import sys, pipeline; print(*sys.modules)"], check=True, capture_output=True, text=True)
    assert not {"pydantic", "click", "yaml", "docx", "rich", "underthesea", "spacy"} & set(listed.stdout.split())


def test_the_profile_is_found_on_the_package():
    assert pipeline.Profile().unit.kind == "xã"
    with pytest.raises(AttributeError):
        pipeline.Profil  # noqa: B018


def test_an_unknown_option_is_a_status_of_two():
    assert chidao("extract", "--colour", "xa.txt").status == 2


def test_read_shows_one_line_a_unit(plan):
    outcome = chidao("read", plan)
    assert outcome.status == 0
    first, *units = outcome.out.splitlines()
    assert first.startswith(f"{plan}: ")
    assert [unit.split()[0] for unit in units] == ["I", "I.-1", "II", "II.1"]
    assert "MỤC" not in units[0]
    assert "CHỈ TIÊU" in units[0]


def test_read_as_json_gives_blocks_and_sections(plan):
    shown = json.loads(chidao("read", plan, "--format", "json").out)
    assert [section["id"] for section in shown["sections"]] == ["I", "I.-1", "II", "II.1"]
    for section in shown["sections"]:
        at = section["span"]
        assert shown["blocks"][at["block"]]["text"][at["start"] : at["end"]].startswith(section["label"])


def test_read_takes_standard_input():
    outcome = chidao("read", "-", stdin=PLAN.encode())
    assert (outcome.status, outcome.err) == (0, "")
    assert "CHỈ TIÊU" in outcome.out


def test_extract_of_one_file_is_an_object_and_of_several_a_list(plan, tmp_path):
    other = text_file(tmp_path, "xa2.txt", PLAN)
    assert json.loads(chidao("extract", plan, "--format", "json").out)["header"]["number"] == "12/KH-UBND"
    both = json.loads(chidao("extract", plan, other, "--format", "json").out)
    assert [each["source"]["path"] for each in both] == [str(plan), str(other)]


def test_extract_gives_blocks_only_when_asked(plan):
    assert "blocks" not in json.loads(chidao("extract", plan, "--format", "json").out)
    record = json.loads(chidao("extract", plan, "--format", "json", "--blocks").out)
    target = record["targets"][0]
    at = target["span"]
    assert record["blocks"][at["block"]]["text"][at["start"] : at["end"]] == target["quote"]


def test_extract_shows_a_table_in_vietnamese_or_english(plan):
    assert "Chỉ tiêu: 1" in chidao("extract", plan, "--format", "table").out
    assert "Targets: 1" in chidao("extract", plan, "--format", "table", "--lang", "en").out


@pytest.mark.parametrize("options", [(), ("-o", "-")])
def test_extract_gives_a_pipe_json(plan, options):
    assert json.loads(chidao("extract", plan, *options).out)["header"]["number"] == "12/KH-UBND"


def test_extract_gives_a_terminal_a_table(plan):
    master, terminal = pty.openpty()
    subprocess.run([sys.executable, "-c", "from pipeline.cli import main; main()", "extract", plan], check=True, stdout=terminal)
    assert "Chỉ tiêu: 1" in os.read(master, 100_000).decode()


def test_extract_gives_a_text_file_a_table(plan, tmp_path):
    assert chidao("extract", plan, "-o", tmp_path / "ra.txt").status == 0
    assert "Chỉ tiêu: 1" in (tmp_path / "ra.txt").read_text(encoding="utf8")


def test_the_suffix_of_the_output_gives_the_format(plan, tmp_path):
    assert chidao("extract", plan, "-o", tmp_path / "ra.json").status == 0
    assert json.loads((tmp_path / "ra.json").read_text(encoding="utf8"))["schema"] == "chidao/1"


def test_with_a_bad_file_among_several_the_good_ones_are_written_and_the_bad_one_named(plan, tmp_path):
    outcome = chidao("extract", plan, tmp_path / "khong.txt", "--format", "jsonl")
    assert outcome.status == 2
    assert [json.loads(line)["source"]["path"] for line in outcome.out.splitlines()] == [str(plan)]
    assert outcome.err.startswith(f"chidao: {tmp_path / 'khong.txt'}: ")
    assert outcome.err.count("\n") == 1


def test_a_bad_file_is_named_also_where_the_good_ones_cannot_be_written(plan, tmp_path):
    outcome = chidao("extract", plan, tmp_path / "khong.txt", "-o", tmp_path / "khong-co" / "ra.json")
    assert outcome.status == 2
    assert [line.split(": ")[1] for line in outcome.err.splitlines()] == [str(tmp_path / "khong.txt"), str(tmp_path / "khong-co" / "ra.json")]


def test_nothing_is_written_when_no_file_can_be_read(tmp_path):
    outcome = chidao("extract", tmp_path / "mot.txt", tmp_path / "hai.txt", "-o", tmp_path / "ra.json")
    assert (outcome.status, outcome.err.count("\n")) == (2, 2)
    assert list(tmp_path.iterdir()) == []


def test_an_output_is_never_written_over_its_input(plan):
    outcome = chidao("extract", plan, "--format", "json", "-o", plan)
    assert outcome.status == 2
    assert "is one of the inputs" in outcome.err
    assert plan.read_text(encoding="utf8") == PLAN


LONG = "x" * 300


@pytest.mark.parametrize("arguments", [
    ("read", LONG), ("extract", LONG), ("draft", LONG), ("check", LONG, "--parent", LONG), ("init", LONG),
    ("extract", "xa.txt", "-o", LONG), ("draft", "xa.txt", "--format", "md", "--profile", LONG),
])
def test_a_name_longer_than_any_file_has_is_told_in_one_line(plan, arguments, monkeypatch):
    monkeypatch.chdir(plan.parent)
    outcome = chidao(*arguments)
    assert (outcome.status, outcome.err.count("\n"), outcome.out) == (2, 1, "")
    assert outcome.err.startswith(f"chidao: {LONG}: cannot be ")


def test_a_profile_that_may_not_be_read_is_told_in_one_line(desk, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    with pytest.raises(MissingFile, match="cannot be opened: Permission denied"):
        pipeline.Profile.load(desk / "xa.toml")


def test_init_writes_a_profile_that_loads_and_never_overwrites(tmp_path):
    path = tmp_path / "xa.toml"
    assert chidao("init", path).status == 0
    assert pipeline.Profile.load(path).unit.kind == "xã"
    path.write_text("# của tôi\n", encoding="utf8")
    assert chidao("init", path).status == 2
    assert path.read_text(encoding="utf8") == "# của tôi\n"


@pytest.mark.parametrize("name", ["record", "report", "profile"])
def test_schema_prints_one_or_all(name):
    assert json.loads(chidao("schema", name).out) == json.loads(chidao("schema").out)[name]


MARKED = PLAN.replace("Số: 12/KH-UBND\n", "Số: 12/KH-UBND\n\nTỐI MẬT\n\n")


@pytest.mark.parametrize("command", [("read",), ("extract",), ("draft",), ("check", "--parent", "tinh.txt")])
def test_a_classified_document_is_refused_by_every_command(command, tmp_path):
    path = text_file(tmp_path, "mat.txt", MARKED)
    outcome = chidao(*command, path)
    assert outcome.status == 2
    assert outcome.err == f"chidao: {path}: the document is marked TỐI MẬT. Give --allow-classified if it may be read here.\n"


def test_a_classified_document_is_read_when_allowed(tmp_path):
    path = text_file(tmp_path, "mat.txt", MARKED)
    assert chidao("extract", path, "--allow-classified").status == 0
    assert chidao("read", "-", "--allow-classified", stdin=MARKED.encode()).status == 0


def test_a_classified_document_on_standard_input_is_refused_too():
    assert chidao("read", "-", stdin=MARKED.encode()).status == 2


PROFILE = """
[unit]
name = "Đồi Chè"
province = "Sơn Hà"
[population]
adults = 5000
"""
PARENT = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND
Sơn Hà, ngày 15 tháng 9 năm 2025
KẾ HOẠCH
Phát động phong trào học tập số năm 2025

Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, UBND tỉnh ban hành kế hoạch như sau:

I. CHỈ TIÊU

- Ít nhất 80% người dân trong độ tuổi trưởng thành có chữ ký số vào năm 2025.

II. NHIỆM VỤ

1. UBND các xã, phường tập huấn kỹ năng số cho người dân; hoàn thành trước ngày 15/10/2025.
"""


@pytest.fixture
def desk(tmp_path):
    """A parent and a profile; `desk` is their folder."""
    text_file(tmp_path, "tinh.txt", PARENT)
    text_file(tmp_path, "xa.toml", PROFILE)
    return tmp_path


def draft(desk, *options):
    return chidao("draft", desk / "tinh.txt", "--profile", desk / "xa.toml", "--today", "2025-09-20", *options)


def check(desk, draft, *options):
    return chidao("check", draft, "--parent", desk / "tinh.txt", "--profile", desk / "xa.toml", *options)


def test_a_draft_names_its_unit_and_cites_its_parent(desk):
    drafted = draft(desk, "--format", "md")
    assert drafted.status == 0
    assert "xã Đồi Chè" in drafted.out
    assert "Kế hoạch số 45/KH-UBND ngày 15/9/2025" in drafted.out


@pytest.mark.parametrize(("name", "opening"), [("xa.docx", b"PK"), ("xa.md", b"**"), ("xa.json", b"{")])
def test_the_suffix_of_a_draft_gives_its_format(desk, name, opening):
    assert draft(desk, "-o", desk / name).status == 0
    assert (desk / name).read_bytes().startswith(opening)


def test_a_second_profile_is_refused(desk):
    outcome = draft(desk, "--profile", desk / "xa.toml", "--format", "md")
    assert (outcome.status, outcome.out) == (2, "")
    assert "one unit at a time" in outcome.err


def test_what_is_not_carried_is_told_beside_the_draft(desk):
    text = (desk / "tinh.txt").read_text(encoding="utf8")
    tail = "\n\n3. Báo và Đài Phát thanh - Truyền hình tỉnh\n\n- Mở chuyên mục hằng tuần về học tập số.\n"
    (desk / "tinh.txt").write_text(text.rstrip() + tail, encoding="utf8")
    drafted = draft(desk, "--format", "md")
    assert drafted.status == 0
    assert "Không đưa vào dự thảo: 1 nội dung" in drafted.err
    assert "Mở chuyên mục hằng tuần" in drafted.err
    assert "Mở chuyên mục hằng tuần" not in drafted.out


def test_the_formats_of_a_draft_are_those_of_its_writers():
    from pipeline.cli.commands import DRAFTS
    from pipeline.drafting.writers import DRAFTS as WRITERS

    assert tuple(WRITERS) == DRAFTS


def test_a_word_draft_goes_through_a_pipe_as_it_is(desk):
    assert draft(desk, "-o", desk / "xa.docx").status == 0
    assert draft(desk).raw == (desk / "xa.docx").read_bytes()


def test_a_draft_stands_up_to_its_own_check(desk):
    assert draft(desk, "-o", desk / "xa.docx").status == 0
    outcome = check(desk, desk / "xa.docx", "--format", "json")
    assert (outcome.status, json.loads(outcome.out)["summary"]["error"]) == (0, 0)


def test_errors_of_a_check_are_a_status_of_one(desk):
    lowered = text_file(desk, "xa.txt", PLAN.replace("Ít nhất 80%", "Ít nhất 60%"))
    outcome = check(desk, lowered)
    assert outcome.status == 1
    assert "LỖI target-lowered" in outcome.out
    assert "ERROR target-lowered: The target is lower" in check(desk, lowered, "--lang", "en").out
    found = json.loads(check(desk, lowered, "--format", "json").out)["findings"]
    assert "target-lowered" in [finding["code"] for finding in found]


def test_a_report_goes_to_a_file_in_the_format_of_its_suffix(desk):
    text_file(desk, "xa.txt", PLAN)
    check(desk, desk / "xa.txt", "-o", desk / "ra.json")
    assert json.loads((desk / "ra.json").read_text(encoding="utf8"))["schema"] == "chidao-check/1"


def test_the_day_of_a_draft_is_that_told(desk):
    assert "tháng 9 năm 2025" in draft(desk, "--format", "md").out
    assert draft(desk, "--today", "20/9/2025").status == 2


def test_the_kind_of_a_draft_is_that_asked_for(desk):
    assert "**KẾ HOẠCH**" in draft(desk, "--format", "md").out
    assert "Kính gửi" in draft(desk, "--format", "md", "--kind", "CV").out
    outcome = draft(desk, "--kind", "XX")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)


def test_comments_of_origin_can_be_left_out(desk):
    assert len(draft(desk, "--format", "md", "--no-comments").out) < len(draft(desk, "--format", "md").out)


def test_the_form_of_a_draft_must_be_one_that_there_is(desk):
    outcome = draft(desk, "--form", "nd99")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert outcome.err.startswith("chidao: nd99: ")


def test_the_same_input_gives_the_same_bytes(desk):
    assert draft(desk).raw == draft(desk).raw
