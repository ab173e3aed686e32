// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/store_rescue.h"

#include "store/database/store_problem_text.h"
#include "store/sqlite/salvage/salvage.h"
#include "ui/common/theme/plain_text.h"
#include "ui/window/salvage_dialog.h"
#include "ui/window/store_warning.h"
#include "ui/window/store_work_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHash>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Beside the damaged store, under a name that is free.
QString proposedFile(const QString &damaged)
{
    const QFileInfo info(damaged);
    const QString base = info.dir().filePath(info.completeBaseName() + u"-salvaged"_s);
    QString file = base + u".db"_s;
    for (int i = 2; QFileInfo::exists(file); ++i)
        file = u"%1-%2.db"_s.arg(base, QString::number(i));
    return file;
}

QString titleOf(StoreRescue::FilePurpose purpose)
{
    switch (purpose) {
    case StoreRescue::FilePurpose::NewStore:
        return StoreRescue::tr("New store");
    case StoreRescue::FilePurpose::OtherStore:
        return StoreRescue::tr("Another store");
    case StoreRescue::FilePurpose::Copy:
        break;
    }
    return StoreRescue::tr("Copy to restore");
}

void chooseWithDialog(StoreRescue::FilePurpose purpose, const QString &suggestion,
                      const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QFileDialog(nullptr, titleOf(purpose), QFileInfo(suggestion).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (purpose == StoreRescue::FilePurpose::Copy) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // a file that is there is opened or refused, not replaced
        dialog->selectFile(suggestion);
    }
    if (purpose == StoreRescue::FilePurpose::OtherStore)
        dialog->setLabelText(QFileDialog::Accept, StoreRescue::tr("Open"));
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    QObject::connect(dialog, &QFileDialog::rejected, dialog, [answer] { answer({}); });
    dialog->open();
}

/// The words and the name of each thing that can be done, in the order of their buttons.
struct Proposal
{
    StoreRemedy remedy;
    const char *text;
    QLatin1StringView name;
};

constexpr Proposal Proposals[] = {
    {StoreRemedy::TryAgain, QT_TRANSLATE_NOOP("callboard::StoreRescue", "Try again"), "storeTryAgain"_L1},
    {StoreRemedy::ChooseStore, QT_TRANSLATE_NOOP("callboard::StoreRescue", "Choose another store…"), "storeChoose"_L1},
    {StoreRemedy::OpenFolder, QT_TRANSLATE_NOOP("callboard::StoreRescue", "Open the folder"), "storeFolder"_L1},
    {StoreRemedy::Restore, QT_TRANSLATE_NOOP("callboard::StoreRescue", "Restore a copy…"), "storeRestore"_L1},
    {StoreRemedy::Salvage, QT_TRANSLATE_NOOP("callboard::StoreRescue", "Salvage into a new store…"), "salvageStart"_L1},
};

} // namespace

StoreRescue::StoreRescue(const StoreUrl &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_choose(chooseWithDialog)
    , m_openFolder(openFolderOnDesktop)
    , m_quitsOnLastWindow(QGuiApplication::quitOnLastWindowClosed())
{
    QGuiApplication::setQuitOnLastWindowClosed(false); // between two dialogs there is no window
}

StoreRescue::~StoreRescue()
{
    delete m_progress;
    delete m_box;
    QGuiApplication::setQuitOnLastWindowClosed(m_quitsOnLastWindow);
}

void StoreRescue::offer(const StoreProblem &problem, bool isDamaged, const QString &before)
{
    m_problem = problem;
    m_isDamaged = isDamaged;
    m_before = before;
    const QString sentence = storeProblemText(problem);
    QMessageBox *box =
        makeMessageBox(QMessageBox::Critical, tr("Callboard can't start"),
                       before.isEmpty() ? sentence : before + u"\n\n"_s + sentence, QMessageBox::Close, nullptr);
    box->setObjectName(u"storeProblem"_s);
    StoreRemedies remedies = storeProblemRemedies(problem);
    if (isDamaged)
        remedies |= StoreRemedies(StoreRemedy::Salvage) | StoreRemedy::Restore;
    addButtons(box, remedies);
    m_box = box;
    box->open();
}

void StoreRescue::addButtons(QMessageBox *box, StoreRemedies remedies)
{
    QHash<const QAbstractButton *, StoreRemedy> buttons;
    for (const Proposal &proposal : Proposals) {
        if (!remedies.testFlag(proposal.remedy))
            continue;
        QPushButton *button = box->addButton(tr(proposal.text), QMessageBox::ActionRole);
        button->setObjectName(proposal.name);
        buttons.insert(button, proposal.remedy);
    }
    connect(box, &QMessageBox::finished, this, [this, box, buttons] {
        const auto chosen = buttons.constFind(box->clickedButton());
        if (chosen == buttons.cend())
            Q_EMIT closed();
        else
            follow(*chosen);
    });
}

void StoreRescue::follow(StoreRemedy remedy)
{
    const QString file = m_store.localFile();
    switch (remedy) {
    case StoreRemedy::TryAgain:
        Q_EMIT tryAgainRequested();
        break;
    case StoreRemedy::ChooseStore:
        chooseFor(FilePurpose::OtherStore, file, [this](const QString &other) { Q_EMIT openRequested(other); });
        break;
    case StoreRemedy::OpenFolder:
        m_openFolder(QFileInfo(file).absolutePath());
        offerAgain();
        break;
    case StoreRemedy::Restore:
        chooseFor(FilePurpose::Copy, file, [this](const QString &copy) { Q_EMIT restoreRequested(copy); });
        break;
    case StoreRemedy::Salvage:
        chooseFor(FilePurpose::NewStore, proposedFile(file), [this](const QString &output) { salvage(output); });
        break;
    }
}

void StoreRescue::chooseFor(FilePurpose purpose, const QString &suggestion,
                            const std::function<void(const QString &)> &then)
{
    m_choose(purpose, suggestion, [this, then](const QString &file) {
        if (file.isEmpty())
            offerAgain();
        else
            then(file);
    });
}

void StoreRescue::salvage(const QString &output)
{
    delete m_progress;
    m_progress = new StoreWorkDialog(
        tr("Callboard: salvage"), tr("What is sound is brought into %1. The damaged store is only read.").arg(output),
        m_work);
    m_progress->show();
    const auto report = std::make_shared<SalvageReport>();
    disconnect(&m_work, nullptr, this, nullptr);
    connect(&m_work, &StoreWork::done, this, [this, output, report] { showReport(output, *report); });
    connect(&m_work, &StoreWork::cancelled, this, [this] {
        delete m_progress;
        offerAgain();
    });
    connect(&m_work, &StoreWork::failed, this, [this](const StoreProblem &problem) {
        delete m_progress;
        offer(problem, true);
    });
    m_work.start([damaged = m_store, output, report](const StoreWork::Watch &watch) {
        SalvageOptions options;
        options.progress = [&watch](SalvageOptions::Phase, qint64 done, qint64 all) { watch.progress(done, all); };
        options.cancelled = watch.cancelled;
        *report = salvageStore(damaged, StoreUrl::ofFile(output), options);
    });
}

void StoreRescue::showReport(const QString &output, const SalvageReport &report)
{
    auto *dialog = new SalvageDialog(output, report);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_box = dialog;
    dialog->open();
    delete m_progress;
    connect(dialog, &QDialog::accepted, this, [this, output] { Q_EMIT openRequested(output); });
    connect(dialog, &QDialog::rejected, this, &StoreRescue::closed);
}

} // namespace callboard
