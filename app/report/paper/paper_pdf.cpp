// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_print.h"
#include "report/paper/paper_report_writer.h"

#include <QFontDatabase>
#include <QHash>
#include <QPageSize>
#include <QPdfWriter>
#include <QRawFont>

#include <exception>

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

/// The characters that people write, for those that only share their glyph in the report's font.
QHash<char16_t, char16_t> usualCharacters()
{
    const QRawFont font = QRawFont::fromFont(paper::Meter(paper::Type::Body).font(), QFontDatabase::SimplifiedChinese);
    QString usual;
    for (char16_t c = 0x4E00; c <= 0x9FFF; ++c)
        usual += QChar(c);
    const QList<quint32> glyphs = font.glyphIndexesForString(usual);
    QHash<quint32, char16_t> byGlyph;
    for (qsizetype i = 0; i < glyphs.size(); ++i)
        byGlyph.insert(glyphs.at(i), usual.at(i).unicode());

    QHash<char16_t, char16_t> characters{{u'\t', u' '}, {u'\u2010', u'-'}, {u'\u2012', u'\u2013'}};
    for (char16_t radical = 0x2E80; radical <= 0x2FDF; ++radical) {
        const quint32 glyph = font.glyphIndexesForString(QString(QChar(radical))).value(0);
        if (glyph != 0 && byGlyph.contains(glyph))
            characters.insert(radical, byGlyph.value(glyph));
    }
    return characters;
}

QByteArray mendedMap(QByteArray map, const QHash<char16_t, char16_t> &usual)
{
    // Codes of characters stand as <2F00>; replacing one by another keeps the length, on which positions depend.
    qsizetype at = map.indexOf('[');
    while (at >= 0 && (at = map.indexOf('<', at)) >= 0 && at + 5 < map.size()) {
        bool isCode = false;
        const uint code = map.mid(at + 1, 4).toUInt(&isCode, 16);
        const auto found = usual.constFind(static_cast<char16_t>(code));
        if (isCode && map.at(at + 5) == '>' && found != usual.constEnd())
            map.replace(at + 1, 4, QByteArray::number(*found, 16).rightJustified(4, '0').toUpper());
        ++at;
    }
    return map;
}

qint64 PdfDevice::writeData(const char *data, qint64 size)
{
    if (!m_problem.isEmpty() || std::uncaught_exceptions() > 0)
        return size; // of no use: the disk is full, or it was cancelled and QPdfWriter still ends its file
    const bool isMap = QByteArrayView(data, size).startsWith("/CIDInit /ProcSet");
    const QByteArray mended = isMap ? mendedMap(QByteArray(data, size), usualCharacters()) : QByteArray();
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
        paint(device);
        device.check();
    }

private:
    void paint(PdfDevice &device)
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

    QIODevice &m_device;
};

} // namespace

std::unique_ptr<ReportWriter> makePdfWriter(const ReportRequest &request, QIODevice &device,
                                            const ReportCancelled &cancelled)
{
    return std::make_unique<PdfReportWriter>(request, device, cancelled);
}

} // namespace callboard
