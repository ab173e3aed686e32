// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_editor.h"

#include "campaign/calling_hours_text.h"
#include "campaign/task_import.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/campaigns/task_list_model.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int ByMeanings = 0, OwnCodes = 1; ///< entries of the rule's box

} // namespace

TaskEditor::TaskEditor(const Services &services, const TaskInfo &task, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_task(task)
    , m_form(new FieldForm)
    , m_name(new QLineEdit)
    , m_size(new QLineEdit)
    , m_hours(new QLineEdit)
    , m_rule(new QComboBox)
    , m_codes(new QListWidget)
    , m_status(new PlainLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    makeWidgets();
    layOut();
    fillCodes();
    retranslate();
    fill();
    for (QLineEdit *edit : {m_name, m_size, m_hours})
        connect(edit, &QLineEdit::textChanged, this, &TaskEditor::check);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &TaskEditor::check);
    connect(m_codes, &QListWidget::itemChanged, this, &TaskEditor::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &TaskEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void TaskEditor::makeWidgets()
{
    m_name->setObjectName(u"taskName"_s);
    m_size->setObjectName(u"taskListSize"_s);
    m_hours->setObjectName(u"taskHours"_s);
    m_rule->setObjectName(u"taskRule"_s);
    m_codes->setObjectName(u"taskCodes"_s);
    m_codes->setProperty("styleClass", u"panel"_s);
    m_codes->setMinimumHeight(60 * Unit);
    m_codes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rule->addItems({QString(), QString()});
    m_status->setObjectName(u"taskStatus"_s);
    m_status->setProperty("styleClass", u"bad"_s);
    m_status->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"taskSave"_s);
    m_buttons->button(QDialogButtonBox::Save)->setProperty("styleClass", u"primary"_s);
}

void TaskEditor::layOut()
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_name, m_size, m_hours, m_rule, m_codes})
        m_form->add(control);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    resize(200 * Unit, sizeHint().height());
}

/// What is being edited stays as it is, but for a hint beside a field that is wrong: that is said again.
void TaskEditor::retranslate()
{
    setTitle(this, tr("Campaign %1").arg(m_task.taskId));
    m_rule->setItemText(ByMeanings, tr("as the result codes say"));
    m_rule->setItemText(OwnCodes, tr("codes of its own"));
    m_form->setTexts(m_name, tr("Name"), tr("The name of the campaign in this program. Empty: its task_id."));
    m_form->setTexts(m_size, tr("List size"),
                     tr("The number of contacts in the list, used for the progress. Empty: unknown."));
    m_form->setTexts(m_hours, tr("Calling hours"),
                     tr("Such as Mon-Fri 09:00-12:00, 13:30-20:00; Sat 10:00-16:00. Empty: any time. Alerts for "
                        "missing pushes are limited to them."));
    m_form->setTexts(m_rule, tr("Success"),
                     tr("Which results count as success in this campaign. The result codes say: %1.")
                         .arg(successRuleText(m_services.feed.meanings().successCodes(), codeWords(m_services))));
    m_form->setTexts(m_codes, tr("Codes"), tr("Success is a call with one of these results."));
    const CodeWord word = codeWords(m_services);
    for (int row = 0; row < m_codes->count(); ++row) {
        const QString code = m_codes->item(row)->data(Qt::UserRole).toString();
        m_codes->item(row)->setText(u"%1 %2"_s.arg(code, word(code)));
    }
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void TaskEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
    QDialog::changeEvent(event);
}

void TaskEditor::fillCodes()
{
    const QStringList codes = knownCodes(m_services, m_task.successCodes);
    for (const QString &code : codes) {
        auto *item = new QListWidgetItem(m_codes);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_task.successCodes.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
}

void TaskEditor::fill()
{
    m_name->setText(m_task.alias);
    m_size->setText(m_task.listSize > 0 ? QString::number(m_task.listSize) : QString());
    m_hours->setText(storedHoursText(m_task.callingHours));
    m_rule->setCurrentIndex(m_task.successCodes.isEmpty() ? ByMeanings : OwnCodes);
}

QStringList TaskEditor::checkedCodes() const
{
    QStringList codes;
    for (int row = 0; row < m_codes->count(); ++row) {
        if (m_codes->item(row)->checkState() == Qt::Checked)
            codes.append(m_codes->item(row)->data(Qt::UserRole).toString());
    }
    return codes;
}

void TaskEditor::check()
{
    const bool isOwn = m_rule->currentIndex() == OwnCodes;
    m_codes->setEnabled(isOwn);
    const bool isLong = m_name->text().size() > LongestTaskText;
    m_form->setProblem(m_name, isLong ? tr("At most %1 characters.").arg(LongestTaskText) : QString());
    QString problem;
    if (!m_size->text().trimmed().isEmpty())
        readListSize(m_size->text(), &problem);
    m_form->setProblem(m_size, problem);
    problem.clear();
    readCallingHours(m_hours->text(), &problem);
    m_form->setProblem(m_hours, problem);
    m_form->setProblem(m_codes, isOwn && checkedCodes().isEmpty() ? tr("Choose at least one code.") : QString());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!m_form->hasProblem());
}

TaskInfo TaskEditor::edited() const
{
    TaskInfo task = m_task;
    task.alias = m_name->text().simplified();
    task.listSize = readListSize(m_size->text()).value_or(0);
    task.callingHours = readCallingHours(m_hours->text()).value_or(CallingHours()).toJson();
    task.successCodes = m_rule->currentIndex() == OwnCodes ? checkedCodes() : QStringList();
    return task;
}

void TaskEditor::save()
{
    if (m_form->hasProblem())
        return;
    setEnabled(false);
    m_services.writer.setTasks({edited()}, this, [this](const QString &error) { showSaved(error); });
}

void TaskEditor::showSaved(const QString &error)
{
    setEnabled(true);
    m_status->setText(error.isEmpty() ? QString() : tr("Not saved. The campaign is not changed. %1").arg(error));
    if (!error.isEmpty())
        return;
    Q_EMIT saved(edited());
    accept();
}

} // namespace callboard
