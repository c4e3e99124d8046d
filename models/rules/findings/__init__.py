"""What is wrong with a visit, or wants attention: rules over the loaded visit, worded in ``ui/words.py``.

A new rule is a function that takes the ``Scene`` and yields findings, an entry in ``RULES``, a code, and the
code's sentence.
"""

from models.rules.findings.engine import RULES, findings, rows_by_key
from models.rules.findings.finding import Finding, FindingCode, Rule, Severity
from models.rules.findings.scene import Scene

__all__ = ["RULES", "Finding", "FindingCode", "Rule", "Scene", "Severity", "findings", "rows_by_key"]
