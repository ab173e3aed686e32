# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that the house rules keep out, with the rule."""
import re

import tree

# (pattern, folders, searched in comments too, what to do instead)
RULES = [
    (r"\bSIGNAL\s*\(|\bSLOT\s*\(", ("app", "ui", "tests"), False, "connect to member functions"),
    (r"\bprocessEvents\b|\bQEventLoop\b", ("app", "ui", "tests"), False, "no nested event loops"),
    (r"(\.|->)exec\s*\(", ("ui",), False, "open() a dialog and listen; no nested event loops"),
    (r"\bstatic\b[^;{}()]*[&*]\s*(instance|self)\s*\(", ("app", "ui", "tests"), False, "what a class needs, its constructor takes"),
    (r"(?<!Application)::instance\s*\(", ("app", "ui"), False, "what a class needs, its constructor takes"),
    (r"\bQSKIP\b", ("tests",), False, "a test that can't run has to fail"),
    (r"\b(sleep_for|sleep_until|qSleep|qWait|msleep|usleep)\s*\(", ("app", "ui", "tests"), False,
     "wait for a condition: QTRY_*, QSignalSpy::wait, a wait condition"),
    (r"\bQTextStream\s*\(\s*std(out|err)|\bQTextStream\s+\w+\s*[({]\s*std(out|err)|\bQTextStream\s*&|\bf?printf\s*\(|\bstd::c(out|err)\b|\bqInstallMessageHandler\b",
     ("app/ctl", "app/main.cpp", "app/store", "app/receiver", "app/report", "app/record", "app/live", "app/simulator", "app/program",
      "app/text", "app/campaign", "app/schedule", "ui"), False,
     "text for a terminal goes through files/terminal_stream.h"),
    (r"\bQThread::sleep\s*\(", ("app", "ui", "tests"), False, "wait for a condition"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", ("app", "ui", "tests", "packaging", "resources"), True, "do it, or file it"),
    (r"\bparts\s*(=|==|<>|!=|>=|<=|<|>|&)\s*\d", ("app", "ui"), True, "ask CallParts by name; in SQL, store/table/call_sql.h"),
    (r"(?<![\w.])/(work|tmp)/", ("app", "ui", "tests", "packaging", "resources"), True, "no paths of one machine"),
]
ENDINGS = tree.CODE + (".py", ".cmake", ".txt", ".sql", ".sh", ".md")


def violations(root):
    found = []
    for path in tree.files(root, endings=ENDINGS):
        if path.startswith("tests/structure/"):
            continue  # they name what they look for
        source = tree.text(root, path)
        code = tree.code_only(source) if path.endswith(tree.CODE) else source
        for pattern, folders, in_comments, instead in RULES:
            if not any(path == f or path.startswith(f + "/") for f in folders):
                continue
            searched = source if in_comments else code
            for match in re.finditer(pattern, searched):
                found.append(f"{path}:{tree.line_of(searched, match.start())}: `{match[0].strip()}`: {instead}")
    return found
