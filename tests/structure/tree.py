# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files as the checks see them."""
import os
import re

CODE = (".cpp", ".h")
SKIPPED = {".git", "build", ".cache", "__pycache__"}


def files(root, folders=("app", "ui", "tests", "packaging", "resources"), endings=CODE):
    """Paths relative to root, sorted, of the files with one of those endings (or names)."""
    for folder in folders:
        for place, names, found in os.walk(os.path.join(root, folder)):
            names[:] = sorted(n for n in names if n not in SKIPPED)
            for name in sorted(found):
                if name.endswith(tuple(endings)):
                    yield os.path.relpath(os.path.join(place, name), root)


def text(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?:u8|[uUL])?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])\'(?:\\.|[^\'\\\n])+\'',
    re.S)


def code_only(source):
    """The source with comments and literals blanked, its line numbers kept."""
    def blank(match):
        lines = "\n" * match[0].count("\n")
        return lines if match[0].startswith("/") else '""' + lines
    return _TOKEN.sub(blank, source)


def line_of(source, position):
    return source.count("\n", 0, position) + 1
