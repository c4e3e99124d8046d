from ui.places import Spot, Trail


def test_back_and_forward_lead_through_the_pages():
    trail = Trail()
    first, second, third = Spot("visit", "v1", "schedule"), Spot("directory"), Spot("glossary")
    for spot in (first, second, third):
        trail.go(spot)
    assert trail.can() == (True, False)
    assert trail.back() == second
    assert trail.back() == first
    assert trail.back() is None
    assert trail.forward() == second
    assert trail.can() == (True, True)


def test_another_row_of_the_same_page_is_no_step():
    trail = Trail()
    trail.go(Spot("directory"))
    trail.go(Spot("directory", table="person", row="a"))
    trail.go(Spot("directory", table="person", row="b"))
    assert trail.can() == (False, False)
    trail.go(Spot("series"))
    assert trail.back() == Spot("directory", table="person", row="b")


def test_going_somewhere_new_forgets_what_was_ahead():
    trail = Trail()
    for page in ("directory", "series"):
        trail.go(Spot(page))
    trail.back()
    trail.go(Spot("glossary"))
    assert trail.can() == (True, False)


def test_a_form_speaks_the_language_that_was_chosen_while_another_page_was_open(
    window, office_file, idle, qtbot
):
    workspace = window(office_file, language="en")
    person = workspace.desk.visit.whole.delegations[0].delegates[0].person_id
    workspace.commands.pages[1].trigger()
    idle(workspace)
    workspace.navigation.find("person", person)
    idle(workspace)
    (form,) = (form for form in workspace.navigation.all_forms() if form.isVisible())
    assert form.editor("email").caption.text() == "E-mail"
    workspace.commands.pages[0].trigger()
    idle(workspace)
    workspace.use_language("ja")
    workspace.commands.pages[1].trigger()
    idle(workspace)
    assert form.isVisible()
    assert form.editor("email").caption.text() == "メール"
