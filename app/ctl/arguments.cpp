// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/arguments.h"

#include "store/private_file.h"

#include <QDebug>
#include <QFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Only told, not closed to others: another program may have to read it.
void warnOfExposure(const QString &file)
{
    if (const QString exposure = exposureOf(file); !exposure.isEmpty())
        qWarning().noquote() << exposure;
}

} // namespace

qint64 Arguments::number(QLatin1StringView option, qint64 low, qint64 high) const
{
    bool ok = false;
    const qint64 value = text(option).toLongLong(&ok);
    if (!ok || value < low || value > high) {
        throw UsageError(
            u"--%1 takes a whole number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(text(option)));
    }
    return value;
}

double Arguments::decimal(QLatin1StringView option, double low, double high) const
{
    bool ok = false;
    const double value = text(option).toDouble(&ok);
    if (!ok || !(value >= low && value <= high))
        throw UsageError(
            u"--%1 takes a number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(text(option)));
    return value;
}

StoreUrl Arguments::store() const
{
    QString reason;
    const auto url = StoreUrl::parse(text("store"_L1), &reason);
    if (!url)
        throw UsageError(u"--store \"%1\": %2"_s.arg(text("store"_L1), reason));
    return *url;
}

qint64 Arguments::time(QLatin1StringView option, qint64 otherwise) const
{
    if (!has(option))
        return otherwise;
    const auto time = parseTime(text(option));
    if (!time) {
        throw UsageError(u"--%1 takes a time such as 2026-11-22T09:00+08:00, or a date, not \"%2\"."_s.arg(option).arg(
            text(option)));
    }
    return *time;
}

TimeRange Arguments::range() const
{
    const TimeRange all;
    return {time("from"_L1, all.from), time("to"_L1, all.to)};
}

QByteArray Arguments::secret(QLatin1StringView option) const
{
    if (!has(option))
        return {};
    QFile file(text(option));
    warnOfExposure(file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        throw CommandError(u"The file %1 can't be read: %2."_s.arg(file.fileName(), file.errorString()));
    const QByteArray secret = file.readLine().trimmed();
    if (secret.isEmpty())
        throw CommandError(u"The first line of %1 is empty; it should hold the token."_s.arg(file.fileName()));
    return secret;
}

QByteArrayList Arguments::secrets(QLatin1StringView option) const
{
    QByteArrayList secrets;
    const QStringList names = texts(option);
    for (const QString &name : names) {
        QFile file(name);
        warnOfExposure(name);
        if (!file.open(QIODevice::ReadOnly))
            throw CommandError(u"The file %1 can't be read: %2."_s.arg(name, file.errorString()));
        const qsizetype before = secrets.size();
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            if (!line.trimmed().isEmpty())
                secrets.append(line.trimmed());
        }
        if (secrets.size() == before)
            throw CommandError(u"%1 is empty; it should hold the token."_s.arg(name));
    }
    return secrets;
}

} // namespace callboard
