// SPDX-License-Identifier: GPL-3.0-or-later
#include "power_cuts.h"

#include "store_check.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace callboard;
using namespace Qt::StringLiterals;
using Unsynced = DiskModel::Unsynced;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void Promises::take(const QByteArray &mark)
{
    const qsizetype space = mark.indexOf(' ');
    const QByteArray word = mark.left(space);
    const QByteArray rest = mark.mid(space + 1);
    if (word == "begin")
        m_atBegin = m_confirmed;
    else if (word == "done")
        m_copies.insert(rest, m_atBegin);
    else if (word == "erased")
        m_erased = rest;
    else if (word == "written")
        m_outputs[rest] = {m_outputs[rest].constLast()};
    else
        m_confirmed[rest] |= word.toInt();
}

QStringList Promises::broken(const QString &folder) const
{
    const QString store = folder + u'/' + m_store;
    QStringList faults = m_replacement.isEmpty() ? brokenPromises(store, m_confirmed)
                                                 : faultsOfRestored(store, m_replacement, m_confirmed);
    for (auto copy = m_copies.cbegin(); copy != m_copies.cend(); ++copy)
        faults += faultsOfCopy(folder + u'/' + QString::fromUtf8(copy.key()), copy.value());
    const QByteArray left = m_erased.isEmpty() ? QByteArray() : contentOf(store) + contentOf(store + u"-wal"_s);
    if (!m_erased.isEmpty() && left.contains(m_erased))
        faults.append(u"The number that was erased is still in the file."_s);
    for (auto output = m_outputs.cbegin(); output != m_outputs.cend(); ++output) {
        if (!output.value().contains(contentOf(folder + u'/' + QString::fromUtf8(output.key()))))
            faults.append(u"%1 is neither the old nor the new file."_s.arg(QString::fromUtf8(output.key())));
    }
    if (m_alsoCheck)
        faults += m_alsoCheck(folder);
    return faults;
}

QList<qsizetype> someMoments(qsizetype all, int count)
{
    QList<qsizetype> moments;
    QRandomGenerator random(static_cast<quint32>(count));
    for (int i = 0; i < count; ++i)
        moments.append(random.bounded(static_cast<int>(all) + 1));
    std::sort(moments.begin(), moments.end());
    return moments;
}

Cuts cutPower(DiskModel disk, Promises promises, const QList<IoEntry> &log, const QList<qsizetype> &moments,
              std::optional<Unsynced> always)
{
    Cuts cuts;
    QRandomGenerator random(20261129);
    qsizetype next = 0;
    for (const qsizetype moment : moments) {
        for (; next < moment; ++next) {
            if (!disk.apply(log[next]))
                qFatal("Not modelled: %s", log[next].first.constData());
            if (log[next].op == io::Op::Mark)
                promises.take(log[next].first);
        }
        const auto unsynced = always.value_or(static_cast<Unsynced>(cuts.tried % 4));
        cuts.tried += 1;
        const QTemporaryDir image;
        if (!disk.writeImage(image.path(), unsynced, random))
            qFatal("An image can't be written to %s.", qPrintable(image.path()));
        const QStringList faults = promises.broken(image.path());
        if (faults.isEmpty())
            continue;
        if (cuts.lost++ == 0)
            cuts.firstLoss = u"moment %1 of %2, unsynced %3: %4"_s.arg(moment)
                                 .arg(log.size())
                                 .arg(int(unsynced))
                                 .arg(faults.mid(0, 3).join(u' '));
    }
    return cuts;
}

QList<IoEntry> confirmedTooEarly(QList<IoEntry> log, QList<qsizetype> &moments)
{
    qsizetype sync = -1;
    for (qsizetype i = 0; i < log.size(); ++i) {
        if (log[i].op == io::Op::SyncFile) {
            sync = i;
        } else if (log[i].op == io::Op::Mark && sync >= 0) {
            log.move(i, sync++);
            moments.append(sync);
        }
    }
    return log;
}
