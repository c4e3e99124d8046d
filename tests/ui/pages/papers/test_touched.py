"""What was found is said beside Export, as far as it touches the papers that are made."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from ui.pages.papers.plan import PaperKind, Wish
from ui.pages.papers.touched import touching
from ui.style.tokens import Severity
from ui.values import FindingView


def found(code, *things, severity=Severity.WARN):
    return FindingView(severity, code, (), SimpleNamespace(objects=things), None)


def codes(visit, *wishes):
    return [one.code for one in touching(visit, wishes)]


def test_only_what_touches_a_paper_that_is_made_counts(visit):
    first, second = visit.delegations[:2]
    mine, other = first.people[0].id, second.people[0].id
    view = replace(
        visit,
        findings=(
            found("item", ("schedule_item", "i")),
            found("bed", ("delegate", "d"), ("party", "p")),
            found("name", ("person", other)),
            found("stay", ("stay", "s")),
            found("note", ("schedule_item", "i"), severity=Severity.NOTE),
        ),
        rows={("delegate", "d"): SimpleNamespace(person_id=mine)},
    )
    assert codes(view) == []
    assert codes(view, Wish(PaperKind.AGENDA)) == ["item", "name"]
    assert codes(view, Wish(PaperKind.PERSON, mine)) == ["item", "bed", "stay"]
    assert codes(view, Wish(PaperKind.PERSON, other)) == ["item", "name", "stay"]
    assert codes(view, Wish(PaperKind.DELEGATION, first.id)) == ["item", "bed", "stay"]


def test_findings_stand_beside_export_as_long_as_something_is_made(opened, visit):
    view = replace(
        visit,
        findings=(
            found("no-translation", ("schedule_item", "i")),
            found("no-translation", ("place", "p")),
            found("no-text", ("place", "p")),
        ),
    )
    page = opened("en", view=view)
    said = page.foot.findings
    assert said.isVisible()
    assert said.text() == "3 findings: no-translation, no-text"
    assert said.accessibleName() == said.text()
    page.options.formats["docx"].click()
    assert not said.isVisible()


def test_without_findings_nothing_is_said(opened, visit):
    assert not opened(view=replace(visit, findings=())).foot.findings.isVisible()
