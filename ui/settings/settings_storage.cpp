// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_storage.h"

#include "store/database/store_backend.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/forms/file_field.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/clock_warning.h"
#include "ui/settings/settings_restore.h"
#include "ui/settings/settings_retention.h"
#include "ui/settings/store_place_warning.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int SecondMs = 1'000;
constexpr int ProgressSteps = 1'000;
constexpr NumberBounds Days{StoragePreferences::LeastDays, StoragePreferences::MostDays};
constexpr NumberBounds FreeMb{StoragePreferences::LeastFreeMb, StoragePreferences::MostFreeMb};

/// Why a store can't be at that place, or nothing. Looks at files.
QString placeProblem(const QString &file)
{
    const QFileInfo info(file);
    const QFileInfo folder(info.path());
    if (!info.isAbsolute())
        return SettingsStorage::tr("Enter the full path, beginning with /.");
    if (info.isDir())
        return SettingsStorage::tr("This is a folder. Name a file in it, such as calls.db.");
    if (!folder.isDir())
        return SettingsStorage::tr("There is no folder %1.").arg(info.path());
    if (!folder.isWritable() || (info.exists() && !info.isWritable()))
        return SettingsStorage::tr("You do not have permission to write to %1.")
            .arg(folder.isWritable() ? file : info.path());
    const bool isForeign = StoreBackend::of(StoreUrl::ofFile(file))->inspect().kind == StoreKind::NotADatabase;
    return isForeign ? SettingsStorage::tr("Not a Callboard store.") : QString();
}

/// The file, or nothing when `stop` was set before it was whole.
QString copyStore(const Connection &connection, const QString &file, const std::atomic<bool> &stop)
{
    const StoreUrl &url = connection.url();
    if (url.identity() == StoreUrl::ofFile(file).identity())
        throw StoreError(StoreErrorCode::BackupOntoItself, {file});
    try {
        backupStore(url, file, [&] { return stop || connection.isStopped(); });
    } catch (const QueryCancelled &) {
        if (!stop)
            throw;
        return {};
    }
    return file;
}

} // namespace

SettingsStorage::SettingsStorage(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_form(new FieldForm)
{
    makeFields();
    makeWidgets();
    layOut();
    connectAll();
    fill();
    bindLanguage(this, [this] {
        showSize();
        showState();
    });
}

void SettingsStorage::makeFields()
{
    const bool isGiven = m_services.preferences.isStoreGiven();
    m_form->addHead([] { return tr("Store"); });
    m_file = new FileField(FileField::Purpose::Save);
    m_form->add(u"storeFile"_s, m_file,
                {.label = [] { return tr("Location"); },
                 .hint =
                     [isGiven] {
                         return isGiven ? tr("Set on the command line, which overrides this setting.")
                                        : tr("A new location is used from the next start. Calls are not moved: write a "
                                             "backup to the new location first.");
                     },
                 .problem = [this] { return m_file->path().isEmpty() ? tr("Enter a file.") : QString(); },
                 .isEnabled = [isGiven] { return !isGiven; }});
    m_size = m_form->add(u"storeSize"_s, new PlainLabel, {.label = [] { return tr("Size"); }});
    m_form->addHead([] { return tr("Messages and disk"); });
    m_forever = m_form->add(u"keepForever"_s, new QCheckBox, {.label = [] { return tr("Keep"); }});
    bindText(m_forever, [] { return tr("messages as received, for ever"); });
    m_days = m_form->add(
        u"keepDays"_s, new QLineEdit,
        {.label = [] { return tr("Days to keep them"); },
         .hint =
             [] {
                 return tr("From %1 to %2. Older messages, refused ones too, are removed when the program is idle. "
                           "Without them a call shows no raw messages and can't be rebuilt.")
                     .arg(Days.least)
                     .arg(Days.most);
             },
         .bounds = Days,
         .isEnabled = [this] { return !m_forever->isChecked(); }});
    m_free = m_form->add(
        u"freeMb"_s, new QLineEdit,
        {.label = [] { return tr("Minimum free disk, MB"); },
         .hint =
             [] {
                 return tr("At least %1. With less, pushes are refused, so that the platform sends them again later.")
                     .arg(FreeMb.least);
             },
         .bounds = FreeMb});
}

void SettingsStorage::makeWidgets()
{
    m_apply = makeButton(u"storageApply"_s, [] { return tr("Apply"); });
    m_apply->setProperty("styleClass", u"primary"_s);
    m_undo = makeButton(u"storageUndo"_s, [] { return tr("Undo changes"); });
    m_status = makeStatus(u"storageStatus"_s);
    m_backupFile = makeNamed<FileField>(u"backupFile"_s, FileField::Purpose::Save);
    m_backupFile->bindLabel([] { return tr("Backup file"); });
    m_backup = makeNamed<QPushButton>(u"backupStart"_s);
    m_restore = new SettingsRestore(m_services);
    m_retention = new SettingsRetention(m_services);
    m_clock = new ClockWarning(m_services);
    m_progress = new QProgressBar;
    m_progress->setRange(0, ProgressSteps);
    m_progress->hide();
    bindName(m_progress, [] { return tr("Progress of the backup"); });
    m_backupStatus = makeStatus(u"backupStatus"_s);
}

void SettingsStorage::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_clock);
    layout->addWidget(new StorePlaceWarning(m_services));
    layout->addWidget(m_form);
    layout->addLayout(makeRow({m_status, m_undo, m_apply}, 0));
    layout->addWidget(m_retention);
    layout->addWidget(makeTitle([] { return tr("Backup"); }));
    layout->addLayout(makeRow({m_backupFile, m_backup}, 0));
    layout->addWidget(m_progress);
    layout->addWidget(m_backupStatus);
    layout->addWidget(m_restore);
    layout->addStretch(1);
}

void SettingsStorage::connectAll()
{
    connect(m_form, &FieldForm::changed, this, &SettingsStorage::showState);
    connect(m_backupFile, &FileField::changed, this, &SettingsStorage::showState);
    connect(m_apply, &QPushButton::clicked, this, &SettingsStorage::apply);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        fill();
        setText(m_status, u"caption"_s, {});
    });
    connect(m_backup, &QPushButton::clicked, this, [this] {
        if (m_stopCopy)
            *m_stopCopy = true;
        else
            backup(m_backupFile->path());
    });
    connect(m_restore, &SettingsRestore::restoreRequested, this, &SettingsStorage::restoreRequested);
    connect(&m_services.feed, &LiveFigures::overviewChanged, this, &SettingsStorage::showSize);
    m_second.setInterval(SecondMs);
    connect(&m_second, &QTimer::timeout, this, [this] {
        showSize();
        if (m_stopCopy)
            askProgress(m_backupFile->path());
    });
}

QString SettingsStorage::title() const
{
    return tr("Storage");
}

void SettingsStorage::setActive(bool active)
{
    m_active = active;
    if (active)
        m_second.start();
    else if (!m_stopCopy)
        m_second.stop();
    showSize();
}

void SettingsStorage::fill()
{
    const StoragePreferences storage = m_services.preferences.storage();
    m_form->fill([&] {
        m_file->setPath(m_services.preferences.store().localFile());
        m_forever->setChecked(storage.keepDays == 0);
        m_days->setText(QString::number(storage.keepDays == 0 ? StoragePreferences().keepDays : storage.keepDays));
        m_free->setText(QString::number(storage.freeMb));
    });
    if (m_backupFile->path().isEmpty()) {
        const QString day = QDateTime::currentDateTime().toString(u"yyyyMMdd"_s);
        m_backupFile->setPath(QDir::homePath() + u"/callboard-%1.db"_s.arg(day));
    }
}

StoragePreferences SettingsStorage::edited() const
{
    StoragePreferences storage = m_services.preferences.storage();
    if (m_file->path() != m_services.preferences.store().localFile())
        storage.file = m_file->path();
    storage.keepDays = m_forever->isChecked() ? 0 : static_cast<int>(numberIn(m_days, Days).value_or(storage.keepDays));
    storage.freeMb = numberIn(m_free, FreeMb).value_or(storage.freeMb);
    return storage;
}

void SettingsStorage::showState()
{
    const bool isChanged = edited() != m_services.preferences.storage();
    m_apply->setEnabled(isChanged && !m_form->hasProblem());
    m_undo->setEnabled(isChanged || m_form->hasProblem());
    m_backup->setText(m_stopCopy ? tr("Cancel") : tr("Back up now"));
    m_backup->setEnabled(!m_backupFile->path().isEmpty());
}

void SettingsStorage::apply()
{
    const StoragePreferences storage = edited();
    const bool isMoved = storage.file != m_services.preferences.storage().file;
    if (!isMoved)
        return keep(storage, {});
    m_check = m_services.readers.ask<QString>(
        this, [file = storage.file](Connection &) { return placeProblem(file); },
        [this, storage](const QString &problem) { keep(storage, problem); },
        [this](const QString &why) { setText(m_status, u"bad"_s, why); });
}

void SettingsStorage::keep(const StoragePreferences &storage, const QString &problem)
{
    if (!problem.isEmpty()) {
        m_form->setProblem(m_file, problem);
        return setText(m_status, u"bad"_s, tr("Nothing was changed."));
    }
    const bool isMoved = storage.file != m_services.preferences.storage().file;
    m_services.preferences.setStorage(storage);
    m_services.writer.setLimits(storage.keepDays * DayMs, storage.freeMb * 1'000'000);
    setText(m_status, u"good"_s,
            isMoved ? tr("Saved. The new location is used from the next start.") : tr("Saved and applied."));
    showState();
}

void SettingsStorage::showSize()
{
    const StoreOverview &store = m_services.feed.overview();
    const Format &format = m_services.format;
    const qint64 freeBytes = m_services.writer.ingestState().freeDiskBytes;
    m_clock->look();
    m_retention->showKept();
    m_size->setText(tr("%1 calls, %2 on disk; %3 free")
                        .arg(format.count(store.calls), format.bytes(store.bytesOnDisk),
                             freeBytes < 0 ? u"–"_s : format.bytes(freeBytes)));
}

void SettingsStorage::backup(const QString &file)
{
    if (m_stopCopy || file.isEmpty())
        return;
    if (!QFileInfo(file).isAbsolute())
        return setText(m_backupStatus, u"bad"_s, tr("Enter the full path, beginning with /."));
    m_stopCopy = std::make_shared<std::atomic<bool>>(false);
    m_backupFile->setPath(file);
    m_backupFile->setEnabled(false);
    m_progress->setValue(0);
    m_progress->show();
    setText(m_backupStatus, u"caption"_s, tr("Copying. Calls are received meanwhile…"));
    showState();
    m_second.start();
    m_copy = m_services.readers.ask<QString>(
        this, [file, stop = m_stopCopy](Connection &connection) { return copyStore(connection, file, *stop); },
        [this](const QString &done) { endBackup(done, {}); },
        [this, file](const QString &why) { endBackup(file, why); });
}

/// The copy grows beside its name: its size tells how far it is.
void SettingsStorage::askProgress(const QString &file)
{
    if (m_look.isActive())
        return;
    m_look = m_services.readers.ask<qint64>(
        this, [file](Connection &) { return QFileInfo(file + u".part"_s).size(); },
        [this](const qint64 &size) {
            const qint64 whole = std::max<qint64>(1, m_services.feed.overview().bytesOnDisk);
            m_progress->setValue(static_cast<int>(std::min<qint64>(ProgressSteps, size * ProgressSteps / whole)));
        });
}

void SettingsStorage::endBackup(const QString &file, const QString &error)
{
    const bool isMade = error.isEmpty() && !file.isEmpty();
    m_stopCopy.reset();
    m_backupFile->setEnabled(true);
    m_progress->setVisible(isMade);
    m_progress->setValue(ProgressSteps);
    if (error.isEmpty() && !isMade)
        setText(m_backupStatus, u"caption"_s, tr("Cancelled. This backup was removed. An older one is not changed."));
    else if (isMade)
        setText(m_backupStatus, u"good"_s, tr("Copied to %1. It can be opened like any store.").arg(file));
    else
        setText(m_backupStatus, u"bad"_s,
                tr("No backup was made: %1 The store and any older file of that name are not changed.").arg(error));
    showState();
    setActive(m_active);
    Q_EMIT backupEnded(isMade);
}

} // namespace callboard
