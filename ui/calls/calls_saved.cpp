// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_saved.h"

#include "record/filter/filter_persons.h"
#include "ui/calls/saved_filters_dialog.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QMenu>

namespace callboard {

using namespace Qt::StringLiterals;

CallsSaved::CallsSaved(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"savedFilters"_s);
    setProperty("styleClass", u"boxed"_s);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &CallsSaved::fillMenu);
    bindName(this, [] { return tr("Saved filters"); });
    bindLanguage(this, [this] {
        setText(tr("Saved filters") + u" ▾"_s);
        fillMenu();
    });
}

void CallsSaved::fillMenu()
{
    menu()->clear();
    const QList<SavedFilter> list = m_filters.list();
    for (const SavedFilter &filter : list) {
        QString text = filter.name;
        QAction *action = menu()->addAction(buttonText(text));
        connect(action, &QAction::triggered, this, [this, filter] { Q_EMIT chosen(filter); });
    }
    if (list.isEmpty())
        menu()->addAction(tr("None yet"))->setEnabled(false);
    menu()->addSeparator();
    connect(menu()->addAction(tr("Save this filter…")), &QAction::triggered, this, &CallsSaved::askName);
    QAction *managing = menu()->addAction(tr("Rename or delete…"));
    managing->setEnabled(!list.isEmpty());
    connect(managing, &QAction::triggered, this, &CallsSaved::manage);
}

void CallsSaved::setFilters(const SavedFilters &filters)
{
    m_filters = filters;
    fillMenu();
}

void CallsSaved::put(const SavedFilter &filter)
{
    m_filters.put(filter);
    fillMenu();
    Q_EMIT filtersChanged();
}

void CallsSaved::removePerson(const PersonNumber &person)
{
    const QList<SavedFilter> all = m_filters.list();
    for (const SavedFilter &filter : all) {
        if (person.isIn(filter.name) || namesPerson(filter.filter, person))
            m_filters.remove(filter.name);
    }
    if (m_filters.list().size() == all.size())
        return;
    fillMenu();
    Q_EMIT filtersChanged();
}

void CallsSaved::askName()
{
    auto *dialog = new SaveFilterDialog(m_filters.names(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveFilterDialog::nameChosen, this, &CallsSaved::saveRequested);
    dialog->open();
}

void CallsSaved::manage()
{
    auto *dialog = new ManageFiltersDialog(m_filters, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ManageFiltersDialog::filtersChanged, this, [this](const SavedFilters &filters) {
        setFilters(filters);
        Q_EMIT filtersChanged();
    });
    dialog->open();
}

} // namespace callboard
