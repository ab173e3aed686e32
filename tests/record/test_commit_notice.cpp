// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/commit_notice.h"

#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

CommitNotice notice(qint64 commit, qint64 calls)
{
    CommitNotice notice;
    notice.commits = {{.commit = commit, .cells = {{CellKey{.bucket = commit}, CellSums{.calls = calls}}}}};
    notice.committedAt = 1'000 * commit;
    notice.accepted = 10 * commit;
    notice.repeated = commit;
    notice.refused = 1;
    notice.lastPushAt = 1'000 * commit - 5;
    return notice;
}

} // namespace

/// Notices add up without losing a commit.
class CommitNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void commitsStayApartAndInOrder();
    void appendingToNothing();
    void appendingNothing();
};

void CommitNoticeTest::commitsStayApartAndInOrder()
{
    CommitNotice sum = notice(1, 5);
    sum.append(notice(2, -5));
    sum.append(notice(3, 7));
    QCOMPARE(sum.commits.size(), 3);
    QCOMPARE(sum.commits[1].commit, 2);
    QCOMPARE(sum.commits[1].cells.value(CellKey{.bucket = 2}).calls, -5);
    QCOMPARE(sum.watermark(), 3);
    QCOMPARE(sum.committedAt, 3'000);
    QCOMPARE(sum.accepted, 60);
    QCOMPARE(sum.repeated, 6);
    QCOMPARE(sum.refused, 3);
    QCOMPARE(sum.lastPushAt, 2'995);
}

void CommitNoticeTest::appendingToNothing()
{
    CommitNotice sum;
    QVERIFY(sum.isEmpty());
    QCOMPARE(sum.watermark(), 0);
    sum.append(notice(4, 1));
    QVERIFY(!sum.isEmpty());
    QCOMPARE(sum.watermark(), 4);
    QCOMPARE(sum.lastPushAt, 3'995);
}

void CommitNoticeTest::appendingNothing()
{
    CommitNotice sum = notice(4, 1);
    sum.append({});
    QCOMPARE(sum.watermark(), 4);
    QCOMPARE(sum.committedAt, 4'000);
    QCOMPARE(sum.lastPushAt, 3'995);
    QCOMPARE(sum.accepted, 40);
}

QTEST_APPLESS_MAIN(CommitNoticeTest)
#include "test_commit_notice.moc"
