import pytest

from models.rules.naming import organisation_fields, person_fields


@pytest.mark.parametrize(
    ("typed", "tag", "family", "given", "native"),
    [
        ("이호성", "ko", "이", "호성", "ko"),
        ("남궁민수", "ko", "남궁", "민수", "ko"),
        ("臼田 孝", "ja", "臼田", "孝", "ja"),
        ("KIM Minsu", "en", "KIM", "Minsu", None),
        ("Minsu KIM", "en", "KIM", "Minsu", None),
        ("Müller, Käthe", "en", "Müller", "Käthe", None),
        ("Minsu Kim", "en", "Minsu Kim", "", None),
        ("アインシュタイン", "ja", "アインシュタイン", "", None),
    ],
)
def test_what_a_typed_name_says_itself(typed, tag, family, given, native):
    fields = person_fields(typed, "ko")
    assert fields["family"] == {tag: family}
    assert fields["given"] == ({tag: given} if given else {})
    assert fields.get("native_language") == native


def test_an_organisation_of_capitals_is_an_acronym():
    assert organisation_fields("G-QUAT", "ko") == {"acronym": "G-QUAT"}
    assert organisation_fields("한국표준과학연구원", "en") == {"name": {"ko": "한국표준과학연구원"}}
    assert organisation_fields("National Physical Laboratory", "ko") == {
        "name": {"en": "National Physical Laboratory"}
    }
