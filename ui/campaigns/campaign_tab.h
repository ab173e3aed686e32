// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/campaigns/campaign_tables.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/refresh_clock.h"
#include "ui/session/services.h"

#include <QWidget>

namespace callboard {

/// A part of one campaign's page that has a question of its own, asked only while it is visible. GUI thread.
class CampaignTab : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignTab(const Services &services, QWidget *parent = nullptr);

    void setCampaign(const QString &taskId);
    void setActive(bool active);
    QString taskId() const { return m_taskId; }

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void exportRequested(const callboard::ExportRequest &order);
    void failed(const QString &why); ///< empty: it works again

protected:
    /// Asks through askStore().
    virtual void ask() = 0;
    /// Shows the last answer again: language, theme or privacy changed. Called only where there is one.
    virtual void refresh() = 0;

    /// What a tab asks about; the range is the frame's at the moment of asking.
    struct Scope
    {
        TimeRange range;
        QStringList taskIds;
        FigureRules rules;
    };
    Scope scope() const;
    /// The calls of the scope.
    CallFilter calls() const;
    CampaignContext context() const;
    const Services &services() const { return m_services; }
    RefreshClock &clock() { return m_clock; }

    template <class Result>
    void askStore(std::function<Result(Connection &)> question, std::function<void(const Result &)> take)
    {
        m_query.cancel();
        m_query = m_services.readers.ask<Result>(
            this, std::move(question),
            [this, take = std::move(take)](const Result &result) {
                take(result);
                settle({});
            },
            [this](const QString &why) { settle(why); });
    }

private:
    void prepareQuestion();
    void redraw();
    void settle(const QString &why);
    void setContentShown(bool shown);

    Services m_services;
    RefreshClock m_clock;
    ReadTicket m_query;
    QString m_taskId;
    TimeRange m_range;
    bool m_hasAnswer = false;
};

} // namespace callboard
