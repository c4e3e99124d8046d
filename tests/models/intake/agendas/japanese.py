"""Agendas as Japanese offices send them."""

from __future__ import annotations

from docx.document import Document

from .build import bold, lines, new, styled, table
from .truth import Truth

Made = tuple[Document, Truth]


def ja_full_width() -> Made:
    """Full-width figures and wave dashes, ideographic spaces between the parts of a line."""
    document = new()
    lines(
        document,
        "第１９回　日韓国家計量標準機関長会議　議事次第",
        "日時：令和６年７月３０日（火）　９：３０～１７：００",
        "場所：産総研つくば中央",
    )
    lines(
        document,
        "９：３０～９：４０　　開会挨拶　　臼田　孝　総合センター長（NMIJ）",
        "９：４０～９：５０　　答辞　　　　李　浩成　院長（KRISS）",
        "９：５０～１０：３０　　機関紹介",
        "１０：３０～１０：４５　　写真撮影・休憩",
        "１２：００～１３：３０　　昼食（レストラン梅）",
        "１３：３０～１７：００　　協力案件の討議",
    )
    truth = Truth("ja").on("2024-07-30")
    truth.item("09:30-09:40", "address", "開会挨拶", "臼田 孝|NMIJ|総合センター長")
    truth.item("09:40-09:50", "address", "答辞", "李 浩成|KRISS|院長")
    truth.item("09:50-10:30", "presentations", "機関紹介").item("10:30-10:45", "photo", "写真撮影・休憩")
    truth.item("12:00-13:30", "meal", "昼食", place="レストラン梅")
    truth.item("13:30-17:00", "discussion", "協力案件の討議")
    return document, truth


def ja_three_columns() -> Made:
    """A table with the person in charge, days as rows over the whole width."""
    document = new()
    styled(document, "Title", "KRISS代表団 訪問日程（2025年2月）")
    table(
        document,
        [
            ["時間", "内容", "担当者", "場所"],
            ["2月18日（火）", None, None, None],
            ["10:00～10:30", "理事長表敬訪問", "国際室 田中 健一 室長", "役員会議室"],
            [
                "10:30～12:00",
                "研究紹介\n・光格子時計（安田 正美 グループ長）\n・時系の維持（未定）",
                "",
                "第1会議室",
            ],
            ["12:00～13:00", "昼食", "", "食堂"],
            ["13:30～16:30", "ラボツアー", "渡辺 由美 主任研究員", "3-9棟"],
            ["2月19日（水）", None, None, None],
            ["9:00～", "ホテル出発", "", ""],
            ["10:00～11:30", "今後の連携に関する意見交換", "", "第1会議室"],
            ["11:30～11:45", "覚書調印式", "", "役員会議室"],
        ],
    )
    truth = Truth("ja").on("2025-02-18")
    truth.item("10:00-10:30", "bilateral", "理事長表敬訪問", "田中 健一|国際室|室長", place="役員会議室")
    truth.item("10:30-12:00", "presentations", "研究紹介", place="第1会議室")
    truth.talk("光格子時計", "安田 正美||グループ長").talk("時系の維持", "||")
    truth.item("12:00-13:00", "meal", "昼食", place="食堂")
    truth.item("13:30-16:30", "lab tour", "ラボツアー", "渡辺 由美||主任研究員", place="3-9棟")
    truth.on("2025-02-19").item("09:00-", "transfer", "ホテル出発")
    truth.item("10:00-11:30", "discussion", "今後の連携に関する意見交換", place="第1会議室")
    truth.item("11:30-11:45", "signing", "覚書調印式", place="役員会議室")
    return document, truth


def ja_words_for_hours() -> Made:
    """午前 and 午後, hours in words, the first and second day in words."""
    document = new()
    bold(document, "アジア計量標準ワークショップ")
    lines(document, "期間：2023年10月5日（木）～6日（金）")
    bold(document, "1日目　10月5日（木）")
    lines(
        document,
        "午前9時30分～10時　受付",
        "午前10時～11時半　基調講演「計量の未来」　登壇者：高橋 修 教授（東京大学）",
        "正午～午後1時　昼食",
        "午後1時～2時30分　パネルディスカッション",
        "午後6時～　懇親会（ホテル青葉）",
    )
    bold(document, "2日目　10月6日（金）")
    lines(document, "午前10時～12時　施設見学", "午後3時　閉会")
    truth = Truth("ja").on("2023-10-05")
    truth.item("09:30-10:00", "other", "受付")
    truth.item("10:00-11:30", "presentations", "基調講演「計量の未来」", "高橋 修|東京大学|教授")
    truth.item("12:00-13:00", "meal", "昼食").item("13:00-14:30", "discussion", "パネルディスカッション")
    truth.item("18:00-", "meal", "懇親会", place="ホテル青葉")
    truth.on("2023-10-06").item("10:00-12:00", "lab tour", "施設見学").item("15:00-", "address", "閉会")
    return document, truth


def ja_open_ends() -> Made:
    """Only when each entry begins; the person after a wide space; late hours beyond 24."""
    document = new()
    lines(document, "観測実験スケジュール", "2024年12月13日（金）")
    table(
        document,
        [
            ["時刻", "項目", "備考"],
            ["17:00", "集合", "正面玄関"],
            ["17:30", "夕食", ""],
            ["19:00", "実験の説明", "小林 誠 氏"],
            ["20:00", "観測", ""],
            ["25:00", "終了・解散", ""],
        ],
    )
    truth = Truth("ja").on("2024-12-13")
    truth.item("17:00-", "other", "集合", place="正面玄関").item("17:30-", "meal", "夕食")
    truth.item("19:00-", "presentations", "実験の説明", "小林 誠||").item("20:00-", "other", "観測")
    truth.item("01:00-", "other", "終了・解散", day="2024-12-14")
    return document, truth


def ja_session_column() -> Made:
    """A session merged beside its talks, each of which has a time."""
    document = new()
    lines(document, "量子計測シンポジウム　プログラム", "2026年1月22日（木）　会場：日本橋ホール")
    table(
        document,
        [
            ["時間", "セッション", "題目", "講演者"],
            ["10:00-10:10", "開会挨拶", None, "山本 浩 所長（産総研）"],
            ["10:10-10:40", "量子センサ", "固体スピンによる磁場計測", "加藤 雅人（東北大学）"],
            ["10:40-11:10", "^", "原子干渉計", "斎藤 直樹（理研）"],
            ["11:10-11:30", "休憩", None, ""],
            ["11:30-12:00", "量子通信", "単一光子検出器", "中村 彩（NICT）"],
            ["12:00-12:30", "^", "量子鍵配送の標準化", "木村 大輔 主任研究員（NEC）"],
        ],
    )
    truth = Truth("ja").on("2026-01-22")
    truth.item("10:00-10:10", "address", "開会挨拶", "山本 浩|産総研|所長")
    truth.item("10:10-11:10", "presentations", "量子センサ")
    truth.talk("固体スピンによる磁場計測", "加藤 雅人|東北大学|", 30).talk(
        "原子干渉計", "斎藤 直樹|理研|", 30
    )
    truth.item("11:10-11:30", "tea", "休憩").item("11:30-12:30", "presentations", "量子通信")
    truth.talk("単一光子検出器", "中村 彩|NICT|", 30).talk(
        "量子鍵配送の標準化", "木村 大輔|NEC|主任研究員", 30
    )
    return document, truth


def ja_numbered() -> Made:
    """Numbered items with the time at the end, chair and speakers on lines of their own."""
    document = new()
    lines(
        document,
        "日韓電磁気標準専門家会議　次第",
        "日時：2025年9月8日（月）10:00～15:00",
        "会場：つくば国際会議場　中会議室",
    )
    lines(
        document,
        "１．開会の挨拶（10:00～10:10）",
        "　　佐藤 正樹 部門長（NMIJ）",
        "２．各機関の現状報告（10:10～11:40）",
        "　　座長：鈴木 恵 グループ長",
        "　　(1) 抵抗標準（大江 武彦 主任研究員）",
        "　　(2) 電圧標準（丸山 道隆 主任研究員）",
        "３．休憩（11:40～13:00）",
        "４．討議（13:00～14:45）",
        "５．閉会（14:45～15:00）",
    )
    truth = Truth("ja").on("2025-09-08")
    truth.item("10:00-10:10", "address", "開会の挨拶", "佐藤 正樹|NMIJ|部門長")
    truth.item("10:10-11:40", "presentations", "各機関の現状報告", chair="鈴木 恵||グループ長")
    truth.talk("抵抗標準", "大江 武彦||主任研究員").talk("電圧標準", "丸山 道隆||主任研究員")
    truth.item("11:40-13:00", "tea", "休憩").item("13:00-14:45", "discussion", "討議")
    truth.item("14:45-15:00", "address", "閉会")
    return document, truth


JAPANESE = (ja_full_width, ja_three_columns, ja_words_for_hours, ja_open_ends, ja_session_column, ja_numbered)
