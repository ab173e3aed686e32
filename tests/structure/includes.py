# SPDX-License-Identifier: GPL-3.0-or-later
"""Include directions: what each room (a folder with sources) may include; the table of folders in app/README.md as a program."""
import os
import re

import tree

# Rooms named together: "a/*" is the folder a and all below it.
VALUES = "record/* text campaign schedule"
COMMON = "ui/common/*"
SESSION = "ui/session/*"
PAGE = f"{VALUES} store/database store/read store/settings store/write {COMMON} {SESSION}"
WINDOW = "QtCore QtGui QtWidgets"

# Room: (rooms and single headers it may include besides itself, Qt modules, other guarded libraries' headers). Folders of
# app/ are named without it, as in an include line. The rooms must not form a circle.
ROOMS = {
    "files": ("", "QtCore", ""),
    "program": ("files", "QtCore QtNetwork", ""),

    "record/protocol": ("", "QtCore", ""),
    "record/call": ("record/protocol", "QtCore", ""),
    "record/filter": ("record/protocol record/call", "QtCore", ""),
    "record/figures": ("record/protocol record/call record/filter", "QtCore", ""),
    "text": ("record/*", "QtCore", ""),
    "campaign": ("record/*", "QtCore", ""),
    "schedule": ("record/*", "QtCore", ""),

    "receiver/http": ("", "QtCore", ""),
    "receiver/config": ("record/protocol", "QtCore QtNetwork", ""),
    "receiver/request": ("receiver/http receiver/config record/protocol", "QtCore", ""),
    "receiver/net": ("receiver/http receiver/config receiver/request record/protocol", "QtCore QtNetwork", ""),
    "receiver/push": ("receiver/http receiver/config receiver/request receiver/net record/protocol", "QtCore", "zlib.h"),
    "receiver/qthttp": ("receiver/push", "QtCore QtNetwork QtHttpServer", ""),
    "receiver/server": ("receiver/* record/protocol", "QtCore QtNetwork", ""),

    "store/database": ("files", "QtCore QtSql", ""),
    "store/sqlite/files": ("files store/database", "QtCore", ""),
    "store/sqlite/pages": ("files store/database store/sqlite/files", "QtCore", "sqlite3.h"),
    "store/sqlite": ("files record/call store/database store/sqlite/files store/sqlite/pages", "QtCore QtSql", "sqlite3.h"),
    "store/table": ("record/* store/database", "QtCore QtSql", ""),
    "store/journal": ("record/* text store/database store/table", "QtCore", "zstd.h"),
    "store/read": ("record/* store/database store/table store/journal", "QtCore QtSql", ""),
    "store/settings": ("record/* schedule store/database store/read", "QtCore", ""),
    "store/apply": ("record/* store/database store/table store/journal store/read", "QtCore", ""),
    "store/retention": ("record/* text store/database store/table store/journal store/apply", "QtCore", ""),
    "store/erase": ("record/* text store/database store/table store/journal", "QtCore", ""),
    "store/as_of": ("record/* store/database store/table store/journal store/read store/apply", "QtCore", ""),
    "store/write": ("record/* schedule store/database store/table store/journal store/read store/settings store/apply "
                    "store/retention store/erase", "QtCore", ""),
    "store/upkeep": ("files record/* store/database store/table store/journal store/read store/settings store/apply", "QtCore", ""),
    "store/sqlite/copies": ("files store/database store/sqlite store/sqlite/files store/table store/upkeep", "QtCore", ""),
    "store/sqlite/salvage": ("files store/database store/sqlite/pages store/table store/journal store/apply", "QtCore", ""),

    "live/board": ("record/*", "QtCore", ""),
    "live/alert": ("record/* campaign", "QtCore", ""),
    "live/runner": ("record/* campaign live/alert store/database store/read store/settings store/write store/retention/clock_memory.h",
                    "QtCore", ""),

    "report/writer": ("record/*", "QtCore", ""),
    "report/definition": ("record/* report/writer store/read store/settings/meaning_table.h store/table/other_pushes.h", "QtCore", ""),
    "report/csv": ("report/writer", "QtCore", ""),
    "report/xlsx": ("files report/writer store/database/private_folder.h", "QtCore", "xlsxwriter.h zlib.h"),
    "report/paper": ("record/call text report/writer", "QtCore QtGui", ""),
    "report/as_of": ("record/call report/writer report/definition store/as_of store/database/snapshot.h", "QtCore", ""),
    "report": ("files record/* report/writer report/csv report/xlsx report/paper report/as_of store/database/connection.h "
               "store/database/store_problem_text.h", "QtCore", ""),
    "report/schedule": ("files record/* schedule report store/database/reader_pool.h store/read store/settings", "QtCore", ""),

    "simulator/history": ("record/* simulator store/database store/upkeep", "QtCore", ""),
    "simulator": ("record/protocol record/call", "QtCore QtNetwork", ""),
    "ctl": (f"files program {VALUES} store/database store/table store/read report", "QtCore QtGui", ""),
    "ctl/commands": (f"ctl files program {VALUES} receiver/config receiver/server store/database store/table store/journal store/read "
                     "store/settings store/retention store/erase store/write store/upkeep store/sqlite/copies store/sqlite/salvage "
                     "live/alert live/runner report report/schedule simulator simulator/history", "QtCore", ""),
    "main.cpp": ("files program ui/common/theme ui/session ui/window", "QtCore QtWidgets", ""),

    "ui/common/theme": ("record/call", WINDOW + " QtSvg", ""),
    "ui/common/forms": ("ui/common/theme", WINDOW, ""),
    "ui/common/tables": ("record/filter report/csv ui/common/theme", WINDOW, ""),
    "ui/common/charts": ("files text ui/common/theme ui/common/forms ui/common/tables", WINDOW + " QtCharts QtSvg", ""),

    "ui/session/exports": (f"{VALUES} report report/writer store/database {COMMON}", WINDOW, ""),
    "ui/session": (f"files {VALUES} receiver/config receiver/net receiver/server store/database store/write {COMMON} ui/session/exports",
                   WINDOW, ""),
    "ui/session/figures": (f"{VALUES} live/board store/database store/read store/settings store/write {COMMON} ui/session", "QtCore", ""),
    "ui/session/alerts": (f"{VALUES} live/alert live/runner store/database store/read store/settings store/write ui/session "
                          "ui/session/figures", "QtCore", ""),
    "ui/session/logs": (f"{VALUES} live/alert report store/read store/settings store/erase {COMMON} ui/session/exports", "QtCore", ""),

    # Subjects: none includes another.
    "ui/live": (f"{PAGE} receiver/server simulator", WINDOW, ""),
    "ui/campaigns": (PAGE, WINDOW, ""),
    "ui/calls": (PAGE, WINDOW, ""),
    "ui/receiver": (f"{PAGE} receiver/config receiver/request receiver/server simulator", WINDOW, ""),
    "ui/reports": (f"files {PAGE} report report/definition report/paper report/as_of report/schedule", WINDOW + " QtPrintSupport", ""),
    "ui/alerts": (f"{PAGE} live/alert", WINDOW, ""),
    "ui/settings/campaigns": (PAGE, WINDOW, ""),
    "ui/settings": (f"{PAGE} receiver/config receiver/server store/retention store/erase store/sqlite/copies "
                    "store/sqlite/restore_leftovers.h ui/settings/campaigns", WINDOW, ""),
    "ui/wallboard": (f"{VALUES} {COMMON} {SESSION}", WINDOW, ""),
    "ui/window": (f"files {VALUES} receiver/server store/database store/write store/sqlite/copies store/sqlite/salvage live/runner report "
                  f"report/schedule simulator simulator/history {COMMON} {SESSION} ui/live ui/campaigns ui/calls ui/receiver ui/reports ui/alerts ui/settings/* ui/wallboard",
                  WINDOW, ""),
}

ENTRY = "the request, its result and the cancellation stand beside runReport()"
LIST = "the list of reports declares each, and each fills in its row"
# (room or file, header): the reason why it may be included all the same.
EXCEPTIONS = {
    ("app/store/database/schema.cpp", "store/table/rollup_table.h"): "after some steps the rollups are counted anew",
    ("app/store/database/store_backend.cpp", "store/sqlite/sqlite_backend.h"): "the one place that chooses a backend, by the store's URL",
    ("app/report/definition", "report/report.h"): ENTRY,
    ("app/report/csv", "report/report.h"): ENTRY,
    ("app/report/xlsx", "report/report.h"): ENTRY,
    ("app/report/paper", "report/report.h"): ENTRY,
    ("app/report/definition", "report/report_definition.h"): LIST,
    ("app/report/as_of", "report/report_definition.h"): LIST,
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
# Libraries that only some rooms may use; standard and POSIX headers are free.
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


def room_of(path):
    """The room of a file, as ROOMS names it."""
    path = path.removeprefix("app/")
    return path if "/" not in path else os.path.dirname(path)


def allowed(words, rooms=ROOMS):
    """The rooms and headers that are meant by such a list."""
    found = set()
    for word in words.split():
        beneath = word.removesuffix("*")
        found |= {word} if beneath == word else {room for room in rooms if f"{room}/".startswith(beneath)}
    return found


def circle(rooms=ROOMS):
    """Rooms that lead back to the first of them through what they may include; nothing where there is no such circle."""
    done = set()

    def visit(room, way):
        if room in way:
            return way[way.index(room):] + [room]
        if room in done or room not in rooms:
            return []
        for other in sorted(allowed(rooms[room][0], rooms) - {room}):
            found = visit(os.path.dirname(other) if other.endswith(".h") else other, way + [room])
            if found:
                return found
        done.add(room)
        return []
    return next((way for way in (visit(room, []) for room in rooms) if way), [])


def _complaint(path, kind, header, qt_include):
    room = room_of(path)
    rooms, modules, libraries = ROOMS[room]
    if "private/" in header or header.endswith("_p.h"):
        return "a private header"
    if kind == '"':
        if header.endswith(".moc") or room_of(header) == room or {header, room_of(header)} & allowed(rooms):
            return ""
        places = {(path, header), (os.path.dirname(path), header)}
        return "" if places & EXCEPTIONS.keys() else "this room may not look there"
    module = qt_module(header, qt_include)
    if module and module not in modules.split():
        return f"this room does not use {module}"
    return "only some rooms may use this library" if header in GUARDED - set(libraries.split()) else ""


def _unneeded(root):
    """Exceptions whose file and header are there, the one without including the other."""
    for place, header in EXCEPTIONS:
        if all(os.path.exists(os.path.join(root, end)) for end in (place, "app/" + header)):
            beneath = [p for p in tree.files(root, ("app", "ui")) if place in (p, os.path.dirname(p))]
            if not any(f'"{header}"' in tree.text(root, p) for p in beneath):
                yield f"{place}: the exception for {header} is not needed any more"


def violations(root, qt_include):
    if not os.path.exists(os.path.join(qt_include, "QtCore")):
        return [f"{qt_include}: no Qt headers here, so nothing can be checked"]
    found = list(_unneeded(root))
    if circle():
        found.append("rooms include each other in a circle: " + " → ".join(circle()))
    for path in tree.files(root, ("app", "ui")):
        if room_of(path) not in ROOMS:
            found.append(f"{path}: no row of ROOMS for this folder")
            continue
        source = tree.text(root, path)
        for match in INCLUDE.finditer(source):
            complaint = _complaint(path, match[1], match[2], qt_include)
            if complaint:
                found.append(f"{path}:{tree.line_of(source, match.start())}: includes {match[2]}: {complaint}")
    return found
