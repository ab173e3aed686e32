// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk_model.h"
#include "push_load.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

/// What a case has promised up to some moment, and how it is looked for.
class Promises
{
public:
    explicit Promises(QString store)
        : m_store(std::move(store))
    { }
    void hold(const ConfirmedParts &parts) { m_confirmed = parts; }
    /// An output is as it was before, or as it is finished; after the mark "written NAME" only that.
    void replace(const QByteArray &name, const QByteArray &before, const QByteArray &finished)
    {
        m_outputs[name] = {before, finished};
    }

    /// A mark of the log: "PART UUID" of a confirmation, "begin FILE" before a copy is made, "done FILE" after it.
    void take(const QByteArray &mark);

    /// The store may be replaced by a copy that has these, and is then kept beside it.
    void mayBecome(const ConfirmedParts &copy) { m_replacement = copy; }

    /// Something more that has to be true of such a folder.
    void alsoCheck(std::function<QStringList(const QString &folder)> check) { m_alsoCheck = std::move(check); }

    /// What is wrong with a folder; empty: nothing.
    QStringList broken(const QString &folder) const;

private:
    QString m_store; ///< relative to the watched folder
    ConfirmedParts m_confirmed, m_atBegin, m_replacement;
    QMap<QByteArray, ConfirmedParts> m_copies; ///< finished, with what they have at least
    std::function<QStringList(const QString &)> m_alsoCheck;
    QByteArray m_erased; ///< a number that must be gone
    QMap<QByteArray, QByteArrayList> m_outputs; ///< what each may be
};

struct Cuts
{
    int tried = 0, lost = 0;
    QString firstLoss;
};

/// So many moments of a log of that length, in their order; the same ones every time.
QList<qsizetype> someMoments(qsizetype all, int count);

/// Cuts the power at these moments of that log, in all four ways by turns or in one.
Cuts cutPower(DiskModel disk, Promises promises, const QList<IoEntry> &log, const QList<qsizetype> &moments,
              std::optional<DiskModel::Unsynced> always = {});

/// Puts each confirmation before the sync that it waited for. Gives the moments between the two as well.
QList<IoEntry> confirmedTooEarly(QList<IoEntry> log, QList<qsizetype> &moments);
