// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/calls_chips.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;

namespace callboard {

/// Which calls a report is about, in words: the period and campaigns chosen in the frame, and what an "Export…" set
/// besides, as chips that can be removed. GUI thread.
class ReportSubject : public QWidget
{
    Q_OBJECT
public:
    explicit ReportSubject(const Services &services, QWidget *parent = nullptr);

    /// Exactly these calls, whatever the frame's period and campaigns are.
    void setFilter(const CallFilter &wanted);
    /// The calls, as the frame has them at this moment.
    CallFilter filter() const;
    /// Nothing is set besides the frame's period and campaigns.
    ViewScope scope() const { return m_chips->scope(); }
    bool isPlain() const { return m_chips->parts().isEmpty(); }

Q_SIGNALS:
    void changed(); ///< also when the frame did

private:
    void takeFrameChange(ViewState::Choice choice);
    void takeRules();
    void showWords();
    QString periodWords() const;
    CallFilter frameFilter() const;

    Services m_services;
    QLabel *m_words;
    CallsChips *m_chips;
};

} // namespace callboard
