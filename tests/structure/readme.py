# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md names every folder, its two commands are there, and its links lead somewhere."""
import os
import re

import tree

COMMANDS = ("packaging/try", "packaging/check")
PICTURES = "packaging/screenshots/"


def violations(root):
    readme = tree.text(root, "README.md")
    found = []
    for name in sorted(os.listdir(root)):
        if os.path.isdir(os.path.join(root, name)) and not name.startswith(".") and name != "build":
            if f"{name}/" not in readme:
                found.append(f"README.md does not mention {name}/")
    for command in COMMANDS:
        if command not in readme:
            found.append(f"README.md does not mention {command}")
        if not os.access(os.path.join(root, command), os.X_OK):
            found.append(f"{command} can't be run")
    pictures = os.path.isdir(os.path.join(root, PICTURES))
    for link in re.findall(r"\]\(([^)#:\s]+)\)", readme):
        if (pictures or not link.startswith(PICTURES)) and not os.path.exists(os.path.join(root, link)):
            found.append(f"README.md: {link} is not there")
    return found
