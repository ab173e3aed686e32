// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper_print.h"
#include "report/paper_report_writer.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What QPdfWriter writes to. It does not say when a disk is full: this remembers it.
///
/// It also mends the tables by which readers turn glyphs back into characters. Chinese fonts have one glyph for several
/// characters (一 is also the radical ⼀), and Qt takes the one with the lowest number: searching and copying would
/// fail.
class PdfDevice : public QIODevice
{
public:
    explicit PdfDevice(QIODevice &target)
        : m_target(target)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    void check() const
    {
        if (!m_problem.isEmpty())
            throw ReportError(m_problem);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    QIODevice &m_target;
    QString m_problem;
};

/// The character that people write, for one that only shares its glyph.
char16_t usualCharacter(char16_t c)
{
    const bool isRadical = c >= 0x2E80 && c <= 0x2FDF;
    if (isRadical) {
        const QString same = QString(QChar(c)).normalized(QString::NormalizationForm_KC);
        return same.size() == 1 ? same.front().unicode() : c;
    }
    switch (c) {
    case u'\t':
        return u' ';
    case 0x2010: // hyphen
        return u'-';
    case 0x2012: // figure dash
        return u'–';
    default:
        return c;
    }
}

QByteArray mendedMap(QByteArray map)
{
    // Codes of characters stand as <2F00>; replacing one by another keeps the length, on which positions depend.
    const qsizetype from = map.indexOf('[');
    for (qsizetype at = map.indexOf('<', from); from >= 0 && at >= 0 && at + 5 < map.size();
         at = map.indexOf('<', at + 1)) {
        bool isCode = false;
        const uint code = map.mid(at + 1, 4).toUInt(&isCode, 16);
        if (!isCode || map.at(at + 5) != '>')
            continue;
        const char16_t usual = usualCharacter(static_cast<char16_t>(code));
        map.replace(at + 1, 4, QByteArray::number(usual, 16).rightJustified(4, '0').toUpper());
    }
    return map;
}

qint64 PdfDevice::writeData(const char *data, qint64 size)
{
    if (!m_problem.isEmpty())
        return size; // the rest is of no use
    const bool isMap = QByteArrayView(data, size).startsWith("/CIDInit /ProcSet");
    const QByteArray mended = isMap ? mendedMap(QByteArray(data, size)) : QByteArray();
    if (m_target.write(isMap ? mended.constData() : data, size) != size)
        m_problem = m_target.errorString();
    return size;
}

/// Writes the document when all is collected.
class PdfReportWriter : public PaperReportWriter
{
public:
    PdfReportWriter(const ReportRequest &request, QIODevice &device, const ReportCancelled &cancelled)
        : PaperReportWriter(request, cancelled)
        , m_device(device)
    { }

    void finish() override
    {
        PaperReportWriter::finish();
        PdfDevice device(m_device);
        {
            QPdfWriter pdf(&device);
            pdf.setResolution(static_cast<int>(paper::DotsPerInch));
            pdf.setPageSize(QPageSize(QPageSize::A4));
            pdf.setPageMargins(QMarginsF());
            pdf.setTitle(document()->head.title);
            pdf.setCreator(u"Callboard %1"_s.arg(QStringLiteral(CALLBOARD_VERSION)));
            PrintOptions options;
            options.mayTurn = true;
            options.afterPage = [&device] { device.check(); };
            paintReport(*document(), pdf, options, cancelled());
        }
        device.check();
    }

private:
    QIODevice &m_device;
};

} // namespace

std::unique_ptr<ReportWriter> makePdfWriter(const ReportRequest &request, QIODevice &device,
                                            const ReportCancelled &cancelled)
{
    return std::make_unique<PdfReportWriter>(request, device, cancelled);
}

} // namespace callboard
