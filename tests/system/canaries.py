#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone numbers in every place where a push can hold one, against every file and stream that callboardctl writes.

Each place gets a number of its own, so what is found names the place. Nothing may be readable; with --reveal, nearly all
must be (otherwise the search is blind, and the program ends with 1).

    tests/system/canaries.py CALLBOARDCTL [--long]     --long: more spellings, and every report of each of them
"""
import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile

TEXTS = ("business_id", "app_id", "robot_id", "call_uuid", "caller", "callee", "call_relation_id", "task_id", "task_data_id",
         "task_result", "task_result_desc")
NUMBERS = ("direction", "time_answer", "time_hangup", "duration_ring", "duration_call", "time_dial", "time_ring",
           "task_tries", "task_row_index")
LISTS = ("task_row_head", "task_row_value")
FORMATS = ("csv", "csv-raw", "xlsx", "pdf")


def plain(number):
    return number


SPELLINGS = {"plain": plain}
LONG_SPELLINGS = {
    "plus": lambda n: "+86" + n,
    "zero": lambda n: "0" + n,
    "spaces": lambda n: f"{n[:3]} {n[3:7]} {n[7:]}",
    "hyphens": lambda n: f"{n[:3]}-{n[3:7]}-{n[7:]}",
    "inside": lambda n: f"a-{n}/b",
    "letters": lambda n: "tel" + n,
    "wide": lambda n: "".join(chr(ord(c) + 0xFEE0) for c in n),
}


class Canaries:
    """Gives out numbers and looks for them, whatever separators or widths stand between their digits."""

    def __init__(self):
        self.places = {}

    def new(self, place):
        number = f"1{3 + len(self.places) % 7}9{(len(self.places) * 7919 + 12345678) % 10 ** 8:08d}"
        assert number not in self.places
        self.places[number] = place
        return number

    def readable(self, text):
        wide = {0xFF10 + i: str(i) for i in range(10)}
        packed = re.sub(r"[\s\-()./_]", "", text.translate(wide))
        return {place for number, place in self.places.items() if number in packed or number in text}


def call(number, **fields):
    push = {"call_uuid": f"uuid-{number}", "direction": 2, "caller": "95000", "callee": "95001", "task_id": "t1",
            "task_row_index": number, "task_result": "0", "time_dial": 1790000000000 + number,
            "time_ring": 1790000001000 + number, "time_answer": 1790000002000 + number,
            "time_hangup": 1790000009000 + number, "duration_ring": 1, "duration_call": 7, "task_tries": 1,
            "task_row_head": ["name"], "task_row_value": ["x"]}
    push.update(fields)
    return push


def pushes(canaries, spellings):
    """One call for each place, so that none hides another."""
    number = 0
    for name, spelled in spellings.items():
        for field in TEXTS:
            number += 1
            yield call(number, **{field: spelled(canaries.new(f"{field} {name}"))})
        for field in LISTS:
            number += 1
            yield call(number, **{field: [spelled(canaries.new(f"{field} {name}")), "b"]})
        number += 1
        yield call(number, unknown=spelled(canaries.new(f"unknown value {name}")))
        number += 1
        yield call(number, **{spelled(canaries.new(f"unknown name {name}")): "x"})
        number += 1
        yield call(number, unknown={"deep": [{"deeper": spelled(canaries.new(f"unknown deep {name}"))}]})
    for field in TEXTS + NUMBERS:
        number += 1
        yield call(number, **{field: int(canaries.new(f"{field} as a number"))})
    number += 1
    yield call(number, unknown=int(canaries.new("unknown number")))
    for field in ("task_id", "callee"):
        number += 1
        basic = call(number, **{field: canaries.new(f"{field} of the basic part")})
        del basic["task_row_index"]
        yield basic


def refused(canaries):
    """Bodies that are answered with 400."""
    new = canaries.new
    yield json.dumps({"task_id": new("refused without uuid"), "callee": new("refused callee")})
    yield json.dumps({"call_uuid": "r", "task_result_desc": new("refused desc"), "time_dial": "tel " + new("refused time")})
    yield json.dumps({"call_uuid": {"a": new("refused uuid object")}})
    yield json.dumps([{"callee": new("refused list"), "task_id": new("refused list task")}])
    yield "call_uuid=a&callee=" + new("refused form")
    yield '{"callee": "' + new("refused torn")
    yield '"' + new("refused text") + '"'
    yield new("refused bare number")


class Program:
    def __init__(self, ctl, folder):
        self.ctl = ctl
        self.store = os.path.join(folder, "calls.db")
        self.folder = folder
        self.serve = None

    def run(self, *arguments, wanted=(0,)):
        done = subprocess.run([self.ctl, *arguments, "--store", self.store], capture_output=True, text=True, errors="replace",
                              check=False)
        if done.returncode not in wanted:
            sys.exit(f"{arguments}: ended with {done.returncode}: {done.stderr}")
        return done.stdout + done.stderr

    def start(self):
        self.serve = subprocess.Popen([self.ctl, "serve", "--store", self.store, "--listen", "127.0.0.1:0"],
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace")
        line = self.serve.stdout.readline()
        self.url = line.split()[1]
        return line

    def stop(self):
        self.serve.send_signal(signal.SIGTERM)
        out, err = self.serve.communicate(timeout=120)
        return out + err

    def ask(self, path="", body=None, headers=None):
        base = self.url if not path else re.sub(r"^(\w+://[^/]+).*", r"\1", self.url) + path
        request = urllib.request.Request(base, data=body.encode() if body is not None else None, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")


def text_of(file):
    """All that a person or a program can read in a file."""
    with open(file, "rb") as content:
        start = content.read(4)
    if start.startswith(b"PK"):
        with zipfile.ZipFile(file) as book:
            return "\n".join(name + "\n" + book.read(name).decode(errors="replace") for name in book.namelist())
    if start == b"%PDF":
        texts = [subprocess.run(["pdftotext", *layout, file, "-"], capture_output=True, check=True).stdout
                 for layout in ((), ("-layout",))]
        texts.append(subprocess.run(["pdfinfo", file], capture_output=True, check=True).stdout)
        return b"\n".join(texts).decode(errors="replace")
    with open(file, encoding="utf-8", errors="replace") as content:
        return content.read()


def reports(program):
    return [report["name"] for report in json.loads(subprocess.run([program.ctl, "report", "--list", "--json"],
                                                                   capture_output=True, check=True).stdout)["reports"]]


def written(program, further, tasks):
    """Every file that `report` writes: its name and what can be read in it."""
    for name in reports(program):
        for form in FORMATS:
            file = os.path.join(program.folder, f"{name}.{form}")
            for task in tasks if name == "dossier" else [None]:
                chosen = ["--task", task] if task else []
                program.run("report", name, "--format", form, "--output", file, *chosen, *further)
                for each in (file, file + "-metadata.json"):
                    if os.path.exists(each):
                        yield f"report {name} as {form}" + (" metadata" if each != file else ""), text_of(each)
                        os.remove(each)


def said(program, further):
    """Every stream of the commands that read."""
    yield "calls", program.run("calls", "--limit", "0", *further)
    yield "calls --json", program.run("calls", "--json", "--limit", "0", *further)
    yield "totals", program.run("totals")
    yield "totals --json", program.run("totals", "--json")
    yield "rejected list", program.run("rejected", "list")
    listed = program.run("rejected", "list", "--json")
    yield "rejected list --json", listed
    for message in json.loads(listed)["rejected"]:
        yield f"rejected show {message['id']}", program.run("rejected", "show", str(message["id"]), *further)
        yield f"rejected show {message['id']} --json", program.run("rejected", "show", str(message["id"]), "--json", *further)
    yield "verify", program.run("verify")
    yield "schedules", program.run("schedules") + program.run("schedules", "--json")


def watched(program, canaries, spellings):
    """Fills the store; what the receiver says meanwhile."""
    yield "listening line", program.start()
    for push in pushes(canaries, spellings):
        status, answer = program.ask(body=json.dumps(push, ensure_ascii=False))
        if status not in (200, 400):
            sys.exit(f"a push was answered with {status}: {answer}")
        yield f"answer to a push ({status})", answer
    for body in refused(canaries):
        yield "answer to a refused push", program.ask(body=body)[1]
    for path in ("/" + canaries.new("path"), "/receiveCallRecord?token=" + canaries.new("query")):
        yield "answer to another path", program.ask(path, "{}")[1]
    yield "answer to a token", program.ask(body="{}", headers={"Authorization": "Bearer " + canaries.new("token")})[1]
    yield "/healthz", program.ask("/healthz")[1]
    yield "/metrics", program.ask("/metrics")[1]
    yield "log of serve", program.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ctl", help="the program callboardctl")
    parser.add_argument("--long", action="store_true", help="all spellings")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    canaries = Canaries()
    found, looked = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(arguments.ctl, folder)
        spellings = {**SPELLINGS, **LONG_SPELLINGS} if arguments.long else SPELLINGS

        def look(streams):
            nonlocal looked
            for name, text in streams:
                looked += 1
                for place in canaries.readable(text):
                    found.setdefault(place, []).append(name)

        look(watched(program, canaries, spellings))
        tasks = [task["task_id"] for task in json.loads(program.run("totals", "--json"))["tasks"]]
        numbers = {place: number for number, place in canaries.places.items()}
        dossiers = ["t1", numbers["task_id plain"]]
        look(said(program, []))
        look(written(program, [], dossiers))
        shown = found
        found, masked_looks = {}, looked
        look(said(program, ["--reveal"]))
        look(written(program, ["--reveal"], dossiers))
        control = found
    for place, names in sorted(shown.items()):
        print(f"readable: {place}: {', '.join(sorted(set(names)))}")
    print(f"{len(canaries.places)} numbers, {masked_looks} files and streams, {len(tasks)} campaigns: {len(shown)} readable; "
          f"with --reveal {len(control)} of them in {looked - masked_looks} files and streams")
    # A time that is a number is a date of another millennium even when revealed; paths and tokens are never stored.
    if len(control) < len(canaries.places) * 0.7:
        print("The control failed: revealed numbers were not found, so the search proves nothing.")
        return 1
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
