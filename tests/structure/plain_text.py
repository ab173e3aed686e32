# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from outside is plain: what shows words is made by ui/common/theme/plain_text.h, and by nothing else.

What Qt itself makes (the label in a tooltip, in a message box) is held by ui/common/theme/plain_text_guard.h, and a test of
the window walks over all of it; here stands what a reader of the sources could overlook.
"""
import re

import tree

HOME = ("ui/common/theme/plain_text.", "ui/common/theme/plain_text_guard.")
LABEL = "a PlainLabel"
TIP = "setTip() or tipText()"

# (pattern, allowed in, what to use instead)
RULES = [
    (r"\bnew QLabel\b|\bQLabel\s+\w+\s*[({;=]|\bQLabel\s*[({]|\bpublic\s+QLabel\b|<QLabel>\s*\(", (), LABEL),
    (r"\bnew QMessageBox\b|\bQMessageBox\s+\w+\s*[({;]|\bQMessageBox::(about|aboutQt|critical|information|question|warning)\s*\(",
     (), "makeMessageBox()"),
    (r"\b(setInformativeText|setDetailedText)\s*\(", (), "makeMessageBox()"),
    (r"\bsetToolTip\s*\(", ("ui/alerts/tray_desktop.cpp",), TIP),
    (r"\bQToolTip\b|\bQWhatsThis\b", (), TIP),
    (r"\b(setWhatsThis|setStatusTip)\s*\(|\bQt::(WhatsThisRole|StatusTipRole)\b", (), "no such texts"),
    (r"\bsetWindowTitle\s*\(", (), "setTitle()"),
    (r"\bsetTextFormat\s*\(|\bQt::(RichText|AutoText|MarkdownText)\b", (), "plain text only"),
    (r"\b(QTextEdit|QTextBrowser|QTextDocument|QGraphicsTextItem|QStaticText|QErrorMessage|QInputDialog|QProgressDialog|"
     r"QSplashScreen|QWizard)\b", (), "widgets and painting that know no markup"),
    (r"\b(setHtml|insertHtml|appendHtml|setMarkdown)\s*\(", ("ui/common/tables/copied_table.cpp",), "plain text only"),
    (r"\bsetTitleFormat\s*\(|\bsetLabelsVisible\s*\(\s*true|\bsetTitleText\s*\(|\bchart\(\)->setTitle\s*\(", (),
     "words painted by the chart view: Qt Charts takes its own for HTML"),
    (r"\baddRow\s*\(\s*(tr|QString|u)\b", (), LABEL + " in addRow()"),
    (r"(\.|->)showMessage\s*\(\s*(?!title,\s*notificationText)", (), "notificationText()"),
]
ROLE = re.compile(r"\bQt::ToolTipRole\b")


def role_without_tip(code):
    """Every mention of the role leads to tipText() before its statement ends."""
    for match in ROLE.finditer(code):
        end = code.find(";", match.end())
        if "tipText(" not in code[match.end():end]:
            yield match


def violations(root):
    found = []
    for path in tree.files(root, folders=("app", "ui")):
        if path.startswith(HOME):
            continue
        code = tree.code_only(tree.text(root, path))
        for pattern, allowed, instead in RULES:
            if path in allowed:
                continue
            for match in re.finditer(pattern, code):
                found.append(f"{path}:{tree.line_of(code, match.start())}: `{match[0].strip()}`: {instead}")
        for match in role_without_tip(code):
            found.append(f"{path}:{tree.line_of(code, match.start())}: `Qt::ToolTipRole`: {TIP}")
    return found
