"""A visit with its parties, days and delegations, and its preparation."""

from __future__ import annotations

from models.actions.entity import Entity
from models.tables import (
    Delegate,
    Delegation,
    Party,
    Release,
    ReleaseFile,
    Task,
    Visit,
    VisitContact,
    VisitDay,
)

visit = Entity(Visit)
party = Entity(Party, among=("visit_id",))
day = Entity(VisitDay)
delegation = Entity(Delegation, among=("visit_id",))
delegate = Entity(Delegate, among=("delegation_id",))
contact = Entity(VisitContact, among=("visit_id",))
task = Entity(Task, among=("visit_id",))
release = Entity(Release)
release_file = Entity(ReleaseFile, among=("release_id",))
