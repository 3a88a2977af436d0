"""Real directives, read by hand, where they are at hand: the floors that the record must hold, and its quotes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from tests.scoreboard import FLOORS
from tests.test_laws import misplaced

SHARED = Path(__file__).parent.parent.parent / "shared"
TEXTS = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("samples/texts/*.txt")])
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with the gold files is not there")


@needs_shared
def test_the_gold_files_are_matched_above_their_floors():
    command = f"{sys.executable} -c 'from pipeline.cli import main; main()' extract --format json"
    run = subprocess.run([sys.executable, SHARED / "tools" / "score.py", "--json", "--command", command, SHARED / "gold"],
                         capture_output=True, text=True, check=True)
    scores = json.loads(run.stdout)["scores"]
    assert {kind: (scores[kind]["found"], scores[kind]["exact"]) for kind, floor in FLOORS.items()
            if (scores[kind]["found"], scores[kind]["exact"]) < floor or scores[kind]["exact"] < floor[1]} == {}


@needs_shared
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_quote_of_a_real_document_stands_where_its_span_says(path):
    directive = pipeline.extract(pipeline.read(path))
    assert directive.blocks
    assert misplaced(directive) == []
