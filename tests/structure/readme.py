# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md is short, names every folder and the two commands, and links of all documents lead somewhere."""
import os
import re

import tree

COMMANDS = ("packaging/try", "packaging/check")
PICTURES = "packaging/screenshots/"
MOST_LINES = 200


def _block_of_commands(readme):
    """The commands in the first block of code, without what is said of them."""
    block = re.search(r"^```\n(.*?)^```", readme, re.S | re.M)
    return tuple(line.split("#")[0].strip() for line in block[1].splitlines() if line.strip()) if block else ()


def _dead_links(root, document):
    pictures = os.path.isdir(os.path.join(root, PICTURES))
    folder = os.path.dirname(document)
    for link in re.findall(r"\]\(([^)#:\s]+)\)", tree.text(root, document)):
        path = os.path.normpath(os.path.join(folder, link))
        if (pictures or not path.startswith(PICTURES)) and not os.path.exists(os.path.join(root, path)):
            yield f"{document}: {link} is not there"


def violations(root):
    readme = tree.text(root, "README.md")
    found = []
    lines = readme.count("\n")
    if lines > MOST_LINES:
        found.append(f"README.md has {lines} lines, {MOST_LINES} at most; details belong into packaging/man/ and app/README.md")
    for name in sorted(os.listdir(root)):
        if os.path.isdir(os.path.join(root, name)) and not name.startswith(".") and name != "build":
            if f"{name}/" not in readme:
                found.append(f"README.md does not mention {name}/")
    if _block_of_commands(readme) != COMMANDS:
        found.append(f"README.md: its first block of code has to be the two commands {' and '.join(COMMANDS)}")
    for command in COMMANDS:
        if not os.access(os.path.join(root, command), os.X_OK):
            found.append(f"{command} can't be run")
    for document in ["README.md", *tree.files(root, endings=(".md",))]:
        found += _dead_links(root, document)
    return found
