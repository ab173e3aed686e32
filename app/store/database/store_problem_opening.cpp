// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with the place of a store, and with opening it.
#include "store/database/store_problem_rows.h"

#include <QtGlobal>

namespace callboard {

namespace {

using enum StoreErrorCode;
using enum StoreErrorKind;
using enum StoreRemedy;

constexpr const char *Unchanged = QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was changed.");
constexpr const char *OtherFile = QT_TRANSLATE_NOOP("StoreProblemText", "Choose another file.");
constexpr const char *UrlExample = QT_TRANSLATE_NOOP("StoreProblemText", "Give a store like sqlite:/path/file.db.");
constexpr auto Elsewhere = StoreRemedies(ChooseStore) | OpenFolder;
constexpr auto Again = Elsewhere | TryAgain;
constexpr auto Damage = Elsewhere | Salvage | Restore;

constexpr StoreProblemRow Rows[] = {
    {NoStore, "no_store", Other, QT_TRANSLATE_NOOP("StoreProblemText", "There is no store at %1."), nullptr, nullptr,
     Elsewhere},
    {FolderClosed, "folder_closed", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The folder %2 may not be entered by this user, so that the store %1 can't be reached."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The folder belongs to %3: use the store as that user, or let it give you a copy (callboardctl "
                       "backup)."),
     StoreRemedies(ChooseStore) | TryAgain},
    {CannotOpenStore, "cannot_open_store", CannotOpen,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store %1 can't be opened: %2"), nullptr, nullptr, Again},
    {NoPermission, "no_permission", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "You may not read the store %1. It belongs to %2: ask as that user, or let it give you a copy "
                       "(callboardctl backup)."),
     nullptr, nullptr, Again},
    {LogClosed, "log_closed", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The newest calls of the store %1 are in its log %2, which can't be read with it from here."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Read the store as its owner (%3), or copy both files into a folder of your own and read them "
                       "there."),
     Again},
    {NotedElsewhere, "noted_elsewhere", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 has another name, under which it may be written, and what is done here has to be "
                       "noted in it."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was shown or written."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Use that name."), Elsewhere},
    {NotedByOwnerOnly, "noted_by_owner_only", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 can only be read by you, and what is done here has to be noted in it."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was shown or written."),
     QT_TRANSLATE_NOOP("StoreProblemText", "Do it as the owner of the store; whatever is masked needs no note."),
     Elsewhere},
    {WrittenWhileRead, "written_while_read", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 was written while it was read. What was read so far may not fit together: ask "
                       "again."),
     nullptr, nullptr, TryAgain},
    {HeldByProgram, "held_by_program", Busy,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store %1 is being written by %2."),
     QT_TRANSLATE_NOOP("StoreProblemText", "A store has one writer at a time, and nothing was changed."),
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "End that program first (systemctl stop where it is a service) and try again, or choose "
                       "another store."),
     Again},
    {VolumeWithoutLocks, "volume_without_locks", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The volume of the store %1 knows no locks, so that a second program could write into it "
                       "unseen."),
     Unchanged, QT_TRANSLATE_NOOP("StoreProblemText", "Put the store on a local disk."), Elsewhere},
    {VolumeRemote, "volume_remote", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 is on a volume of another computer or program (%2). When its connection or its "
                       "server fails, confirmed calls can be lost."),
     nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Put the store on a disk of this computer, and only its backups on the other volume."),
     Elsewhere},
    {CannotLock, "cannot_lock", Other, QT_TRANSLATE_NOOP("StoreProblemText", "The store %1 can't be locked: %2."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Check that its folder exists, can be written and has space left."),
     Again},
    {HardLinksWritten, "hard_links_written", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 has %2 names (hard links). Under each of them a log of its own would be kept, "
                       "and confirmed calls be lost."),
     Unchanged, QT_TRANSLATE_NOOP("StoreProblemText", "Remove the other names; \"find / -samefile %1\" lists them."),
     Again},
    {HardLinksRead, "hard_links_read", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 has %2 names (hard links). The newest calls stand in a log beside one of them, "
                       "and may be missing under the others."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Remove the other names; \"find / -samefile %1\" lists them."),
     Again},
    {MountedAlone, "mounted_alone", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 is being written under another name, as a file that is mounted alone. Its newest "
                       "calls stand in the log beside that name and would be missing here."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Read it by that name."), Elsewhere},
    {SingleFileMount, "single_file_mount", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store %1 is mounted as a single file. The log with its newest calls is in the folder where "
                       "the file comes from, and a second log here would cost confirmed calls."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Mount the folder of the store instead of the file, or use the store where it is."),
     Elsewhere},
    {ReplacedAgain, "replaced_again", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store %1 is replaced again and again."), Unchanged, nullptr, Again},
    {DamagedStore, "damaged_store", Damaged, QT_TRANSLATE_NOOP("StoreProblemText", "The store %1 is damaged: %2."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "\"callboardctl salvage --store %3 --output sqlite:NEW-FILE\" brings everything sound into a "
                       "new store."),
     Damage},
    {ForeignFile, "not_a_database", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1 is not a database: %2."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Choose another file. If it was a store, its beginning is damaged: \"callboardctl salvage "
                       "--store %3 --output sqlite:NEW-FILE\" looks for what is left of it."),
     Damage},
    {OtherProgramsTables, "other_programs_tables", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a SQLite database of another program (it has the tables %2)."),
     Unchanged, OtherFile, Elsewhere},
    {OtherProgramsDatabase, "other_programs_database", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a database of another program."), Unchanged, OtherFile, Elsewhere},
    {NewerStore, "newer_store", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "This store was made by a newer Callboard (schema step %1; this program knows %2)."),
     Unchanged, QT_TRANSLATE_NOOP("StoreProblemText", "Install the newer version to open it."), Elsewhere},
    {StepMissing,
     "step_missing",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The schema step %1 is missing from this program."),
     nullptr,
     nullptr,
     {}},
    {StepCopyFailed, "step_copy_failed", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The copy before the change of the tables, %1, could not be made: %2."),
     nullptr, nullptr, Again},
    {NotPrepared, "not_prepared", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "This store is not ready: open it once with callboard or callboardctl serve."),
     nullptr, nullptr, Elsewhere},
    {NotDurable, "not_durable", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The store can't promise to keep what it confirms (journal mode or synchronous writing "
                       "refused)."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Put it on a local disk."), Elsewhere},
    {OpenedReadOnly, "opened_read_only", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store can be read, but not written."), nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Check who owns its file and the log beside it (-wal), and that the disk is not mounted for "
                       "reading only; then start again."),
     Again},
    {FolderNotSynced, "folder_not_synced", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The disk did not take the new folder %1."), nullptr, nullptr, Again},
    {CannotMakeFile, "cannot_make_file", Other, QT_TRANSLATE_NOOP("StoreProblemText", "The file %1 can't be made: %2."),
     nullptr, nullptr, Again},
    {CannotReadStore, "cannot_read_store", CannotOpen, QT_TRANSLATE_NOOP("StoreProblemText", "%1 can't be read."),
     nullptr, nullptr, Again},
    {PostgresUrl, "postgres_url", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "This version keeps its calls in SQLite only."), nullptr, UrlExample,
     ChooseStore},
    {UrlOfNoStore, "url_of_no_store", Other, QT_TRANSLATE_NOOP("StoreProblemText", "\"%1\" is not a store."), nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText", "Give one like sqlite:/path/file.db."), ChooseStore},
    {UrlWithoutFile, "url_without_file", Other, QT_TRANSLATE_NOOP("StoreProblemText", "\"%1\" names no file."), nullptr,
     UrlExample, ChooseStore},
    {UrlNoPlainFile, "url_no_plain_file", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1."), nullptr, UrlExample,
     ChooseStore},
};

} // namespace

std::span<const StoreProblemRow> openingProblemRows()
{
    return Rows;
}

} // namespace callboard
