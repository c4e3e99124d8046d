"""Localised text, names of people, dates and lists: the one door to Babel and gettext."""
