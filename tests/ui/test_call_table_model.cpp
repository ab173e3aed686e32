// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_call_source.h"
#include "made_calls.h"
#include "ui/calls/call_list_loader.h"
#include "ui/common/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Newest = 1'790'000'000'000;
}

class TestCallTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsThePlaceholderThenTheRow();
    void newCallsComeOnTopWithoutReset();
    void changedAndRemovedAndMovedRows();
    void randomListsAgree();
    void nothingMovesWhileSomebodyReads();
    void lateAnswersAreDropped();
    void aFailureIsTold();
    void tsvIsCoveredLikeTheScreen();

private:
    QStringList uuids() const;
    void reload(bool startOver);

    Theme m_theme;
    Format m_format{QLocale::c(), QTimeZone("Asia/Shanghai")};
    std::unique_ptr<FakeCallSource> m_source;
    std::unique_ptr<CallTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<CallListLoader> m_loader;
};

void TestCallTableModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_source = std::make_unique<FakeCallSource>();
    m_model = std::make_unique<CallTableModel>(m_format, m_theme);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_loader = std::make_unique<CallListLoader>(*m_model, *m_source);
    m_loader->setQuestion([] { return CallFilter(); });
}

void TestCallTableModel::cleanup()
{
    m_loader.reset();
    m_tester.reset();
    m_model.reset();
    m_source.reset();
}

void TestCallTableModel::reload(bool startOver)
{
    m_loader->reload(startOver);
    m_source->answerAll();
}

/// All rows, asked for page by page as a scrolling view would.
QStringList TestCallTableModel::uuids() const
{
    QStringList found;
    const int column = callTableColumn("uuid"_L1);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->callAt(row)) {
            m_model->index(row, 0).data();
            if (!QTest::qWaitFor([this] { return m_source->hasAnswers(); }))
                return found;
            m_source->answerAll();
        }
        found.append(m_model->index(row, column).data().toString());
    }
    return found;
}

void TestCallTableModel::showsThePlaceholderThenTheRow()
{
    m_source->calls = madeCalls(1000, Newest);
    reload(true);
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(m_source->pages, 0);
    const QModelIndex far = m_model->index(900, callTableColumn("uuid"_L1));
    QCOMPARE(m_model->index(900, 0).data().toString(), u"…"_s);
    QCOMPARE(far.data().toString(), QString());
    QTRY_COMPARE(m_source->pages, 1);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_source->answerAll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(far.data().toString(), u"uuid-100"_s);
    QCOMPARE(m_source->pages, 1);
}

void TestCallTableModel::newCallsComeOnTopWithoutReset()
{
    m_source->calls = madeCalls(600, Newest);
    reload(true);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept(m_model->index(5, 0));
    const QPersistentModelIndex far(m_model->index(500, 0));
    for (qint64 i = 1; i <= 3; ++i)
        m_source->calls.prepend(madeCall(600 + i, Newest + i * 1000));
    reload(false);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->rowCount(), 603);
    QCOMPARE(kept.row(), 8);
    QCOMPARE(far.row(), 503);
    QCOMPARE(m_model->callAt(kept.row())->id, 595);
    QCOMPARE(uuids().first(3), QStringList({u"uuid-603"_s, u"uuid-602"_s, u"uuid-601"_s}));
}

void TestCallTableModel::changedAndRemovedAndMovedRows()
{
    m_source->calls = madeCalls(10, Newest);
    reload(true);
    const QPersistentModelIndex second(m_model->index(1, 0));
    const QPersistentModelIndex gone(m_model->index(3, 0));
    m_source->calls[1].fields.taskResult = u"0"_s;
    m_source->calls.removeAt(3);
    CallRecord moved = m_source->calls.takeLast();
    moved.fields.timeHangup = Newest + 5000;
    moved.firstArrival = Newest + 6000;
    m_source->calls.prepend(moved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    reload(false);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(second.row(), 2);
    QVERIFY(!gone.isValid());
    QCOMPARE(m_model->rowCount(), 9);
    QCOMPARE(uuids().constFirst(), moved.fields.callUuid);
    QCOMPARE(m_model->callAt(2)->fields.taskResult, u"0"_s);
}

void TestCallTableModel::randomListsAgree()
{
    std::srand(7);
    m_source->calls = madeCalls(700, Newest);
    reload(true);
    qint64 id = 701;
    for (int round = 0; round < 20; ++round) {
        for (int i = std::rand() % 20; i > 0; --i, ++id)
            m_source->calls.prepend(madeCall(id, Newest + id * 1000));
        for (int i = std::rand() % 5; i > 0; --i)
            m_source->calls.removeAt(std::rand() % std::min<qsizetype>(m_source->calls.size(), 400));
        reload(false);
        QStringList expected;
        for (const CallRecord &call : std::as_const(m_source->calls))
            expected.append(call.fields.callUuid);
        QCOMPARE(uuids(), expected);
    }
}

void TestCallTableModel::nothingMovesWhileSomebodyReads()
{
    m_source->calls = madeCalls(50, Newest);
    reload(true);
    QSignalSpy fresh(m_loader.get(), &CallListLoader::newCalls);
    m_loader->setFollowing(false);
    m_source->calls.prepend(madeCall(51, Newest + 1000));
    m_loader->noteCommit();
    QTRY_COMPARE(m_source->counts, 1);
    m_source->answerAll();
    QCOMPARE(fresh.constLast().constFirst().toLongLong(), 1);
    QCOMPARE(m_model->rowCount(), 50);
    m_loader->setFollowing(true);
    QTRY_COMPARE(m_source->lists, 2);
    m_loader->setFollowing(false); // begins to read while the answer is on its way
    m_source->answerAll();
    QCOMPARE(m_model->rowCount(), 50);
    m_loader->setFollowing(true);
    QTRY_VERIFY(m_source->lists == 3 || m_source->hasAnswers());
    QTRY_VERIFY((m_source->answerAll(), m_model->rowCount() == 51));
}

void TestCallTableModel::lateAnswersAreDropped()
{
    m_source->calls = madeCalls(5, Newest);
    m_loader->reload(true);
    m_loader->reload(true);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_source->answerAll();
    QCOMPARE(m_source->lists, 2);
    QCOMPARE(reset.size(), 1);
}

void TestCallTableModel::aFailureIsTold()
{
    QSignalSpy failed(m_loader.get(), &CallListLoader::failed);
    m_source->failing = true;
    reload(true);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().toString(), u"no store"_s);
    QVERIFY(!m_loader->isLoading());
}

void TestCallTableModel::tsvIsCoveredLikeTheScreen()
{
    m_source->calls = madeCalls(3, Newest);
    m_source->calls[0].fields.taskRowValue = {u"13800138000"_s, u"two\tcells\nlines"_s};
    reload(true);
    const QList<int> columns{callTableColumn("callee"_L1), callTableColumn("customer"_L1)};
    int missing = 0;
    QCOMPARE(m_model->toTsv({0}, columns, &missing),
             u"Called number\tCustomer row\n199****0003\t138****8000 · two cells lines\n"_s);
    m_model->setPrivacy(Privacy::Revealed);
    QVERIFY(m_model->toTsv({0}, columns, &missing).contains(u"19900000003\t13800138000"_s));
    QCOMPARE(missing, 0);
    m_model->setPrivacy(Privacy::Masked);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
            QVERIFY(!m_model->index(0, column).data(role).toString().contains(u"00000003"_s));
    }
}

QTEST_MAIN(TestCallTableModel)
#include "test_call_table_model.moc"
