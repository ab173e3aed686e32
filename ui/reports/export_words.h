// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

class ExportQueue;
class Format;
struct Export;

/// How an export goes, as one sentence: rows so far, rate and remaining time, or how it ended.
QString exportSentence(const Export &given, const Format &format);
/// The whole queue in a few words for the status line; empty while nothing runs.
QString queueSentence(const ExportQueue &queue, const Format &format);
/// 0 … 1; below 0 while the number of rows is not known.
double exportShare(const Export &given);

} // namespace callboard
