"""Journeys and hotels of a visit."""
