"""Backups of a database: made, listed, thinned; and put in the place of a damaged file."""

from models.store.backups.keep import Kept, back_up, back_up_if_due
from models.store.backups.places import Backup, Place, Reason, listed, places_for, places_of

__all__ = [
    "Backup",
    "Kept",
    "Place",
    "Reason",
    "back_up",
    "back_up_if_due",
    "listed",
    "places_for",
    "places_of",
]
