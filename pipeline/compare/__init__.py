"""A draft beside its parents: pairs of what they ask and what it says, and a report of what the checks find."""

from .pairs import Pairs, pair_up
from .reporting import report

__all__ = ["Pairs", "pair_up", "report"]
