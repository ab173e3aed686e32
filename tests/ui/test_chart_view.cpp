// SPDX-License-Identifier: GPL-3.0-or-later
#include "contrast.h"
#include "text/format.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/theme/theme.h"

#include <QBarSet>
#include <QGraphicsLineItem>
#include <QGraphicsTextItem>
#include <QLegendMarker>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QValueAxis>

#include <numeric>

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
        const QList<QBarSet *> sets = barsOf(view)->barSets();
        QCOMPARE(sets.size(), 2);
        for (int s = 0; s < 2; ++s) {
            for (int i = 0; i < 3; ++i)
                QCOMPARE(sets[s]->at(i), columns().series[s].values[i]);
        }
    }

    void laterValuesAreDrawn()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        ChartData data = columns();
        data.series[0].values = {1, 2, 3};
        view.setData(data);
        QCOMPARE(barsOf(view)->barSets().constFirst()->at(2), 3.0);
        data.categories.append({u"09:45"_s, {}, 0, {}});
        for (ChartSeries &series : data.series)
            series.values.append(70);
        view.setData(data);
        QCOMPARE(barsOf(view)->barSets().constFirst()->count(), 4);
        data.shape = ChartShape::Lines;
        view.setData(data);
        QCOMPARE(view.chart()->series().size(), 2);
        QCOMPARE(view.chart()->series().constFirst()->type(), QAbstractSeries::SeriesTypeLine);
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
    }

    void clickFindsTheSeries()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        QSignalSpy clicked(&view, &ChartView::clicked);
        const QAbstractBarSeries *bars = barsOf(view);
        const auto clickAt = [&](int category, double value) {
            const QPointF place =
                view.chart()->mapToPosition(QPointF(category, value), view.chart()->series().constFirst());
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place.toPoint());
            return clicked.constLast().at(2).toInt();
        };
        QCOMPARE(clickAt(2, bars->barSets().at(0)->at(2) / 2), 0);
        QCOMPARE(clickAt(1, bars->barSets().at(1)->at(1) / 2), 1);
        QCOMPARE(clickAt(2, 1'500), -1);
    }

    void hoverMarksTheSeries_data()
    {
        QTest::addColumn<ChartShape>("shape");
        QTest::newRow("bars") << ChartShape::Columns;
        QTest::newRow("lines") << ChartShape::Lines;
    }
    void hoverMarksTheSeries()
    {
        QFETCH(ChartShape, shape);
        ChartView view(m_theme, m_format);
        ChartData data = columns();
        data.shape = shape;
        show(view, data);
        const auto markedAt = [&](int category, double value) {
            const QPointF place = view.chart()->mapToPosition({1.0 * category, value}, view.chart()->series().value(0));
            QTest::mouseMove(view.viewport(), place.toPoint());
            QStringList marked;
            for (const HoverLine &line : view.hoverTip().words().lines) {
                if (line.isUnderPointer)
                    marked.append(line.name);
            }
            return marked.join(u',');
        };
        QCOMPARE(markedAt(2, 800), u"first"_s);
        QCOMPARE(markedAt(1, 1'490), u"second"_s);
        QCOMPARE(markedAt(2, 1'400), QString());
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
        QCOMPARE(barsOf(view)->barSets().constFirst()->sum(), 0.0);
        const QList<HoverLine> lines = view.hoverWords(1).lines;
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.constFirst().name, u"second"_s);
    }

    void legendSwitchesSeries()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        QSignalSpy clicked(&view, &ChartView::clicked);
        for (bool shown : {false, true}) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, entryRects(view)[1].center().toPoint());
            QCOMPARE(view.isSeriesShown(1), shown);
            const QLegendMarker *entry = view.chart()->legend()->markers().at(1);
            QCOMPARE(entry->brush().color().alpha(), shown ? 255 : 0);
        }
        QVERIFY(clicked.isEmpty());
    }

    void menuSwitchesSeries()
    {
        ChartPanel panel(m_theme, m_format);
        panel.setData(columns());
        auto *menu = panel.findChild<QMenu *>(u"seriesMenu"_s);
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().constLast()->trigger();
        QVERIFY(!panel.view().isSeriesShown(1));
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().constLast()->isChecked());
    }

    void legendFitsAnyWidth()
    {
        ChartView view(m_theme, m_format);
        ChartData data = columns();
        for (const QString &name : {u"Awaiting their outcome"_s, u"线路或网络"_s, u"x"_s, u"Busy or unanswered"_s})
            data.series.append({name, Qt::green, {1, 2, 3}});
        show(view, data);
        for (int width = 200; width < 700; width += 37) {
            view.resize(width, 300);
            const QList<QRectF> entries = entryRects(view);
            QCOMPARE(entries.size(), data.series.size());
            QVERIFY(view.chart()->legend()->geometry().bottom() <= view.chart()->plotArea().top());
            for (const QRectF &entry : entries) {
                QVERIFY(entry.right() <= width && entry.bottom() <= view.chart()->plotArea().top());
                for (const QRectF &other : entries)
                    QVERIFY(other == entry || !other.intersects(entry.adjusted(1, 1, -1, -1)));
            }
        }
    }

    /// A chart is as high with its legend as without, so panels side by side share their room fairly.
    void legendHasRoomOfItsOwn()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        const int height = view.minimumHeight(), hint = view.sizeHint().height();
        const int legend = qCeil(view.chart()->legend()->geometry().height());
        QVERIFY(legend > 0);
        view.setLegendVisible(false);
        QCOMPARE(view.minimumHeight(), height - legend);
        QCOMPARE(view.sizeHint().height(), hint - legend);
    }

    void wordsAreText()
    {
        ChartView view(m_theme, m_format);
        ChartData data = columns();
        data.categories[0].label = data.categories[1].label = u"<b>&amp;</b>"_s;
        data.series[0].name = u"<i>x</i>"_s;
        show(view, data);
        QStringList texts;
        for (const QGraphicsItem *item : view.scene()->items()) {
            const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item);
            if (text && text->isVisible())
                texts.append(text->toPlainText().trimmed());
        }
        QCOMPARE(texts.count(u"<b>&amp;</b>"_s), 2);
        QCOMPARE(texts.count(u"<i>x</i>"_s), 1);
    }

    /// The lines of the grid stand at the values that the axis names, and end with the bars, whatever changes.
    void gridStandsAtTheValuesOfTheAxis()
    {
        ChartView view(m_theme, m_format);
        show(view, columns());
        checkGrid(view);
        view.resize(900, 420);
        checkGrid(view);
        ChartData larger = columns();
        larger.series[0].values = {70'000, 2, 3};
        view.setData(larger);
        checkGrid(view);
        view.setSeriesShown(0, false);
        checkGrid(view);
        view.setLegendVisible(false);
        checkGrid(view);
    }

    /// A minute's bars over a day: as many bars as there is room for, and each leads to all that it counts.
    void narrowColumnsShareAPlace()
    {
        ChartView view(m_theme, m_format);
        ChartData day;
        day.series = {{u"a"_s, Qt::red, {}}, {u"b"_s, Qt::blue, {}}};
        for (int i = 0; i < 1440; ++i) {
            day.categories.append({QString::number(i), {}, 0, {}});
            for (ChartSeries &series : day.series)
                series.values.append(i % 7);
        }
        show(view, day);
        const QBarSet *bars = barsOf(view)->barSets().constFirst();
        QVERIFY(bars->count() <= view.width() / 3);
        QCOMPARE(bars->sum(), std::accumulate(day.series[0].values.begin(), day.series[0].values.end(), 0.0));
        QSignalSpy clicked(&view, &ChartView::clicked);
        int next = 0;
        for (int i = 0; i < bars->count(); ++i) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.categoryRect(i).center().toPoint());
            if (clicked.constLast().at(0).toInt() != next)
                continue; // the same pixel as the place before
            const int last = clicked.constLast().at(1).toInt();
            QCOMPARE(
                bars->at(i),
                std::accumulate(day.series[0].values.begin() + next, day.series[0].values.begin() + last + 1, 0.0));
            next = last + 1;
        }
        QCOMPARE(next, 1440);
    }

    void hoverValuesAreReadable_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
    }
    void hoverValuesAreReadable()
    {
        QFETCH(ThemeKind, kind);
        Theme theme(kind);
        theme.applyTo(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        ChartView view(theme, m_format);
        show(view, columns());
        for (int i : {0, 1}) // where the pointer is already, nothing is moved
            QTest::mouseMove(view.viewport(), view.categoryRect(i).center().toPoint());
        QTRY_VERIFY(view.hoverTip().isVisible());
        view.setData(columns()); // as live data does
        QVERIFY(view.hoverTip().isVisible());
        const QImage image = const_cast<HoverTip &>(view.hoverTip()).grab().toImage();
        QMap<QRgb, int> colors;
        for (int y = 2; y < image.height() - 2; ++y) {
            for (int x = 2; x < image.width() - 2; ++x)
                ++colors[image.pixel(x, y)];
        }
        const QRgb background = std::max_element(colors.begin(), colors.end()).key();
        QCOMPARE(QColor(background), theme.ink(ColorRole::Panel));
        QVERIFY(colors.contains(theme.ink(ColorRole::Text).rgb()));
        QVERIFY(test::contrast(theme.ink(ColorRole::Text), QColor(background)) >= 4.5);
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
        view.resize(400, 200);
        view.setSeriesShown(1, false);
        QVERIFY(view.chart()->series().isEmpty());
        view.show();
        QCOMPARE(barsOf(view)->barSets().size(), 2);
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

private:
    static QAbstractBarSeries *barsOf(const ChartView &view)
    {
        return qobject_cast<QStackedBarSeries *>(view.chart()->series().value(0));
    }
    static QList<QRectF> entryRects(const ChartView &view)
    {
        QList<QRectF> rects;
        for (const QGraphicsItem *group : view.chart()->legend()->childItems()) {
            for (const QGraphicsItem *entry : group->childItems())
                rects.append(entry->sceneBoundingRect());
        }
        return rects;
    }
    static void checkGrid(const ChartView &view)
    {
        QAbstractSeries *series = view.chart()->series().constFirst();
        auto *axis = qobject_cast<QValueAxis *>(view.chart()->axes(Qt::Vertical).constFirst());
        QList<double> wanted, lines;
        for (int i = 0; i < axis->tickCount(); ++i)
            wanted.prepend(view.chart()->mapToPosition({0, axis->max() * i / (axis->tickCount() - 1)}, series).y());
        const QRectF plot = view.chart()->plotArea();
        for (const QGraphicsItem *item : view.scene()->items()) {
            const auto *line = qgraphicsitem_cast<const QGraphicsLineItem *>(item);
            if (!line || !line->isVisible() || line->pen().color() != axis->gridLineColor())
                continue;
            QCOMPARE(line->mapToScene(line->line().p1()).x(), plot.left());
            QCOMPARE(line->mapToScene(line->line().p2()).x(), plot.right());
            lines.append(line->mapToScene(line->line().p1()).y());
        }
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines.size(), wanted.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QCOMPARE(lines[i], wanted[i]);
        const double barTop = view.categoryRect(0).top();
        QVERIFY(std::abs(barTop - lines.constFirst()) < 0.01);
    }
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
