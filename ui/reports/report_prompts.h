// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace callboard {

struct PaperDocument;

/// What the page of reports asks and opens through other windows and programs; a test answers itself. Answers come
/// later, through the function handed over: no nested event loop.
struct ReportPrompts
{
    std::function<void(QWidget *parent, const QString &question, std::function<void(bool)>)> confirm;
    /// A file or a folder, with the desktop's program for it.
    std::function<void(const QString &path)> open;
    /// Shows the pages, from which they can be printed.
    std::function<void(QWidget *parent, const std::shared_ptr<PaperDocument> &document)> print;

    static ReportPrompts withDialogs();
};

} // namespace callboard
