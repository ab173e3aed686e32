// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_delegate.h"
#include "ui/common/tables/figure_table_model.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/theme.h"
#include "ui/session/refresh_clock.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// Rows "key:value value …", with as many columns as the first of them.
FigureTable tableOf(const QStringList &columns, const QStringList &rows)
{
    FigureTable table;
    for (const QString &column : columns)
        table.columns.append({column, column, {}});
    for (const QString &text : rows) {
        FigureRow row{text.section(u':', 0, 0), text.section(u':', 0, 0)};
        row.isTotal = row.key == u"sum";
        for (const QString &value : text.section(u':', 1).split(u' ')) {
            FigureCell cell{value, value.toDouble()};
            cell.calls = CallFilter();
            cell.calls->uuid = row.key + value;
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    return table;
}

QString printed(const FigureTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(model.keyOf(row) + u':' + cells.join(u' '));
    }
    return rows.join(u", "_s);
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

class TestFigureTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresAreNeverCut();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void isReplacedByDifference()
    {
        FigureTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setTable(tableOf({u"a"_s, u"b"_s}, {u"x:1 2"_s, u"y:3 4"_s}));
        const QPersistentModelIndex y = model.index(1, 1);
        model.setTable(tableOf({u"c"_s, u"b"_s, u"a"_s}, {u"z:9 8 7"_s, u"y:6 5 3"_s}));
        QCOMPARE(printed(model), u"z:9 8 7, y:6 5 3"_s);
        QCOMPARE(y.row(), 1);
        QCOMPARE(y.column(), 1);
        QCOMPARE(y.data().toString(), u"5"_s);
        model.setTable(tableOf({u"b"_s}, {u"z:1"_s}));
        QVERIFY(!y.isValid());
        model.setTable({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void sortsItselfAndKeepsTotalsLast()
    {
        FigureTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(tableOf({u"a"_s}, {u"x:1"_s, u"y:30"_s, u"z:4"_s, u"sum:35"_s}));
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(printed(model), u"y:30, z:4, x:1, sum:35"_s);
        model.setTable(tableOf({u"a"_s}, {u"x:100"_s, u"y:30"_s, u"z:4"_s, u"sum:134"_s}));
        QCOMPARE(printed(model), u"x:100, y:30, z:4, sum:134"_s);
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(printed(model), u"z:4, y:30, x:100, sum:134"_s);
    }

    void followsTheOrderOfAnother()
    {
        FigureTableModel model;
        model.setTable(tableOf({u"a"_s}, {u"x:1"_s, u"y:2"_s, u"z:3"_s}));
        model.followOrder({u"z"_s, u"x"_s, u"y"_s});
        QCOMPARE(printed(model), u"z:3, x:1, y:2"_s);
        model.setTable(tableOf({u"a"_s}, {u"w:0"_s, u"x:1"_s, u"y:2"_s, u"z:3"_s}));
        QCOMPARE(printed(model), u"z:3, x:1, y:2, w:0"_s);
    }

    void figuresLeadToTheirCalls()
    {
        const Theme theme;
        FigureTableView view(theme);
        view.setTable(tableOf({u"a"_s, u"b"_s}, {u"x:1 2"_s, u"y:3 4"_s}));
        view.setRowTitles(true, 80);
        view.resize(500, 300);
        view.show();
        QSignalSpy calls(&view, &FigureTableView::callsRequested);
        QSignalSpy rows(&view, &FigureTableView::rowRequested);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(1, 0)).center());
        QCOMPARE(calls.takeFirst().constFirst().value<CallFilter>().uuid, u"y3"_s);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(calls.takeFirst().constFirst().value<CallFilter>().uuid, u"y4"_s);
        QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(rows.takeFirst().constFirst().toString(), u"y"_s);
        QVERIFY(calls.isEmpty());
    }

    void copiesAsTextWithTabs()
    {
        const Theme theme;
        FigureTableView view(theme);
        view.setTable(tableOf({u"a"_s, u"b"_s}, {u"x:1 2"_s, u"y:3 4"_s}));
        QCOMPARE(view.text(false), u"a\tb\n1\t2\n3\t4"_s);
        view.setCurrentIndex(view.model()->index(0, 1));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2"_s);
    }

    void textOnHeatKeepsItsContrast()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const Theme theme(kind);
            for (int i = -1; i < OutcomeClassCount; ++i) {
                const QColor tint = i < 0 ? QColor() : theme.outcome(static_cast<OutcomeClass>(i));
                const double a = luminance(heatColor(theme, tint, 1)), b = luminance(theme.ink(ColorRole::Text));
                const double contrast = (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
                QVERIFY2(contrast >= 4.5, qPrintable(u"%1: %2"_s.arg(i).arg(contrast)));
            }
        }
    }

    void aHiddenPageIsNeverAsked()
    {
        RefreshClock clock;
        QSignalSpy due(&clock, &RefreshClock::due);
        clock.noteChange();
        clock.askNow();
        QVERIFY(due.isEmpty());
        clock.setActive(true);
        QVERIFY(due.wait());
        clock.noteChange();
        clock.noteChange();
        clock.answered();
        QVERIFY(due.wait(20'000)); // once for both changes, after the pause
        clock.answered();
        clock.setActive(false);
        clock.noteChange();
        QCOMPARE(due.size(), 2);
    }

    void anotherQuestionIsAskedAtOnce()
    {
        RefreshClock clock;
        QSignalSpy due(&clock, &RefreshClock::due);
        clock.setActive(true);
        clock.askNow();
        clock.askNow();
        QCOMPARE(due.size(), 2);
    }
};

void TestFigureTable::figuresAreNeverCut()
{
    const Theme theme;
    FigureTableView view(theme);
    view.resize(300, 200);
    view.setColumnWidths(60);
    const auto isWhole = [&](int column, const QString &text) {
        return view.columnWidth(column) > QFontMetrics(theme.font(TypeStep::Body)).horizontalAdvance(text);
    };
    FigureTable table;
    table.columns = {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}};
    table.rows = {{u"r"_s, u"R"_s, {}, false, false, {{u"7"_s, 7}, {u"8"_s, 8}}}};
    view.setTable(table);
    QCOMPARE(view.columnWidth(0), 60);
    const QString wide = u"1,234,567,890"_s;
    table.rows[0].cells[0].text = wide;
    view.setTable(table); // the same columns
    QVERIFY(isWhole(0, wide));
    QCOMPARE(view.columnWidth(1), 60);
    view.setColumnWidths(30, true); // shared: the least width holds
    QVERIFY(isWhole(0, wide));
}

QTEST_MAIN(TestFigureTable)
#include "test_figure_table.moc"
