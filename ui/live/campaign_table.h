// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace callboard {

class CampaignModel;
class Theme;

/// The campaigns of the Live page: sortable, columns movable. As many columns as fit with their whole heads; the least
/// needed ones give way first.
class CampaignTable : public QTableView
{
    Q_OBJECT
public:
    CampaignTable(CampaignModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Settles which columns are shown and how wide they are. Also needed after a change of the language.
    void fitColumns();

Q_SIGNALS:
    /// A cell was double clicked or entered; the index is the model's own.
    void cellChosen(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int neededWidth(int column) const;

    CampaignModel &m_model;
    const Theme &m_theme;
    QSortFilterProxyModel *m_sorted;
};

} // namespace callboard
