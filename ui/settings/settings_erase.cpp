// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_erase.h"

#include "record/call/masking.h"
#include "record/call/person_number.h"
#include "store/database/store_backend.h"
#include "store/database/store_problem_text.h"
#include "store/erase/erase.h"
#include "store/erase/erasure_upkeep.h"
#include "store/write/store_writer.h"
#include "ui/common/forms/controls.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/erase_words.h"
#include "ui/session/preferences.h"
#include "ui/session/view_state.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsErase::SettingsErase(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_status(makeStatus(u"eraseStatus"_s))
    , m_number(makeNamed<QLineEdit>(u"eraseNumber"_s))
    , m_look(makeNamed<QPushButton>(u"eraseLook"_s))
{
    bindName(m_number, [] { return tr("Number to erase"); });
    bindPlaceholder(m_number, [] { return tr("Number to erase"); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(makeTitle([] { return tr("Erase a number"); }));
    layout->addLayout(makeRow({m_number, m_look}, 0));
    layout->addWidget(makeCaption({}, [] {
        return tr("Removes a person's number from calls, customer data, messages and the audit log. The calls are "
                  "kept as counts. The number is searched for first.");
    }));
    layout->addWidget(m_status);
    connect(m_number, &QLineEdit::textEdited, this, [this] { m_given.clear(); });
    connect(m_number, &QLineEdit::textChanged, this, &SettingsErase::showState);
    connect(m_number, &QLineEdit::returnPressed, m_look, &QPushButton::click);
    connect(m_look, &QPushButton::clicked, this, [this] {
        if (m_work.isRunning())
            m_work.cancel();
        else
            look();
    });
    connect(&m_work, &StoreWork::failed, this, [this](const StoreProblem &problem) {
        setText(m_status, u"bad"_s, storeProblemText(problem));
        showState();
    });
    connect(&m_work, &StoreWork::cancelled, this, [this] {
        setText(m_status, u"caption"_s, tr("Cancelled. Nothing was changed."));
        showState();
    });
    connect(&m_work, &StoreWork::progressed, this, [this](qint64 done, qint64 all) {
        const qint64 percent = all > 0 ? 100 * std::min(done, all) / all : 0;
        setText(m_status, u"caption"_s, tr("Searching: %1 %").arg(percent));
    });
    bindLanguage(this, [this] { showState(); });
}

void SettingsErase::setNumber(const QString &number)
{
    m_number->setText(m_services.view.privacy() == Privacy::Masked ? maskText(number) : number);
    m_given = number;
    m_number->setFocus();
}

QString SettingsErase::number() const
{
    return m_given.isEmpty() ? m_number->text().trimmed() : m_given;
}

void SettingsErase::showState()
{
    m_look->setText(m_work.isRunning() ? tr("Cancel") : tr("Search…"));
    m_look->setEnabled(!m_number->text().trimmed().isEmpty() && !m_services.preferences.isDemo() && !m_isErasing);
    m_number->setEnabled(!m_work.isRunning() && !m_isErasing);
}

void SettingsErase::look()
{
    const QString text = number();
    const auto person = PersonNumber::parse(text);
    if (!person)
        return setText(m_status, u"bad"_s, tr("A phone number has 7 to 20 digits."));
    const auto report = std::make_shared<EraseReport>();
    disconnect(&m_work, &StoreWork::done, this, nullptr);
    connect(&m_work, &StoreWork::done, this, [this, text, report] {
        showState();
        ask(text, *report);
    });
    setText(m_status, u"caption"_s, tr("Searching…"));
    m_work.start([person, report, store = m_services.preferences.store()](const StoreWork::Watch &watch) {
        EraseOptions options;
        options.isDryRun = true;
        options.progress = watch.progress;
        options.cancelled = watch.cancelled;
        *report = eraseNumber(store, *person, options);
        if (report->counts.erased.isEmpty() && report->counts.hidden == 0) // the proof, where it was erased before
            report->found = StoreBackend::of(store)->findBytes(person->digits());
    });
    showState();
}

void SettingsErase::ask(const QString &number, const EraseReport &report)
{
    const EraseCounts &counts = report.counts;
    const QStringList lines = erasedLines(counts, m_services.format);
    QStringList kept = keptLines(counts, m_services.format);
    if (lines.isEmpty() && counts.hidden == 0) {
        const bool isClean = report.found.isEmpty() && report.copies.isEmpty() && kept.isEmpty();
        const QStringList files = fileLines(report, m_services.format);
        const QString nowhere = kept.isEmpty() ? tr("The number is not in the store.")
                                               : tr("Nothing of the number can be erased in the store.");
        return setText(m_status, isClean ? u"good"_s : u"warning"_s, (QStringList{nowhere} + kept + files).join(u'\n'));
    }
    if (counts.hidden > 0)
        kept.prepend(hiddenLine(counts, 0, m_services.format));
    kept.append(tr("The calls are kept as counts. Copies of the store and exported files are not changed."));
    setText(m_status, u"caption"_s, {});
    QMessageBox *box = makeMessageBox(QMessageBox::Warning, tr("Erase a number"),
                                      tr("This would be permanently erased:") + u"\n\n"_s + lines.join(u'\n')
                                          + u"\n\n"_s + kept.join(u"\n\n"_s),
                                      QMessageBox::Cancel, this);
    box->setObjectName(u"eraseQuestion"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    if (report.counts.hidden > 0) {
        auto *atOnce = new QCheckBox(tr("Erase messages younger than 30 days at once, too"));
        atOnce->setObjectName(u"eraseAtOnce"_s);
        box->setCheckBox(atOnce);
    }
    QPushButton *yes = box->addButton(tr("Erase"), QMessageBox::AcceptRole);
    yes->setObjectName(u"eraseYes"_s);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, yes, number](const QAbstractButton *clicked) {
        if (clicked == yes)
            erase(number, box->checkBox() && box->checkBox()->isChecked());
    });
    box->open();
}

void SettingsErase::erase(const QString &number, bool atOnce)
{
    const auto person = PersonNumber::parse(number);
    if (!person)
        return;
    m_isErasing = true;
    setText(m_status, u"caption"_s, tr("Erasing in small steps between pushes."));
    showState();
    m_services.writer.eraseNumber(
        *person, atOnce, this,
        [this](const QString &error) {
            if (error.isEmpty())
                return;
            m_isErasing = false;
            setText(m_status, u"bad"_s, error);
            showState();
        },
        [this, person = *person](const FinishedErasure &erasure) { prove(person, erasure); });
}

/// Reads the store and its files once more: what is said about them is what is so.
void SettingsErase::prove(const PersonNumber &person, const FinishedErasure &erasure)
{
    m_services.view.noteErased(person);
    m_isErasing = false;
    const auto report = std::make_shared<EraseReport>();
    disconnect(&m_work, &StoreWork::done, this, nullptr);
    connect(&m_work, &StoreWork::done, this, [this, erasure, report] {
        showState();
        showAccount(erasure, *report);
    });
    m_work.start([person, report, store = m_services.preferences.store()](const StoreWork::Watch &watch) {
        *report =
            eraseNumber(store, person,
                        {.isDryRun = true, .atOnce = true, .progress = watch.progress, .cancelled = watch.cancelled});
        report->found = StoreBackend::of(store)->findBytes(person.digits());
    });
    showState();
}

void SettingsErase::showAccount(const FinishedErasure &erasure, const EraseReport &after)
{
    const Format &format = m_services.format;
    QStringList lines = erasedLines(erasure.counts, format);
    lines.prepend(lines.isEmpty() ? tr("Nothing was to be erased.") : tr("Erased:"));
    if (erasure.dueAt > 0)
        lines.append(hiddenLine(erasure.counts, erasure.dueAt, format));
    lines += keptLines(erasure.counts, format);
    if (!after.counts.erased.isEmpty())
        lines += tr("Calls or messages with the number arrived in the meantime. Search again.");
    lines += fileLines(after, format);
    const bool isClean = after.found.isEmpty() && after.copies.isEmpty() && after.counts.erased.isEmpty()
        && keptLines(erasure.counts, format).isEmpty();
    setText(m_status, isClean ? u"good"_s : u"warning"_s, lines.join(u'\n'));
}

} // namespace callboard
