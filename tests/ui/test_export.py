from __future__ import annotations

import docx
from PySide6.QtCore import Qt

from ui.dialogs.export import ITINERARY, ExportDialog


def opened(workspace, idle, folder):
    workspace.export()
    idle(workspace)
    dialog = workspace.findChild(ExportDialog)
    dialog.folder.show_text(str(folder))
    return dialog


def finished(qtbot, dialog):
    qtbot.waitUntil(dialog.act.isEnabled, timeout=60000)


def test_the_agenda_is_made_in_the_languages_of_the_visit(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    dialog = opened(workspace, idle, tmp_path)
    assert dialog.plan().languages == ("ko", "ja")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    finished(qtbot, dialog)
    (paper,) = tmp_path.glob("*.docx")
    words = "\n".join(
        cell.text for table in docx.Document(str(paper)).tables for row in table.rows for cell in row.cells
    )
    assert "환영사" in words
    assert "歓迎の挨拶" in words
    assert dialog.open_folder.isVisible()
    dialog.reject()


def test_an_itinerary_for_each_of_a_delegation(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    dialog = opened(workspace, idle, tmp_path)
    dialog.paper.take(ITINERARY)
    delegation = workspace.desk.visit.delegations[0]
    dialog.whom.setCurrentIndex(dialog.whom.findData(f"each:{delegation.id}"))
    dialog.make()
    finished(qtbot, dialog)
    assert len(list(tmp_path.glob("*.docx"))) == len(delegation.people)
    dialog.reject()


def test_nothing_is_replaced_unasked(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    dialog = opened(workspace, idle, tmp_path)
    dialog.make()
    finished(qtbot, dialog)
    (paper,) = tmp_path.glob("*.docx")
    before = paper.stat().st_mtime_ns
    dialog.make()
    finished(qtbot, dialog)
    assert dialog.note.text()
    assert paper.stat().st_mtime_ns == before
    dialog.reject()


def test_stopping_leaves_nothing(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    dialog = opened(workspace, idle, tmp_path)
    dialog.advanced.connect(
        lambda _done, _total: dialog.busy.stopped.emit(), Qt.ConnectionType.DirectConnection
    )
    dialog.make()
    finished(qtbot, dialog)
    assert not list(tmp_path.glob("*.docx"))
    assert "중지했습니다" in dialog.result_text.text()
    dialog.reject()


def test_a_folder_that_is_not_there(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    dialog = opened(workspace, idle, tmp_path / "away")
    dialog.make()
    finished(qtbot, dialog)
    assert "away" in dialog.note.text()
    dialog.reject()
