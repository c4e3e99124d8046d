"""Lists of up to 100,000 rows."""

from ui.widgets.table.spec import Column, Side, TableSpec
from ui.widgets.table.table import Table

__all__ = ["Column", "Side", "Table", "TableSpec"]
