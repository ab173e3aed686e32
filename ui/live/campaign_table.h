// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace callboard {

class CampaignDelegate;
class CampaignModel;
class Theme;

/// The campaigns of the Live page: sortable, columns movable. Figures are never cut: each column is as wide as its
/// widest one. Then come the names, then bars, sparklines and the outcome strip. Where there is too little room, the
/// least needed columns give way first.
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
    int textWidth(int column) const;
    int neededWidth(int column) const;
    int nameWish() const;
    void giveRoom(QList<int> &widths, int spare) const;

    CampaignModel &m_model;
    const Theme &m_theme;
    CampaignDelegate *m_delegate;
    QList<int> m_textWidths; ///< px; they only grow while the same campaigns are shown, so that columns stand still
    QSortFilterProxyModel *m_sorted;
};

} // namespace callboard
