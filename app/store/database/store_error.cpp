// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_error.h"

#include "store/database/store_problem_text.h"

namespace callboard {

StoreError::StoreError(StoreProblem problem)
    : std::runtime_error(storeProblemLogText(problem).toStdString())
    , m_problem(std::move(problem))
{ }

QString StoreError::text() const
{
    return storeProblemLogText(m_problem);
}

QString StoreError::readerText() const
{
    return storeProblemText(m_problem);
}

} // namespace callboard
