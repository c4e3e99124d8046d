"""The talks of a visit, session by session."""
