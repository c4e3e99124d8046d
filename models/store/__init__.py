"""The database file: guarded opening, migrations, the journal, reading and writing."""

from models.store.database import Database, Done
from models.store.history import Recorded
from models.store.profile import Profile, load_profile
from models.store.writing import Writing

__all__ = ["Database", "Done", "Profile", "Recorded", "Writing", "load_profile"]
