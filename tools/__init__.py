"""Commands for those who work on Parley; nothing of this is part of the application."""
