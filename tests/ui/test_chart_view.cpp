// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/format.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_points.h"
#include "ui/common/charts/chart_table_model.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAreaSeries>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestChartView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void drawsExactlyTheSeries()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        const auto series = view.chart()->series();
        QCOMPARE(series.size(), 2);
        const auto *second = qobject_cast<QAreaSeries *>(series[1]);
        for (int i = 0; i < 3; ++i) {
            const double bottom = second->lowerSeries()->at(i * 2).y();
            const double top = second->upperSeries()->at(i * 4 + 1).y();
            QCOMPARE(bottom, columns().series[0].values[i]);
            QCOMPARE(top - bottom, columns().series[1].values[i]);
        }
    }

    void clickFindsTheBucket()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        QSignalSpy clicked(&view, &ChartView::clicked);
        for (int i = 0; i < 3; ++i) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.categoryRect(i).center().toPoint());
            QCOMPARE(clicked.constLast().at(0).toInt(), i);
            QCOMPARE(clicked.constLast().at(1).toInt(), i);
        }
        const QRectF bar = view.categoryRect(2);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {qRound(bar.center().x()), qRound(bar.bottom()) - 2});
        QCOMPARE(clicked.constLast().at(2).toInt(), 0);
    }

    void keysWalkAndOpen()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        QSignalSpy clicked(&view, &ChartView::clicked);
        for (Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_Return})
            QTest::keyClick(&view, key);
        QCOMPARE(clicked.constLast().at(0).toInt(), 1);
    }

    void valuesStandOnColumnsWhileTheyFit()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        QStringList wanted;
        for (int i = 0; i < 3; ++i)
            wanted.append(m_format.count(qRound64(columns().total(i))));
        QCOMPARE(view.barValues(), wanted);
        view.setSeriesShown(1, false);
        QCOMPARE(view.barValues().constFirst(), m_format.count(qRound64(columns().series[0].values[0])));
        ChartData many = columns();
        while (many.categories.size() < 200) {
            many.categories.append(many.categories.constFirst());
            for (ChartSeries &series : many.series)
                series.values.append(1000);
        }
        view.setData(many);
        QCOMPARE(view.barValues(), QStringList());
    }

    void hiddenSeriesLeaveTheStack()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        view.setSeriesShown(0, false);
        const auto *second = qobject_cast<QAreaSeries *>(view.chart()->series().at(1));
        QCOMPARE(second->lowerSeries()->at(0).y(), 0.0);
        const QList<HoverLine> lines = view.hoverWords(1).lines;
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.constFirst().name, u"second"_s);
    }

    void restOfTheRowsIsSummedUp()
    {
        ChartView view(m_theme, m_format);
        ChartData rows = columns();
        rows.shape = ChartShape::Rows;
        rows.categories.clear();
        rows.series = {{u"only"_s, Qt::black, {}}};
        for (int i = 0; i < 20; ++i) {
            rows.categories.append({QString::number(i), {}, 0, {}});
            rows.series[0].values.append(20 - i);
        }
        show(view, rows);
        QSignalSpy clicked(&view, &ChartView::clicked);
        const int capacity = view.height() / 20;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.categoryRect(capacity - 1).center().toPoint());
        QCOMPARE(clicked.constLast().at(0).toInt(), capacity - 1);
        QCOMPARE(clicked.constLast().at(1).toInt(), 19);
    }

    void hiddenViewDoesNoWork()
    {
        ChartView view(m_theme, m_format);
        view.setData(columns());
        QVERIFY(view.chart()->series().isEmpty());
        view.show();
        QCOMPARE(view.chart()->series().size(), 2);
    }

    void scalesAreWholeAndCover_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing") << 0.0 << 1.0 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0 << 1.0;
        QTest::newRow("seven") << 7.0 << 8.0 << 2.0;
        QTest::newRow("exact") << 100.0 << 100.0 << 50.0;
        QTest::newRow("large") << 12'345.0 << 15'000.0 << 5'000.0;
    }
    void scalesAreWholeAndCover()
    {
        QFETCH(double, largest);
        QFETCH(double, top);
        QFETCH(double, step);
        const ValueScale scale = ValueScale::fit(largest, ChartUnit::Count, 4);
        QCOMPARE(scale.top, top);
        QCOMPARE(scale.step, step);
    }

    void labelsNeverOverlap()
    {
        const QFontMetricsF metrics(m_theme.font(TypeStep::Small));
        QList<ChartCategory> times;
        for (int minute = 0; minute < 24 * 60; minute += 15)
            times.append({QTime(minute / 60, minute % 60).toString(u"HH:mm"_s),
                          {},
                          minute % 60 == 0       ? 2
                              : minute % 30 == 0 ? 1
                                                 : 0,
                          {}});
        for (double width : {60.0, 200.0, 500.0, 2'000.0, 6'000.0}) {
            const double each = width / static_cast<double>(times.size());
            const QList<qsizetype> shown = visibleLabels(times, each, metrics);
            QVERIFY(!shown.isEmpty());
            for (qsizetype i = 1; i < shown.size(); ++i)
                QVERIFY(static_cast<double>(shown[i] - shown[i - 1]) * each > metrics.horizontalAdvance(u"00:00"_s));
        }
    }

    void tableTwinSaysTheSame()
    {
        ChartPanel panel(m_theme, m_format);
        panel.setData(columns());
        panel.setTable(true);
        const QAbstractItemModel *model = panel.findChild<QTableView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->headerData(2, Qt::Horizontal).toString(), u"second"_s);
        QCOMPARE(model->index(1, 2).data().toString(), u"1,500"_s);
    }

    void tableModelKeepsItsPromises()
    {
        ChartTableModel model(m_format);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(columns());
        model.setData(columns());
        model.setData({});
    }

private:
    static ChartData columns()
    {
        ChartData data;
        data.categoryTitle = u"Time"_s;
        data.categories = {{u"09:00"_s, {}, 0, {}}, {u"09:15"_s, {}, 0, {}}, {u"09:30"_s, {}, 0, {}}};
        data.series = {{u"first"_s, Qt::red, {10, 20, 900}}, {u"second"_s, Qt::blue, {5, 1'500, 0}}};
        return data;
    }
    static void show(ChartView &view, const ChartData &data)
    {
        view.resize(400, 200);
        view.setData(data);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    Theme m_theme;
    Format m_format{QLocale(QLocale::English), QTimeZone::utc()};
};

QTEST_MAIN(TestChartView)
#include "test_chart_view.moc"
