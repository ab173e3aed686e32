// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/arguments.h"
#include "files/output_target.h"
#include "files/terminal_stream.h"

#include <QJsonDocument>

#include <vector>

namespace callboard {

/// Where a command writes: data to `out`, everything said to a person to `err`.
struct Console
{
    TerminalStream &out;
    TerminalStream &err;

    /// For a sentence of success: not into the data, where that went to the standard output.
    TerminalStream &beside(const QString &output) { return isStandardOutput(output) ? err : out; }
    void json(const QJsonObject &document) { out.json(QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n'); }
};

/// One option of a command. Without a value name it is a switch.
struct OptionSpec
{
    const char *name;
    const char *valueName = "";
    const char *text = "";
    const char *preset = "";
    bool required = false;
};

/// One command of callboardctl.
struct Command
{
    const char *name;
    const char *operands; ///< for the usage line, such as "NAME"; empty: it takes none
    int mostOperands;
    const char *summary;
    std::vector<OptionSpec> options;
    /// Returns the exit code. May throw UsageError, CommandError, StoreError.
    int (*run)(const Arguments &arguments, Console &console);
};

// One per file of the same name.
Command serveCommand();
Command simulateCommand();
Command seedCommand();
Command totalsCommand();
Command callsCommand();
Command reportCommand();
Command schedulesCommand();
Command rejectedCommand();
Command verifyCommand();
Command rebuildCommand();
Command salvageCommand();
Command retentionCommand();
Command backupCommand();
Command eraseCommand();
Command restoreCommand();
Command compactCommand();

// Options that several commands share.
inline constexpr OptionSpec StoreOption{"store", "URL", "the store, such as sqlite:/path/callboard.db", "", true};
inline constexpr OptionSpec JsonOption{"json", "", "write one JSON document"};
inline constexpr OptionSpec TaskOption{"task", "ID", "only calls of this task; may be given several times"};
inline constexpr OptionSpec FromOption{"from", "TIME",
                                       "only calls hung up then or later, such as 2026-11-22T09:00+08:00"};
inline constexpr OptionSpec ToOption{"to", "TIME", "only calls hung up before then"};
inline constexpr OptionSpec RevealOption{"reveal", "", "show whole phone numbers; this is noted in the audit log"};

} // namespace callboard
