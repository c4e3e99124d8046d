"""The schema of the file and its migrations, by Alembic's operations, driven from code.

``PRAGMA user_version`` is the authority. Each migration is a module of ``versions`` that imports nothing of
ours: it describes the schema of its day.
"""

from typing import Final

SCHEMA_VERSION: Final = 1
