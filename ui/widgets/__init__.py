"""Controls of our own, painted or sheeted."""
