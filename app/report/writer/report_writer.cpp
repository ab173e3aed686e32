// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/writer/report_writer.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

QString ReportError::text() const
{
    if (!m_source)
        return m_first;
    const QString text = QCoreApplication::translate(m_context, m_source);
    if (text.contains("%2"_L1))
        return text.arg(m_first, m_second);
    return text.contains("%1"_L1) ? text.arg(m_first) : text;
}

} // namespace callboard
