// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_trouble.h"

namespace callboard {

StoreProblem writingProblem(const StoreError &error, const StoreUrl &url)
{
    switch (error.kind()) {
    case StoreErrorKind::Busy:
        return {StoreErrorCode::WritingLocked, {error.problem()}};
    case StoreErrorKind::Full:
        return {StoreErrorCode::WritingFull, {error.problem()}};
    case StoreErrorKind::Limited:
        return {StoreErrorCode::WritingLimited, {error.problem()}};
    case StoreErrorKind::Io:
        return {StoreErrorCode::WritingIo, {error.problem()}};
    case StoreErrorKind::Damaged:
    case StoreErrorKind::NotADatabase:
        return {StoreErrorCode::WritingDamaged, {error.problem(), url.toString()}};
    case StoreErrorKind::ReadOnly:
        return {StoreErrorCode::WritingReadOnly, {error.problem()}};
    case StoreErrorKind::CannotOpen:
        return {StoreErrorCode::WritingCannotOpen, {error.problem()}};
    case StoreErrorKind::Other:
        break;
    }
    return {StoreErrorCode::WritingFailed, {error.problem()}};
}

StoreProblem littleRoomProblem(qint64 freeBytes)
{
    constexpr qint64 Megabyte = 1'000'000;
    return {StoreErrorCode::LittleRoom, {QString::number(freeBytes / Megabyte)}};
}

StoreProblem statementProblem(StoreErrorKind kind, const QString &report, const QString &sql)
{
    constexpr qsizetype MostSql = 80;
    const auto codeOf = [kind] {
        switch (kind) {
        case StoreErrorKind::Full:
            return StoreErrorCode::StatementFull;
        case StoreErrorKind::Io:
            return StoreErrorCode::StatementIo;
        case StoreErrorKind::Damaged:
            return StoreErrorCode::StatementDamaged;
        case StoreErrorKind::NotADatabase:
            return StoreErrorCode::StatementNotADatabase;
        case StoreErrorKind::ReadOnly:
            return StoreErrorCode::StatementReadOnly;
        case StoreErrorKind::CannotOpen:
            return StoreErrorCode::StatementCannotOpen;
        case StoreErrorKind::Busy:
            return StoreErrorCode::StatementBusy;
        case StoreErrorKind::Limited:
        case StoreErrorKind::Other:
            break;
        }
        return StoreErrorCode::Statement;
    };
    if (kind == StoreErrorKind::Limited)
        return {StoreErrorCode::FileSizeLimit, {}};
    return {codeOf(), {ReportedText{report}, sql.left(MostSql).simplified()}};
}

StoreProblem damageProblem(const StoreError &error, const StoreUrl &url)
{
    if (error.code() == StoreErrorCode::DamagedStore)
        return error.problem();
    // What the database reported, without its statement.
    const QList<StoreArgument> arguments = error.problem().arguments;
    const StoreArgument how = arguments.isEmpty() ? StoreArgument(error.problem()) : arguments.constFirst();
    return {StoreErrorCode::DamagedStore, {url.place(), how, url.toString()}};
}

bool isDamage(StoreErrorKind kind)
{
    return kind == StoreErrorKind::Damaged || kind == StoreErrorKind::NotADatabase;
}

} // namespace callboard
