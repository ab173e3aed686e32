# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source says on top which licence it has."""
import tree

LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
ENDINGS = tree.CODE + (".py", ".cmake", "CMakeLists.txt", ".sql", ".sh")


def violations(root):
    found = []
    for path in tree.files(root, endings=ENDINGS):
        head = tree.text(root, path).split("\n")[:2]
        lines = head if head[0].startswith("#!") else head[:1]
        if not any(LINE in line for line in lines):
            found.append(f"{path}: its first line lacks {LINE}")
    return found
