"""Finding and naming every row from memory."""

from models.rules.lookup.block import Hit, Rank
from models.rules.lookup.line import Key, Line
from models.rules.lookup.snapshot import NAMED_ONLY, SEARCHED, Lookup

__all__ = ["NAMED_ONLY", "SEARCHED", "Hit", "Key", "Line", "Lookup", "Rank"]
