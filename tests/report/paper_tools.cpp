// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_tools.h"

#include "paper_samples.h"
#include "report/report_formats.h"

#include <QBuffer>
#include <QProcess>
#include <QTemporaryFile>

namespace callboard::test {

namespace {

constexpr int Patience = 110'000; // ms

}

QByteArray pdfOf(const QString &title, qint64 rows, const std::function<void(ReportWriter &)> &tables,
                 const ReportRequest &request)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ReportRequest pdf = request;
    pdf.format = u"pdf"_s;
    pdf.zone = QTimeZone("Asia/Shanghai");
    const auto writer = makeReportWriter(pdf, buffer);
    writer->begin(sampleHead(title, false, rows));
    tables(*writer);
    writer->finish();
    return buffer.data();
}

QString popplerSays(const QString &program, const QStringList &arguments, const QByteArray &pdf, bool toOutput)
{
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush())
        qFatal("no temporary file");
    QProcess process;
    process.start(program, arguments + QStringList{file.fileName()} + (toOutput ? QStringList{u"-"_s} : QStringList{}));
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s does not read the file: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList pagesOf(const QByteArray &pdf)
{
    QStringList pages = popplerSays(u"pdftotext"_s, {u"-layout"_s}, pdf).split(u'\f');
    pages.removeLast(); // every page ends with a form feed
    return pages;
}

QString textOf(const QByteArray &pdf)
{
    return popplerSays(u"pdftotext"_s, {u"-raw"_s}, pdf);
}

} // namespace callboard::test
