"""Each language is drawn in its own face, also where the fonts of Windows are missing."""

from __future__ import annotations

import zipfile

import pytest

from exporters.document import Document, Style, line
from tests.support.ooxml import pdf_pixels, to_pdf, write

# Ideographs that are drawn differently in Korea and Japan; Hangul are the same in every Noto face.
SHARED = "骨直令戶器平刃"
OF_KOREAN, OF_JAPANESE = "Malgun Gothic", "Yu Gothic"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Return the page as we write it, and as it would look in named faces."""
    folder = tmp_path_factory.mktemp("faces")
    ours = folder / "ours.docx"
    lines = tuple(
        line(f"{SHARED} {text}", language, style)
        for style in (Style.BODY, Style.TITLE)
        for text, language in (("한국", "ko"), ("かな", "ja"))
    )
    write(Document("t", ("ko", "ja"), lines), ours)
    faces = {
        "right": {OF_KOREAN: "Noto Sans CJK KR", OF_JAPANESE: "Noto Sans CJK JP"},
        # LibreOffice chooses the form of an ideograph by language also inside a face.
        "korean as japanese": {OF_KOREAN: "Noto Sans CJK JP", "ko-KR": "ja-JP"},
        "japanese as korean": {OF_JAPANESE: "Noto Sans CJK KR", "ja-JP": "ko-KR"},
    }
    paths = [ours]
    for name, replaced in faces.items():
        paths.append(folder / f"{name}.docx")
        with zipfile.ZipFile(ours) as source, zipfile.ZipFile(paths[-1], "w") as target:
            for part in source.namelist():
                content = source.read(part)
                for font, face in replaced.items():
                    content = content.replace(f'"{font}"'.encode(), f'"{face}"'.encode())
                target.writestr(part, content)
    made = to_pdf(paths, folder)
    return dict(zip(("ours", *faces), (pdf_pixels(path) for path in made), strict=True))


def test_korean_and_japanese_are_drawn_in_their_own_faces(drawn):
    assert drawn["ours"] == drawn["right"]


def test_another_face_would_have_been_seen(drawn):
    assert drawn["right"] != drawn["korean as japanese"]
    assert drawn["right"] != drawn["japanese as korean"]
