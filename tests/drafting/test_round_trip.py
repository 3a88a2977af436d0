"""What went into a draft comes out of it: its items by extraction, its parent by the check, its bytes by writing it again."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

import pipeline
from pipeline.drafting import Draft, plan, render
from pipeline.drafting.edits import plain
from pipeline.drafting.owners import full
from pipeline.drafting.rendering import all_tasks
from pipeline.drafting.writers import DRAFTS
from pipeline.model import Directive
from pipeline.profile import Profile
from pipeline.text import same
from pipeline.values import first_day

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
STATE = Profile.load(ROOT / "corpus" / "profiles" / "commune-plan-state.toml")
PARTY = Profile.model_validate({
    "unit": {"name": "Suối Đàn", "kind": "xã", "province": "Thượng Lam", "system": "party"},
    "population": {"adults": 5600, "officials": 86, "households": 1420}, "groups": {"absent": ["students"]},
})
CASES = [
    ("corpus/provincial-plan-state/source.docx", STATE, date(2025, 9, 1), {}),
    ("corpus/provincial-plan-state/source.docx", STATE, date(2025, 9, 1), {"kind": "CV"}),
    ("corpus/provincial-plan-state/source.docx", PARTY, date(2025, 9, 1), {"system": "state"}),
    ("corpus/provincial-plan-state/source.docx", Profile(), date(2026, 6, 1), {}),
    ("corpus/provincial-plan-party/source.docx", PARTY, date(2025, 10, 20), {}),
    ("corpus/provincial-plan-party/source.docx", PARTY, date(2026, 6, 1), {"kind": "CTr"}),
    ("corpus/provincial-plan-party/source.docx", STATE, date(2025, 10, 20), {}),
    ("corpus/dispatch-footnote-targets/source.docx", STATE, date(2025, 9, 10), {}),
    ("corpus/dispatch-footnote-targets/source.docx", STATE, date(2025, 9, 24), {"kind": "CV"}),
    ("corpus/plan-with-assignment-table/source.docx", STATE, date(2026, 1, 5), {}),
    ("corpus/front-committee-phases/source.docx", STATE, date(2025, 9, 10), {}),
    ("corpus/council-resolution/source.docx", STATE, date(2025, 12, 15), {}),
    ("corpus/instruction-fire-safety/source.docx", STATE, date(2025, 11, 10), {"kind": "CV"}),
    ("corpus/party-resolution-tourism/source.docx", PARTY, date(2026, 3, 2), {}),
    ("corpus/provincial-action-programme/source.docx", PARTY, date(2025, 12, 15), {"kind": "CTr"}),
    ("seeds/000", PARTY, date(2025, 7, 20), {}),
    ("seeds/000", PARTY, date(2025, 7, 20), {"kind": "CV"}),
    ("seeds/003", PARTY, date(2025, 7, 10), {}),
]
# Every document of the corpus once as the parent of a plan and once of a dispatch, the two systems in turn: each document meets both.
PAIRS = [
    (f"corpus/{path.parent.name}/source.docx", PARTY if (number + turn) % 2 else STATE, None, {"kind": kind})
    for number, path in enumerate(sorted((ROOT / "corpus").glob("*/source.docx"))) for turn, kind in enumerate(("KH", "CV"))
]
# In a name that goes on like this extraction takes "tham mưu" for the verb of the task: a gap of its own rules.
CUT = "chuyên trách tham mưu"


def path_of(name: str) -> Path:
    if not name.startswith("seeds"):
        return ROOT / name
    return next(SEEDS.glob(f"{name.removeprefix('seeds/')}_*.txt"), SEEDS / name)


@cache
def record(path: Path) -> Directive:
    return pipeline.extract(pipeline.read(path))


def drafted(case) -> tuple[Directive, Draft, Directive, Profile]:
    """A parent, the draft under it, and what extraction reads in that."""
    name, profile, today, choices = case
    if not path_of(name).is_file():
        pytest.skip("the seeds are not here")
    parent = record(path_of(name))
    draft = render(plan(parent, profile, today or fortnight_after(parent), **choices))
    return parent, draft, pipeline.extract(draft.document), profile


def fortnight_after(parent: Directive) -> date:
    """When a unit drafts: two weeks after its parent's day, or the first day that the parent's date can mean."""
    return (first_day(parent.header.date) or date(2025, 9, 1)) + timedelta(days=14)


def name_of(case) -> str:
    name, profile, today, choices = case
    return " ".join(filter(None, (name, str(today or ""), "party" if profile is PARTY else "", *choices.values())))


@pytest.fixture(scope="module", params=(*CASES, *PAIRS), ids=name_of)
def made(request) -> tuple[Directive, Draft, Directive, Profile]:
    return drafted(request.param)


@pytest.fixture(scope="module", params=CASES, ids=name_of)
def written(request) -> Draft:
    return drafted(request.param)[1]


def in_words(words: str, block: str) -> bool:
    return same(words) in same(block)


def test_every_target_comes_back_with_its_figure_and_year(made):
    _, draft, back, _ = made
    lost = [
        plain(target.pieces) for year in draft.plan.years for target in year.targets
        if not any(
            (found.value, found.unit, found.op, found.year) == (target.value, target.unit, target.op, target.year or found.year)
            and in_words(plain(target.pieces), back.blocks[found.span.block].text) for found in back.targets)
    ]
    assert lost == []


def test_every_head_count_comes_back_beside_its_share(made):
    _, draft, back, _ = made
    counts = [target.count for year in draft.plan.years for target in year.targets if target.count]
    assert [count for count in counts if count not in [found.also.value for found in back.targets if found.also]] == []


def test_every_task_comes_back_with_its_owners(made):
    _, draft, back, _ = made
    lost = [
        (task.lead, plain(task.pieces)) for task in all_tasks(draft.plan) if not any(CUT in name for name in (*task.lead, *task.coordinate))
        if not any(
            same(found.text) == same(plain(task.pieces)) and set(map(full, task.lead)) <= {full(owner.name) for owner in found.lead}
            and {full(owner.name) for owner in found.coordinate} == set(map(full, task.coordinate)) for found in back.tasks)
    ]
    assert lost == []


def test_every_deadline_comes_back_on_its_day(made):
    _, draft, back, _ = made
    lost = [
        (task.ends, plain(task.pieces)) for task in all_tasks(draft.plan)
        if not any(
            same(found.text) == same(plain(task.pieces)) and set(task.ends) <= {due.end for due in back.deadlines_of(found)}
            for found in back.tasks)
    ]
    assert lost == []


def test_the_header_comes_back_as_a_draft_of_the_unit(made):
    _, draft, back, _ = made
    assert back.header.system == draft.plan.system
    assert back.header.type == draft.plan.kind
    assert back.header.number is None
    assert back.header.symbol == plain(draft.plan.masthead.number[2:])[1:]
    assert same(back.header.issuer) == same(draft.plan.masthead.issuer)
    assert back.header.date == f"{draft.plan.today:%Y-%m}"
    assert in_words(plain(draft.plan.masthead.title), back.header.title)


def test_the_check_finds_no_error_but_a_contradiction_between_the_parents_own_figures(made):
    parent, _, back, profile = made
    own = {found.code for found in pipeline.check(parent, []).findings} & {"target-inconsistent"}
    found = pipeline.check(back, [parent], profile).findings
    assert [(each.code, each.message) for each in found if each.severity == "error" and each.code not in own] == []


def test_no_deadline_lies_in_the_past_or_on_a_weekend_that_the_parent_did_not_choose(made):
    parent, draft, _, _ = made
    days = [end for task in all_tasks(draft.plan) for end in task.ends]
    assert [day for day in days if day < draft.plan.today] == []
    assert [day for day in days if day.weekday() > 4 and day not in [due.end for due in parent.deadlines]] == []


def test_the_same_draft_is_written_in_the_same_bytes(written):
    for write in DRAFTS.values():
        assert write(written) == write(written)


def test_the_document_of_a_draft_is_what_is_read_in_its_word_file(written, tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(DRAFTS["docx"](written))
    read = pipeline.read(path)
    assert [(block.kind, block.text) for block in read.blocks] == [(block.kind, block.text) for block in written.document.blocks]
