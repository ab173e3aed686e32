// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/result_list_model.h"

#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>
#include <QPixmap>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchSize = 3 * Theme::Unit;

constexpr const char *Heads[ResultListModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("ResultList", "Code"),       QT_TRANSLATE_NOOP("ResultList", "Word"),
    QT_TRANSLATE_NOOP("ResultList", "Class"),      QT_TRANSLATE_NOOP("ResultList", "Person"),
    QT_TRANSLATE_NOOP("ResultList", "Success"),    QT_TRANSLATE_NOOP("ResultList", "Bad number"),
    QT_TRANSLATE_NOOP("ResultList", "Line fault"), QT_TRANSLATE_NOOP("ResultList", "Decided")};

struct FlagName
{
    ResultFlag flag;
    const char *name;
};
constexpr FlagName Flags[] = {{ResultFlag::AnsweredPerson, QT_TRANSLATE_NOOP("ResultList", "a person answered")},
                              {ResultFlag::Success, QT_TRANSLATE_NOOP("ResultList", "success")},
                              {ResultFlag::BadNumber, QT_TRANSLATE_NOOP("ResultList", "bad number")},
                              {ResultFlag::LineFault, QT_TRANSLATE_NOOP("ResultList", "line fault")}};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ResultList)
};

QString markOf(const ResultRow &row, ResultFlag flag)
{
    return row.meaning.flags.testFlag(flag) ? u"✓"_s : QString();
}

bool isMark(int column)
{
    return column >= ResultListModel::Person && column <= ResultListModel::LineFault;
}

} // namespace

QString flagWords(ResultFlags flags)
{
    QStringList names;
    for (const FlagName &flag : Flags) {
        if (flags.testFlag(flag.flag))
            names.append(Texts::tr(flag.name));
    }
    return names.isEmpty() ? u"–"_s : names.join(u", "_s);
}

QString meaningWord(const ResultMeaning &meaning, bool chinese)
{
    const QString own = chinese ? meaning.zh : meaning.en;
    return own.isEmpty() ? resultWord(meaning.code, {}, chinese) : own;
}

QList<ResultRow> resultRows(const MeaningHistory &history, const QStringList &seen, qint64 nowMs)
{
    const ResultMeanings now = history.at(nowMs);
    QStringList codes = catalogueCodes();
    QStringList others = seen;
    for (const ResultMeaning &meaning : history.all())
        others.append(meaning.code);
    others.sort();
    for (const QString &code : std::as_const(others)) {
        if (!code.isEmpty() && !codes.contains(code))
            codes.append(code);
    }
    QList<ResultRow> rows;
    for (const QString &code : std::as_const(codes)) {
        const bool isKnown = findResultCode(code) != nullptr || now.isChanged(code);
        rows.append(
            {code, isKnown, now.meaningOf(code), now.isChanged(code), static_cast<int>(history.of(code).size())});
    }
    return rows;
}

ResultListModel::ResultListModel(const Format &format, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
    , m_theme(theme)
{ }

void ResultListModel::setRows(const QList<ResultRow> &rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ResultListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ResultListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResultListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ResultListModel::decidedText(const ResultRow &row) const
{
    if (!row.isChanged)
        return row.isKnown ? Texts::tr("as shipped") : Texts::tr("unknown code");
    return row.meaning.since == 0 ? Texts::tr("for all of time")
                                  : Texts::tr("since %1").arg(m_format.dateTime(row.meaning.since));
}

QString ResultListModel::text(const ResultRow &row, int column) const
{
    switch (column) {
    case Code:
        return row.code;
    case Word:
        return meaningWord(row.meaning, m_format.isChinese());
    case Class:
        return row.isKnown ? outcomeClassWord(row.meaning.outcomeClass) : Texts::tr("by whether it was answered");
    case Person:
        return markOf(row, ResultFlag::AnsweredPerson);
    case Success:
        return markOf(row, ResultFlag::Success);
    case BadNumber:
        return markOf(row, ResultFlag::BadNumber);
    case LineFault:
        return markOf(row, ResultFlag::LineFault);
    default:
        return decidedText(row);
    }
}

QVariant ResultListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ResultRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tipText(isMark(index.column()) ? flagWords(row.meaning.flags) : text(row, index.column()));
    case Qt::AccessibleTextRole:
        return isMark(index.column()) ? u"%1: %2"_s.arg(Texts::tr(Heads[index.column()]), text(row, index.column()))
                                      : text(row, index.column());
    case Qt::TextAlignmentRole:
        if (isMark(index.column()))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        return QVariant::fromValue((index.column() == Code ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (index.column() == Class && row.isKnown) {
            QPixmap swatch(SwatchSize, SwatchSize);
            swatch.fill(m_theme.outcome(row.meaning.outcomeClass));
            return swatch;
        }
        return {};
    case Qt::FontRole:
        return m_theme.font(TypeStep::Body, row.isChanged);
    default:
        return {};
    }
}

QVariant ResultListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return isMark(section)
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignCenter))
            : QVariant::fromValue((section == Code ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? Texts::tr(Heads[section]) : QVariant();
}

} // namespace callboard
