// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_restore.h"

#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/sqlite/restore_leftovers.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/file_field.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/preferences.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Why a file can't take the store's place, as far as a look at it says; empty: it may. Looks at files.
QString copyProblem(const QString &file, const QString &store)
{
    const QFileInfo info(file);
    if (!info.isAbsolute())
        return SettingsRestore::tr("Enter the full path, beginning with /.");
    if (!info.isFile() || !info.isReadable())
        return SettingsRestore::tr("There is no file %1 that you can read.").arg(file);
    if (info.canonicalFilePath() == QFileInfo(store).canonicalFilePath())
        return SettingsRestore::tr("This is the store itself. Name a copy of it.");
    const StoreKind kind = StoreBackend::of(StoreUrl::ofFile(file))->inspect().kind;
    const bool isForeign = kind == StoreKind::NotADatabase || kind == StoreKind::Empty;
    return isForeign ? SettingsRestore::tr("Not a Callboard store.") : QString();
}

} // namespace

SettingsRestore::SettingsRestore(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_status(makeStatus(u"restoreStatus"_s))
    , m_left(makeStatus(u"restoreLeft"_s))
    , m_file(makeNamed<FileField>(u"restoreFile"_s, FileField::Purpose::Open))
    , m_restore(makeButton(u"restoreStart"_s, [] { return tr("Restore…"); }))
{
    m_file->bindLabel([] { return tr("Copy to restore"); });
    setStyleClass(m_left, u"warning"_s);
    m_left->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(makeTitle([] { return tr("Restore a backup"); }));
    layout->addLayout(makeRow({m_file, m_restore}, 0));
    layout->addWidget(m_status);
    layout->addWidget(m_left);
    connect(m_restore, &QPushButton::clicked, this, &SettingsRestore::look);
    connect(m_file, &FileField::changed, this, [this] {
        m_restore->setEnabled(!m_file->path().isEmpty() && !m_services.preferences.isDemo());
        say(u"caption"_s,
            tr("The current store is kept in the same folder, under a name with the date. Calls that arrived after the "
               "copy was made are only in the current store."));
    });
    bindLanguage(this, [this] { Q_EMIT m_file->changed(); });
}

void SettingsRestore::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_leftQuery = m_services.readers.ask<RestoreLeftovers>(
        this, [](Connection &connection) { return findRestoreLeftovers(connection); },
        [this](const RestoreLeftovers &left) { showLeft(left); });
}

/// What an earlier restore left when it was killed.
void SettingsRestore::showLeft(const RestoreLeftovers &left)
{
    QStringList lines;
    for (const QString &file : left.copies)
        lines.append(tr("A restore was ended before it was done, and left its unfinished copy %1. The next restore "
                        "removes it, or you may.")
                         .arg(file));
    for (const QString &file : left.olderStores)
        lines.append(tr("A restore was ended before its last step: %1 is the store from before it, whole. Keep it as "
                        "long as you need it.")
                         .arg(file));
    for (const QString &file : left.unknown)
        lines.append(tr("A restore was ended and left %1: either its unfinished copy, or the store from before it. It "
                        "is not touched; look at it before you remove it.")
                         .arg(file));
    m_left->setText(lines.join(u'\n'));
    m_left->setVisible(!lines.isEmpty());
}

void SettingsRestore::look()
{
    const QString file = m_file->path(), store = m_services.preferences.store().localFile();
    m_look = m_services.readers.ask<QString>(
        this, [file, store](Connection &) { return copyProblem(file, store); },
        [this, file](const QString &problem) { ask(file, problem); },
        [this](const QString &why) { say(u"bad"_s, why); });
}

void SettingsRestore::ask(const QString &file, const QString &problem)
{
    if (!problem.isEmpty())
        return say(u"bad"_s, problem);
    const QString store = m_services.preferences.store().localFile();
    QMessageBox *box = makeMessageBox(
        QMessageBox::Warning, tr("Restore a copy"),
        tr("Put the copy\n%1\nin the place of the store\n%2?\n\nThe copy is checked first, and is not changed. The "
           "store of now stays beside it, as %3 with the date. The window closes meanwhile, and pushes are not "
           "confirmed until it is back: the platform sends them again.")
            .arg(file, store, QFileInfo(store).fileName() + u".before-restore-"_s),
        QMessageBox::Cancel, this);
    box->setObjectName(u"restoreQuestion"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *yes = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    yes->setObjectName(u"restoreYes"_s);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, file](const QAbstractButton *clicked) {
        if (clicked == yes)
            Q_EMIT restoreRequested(file);
    });
    box->open();
}

void SettingsRestore::say(const QString &styleClass, const QString &text)
{
    setText(m_status, styleClass, text);
}

} // namespace callboard
