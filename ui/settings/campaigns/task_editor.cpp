// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_editor.h"

#include "campaign/calling_hours_text.h"
#include "campaign/task_import.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/campaigns/task_columns.h"

#include <QComboBox>
#include <QDialogButtonBox>
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
    , m_status(makeStatus(u"taskStatus"_s))
    , m_buttons(makeDialogButtons(u"taskSave"_s))
{
    bindTitle(this, [this] { return tr("Campaign %1").arg(m_task.taskId); });
    addFields();
    addRule();
    setStyleClass(m_status, u"bad"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    fillCodes();
    connect(m_form, &FieldForm::changed, this,
            [this] { m_buttons->button(QDialogButtonBox::Save)->setEnabled(!m_form->hasProblem()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &TaskEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->fill([this] { fill(); });
    resize(200 * Unit, sizeHint().height());
}

void TaskEditor::addFields()
{
    m_form->add(u"taskName"_s, m_name,
                {.label = [] { return tr("Name"); },
                 .hint = [] { return tr("The name of the campaign in this program. Empty: its task_id."); },
                 .problem =
                     [this] {
                         const bool isLong = m_name->text().size() > LongestTaskText;
                         return isLong ? tr("At most %1 characters.").arg(LongestTaskText) : QString();
                     }});
    m_form->add(
        u"taskListSize"_s, m_size,
        {.label = [] { return tr("List size"); },
         .hint = [] { return tr("The number of contacts in the list, used for the progress. Empty: unknown."); },
         .problem =
             [this] {
                 QString problem;
                 if (!m_size->text().trimmed().isEmpty())
                     readListSize(m_size->text(), &problem);
                 return problem;
             }});
    m_form->add(u"taskHours"_s, m_hours,
                {.label = [] { return tr("Calling hours"); },
                 .hint =
                     [] {
                         return tr("Such as Mon-Fri 09:00-12:00, 13:30-20:00; Sat 10:00-16:00. Empty: any time. Alerts "
                                   "for missing pushes are limited to them.");
                     },
                 .problem =
                     [this] {
                         QString problem;
                         readCallingHours(m_hours->text(), &problem);
                         return problem;
                     }});
}

void TaskEditor::addRule()
{
    bindItems(m_rule, [] { return QStringList{tr("as the result codes say"), tr("codes of its own")}; });
    m_form->add(u"taskRule"_s, m_rule,
                {.label = [] { return tr("Success"); },
                 .hint =
                     [this] {
                         return tr("Which results count as success in this campaign. The result codes say: %1.")
                             .arg(successRuleText(m_services.feed.meanings().successCodes(), codeWords(m_services)));
                     }});
    m_codes->setProperty("styleClass", u"panel"_s);
    m_codes->setMinimumHeight(60 * Unit);
    m_codes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_form->add(u"taskCodes"_s, m_codes,
                {.label = [] { return tr("Codes"); },
                 .hint = [] { return tr("Success is a call with one of these results."); },
                 .problem = [this] { return checkedCodes().isEmpty() ? tr("Choose at least one code.") : QString(); },
                 .isEnabled = [this] { return m_rule->currentIndex() == OwnCodes; }});
}

void TaskEditor::fillCodes()
{
    for (const QString &code : knownCodes(m_services, m_task.successCodes)) {
        auto *item = new QListWidgetItem(m_codes);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_task.successCodes.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
    bindLanguage(m_codes, [this] {
        const CodeWord word = codeWords(m_services);
        for (int row = 0; row < m_codes->count(); ++row) {
            const QString code = m_codes->item(row)->data(Qt::UserRole).toString();
            m_codes->item(row)->setText(u"%1 %2"_s.arg(code, word(code)));
        }
    });
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
