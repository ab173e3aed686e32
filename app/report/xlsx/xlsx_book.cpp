// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_book.h"

#include "files/output_target.h"
#include "report/xlsx/xlsx_check.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <future>

#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds AskEvery{20};
constexpr qint64 CopyBytes = 256 * 1024;

ReportError diskError()
{
    return {"XlsxWriter", QT_TRANSLATE_NOOP("XlsxWriter", "the disk did not take it (is it full?)")};
}

/// Beside the finished file, where there is room for it or nowhere; a device has nothing beside it.
QString folderFor(const QString &output)
{
    const OutputTarget target = outputTarget(output);
    return target.kind == OutputTarget::Kind::File ? QFileInfo(target.path).path() : QDir::tempPath();
}

void copy(QFile &from, QIODevice &to, const ReportCancelled &cancelled)
{
    while (!from.atEnd()) {
        if (cancelled && cancelled())
            throw ReportCancelledError();
        const QByteArray part = from.read(CopyBytes);
        if (part.isEmpty())
            throw ReportError(from.errorString());
        if (to.write(part) != part.size())
            throw ReportError(to.errorString());
    }
}

} // namespace

XlsxBook::XlsxBook(const QString &target)
    : m_folder(folderFor(target), u".callboard-workbook-"_s)
{
    m_folderName = QFile::encodeName(m_folder.path());
    m_fileName = QFile::encodeName(m_folder.filePath(u"book.xlsx"_s));
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folderName.data();
    m_book = workbook_new_opt(m_fileName.constData(), &options);
    if (!m_book)
        throw diskError();
    addFormats();
}

XlsxBook::~XlsxBook()
{
    freeBook();
}

void XlsxBook::freeBook()
{
    if (!m_book)
        return;
    for (lxw_worksheet *sheet : m_sheets) // libxlsxwriter closes them only when the workbook is packed
        (void)fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(m_book);
    m_book = nullptr;
}

void XlsxBook::addFormats()
{
    static constexpr std::array<const char *, 6> numbers{"General", "0",         "0.00",
                                                         "0.0%",    "[h]:mm:ss", "yyyy\\-mm\\-dd hh:mm:ss"};
    for (size_t bold = 0; bold < m_formats.size(); ++bold) {
        for (size_t kind = 0; kind < numbers.size(); ++kind) {
            lxw_format *format = workbook_add_format(m_book);
            format_set_num_format(format, numbers[kind]);
            if (bold != 0) {
                format_set_bold(format);
                format_set_top(format, LXW_BORDER_THIN);
            }
            m_formats[bold][kind] = format;
        }
    }
    m_header = workbook_add_format(m_book);
    format_set_bold(m_header);
    format_set_bottom(m_header, LXW_BORDER_THIN);
    format_set_bg_color(m_header, 0xE8ECF1);
}

lxw_worksheet *XlsxBook::addSheet(const QString &wanted)
{
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, m_names.make(wanted).constData());
    if (!sheet || !sheet->optimize_tmpfile)
        throw diskError();
    m_sheets.push_back(sheet);
    return sheet;
}

void XlsxBook::check() const
{
    for (lxw_worksheet *sheet : m_sheets) {
        if (ferror(sheet->optimize_tmpfile) != 0)
            throw diskError();
    }
}

/// How long each sheet's rows are: what must at least come out of the packed file.
QList<qint64> XlsxBook::rowBytes()
{
    QList<qint64> bytes;
    for (lxw_worksheet *sheet : m_sheets) {
        lxw_worksheet_write_single_row(sheet); // the last one still waits
        if (fflush(sheet->optimize_tmpfile) != 0)
            throw diskError();
        bytes.append(ftello(sheet->optimize_tmpfile));
    }
    check();
    return bytes;
}

/// The workbook is packed by a second thread, because nothing can stop libxlsxwriter there but an end of its input.
void XlsxBook::pack(const ReportCancelled &cancelled)
{
    auto packed = std::async(std::launch::async, [this] { return workbook_close(m_book); });
    bool stopped = false;
    while (packed.wait_for(AskEvery) != std::future_status::ready) {
        stopped = stopped || (cancelled && cancelled());
        if (stopped)
            emptyFiles();
    }
    m_book = nullptr; // freed, whatever came of it
    if (stopped)
        throw ReportCancelledError();
    if (packed.get() != LXW_NO_ERROR)
        throw diskError();
}

/// Empties the files of this workbook that are open: their names are gone already, so they are found by what this
/// process has open.
void XlsxBook::emptyFiles() const
{
    const QStringList open = QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System | QDir::Hidden);
    for (const QString &number : open) {
        const QByteArray link = "/proc/self/fd/" + number.toLatin1();
        QByteArray name(4096, '\0');
        const ssize_t length = readlink(link.constData(), name.data(), size_t(name.size()));
        if (length > 0 && name.left(length).startsWith(m_folderName + '/') && truncate(link.constData(), 0) != 0)
            continue; // it was closed meanwhile
    }
}

void XlsxBook::closeInto(QIODevice &device, const ReportCancelled &cancelled)
{
    constexpr qint64 LargestPart = 3'900'000'000; // older programs do not read the format for larger ones
    const QList<qint64> bytes = rowBytes();
    m_book->options.use_zip64 = *std::max_element(bytes.begin(), bytes.end()) > LargestPart ? LXW_TRUE : LXW_FALSE;
    pack(cancelled);
    QFile file(m_folder.filePath(u"book.xlsx"_s));
    if (!file.open(QIODevice::ReadOnly))
        throw ReportError(file.errorString());
    checkXlsx(file, bytes, cancelled);
    file.seek(0);
    copy(file, device, cancelled);
}

} // namespace callboard
