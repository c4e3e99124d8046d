"""Readers of files: each gives what stands there, and judges nothing."""
