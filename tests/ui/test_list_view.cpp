// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_cells.h"
#include "ui/common/tables/list_model.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

struct Fruit
{
    QString name;
    int count = 0;
};

using FruitList = ListModel<Fruit>;

QString heading; // in the language of the moment

QList<ListColumn<Fruit>> columns()
{
    return {{.id = u"name"_s,
             .title = [] { return heading; },
             .value = [](const Fruit &fruit) { return fruit.name; },
             .width = 80},
            {.id = u"count"_s,
             .title = [] { return u"Count"_s; },
             .value = [](const Fruit &fruit) { return QString::number(fruit.count); },
             .alignment = Qt::AlignRight,
             .sort = [](const Fruit &fruit) { return fruit.count; },
             .toolTip = [](const Fruit &fruit) { return u"%1 of them"_s.arg(fruit.count); }},
            {.id = u"many"_s,
             .title = [] { return u"Many"_s; },
             .width = 40,
             .checked = [](const Fruit &fruit) { return fruit.count > 9; }}};
}

FruitList *makeList(QObject *parent)
{
    auto *list = new FruitList(
        columns(), [](const Fruit &fruit) { return fruit.name; }, parent);
    list->setRowRole([](const Fruit &fruit, int role) {
        return role == Qt::ForegroundRole && fruit.count == 0 ? QVariant(QColor(Qt::gray)) : QVariant();
    });
    return list;
}

/// "a1 b2": rows of a name and a count.
QList<Fruit> fruits(const QString &text)
{
    QList<Fruit> rows;
    for (const QString &each : text.split(u' ', Qt::SkipEmptyParts))
        rows.append({each.first(1), each.sliced(1).toInt()});
    return rows;
}

QList<Fruit> manyFruits(int first, int count)
{
    QList<Fruit> rows;
    for (int i = first; i < first + count; ++i)
        rows.append({u"n%1"_s.arg(i), i});
    return rows;
}

QString printed(const FruitList &list)
{
    QStringList rows;
    for (const Fruit &fruit : list.rows())
        rows.append(fruit.name + QString::number(fruit.count));
    return rows.join(u' ');
}

void changeLanguage(QWidget &widget)
{
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestListView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void rowsAreReplacedByDifference_data();
    void rowsAreReplacedByDifference();
    void cellsShowTheirColumn();
    void boxesAskAndStay();
    void pagesAreJoined();
    void selectionSurvives();
    void scrollPositionSurvives();
    void sortedAndFilteredRowsAreTheModels();
    void textsFollowTheLanguage();
};

void TestListView::rowsAreReplacedByDifference_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    for (const char *pair : {"|a1", "a1|", "a1 b2|b3 a4", "a1 b2 c3|c3 a1 b2", "a1 b2 c3|x9 b2 y8 a7", "a1 b2|c3 d4",
                             "a1 b2 c3 d4 e5|e5 c3 f6", "a1 b2|a1 x1 y1 b2 z1"}) {
        const QStringList parts = QString::fromLatin1(pair).split(u'|');
        QTest::newRow(pair) << parts.at(0) << parts.at(1);
    }
}

/// What stays is the same for the view, wherever it went.
void TestListView::rowsAreReplacedByDifference()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    FruitList &list = *makeList(this);
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    list.setRows(fruits(before));
    QHash<QString, QPersistentModelIndex> kept;
    for (int row = 0; row < list.rowCount(); ++row)
        kept.insert(list.at(row)->name, list.index(row, 1));
    list.setRows(fruits(after));
    QCOMPARE(printed(list), after);
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        QCOMPARE(it.value().row(), list.rowOf(it.key()));
        if (it.value().isValid())
            QCOMPARE(it.value().data().toInt(), list.at(list.rowOf(it.key()))->count);
    }
    QCOMPARE(reset.size(), 0);
}

void TestListView::cellsShowTheirColumn()
{
    heading = u"Fruit"_s;
    const FruitList &list = *makeList(this);
    const_cast<FruitList &>(list).setRows(fruits(u"a10 b0"_s));
    QCOMPARE(list.headerData(0, Qt::Horizontal).toString(), u"Fruit"_s);
    const int count = list.columnOf(u"count"_s);
    QCOMPARE(list.index(0, count).data().toString(), u"10"_s);
    QCOMPARE(list.index(0, count).data(Qt::ToolTipRole).toString(), u"10 of them"_s);
    QVERIFY(list.index(0, count).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QCOMPARE(list.index(0, count).data(ListModelBase::SortRole), QVariant(10));
    QVERIFY(!list.index(0, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(list.index(1, 0).data(Qt::ForegroundRole).isValid());
    QCOMPARE(list.columnOf(u"none"_s), -1);
    QVERIFY(list.at(2) == nullptr);
}

void TestListView::boxesAskAndStay()
{
    FruitList &list = *makeList(this);
    list.setRows(fruits(u"a10 b0"_s));
    const QModelIndex box = list.index(1, list.columnOf(u"many"_s));
    QSignalSpy asked(&list, &ListModelBase::checkRequested);
    QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(list.setData(box, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(asked.takeFirst(), (QVariantList{1, true}));
    QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!list.setData(list.index(1, 0), Qt::Checked, Qt::CheckStateRole));
}

/// A list that is read page by page keeps what was scrolled to when its first page comes again.
void TestListView::pagesAreJoined()
{
    FruitList &list = *makeList(this);
    QSignalSpy more(&list, &ListModelBase::moreRequested);
    list.setFirstPage(manyFruits(10, 5), 5);
    list.fetchMore({});
    list.fetchMore({});
    QCOMPARE(more.size(), 1); // asked once
    list.appendPage(manyFruits(15, 3), 5);
    QVERIFY(!list.canFetchMore({}));
    QCOMPARE(list.rowCount(), 8);
    list.setFirstPage(manyFruits(8, 5), 5);
    QCOMPARE(list.rowCount(), 10);
    QCOMPARE(list.rows().constFirst().name, u"n8"_s);
    list.setFirstPage(manyFruits(100, 5), 5); // nothing of it is known
    QCOMPARE(list.rowCount(), 5);
    QVERIFY(list.canFetchMore({}));
}

void TestListView::selectionSurvives()
{
    FruitList &list = *makeList(this);
    ListView view(u"fruits"_s, list);
    list.setRows(fruits(u"a1 b2 c3"_s));
    view.setCurrentRow(1);
    QSignalSpy chosen(&view, &ListView::chosenChanged);
    list.setRows(fruits(u"x9 c3 b5 a1"_s));
    QCOMPARE(view.currentRow(), 2);
    QCOMPARE(view.selectedRows(), QList<int>{2});
    QCOMPARE(list.at(view.currentRow())->count, 5);
    list.setRows(fruits(u"a1"_s));
    QVERIFY(!chosen.isEmpty());
}

/// What somebody reads stays in its place when rows come above it; at the top, the newest is seen.
void TestListView::scrollPositionSurvives()
{
    FruitList &list = *makeList(this);
    ListView view(u"fruits"_s, list);
    view.resize(300, 200);
    list.setRows(manyFruits(100, 200));
    view.show();
    list.setRows(manyFruits(95, 205));
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    view.verticalScrollBar()->setValue(50);
    const QString top = view.indexAt({0, 0}).data().toString();
    list.setRows(manyFruits(80, 220));
    QCOMPARE(view.indexAt({0, 0}).data().toString(), top);
    list.setRows(manyFruits(90, 210)); // and when they go
    QCOMPARE(view.indexAt({0, 0}).data().toString(), top);
    list.setRows(manyFruits(90, 210)); // and when nothing changes
    QCOMPARE(view.indexAt({0, 0}).data().toString(), top);
}

void TestListView::sortedAndFilteredRowsAreTheModels()
{
    FruitList &list = *makeList(this);
    ListView view(u"fruits"_s, list);
    view.setSortable(u"count"_s, Qt::DescendingOrder);
    list.setRows(fruits(u"a1 b20 c3"_s));
    QCOMPARE(cellText(view, 0, u"name"_s), u"b"_s);
    QCOMPARE(cellText(view, 1, u"name"_s), u"c"_s);
    view.setCurrentRow(0);
    QCOMPARE(view.currentIndex().row(), 2);
    QCOMPARE(view.currentRow(), 0);
    list.setRows(fruits(u"a50 b20 c3"_s)); // moves to the top
    QCOMPARE(view.currentIndex().row(), 0);
    QCOMPARE(view.currentRow(), 0);
    view.setFilter(u"C"_s);
    QCOMPARE(view.model()->rowCount(), 1);
    QSignalSpy activated(&view, &ListView::rowActivated);
    view.show();
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.takeFirst(), QVariantList{2});
}

/// Each text is given once: the widget, its parts and its actions change with the language.
void TestListView::textsFollowTheLanguage()
{
    heading = u"Fruit"_s;
    QString word = u"one"_s;
    const auto text = [&word] { return word; };
    QWidget window;
    auto *label = new PlainLabel(&window);
    auto *button = new QPushButton(&window);
    auto *action = new QAction(&window);
    auto *box = new QComboBox(&window);
    auto *view = new ListView(u"fruits"_s, *makeList(&window), &window);
    bindText(label, text);
    bindText(button, text);
    bindTip(button, text);
    bindName(button, text);
    bindText(action, text);
    bindTitle(&window, text);
    bindItems(box, [&word] { return QStringList{word, word + u'!'}; });
    box->setCurrentIndex(1);
    QSignalSpy chosen(box, &QComboBox::currentIndexChanged);
    QSignalSpy heads(view->model(), &QAbstractItemModel::headerDataChanged);
    QStringList order;
    bindLanguage(&window, [&order] { order.append(u"first"_s); });
    bindLanguage(&window, [&order] { order.append(u"second"_s); });
    word = u"two"_s;
    order.clear();
    changeLanguage(window);
    QCOMPARE(label->text(), u"two"_s);
    QCOMPARE(button->text(), u"two"_s);
    QCOMPARE(button->toolTip(), u"two"_s);
    QCOMPARE(button->accessibleName(), u"two"_s);
    QCOMPARE(action->text(), u"two"_s);
    QCOMPARE(window.windowTitle(), u"two"_s);
    QCOMPARE(box->currentText(), u"two!"_s);
    QVERIFY(chosen.isEmpty());
    QCOMPARE(heads.size(), 1);
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s}));
}

QTEST_MAIN(TestListView)
#include "test_list_view.moc"
