// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_retention.h"

#include "store/read/contact_queries.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr NumberBounds CallDays{StoragePreferences::LeastCallDays, StoragePreferences::MostDays};

} // namespace

SettingsRetention::SettingsRetention(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_form(new FieldForm)
    , m_status(makeStatus(u"retentionStatus"_s))
    , m_apply(makeButton(
          u"retentionApply"_s, [] { return tr("Apply…"); }, [] { return tr("Apply how long calls are kept"); }))
{
    m_form->addHead([] { return tr("Calls"); });
    m_forever = m_form->add(
        u"keepCallsForever"_s, new QCheckBox,
        {.label = [] { return tr("Keep"); },
         .hint =
             [] {
                 return tr("Otherwise older calls are removed, with their numbers and their messages. Their counts per "
                           "quarter hour are kept, and with them charts and rates.");
             }});
    bindText(m_forever, [] { return tr("calls, for ever"); });
    m_days = m_form->add(u"keepCallDays"_s, new QLineEdit,
                         {.label = [] { return tr("Days to keep calls"); },
                          .hint = [] { return tr("From %1 to %2.").arg(CallDays.least).arg(CallDays.most); },
                          .bounds = CallDays,
                          .isEnabled = [this] { return !m_forever->isChecked(); }});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_form);
    layout->addLayout(makeRow({m_status, m_apply}, 0));
    connect(m_form, &FieldForm::changed, this, &SettingsRetention::showState);
    connect(m_apply, &QPushButton::clicked, this, &SettingsRetention::apply);
    bindLanguage(this, [this] { showKept(); });
    fill();
}

void SettingsRetention::fill()
{
    const int days = m_services.preferences.storage().keepCallDays;
    m_form->fill([&] {
        m_forever->setChecked(days == 0);
        m_days->setText(QString::number(days == 0 ? StoragePreferences::UsualCallDays : days));
    });
}

int SettingsRetention::edited() const
{
    return m_forever->isChecked()
        ? 0
        : static_cast<int>(numberIn(m_days, CallDays).value_or(StoragePreferences::UsualCallDays));
}

void SettingsRetention::showState()
{
    m_apply->setEnabled(!m_form->hasProblem() && edited() != m_services.preferences.storage().keepCallDays);
}

/// A longer time removes nothing; a shorter one asks, once it is known how many calls it means.
void SettingsRetention::apply()
{
    const int days = edited(), before = m_services.preferences.storage().keepCallDays;
    if (days == 0 || (before != 0 && days > before))
        return keep(days);
    CallFilter filter;
    filter.range = {0, QDateTime::currentMSecsSinceEpoch() - days * DayMs};
    m_count = m_services.readers.ask<qint64>(
        this, [filter](Connection &connection) { return countCalls(connection, filter); },
        [this, days](const qint64 &calls) { ask(days, calls); },
        [this](const QString &why) { setText(m_status, u"bad"_s, why); });
}

void SettingsRetention::ask(int days, qint64 calls)
{
    QMessageBox *box = makeMessageBox(
        QMessageBox::Warning, tr("Keep calls for a limited time"),
        tr("Remove calls that are older than %1 days, from now on and for good? %2 of the calls of now are. They go in "
           "quiet moments, with their numbers, their messages as received and what names their contacts; their counts "
           "by quarter hour stay.")
            .arg(m_services.format.count(days), m_services.format.count(calls)),
        QMessageBox::Cancel, this);
    box->setObjectName(u"retentionQuestion"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *yes = box->addButton(tr("Remove them"), QMessageBox::AcceptRole);
    yes->setObjectName(u"retentionYes"_s);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, days](const QAbstractButton *clicked) {
        if (clicked == yes)
            keep(days);
    });
    box->open();
}

void SettingsRetention::keep(int days)
{
    StoragePreferences storage = m_services.preferences.storage();
    storage.keepCallDays = days;
    m_services.preferences.setStorage(storage);
    m_services.writer.setCallsKept(days * DayMs);
    setText(m_status, u"good"_s, tr("Saved and applied."));
    showState();
}

void SettingsRetention::showKept()
{
    if (m_keptQuery.isActive())
        return;
    m_keptQuery = m_services.readers.ask<qint64>(
        this, [](Connection &connection) { return callsKeptSince(connection); },
        [this](const qint64 &since) {
            const QString kept = keptSinceText(since, {}, m_services.format.zone());
            if (!kept.isEmpty())
                setText(m_status, u"caption"_s, kept);
        });
}

} // namespace callboard
