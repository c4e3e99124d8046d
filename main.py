"""Start Parley: the window, or one of its commands (``python main.py --help``)."""

import sys

from ui.start import start

if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
