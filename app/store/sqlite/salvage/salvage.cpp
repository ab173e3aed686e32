// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/salvage/salvage.h"

#include "files/output_target.h"
#include "store/database/private_folder.h"
#include "store/database/schema.h"
#include "store/sqlite/salvage/salvage_build.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <cerrno>
#include <cstdio>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What is no damaged store is not salvaged: the sentence says what it is.
void requireSalvageable(const StoreUrl &damaged, const StoreUrl &output)
{
    const auto backend = StoreBackend::of(damaged);
    const StoreInspection found = backend->inspect();
    if (found.kind == StoreKind::Missing) {
        backend->requireExisting();
        throw StoreError(StoreErrorCode::CannotReadStore, {damaged.place()});
    }
    if (found.kind == StoreKind::Empty)
        throw StoreError(StoreErrorCode::SalvageOfEmpty, {damaged.place()});
    if (found.kind == StoreKind::NewerStore || found.kind == StoreKind::OtherProgram)
        throw StoreError(found.problem);
    if (QFileInfo::exists(output.localFile()))
        throw StoreError(StoreErrorCode::SalvageTargetExists, {output.place()});
}

/// A program that writes the damaged store has to end first. A lock that can't be taken for another reason, on a medium
/// that is read-only, is none that somebody else has.
void lockIfPossible(const StoreUrl &damaged, std::unique_ptr<StoreLock> &lock)
{
    try {
        lock = StoreBackend::of(damaged)->lock();
    } catch (const StoreError &error) {
        if (error.kind() == StoreErrorKind::Busy)
            throw;
    }
}

/// Puts the complete file under its name, which nothing else has taken meanwhile.
void putInPlace(const QString &file, const QString &output)
{
    QFile complete(file);
    complete.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const bool isOnDisk = complete.open(QIODevice::ReadOnly) && ::fsync(complete.handle()) == 0;
    complete.close();
    if (!isOnDisk)
        throw StoreError(StoreErrorCode::SalvageNotOnDisk);
    const QByteArray from = QFile::encodeName(file);
    const QByteArray to = QFile::encodeName(output);
    bool isNamed = ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0;
    if (!isNamed && (errno == EINVAL || errno == ENOSYS)) // not every volume can do that
        isNamed = !QFileInfo::exists(output) && std::rename(from.constData(), to.constData()) == 0;
    if (!isNamed)
        throw StoreError(StoreErrorCode::SalvageNameTaken, {output});
    if (const QString problem = syncFolderOf(output); !problem.isEmpty())
        throw StoreError(StoreErrorCode::SalvageNameNotSynced, {output, ReportedText{problem}});
}

class Salvage
{
public:
    Salvage(const StoreUrl &damaged, const StoreUrl &output, const SalvageOptions &options)
        : m_damaged(damaged)
        , m_output(output)
        , m_options(options)
        , m_folder(QFileInfo(output.localFile()).absolutePath())
        , m_stage(StoreUrl::ofFile(m_folder.filePath(u"stage.db"_s)))
        , m_new(StoreUrl::ofFile(m_folder.filePath(u"new.db"_s)))
    { }

    SalvageReport run()
    {
        PageSource source(m_damaged.localFile());
        const qint64 brokenFrames = source.brokenFrames();
        auto stage = std::make_unique<Connection>(m_stage, Access::Write);
        SalvageScan scan(source, *prepared(*stage), [this](qint64 done, qint64 all) { reportProgress(done, all); });
        stage->begin();
        scan.run();
        stage->commit();
        stage.reset();
        if (scan.rows() == 0 && scan.counters().isEmpty())
            throw StoreError(StoreErrorCode::SalvageFoundNothing, {m_damaged.place()});
        SalvageReport report = build(scan);
        if (brokenFrames > 0)
            report.missing.append(
                QCoreApplication::translate("Salvage",
                                            "Perhaps what only stood in damaged pieces of the log beside the file: %1 "
                                            "pieces.")
                    .arg(brokenFrames));
        putInPlace(m_new.localFile(), m_output.localFile());
        return report;
    }

private:
    /// Nothing of the staging store is kept; what would slow it down is left away.
    Connection *prepared(Connection &stage) const
    {
        migrateSchema(stage);
        stage.database().setWorkload(Workload::Temporary);
        for (const QString &index : {u"call_list"_s, u"call_contact"_s, u"call_outbound_only"_s})
            stage.execute(u"DROP INDEX "_s + index);
        return &stage;
    }

    void reportProgress(qint64 done, qint64 all) const
    {
        if (m_options.cancelled && m_options.cancelled())
            throw QueryCancelled();
        if (m_options.progress)
            m_options.progress(SalvageOptions::Phase::Pages, done, all);
    }

    SalvageReport build(const SalvageScan &scan) const
    {
        Connection connection(m_new, Access::Write);
        migrateSchema(connection);
        connection.database().setWorkload(Workload::Bulk);
        connection.database().attach(m_stage.localFile());
        connection.begin();
        SalvageReport report = SalvageBuild(connection, scan, m_options).run();
        connection.commit();
        connection.database().setWorkload(Workload::Messages);
        return report;
    }

    const StoreUrl &m_damaged, &m_output;
    const SalvageOptions &m_options;
    const PrivateFolder m_folder;
    const StoreUrl m_stage, m_new;
};

} // namespace

SalvageReport salvageStore(const StoreUrl &damaged, const StoreUrl &output, const SalvageOptions &options)
{
    requireSalvageable(damaged, output);
    std::unique_ptr<StoreLock> lock;
    lockIfPossible(damaged, lock);
    return Salvage(damaged, output, options).run();
}

} // namespace callboard
