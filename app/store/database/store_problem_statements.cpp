// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong while a store is written and read.
#include "store/database/store_problem_rows.h"

#include <QtGlobal>

namespace callboard {

namespace {

using enum StoreErrorCode;
using enum StoreErrorKind;
using enum StoreRemedy;

constexpr const char *OfStatement = QT_TRANSLATE_NOOP("StoreProblemText", "%1 (in: %2)");
constexpr const char *NewCalls =
    QT_TRANSLATE_NOOP("StoreProblemText", "New calls are refused, so that the platform sends them again.");
constexpr const char *Reported = QT_TRANSLATE_NOOP("StoreProblemText", "%1");

constexpr StoreProblemRow Rows[] = {
    {Cancelled, "cancelled", Other, QT_TRANSLATE_NOOP("StoreProblemText", "cancelled"), nullptr, nullptr, {}},
    {ReadTooLong, "read_too_long", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Reading was paused or took too long while calls kept coming in, so it was ended: the store's "
                       "log would have filled the disk."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing is lost."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Try again, with a shorter period, or into a file instead of a pipe."),
     TryAgain},
    {Statement, "statement", Other, OfStatement, nullptr, nullptr, {}},
    {StatementFull, "statement_full", Full, OfStatement, nullptr, nullptr, OpenFolder},
    {StatementIo, "statement_io", Io, OfStatement, nullptr, nullptr, OpenFolder},
    {StatementDamaged, "statement_damaged", Damaged, OfStatement, nullptr, nullptr, Salvage},
    {StatementNotADatabase, "statement_not_a_database", NotADatabase, OfStatement, nullptr, nullptr, Salvage},
    {StatementReadOnly, "statement_read_only", ReadOnly, OfStatement, nullptr, nullptr, OpenFolder},
    {StatementCannotOpen, "statement_cannot_open", CannotOpen, OfStatement, nullptr, nullptr, OpenFolder},
    {StatementBusy, "statement_busy", Busy, OfStatement, nullptr, nullptr, TryAgain},
    {WriteLocked, "write_locked", Busy,
     QT_TRANSLATE_NOOP("StoreProblemText", "Another program holds the store's write lock until its transaction ends"),
     nullptr, nullptr, TryAgain},
    {WriteLockedBy, "write_locked_by", Busy,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Another program holds the store's write lock until its transaction ends: %1"),
     nullptr, nullptr, TryAgain},
    {FileSizeLimit, "file_size_limit", Limited,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "A file has reached the largest size that files may have here (ulimit -f, LimitFSIZE of a "
                       "service, a quota)"),
     nullptr, nullptr, OpenFolder},
    {DatabaseText, "database_text", Other, Reported, nullptr, nullptr, {}},
    {CheckFailed, "check_failed", Damaged, Reported, nullptr, nullptr, Salvage},
    {WritingLocked,
     "writing_locked",
     Busy,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1."),
     NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Writing goes on by itself once that program ends its transaction; close it if it does not."),
     {}},
    {WritingFull, "writing_full", Full, QT_TRANSLATE_NOOP("StoreProblemText", "The disk is full: %1."), NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText", "Free some disk space."), OpenFolder},
    {WritingLimited, "writing_limited", Limited, QT_TRANSLATE_NOOP("StoreProblemText", "%1."), NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText", "Raise that limit; writing goes on by itself then."), OpenFolder},
    {WritingIo, "writing_io", Io, QT_TRANSLATE_NOOP("StoreProblemText", "The store's disk reports an error: %1."),
     NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Look at the disk and its connection; writing goes on by itself once it works again."),
     OpenFolder},
    {WritingDamaged, "writing_damaged", Damaged, QT_TRANSLATE_NOOP("StoreProblemText", "The store is damaged: %1."),
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "New calls are refused, so that the platform sends them again. What is stored stays as it is."),
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Stop this program, then bring everything sound into a new store: callboardctl salvage --store "
                       "%2 --output sqlite:NEW-FILE"),
     StoreRemedies(OpenFolder) | Salvage},
    {WritingReadOnly, "writing_read_only", ReadOnly,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store can't be written: %1."), NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Look at the rights of its file and folder, and whether the volume is mounted for reading "
                       "only."),
     OpenFolder},
    {WritingCannotOpen, "writing_cannot_open", CannotOpen,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store's files can't be opened: %1."), NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText", "Look whether its folder is still there, and at its rights."), OpenFolder},
    {WritingFailed, "writing_failed", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing can be written to the store: %1."), NewCalls, nullptr, OpenFolder},
    {FileDisplaced, "file_displaced", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store's file %1 was removed, renamed or replaced while this program writes it."),
     NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Put the file back under its name, or stop this program and start it on the store that is to "
                       "be written."),
     OpenFolder},
    {LittleRoom, "little_room", Full, QT_TRANSLATE_NOOP("StoreProblemText", "The disk is full (%1 MB left)."), NewCalls,
     QT_TRANSLATE_NOOP("StoreProblemText", "Free some disk space."), OpenFolder},
    {StoreClosed,
     "store_closed",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store is closed."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was changed."),
     nullptr,
     {}},
    {StoreClosedReplay,
     "store_closed_replay",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store is closed."),
     QT_TRANSLATE_NOOP("StoreProblemText", "The messages are still kept."),
     nullptr,
     {}},
    {ChangeNotStored,
     "change_not_stored",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The change was not stored, all stays as it was: %1."),
     nullptr,
     nullptr,
     {}},
    {MessageRefused, "message_refused", Other, Reported, nullptr, nullptr, {}},
    {MessageDamaged,
     "message_damaged",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "Message %1 of the journal is damaged (%2)."),
     nullptr,
     nullptr,
     {}},
    {MessagesDamaged,
     "messages_damaged",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "Messages %1 to %2 of the journal are damaged (%3)."),
     nullptr,
     nullptr,
     {}},
    {CannotCompress,
     "cannot_compress",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The journal can't be compressed: %1"),
     nullptr,
     nullptr,
     {}},
    {SegmentDamaged,
     "segment_damaged",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "A journal segment is damaged."),
     nullptr,
     nullptr,
     {}},
    {SegmentDamagedBy,
     "segment_damaged_by",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "A journal segment is damaged: %1"),
     nullptr,
     nullptr,
     {}},
};

} // namespace

std::span<const StoreProblemRow> statementProblemRows()
{
    return Rows;
}

} // namespace callboard
