"""The directory: people, organisations and places, whatever visit they belong to."""
