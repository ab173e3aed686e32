# SPDX-License-Identifier: GPL-3.0-or-later
"""Include directions: README.md's table of folders, as a program."""
import os
import re

import tree

# Folder: (project folders it may include, Qt modules, other libraries' headers). The first matching prefix counts.
READER = {f"store/{name}.h" for name in (
    "database/connection", "database/private_folder", "database/reader_pool", "database/snapshot", "database/store_url",
    "table/other_pushes", "read/call_stream", "read/campaign_queries", "read/contact_queries", "read/delivery_queries",
    "read/queries", "settings/meaning_table", "settings/schedule_table", "settings/settings_queries", "as_of/known_changes",
    "as_of/known_store")}
LIBRARIES = {"files", "program", "record", "text", "campaign", "schedule", "receiver", "store", "live", "report"}
RULES = [
    ("app/files/", {"files"}, {"QtCore"}, set()),
    ("app/program/", {"files", "program"}, {"QtCore", "QtNetwork"}, set()),
    ("app/record/", {"record"}, {"QtCore"}, set()),
    ("app/text/", {"record", "text"}, {"QtCore"}, set()),
    ("app/campaign/", {"record", "campaign"}, {"QtCore"}, set()),
    ("app/schedule/", {"record", "schedule"}, {"QtCore"}, set()),
    ("app/receiver/", {"record", "receiver"}, {"QtCore", "QtNetwork", "QtHttpServer"}, set()),
    ("app/store/", {"files", "record", "text", "schedule", "store"}, {"QtCore", "QtSql"}, {"sqlite3.h", "zstd.h"}),
    ("app/live/", {"record", "campaign", "live"}, {"QtCore"}, set()),
    ("app/report/", {"files", "record", "schedule", "report"} | READER, {"QtCore", "QtGui"}, {"xlsxwriter.h", "zlib.h"}),
    ("app/simulator/", {"files", "record", "simulator"}, {"QtCore", "QtNetwork"}, set()),
    ("app/ctl/", LIBRARIES | {"simulator", "ctl"}, {"QtCore", "QtNetwork", "QtGui"}, set()),
    ("app/main.cpp", LIBRARIES | {"simulator", "ctl", "ui"},
     {"QtCore", "QtNetwork", "QtGui", "QtWidgets"}, set()),
    ("app/", LIBRARIES | {"simulator"}, {"QtCore", "QtNetwork"}, set()),
    ("ui/", LIBRARIES | {"simulator", "ui"},
     {"QtCore", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport"}, set()),
]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
# Libraries that only some folders may use; standard and POSIX headers are free.
GUARDED = {"sqlite3.h", "zstd.h", "xlsxwriter.h", "zlib.h"}


def qt_module(header, qt_include):
    """The Qt module whose public header this is, or "" for a header that is not Qt's."""
    if re.match(r"Qt\w+/", header):
        return header.split("/")[0]
    if not header.startswith(("Q", "q")):
        return ""
    for module in sorted(os.listdir(qt_include)):
        if os.path.exists(os.path.join(qt_include, module, header)):
            return module
    return ""


def _complaint(path, kind, header, rule, qt_include):
    _, folders, modules, others = rule
    if "private/" in header or header.endswith("_p.h"):
        return "a private header"
    if kind == '"':
        folder = header.split("/")[0]
        allowed = header.endswith(".moc") or folder in folders or header in folders
        return "" if allowed else "this folder may not look there"
    module = qt_module(header, qt_include)
    if module and module not in modules:
        return f"this folder does not use {module}"
    return "only some folders may use this library" if header in GUARDED - others else ""


def violations(root, qt_include):
    if not os.path.exists(os.path.join(qt_include, "QtCore")):
        return [f"{qt_include}: no Qt headers here, so nothing can be checked"]
    found = []
    for path in tree.files(root, ("app", "ui")):
        rule = next(r for r in RULES if path.startswith(r[0]))
        source = tree.text(root, path)
        for match in INCLUDE.finditer(source):
            complaint = _complaint(path, match[1], match[2], rule, qt_include)
            if complaint:
                found.append(f"{path}:{tree.line_of(source, match.start())}: includes {match[2]}: {complaint}")
    return found
