"""What is true of a made agenda, written beside it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Who:
    """A speaker: one name, as the first language of the file has it; an empty name is not named yet."""

    name: str = ""
    organisation: str = ""
    position: str = ""


def who(text: str) -> tuple[Who, ...]:
    """Return the people of "name | organisation | position; name | organisation"."""
    return tuple(Who(*(part.strip() for part in each.split("|"))) for each in text.split(";")) if text else ()


@dataclass(frozen=True)
class Talk:
    titles: dict[str, str]
    speakers: tuple[Who, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True)
class Item:
    date: str
    start: str
    end: str
    kind: str
    titles: dict[str, str]
    speakers: tuple[Who, ...] = ()
    place: str = ""
    talks: tuple[Talk, ...] = ()
    end_day: int = 0
    chair: tuple[Who, ...] = ()
    remark: str = ""


@dataclass
class Truth:
    """The entries of a file, in order; ``languages`` are those of its titles, the first being usual."""

    language: str
    items: list[Item] = field(default_factory=list)
    day: str = ""

    def on(self, day: str) -> Truth:
        """Go to a day."""
        self.day = day
        return self

    def item(
        self, times: str, kind: str, title: str | dict[str, str], people: str = "", *, place: str = "", chair: str = "",
        talks: tuple[Talk, ...] = (), day: str = "", end_day: int = 0, remark: str = "",
    ) -> Truth:  # fmt: skip
        """Add an entry of the day: times "09:30-10:00", "09:30-" or "-10:00"."""
        start, _, end = times.partition("-")
        titles = title if isinstance(title, dict) else {self.language: title}
        self.items.append(
            Item(
                day or self.day,
                start,
                end,
                kind,
                titles,
                who(people),
                place,
                talks,
                end_day,
                who(chair),
                remark,
            )
        )
        return self

    def talk(self, title: str | dict[str, str], people: str = "", minutes: int | None = None) -> Truth:
        """Add a talk to the last entry."""
        titles = title if isinstance(title, dict) else {self.language: title}
        last = self.items[-1]
        talk = Talk(titles, who(people), minutes)
        self.items[-1] = Item(**{**last.__dict__, "talks": (*last.talks, talk)})
        return self
