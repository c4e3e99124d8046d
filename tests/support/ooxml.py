"""Word files looked at from outside: the schema, pandoc, LibreOffice and poppler."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from exporters.writers.word import word_bytes

if TYPE_CHECKING:
    from exporters.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TESTS = Path(__file__).parents[1]


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@lru_cache(maxsize=1)
def _validator(folder: Path) -> tuple[Any, etree.XMLSchema]:
    spec = importlib.util.spec_from_file_location("validate_docx", folder / "validate_docx.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, etree.XMLSchema(etree.parse(str(folder / "wml.xsd")))


def violations(path: Path, schema_folder: Path) -> list[str]:
    """Name every violation of the schema, and what Word would repair."""
    module, schema = _validator(schema_folder)
    return module.violations(path, schema)


def part(path: Path, name: str) -> etree._Element:
    """Parse one part of a package."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def pandoc_texts(path: Path) -> str:
    """Return all text that pandoc reads, in order, without white space."""
    tree = json.loads(_run("pandoc", "-f", "docx", "-t", "json", path))
    found: list[str] = []
    for name in ("title", "subtitle"):
        _collect(tree["meta"].get(name), found)
    _collect(tree["blocks"], found)
    return squeezed("".join(found))


def _collect(node: Any, found: list[str]) -> None:
    if isinstance(node, list):
        for child in node:
            _collect(child, found)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind in {"Str", "Code"}:
            found.append(content if kind == "Str" else content[1])
        elif kind == "Quoted":
            found.append("‘" if content[0]["t"] == "SingleQuote" else "“")
            _collect(content[1], found)
            found.append("’" if content[0]["t"] == "SingleQuote" else "”")
        elif kind == "Table":
            _collect(content[3:], found)  # the caption is the table's name, not its text
        elif content is not None:
            _collect(content, found)


def squeezed(text: str) -> str:
    """Return text without any white space."""
    return re.sub(r"\s+", "", text)


def to_pdf(paths: list[Path], folder: Path) -> list[Path]:
    """Convert Word files by LibreOffice, all in one go."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *paths)
    made = [folder / f"{path.stem}.pdf" for path in paths]
    assert all(path.is_file() for path in made), "LibreOffice made no file"
    return made


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page."""
    return _run("pdftotext", "-layout", path, "-").split("\f")[:-1]


def pdf_faces(path: Path) -> set[str]:
    """Return the names of the faces, without the tags of their subsets."""
    lines = _run("pdffonts", path).splitlines()[2:]
    return {re.sub(r"^[A-Z]{6}\+", "", line.split()[0]) for line in lines if line}


def pdf_pixels(path: Path, page: int = 1) -> bytes:
    """Return a page as pixels."""
    done = subprocess.run(
        ("pdftoppm", "-r", "110", "-f", str(page), "-l", str(page), path), check=True, capture_output=True
    )
    return done.stdout


def write(document: Document, path: Path, template: Path | None = None) -> None:
    """Write a document as a Word file."""
    path.write_bytes(word_bytes(document, template))
