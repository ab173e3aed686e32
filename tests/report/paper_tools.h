// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QIODevice>

#include <functional>

namespace callboard::test {

/// A PDF file made by the writer of that format.
QByteArray pdfOf(const QString &title, qint64 rows, const std::function<void(ReportWriter &)> &tables,
                 const ReportRequest &request = {});

/// What poppler reads: the text of each page, the columns kept apart with blanks.
QStringList pagesOf(const QByteArray &pdf);
/// The text in the order in which it was painted.
QString textOf(const QByteArray &pdf);
/// Output of one of poppler's programs with the file as last argument; "-" behind it where it writes to a file.
QString popplerSays(const QString &program, const QStringList &arguments, const QByteArray &pdf, bool toOutput = true);

/// A disk that is full after so many bytes.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_room -= size;
        if (m_room >= 0)
            return size;
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }

private:
    qint64 m_room;
};

} // namespace callboard::test
