"""The schedule of a visit: its days, their entries, and the panel that edits one of them."""
