"""Cooperation items: all of them on a page of their own, those of a visit in its section."""
