// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/saved_filters_dialog.h"

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

constexpr int LongestName = 60;
constexpr int DialogWidth = 100 * Theme::Unit;

QLineEdit *nameEdit()
{
    auto *edit = new QLineEdit;
    edit->setObjectName(u"filterName"_s);
    edit->setMaxLength(LongestName);
    return edit;
}

QLabel *hintLabel()
{
    auto *label = new PlainLabel;
    label->setObjectName(u"filterNameHint"_s);
    label->setProperty("styleClass", u"caption"_s);
    label->setWordWrap(true);
    return label;
}

} // namespace

SaveFilterDialog::SaveFilterDialog(const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_name(nameEdit())
    , m_hint(hintLabel())
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setTitle(this, tr("Save this filter"));
    auto *label = new PlainLabel(tr("Name of the filter"));
    label->setBuddy(m_name);
    m_name->setAccessibleName(label->text());
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_hint);
    layout->addWidget(m_buttons);
    setMinimumWidth(DialogWidth);
    connect(m_name, &QLineEdit::textChanged, this, &SaveFilterDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT nameChosen(m_name->text().trimmed());
        accept();
    });
    check();
}

void SaveFilterDialog::check()
{
    const QString name = m_name->text().trimmed();
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!name.isEmpty());
    m_hint->setText(m_taken.contains(name)
                        ? tr("A filter of this name exists. Saving replaces it.")
                        : tr("The conditions, the period and the campaigns are saved as currently selected."));
}

ManageFiltersDialog::ManageFiltersDialog(const SavedFilters &filters, QWidget *parent)
    : QDialog(parent)
    , m_filters(filters)
    , m_list(new QListWidget)
    , m_name(nameEdit())
    , m_hint(hintLabel())
    , m_rename(new QPushButton(tr("Rename")))
    , m_delete(new QPushButton(tr("Delete")))
{
    setTitle(this, tr("Saved filters"));
    m_list->setAccessibleName(tr("Saved filters"));
    m_list->setObjectName(u"filterList"_s);
    m_rename->setObjectName(u"renameFilter"_s);
    m_delete->setObjectName(u"deleteFilter"_s);
    m_name->setAccessibleName(tr("New name"));
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &ManageFiltersDialog::showCurrent);
    connect(m_name, &QLineEdit::returnPressed, this, &ManageFiltersDialog::rename);
    connect(m_rename, &QPushButton::clicked, this, &ManageFiltersDialog::rename);
    connect(m_delete, &QPushButton::clicked, this, &ManageFiltersDialog::remove);
    fill(m_filters.names().value(0));
}

void ManageFiltersDialog::layOut()
{
    m_rename->setAutoDefault(false);
    m_delete->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_rename);
    row->addWidget(m_delete);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    setMinimumWidth(DialogWidth);
}

QString ManageFiltersDialog::currentName() const
{
    return m_list->currentItem() ? m_list->currentItem()->text() : QString();
}

void ManageFiltersDialog::fill(const QString &current)
{
    m_list->clear();
    m_list->addItems(m_filters.names());
    m_list->setCurrentRow(std::max(0, static_cast<int>(m_filters.names().indexOf(current))));
    showCurrent();
}

void ManageFiltersDialog::showCurrent()
{
    const bool any = m_list->currentItem() != nullptr;
    m_name->setText(currentName());
    m_name->setEnabled(any);
    m_rename->setEnabled(any);
    m_delete->setEnabled(any);
    m_hint->clear();
}

void ManageFiltersDialog::rename()
{
    const QString wanted = m_name->text().trimmed();
    if (!m_filters.rename(currentName(), wanted)) {
        m_hint->setText(wanted.isEmpty() ? tr("A filter needs a name.") : tr("Another filter already has this name."));
        return;
    }
    fill(wanted);
    Q_EMIT filtersChanged(m_filters);
}

void ManageFiltersDialog::remove()
{
    m_filters.remove(currentName());
    fill(m_filters.names().value(0));
    Q_EMIT filtersChanged(m_filters);
}

} // namespace callboard
