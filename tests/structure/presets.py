# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preset can be configured, built and tested, and a run without tests fails."""
import json

import tree

WANTED = ("release", "debug", "asan", "tsan", "clazy")


def _inherited(presets, name, path):
    preset = presets[name]
    value = preset
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if value is not None:
        return value
    parents = preset.get("inherits", [])
    for parent in [parents] if isinstance(parents, str) else parents:
        value = _inherited(presets, parent, path)
        if value is not None:
            return value
    return None


def violations(root):
    file = json.loads(tree.text(root, "CMakePresets.json"))
    found = []
    for kind in ("configurePresets", "buildPresets", "testPresets"):
        presets = {preset["name"]: preset for preset in file.get(kind, [])}
        found += [f"{kind}: no {name}" for name in WANTED if name not in presets]
        if kind != "testPresets":
            continue
        for name, preset in presets.items():
            if not preset.get("hidden") and _inherited(presets, name, ("execution", "noTestsAction")) != "error":
                found.append(f"testPresets: {name} would pass without tests: execution.noTestsAction has to be error")
    return found
