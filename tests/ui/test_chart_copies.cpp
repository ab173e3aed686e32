// SPDX-License-Identifier: GPL-3.0-or-later
#include "../report/payloads.h"
#include "report/csv/csv_text.h"
#include "text/format.h"
#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_picture.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/copied_table.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

ChartData sampleChart(ChartShape shape)
{
    ChartData data;
    data.shape = shape;
    data.categoryTitle = u"Time"_s;
    data.categories = {{u"09:00"_s, {}, 0, {}}, {u"=1+1"_s, {}, 0, {}}, {u"回访"_s, {}, 0, {}}};
    data.series = {{u"first"_s, QColor(200, 0, 0), {10, 20, 900}}, {u"second"_s, QColor(0, 0, 200), {5, 1'500, 0}}};
    return data;
}

/// Cells of text with tabs, as a spreadsheet takes them from the clipboard.
QList<QStringList> pastedCells(const QString &text)
{
    QList<QStringList> rows{{QString()}};
    bool isQuoted = false, isStart = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        QString &cell = rows.last().last();
        if (isQuoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"')
            cell += text.at(++i);
        else if (c == u'"' && (isQuoted || isStart))
            isQuoted = !isQuoted;
        else if (!isQuoted && c == u'\t')
            rows.last().append(QString());
        else if (!isQuoted && c == u'\n')
            rows.append(QStringList{QString()});
        else
            cell += c;
        isStart = !isQuoted && (c == u'\t' || c == u'\n');
    }
    return rows;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChartCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void menuIsReachedByKeyboard();
    void tableIsCopiedInBothForms();
    void payloadsCantRun();
    void selectionIsCopied();
    void pictureIsWhatIsSeen_data();
    void pictureIsWhatIsSeen();
    void pictureLeavesOutWhatIsSwitchedOff();
    void savesPng();
    void savesSvg();
    void markupInASvgIsText();
    void failureIsTold();
    void periodThatGoesOnEndsNow();
    void aTableShownInsteadHasItsPictureToo();

private:
    QAction *action(const QString &text) const;
    void save(const QString &file);

    Theme m_theme;
    Format m_format{QLocale(QLocale::English), QTimeZone::utc()};
    std::unique_ptr<ChartPanel> m_panel;
    QString m_chosen, m_suggested, m_failure;
};

void TestChartCopies::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support|QStandardPaths)"_s));
    m_theme.setKind(ThemeKind::Light);
    m_failure.clear();
    m_panel = std::make_unique<ChartPanel>(m_theme, m_format);
    m_panel->setTitle(u"Calls / over: time"_s);
    m_panel->setCaption(u"today, Asia/Shanghai"_s);
    m_panel->setData(sampleChart(ChartShape::Columns));
    m_panel->actions().setPrompts({[this](QWidget *, const QString &suggestion, const auto &answer) {
                                       m_suggested = suggestion;
                                       answer(m_chosen);
                                   },
                                   [this](QWidget *, const QString &text) { m_failure = text; }});
    m_panel->resize(420, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

QAction *TestChartCopies::action(const QString &text) const
{
    const QList<QAction *> actions = m_panel->findChild<QToolButton *>()->menu()->actions();
    for (QAction *action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestChartCopies::menuIsReachedByKeyboard()
{
    for (const QString &text : {u"Copy picture"_s, u"Save picture…"_s, u"Copy table"_s, u"Show as table"_s})
        QVERIFY2(action(text), qPrintable(text));
    const QList<QToolButton *> buttons = m_panel->findChildren<QToolButton *>();
    const auto menu = std::find_if(buttons.begin(), buttons.end(), [](const auto *button) { return button->menu(); });
    QVERIFY(menu != buttons.end());
    QVERIFY((*menu)->focusPolicy() & Qt::TabFocus);
    QVERIFY(!(*menu)->accessibleName().isEmpty());
}

void TestChartCopies::tableIsCopiedInBothForms()
{
    action(u"Copy table"_s)->trigger();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"Time\tfirst\tsecond\n09:00\t10\t5\n'=1+1\t20\t1,500\n回访\t900\t0"_s);
    QVERIFY(data->html().contains(u"<b>Calls / over: time</b>"_s));
    QVERIFY(data->html().contains(u"today, Asia/Shanghai"_s));
    QVERIFY(data->html().contains(u">1,500</td>"_s));
    QVERIFY(data->html().contains(u">&#39;=1+1</td>"_s) || data->html().contains(u">'=1+1</td>"_s));
}

void TestChartCopies::payloadsCantRun()
{
    QStringList texts = injectionPayloads();
    texts += {u"+8613800138000"_s, u"00123"_s,      u"12345678901234567890"_s,
              u"say \"x\""_s,      u"\"quoted\""_s, u"<a href='http://x.example'>x</a>"_s};
    for (const QString &payload : std::as_const(texts)) {
        const CopiedTable table{
            payload, payload, {u"a"_s, payload}, {{payload, u"1"_s}, {u"x"_s, payload}}, {false, true}};
        const QList<QStringList> cells = pastedCells(tabbedText(table));
        QCOMPARE(cells.size(), 3);
        for (const QString &cell : {cells.at(0).at(1), cells.at(1).at(0)}) {
            QCOMPARE(cell, spreadsheetText(payload));
            QCOMPARE(plainText(cell), payload);
        }
        QVERIFY(!htmlText(table).contains(u"<a "_s));
        static const QRegularExpression formula(u">[\\s\\x{feff}\\x{200b}\\x{202e}]*[=@＝＠][^<]"_s);
        QVERIFY2(!htmlText({{}, {}, {}, {{payload}}, {false}}).contains(formula), qPrintable(payload));
    }
}

void TestChartCopies::selectionIsCopied()
{
    QTableView view;
    QStandardItemModel model(2, 3);
    for (int i = 0; i < 6; ++i)
        model.setItem(i / 3, i % 3, new QStandardItem(QString::number(i)));
    model.setHorizontalHeaderLabels({u"a"_s, u"b"_s, u"c"_s});
    view.setModel(&model);
    TableCopier *copier = new TableCopier(view);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.selectRow(1);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"3\t4\t5"_s);
    view.hideColumn(1);
    view.horizontalHeader()->moveSection(2, 0);
    copier->copyTableAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"c\ta\n2\t0\n5\t3"_s);
    view.clearSelection();
    view.selectionModel()->select(model.index(0, 0), QItemSelectionModel::Select);
    view.selectionModel()->select(model.index(1, 2), QItemSelectionModel::Select);
    copier->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\t0\n5\t"_s);
}

void TestChartCopies::pictureIsWhatIsSeen_data()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::addColumn<ChartShape>("shape");
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        const char *name = kind == ThemeKind::Light ? "light" : "dark";
        QTest::addRow("%s columns", name) << kind << ChartShape::Columns;
        QTest::addRow("%s rows", name) << kind << ChartShape::Rows;
        QTest::addRow("%s lines", name) << kind << ChartShape::Lines;
    }
}

void TestChartCopies::pictureIsWhatIsSeen()
{
    QFETCH(ThemeKind, kind);
    QFETCH(ChartShape, shape);
    m_theme.setKind(kind);
    m_panel->setData(sampleChart(shape));
    action(u"Copy picture"_s)->trigger();
    const QImage image = QGuiApplication::clipboard()->image();
    QVERIFY(image.width() >= 2 * m_panel->view().width());
    QVERIFY(image.height() > 2 * m_panel->view().height());
    QCOMPARE(image.pixelColor(2, 2), m_theme.ink(ColorRole::Panel));
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    }
    for (const QColor &color : {QColor(200, 0, 0), QColor(0, 0, 200), m_theme.ink(ColorRole::Text)})
        QVERIFY2(colors.contains(color.rgb()), qPrintable(color.name()));
    if (qEnvironmentVariableIsSet("CALLBOARD_PICTURES"))
        QVERIFY(image.save(u"%1/%2.png"_s.arg(qEnvironmentVariable("CALLBOARD_PICTURES"),
                                              QString::fromUtf8(QTest::currentDataTag()))));
}

void TestChartCopies::pictureLeavesOutWhatIsSwitchedOff()
{
    m_panel->view().setSeriesShown(0, false);
    const QImage image = chartImage(m_panel->view(), m_theme, {u"t"_s, {}});
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, y) != QColor(200, 0, 0));
    }
}

void TestChartCopies::save(const QString &file)
{
    QSignalSpy saved(&m_panel->actions(), &ChartActions::saved);
    m_chosen = file;
    action(u"Save picture…"_s)->trigger();
    QTRY_VERIFY(!saved.isEmpty() || !m_failure.isEmpty());
}

void TestChartCopies::savesPng()
{
    const QTemporaryDir folder;
    save(folder.filePath(u"chart.png"_s));
    QCOMPARE(m_failure, QString());
    QCOMPARE(m_suggested, u"Calls over time.png"_s);
    const QImage image(m_chosen);
    QCOMPARE(image.size(), chartImage(m_panel->view(), m_theme, {m_suggested, u"x"_s}).size());
}

void TestChartCopies::savesSvg()
{
    const QTemporaryDir folder;
    save(folder.filePath(u"chart.svg"_s));
    QCOMPARE(m_failure, QString());
    const QByteArray svg = contentOf(m_chosen);
    for (const QString &said : {u"Calls / over: time"_s, u"today, Asia/Shanghai"_s, u"second"_s, u"09:00"_s, u"回访"_s})
        QVERIFY2(svg.contains(said.toUtf8()), qPrintable(said));
    QVERIFY(svg.contains("#c80000") && svg.contains("#0000c8"));
    QVERIFY2(!svg.contains("<image"), "a bitmap instead of vectors");
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QVERIFY(renderer.viewBox().width() >= m_panel->view().width());
}

/// Words of any kind, also those that XML can't hold, make a picture that opens, with nothing in it but painting.
void TestChartCopies::markupInASvgIsText()
{
    const QString markup = u"</text><image href=\"file:///etc/hostname\"/> & ]]> \x01\x1b\ufffe"_s;
    ChartData data = sampleChart(ChartShape::Columns);
    data.categories[0].label = markup;
    data.series[0].name = markup;
    m_panel->setTitle(markup);
    m_panel->setCaption(markup);
    m_panel->setData(data);
    m_panel->resize(900, 400);
    const QByteArray svg = chartSvg(m_panel->view(), m_theme, {markup, markup});
    QXmlStreamReader reader(svg);
    QString words;
    while (!reader.atEnd()) {
        reader.readNext();
        QVERIFY2(reader.name() != u"image"_s, svg.constData());
        words += reader.text();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(words.contains(u"<image href=\"file:///etc/hostname\"/>"_s));
}

void TestChartCopies::failureIsTold()
{
    const QTemporaryDir folder;
    save(folder.filePath(u"no/such/folder/chart.png"_s));
    QVERIFY2(m_failure.contains(u"no/such/folder/chart.png"_s), qPrintable(m_failure));
}

void TestChartCopies::periodThatGoesOnEndsNow()
{
    const qint64 from = QDateTime({2026, 11, 29}, {9, 21}, QTimeZone::utc()).toMSecsSinceEpoch();
    const qint64 now = from + 14 * 60'000 + 30'000, dayLater = from + 15 * 60'000 + 86'400'000;
    QCOMPARE(periodText(m_format, from, dayLater, now), u"2026-11-29 09:21:00 to 2026-11-29 09:35:30 (UTC)"_s);
    QCOMPARE(periodText(m_format, from, now - 1000, now), u"2026-11-29 09:21:00 to 2026-11-29 09:35:29 (UTC)"_s);
}

void TestChartCopies::aTableShownInsteadHasItsPictureToo()
{
    m_panel->setTable(true);
    ChartData other = sampleChart(ChartShape::Columns);
    other.series.append({u"third"_s, QColor(0, 200, 0), {100, 900, 300}});
    m_panel->setData(other);
    const QImage image = chartImage(m_panel->view(), m_theme, {u"t"_s, {}});
    bool isThere = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            isThere |= image.pixelColor(x, y) == QColor(0, 200, 0);
    }
    QVERIFY(isThere);
}

QTEST_MAIN(TestChartCopies)
#include "test_chart_copies.moc"
