#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages describe the commands and options that --help lists, all of them and no other."""
import argparse
import os
import re
import subprocess
import sys

import tree

FOLDER = "packaging/man"
SHARED = {"--help"}  # every command takes it; said once
OTHERS = {"--install", "--preset", "--build", "--data-binary", "--no-net", "--test"}  # of programs that are not ours
_OPTION = re.compile(r"--[a-z][a-z-]*")


def described(page, section):
    """Options by command in a page: `- \\`--name VALUE\\`: ...` below `## command`; without commands, below `section`."""
    found, place = {}, None
    for line in page.splitlines():
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            inside = heading[2] == section if heading[1] == "#" else place is not None
            place = heading[2] if inside else None
        option = re.match(r"- `(-[^`]*)`", line)
        if place is not None:
            found.setdefault(place, set())
            if option:
                found[place].add(option[1])
    return found


def listed(text):
    """Options of a --help text, with the names of their values, as the manual writes them."""
    found = set()
    for line in text.splitlines():
        option = re.match(r"  ((?:-\w, )?--[a-z-]+(?: <\S+>| \S+)?)(?:  |$)", line)
        if option:
            found.add(re.sub(r"<(.*)>", r"\1", option[1]))
    return found


def commands_of(text):
    return re.findall(r"^  ([a-z]+) +", text, re.M)


def differences(place, in_manual, in_help):
    for option in sorted(in_help - in_manual):
        yield f"{place} {option} is not in the manual"
    for option in sorted(in_manual - in_help):
        yield f"{place} {option} is in the manual, and --help does not list it"


def violations(root, help_of):
    """help_of(words...): what the program prints, such as help_of("callboardctl", "serve", "--help")."""
    window = described(tree.text(root, f"{FOLDER}/callboard.1.md"), "OPTIONS").get("OPTIONS", set())
    known = listed(help_of("callboard", "--help"))
    found = list(differences("callboard", window, known))
    manual = described(tree.text(root, f"{FOLDER}/callboardctl.1.md"), "COMMANDS")
    manual.pop("COMMANDS", None)
    commands = commands_of(help_of("callboardctl", "--help"))
    found += differences("callboardctl", set(manual), set(commands))
    for command in commands:
        options = {option for option in listed(help_of("callboardctl", command, "--help")) if option not in SHARED}
        known |= options
        found += differences("callboardctl " + command, manual.get(command, set()), options)
    words = {word for option in known for word in _OPTION.findall(option)} | OTHERS | SHARED | {"--version"}
    for document in ["README.md", "packaging/README.md", *tree.files(root, folders=(FOLDER,), endings=(".md",))]:
        for option in sorted(set(_OPTION.findall(tree.text(root, document))) - words):
            found.append(f"{document}: there is no option {option}")
    for command in sorted(set(re.findall(r"callboardctl ([a-z]+)\b", tree.text(root, "README.md"))) - set(commands)):
        found.append(f"README.md: there is no command {command}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True, help="the project's root")
    parser.add_argument("--bin", required=True, help="the folder with the built programs")
    arguments = parser.parse_args()

    def help_of(program, *words):
        return subprocess.run((os.path.join(arguments.bin, program),) + words, capture_output=True, text=True, check=True,
                              encoding="utf-8").stdout

    found = violations(arguments.root, help_of)
    for line in found:
        print(line)
    print(f"manual: {len(found)} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
