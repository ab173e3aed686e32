# SPDX-License-Identifier: GPL-3.0-or-later
"""What only one database system has (its statements, its library, the files of a store) stays in that system's rooms, so that another
one is a further backend and nothing else."""
import re

import tree

# Rooms of one system, with all below them.
ROOMS = ("app/store/sqlite/",)
# (name of the rule, pattern in the source with its comments, what to do instead)
RULES = [
    ("statement", r"\bPRAGMA\b|\bpragma_\w+|\bVACUUM\b|\bATTACH\b|\bBEGIN IMMEDIATE\b|\bsqlite_(?:master|schema|autoindex)\w*|\bjson_(?:each|extract)\b",
     "a word of Dialect, or a function of StoreDatabase"),
    ("library", r"\bsqlite3_\w+|<sqlite3\.h>|\bQSQLITE\w*", "a function of StoreDatabase"),
    ("file", r'"-(?:wal|shm|journal)"|\.ballast"|"SQLite format 3|\blocalFile\(\)', "a function of StoreBackend, or StoreUrl::place() for people"),
]
# (file, rule): the reason why it is there all the same.
EXCEPTIONS = {
    ("app/files/output_target.cpp", "file"): "an output must not replace a database, and this room knows no store",
    ("app/store/database/store_url.h", "file"): "declares it",
    ("app/store/database/store_url.cpp", "file"): "defines it",
    ("ui/window/store_rescue.cpp", "file"): "dialogs that propose and choose the file of a store",
    ("ui/window/store_warning.cpp", "file"): "opens the folder of the store on the desktop",
    ("ui/settings/settings_storage.cpp", "file"): "the field in which the file of a store is chosen",
    ("ui/settings/settings_restore.cpp", "file"): "the field in which the copy of a store is chosen",
}


def violations(root):
    found, needed = [], set()
    for path in tree.files(root, ("app", "ui")):
        if path.startswith(ROOMS):
            continue
        source = tree.text(root, path)
        for rule, pattern, instead in RULES:
            matches = list(re.finditer(pattern, source))
            if matches and (path, rule) in EXCEPTIONS:
                needed.add((path, rule))
                continue
            found += [f"{path}:{tree.line_of(source, m.start())}: `{m[0].strip()}`: {instead}" for m in matches]
    files = set(tree.files(root, ("app", "ui")))
    found += [f"{path}: the exception for the rule \"{rule}\" is not needed any more"
              for path, rule in EXCEPTIONS if path in files and (path, rule) not in needed]
    return found
