// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/report_file_name.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Most file systems take 255 bytes; the ending, a metadata file beside it and a temporary name need some of them.
constexpr qsizetype MostBytes = 180;

QString dayText(qint64 moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment, zone).date().toString(Qt::ISODate);
}

QString endingOf(const QString &format)
{
    return format.startsWith("csv"_L1) ? u"csv"_s : format;
}

QString valueOf(QStringView word, const ReportSchedule &schedule, const ReportRun &run, const FileNameWords &words,
                const QTimeZone &zone)
{
    if (word == "{name}"_L1)
        return schedule.name;
    if (word == "{report}"_L1)
        return words.report.isEmpty() ? schedule.report : words.report;
    if (word == "{campaign}"_L1)
        return words.campaign.isEmpty() ? u"all"_s : words.campaign;
    if (word == "{date}"_L1)
        return dayText(run.dueAt, zone);
    if (word == "{time}"_L1)
        return QDateTime::fromMSecsSinceEpoch(run.dueAt, zone).toString(u"HHmm"_s);
    if (word == "{from}"_L1)
        return dayText(run.range.from, zone);
    if (word == "{to}"_L1)
        return dayText(std::max(run.range.from, run.range.to - 1), zone);
    return word.toString();
}

QString shortened(QString text, qsizetype mostBytes)
{
    while (text.toUtf8().size() > mostBytes)
        text.chop(text.back().isLowSurrogate() ? 2 : 1);
    return text;
}

/// What a person or a campaign named may be long; days and times are what tells one run's file from another's.
bool mayBeLong(QStringView word)
{
    return word == "{name}"_L1 || word == "{report}"_L1 || word == "{campaign}"_L1;
}

/// Each word is taken once: what stands in a name is never read as a word. Long values are cut to so many bytes.
QString filled(const ReportSchedule &schedule, const ReportRun &run, const FileNameWords &words, const QTimeZone &zone,
               qsizetype mostOfValue)
{
    static const QRegularExpression word(u"\\{[a-z]+\\}"_s);
    QString text;
    qsizetype done = 0;
    auto matches = word.globalMatch(schedule.fileName);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        text += QStringView(schedule.fileName).mid(done, match.capturedStart() - done);
        const QString value = valueOf(match.capturedView(), schedule, run, words, zone);
        text += mayBeLong(match.capturedView()) ? shortened(value, mostOfValue).trimmed() : value;
        done = match.capturedEnd();
    }
    text += QStringView(schedule.fileName).mid(done);
    return text;
}

/// A few letters that follow from a text, and differ for other texts.
QString markOf(const QString &text)
{
    constexpr qsizetype Letters = 6;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u'~' + QString::fromLatin1(hash.first(Letters));
}

/// The name without its ending. Where it would be too long, its long values are cut, and a mark tells it from others
/// that begin alike.
QString stemOf(const ReportSchedule &schedule, const ReportRun &run, const FileNameWords &words, const QTimeZone &zone)
{
    const QString whole = filled(schedule, run, words, zone, std::numeric_limits<qsizetype>::max());
    if (whole.toUtf8().size() <= MostBytes)
        return whole;
    const QString mark = markOf(whole);
    const qsizetype most = MostBytes - mark.size();
    for (const qsizetype mostOfValue : {90, 60, 40, 20}) {
        const QString cut = filled(schedule, run, words, zone, mostOfValue);
        if (cut.toUtf8().size() <= most)
            return cut + mark;
    }
    return shortened(filled(schedule, run, words, zone, 20), most) + mark;
}

/// Names that Windows keeps for devices, whatever their ending.
bool isDeviceName(const QString &text)
{
    static const QRegularExpression device(u"^(con|prn|aux|nul|(com|lpt)[0-9¹²³])\\s*(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return device.match(text).hasMatch();
}

} // namespace

QStringList fileNameWords()
{
    return {u"{name}"_s, u"{report}"_s, u"{campaign}"_s, u"{from}"_s, u"{to}"_s, u"{date}"_s, u"{time}"_s};
}

QString harmlessFileName(const QString &text)
{
    static const QRegularExpression reserved(u"[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]+"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression ends(u"^[\\s.]+|[\\s.]+$"_s, QRegularExpression::UseUnicodePropertiesOption);
    // By way of UTF-8, so that half a surrogate pair becomes a character that can be written.
    QString name = QString::fromUtf8(text.toUtf8());
    name.replace(reserved, u"_"_s);
    name.remove(ends);
    name = shortened(name, MostBytes);
    name.remove(ends);
    if (name.isEmpty())
        return u"report"_s;
    return isDeviceName(name) ? u'_' + name : name;
}

QString reportFileName(const ReportSchedule &schedule, const ReportRun &run, const FileNameWords &words,
                       const QTimeZone &zone)
{
    const QString ending = u'.' + endingOf(schedule.format);
    QString name = stemOf(schedule, run, words, zone);
    if (name.endsWith(ending, Qt::CaseInsensitive))
        name.chop(ending.size());
    return harmlessFileName(name) + ending;
}

QString otherFileName(const QString &fileName, const ReportRun &run, const QTimeZone &zone)
{
    const QString due = QDateTime::fromMSecsSinceEpoch(run.dueAt, zone).toString(u"yyyy-MM-dd HHmm"_s);
    const QString added = u' ' + due + markOf(u"%1 %2"_s.arg(run.scheduleId).arg(run.dueAt));
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return shortened(fileName.first(dot), MostBytes - added.size()).trimmed() + added + fileName.sliced(dot);
}

} // namespace callboard
