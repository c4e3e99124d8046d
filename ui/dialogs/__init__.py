"""Dialogs: only where a choice must be made before something is done."""
