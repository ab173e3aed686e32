// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/audit_table_model.h"

#include "record/call/masking.h"
#include "store/erase/erasure_job.h"
#include "store/erase/erasure_upkeep.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/logs/erase_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Heads[AuditTableModel::ColumnCount] = {QT_TRANSLATE_NOOP("AuditTable", "When"),
                                                             QT_TRANSLATE_NOOP("AuditTable", "What"),
                                                             QT_TRANSLATE_NOOP("AuditTable", "Detail")};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AuditTable)
};

/// What went because of its age; see Retention::note().
QString removedText(const QString &detail)
{
    const QJsonObject gone = QJsonDocument::fromJson(detail.toUtf8()).object();
    const QDateTime before = QDateTime::fromString(gone.value("before"_L1).toString(), Qt::ISODate).toLocalTime();
    if (!before.isValid())
        return detail;
    const QString messages = Texts::tr("%1 raw messages and %2 refused ones that arrived before %3")
                                 .arg(gone.value("messages"_L1).toInteger())
                                 .arg(gone.value("refused"_L1).toInteger())
                                 .arg(before.toString(u"yyyy-MM-dd HH:mm"_s));
    const QDateTime calls = QDateTime::fromString(gone.value("calls_before"_L1).toString(), Qt::ISODate).toLocalTime();
    if (!calls.isValid())
        return messages;
    return Texts::tr("%1; %2 calls before %3, whose counts stay")
        .arg(messages)
        .arg(gone.value("calls"_L1).toInteger())
        .arg(calls.toString(u"yyyy-MM-dd HH:mm"_s));
}

/// What was erased of a number; see ErasureTable::finish(). Earlier programs wrote a sentence.
QString erasureText(const QString &detail, const Format &format)
{
    const QJsonObject json = QJsonDocument::fromJson(detail.toUtf8()).object();
    if (json.isEmpty())
        return maskId(detail);
    EraseCounts counts;
    const QJsonObject erased = json.value("erased"_L1).toObject();
    for (auto it = erased.begin(); it != erased.end(); ++it)
        counts.erased.insert(it.key(), it.value().toInteger());
    counts.hidden = json.value("hidden"_L1).toInteger();
    QStringList parts = erasedLines(counts, format);
    if (counts.hidden > 0)
        parts.append(hiddenLine(counts, json.value("until"_L1).toInteger(), format));
    if (const qint64 before = json.value("had_been_hidden"_L1).toInteger(); before > 0)
        parts.append(Texts::tr("Messages that had been hidden: %1").arg(format.count(before)));
    if (parts.isEmpty())
        parts.append(Texts::tr("nothing found"));
    return Texts::tr("%1, asked for by %2. %3")
        .arg(json.value("number"_L1).toString(), maskId(json.value("by"_L1).toString()), parts.join(u"; "_s));
}

} // namespace

/// What the window notes is the same for all readers; it is written in each reader's language.
QString auditDetailText(const AuditEntry &entry, const Format &format)
{
    if (entry.action == "reveal"_L1)
        return Texts::tr("numbers shown in the window");
    if (entry.action == "refused removed"_L1)
        return Texts::tr("the oldest %1, because too many came").arg(entry.detail);
    if (entry.action == "retention"_L1)
        return removedText(entry.detail);
    if (entry.action == "number hidden"_L1 || entry.action == "number erased"_L1)
        return erasureText(entry.detail, format);
    return maskId(entry.detail);
}

QString auditActionText(const QString &action)
{
    if (action == "reveal"_L1)
        return Texts::tr("Numbers revealed");
    if (action == "export unmasked"_L1)
        return Texts::tr("Export with full numbers");
    if (action == "settings"_L1)
        return Texts::tr("Privacy settings changed");
    if (action == "refused removed"_L1)
        return Texts::tr("Refused messages removed");
    if (action == "number hidden"_L1)
        return Texts::tr("Number hidden, to be erased");
    if (action == "number erased"_L1)
        return Texts::tr("Number erased");
    if (action == "retention"_L1)
        return Texts::tr("Removed because of their age");
    return action;
}

AuditTableModel::AuditTableModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{ }

void AuditTableModel::putNewest(const QList<AuditEntry> &page)
{
    const bool isSame = !m_entries.isEmpty() && !page.isEmpty() && page.constFirst() == m_entries.constFirst();
    if (isSame || (page.isEmpty() && m_entries.isEmpty()))
        return;
    beginResetModel();
    m_entries = page;
    m_complete = page.size() < PageRows;
    m_asked = false;
    endResetModel();
}

void AuditTableModel::append(const QList<AuditEntry> &page)
{
    m_asked = false;
    m_complete = page.size() < PageRows;
    if (page.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_entries += page;
    endInsertRows();
}

void AuditTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AuditTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::ToolTipRole)
        return tipText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const AuditEntry &entry = m_entries.at(index.row());
    if (index.column() == When)
        return m_format.dateTime(entry.at);
    return index.column() == What ? auditActionText(entry.action) : auditDetailText(entry, m_format);
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? Texts::tr(Heads[section]) : QVariant();
}

bool AuditTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_asked;
}

void AuditTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreRequested();
}

} // namespace callboard
