"""What is in the file twice, and making one of it."""

from ui.pages.duplicates.page import DuplicatesPage

__all__ = ["DuplicatesPage"]
