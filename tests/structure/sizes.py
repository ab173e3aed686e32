# SPDX-License-Identifier: GPL-3.0-or-later
"""No file over 400 lines, no function over 60."""
import re

import tree

FILE_LIMIT = 400
FUNCTION_LIMIT = 60
# "path: function's first words": the reason why it may be longer.
EXCEPTIONS = {
    "app/simulator/campaign_profile.cpp: std::array<CampaignProfile, 6> kinds()": "a table: one campaign after the other",
}

_CONTAINER = re.compile(r"^(template\s*<.*>\s*)?(inline\s+)?(namespace|class|struct|union|enum|extern)\b", re.S)
_QUALIFIERS = re.compile(r"\)\s*(const|override|final|noexcept|&|\s)*$")


def _without_parentheses(text):
    while True:
        shorter = re.sub(r"\([^()]*\)", "()", text).replace("(())", "()")
        if shorter == text:
            return text
        text = shorter


def _opens(before):
    """What a brace opens outside functions, judged by the text since the last statement: container, function or list."""
    before = re.sub(r"^\s*#[^\n]*$", "", before, flags=re.M).strip()
    if _CONTAINER.match(before) and not _QUALIFIERS.search(before):
        return "container"
    if before == "" or before.startswith(","):
        return "function"
    flat = _without_parentheses(re.sub(r"operator\s*[^\s\w(]+", "operator_", before))
    if re.search(r"(?<![=!<>])=(?!=)", flat) and "[" not in flat.split("=", 1)[1]:
        return "list"
    return "function" if "(" in before and not before.endswith(("(", "=", ",")) else "list"


def functions(source):
    """(first line, lines, first words) of each outermost function body."""
    code = tree.code_only(source)
    stack, since, found = [], 0, []
    for match in re.finditer(r"[{};]", code):
        at = match.start()
        if match[0] == "{":
            inside = any(kind in ("function", "list") for kind, _, _ in stack)
            kind = "block" if inside else _opens(code[since:at])
            stack.append((kind, at, code[since:at].strip()))
        elif match[0] == "}" and stack:
            kind, opened, head = stack.pop()
            if kind == "function":
                lines = code.count("\n", opened, at) + 1
                found.append((tree.line_of(code, opened), lines, " ".join(head.split())[:80]))
        since = at + 1
    return found


def violations(root):
    found, lengths = [], []
    for path in tree.files(root, ("app", "ui")):
        source = tree.text(root, path)
        lines = source.count("\n")
        if lines > FILE_LIMIT:
            found.append(f"{path}: {lines} lines; {FILE_LIMIT} is the most")
        for line, length, head in functions(source):
            lengths.append(length)
            if length > FUNCTION_LIMIT and f"{path}: {head}" not in EXCEPTIONS:
                found.append(f"{path}:{line}: {length} lines in `{head}`; {FUNCTION_LIMIT} is the most")
    if lengths:
        lengths.sort()
        print(f"{len(lengths)} functions: median {lengths[len(lengths) // 2]} lines, "
              f"90th percentile {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}")
    return found
