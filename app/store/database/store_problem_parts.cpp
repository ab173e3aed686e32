// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the sentences of other problems.
#include "store/database/store_problem_rows.h"

#include <QtGlobal>

namespace callboard {

namespace {

using enum StoreErrorCode;

constexpr StoreProblemRow part(StoreErrorCode code, const char *word, const char *text)
{
    return {code, word, StoreErrorKind::Other, text, nullptr, nullptr, {}};
}

constexpr StoreProblemRow Rows[] = {
    part(CallsKeptSince, "calls_kept_since",
         QT_TRANSLATE_NOOP("StoreProblemText",
                           "Calls are kept since %1; earlier ones stay as counts, without figures of contacts")),
    part(UserNumber, "user_number", QT_TRANSLATE_NOOP("StoreProblemText", "user %1")),
    part(NamedProcess, "named_process", QT_TRANSLATE_NOOP("StoreProblemText", "%1 (process %2)")),
    part(NamedProcessOn, "named_process_on", QT_TRANSLATE_NOOP("StoreProblemText", "%1 (process %2 on %3)")),
    part(UnknownProcess, "unknown_process", QT_TRANSLATE_NOOP("StoreProblemText", "another process")),
    part(UnknownProgram, "unknown_program", QT_TRANSLATE_NOOP("StoreProblemText", "another program (process %1)")),
    part(NoPlainFile, "no_plain_file", QT_TRANSLATE_NOOP("StoreProblemText", "it is no plain file")),
    part(FileMissing, "file_missing", QT_TRANSLATE_NOOP("StoreProblemText", "There is no file %1")),
    part(FileClosed, "file_closed", QT_TRANSLATE_NOOP("StoreProblemText", "%1 can't be read: %2")),
    part(FileIsFolder, "file_is_folder", QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a folder, not a file")),
    part(FileIsPipe, "file_is_pipe", QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a pipe, not a file")),
    part(FileIsSocket, "file_is_socket", QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a socket, not a file")),
    part(FileIsDevice, "file_is_device", QT_TRANSLATE_NOOP("StoreProblemText", "%1 is a device, not a file")),
    part(TargetIsStream, "target_is_stream", QT_TRANSLATE_NOOP("StoreProblemText", "this is a device or a pipe")),
    part(EmptyButLog, "empty_but_log",
         QT_TRANSLATE_NOOP("StoreProblemText", "the file is empty, and all that is left is its log")),
    part(CutOff, "cut_off", QT_TRANSLATE_NOOP("StoreProblemText", "it is cut off, %1 of %2 pages are there")),
    part(TablesUnreadable, "tables_unreadable",
         QT_TRANSLATE_NOOP("StoreProblemText", "its list of tables can't be read")),
    part(CountersUnreadable, "counters_unreadable",
         QT_TRANSLATE_NOOP("StoreProblemText", "its counters can't be read")),
    part(LooksLikePdf, "looks_like_pdf", QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a PDF document")),
    part(LooksLikeZip, "looks_like_zip",
         QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a ZIP archive or a workbook")),
    part(LooksLikeGzip, "looks_like_gzip",
         QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a compressed file (gzip)")),
    part(LooksLikeZstd, "looks_like_zstd",
         QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a compressed file (zstd)")),
    part(LooksLike7z, "looks_like_7z", QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a compressed file (7z)")),
    part(LooksLikeJson, "looks_like_json", QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a JSON text")),
    part(LooksLikeHtml, "looks_like_html", QT_TRANSLATE_NOOP("StoreProblemText", "it looks like an HTML or XML text")),
    part(LooksLikeText, "looks_like_text", QT_TRANSLATE_NOOP("StoreProblemText", "it looks like a text")),
    part(BeginsWithZeros, "begins_with_zeros", QT_TRANSLATE_NOOP("StoreProblemText", "it begins with zeros")),
    part(BeginsOtherwise, "begins_otherwise",
         QT_TRANSLATE_NOOP("StoreProblemText", "its first bytes are not those of SQLite")),
    part(ChecksumDiffers, "checksum_differs", QT_TRANSLATE_NOOP("StoreProblemText", "the checksum differs")),
    part(CannotUnpack, "cannot_unpack", QT_TRANSLATE_NOOP("StoreProblemText", "it can't be unpacked")),
    part(HoldsMessages, "holds_messages", QT_TRANSLATE_NOOP("StoreProblemText", "it holds %1 messages")),
    part(OtherTime, "other_time", QT_TRANSLATE_NOOP("StoreProblemText", "its messages are of another time")),
};

} // namespace

std::span<const StoreProblemRow> problemPartRows()
{
    return Rows;
}

} // namespace callboard
