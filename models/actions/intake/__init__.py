"""Bringing lists, agendas and contacts into a database: always a proposal first, then one change set."""

from models.actions.intake.accept import accept
from models.actions.intake.preview import preview, propose
from models.actions.intake.proposal import (
    CellChange,
    Line,
    Proposal,
    Question,
    Refusal,
    State,
    Step,
)

__all__ = [
    "CellChange",
    "Line",
    "Proposal",
    "Question",
    "Refusal",
    "State",
    "Step",
    "accept",
    "preview",
    "propose",
]
