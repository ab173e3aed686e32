// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/store_place_warning.h"

#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/database/store_problem_text.h"
#include "ui/common/theme/bind_text.h"

namespace callboard {

using namespace Qt::StringLiterals;

StorePlaceWarning::StorePlaceWarning(const Services &services, QWidget *parent)
    : WarningBar(u"storePlaceWarning"_s, parent)
{
    onLanguageChange(this, [this] { setProblem(m_problem); });
    m_look = services.readers.ask<StoreProblem>(
        this, [](Connection &connection) { return StoreBackend::of(connection.url())->placeProblem(); },
        [this](const StoreProblem &problem) { setProblem(problem); });
}

void StorePlaceWarning::setProblem(const StoreProblem &problem)
{
    m_problem = problem;
    setWarning(storeProblemText(problem));
}

} // namespace callboard
