// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "store/database/reader_pool.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace callboard {

/// Asks for the beginning of a report, on a reader's thread, a moment after the last wish. Only the answer to the last
/// wish arrives; older ones are cancelled. GUI thread.
class PreviewLoader : public QObject
{
    Q_OBJECT
public:
    using Question = std::function<ReportPreview(Connection &, const ReportCancelled &)>;

    explicit PreviewLoader(ReaderPool &readers, QObject *parent = nullptr);
    ~PreviewLoader() override;

    void ask(Question question);
    void cancel();
    bool isUnderWay() const { return m_pause.isActive() || m_ticket.isActive(); }

Q_SIGNALS:
    void arrived(const callboard::ReportPreview &preview);

private:
    void askNow();

    ReaderPool &m_readers;
    Question m_question;
    QTimer m_pause;
    ReadTicket m_ticket;
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0);
};

} // namespace callboard
