"""The list of visits at the left."""
