"""The checks: each a generator that asks one question and yields flags. Two tables: of what became of the parents' items, of the draft."""

from . import citations, dates, figures, numbering, owners, parents, references, targets, tasks, words

TARGET_CHECKS = (targets.missing, targets.lowered, targets.later, targets.narrowed)
TASK_CHECKS = (tasks.missing, tasks.late, tasks.undated_unlike_parent)
DRAFT_CHECKS = (
    parents.not_cited, parents.in_conflict, citations.unlike_original, citations.unlike_each_other, citations.unlike_type,
    citations.malformed, figures.of_one_base, figures.of_one_target, tasks.without_owner, tasks.without_deadline,
    owners.abolished_bodies, owners.unknown_bodies, words.leftover_places, words.repeated, words.blanks,
    dates.impossible, dates.past, numbering.gaps, numbering.duplicates, references.broken,
)
