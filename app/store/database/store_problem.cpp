// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_problem.h"

#include "store/database/store_problem_rows.h"

#include <algorithm>
#include <cerrno>

namespace callboard {

SystemError SystemError::last()
{
    return {errno};
}

StoreArgument::StoreArgument(const StoreProblem &problem)
    : m_value(std::make_shared<const StoreProblem>(problem))
{ }

StoreArgument::StoreArgument(StoreErrorCode code)
    : StoreArgument(StoreProblem{code, {}})
{ }

StoreErrorKind StoreProblem::kind() const
{
    return problemRow(code).kind;
}

const StoreProblemRow &problemRow(StoreErrorCode code)
{
    static constexpr StoreProblemRow Nothing{
        StoreErrorCode::None, "none", StoreErrorKind::Other, nullptr, nullptr, nullptr, {}};
    for (const auto &rows : {openingProblemRows(), statementProblemRows(), upkeepProblemRows(), problemPartRows()}) {
        const auto found = std::find_if(rows.begin(), rows.end(), [code](const auto &row) { return row.code == code; });
        if (found != rows.end())
            return *found;
    }
    return Nothing;
}

} // namespace callboard
