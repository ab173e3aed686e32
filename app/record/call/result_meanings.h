// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace callboard {

/// What a company decided a result code to mean, from some moment on.
struct ResultMeaning
{
    QString code; ///< `task_result` as text; may be one that the catalogue does not know
    qint64 since = 0; ///< epoch ms from which it holds; 0: for all of time
    OutcomeClass outcomeClass = OutcomeClass::Unanswered;
    ResultFlags flags{};
    QString zh{}, en{}; ///< empty: the catalogue's word

    friend bool operator==(const ResultMeaning &, const ResultMeaning &) = default;
};

/// The catalogue's meaning of a code; of one it does not know: unanswered, without flags or words.
ResultMeaning shippedMeaning(const QString &code);

/// The meanings that hold at one moment: the catalogue, and what was decided otherwise. A value; cheap to copy.
class ResultMeanings
{
public:
    /// Replaces what was said about the code before.
    void set(const ResultMeaning &meaning) { m_changed.insert(meaning.code, meaning); }
    ResultMeaning meaningOf(const QString &code) const;
    bool isChanged(const QString &code) const { return m_changed.contains(code); }

    /// Where a call belongs. A code that nobody gave a meaning, and a call without one, go by whether they were
    /// answered.
    OutcomeClass classOf(const QString &code, bool answered) const;
    ResultFlags flagsOf(const QString &code) const;
    /// The company's own word, else as resultWord().
    QString word(const QString &code, const QString &pushedDesc, bool chinese) const;
    /// Every code with the flag: the catalogue's in its order, then others in theirs.
    QStringList codesWith(ResultFlag flag) const;
    /// What success means where a task does not say otherwise.
    QStringList successCodes() const { return codesWith(ResultFlag::Success); }
    /// Codes outside of the catalogue that were given a meaning, sorted.
    QStringList addedCodes() const;

    friend bool operator==(const ResultMeanings &, const ResultMeanings &) = default;

private:
    QHash<QString, ResultMeaning> m_changed;
};

/// Every meaning ever decided, so that a report of the past can be made with the meanings of its time.
class MeaningHistory
{
public:
    MeaningHistory() = default;
    explicit MeaningHistory(QList<ResultMeaning> meanings); ///< in any order
    /// The meanings that hold at a moment: of each code the latest one that began before or at it.
    ResultMeanings at(qint64 timeMs) const;
    /// Of one code, oldest first.
    QList<ResultMeaning> of(const QString &code) const;
    const QList<ResultMeaning> &all() const { return m_meanings; } ///< by `since`, then code

    friend bool operator==(const MeaningHistory &, const MeaningHistory &) = default;

private:
    QList<ResultMeaning> m_meanings;
};

} // namespace callboard
