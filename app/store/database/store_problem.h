// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <variant>

namespace callboard {

/// What an error of the database or the disk is about. Everything but Other concerns the whole store, never a single
/// message.
enum class StoreErrorKind : quint8 {
    Other, ///< this statement or its values, or nothing that the database reported
    Busy, ///< another program holds a lock
    Full, ///< no room on the disk
    Limited, ///< a file that has reached the largest size it may have
    Io, ///< the disk reports an error
    Damaged, ///< a page that can't be right
    NotADatabase, ///< the file is something else
    ReadOnly,
    CannotOpen,
};

/// Everything that can go wrong with a store. What each one means, for people and programs, stands in one table: see
/// store_problem_rows.h. The second half are parts of other problems ("it is cut off"), never a problem of their own.
enum class StoreErrorCode : quint8 {
    None,
    // Finding and opening it
    NoStore, ///< place
    FolderClosed, ///< place, folder, owner of the folder
    CannotOpenStore, ///< place, words of the database
    NoPermission, ///< place, owner
    LogClosed, ///< place, log, owner
    NotedElsewhere, ///< place
    NotedByOwnerOnly, ///< place
    WrittenWhileRead, ///< place
    HeldByProgram, ///< place, program
    VolumeWithoutLocks, ///< place
    VolumeRemote, ///< place, type of its volume; a warning only
    CannotLock, ///< place, reason
    HardLinksWritten, ///< place, names
    HardLinksRead, ///< place, names
    MountedAlone, ///< place
    SingleFileMount, ///< place
    ReplacedAgain, ///< place
    DamagedStore, ///< place, how, URL
    ForeignFile, ///< place, what it is, URL
    OtherProgramsTables, ///< place, tables
    OtherProgramsDatabase, ///< place
    NewerStore, ///< its schema step, ours
    StepMissing, ///< file of the step
    StepCopyFailed, ///< copy, reason
    NotPrepared,
    NotDurable,
    OpenedReadOnly,
    FolderNotSynced, ///< folder
    CannotMakeFile, ///< file, reason
    CannotReadStore, ///< place
    PostgresUrl,
    UrlOfNoStore, ///< URL
    UrlWithoutFile, ///< URL
    UrlNoPlainFile, ///< what it is
    // Statements
    Cancelled,
    ReadTooLong,
    Statement, ///< words of the database, statement; the database gave no reason that concerns the whole store
    StatementFull, ///< the same of the other kinds
    StatementIo,
    StatementDamaged,
    StatementNotADatabase,
    StatementReadOnly,
    StatementCannotOpen,
    StatementBusy,
    WriteLocked,
    WriteLockedBy, ///< program
    FileSizeLimit,
    DatabaseText, ///< words of the database
    CheckFailed, ///< what the database found wrong with its file
    // Writing is impossible: each with its reason, but the last two
    WritingLocked,
    WritingFull,
    WritingLimited,
    WritingIo,
    WritingDamaged, ///< reason, URL
    WritingReadOnly,
    WritingCannotOpen,
    WritingFailed,
    FileDisplaced, ///< place
    LittleRoom, ///< megabytes left
    StoreClosed,
    StoreClosedReplay,
    ChangeNotStored, ///< reason
    MessageRefused, ///< reason
    // The journal
    MessageDamaged, ///< number, how
    MessagesDamaged, ///< first number, last number, how
    CannotCompress, ///< reason
    SegmentDamaged,
    SegmentDamagedBy, ///< reason
    // Salvage, backup, restore, erasure, a past moment
    SalvageOfEmpty, ///< place
    SalvageTargetExists, ///< place
    SalvageNotOnDisk,
    SalvageNameTaken, ///< place
    SalvageNameNotSynced, ///< place, reason
    SalvageFoundNothing, ///< place
    CannotRemove, ///< file, reason
    PlaceNotSynced, ///< file, reason
    CannotReadFile, ///< file, reason
    CannotMakeCopy, ///< file, reason
    CannotWriteCopy, ///< file, reason
    CannotReplace, ///< new file, place, reason
    CannotNameOlder, ///< place, its name now, the name meant, reason
    RestoreOfNoFile, ///< what it is
    RestoreOfItself, ///< file
    RestoreWithLog, ///< file
    RestoreOfNoStore, ///< file
    RestoreDamaged, ///< file, how
    RestoreOtherProgram, ///< file
    RestoreChanged, ///< file
    RestoreUnfinished, ///< file
    BackupDamaged, ///< place, how, URL
    BackupOntoItself, ///< file
    BackupTarget, ///< file, what it is
    BackupNotOnDisk, ///< file
    BackupOvertaken, ///< file, where the copy is
    CannotSearch, ///< file, reason
    AsOfTooBusy,
    AsOfNotKept, ///< since when calls are kept
    AsOfNoRoom, ///< folder, megabytes needed, megabytes free
    NoTemporaryFolder, ///< folder, reason
    // Parts of the above
    CallsKeptSince, ///< time
    UserNumber, ///< number
    NamedProcess, ///< program, process
    NamedProcessOn, ///< program, process, computer
    UnknownProcess,
    UnknownProgram, ///< process
    NoPlainFile,
    FileMissing, ///< file
    FileClosed, ///< file, reason
    FileIsFolder, ///< file
    FileIsPipe, ///< file
    FileIsSocket, ///< file
    FileIsDevice, ///< file
    TargetIsStream,
    EmptyButLog,
    CutOff, ///< pages, pages that there should be
    TablesUnreadable,
    CountersUnreadable,
    LooksLikePdf,
    LooksLikeZip,
    LooksLikeGzip,
    LooksLikeZstd,
    LooksLike7z,
    LooksLikeJson,
    LooksLikeHtml,
    LooksLikeText,
    BeginsWithZeros,
    BeginsOtherwise,
    ChecksumDiffers,
    CannotUnpack,
    HoldsMessages, ///< number
    OtherTime,
    Last = OtherTime,
};

struct StoreProblem;

/// A number of the system (errno).
struct SystemError
{
    int number = 0;
    /// Of the call that failed just now.
    static SystemError last();
};

/// What the database or the system reported, in its own words: most of it is known and told in the reader's language.
struct ReportedText
{
    QString text;
};

/// What a sentence names: a path, a number or a word from outside, or a reason that has a sentence of its own. Text is
/// only ever shown as it is, never read as a format.
class StoreArgument
{
public:
    using Value = std::variant<QString, SystemError, ReportedText, std::shared_ptr<const StoreProblem>>;

    StoreArgument(const QString &text) // NOLINT(google-explicit-constructor): lists of them are written in place
        : m_value(text)
    { }
    StoreArgument(SystemError error) // NOLINT(google-explicit-constructor)
        : m_value(error)
    { }
    StoreArgument(const ReportedText &report) // NOLINT(google-explicit-constructor)
        : m_value(report)
    { }
    StoreArgument(const StoreProblem &problem); // NOLINT(google-explicit-constructor)
    StoreArgument(StoreErrorCode code); // NOLINT(google-explicit-constructor)

    const Value &value() const { return m_value; }

private:
    Value m_value;
};

/// What went wrong with a store, and what it happened to: a value that threads, signals and results carry. It becomes a
/// sentence where a person reads it, see store_problem_text.h.
struct StoreProblem
{
    StoreErrorCode code = StoreErrorCode::None;
    QList<StoreArgument> arguments; ///< as the comment of the code lists them

    bool isNone() const { return code == StoreErrorCode::None; }
    StoreErrorKind kind() const; ///< as the table has it for the code
};

} // namespace callboard
