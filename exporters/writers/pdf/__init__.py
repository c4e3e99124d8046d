"""Papers as pages, on screen and as PDF: the one place below the window that uses QtGui.

One layout serves both: ``layout`` (or ``layout_steps``, where a window has other things to do) gives
``Pages``, which ``paint`` themselves; ``pdf_bytes`` prints them.
"""

from __future__ import annotations

from exporters.writers.pdf.pages import Pages, layout, layout_steps
from exporters.writers.pdf.writer import pdf_bytes

__all__ = ["Pages", "layout", "layout_steps", "pdf_bytes"]
