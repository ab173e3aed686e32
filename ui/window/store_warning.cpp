// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/store_warning.h"

#include "store/database/store_problem_text.h"
#include "store/write/store_writer.h"
#include "ui/common/theme/bind_text.h"
#include "ui/session/preferences.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace callboard {

using namespace Qt::StringLiterals;

StoreWarning::StoreWarning(const Services &services, QWidget *parent)
    : WarningBar(u"storeWarning"_s, parent)
    , m_services(services)
    , m_openFolder(openFolderOnDesktop)
{
    connect(&services.writer, &StoreWriter::writableChanged, this,
            [this](bool, const StoreProblem &problem) { showProblem(problem); });
    connect(this, &WarningBar::actionRequested, this,
            [this] { m_openFolder(QFileInfo(m_services.preferences.store().localFile()).absolutePath()); });
    showProblem(services.writer.problem());
    onLanguageChange(this, [this] { showProblem(m_problem); });
}

void StoreWarning::showProblem(const StoreProblem &problem)
{
    m_problem = problem;
    const bool hasFolder = storeProblemRemedies(problem).testFlag(StoreRemedy::OpenFolder);
    setAction(hasFolder ? tr("Open the folder") : QString());
    setWarning(storeProblemText(problem));
}

void openFolderOnDesktop(const QString &folder)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

} // namespace callboard
