"""Series with their meetings, and agreements."""
