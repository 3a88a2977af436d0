"""Invented texts are the same in each run, and no test depends on the speed of the machine; `make fuzz` draws new ones."""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1000)
settings.load_profile("repeatable")
