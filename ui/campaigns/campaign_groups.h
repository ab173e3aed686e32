// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tab.h"

class QComboBox;
class QPushButton;

namespace callboard {

class FigurePanel;

/// The lines (callers) of a campaign compared.
class CampaignLines : public CampaignTab
{
    Q_OBJECT
public:
    explicit CampaignLines(const Services &services, QWidget *parent = nullptr);

protected:
    void ask() override;
    void refresh() override;

private:
    struct Answer
    {
        QList<ValueTally> lines;
        FigureRules rules;
        CallFilter calls;
    } m_answer;
    FigurePanel *m_panel;
};

/// The calls by the values of a customer column that is chosen here.
class CampaignPivot : public CampaignTab
{
    Q_OBJECT
public:
    explicit CampaignPivot(const Services &services, QWidget *parent = nullptr);
    /// Shows this column as soon as the campaign has it.
    void chooseColumn(const QString &column);
    QString column() const { return m_column; }

protected:
    void ask() override;
    void refresh() override;

private:
    struct Answer
    {
        Pivot pivot;
        QStringList columns;
        FigureRules rules;
        CallFilter calls;
    } m_answer;
    void fillColumns();
    FigurePanel *m_panel;
    QComboBox *m_columns;
    QString m_column; ///< empty: the first one
};

/// The contacts of a campaign, each with its tries one after the other.
class CampaignJourneys : public CampaignTab
{
    Q_OBJECT
public:
    explicit CampaignJourneys(const Services &services, QWidget *parent = nullptr);

protected:
    void ask() override;
    void refresh() override;

private:
    struct Answer
    {
        QList<Journey> journeys;
        qint64 contacts = 0;
    } m_answer;
    FigurePanel *m_panel;
    QPushButton *m_more;
    QString m_listedTask;
    int m_wanted; ///< how many contacts are listed at most
};

} // namespace callboard
