"""Nothing slow is imported before the window stands on the screen."""

import subprocess
import sys

CODE = """
import sys
from PySide6.QtWidgets import QApplication
import ui.app
application = QApplication([])
shell = ui.app.frame(application, ui.app.Settings())
def painted():
    slow = {"sqlalchemy", "alembic", "babel", "docx", "lxml", "PySide6.QtSvg", "ui.window"}
    print(sorted(slow & set(sys.modules)))
    application.quit()
shell.once_painted(painted)
shell.show()
application.exec()
"""


def test_the_frame_is_painted_before_anything_slow_is_imported():
    done = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
