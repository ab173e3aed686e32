#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation of each rule in a small tree of its own: each check has to find it, and nothing without it."""
import json
import os
import stat
import tempfile
import unittest

import backends
import includes
import licence
import manual
import plain_text
import presets
import readme
import sizes
import translations
import words

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Planted(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = place.name

    def plant(self, path, content):
        file = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as out:
            out.write(content)
        return file

    def one(self, found, words_of_it):
        self.assertEqual(len(found), 1, found)
        self.assertIn(words_of_it, found[0])


class Includes(Planted):
    def setUp(self):
        super().setUp()
        self.qt = os.path.join(self.root, "qt")
        for header in ("QtCore/QString", "QtSql/QSqlQuery", "QtWidgets/QLabel", "QtCharts/QChartView", "QtNetwork/QTcpSocket"):
            self.plant("qt/" + header, "")

    def check(self, path, line):
        self.plant(path, SPDX + line + "\n")
        return includes.violations(self.root, self.qt)

    def test_allowed(self):
        self.assertEqual(self.check("app/store/table/a.cpp", '#include "record/call/b.h"\n#include <QSqlQuery>\n#include <vector>'), [])
        self.assertEqual(self.check("app/main.cpp", '#include <QLabel>\n#include "ui/window/a.h"'), [])
        self.assertEqual(self.check("ui/common/charts/a.cpp", "#include <QChartView>\n#include <QtCharts/QChartView>"), [])
        self.assertEqual(self.check("ui/calls/a.cpp", '#include "ui/calls/b.h"\n#include "ui/session/exports/a.h"\n#include "a.moc"'), [])

    def test_widgets_below_the_window(self):
        self.one(self.check("app/live/board/a.cpp", "#include <QLabel>"), "QtWidgets")

    def test_charts_below_the_window(self):
        self.one(self.check("app/report/a.h", "#include <QtCharts/QChartView>"), "QtCharts")

    def test_charts_in_main(self):
        self.one(self.check("app/main.cpp", "#include <QChartView>"), "QtCharts")

    def test_charts_only_where_they_are_drawn(self):
        self.one(self.check("ui/live/a.cpp", "#include <QChartView>"), "QtCharts")

    def test_sql_outside_the_store(self):
        self.one(self.check("app/receiver/push/a.cpp", "# include <QSqlQuery>"), "QtSql")

    def test_network_in_record(self):
        self.one(self.check("app/record/call/a.cpp", "#include <QTcpSocket>"), "QtNetwork")

    def test_against_the_flow(self):
        self.one(self.check("app/live/board/a.cpp", '#include "store/read/queries.h"'), "may not look there")

    def test_against_the_flow_inside_a_folder(self):
        self.one(self.check("app/record/protocol/a.cpp", '#include "record/filter/call_filter.h"'), "may not look there")

    def test_from_app_into_the_window(self):
        self.one(self.check("app/ctl/a.cpp", '#include "ui/window/a.h"'), "may not look there")

    def test_report_includes_only_the_reader(self):
        self.assertEqual(self.check("app/report/definition/a.cpp", '#include "store/read/queries.h"'), [])
        self.one(self.check("app/report/definition/a.cpp", '#include "store/write/store_writer.h"'), "may not look there")

    def test_single_headers_of_a_room(self):
        self.assertEqual(self.check("app/report/as_of/a.cpp", '#include "store/database/snapshot.h"'), [])
        self.one(self.check("app/report/as_of/a.cpp", '#include "store/database/schema.h"'), "may not look there")

    def test_subjects_of_the_window_include_none_of_each_other(self):
        for one, other in (("live", "calls"), ("reports", "alerts"), ("settings/campaigns", "settings"), ("wallboard", "live")):
            with self.subTest(one):
                self.one(self.check(f"ui/{one}/a.cpp", f'#include "ui/{other}/b.h"'), "may not look there")
                self.plant(f"ui/{one}/a.cpp", "")

    def test_common_includes_no_session(self):
        self.one(self.check("ui/common/forms/a.cpp", '#include "ui/session/services.h"'), "may not look there")

    def test_exceptions(self):
        self.assertEqual(self.check("app/report/csv/a.cpp", '#include "report/report.h"'), [])
        self.one(self.check("app/report/csv/b.cpp", '#include "report/report_formats.h"'), "may not look there")
        self.one(self.check("app/report/csv/b.cpp", '#include "report/csv/report.h"\n#include "report/report_definition.h"'), "may not look there")

    def test_unneeded_exceptions(self):
        self.plant("app/store/table/rollup_table.h", SPDX)
        self.one(self.check("app/store/database/schema.cpp", '#include "store/database/schema.h"'), "is not needed any more")

    def test_folders_without_a_row(self):
        self.one(self.check("ui/new/a.cpp", "#include <QString>"), "no row of ROOMS")
        self.plant("ui/new/a.h", SPDX)
        self.plant("app/record/a.h", SPDX)
        self.assertEqual(len(includes.violations(self.root, self.qt)), 3)

    def test_circles(self):
        self.assertEqual(includes.circle({"a/b": ("a/c", "", ""), "a/c": ("", "", ""), "d": ("a/*", "", "")}), [])
        self.assertEqual(includes.circle({"a/b": ("a/c", "", ""), "a/c": ("d", "", ""), "d": ("a/*", "", "")}),
                         ["a/b", "a/c", "d", "a/b"])
        self.assertEqual(includes.circle({"a": ("b/c.h", "", ""), "b": ("a", "", "")}), ["a", "b", "a"])

    def test_sqlite_outside_the_store(self):
        self.one(self.check("app/ctl/a.cpp", "#include <sqlite3.h>"), "library")

    def test_private_headers(self):
        self.one(self.check("ui/window/a.cpp", "#include <private/qlabel_p.h>"), "private")

    def test_without_qt_headers(self):
        self.one(includes.violations(self.root, self.root), "no Qt headers")


class Backends(Planted):
    def check(self, path, line):
        self.plant(path, SPDX + line + "\n")
        return backends.violations(self.root)

    def test_statements(self):
        for line in ('execute(u"PRAGMA optimize"_s);', 'value(u"SELECT name FROM sqlite_master"_s);', 'u"json_each(%1)"_s', 'u"VACUUM"_s',
                     'u"pragma_table_info(?)"_s', 'u"ATTACH DATABASE ? AS source"_s', 'execute(u"BEGIN IMMEDIATE"_s);'):
            self.one(self.check("app/store/read/a.cpp", line), "Dialect")

    def test_library(self):
        for line in ("sqlite3_interrupt(handle);", "#include <sqlite3.h>", 'addDatabase(u"QSQLITE"_s)'):
            self.one(self.check("app/store/database/a.cpp", line), "StoreDatabase")

    def test_files(self):
        for line in ('file + u"-wal"_s', 'file + "-shm"', 'path + u".ballast"_s', 'startsWith("SQLite format 3")', "QFile(url.localFile())"):
            self.one(self.check("ui/receiver/a.cpp", line), "StoreBackend")

    def test_rooms_of_the_system(self):
        line = '#pragma once\n#include <sqlite3.h>\nexecute(u"PRAGMA optimize"_s); logOf(url.localFile() + u"-wal"_s);'
        self.assertEqual(self.check("app/store/sqlite/copies/a.cpp", line), [])
        self.assertEqual(self.check("app/store/read/a.h", "#pragma once\n// a SQLite file, main.db\n"), [])

    def test_unneeded_exceptions(self):
        self.assertEqual(self.check("ui/window/store_warning.cpp", "open(url.localFile());"), [])
        self.one(self.check("ui/window/store_warning.cpp", "open(url);"), "not needed any more")


class Sizes(Planted):
    def check(self, source):
        self.plant("app/a.cpp", SPDX + source)
        return sizes.violations(self.root)

    @staticmethod
    def function(head, lines):
        return head + "\n{\n" + "    call();\n" * (lines - 2) + "}\n"

    def test_long_file(self):
        self.assertEqual(self.check("int a;\n" * 399), [])
        self.one(self.check("int a;\n" * 400), "401 lines")

    def test_long_function(self):
        for head in ("void f()", "A::A(int b)\n    : m_b{b}\n    , m_c(1)", "bool operator==(const A &a) const noexcept",
                     "const auto f = [](int a)", "auto f(int a = 3) -> int", "template<class T>\nstruct B f(T t)"):
            self.assertEqual(self.check(self.function(head, 60)), [], head)
            self.one(self.check(self.function(head, 61)), "61 lines")

    def test_long_function_in_a_class(self):
        self.one(self.check("namespace a {\nclass B : public C\n{\npublic:\n" + self.function("int f() const", 61) + "};\n}\n"), "int f() const")

    def test_braces_in_texts_and_comments(self):
        body = 'void f()\n{\n    g("}{", \'{\', R"x({{{)x"); // {\n    /* { */\n}\n'
        self.assertEqual(self.check(body * 20), [])

    def test_tables_may_be_long(self):
        self.assertEqual(self.check("const A table[] = {\n" + "    {1, f(2)},\n" * 80 + "};\n"), [])


class Words(Planted):
    def check(self, path, source):
        file = self.plant(path, SPDX + source)
        found = words.violations(self.root)
        os.remove(file)
        return found

    def test_each_rule(self):
        for path, source in (("app/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));"[:24]), ("ui/a.cpp", "qApp->processEvents();"),
                             ("ui/a.cpp", "dialog.exec();"), ("app/a.h", "static A &instance();"), ("app/a.cpp", "A::instance();"),
                             ("tests/a.cpp", 'QSKIP("no");'), ("app/a.cpp", "// TODO: more"), ("app/a.cpp", "QEventLoop loop;"),
                             ("tests/a.cpp", "QTest::qWait(5);"), ("app/a.cpp", "std::this_thread::sleep_for(x);"),
                             ("tests/a.cpp", 'open(u"/tmp/a"_s);'), ("packaging/a.md", "in /work/a"), ("app/ctl/a.cpp", "QTextStream out(stdout);"),
                             ("ui/a.cpp", 'fprintf(stderr, "a");'), ("app/a.cpp", 'require(u"parts >= 2"_s);')):
            self.assertEqual(len(self.check(path, source)), 1, source)

    def test_what_is_meant_otherwise(self):
        for path, source in (("app/a.cpp", "QCoreApplication::instance();"), ("app/a.cpp", "// no processEvents here"),
                             ("app/a.cpp", 'log("SIGNAL(");'), ("app/a.cpp", "application.exec();"),
                             ("tests/a.cpp", "QTest::qWaitFor(f);"), ("app/a.cpp", "// 1'000'000 and 'a'\nauto a = 1'000;")):
            self.assertEqual(self.check(path, source), [], source)


class PlainText(Planted):
    def check(self, line, path="ui/live/a.cpp"):
        self.plant(path, SPDX + line + "\n")
        return plain_text.violations(self.root)

    def test_each_rule(self):
        for line in ("auto *a = new QLabel(name);", "QLabel label(name);", "class B : public QLabel", "auto a = std::make_unique<QLabel>(name);",
                     "auto *a = new QMessageBox(this);", "QMessageBox::warning(this, title, text);", "box->setInformativeText(text);",
                     "button->setToolTip(text);", "QToolTip::showText(place, text);", "a->setStatusTip(text);", "a->setWhatsThis(text);",
                     "setWindowTitle(name);", "label->setTextFormat(Qt::PlainText);", "f(Qt::RichText);", "QTextDocument document;",
                     "data->setHtml(text);", "form->addRow(tr(\"Name\"), edit);", "m_icon.showMessage(title, text);",
                     "chart()->setTitle(name);", "case Qt::ToolTipRole:\n    return text(row);",
                     "if (role == Qt::DisplayRole || role == Qt::ToolTipRole)\n    return cell;"):
            with self.subTest(line):
                self.one(self.check(line), "ui/live/a.cpp:2")

    def test_what_is_allowed(self):
        for line in ("class QLabel;", "QLabel *m_name;", "QLabel *make(const QString &text);", "auto *a = new PlainLabel(name);",
                     "// a new QLabel would take markup", "case Qt::ToolTipRole:\n    return tipText(text(row));",
                     "auto *box = makeMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, this);",
                     "m_icon.showMessage(title, notificationText(text));", "form->addRow(new PlainLabel(tr(\"Name\")), edit);"):
            with self.subTest(line):
                self.assertEqual(self.check(line), [])
        self.assertEqual(self.check("setTextFormat(Qt::PlainText);", "ui/common/theme/plain_text.cpp"), [])


class Licence(Planted):
    def test_missing(self):
        self.plant("app/a.cpp", SPDX)
        self.plant("tests/b.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n")
        self.assertEqual(licence.violations(self.root), [])
        self.plant("ui/CMakeLists.txt", "add_subdirectory(a)\n")
        self.one(licence.violations(self.root), "ui/CMakeLists.txt")


class Translations(Planted):
    SOURCE = SPDX + 'auto f() { return QCoreApplication::translate("A", "%1 calls"); }\n'
    TS = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="zh_CN"><context><name>A</name><message>'
          "<source>{}</source><translation{}>{}</translation></message></context></TS>\n")

    def check(self, source="%1 calls", state="", translation="%1 通话", fresh_source="%1 calls"):
        # What lupdate would find; the real one runs in the check of the sources.
        fresh = self.plant("fresh.ts", self.TS.format(fresh_source, ' type="unfinished"', ""))
        self.plant(translations.TS, self.TS.format(source, state, translation))
        lupdate = self.plant("lupdate", f'#!/bin/sh\nfor last; do :; done\ncp "{fresh}" "$last"\n')
        os.chmod(lupdate, stat.S_IRWXU)
        self.plant("app/a.cpp", self.SOURCE)
        return translations.violations(self.root, lupdate)

    def test_finished(self):
        self.assertEqual(self.check(), [])

    def test_unfinished(self):
        self.one(self.check(state=' type="unfinished"'), "unfinished")

    def test_empty(self):
        self.one(self.check(translation=""), "empty")

    def test_two_words_for_one_thing(self):
        self.assertEqual(self.check("Bad numbers", "", "坏号", "Bad numbers"), [])
        self.one(self.check("Bad numbers", "", "无效号码", "Bad numbers"), "坏号")

    def test_lost_placeholder(self):
        self.one(self.check(translation="通话"), "placeholders")

    def test_out_of_step(self):
        found = self.check(source="%1 call")
        self.assertEqual(len(found), 2, found)

    def test_no_lupdate(self):
        self.one(translations.violations(self.root, ""), "not found")


class Readme(Planted):
    def test_folders_commands_and_links(self):
        for command in readme.COMMANDS:
            os.chmod(self.plant(command, "#!/bin/sh\n"), stat.S_IRWXU)
        block = "```\npackaging/try  # a\npackaging/check  # b\n```\n"
        self.plant("README.md", block + "app/ packaging/ [licence](LICENSE)\n")
        self.plant("app/a.cpp", SPDX)
        self.one(readme.violations(self.root), "LICENSE is not there")
        self.plant("LICENSE", "")
        self.assertEqual(readme.violations(self.root), [])
        self.plant("ui/a.cpp", SPDX)
        self.one(readme.violations(self.root), "ui/")
        self.plant("README.md", "app/ ui/ packaging/\n```\npackaging/check\n```\n")
        self.one(readme.violations(self.root), "packaging/try")
        self.plant("README.md", block.replace("# b\n", "# b\nmake\n") + "app/ ui/ packaging/\n")
        self.one(readme.violations(self.root), "two commands")
        self.plant("README.md", block + "app/ ui/ packaging/\n" + "\n" * readme.MOST_LINES)
        self.one(readme.violations(self.root), "lines")
        self.plant("README.md", block + "app/ ui/ packaging/\n")
        self.plant("app/README.md", "[up](../README.md) [gone](a.h)\n")
        self.one(readme.violations(self.root), "a.h is not there")


class Manual(Planted):
    HELP = {
        ("callboard", "--help"): "Options:\n  --store <URL>  Where.\n  -h, --help     Print this.\n",
        ("callboardctl", "--help"): "Commands:\n  serve        Receive.\n",
        ("callboardctl", "serve", "--help"): "Options:\n  --listen HOST:PORT  where\n  --open-health  all\n  --help  show this help\n",
    }
    CTL = "# COMMANDS\n\n## serve\n\n- `--listen HOST:PORT`: where.\n- `--open-health`: all.\n\n# FILES\n\n- `--none`\n"

    def check(self, window="# OPTIONS\n\n- `--store URL`: where.\n- `-h, --help`: this.\n", ctl=CTL, readme_text="callboardctl serve\n"):
        self.plant("packaging/man/callboard.1.md", window)
        self.plant("packaging/man/callboardctl.1.md", ctl.replace("- `--none`\n", ""))
        self.plant("packaging/README.md", "")
        self.plant("README.md", readme_text)
        return manual.violations(self.root, lambda *words: self.HELP[words])

    def test_the_same(self):
        self.assertEqual(self.check(), [])

    def test_an_option_too_few(self):
        self.one(self.check(ctl=self.CTL.replace("- `--open-health`: all.\n", "")), "--open-health is not in the manual")
        self.one(self.check(window="# OPTIONS\n\n- `-h, --help`: this.\n"), "callboard --store URL is not in the manual")

    def test_an_option_too_many(self):
        found = self.check(ctl=self.CTL.replace("# FILES", "- `--gone`: no.\n\n# FILES"))
        self.assertEqual(len(found), 2, found)
        self.assertIn("--gone is in the manual", found[0])

    def test_another_value(self):
        self.assertEqual(len(self.check(ctl=self.CTL.replace("HOST:PORT", "PLACE"))), 2)

    def test_commands(self):
        self.assertIn("callboardctl serve is not in the manual", self.check(ctl="# COMMANDS\n")[0])
        found = self.check(ctl=self.CTL.replace("## serve", "## gone\n\n## serve"))
        self.one(found, "callboardctl gone is in the manual")

    def test_readme(self):
        self.one(self.check(readme_text="callboardctl serve --gone\n"), "no option --gone")
        self.one(self.check(readme_text="callboardctl gone\n"), "no command gone")


class Presets(Planted):
    def check(self, action):
        every = [{"name": name, "inherits": "base"} for name in presets.WANTED]
        base = {"name": "base", "hidden": True, "execution": {"noTestsAction": action}}
        self.plant("CMakePresets.json", json.dumps({kind: every + [base] for kind in ("configurePresets", "buildPresets", "testPresets")}))
        return presets.violations(self.root)

    def test_no_tests_is_an_error(self):
        self.assertEqual(self.check("error"), [])
        self.assertEqual(len(self.check("default")), len(presets.WANTED))


if __name__ == "__main__":
    unittest.main()
