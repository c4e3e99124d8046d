"""Merging copies of one database: planned, decided, and written as their change sets and one of ours."""

from models.store.merge.apply import apply_merge
from models.store.merge.plan import plan_merge
from models.store.merge.questions import Choice, Kind, Merged, MergePlan, Question

__all__ = ["Choice", "Kind", "MergePlan", "Merged", "Question", "apply_merge", "plan_merge"]
