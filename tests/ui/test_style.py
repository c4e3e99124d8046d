from ui import shell
from ui.style.icons import FOLDER
from ui.style.tokens import DARK, LIGHT, Kind, Severity


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_can_be_read_on_every_ground():
    for tokens in (LIGHT, DARK):
        for ground in (tokens.surface, tokens.panel, tokens.sidebar, tokens.select, tokens.raised):
            assert contrast(tokens.text, ground) >= 7
            assert contrast(tokens.text2, ground) >= 4.5
        for ground in (tokens.surface, tokens.panel, tokens.sidebar):
            assert contrast(tokens.text3, ground) >= 4.5
            assert contrast(tokens.accent, ground) >= 4.5
        assert contrast(tokens.on_fill, tokens.fill) >= 4.5
        assert contrast(tokens.control, tokens.field) >= 3


def test_severities_and_kinds_can_be_read_on_their_tints():
    for tokens in (LIGHT, DARK):
        tinted = [tokens.kind(kind) for kind in Kind] + [tokens.severity(one) for one in Severity]
        for ink, ground in tinted:
            assert contrast(ink, ground) >= 4.5
            assert contrast(tokens.text2, ground) >= 4.5


def test_the_frame_has_the_grounds_of_the_tokens():
    assert (LIGHT.surface, LIGHT.sidebar, LIGHT.line) == shell.LIGHT_GROUNDS
    assert (DARK.surface, DARK.sidebar, DARK.line) == shell.DARK_GROUNDS


def test_every_icon_that_is_named_is_shipped(qapp):
    from ui.kinds import ITEM_KINDS
    from ui.style.icons import Icons
    from ui.widgets.badge import ICONS

    names = {look.icon for look in ITEM_KINDS.values()} | set(ICONS.values())
    icons = Icons()
    for name in names:
        assert not icons.pixmap(name, "#000000", 1.0).toImage().isNull()
    assert (FOLDER / "LICENSE").is_file()


def test_each_language_is_drawn_in_its_own_face(qapp):
    from ui.style.fonts import Fonts

    fonts = Fonts("ko")
    korean, japanese = fonts.font(language="ko").families(), fonts.font(language="ja").families()
    assert korean[0] != japanese[0]
    assert fonts.font(language="ja") is fonts.font(language="ja")
