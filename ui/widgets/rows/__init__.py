"""A painted list of rows in columns and groups: what every section of a visit shows at the left."""

from ui.widgets.rows.values import Cell, Column, Group, Line, ListRow
from ui.widgets.rows.view import RowsView

__all__ = ["Cell", "Column", "Group", "Line", "ListRow", "RowsView"]
