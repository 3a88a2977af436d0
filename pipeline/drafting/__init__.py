"""Directive + Profile → Plan → Draft: what of a superior's document falls to a unit, in the unit's own words."""

from .planning import plan
from .rendering import Draft, render

__all__ = ["Draft", "plan", "render"]
