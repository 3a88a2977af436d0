"""Invented texts are the same in each run, and no test depends on the speed of the machine; `make fuzz` draws new ones.

A test whose document needs a program that this machine lacks (LibreOffice, Tesseract) is skipped with its name; in CI it fails.
"""

import os

import pytest
from hypothesis import settings

from pipeline.errors import MissingProgram

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    try:
        return (yield)
    except MissingProgram as error:
        if "CI" in os.environ:
            raise
        pytest.skip(str(error))
