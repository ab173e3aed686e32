// SPDX-License-Identifier: GPL-3.0-or-later
// Stores on volumes that are not of this computer alone.
#include "store/database/store_backend.h"
#include "store/database/store_problem_text.h"
#include "store/sqlite/files/volume_kind.h"
#include "store_fixture.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestStorePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<bool>("isRemote");
        for (const char *type : {"nfs", "nfs4", "NFS4", "cifs", "smb3", "fuse", "fuse.sshfs", "fuse.bindfs", "fuseblk",
                                 "9p", "virtiofs", "vboxsf"})
            QTest::newRow(type) << true;
        for (const char *type : {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "vfat", "f2fs", "nfsd", "", "9"})
            QTest::newRow(type) << false;
    }

    void kinds()
    {
        QFETCH(bool, isRemote);
        QCOMPARE(isRemoteVolume(QTest::currentDataTag()), isRemote);
    }

    void theTypeIsOfTheFolder()
    {
        QCOMPARE(volumeTypeOf(u"/proc/no such file"_s), QByteArray("proc"));
        const StoreFixture fixture;
        const StoreProblem problem = StoreBackend::of(fixture.url())->placeProblem();
        QCOMPARE(problem.code == StoreErrorCode::VolumeRemote, isRemoteVolume(volumeTypeOf(fixture.url().localFile())));
    }

    void theWarningNamesTheVolume()
    {
        const QString text = storeProblemLogText({StoreErrorCode::VolumeRemote, {u"/mnt/calls.db"_s, u"nfs4"_s}});
        QVERIFY2(text.contains(u"/mnt/calls.db"_s) && text.contains(u"(nfs4)"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestStorePlace)
#include "test_store_place.moc"
