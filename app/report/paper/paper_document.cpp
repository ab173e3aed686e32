// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_document.h"

#include <QCoreApplication>
#include <QDir>

namespace callboard {

PaperSpool::PaperSpool()
{
    m_file.open(); // a failure is said with the first row
    m_stream.setDevice(&m_file);
}

void PaperSpool::append(const PaperRow &row)
{
    m_stream << row.isTotal << row.cells;
    if (m_stream.status() != QDataStream::Ok)
        endWriting();
}

void PaperSpool::endWriting()
{
    if (m_file.flush() && m_stream.status() == QDataStream::Ok)
        return;
    throw ReportError("Paper", QT_TRANSLATE_NOOP("Paper", "the temporary folder %1 does not take the rows: %2"),
                      QDir::tempPath(), m_file.errorString());
}

void PaperSpool::seek(qint64 position)
{
    m_file.seek(position);
    m_stream.resetStatus();
}

PaperRow PaperSpool::read()
{
    PaperRow row;
    m_stream >> row.isTotal >> row.cells;
    if (m_stream.status() != QDataStream::Ok)
        throw ReportError("Paper",
                          QT_TRANSLATE_NOOP("Paper", "the rows in the temporary folder can't be read again: %1"),
                          m_file.errorString());
    return row;
}

} // namespace callboard
