"""Papers: what each says, and how each format is written."""
