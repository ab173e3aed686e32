// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_retention.h"

#include "store/read/contact_queries.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "text/format.h"
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

SettingsRetention::SettingsRetention(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_form(new FieldForm)
    , m_status(new PlainLabel)
    , m_forever(new QCheckBox)
    , m_days(new QLineEdit)
    , m_apply(new QPushButton)
{
    m_forever->setObjectName(u"keepCallsForever"_s);
    m_days->setObjectName(u"keepCallDays"_s);
    m_apply->setObjectName(u"retentionApply"_s);
    m_status->setObjectName(u"retentionStatus"_s);
    m_status->setWordWrap(true);
    m_head = m_form->addHead();
    m_form->add(m_forever);
    m_form->add(m_days);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_status, 1);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    connect(m_forever, &QCheckBox::toggled, this, &SettingsRetention::check);
    connect(m_days, &QLineEdit::textChanged, this, &SettingsRetention::check);
    connect(m_apply, &QPushButton::clicked, this, &SettingsRetention::apply);
    retranslate();
    fill();
}

void SettingsRetention::retranslate()
{
    using P = StoragePreferences;
    m_head->setText(tr("Calls"));
    m_form->setTexts(m_forever, tr("Keep"),
                     tr("Otherwise older calls are removed, with their numbers and their messages. Their counts per "
                        "quarter hour are kept, and with them charts and rates."));
    m_forever->setText(tr("calls, for ever"));
    m_form->setTexts(m_days, tr("Days to keep calls"),
                     tr("From %1 to %2.").arg(QString::number(P::LeastCallDays), QString::number(P::MostDays)));
    m_apply->setText(tr("Apply…"));
    m_apply->setAccessibleName(tr("Apply how long calls are kept"));
    check();
    showKept();
}

void SettingsRetention::fill()
{
    const int days = m_services.preferences.storage().keepCallDays;
    m_forever->setChecked(days == 0);
    m_days->setText(QString::number(days == 0 ? StoragePreferences::UsualCallDays : days));
    check();
}

int SettingsRetention::edited() const
{
    using P = StoragePreferences;
    return m_forever->isChecked()
        ? 0
        : static_cast<int>(numberIn(m_days, P::LeastCallDays, P::MostDays).value_or(P::UsualCallDays));
}

void SettingsRetention::check()
{
    using P = StoragePreferences;
    m_days->setEnabled(!m_forever->isChecked());
    const bool isDays = m_forever->isChecked() || numberIn(m_days, P::LeastCallDays, P::MostDays).has_value();
    m_form->setProblem(
        m_days,
        isDays
            ? QString()
            : tr("A whole number from %1 to %2.").arg(QString::number(P::LeastCallDays), QString::number(P::MostDays)));
    m_apply->setEnabled(isDays && edited() != m_services.preferences.storage().keepCallDays);
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
    check();
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
