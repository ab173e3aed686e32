// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/figures/commit_notice.h"
#include "simulator/test_push.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class PushAddressField;

/// What an empty store shows instead of empty charts: the URL for the platform, a test push over real HTTP, a demo.
class Welcome : public QWidget
{
    Q_OBJECT
public:
    explicit Welcome(const Services &services, QWidget *parent = nullptr);

    bool hasSentTestPush() const { return m_sent; }
    /// Whether a commit holds a call beside the test push's.
    static bool holdsRealCall(const CommitNotice &notice);

private:
    QLayout *makeButtons();
    void showUrl();
    void sendTestPush();
    void takeAnswer(int status, const QString &error);
    void startDemo();
    void say(const QString &text, const QString &styleClass);
    void bindTexts();

    const Services m_services;
    TestPush m_push;
    QLabel *m_heading, *m_intro, *m_urlCaption, *m_outcome, *m_meaning;
    PushAddressField *m_url;
    QPushButton *m_test, *m_demo;
    bool m_sent = false;
};

} // namespace callboard
