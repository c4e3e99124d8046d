"""One package for each page."""
