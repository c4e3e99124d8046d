from __future__ import annotations
import os
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.ui.user import User, called


def shot(user, name):
    if os.environ.get("SHOTS"):
        user.workspace.window().grab().save(f"/tmp/story/{name}.png")
        d = user.root()
        if d is not user.workspace.window():
            d.grab().save(f"/tmp/story/{name}-dialog.png")


def dump(user):
    skip = {"New visit", "Menu", "Settings", "Find (Ctrl+K)", "Visits", "English"}
    print([f"{type(each).__name__}:{called(each)}" for each in user.all() if called(each) not in skip])
    if user.root() is user.workspace.window():
        print("   ROWS", user.rows())

LANGUAGES = {"ko": "한국어", "ja": "日本語", "en": "English"}
KMI = {"ko": "한국측정연구원", "ja": "韓国計測研究院", "en": "Korea Measurement Institute"}
JMI = {"ko": "일본계측연구소", "ja": "日本計測研究所", "en": "Japan Metrology Institute"}
PSI = {"ko": "태평양표준연구소", "ja": "太平洋標準研究所", "en": "Pacific Standards Institute"}


def type_in(user, label, texts):
    for tag, text in texts.items():
        user.type(f"{label}, {LANGUAGES[tag]}", text)


def add_organisation(user, name, acronym, city, country, zone):
    user.click("Add organisation")
    type_in(user, "Name", name)
    user.type("Acronym", acronym)
    type_in(user, "City", city)
    user.pick("Country", country)
    user.pick("Time zone", zone)

PEOPLE = (
    ({"ko": ("이", "호성"), "ja": ("李", "鎬成", "イ・ホソン"), "en": ("Lee", "Ho-seong")}, "Korean", "KMI", {"ko": "원장", "ja": "院長", "en": "President"}),
    ({"ko": ("김", "서연"), "ja": ("金", "瑞娟"), "en": ("Kim", "Seo-yeon")}, "Korean", "KMI", {"ko": "국제협력실장", "ja": "国際協力室長", "en": "Head of International Affairs"}),
    ({"ko": ("박", "지훈"), "ja": ("朴", "志勲"), "en": ("Park", "Ji-hun")}, "Korean", "KMI", {"ko": "책임연구원", "ja": "責任研究員", "en": "Principal Researcher"}),
    ({"ko": ("최", "유나"), "ja": ("崔", "由奈"), "en": ("Choi", "Yuna")}, "Korean", "KMI", {"ko": "통역사", "ja": "通訳", "en": "Interpreter"}),
    ({"ko": ("우스다", "다카시"), "ja": ("臼田", "孝", "うすだ たかし"), "en": ("Usuda", "Takashi")}, "Japanese", "JMI", {"ko": "소장", "ja": "所長", "en": "Director General"}),
    ({"ko": ("사토", "하나코"), "ja": ("佐藤", "花子"), "en": ("Sato", "Hanako")}, "Japanese", "JMI", {"ko": "주임연구원", "ja": "主任研究員", "en": "Senior Researcher"}),
    ({"ko": ("밀러", "제인"), "ja": ("ミラー", "ジェーン"), "en": ("Miller", "Jane")}, "English", "PSI", {"ko": "이사장", "ja": "理事長", "en": "Chief Executive"}),
    ({"ko": ("베이커", "톰"), "ja": ("ベイカー", "トム"), "en": ("Baker", "Tom")}, "English", "PSI", {"ko": "연구원", "ja": "研究員", "en": "Scientist"}),
)


def add_person(user, name, native, organisation, position):
    user.click("Add person")
    for tag, parts in name.items():
        labels = ("family name", "given name", "reading of the name")
        for label, text in zip(labels, parts):
            user.type(f"{label}, {LANGUAGES[tag]}", text)
    user.choose("Language of the name", native)
    add_post(user, organisation, position)


def add_post(user, organisation, position):
    user.pick("Add a post at", organisation)
    type_in(user, "Position", position)


def first_part(window, qtbot):
    user = User(qtbot, window(language="en"))
    qtbot.waitUntil(lambda: user.all() != [], timeout=5000)
    user.click("Make a new file")
    user.rest()
    user.open_page(2)
    user.click("Organisations")
    add_organisation(user, KMI, "KMI", {"ko": "대전", "ja": "大田", "en": "Daejeon"}, "Korea", "Seoul")
    shot(user, "org")
    add_organisation(user, JMI, "JMI", {"ko": "쓰쿠바", "ja": "つくば", "en": "Tsukuba"}, "Japan", "Tokyo")
    add_organisation(user, PSI, "PSI", {"ko": "보스턴", "ja": "ボストン", "en": "Boston"}, "United States", "New York")
    dump(user)
    shot(user, "org")
    user.click("People")
    for who in PEOPLE:
        add_person(user, *who)
        if who is PEOPLE[0]:
            dump(user)
            shot(user, "post")
    dump(user)
    user.select("LEE")
    add_post(user, "PSI", {"ko": "자문위원", "ja": "顧問", "en": "Adviser"})
    shot(user, "people")
    dump(user)
    return user


def add_people(user):
    def join(group, role, name, said):
        with user.within("Add person"):
            user.choose("Delegation", group)
            user.choose("Role", role)
            user.pick("Add person", name)
        user.qtbot.waitUntil(lambda: any(said in row for row in user.rows()))
        user.rest()

    user.click("Add person")
    print([user.see("Delegation").itemText(i) for i in range(3)])
    join("KMI", "Head", "Lee", "LEE Ho-seong")
    join("KMI", "Coordinator", "김서", "KIM Seo-yeon")
    join("KMI", "Member", "박지훈", "PARK Ji-hun")
    user.type("Present, present from", "7/30")
    user.type("Present, present to", "7/30")
    shot(user, "oneday")
    join("KMI", "Interpreter", "최", "CHOI Yuna")
    user.pick("Add: Interprets between", "Korean")
    user.pick("Add: Interprets between", "Japanese")
    user.click("Add to another")
    shot(user, "another")
    user.menu("JMI")
    dump(user)
    shot(user, "interp")
    join("JMI", "Head", "臼田", "USUDA Takashi")
    join("JMI", "Member", "hanako", "SATO Hanako")
    join("PSI", "Head", "ミラー", "Jane MILLER")
    join("PSI", "Member", "Baker", "Tom BAKER")
    dump(user)


ITEMS = (
    ({"ko": "개회", "ja": "開会", "en": "Opening"}, "2025-07-29", "0900", "", "Address"),
    ({"ko": "공동 연구 논의", "ja": "共同研究の議論", "en": "Discussion of joint research"}, "7/29", "10:00", "12:00", "Discussion"),
    ({"ko": "만찬", "ja": "晩餐会", "en": "Dinner"}, "7/29", "18:30", "20:30", "Meal"),
    ({"ko": "보스턴 실험실 원격 발표", "ja": "ボストン研究室からのオンライン発表", "en": "Remote talk from the Boston laboratory"}, "7/29", "20:00", "20:40", "Presentations"),
    ({"ko": "기념 촬영", "ja": "記念撮影", "en": "Group photograph"}, "7/30", "9:30", "9:40", "Group photo"),
    ({"ko": "한국 측 사전 회의", "ja": "韓国側の打合せ", "en": "Briefing of the Korean side"}, "7/30", "8:30", "9:00", "Discussion"),
)


def add_items(user):
    for title, day, start, end, kind in ITEMS:
        user.click("Add item")
        type_in(user, "Title", title)
        user.type("Time, date", day)
        user.type("Time, start", start)
        user.type("Time, end", end)
        print([user.see("Kind").itemText(i) for i in range(user.see("Kind").count())])
        user.choose("Kind", kind)
        if "remote" in title["en"].lower():
            user.click("Change the time zone, Asia/Tokyo")
            dump(user)
            user.pick("Time, time zone", "New York")
            user.type("Online link", "https://meet.example.org/19")
        if "photo" in title["en"]:
            print([user.see("State").itemText(i) for i in range(user.see("State").count())])
            user.choose("State", "Cancelled")
        if "Briefing" in title["en"]:
            print([user.see("Visible to").itemText(i) for i in range(user.see("Visible to").count())])
            user.choose("Visible to", "Korea Measurement Institute only")
        shot(user, "item-" + kind)


def test_story(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "office.parley"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    if os.environ.get("PART"):
        import shutil
        shutil.copyfile(os.environ["PART"], path)
        ws = window(None, language="en")
        user = User(qtbot, ws)
        ws.open_path(path)
        qtbot.waitUntil(lambda: ws.desk.file is not None, timeout=5000)
        user.rest()
    else:
        user = first_part(window, qtbot)
        import sqlite3
        source = sqlite3.connect(path); out = sqlite3.connect("/tmp/story/part1.parley")
        source.backup(out); out.close(); source.close()
    user.open_page(3)
    user.click("Add series")
    type_in(user, "Title", {"ko": "삼국 계측 기관장 회의", "ja": "三機関計測所長会議", "en": "Trilateral Directors’ Meeting"})
    for acronym in ("KMI", "JMI", "PSI"):
        user.pick("Add: Parties", acronym)
    user.choose("Who hosts", "In turn")
    shot(user, "series")
    dump(user)
    user.click("Add meeting")
    user.type("Number", "18")
    user.type("Date", "2023-11")
    user.pick("Host", "KMI")
    shot(user, "meeting")
    user.open_page(1)
    user.click("New visit")
    user.choose("Series", "Trilateral Directors’ Meeting")
    dump(user)
    shot(user, "new")
    user.type("First day", "2025-07-29")
    user.type("Last day", "7/31")
    shot(user, "new2")
    user.click("Add visit")
    user.rest()
    print("VISIT"); dump(user); shot(user, "visit")
    user.go("Delegations")
    dump(user); shot(user, "delegations")
    add_people(user)
    shot(user, "delegate")
    user.go("Schedule")
    add_items(user)
    shot(user, "items")
    dump(user)
    user.go("Papers")
    dump(user)
    shot(user, "papers")
