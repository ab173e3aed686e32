// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_privacy.h"

#include "record/call/masking.h"
#include "store/settings/settings_queries.h"
#include "store/write/store_writer.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/preferences.h"
#include "ui/session/view_state.h"
#include "ui/settings/settings_erase.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
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
    , m_erase(new SettingsErase(services))
    , m_state(new PlainLabel)
    , m_reveal(new QComboBox)
    , m_minutes(new QComboBox)
    , m_columns(new QListWidget)
    , m_model(makeAuditList(services.format, this))
    , m_logStatus(makeCaption(u"auditStatus"_s))
{
    addFields();
    layOut();
    connectAll();
    bindLanguage(this, [this] { fill(); });
}

void SettingsPrivacy::addFields()
{
    m_form->addHead([] { return tr("Personal data"); });
    m_form->add(
        u"privacyState"_s, m_state,
        {.label = [] { return tr("Phone numbers"); },
         .hint =
             [] {
                 return tr(
                     "The middle digits are masked everywhere: tables, details, raw messages, clipboard and files.");
             }});
    bindItems(m_reveal, [] { return QStringList{tr("on request"), tr("after confirmation"), tr("never")}; });
    m_form->add(
        u"revealPolicy"_s, m_reveal,
        {.label = [] { return tr("Reveal"); },
         .hint =
             [] { return tr("Whether numbers can be shown or exported in full. Both are noted in the audit log."); }});
    m_form->add(u"coverMinutes"_s, m_minutes,
                {.label = [] { return tr("Mask again"); }, .hint = [] { return tr("Numbers that were revealed."); }});
    m_columns->setProperty("styleClass", u"panel"_s);
    m_columns->setFixedHeight(32 * Unit);
    m_form->add(u"personalColumns"_s, m_columns,
                {.label = [] { return tr("Columns to mask"); },
                 .hint =
                     [] {
                         return tr(
                             "Customer columns whose complete value is masked, such as names and addresses. Numbers in "
                             "other columns are always masked.");
                     }});
}

void SettingsPrivacy::layOut()
{
    auto *table = new ListView(u"auditTable"_s, *m_model);
    table->setSelectionMode(QTableView::ExtendedSelection);
    table->setMinimumHeight(40 * Unit);
    bindName(table, [] { return tr("Audit log, newest first"); });
    auto *exported = makeButton(u"auditExport"_s, [] { return tr("Export log…"); });
    connect(exported, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(auditLog(m_services.format))});
    });
    m_logStatus->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(m_erase);
    layout->addLayout(makeRow({makeTitle([] { return tr("Audit log"); }), m_logStatus, exported}, 1));
    layout->addWidget(table, 1);
}

void SettingsPrivacy::connectAll()
{
    connect(m_form, &FieldForm::changed, this, &SettingsPrivacy::keep);
    connect(m_model, &ListModelBase::moreRequested, this, &SettingsPrivacy::loadMore);
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
    m_form->fill([&] {
        m_reveal->setCurrentIndex(static_cast<int>(privacy.reveal));
        m_minutes->clear();
        for (const int minutes : Minutes)
            m_minutes->addItem(minutes == 0 ? tr("when they are masked again") : tr("after %1 min").arg(minutes),
                               minutes);
        if (m_minutes->findData(privacy.coverAfterMinutes) < 0)
            m_minutes->addItem(tr("after %1 min").arg(privacy.coverAfterMinutes), privacy.coverAfterMinutes);
        m_minutes->setCurrentIndex(m_minutes->findData(privacy.coverAfterMinutes));
        fillColumns(m_seen);
    });
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
        this, [](Connection &connection) { return loadAuditPage(connection, 0, AuditPageRows); },
        [this](const QList<AuditEntry> &page) {
            m_model->setFirstPage(page, AuditPageRows);
            if (page.isEmpty())
                m_logStatus->setText(tr("Empty: nothing was revealed or exported in full."));
        },
        [this](const QString &why) { m_logStatus->setText(why); });
}

void SettingsPrivacy::loadMore()
{
    const auto question = [last = m_model->rows().isEmpty() ? 0 : m_model->rows().constLast().id](
                              Connection &connection) { return loadAuditPage(connection, last, AuditPageRows); };
    m_pageQuery.cancel();
    m_pageQuery = m_services.readers.ask<QList<AuditEntry>>(
        this, question, [this](const QList<AuditEntry> &page) { m_model->appendPage(page, AuditPageRows); },
        [this](const QString &why) { m_logStatus->setText(why); });
}

} // namespace callboard
