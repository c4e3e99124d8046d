"""The folders of this device are those that every other program would expect."""

from __future__ import annotations

import platformdirs
import pytest

from models.folders import data_folder, settings_folder


@pytest.mark.parametrize(
    "variables", [{}, {"XDG_CONFIG_HOME": "/x/c", "XDG_DATA_HOME": "/x/d"}, {"XDG_CONFIG_HOME": "rel"}]
)
def test_they_are_where_the_system_keeps_them(variables, monkeypatch):
    for name in ("PARLEY_PROFILE", "PARLEY_DATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert data_folder() == platformdirs.user_data_path("Parley", appauthor=False)
    if variables.get("XDG_CONFIG_HOME") != "rel":
        assert settings_folder() == platformdirs.user_config_path("Parley", appauthor=False)


def test_a_variable_names_another(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_PROFILE", str(tmp_path))
    assert settings_folder() == data_folder() == tmp_path
