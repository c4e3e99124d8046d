"""Who is who at a visit, and who takes part in what."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions.directory import affiliation
from models.rules.attendance import Attendance
from models.rules.people import chair_of, delegates, head_of, post_at, ranked, speakers_of, staff
from models.tables import DelegateRole, ParticipationRole
from tests.models.rules.planner import DAY


def test_interpreters_and_staff_stand_outside_the_ranking(plan):
    def build(p):
        roles = (DelegateRole.INTERPRETER, DelegateRole.HEAD, DelegateRole.COORDINATOR, DelegateRole.MEMBER)
        return [p.delegate(p.guests, f"Kim No{role.value}", role=role) for role in roles]

    visit, (interpreter, head, coordinator, member) = plan(build)
    delegation = visit.delegations[0]
    assert [delegate.person_id for delegate in ranked(delegation)] == [head, member]
    assert [delegate.person_id for delegate in staff(delegation)] == [interpreter, coordinator]
    assert head_of(delegation).person_id == head
    assert head_of(visit.delegations[1]) is None


def test_a_person_in_two_delegations_is_found_in_both(plan):
    def build(p):
        person = p.delegate(p.guests)
        return p.delegate(p.hosts, person_id=person)

    visit, person = plan(build)
    assert [delegation for delegation, _ in delegates(visit, person)] == visit.delegations


def test_the_post_at_the_visit_goes_before_the_one_in_the_directory(plan):
    def build(p):
        person = p.delegate(p.guests, position={"en": "Head of mission"})
        held(p, person, "Director")

    visit, _ = plan(build)
    post = post_at(visit, visit.delegations[0].delegates[0].person)
    assert (post.position, post.organisation.acronym) == ({"en": "Head of mission"}, "KRISS")


def test_what_a_stored_position_lacks_comes_from_the_post_at_that_organisation(plan):
    def build(p):
        people = [
            p.delegate(p.guests, "Kim Min", position={"ja": "センター長"}),
            p.delegate(p.guests, "Lee Jun", position={"ja": "顧問"}),
            p.delegate(p.guests, "Han Bo", position={"ja": "顧問"}),
        ]
        from models.tables import Party

        kriss = p.writing.get(Party, p.kriss).organisation_id
        names = ({"ko": "센터장", "ja": "センター長"}, {"ko": "고문", "en": "Adviser"}, {"en": "Fellow"})
        for person, position, at in zip(people, names, (kriss, kriss, p.organisation("NIST")), strict=True):
            affiliation.add.within(p.writing, person_id=person, organisation_id=at, position=position)

    visit, _ = plan(build)
    first, second, third = (post_at(visit, each.person).position for each in visit.delegations[0].delegates)
    assert first == {"ko": "센터장", "ja": "センター長"}
    assert second == {"ko": "고문", "ja": "顧問", "en": "Adviser"}
    assert third == {"ja": "顧問"}


def test_a_post_that_says_something_else_fills_nothing(plan):
    def build(p):
        from models.tables import Party

        person = p.delegate(p.guests, position={"en": "Head of mission"})
        kriss = p.writing.get(Party, p.kriss).organisation_id
        affiliation.add.within(
            p.writing, person_id=person, organisation_id=kriss, position={"en": "Director", "ko": "부장"}
        )

    visit, _ = plan(build)
    assert post_at(visit, visit.delegations[0].delegates[0].person).position == {"en": "Head of mission"}


def held(p, person, position, organisation=None, **fields):
    return affiliation.add.within(
        p.writing,
        person_id=person,
        organisation_id=organisation or p.organisation("NIST"),
        position={"en": position},
        **fields,
    )


@pytest.mark.parametrize(
    ("on", "position"),
    [("2019-06-01", "Student"), ("2020-06-01", "Director"), ("2024-01-31", "Director"), ("2024-02-01", "")],
)
def test_a_post_holds_for_its_time(plan, on, position):
    def build(p):
        person = p.person()
        held(p, person, "Student", end="2019")
        held(p, person, "Director", start="2020", end="2024-01")
        p.talk(p.item("09:00"), person)

    visit, _ = plan(build)
    speaker = visit.items[0].presentations[0].speakers[0].person
    post = post_at(visit, speaker, dt.date.fromisoformat(on))
    assert post.position.text_in("en") == position


def test_of_two_posts_the_one_at_the_delegations_organisation_counts(plan):
    def build(p):
        from models.tables import Delegation

        person = p.delegate(p.guests)
        held(p, person, "Adviser")
        held(p, person, "Director", p.writing.get(Delegation, p.guests).organisation_id)

    visit, _ = plan(build)
    assert post_at(visit, visit.delegations[0].delegates[0].person).position.text_in("en") == "Director"


def parts(plan, act):
    """Return how a guest and a host take part in an entry for which ``act(p, item, guest)`` says more."""

    def build(p):
        guest, item = p.delegate(p.guests), p.item("09:00", "10:00")
        p.delegate(p.hosts, "Sato Ken")
        act(p, item, guest)

    visit, _ = plan(build)
    people = [delegate.person for _, delegate in delegates(visit)]
    attendance = Attendance(visit)
    return [attendance.part(visit.items[0], person.id) for person in people]


def test_an_entry_without_participants_is_for_everybody(plan):
    guest, host = parts(plan, lambda p, item, guest: None)
    assert guest.attends_only
    assert host.attends_only


@pytest.mark.parametrize("role", ["participant", "host", "guest"])
def test_an_entry_with_participants_hosts_or_guests_is_for_these(plan, role):
    guest, host = parts(plan, lambda p, item, guest: p.takes_part(item, guest, role=role))
    assert guest.roles == (ParticipationRole(role),)
    assert host is None


@pytest.mark.parametrize("role", ["speaker", "chair", "interpreter"])
def test_who_has_a_task_leaves_the_entry_open_to_all(plan, role):
    guest, host = parts(plan, lambda p, item, guest: p.takes_part(item, guest, role=role))
    assert not guest.attends_only
    assert host.attends_only


def test_exclusion_wins_over_everything(plan):
    def act(p, item, guest):
        p.talk(item, guest)
        p.takes_part(item, guest, excluded=True)

    guest, host = parts(plan, act)
    assert guest is None
    assert host is not None


def test_who_is_named_stays_in_when_the_delegation_is_out(plan):
    def act(p, item, guest):
        p.takes_part(item, delegation_id=p.guests, excluded=True)
        p.takes_part(item, guest, role=ParticipationRole.SPEAKER)

    guest, _ = parts(plan, act)
    assert guest.roles == (ParticipationRole.SPEAKER,)


def test_a_tour_with_groups_is_for_their_members(plan):
    guest, host = parts(plan, lambda p, item, guest: p.group(item, guest))
    assert len(guest.group.members) == 1
    assert not guest.attends_only
    assert host is None


def interpreters_part(plan, act):
    """Return how the guests' interpreter takes part in a tour for which ``act`` makes the groups."""

    def build(p):
        guest, other = p.delegate(p.guests), p.delegate(p.hosts, "Sato Ken")
        interpreter = p.delegate(p.guests, "Lim Ji", role="interpreter")
        act(p, p.item("09:00", "10:00"), guest, other, interpreter)

    visit, _ = plan(build)
    person = next(one.person for _, one in delegates(visit) if one.role.value == "interpreter")
    attendance = Attendance(visit)
    part = attendance.part(visit.items[0], person.id)
    assert part is None or visit.items[0].id in attendance.possible(person.id)
    return part


INTERPRETS = (ParticipationRole.INTERPRETER,)


def test_who_interprets_for_a_group_goes_with_it(plan):
    part = interpreters_part(plan, lambda p, item, a, b, me: p.group(item, b, interpreter_id=me))
    assert (part.roles, len(part.group.members)) == (INTERPRETS, 1)


def test_the_interpreter_of_a_delegation_goes_with_its_members_where_nobody_else_interprets(plan):
    part = interpreters_part(plan, lambda p, item, guest, other, me: p.group(item, guest))
    assert (part.roles, len(part.group.members)) == (INTERPRETS, 1)
    assert interpreters_part(plan, lambda p, item, guest, other, me: p.group(item, other)) is None
    replaced = interpreters_part(plan, lambda p, item, a, b, me: p.group(item, a, interpreter_id=b))
    assert replaced is None


def test_who_interprets_for_several_groups_is_in_none_of_them(plan):
    def act(p, item, guest, other, me):
        p.group(item, guest, interpreter_id=me)
        p.group(item, other, interpreter_id=me)

    part = interpreters_part(plan, act)
    assert (part.roles, part.group) == (INTERPRETS, None)


def test_who_escorts_a_group_goes_with_it(plan):
    part = interpreters_part(plan, lambda p, item, a, b, me: p.group(item, b, escort_id=me, interpreter_id=a))
    assert (part.roles, len(part.group.members)) == ((), 1)


def test_who_is_not_there_that_day_takes_no_part(plan):
    def build(p):
        p.delegate(p.guests, present_to=DAY - dt.timedelta(1))
        p.item("09:00")

    visit, _ = plan(build)
    assert Attendance(visit).part(visit.items[0], visit.delegations[0].delegates[0].person_id) is None


def test_a_delegation_means_those_who_are_there_that_day(plan):
    def build(p):
        p.delegate(p.guests, present_to=DAY - dt.timedelta(1))
        item = p.item("09:00")
        p.delegate(p.guests, "Kim Stays")
        p.takes_part(item, delegation_id=p.guests)

    visit, _ = plan(build)
    attendance = Attendance(visit)
    found = {
        delegate.present_to is None: attendance.part(visit.items[0], delegate.person_id) is not None
        for delegate in visit.delegations[0].delegates
    }
    assert found == {False: False, True: True}


def test_speakers_and_chair_are_those_not_excluded(plan):
    def build(p):
        item, speaker, chair = p.item("09:00"), p.person("Kim A"), p.person("Kim B")
        p.takes_part(item, speaker, role=ParticipationRole.SPEAKER)
        p.takes_part(item, chair, role=ParticipationRole.SPEAKER, excluded=True)
        p.takes_part(item, chair, role=ParticipationRole.CHAIR)
        return speaker, chair

    visit, (speaker, chair) = plan(build)
    assert [part.person_id for part in speakers_of(visit.items[0])] == [speaker]
    assert chair_of(visit.items[0]).id == chair
