#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether built programs have what Debian's hardening flags give, and that a program built without them is found out.

    hardening.py --control COMPILER [--commands compile_commands.json] PROGRAM...

_FORTIFY_SOURCE leaves no mark in a program that calls nothing it could check, so it is looked for in the commands."""
import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile


def _read(program, *options):
    return subprocess.run(["readelf", "-W", *options, program], capture_output=True, text=True, check=True).stdout


def _begins_with_endbr(program):
    """Its main() is a place that may be jumped to."""
    code = subprocess.run(["objdump", "-d", "--disassemble=main", program], capture_output=True, text=True, check=True).stdout
    return "endbr64" in code


def unfortified(commands):
    """Sources of the programs that are compiled without _FORTIFY_SOURCE."""
    with open(commands, encoding="utf-8") as file:
        entries = [entry for entry in json.load(file) if re.search(r"/(app|ui)/", entry["file"])]
    if not entries:
        return ["no source of the programs is in " + commands]
    return [f"{entry['file']}: no _FORTIFY_SOURCE" for entry in entries if "_FORTIFY_SOURCE=2" not in entry["command"]]


def lacking(program):
    header, dynamic, segments = _read(program, "-h"), _read(program, "-d"), _read(program, "-l")
    names = {line.split()[-2].split("@")[0] if line.rstrip().endswith(")") else line.split()[-1].split("@")[0]
             for line in _read(program, "--dyn-syms").splitlines() if "UND" in line and len(line.split()) > 7}
    found = []
    if "DYN" not in header or "PIE" not in dynamic:
        found.append("no position-independent executable (-fPIE -pie)")
    if "GNU_RELRO" not in segments:
        found.append("no -z relro")
    if "BIND_NOW" not in dynamic and "NOW" not in dynamic:
        found.append("no -z now")
    if any("GNU_STACK" in line and "RWE" in line for line in segments.splitlines()):
        found.append("an executable stack")
    if "__stack_chk_fail" not in names:
        found.append("no -fstack-protector-strong")
    if platform.machine() == "x86_64" and not _begins_with_endbr(program):
        found.append("no -fcf-protection")
    return [f"{os.path.basename(program)}: {what}" for what in found]


def control(compiler):
    """A program without any of it: the check has to name each."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = os.path.join(folder, "a.cpp"), os.path.join(folder, "a")
        with open(source, "w", encoding="utf-8") as file:
            file.write("int main() { return 0; }\n")
        subprocess.run([compiler, "-O2", "-fno-stack-protector", "-fcf-protection=none", "-no-pie", "-Wl,-z,norelro",
                        "-Wl,-z,lazy", source, "-o", program], check=True)
        return lacking(program)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", help="the build's compile_commands.json")
    parser.add_argument("--control", metavar="COMPILER", required=True)
    parser.add_argument("program", nargs="+")
    arguments = parser.parse_args()
    named = control(arguments.control)
    if len(named) < 5:
        print(f"The control failed: a program without any hardening only lacks {named}.")
        return 1
    found = [line for program in arguments.program for line in lacking(program)]
    found += unfortified(arguments.commands) if arguments.commands else []
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
