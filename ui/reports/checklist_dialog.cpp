// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/checklist_dialog.h"

#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

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

QPushButton *plainButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ChecklistDialog::ChecklistDialog(const QString &title, const QList<std::pair<QString, QString>> &all,
                                 const QStringList &chosen, QWidget *parent)
    : QDialog(parent)
{
    setTitle(this, title);
    makeWidgets();
    for (const auto &[name, words] : all) {
        auto *item = new QListWidgetItem(words, m_list);
        item->setData(Qt::UserRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.isEmpty() || chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    layOut();
    connect(m_list, &QListWidget::itemChanged, this, &ChecklistDialog::check);
    connect(m_filter, &QLineEdit::textChanged, this, &ChecklistDialog::filter);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ChecklistDialog::makeWidgets()
{
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"checklistFilter"_s);
    m_filter->setPlaceholderText(tr("Find"));
    m_filter->setAccessibleName(tr("Find"));
    m_filter->setClearButtonEnabled(true);
    m_list = new QListWidget;
    m_list->setObjectName(u"checklist"_s);
    m_list->setProperty("styleClass", u"panel"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setTabKeyNavigation(false);
    m_state = new PlainLabel;
    m_state->setObjectName(u"checklistState"_s);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
}

void ChecklistDialog::layOut()
{
    auto *all = plainButton(tr("All"), u"checkAll"_s);
    auto *none = plainButton(tr("None"), u"checkNone"_s);
    connect(all, &QPushButton::clicked, this, [this] { setAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { setAll(false); });
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_filter, 1);
    top->addWidget(all);
    top->addWidget(none);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Unit);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_buttons);
    resize(110 * Unit, 130 * Unit);
}

/// All of those that the filter shows.
void ChecklistDialog::setAll(bool checked)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isHidden())
            m_list->item(row)->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
}

void ChecklistDialog::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

int ChecklistDialog::checkedCount() const
{
    int count = 0;
    for (int row = 0; row < m_list->count(); ++row)
        count += m_list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    return count;
}

void ChecklistDialog::check()
{
    const int count = checkedCount();
    if (count == 0)
        setText(m_state, u"bad"_s, tr("Choose at least one."));
    else
        setText(m_state, u"caption"_s, tr("%1 of %2 chosen").arg(count).arg(m_list->count()));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(count > 0);
}

QStringList ChecklistDialog::chosen() const
{
    QStringList names;
    if (checkedCount() == m_list->count())
        return names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return names;
}

} // namespace callboard
