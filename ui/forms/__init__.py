"""Forms that are declared, not written by hand: what fields an entity has, and the panel that edits them."""
