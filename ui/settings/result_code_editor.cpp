// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/result_code_editor.h"

#include "store/write/store_writer.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/settings/result_list_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QEvent>
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
    makeWidgets();
    makeChoices();
    layOut();
    retranslate();
    fill();
    for (QLineEdit *edit : {m_zh, m_en})
        connect(edit, &QLineEdit::textChanged, this, &ResultCodeEditor::check);
    for (QComboBox *box : {m_class, m_validFrom})
        connect(box, &QComboBox::currentIndexChanged, this, &ResultCodeEditor::check);
    for (QCheckBox *flag : std::as_const(m_flags))
        connect(flag, &QCheckBox::toggled, this, &ResultCodeEditor::check);
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this, &ResultCodeEditor::check);
    connect(m_reset, &QPushButton::clicked, this, &ResultCodeEditor::askReset);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ResultCodeEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ResultCodeEditor::makeWidgets()
{
    m_zh = new QLineEdit;
    m_zh->setObjectName(u"wordZh"_s);
    m_zh->setPlaceholderText(resultWord(m_code, {}, true));
    m_en = new QLineEdit;
    m_en->setObjectName(u"wordEn"_s);
    m_en->setPlaceholderText(resultWord(m_code, {}, false));
    m_since = new QDateTimeEdit;
    m_since->setObjectName(u"since"_s);
    m_since->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_since->setCalendarPopup(true);
    m_past = new DetailTable(QString());
    m_past->setObjectName(u"meaningHistory"_s);
    m_pastHead = new PlainLabel;
    setStyleClass(m_pastHead, u"title"_s);
    m_status = new PlainLabel;
    m_status->setObjectName(u"codeStatus"_s);
    m_status->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"codeSave"_s);
    m_buttons->button(QDialogButtonBox::Save)->setProperty("styleClass", u"primary"_s);
    m_reset = m_buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(u"codeReset"_s);
    m_reset->setAutoDefault(false);
}

void ResultCodeEditor::makeChoices()
{
    m_class = new QComboBox;
    m_class->setObjectName(u"codeClass"_s);
    for (int i = 0; i < OutcomeClassCount; ++i)
        m_class->addItem(QString());
    m_validFrom = new QComboBox;
    m_validFrom->setObjectName(u"codeHolds"_s);
    m_validFrom->addItems({QString(), QString(), QString()});
    m_flagBox = new QWidget;
    m_flagBox->setObjectName(u"codeFlags"_s);
    auto *layout = new QVBoxLayout(m_flagBox);
    layout->setContentsMargins({});
    layout->setSpacing(Unit);
    for (const ResultFlag flag : AllFlags) {
        auto *box = new QCheckBox;
        box->setObjectName(u"codeFlag%1"_s.arg(static_cast<int>(flag)));
        layout->addWidget(box);
        m_flags.append(box);
    }
    m_flagBox->setFocusProxy(m_flags.constFirst());
}

void ResultCodeEditor::layOut()
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_zh, m_en, m_class, m_flagBox, m_validFrom, m_since})
        m_form->add(control);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(m_pastHead);
    layout->addWidget(m_past);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    resize(190 * Unit, 130 * Unit);
}

/// What is being edited stays as it is.
void ResultCodeEditor::retranslate()
{
    setTitle(this, tr("Result code %1: %2").arg(m_code, meaningWord(m_now, m_services.format.isChinese())));
    m_past->setAccessibleName(tr("What the code meant"));
    m_pastHead->setText(tr("What it meant until now"));
    for (int i = 0; i < OutcomeClassCount; ++i)
        m_class->setItemText(i, outcomeClassWord(static_cast<OutcomeClass>(i)));
    const QString validFrom[] = {tr("from now on"), tr("from a date on"), tr("for all of time")};
    for (int i = 0; i < m_validFrom->count(); ++i)
        m_validFrom->setItemText(i, validFrom[i]);
    for (qsizetype i = 0; i < m_flags.size(); ++i)
        m_flags[i]->setText(flagWords(AllFlags[i]));
    m_reset->setText(tr("As shipped…"));
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    nameFields();
    showHistory();
}

void ResultCodeEditor::nameFields()
{
    m_form->setTexts(m_zh, tr("Word in Chinese"), tr("Empty: the specification's."));
    m_form->setTexts(m_en, tr("Word in English"), tr("Empty: the shipped one."));
    m_form->setTexts(m_class, tr("Class"), tr("Sets the colour and the position in charts."));
    m_form->setTexts(m_flagBox, tr("Means"),
                     tr("Success counts in campaigns without codes of their own; line faults and bad numbers have "
                        "figures of their own."));
    m_form->setTexts(m_validFrom, tr("Valid"),
                     tr("Figures are updated at once. Reports can use the definitions of their time, or today's."));
    m_form->setTexts(m_since, tr("Date"), tr("Until the next change that is listed below."));
}

void ResultCodeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
    QDialog::changeEvent(event);
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
    switch (static_cast<ValidFrom>(m_validFrom->currentIndex())) {
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

void ResultCodeEditor::check()
{
    for (QLineEdit *edit : {m_zh, m_en}) {
        const bool isLong = edit->text().size() > LongestWord;
        m_form->setProblem(edit, isLong ? tr("At most %1 characters.").arg(LongestWord) : QString());
    }
    const auto validFrom = static_cast<ValidFrom>(m_validFrom->currentIndex());
    m_form->setRowVisible(m_since, validFrom == ValidFrom::FromDate);
    ResultMeaning same = m_now;
    same.since = 0;
    ResultMeaning wanted = meaning();
    wanted.since = 0;
    const bool isChange = wanted != same || validFrom != ValidFrom::FromNow;
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
