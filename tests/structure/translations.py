# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese words: all there, in step with the sources, and with the same placeholders."""
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

TS = "resources/i18n/callboard_zh_CN.ts"
PLACE = re.compile(r"%L?(?:[0-9]+|n)")


def messages(file):
    """{(context, source, comment): message element} of a .ts file."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message
    return found


# Where two people would choose two words, and readers would look for a difference.
ONE_WORD = {"bad number": "坏号"}


def _complaint(source, message):
    translation = message.find("translation")
    kind = translation.get("type", "")
    if kind:
        return kind
    texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    if not all(texts):
        return "empty"
    for text in texts:
        # A language without plural may leave out the number's place only where the source has none either.
        if sorted(set(PLACE.findall(text))) != sorted(set(PLACE.findall(source))):
            return f"other placeholders: {text}"
        for english, chinese in ONE_WORD.items():
            if english in source.lower() and chinese not in text:
                return f"says {text}, everywhere else it is {chinese}"
    return ""


def in_sources(root, lupdate):
    """The messages that lupdate finds in the sources, and its complaints about texts that no context would find."""
    with tempfile.TemporaryDirectory() as place:
        fresh = os.path.join(place, "callboard_zh_CN.ts")
        folders = [os.path.join(root, folder) for folder in ("app", "ui") if os.path.isdir(os.path.join(root, folder))]
        # The include paths decide the contexts: without them lupdate leaves the namespace out.
        paths = ["-I", root, "-I", os.path.join(root, "app")]
        done = subprocess.run([lupdate, *folders, *paths, "-ts", fresh], check=True, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True)
        return messages(fresh), [line for line in done.stderr.splitlines() if "lacks Q_OBJECT" in line]


def violations(root, lupdate):
    file = os.path.join(root, TS)
    if not lupdate or not (shutil.which(lupdate)):
        return ["lupdate was not found, so nothing can be checked"]
    if not os.path.exists(file):
        return [f"{TS} is missing"]
    there = messages(file)
    fresh, found = in_sources(root, lupdate)
    found += [f"{TS}: not in the file; run packaging/update-translations: {key}" for key in sorted(fresh.keys() - there.keys())]
    found += [f"{TS}: not in the sources any more: {key}" for key in sorted(there.keys() - fresh.keys())]
    for key in sorted(there.keys() & fresh.keys()):
        complaint = _complaint(key[1], there[key])
        if complaint:
            found.append(f"{TS}: {complaint}: {key}")
    return found
