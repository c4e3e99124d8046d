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
