"""Pure functions over loaded objects and plain values."""
