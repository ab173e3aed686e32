// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/store_rescue.h"

#include "store/salvage/salvage.h"
#include "ui/common/theme/plain_text.h"
#include "ui/window/salvage_dialog.h"
#include "ui/window/store_work_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
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

void chooseWithDialog(const QString &suggestion, const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QFileDialog(nullptr, StoreRescue::tr("New store"), QFileInfo(suggestion).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // a file that is there is refused, never replaced
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    QObject::connect(dialog, &QFileDialog::rejected, dialog, [answer] { answer({}); });
    dialog->open();
}

} // namespace

StoreRescue::StoreRescue(const StoreUrl &damaged, QObject *parent)
    : QObject(parent)
    , m_damaged(damaged)
    , m_choose(chooseWithDialog)
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

void StoreRescue::offer(const QString &reason)
{
    m_reason = reason;
    QMessageBox *box =
        makeMessageBox(QMessageBox::Critical, tr("Callboard can't start"), reason, QMessageBox::Close, nullptr);
    box->setObjectName(u"damagedStore"_s);
    QPushButton *save = box->addButton(tr("Save what is sound into a new store…"), QMessageBox::ActionRole);
    save->setObjectName(u"salvageStart"_s);
    connect(box, &QMessageBox::finished, this, [this, box, save] {
        if (box->clickedButton() == save)
            choose();
        else
            Q_EMIT closed();
    });
    m_box = box;
    box->open();
}

void StoreRescue::choose()
{
    m_choose(proposedFile(m_damaged.filePath), [this](const QString &file) {
        if (file.isEmpty())
            offer(m_reason);
        else
            salvage(file);
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
        offer(m_reason);
    });
    connect(&m_work, &StoreWork::failed, this, [this](const QString &why) {
        delete m_progress;
        offer(why);
    });
    m_work.start([damaged = m_damaged, output, report](const StoreWork::Watch &watch) {
        SalvageOptions options;
        options.progress = [&watch](SalvageOptions::Phase, qint64 done, qint64 all) { watch.progress(done, all); };
        options.cancelled = watch.cancelled;
        *report = salvageStore(damaged, StoreUrl{output}, options);
    });
}

void StoreRescue::showReport(const QString &output, const SalvageReport &report)
{
    auto *dialog = new SalvageDialog(output, report);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_box = dialog;
    dialog->open();
    delete m_progress;
    connect(dialog, &QDialog::accepted, this, [this, output] { Q_EMIT openWanted(output); });
    connect(dialog, &QDialog::rejected, this, &StoreRescue::closed);
}

} // namespace callboard
