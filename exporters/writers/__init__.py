"""How a Document is written in each format: one file a format."""
