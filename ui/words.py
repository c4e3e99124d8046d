"""The wording of errors, findings and names of things, once, in the user's language; without Qt.

Nothing slow is imported: the window words errors before it has loaded anything.
"""

from ui.words_choices import choice_name, code_name
from ui.words_errors import error_sentence
from ui.words_findings import finding_sentence
from ui.words_things import field_name, language_name, thing_name, with_brackets

__all__ = [
    "choice_name",
    "code_name",
    "error_sentence",
    "field_name",
    "finding_sentence",
    "language_name",
    "thing_name",
    "with_brackets",
]
