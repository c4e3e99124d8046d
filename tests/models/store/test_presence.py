"""Who else is there: seen between processes, gone when closed or silent, and never a hindrance."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from models.store.presence import (
    CLEANED_SECONDS,
    EXPIRES_SECONDS,
    NOT_KNOWN,
    Presence,
)
from tests.support.files import KIM, PARK, new_database

CHECKOUT = Path(__file__).resolve().parents[3]
OTHER_WINDOW = """
import sys
from pathlib import Path
from models.store.presence import Presence
from models.store.profile import Profile
presence = Presence(Path(sys.argv[1]), Profile("author-park", "Park Jihun", "device-park"))
for line in sys.stdin:
    if line == "close\\n":
        presence.close()
    print(*sorted(other.name for other in presence.renew().others) if line == "renew\\n" else [], flush=True)
"""


def files(folder):
    return sorted(path.name for path in folder.iterdir() if ".here" in path.name)


def age(folder, seconds, but=()):
    """Make the presence files of a folder older, as the share's clock would."""
    for name in files(folder):
        if name not in but:
            path = folder / name
            time = path.stat().st_mtime - seconds
            os.utime(path, (time, time))


def names(company):
    return [other.name for other in company.others]


def test_two_processes_see_each_other_until_one_closes(tmp_path):
    path = tmp_path / "office.parley"
    ours = Presence(path, KIM)
    assert ours.renew().others == ()
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_WINDOW, str(path)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:

        def tell(word):
            other.stdin.write(word + "\n")
            other.stdin.flush()
            return other.stdout.readline().strip()

        assert tell("renew") == KIM.author_name
        company = ours.renew()
        assert company.known
        assert names(company) == ["Park Jihun"]
        assert company.others[0].device == "device-park"
        assert company.others[0].host
        assert company.others[0].since is not None
        tell("close")
        assert ours.renew().others == ()
        other.stdin.close()
    ours.close()
    assert files(tmp_path) == []


def test_who_crashed_is_forgotten_and_later_cleaned_away(tmp_path):
    path = tmp_path / "office.parley"
    ours, theirs = Presence(path, KIM), Presence(path, PARK)
    theirs.renew()
    age(tmp_path, EXPIRES_SECONDS - 5)
    assert names(ours.renew()) == [PARK.author_name]
    age(tmp_path, 10)
    assert names(ours.renew()) == []
    assert len(files(tmp_path)) == 2
    age(tmp_path, CLEANED_SECONDS)
    ours.renew()
    assert len(files(tmp_path)) == 1
    assert names(theirs.renew()) == [KIM.author_name]
    assert names(ours.renew()) == [PARK.author_name]


def test_only_the_clock_of_the_share_counts(tmp_path, monkeypatch):
    path = tmp_path / "office.parley"
    theirs = Presence(path, PARK)
    theirs.renew()
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("models.store.presence.now", lambda: __import__("datetime").datetime(1990, 1, 1))
    assert names(Presence(path, KIM).renew()) == [PARK.author_name]


def test_a_time_in_the_future_does_not_stay_for_ever(tmp_path):
    path = tmp_path / "office.parley"
    Presence(path, PARK).renew()
    age(tmp_path, -10 * EXPIRES_SECONDS)
    assert names(Presence(path, KIM).renew()) == []


def test_two_windows_of_one_person_are_two(tmp_path):
    path = tmp_path / "office.parley"
    first, second = Presence(path, KIM), Presence(path, KIM)
    first.renew()
    assert names(second.renew()) == [KIM.author_name]


def test_the_files_of_another_database_say_nothing(tmp_path):
    Presence(tmp_path / "other.parley", PARK).renew()
    Presence(tmp_path / "office.parley.parley", PARK).renew()
    assert names(Presence(tmp_path / "office.parley", KIM).renew()) == []


def test_what_others_wrote_is_not_trusted(tmp_path):
    path = tmp_path / "office.parley"
    for number, text in enumerate(
        [
            b"",
            b"\xff\xfe",
            b"[" * 5000,
            b"[1]",
            b'{"name": 3}',
            json.dumps({"name": "x" * 10_000}).encode(),
            json.dumps({"name": "\x1b[31m\n", "since": "never"}).encode(),
        ]
    ):
        (tmp_path / f".office.parley.{number:032x}.here").write_bytes(text)
    (tmp_path / f".office.parley.{101:032x}.here").symlink_to(tmp_path / f".office.parley.{1:032x}.here")
    os.mkfifo(tmp_path / f".office.parley.{102:032x}.here")
    (tmp_path / f".office.parley.{103:032x}.here").mkdir()
    company = Presence(path, KIM).renew()
    assert company.known
    assert names(company) == ["[31m"]
    assert company.others[0].since is None


def test_a_folder_that_takes_no_files_is_no_obstacle():
    # Nobody may write there, not even the almighty.
    presence = Presence(Path("/proc/office.parley"), KIM)
    assert presence.renew() == NOT_KNOWN
    assert not presence.renew().known
    presence.close()


def test_a_share_that_goes_away_is_no_obstacle(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    presence = Presence(folder / "office.parley", KIM)
    presence.renew()
    folder.rename(tmp_path / "away")
    assert presence.renew() == NOT_KNOWN
    (tmp_path / "away").rename(folder)
    assert presence.renew().known


def test_the_database_itself_is_left_alone(tmp_path):
    with new_database(tmp_path) as database:
        before = database.path.stat().st_mtime_ns, database.path.stat().st_atime_ns
        presence = Presence(database.path, KIM)
        for _ in range(3):
            presence.renew()
        presence.close()
        assert (database.path.stat().st_mtime_ns, database.path.stat().st_atime_ns) == before
        assert files(tmp_path) == []
