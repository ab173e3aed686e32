// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "report/xlsx/xlsx_text.h"
#include "store/database/private_folder.h"

#include <xlsxwriter.h>

#include <array>
#include <vector>

class QIODevice;

namespace callboard {

/// A workbook in the making: its rows go to files in a folder of its own, which only this user can read and which goes
/// when the object goes. One thread, which closeInto() keeps waiting while a second one packs. Functions that write
/// throw ReportError.
class XlsxBook
{
public:
    /// The folder is made beside `target`, where there must be room anyway.
    explicit XlsxBook(const QString &target);
    ~XlsxBook();
    Q_DISABLE_COPY_MOVE(XlsxBook)

    lxw_workbook *book() { return m_book; }
    /// A new sheet of that name, or one like it.
    lxw_worksheet *addSheet(const QString &wanted);
    /// The format of such cells, bold for totals; one for headers.
    lxw_format *format(ColumnKind kind, bool bold) const { return m_formats[bold ? 1 : 0][size_t(kind)]; }
    lxw_format *headerFormat() const { return m_header; }
    /// Throws when the disk did not take the rows so far: libxlsxwriter does not say it.
    void check() const;
    /// Packs the workbook and hands it to the device. Asks `cancelled` every few milliseconds and then throws
    /// ReportCancelledError. Nothing can be written afterwards.
    void closeInto(QIODevice &device, const ReportCancelled &cancelled);

private:
    void addFormats();
    QList<qint64> rowBytes();
    void pack(const ReportCancelled &cancelled);
    void emptyFiles() const;
    void freeBook();

    PrivateFolder m_folder;
    QByteArray m_folderName, m_fileName; ///< libxlsxwriter keeps pointers to them
    lxw_workbook *m_book = nullptr;
    std::vector<lxw_worksheet *> m_sheets;
    SheetNames m_names;
    std::array<std::array<lxw_format *, 6>, 2> m_formats{};
    lxw_format *m_header = nullptr;
};

} // namespace callboard
