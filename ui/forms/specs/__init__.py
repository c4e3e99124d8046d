"""The forms of all tables that people edit; one module for each area."""
