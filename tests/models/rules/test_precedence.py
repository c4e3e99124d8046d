from __future__ import annotations

import pytest

from models.rules.precedence import UNRANKED, Basis, changes, level_of, proposed
from models.text.localised import LocalisedText


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ({"en": "President"}, {"en": "Vice President"}),
        ({"en": "Director"}, {"en": "Deputy Director"}),
        ({"en": "Deputy Director General"}, {"en": "Director, Quantum Technology Institute"}),
        ({"en": "Director"}, {"en": "Assistant to the Director General"}),
        ({"ko": "양자기술연구소장"}, {"ko": "부센터장"}),
        ({"ko": "물리측정본부장"}, {"ko": "초전도양자컴퓨팅시스템연구단장"}),
        ({"ja": "総合センター長"}, {"ja": "センター長"}),
        ({"ja": "センター長"}, {"ja": "副センター長"}),
        ({"ja": "主任研究員"}, {"ja": "研究員"}),
        ({"ko": "수석연구원"}, {"en": "Senior Researcher"}),
    ],
)
def test_one_title_stands_above_another_in_any_language(higher, lower):
    assert level_of(LocalisedText(higher))[0] < level_of(LocalisedText(lower))[0]


def test_of_two_posts_the_higher_counts():
    assert level_of(LocalisedText(en="Professor and Vice President")) == (2, "Vice President")
    assert level_of(LocalisedText(ko="책임연구원 겸 센터장"))[0] == level_of(LocalisedText(ko="센터장"))[0]


def test_an_unknown_title_has_no_level():
    assert level_of(LocalisedText(en="Keeper of the kilogram")) == (UNRANKED, "")


def test_the_head_leads_then_titles_then_guests_then_who_serves(plan):
    def act(planner):
        group = planner.guests
        planner.delegate(group, "Interpreter A", role="interpreter")
        planner.delegate(group, "Researcher B", position={"en": "Researcher"})
        planner.delegate(group, "Guest C", role="guest", position={"en": "Minister"})
        planner.delegate(group, "Director D", position={"ja": "所長"})
        planner.delegate(group, "Nobody E")
        planner.delegate(group, "Head F", role="head", position={"en": "Manager"})
        planner.delegate(group, "Odd G", position={"en": "Keeper"})

    visit, _ = plan(act)
    order = proposed(visit.delegations[0], visit)
    names = [each.delegate.person.family.text_in("en") for each in order]
    assert names == ["Head", "Director", "Researcher", "Nobody", "Odd", "Guest", "Interpreter"]
    assert [each.basis for each in order] == [
        Basis.ROLE,
        Basis.TITLE,
        Basis.TITLE,
        Basis.NO_POSITION,
        Basis.UNKNOWN_TITLE,
        Basis.ROLE,
        Basis.ROLE,
    ]
    assert changes(order)


def test_without_a_position_of_the_visit_the_post_of_that_time_counts(plan):
    from models.actions import directory

    def act(planner):
        planner.delegate(planner.guests, "First A", position={"en": "Manager"})
        person = planner.delegate(planner.guests, "Second B")
        for title, start, end in (
            ("Researcher", "2010", "2019"),
            ("President", "2020", ""),
            ("Fellow", "2025", ""),
        ):
            directory.affiliation.add.within(
                planner.writing,
                person_id=person,
                organisation_id=planner.organisation("X"),
                position={"en": title},
                start=start,
                end=end,
            )

    visit, _ = plan(act)
    first = proposed(visit.delegations[0], visit)[0]
    assert (first.delegate.person.family.text_in("en"), dict(first.titles)) == ("Second", {"en": "President"})


def test_equals_stay_as_they_stand(plan):
    def act(planner):
        for name in ("A", "B", "C"):
            planner.delegate(planner.guests, name, position={"en": "Director"})

    visit, _ = plan(act)
    assert not changes(proposed(visit.delegations[0], visit))
