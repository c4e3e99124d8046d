"""Countries by their codes of two letters, as each language calls them."""

from __future__ import annotations

from functools import cache
from typing import cast

from models.text.languages import language


def country_name(code: str, tag: str) -> str:
    """Return what a country is called; a code that is not known by itself."""
    return countries(tag).get(code, code)


@cache
def countries(tag: str) -> dict[str, str]:
    """Return all countries, sorted by name."""
    from babel import Locale

    locale = Locale.parse(language(tag).locale.replace("-", "_"))
    known = cast("dict[str, str]", locale.territories)
    codes = (code for code in known if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES)
    return dict(sorted(((code, known[code]) for code in codes), key=lambda pair: pair[1]))


_NO_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
