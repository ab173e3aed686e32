// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/result_code_editor.h"

#include "store/write/store_writer.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/settings/result_columns.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr qsizetype LongestWord = 40;
constexpr ResultFlag AllFlags[] = {ResultFlag::AnsweredPerson, ResultFlag::Success, ResultFlag::BadNumber,
                                   ResultFlag::LineFault};

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

ResultCodeEditor::ResultCodeEditor(const Services &services, const QString &code, const QList<ResultMeaning> &history,
                                   QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_code(code)
    , m_history(history)
    , m_now(MeaningHistory(history).at(nowMs()).meaningOf(code))
    , m_form(new FieldForm)
{
    bindTitle(this, [this] {
        return tr("Result code %1: %2").arg(m_code, meaningWord(m_now, m_services.format.isChinese()));
    });
    addWords();
    addMeaning();
    addDates();
    layOut();
    connect(m_form, &FieldForm::changed, this, &ResultCodeEditor::showState);
    connect(m_reset, &QPushButton::clicked, this, &ResultCodeEditor::askReset);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ResultCodeEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->fill([this] { fill(); });
}

void ResultCodeEditor::addWords()
{
    const auto add = [this](const QString &key, const TextFunction &label, const TextFunction &hint, bool chinese) {
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(resultWord(m_code, {}, chinese));
        const auto problem = [edit] {
            return edit->text().size() > LongestWord ? tr("At most %1 characters.").arg(LongestWord) : QString();
        };
        return m_form->add(key, edit, {.label = label, .hint = hint, .problem = problem});
    };
    m_zh = add(
        u"wordZh"_s, [] { return tr("Word in Chinese"); }, [] { return tr("Empty: the specification's."); }, true);
    m_en = add(
        u"wordEn"_s, [] { return tr("Word in English"); }, [] { return tr("Empty: the shipped one."); }, false);
}

void ResultCodeEditor::addMeaning()
{
    m_class = new QComboBox;
    bindItems(m_class, [] {
        QStringList words;
        for (int i = 0; i < OutcomeClassCount; ++i)
            words.append(outcomeClassWord(static_cast<OutcomeClass>(i)));
        return words;
    });
    m_form->add(u"codeClass"_s, m_class,
                {.label = [] { return tr("Class"); },
                 .hint = [] { return tr("Sets the colour and the position in charts."); }});
    auto *flags = new QWidget;
    auto *layout = new QVBoxLayout(flags);
    layout->setContentsMargins({});
    layout->setSpacing(Unit);
    for (const ResultFlag flag : AllFlags) {
        auto *box = makeNamed<QCheckBox>(u"codeFlag%1"_s.arg(static_cast<int>(flag)));
        bindText(box, [flag] { return flagWords(flag); });
        layout->addWidget(box);
        m_flags.append(box);
    }
    m_form->add(u"codeFlags"_s, flags,
                {.label = [] { return tr("Means"); },
                 .hint =
                     [] {
                         return tr(
                             "Success counts in campaigns without codes of their own; line faults and bad numbers have "
                             "figures of their own.");
                     }});
}

void ResultCodeEditor::addDates()
{
    m_validFrom = new QComboBox;
    bindItems(m_validFrom, [] { return QStringList{tr("from now on"), tr("from a date on"), tr("for all of time")}; });
    m_form->add(u"codeHolds"_s, m_validFrom,
                {.label = [] { return tr("Valid"); },
                 .hint =
                     [] {
                         return tr(
                             "Figures are updated at once. Reports can use the definitions of their time, or today's.");
                     }});
    m_since = new QDateTimeEdit;
    m_since->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_since->setCalendarPopup(true);
    m_form->add(u"since"_s, m_since,
                {.label = [] { return tr("Date"); },
                 .hint = [] { return tr("Until the next change that is listed below."); },
                 .isVisible = [this] { return validFrom() == ValidFrom::FromDate; }});
}

void ResultCodeEditor::layOut()
{
    m_past = new DetailTable(QString());
    m_past->setObjectName(u"meaningHistory"_s);
    bindName(m_past, [] { return tr("What the code meant"); });
    bindLanguage(m_past, [this] { showHistory(); });
    m_status = makeStatus(u"codeStatus"_s);
    m_buttons = makeDialogButtons(u"codeSave"_s);
    m_reset = m_buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(u"codeReset"_s);
    m_reset->setAutoDefault(false);
    bindText(m_reset, [] { return tr("As shipped…"); });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(makeTitle([] { return tr("What it meant until now"); }));
    layout->addWidget(m_past);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    resize(190 * Unit, 130 * Unit);
}

void ResultCodeEditor::fill()
{
    m_zh->setText(m_now.zh);
    m_en->setText(m_now.en);
    m_class->setCurrentIndex(static_cast<int>(m_now.outcomeClass));
    for (qsizetype i = 0; i < m_flags.size(); ++i)
        m_flags[i]->setChecked(m_now.flags.testFlag(AllFlags[i]));
    m_since->setDateTime(QDateTime::currentDateTime().date().startOfDay());
    m_reset->setEnabled(!m_history.isEmpty());
}

void ResultCodeEditor::setValidFrom(ValidFrom validFrom, qint64 sinceMs)
{
    m_validFrom->setCurrentIndex(static_cast<int>(validFrom));
    if (validFrom == ValidFrom::FromDate)
        m_since->setDateTime(QDateTime::fromMSecsSinceEpoch(sinceMs));
}

void ResultCodeEditor::showHistory()
{
    const bool chinese = m_services.format.isChinese();
    const auto rowOf = [&](const QString &since, const ResultMeaning &past) {
        return QStringList{since, meaningWord(past, chinese), outcomeClassWord(past.outcomeClass),
                           flagWords(past.flags)};
    };
    QList<QStringList> rows;
    for (const ResultMeaning &past : m_history)
        rows.prepend(rowOf(past.since == 0 ? tr("for all of time") : m_services.format.dateTime(past.since), past));
    rows.append(rowOf(tr("as shipped"), shippedMeaning(m_code)));
    m_past->setTitles({tr("Since"), tr("Word"), tr("Class"), tr("Means")});
    m_past->setRows(rows);
}

qint64 ResultCodeEditor::since() const
{
    switch (validFrom()) {
    case ValidFrom::FromNow:
        return nowMs();
    case ValidFrom::FromDate:
        return m_since->dateTime().toMSecsSinceEpoch();
    case ValidFrom::Always:
        break;
    }
    return 0;
}

ResultMeaning ResultCodeEditor::meaning() const
{
    ResultMeaning meaning;
    meaning.code = m_code;
    meaning.since = since();
    meaning.outcomeClass = static_cast<OutcomeClass>(m_class->currentIndex());
    for (qsizetype i = 0; i < m_flags.size(); ++i)
        meaning.flags.setFlag(AllFlags[i], m_flags[i]->isChecked());
    meaning.zh = m_zh->text().simplified();
    meaning.en = m_en->text().simplified();
    return meaning;
}

QList<ResultMeaning> ResultCodeEditor::edited() const
{
    const ResultMeaning wanted = meaning();
    if (wanted.since == 0)
        return {wanted};
    QList<ResultMeaning> all = m_history;
    all.removeIf([&wanted](const ResultMeaning &past) { return past.since == wanted.since; });
    all.append(wanted);
    return all;
}

ResultCodeEditor::ValidFrom ResultCodeEditor::validFrom() const
{
    return static_cast<ValidFrom>(m_validFrom->currentIndex());
}

void ResultCodeEditor::showState()
{
    ResultMeaning same = m_now;
    same.since = 0;
    ResultMeaning wanted = meaning();
    wanted.since = 0;
    const bool isChange = wanted != same || validFrom() != ValidFrom::FromNow;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(isChange && !m_form->hasProblem());
}

void ResultCodeEditor::save()
{
    if (!m_form->hasProblem())
        store(edited());
}

void ResultCodeEditor::askReset()
{
    auto *box =
        makeMessageBox(QMessageBox::Question, tr("As shipped"),
                       tr("Remove all changes of code %1, for all dates? All figures are updated at once.").arg(m_code),
                       QMessageBox::Ok | QMessageBox::Cancel, this);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Ok)
            store({});
    });
    box->open();
}

void ResultCodeEditor::store(const QList<ResultMeaning> &meanings)
{
    setEnabled(false);
    m_services.writer.replaceMeanings(m_code, meanings, this, [this](const QString &error) {
        setEnabled(true);
        if (!error.isEmpty())
            return setText(m_status, u"bad"_s, tr("Not saved. The code is not changed. %1").arg(error));
        Q_EMIT saved();
        accept();
    });
}

} // namespace callboard
