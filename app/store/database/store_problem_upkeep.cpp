// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with copies of a store, and with work on all of it.
#include "store/database/store_problem_rows.h"

#include <QtGlobal>

namespace callboard {

namespace {

using enum StoreErrorCode;
using enum StoreErrorKind;
using enum StoreRemedy;

constexpr const char *Unchanged = QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was changed.");
constexpr const char *NotReplaced = QT_TRANSLATE_NOOP("StoreProblemText", "Nothing was replaced.");

constexpr StoreProblemRow Rows[] = {
    {SalvageOfEmpty, "salvage_of_empty", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is empty: there is nothing to bring."), nullptr, nullptr, ChooseStore},
    {SalvageTargetExists, "salvage_target_exists", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1 exists already."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "A salvage makes a new store: name another file."), Salvage},
    {SalvageNotOnDisk, "salvage_not_on_disk", Io,
     QT_TRANSLATE_NOOP("StoreProblemText", "The disk did not take the new store."), nullptr, nullptr, Salvage},
    {SalvageNameTaken, "salvage_name_taken", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The new store can't be named %1."), nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText", "Choose another name."), Salvage},
    {SalvageNameNotSynced, "salvage_name_not_synced", Io,
     QT_TRANSLATE_NOOP("StoreProblemText", "The new store is at %1, but the disk did not take its name: %2."), nullptr,
     nullptr, OpenFolder},
    {SalvageFoundNothing, "salvage_found_nothing", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "Nothing of a Callboard store was found in %1."),
     QT_TRANSLATE_NOOP("StoreProblemText", "It was not changed."), nullptr, StoreRemedies(ChooseStore) | Restore},
    {CannotRemove, "cannot_remove", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1 can't be removed: %2."),
     NotReplaced, nullptr, OpenFolder},
    {PlaceNotSynced, "place_not_synced", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The folder of %1 could not be written to the disk: %2."), nullptr, nullptr,
     OpenFolder},
    {CannotReadFile, "cannot_read_file", Other, QT_TRANSLATE_NOOP("StoreProblemText", "The file %1 can't be read: %2."),
     nullptr, nullptr, OpenFolder},
    {CannotMakeCopy, "cannot_make_copy", Other, QT_TRANSLATE_NOOP("StoreProblemText", "The file %1 can't be made: %2."),
     NotReplaced, nullptr, OpenFolder},
    {CannotWriteCopy, "cannot_write_copy", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The copy %1 could not be written: %2."), NotReplaced, nullptr, OpenFolder},
    {CannotReplace, "cannot_replace", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 can't be put in the place of %2: %3."), nullptr, nullptr, OpenFolder},
    {CannotNameOlder, "cannot_name_older", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "The new store %1 is in its place. The one before it is kept as %2, for it can't be named %3: "
                       "%4."),
     nullptr, nullptr, OpenFolder},
    {RestoreOfNoFile, "restore_of_no_file", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1."), Unchanged, nullptr,
     Restore},
    {RestoreOfItself, "restore_of_itself", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1 is the store itself."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Name the copy that is to take its place."), Restore},
    {RestoreWithLog, "restore_with_log", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "%1 has a log beside it: it is a store that is in use, or was not stopped cleanly, and not one "
                       "whole file."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText", "Make a copy first: callboardctl backup --store %1 --output FILE."),
     Restore},
    {RestoreOfNoStore, "restore_of_no_store", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is no store of Callboard."), Unchanged, nullptr, Restore},
    {RestoreDamaged, "restore_damaged", Other, QT_TRANSLATE_NOOP("StoreProblemText", "%1 is damaged: %2."), Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "Take another copy, or bring what is sound into a new store: callboardctl salvage --store "
                       "sqlite:%1 --output sqlite:NEW-FILE"),
     Restore},
    {RestoreOtherProgram, "restore_other_program", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a database, but no store of Callboard."), Unchanged, nullptr,
     Restore},
    {RestoreChanged, "restore_changed", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 was changed by another program: it has triggers or views."), Unchanged,
     nullptr, Restore},
    {RestoreUnfinished, "restore_unfinished", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The copy %1 could not be finished."), Unchanged, nullptr, Restore},
    {BackupDamaged, "backup_damaged", Damaged,
     QT_TRANSLATE_NOOP("StoreProblemText", "The copy of %1 would be damaged, and so is the store: %2."),
     QT_TRANSLATE_NOOP("StoreProblemText", "No copy was written, and an older one stays."),
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "\"callboardctl salvage --store %3 --output sqlite:NEW-FILE\" brings everything sound into a "
                       "new store."),
     Salvage},
    {BackupOntoItself,
     "backup_onto_itself",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "%1 is the store itself."),
     nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText", "Name another file for the copy."),
     {}},
    {BackupTarget,
     "backup_target",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "No copy can be written to %1: %2."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText", "Name a file for the copy."),
     {}},
    {BackupNotOnDisk, "backup_not_on_disk", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The disk did not take the copy %1."), nullptr, nullptr, OpenFolder},
    {BackupOvertaken, "backup_overtaken", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The copy was made, but meanwhile there is a %1. It stays at %2."), nullptr,
     nullptr, OpenFolder},
    {CannotSearch, "cannot_search", Other, QT_TRANSLATE_NOOP("StoreProblemText", "The file %1 can't be searched: %2."),
     nullptr, nullptr, OpenFolder},
    {AsOfTooBusy, "as_of_too_busy", Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "The store is written to so fast that no moment of it could be read."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Try again."), TryAgain},
    {AsOfNotKept,
     "as_of_not_kept",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "What was known then can't be made any more. %1."),
     nullptr,
     QT_TRANSLATE_NOOP("StoreProblemText", "Choose a later moment."),
     {}},
    {AsOfNoRoom, "as_of_no_room", Other,
     QT_TRANSLATE_NOOP("StoreProblemText",
                       "There is not enough room in %1 for what was known then: about %2 MB are needed, %3 MB are "
                       "free."),
     nullptr, QT_TRANSLATE_NOOP("StoreProblemText", "Free some, or set TMPDIR to a folder on a larger disk."),
     OpenFolder},
    {NoTemporaryFolder,
     "no_temporary_folder",
     Other,
     QT_TRANSLATE_NOOP("StoreProblemText", "No folder for temporary files could be made in %1: %2."),
     Unchanged,
     QT_TRANSLATE_NOOP("StoreProblemText", "Set TMPDIR to a folder that can be written."),
     {}},
};

} // namespace

std::span<const StoreProblemRow> upkeepProblemRows()
{
    return Rows;
}

} // namespace callboard
