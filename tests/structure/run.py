#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one check over a tree: prints what it found, and ends with 1 where that is something."""
import argparse
import sys

import backends
import formatting
import includes
import licence
import plain_text
import presets
import readme
import sizes
import translations
import words

CHECKS = {
    "backends": lambda a: backends.violations(a.root),
    "includes": lambda a: includes.violations(a.root, a.qt_include),
    "sizes": lambda a: sizes.violations(a.root),
    "words": lambda a: words.violations(a.root),
    "plain_text": lambda a: plain_text.violations(a.root),
    "licence": lambda a: licence.violations(a.root),
    "translations": lambda a: translations.violations(a.root, a.lupdate),
    "readme": lambda a: readme.violations(a.root),
    "presets": lambda a: presets.violations(a.root),
    "formatting": lambda a: formatting.violations(a.root, a.clang_format),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("check", choices=sorted(CHECKS))
    parser.add_argument("--root", required=True, help="the project's root")
    parser.add_argument("--qt-include", default="", help="the folder with QtCore, QtGui ...")
    parser.add_argument("--lupdate", default="")
    parser.add_argument("--clang-format", default="clang-format")
    arguments = parser.parse_args()
    found = CHECKS[arguments.check](arguments)
    for line in found:
        print(line)
    print(f"{arguments.check}: {len(found)} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
