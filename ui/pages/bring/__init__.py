"""Bringing what an office has: a file or pasted rows, what was understood, and what that would change."""
