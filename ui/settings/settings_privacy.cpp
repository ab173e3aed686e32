// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_privacy.h"

#include "record/call/masking.h"
#include "store/settings/settings_queries.h"
#include "store/write/store_writer.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/audit_table_model.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/preferences.h"
#include "ui/session/view_state.h"
#include "ui/settings/settings_erase.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int Minutes[] = {0, 1, 5, 15, 30, 60};

} // namespace

SettingsPrivacy::SettingsPrivacy(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_form(new FieldForm)
    , m_model(new AuditTableModel(services.format, this))
{
    makeWidgets();
    makeTable();
    layOut();
    connectAll();
    retranslate();
}

void SettingsPrivacy::makeWidgets()
{
    m_state = new PlainLabel;
    m_state->setObjectName(u"privacyState"_s);
    m_reveal = new QComboBox;
    m_reveal->setObjectName(u"revealPolicy"_s);
    m_minutes = new QComboBox;
    m_minutes->setObjectName(u"coverMinutes"_s);
    m_columns = new QListWidget;
    m_columns->setObjectName(u"personalColumns"_s);
    m_columns->setProperty("styleClass", u"panel"_s);
    m_columns->setFixedHeight(32 * Unit);
    m_erase = new SettingsErase(m_services);
    m_logStatus = new PlainLabel;
    m_logStatus->setObjectName(u"auditStatus"_s);
    m_export = new QPushButton;
    m_export->setObjectName(u"auditExport"_s);
    m_logHead = new PlainLabel;
    setStyleClass(m_logHead, u"title"_s);
    setStyleClass(m_logStatus, u"caption"_s);
}

void SettingsPrivacy::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(u"auditTable"_s);
    m_table->setModel(m_model);
    new TableCopier(*m_table);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(AuditTableModel::When, 42 * Unit);
    m_table->setColumnWidth(AuditTableModel::What, 60 * Unit);
    m_table->setMinimumHeight(40 * Unit);
}

void SettingsPrivacy::layOut()
{
    m_ruleHead = m_form->addHead();
    for (QWidget *control : std::initializer_list<QWidget *>{m_state, m_reveal, m_minutes, m_columns})
        m_form->add(control);
    auto *log = new QHBoxLayout;
    log->setSpacing(2 * Unit);
    log->addWidget(m_logHead);
    log->addWidget(m_logStatus, 1);
    log->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(m_erase);
    layout->addLayout(log);
    layout->addWidget(m_table, 1);
}

void SettingsPrivacy::connectAll()
{
    connect(m_reveal, &QComboBox::currentIndexChanged, this, &SettingsPrivacy::keep);
    connect(m_minutes, &QComboBox::currentIndexChanged, this, &SettingsPrivacy::keep);
    connect(m_columns, &QListWidget::itemChanged, this, &SettingsPrivacy::keep);
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(auditLog(m_services.format))});
    });
    connect(m_model, &AuditTableModel::moreRequested, this, &SettingsPrivacy::loadMore);
    connect(&m_services.view, &ViewState::privacyChanged, this, &SettingsPrivacy::showState);
    connect(&m_services.feed, &LiveFigures::overviewChanged, this, [this] {
        if (m_active)
            refresh();
    });
}

QString SettingsPrivacy::title() const
{
    return tr("Privacy");
}

void SettingsPrivacy::retranslate()
{
    m_erase->retranslate();
    m_ruleHead->setText(tr("Personal data"));
    m_logHead->setText(tr("Audit log"));
    m_form->setTexts(
        m_state, tr("Phone numbers"),
        tr("The middle digits are masked everywhere: tables, details, raw messages, clipboard and files."));
    m_form->setTexts(m_reveal, tr("Reveal"),
                     tr("Whether numbers can be shown or exported in full. Both are noted in the audit log."));
    m_form->setTexts(m_minutes, tr("Mask again"), tr("Numbers that were revealed."));
    m_form->setTexts(m_columns, tr("Columns to mask"),
                     tr("Customer columns whose complete value is masked, such as names and addresses. Numbers in "
                        "other columns are always masked."));
    m_table->setAccessibleName(tr("Audit log, newest first"));
    m_export->setText(tr("Export log…"));
    m_model->retranslate();
    fill();
}

void SettingsPrivacy::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsSection::changeEvent(event);
}

void SettingsPrivacy::setActive(bool active)
{
    m_active = active;
    if (!active)
        return;
    fill();
    refresh();
    m_columnQuery.cancel();
    m_columnQuery = m_services.readers.ask<QStringList>(
        this, [](Connection &connection) { return loadCustomerColumns(connection); },
        [this](const QStringList &seen) { fillColumns(seen); });
}

void SettingsPrivacy::fill()
{
    const PrivacyPreferences privacy = m_services.preferences.privacy();
    m_filling = true;
    m_reveal->clear();
    m_reveal->addItems({tr("on request"), tr("after confirmation"), tr("never")});
    m_reveal->setCurrentIndex(static_cast<int>(privacy.reveal));
    m_minutes->clear();
    for (const int minutes : Minutes)
        m_minutes->addItem(minutes == 0 ? tr("when they are masked again") : tr("after %1 min").arg(minutes), minutes);
    if (m_minutes->findData(privacy.coverAfterMinutes) < 0)
        m_minutes->addItem(tr("after %1 min").arg(privacy.coverAfterMinutes), privacy.coverAfterMinutes);
    m_minutes->setCurrentIndex(m_minutes->findData(privacy.coverAfterMinutes));
    m_filling = false;
    fillColumns(m_seen);
    showState();
}

void SettingsPrivacy::fillColumns(const QStringList &seen)
{
    m_seen = seen;
    const QStringList chosen = m_services.preferences.privacy().personalColumns;
    QStringList names = chosen;
    for (const QString &name : seen) {
        if (!names.contains(name))
            names.append(name);
    }
    const QSignalBlocker quiet(m_columns);
    m_columns->clear();
    for (const QString &name : std::as_const(names)) {
        auto *item = new QListWidgetItem(maskText(name), m_columns);
        item->setData(Qt::UserRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
}

void SettingsPrivacy::keep()
{
    if (m_filling)
        return;
    PrivacyPreferences privacy;
    privacy.reveal = static_cast<RevealPolicy>(m_reveal->currentIndex());
    privacy.coverAfterMinutes = m_minutes->currentData().toInt();
    for (int row = 0; row < m_columns->count(); ++row) {
        if (m_columns->item(row)->checkState() == Qt::Checked)
            privacy.personalColumns.append(m_columns->item(row)->data(Qt::UserRole).toString());
    }
    if (privacy == m_services.preferences.privacy())
        return;
    m_services.preferences.setPrivacy(privacy);
    m_services.writer.audit(u"settings"_s,
                            tr("reveal %1; mask after %2 min; masked columns: %3")
                                .arg(m_reveal->currentText(), QString::number(privacy.coverAfterMinutes),
                                     maskText(privacy.personalColumns.join(u", "_s))));
}

void SettingsPrivacy::showState()
{
    m_state->setText(m_services.view.privacy() == Privacy::Masked ? tr("masked now") : tr("revealed now"));
}

void SettingsPrivacy::refresh()
{
    if (m_pageQuery.isActive())
        return;
    m_pageQuery = m_services.readers.ask<QList<AuditEntry>>(
        this, [](Connection &connection) { return loadAuditPage(connection, 0, AuditTableModel::PageRows); },
        [this](const QList<AuditEntry> &page) {
            m_model->putNewest(page);
            if (page.isEmpty())
                m_logStatus->setText(tr("Empty: nothing was revealed or exported in full."));
        },
        [this](const QString &why) { m_logStatus->setText(why); });
}

void SettingsPrivacy::loadMore()
{
    const auto question = [last = m_model->lastId()](Connection &connection) {
        return loadAuditPage(connection, last, AuditTableModel::PageRows);
    };
    m_pageQuery.cancel();
    m_pageQuery = m_services.readers.ask<QList<AuditEntry>>(
        this, question, [this](const QList<AuditEntry> &page) { m_model->append(page); },
        [this](const QString &why) { m_logStatus->setText(why); });
}

} // namespace callboard
