#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/tidy finds a mistake in what changed, and looks at nothing else."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOUND = "int half(int whole) { return whole / 2; }\n"
FAULTY = "int half(int whole)\n{\n    int *nowhere = nullptr;\n    return whole > 2 ? *nowhere : 0;\n}\n"


class Tidy(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = place.name
        os.mkdir(os.path.join(self.root, "app"))
        shutil.copy(os.path.join(ROOT, ".clang-tidy"), self.root)

    def put(self, name, content):
        with open(os.path.join(self.root, name), "w", encoding="utf-8") as file:
            file.write(content)

    def git(self, *arguments):
        subprocess.run(("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false") + arguments,
                       cwd=self.root, check=True, capture_output=True)

    def commit(self):
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "app")
        self.git("commit", "--quiet", "--message=A")

    def tidy(self, *arguments):
        entries = [{"directory": self.root, "file": os.path.join(self.root, name),
                    "command": f"g++ -Winvalid-pch -include none.hxx -c {os.path.join(self.root, name)}"}
                   for name in ("app/old.cpp", "app/new.cpp") if os.path.exists(os.path.join(self.root, name))]
        self.put("compile_commands.json", json.dumps(entries))
        # Only this folder's history, whatever folder the temporary ones are in.
        environment = dict(os.environ, GIT_CEILING_DIRECTORIES=os.path.dirname(self.root))
        done = subprocess.run((os.path.join(ROOT, "packaging/tidy"), "--build", ".") + arguments,
                              cwd=self.root, capture_output=True, text=True, check=False, env=environment)
        return done.returncode, done.stdout + done.stderr

    def test_without_history(self):
        self.put("app/new.cpp", FAULTY)
        code, said = self.tidy()
        self.assertEqual(code, 0, said)
        self.assertIn("without git's history", said)

    def test_only_what_changed(self):
        self.put("app/old.cpp", FAULTY)
        self.commit()
        self.git("commit", "--quiet", "--allow-empty", "--message=B")
        self.put("app/new.cpp", SOUND)
        code, said = self.tidy()
        self.assertEqual(code, 0, said)
        self.assertIn("1 sources checked, 0 with warnings", said)

    def test_a_mistake(self):
        self.put("app/old.cpp", SOUND)
        self.commit()
        self.git("commit", "--quiet", "--allow-empty", "--message=B")
        self.put("app/old.cpp", FAULTY)
        code, said = self.tidy()
        self.assertEqual(code, 1, said)
        self.assertIn("NullDereference", said)

    def test_the_last_commit(self):
        self.put("app/old.cpp", SOUND)
        self.commit()
        self.put("app/old.cpp", FAULTY)
        self.git("commit", "--quiet", "--all", "--message=B")
        self.assertEqual(self.tidy()[0], 1)

    def test_a_branch(self):
        self.put("app/old.cpp", SOUND)
        self.commit()
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.put("app/old.cpp", FAULTY)
        self.git("commit", "--quiet", "--all", "--message=B")
        self.git("commit", "--quiet", "--allow-empty", "--message=C")
        self.assertEqual(self.tidy()[0], 1)

    def test_a_header(self):
        self.put("app/new.h", SOUND)
        self.put("app/new.cpp", '#include "new.h"\n')
        self.commit()
        self.put("app/new.h", "inline bool same(int a) { return a == a; }\n")
        self.git("commit", "--quiet", "--all", "--message=B")
        code, said = self.tidy()
        self.assertEqual(code, 1, said)
        self.assertIn("new.h", said)

    def test_a_header_alone(self):
        self.put("app/alone.h", SOUND)
        self.put("app/old.cpp", SOUND)
        self.put("app/new.cpp", '#include "alone.h"\n')
        self.commit()
        self.put("app/alone.h", "inline bool same(int a) { return a == a; }\n")
        self.git("commit", "--quiet", "--all", "--message=B")
        code, said = self.tidy()
        self.assertEqual(code, 1, said)
        self.assertIn("1 sources checked", said)

    def test_too_many(self):
        self.put("app/old.cpp", SOUND)
        self.put("app/new.cpp", SOUND)
        self.commit()
        self.put("app/old.cpp", SOUND + "\n")
        self.put("app/new.cpp", FAULTY)
        self.git("commit", "--quiet", "--all", "--message=B")
        code, said = self.tidy("--most", "1")
        self.assertEqual(code, 1, said)  # the one with more changes
        self.assertIn("1 more changed", said)

    def test_all(self):
        self.put("app/old.cpp", FAULTY)
        self.put("app/new.cpp", SOUND)
        code, said = self.tidy("--all")
        self.assertEqual(code, 1, said)
        self.assertIn("2 sources checked, 1 with warnings", said)


if __name__ == "__main__":
    unittest.main()
