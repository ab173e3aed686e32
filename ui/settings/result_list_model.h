// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "text/format.h"
#include "ui/common/theme/theme.h"

#include <QAbstractTableModel>

namespace callboard {

/// One result code with what it means now.
struct ResultRow
{
    QString code;
    bool isKnown = true; ///< of the catalogue, or given a meaning; otherwise calls go by whether they were answered
    ResultMeaning meaning;
    bool isChanged = false; ///< not as shipped now
    int changes = 0; ///< meanings ever decided

    friend bool operator==(const ResultRow &, const ResultRow &) = default;
};

/// The rows of the catalogue, of codes that were given a meaning, and of codes that calls have brought.
QList<ResultRow> resultRows(const MeaningHistory &history, const QStringList &seen, qint64 nowMs);

/// "Answered person, success".
QString flagWords(ResultFlags flags);

/// All result codes. GUI thread; rows come from outside.
class ResultListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Word, Class, Person, Success, BadNumber, LineFault, Decided, ColumnCount };

    ResultListModel(const Format &format, const Theme &theme, QObject *parent = nullptr);

    void setRows(const QList<ResultRow> &rows);
    const ResultRow &at(int row) const { return m_rows.at(row); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ResultRow &row, int column) const;
    QString decidedText(const ResultRow &row) const;

    const Format &m_format;
    const Theme &m_theme;
    QList<ResultRow> m_rows;
};

/// The word that a meaning gives its code, in the language of the program.
QString meaningWord(const ResultMeaning &meaning, bool chinese);

} // namespace callboard
