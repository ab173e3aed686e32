# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources are as clang-format leaves them."""
import os
import re
import subprocess

import tree


def violations(root, clang_format):
    paths = list(tree.files(root, ("app", "ui", "tests")))
    if not paths:
        return []
    done = subprocess.run([clang_format, "--dry-run", "-Werror", "--ferror-limit=1", *paths], cwd=root, text=True,
                          stderr=subprocess.PIPE, check=False)
    found = sorted(set(re.findall(r"^([^\s:]+):[0-9]+:[0-9]+: error: code should be", done.stderr, re.M)))
    if done.returncode and not found:
        return [done.stderr.strip() or f"{os.path.basename(clang_format)} ended with {done.returncode}"]
    return [f"{path}: run clang-format -i on it" for path in found]
