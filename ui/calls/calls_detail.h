// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "ui/calls/calls_facts.h"
#include "ui/session/exports/export_request.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTableWidgetItem;

namespace callboard {

class CallsTimeline;
class DetailTable;
class Theme;

/// Everything about one call. Shows what it is given; covered unless revealed. GUI thread.
class CallsDetail : public QWidget
{
    Q_OBJECT
public:
    CallsDetail(const Format &format, const Theme &theme, std::function<QString(const QString &)> taskName,
                QWidget *parent = nullptr);

    void showDetail(const CallDetail &detail);
    void clear();
    qint64 callId() const { return m_detail.call.id; } ///< 0: none
    const QString &callUuid() const { return m_detail.call.fields.callUuid; }
    void setMeanings(const ResultMeanings &meanings);
    void setPrivacy(Privacy privacy, const QStringList &personalColumns = {});
    /// Shows this call's numbers for a minute, or until another call is shown.
    void reveal();

Q_SIGNALS:
    void revealRequested();
    /// See Page::exportRequested().
    void exportRequested(const callboard::ExportRequest &order);
    void tryChosen(qint64 callId);

private:
    QWidget *makeHeader();
    QWidget *makeOverview();
    QWidget *makeMessages();
    QLabel *addCaption(QLayout *layout);
    void connectExports();
    CallFilter callsOf(const DetailTable &table) const;
    ExportRequest messagesOrder() const;
    void bindTexts();
    /// Of the call that is shown.
    Privacy privacy() const { return m_cover.isActive() ? Privacy::Revealed : m_privacy; }
    void toggleReveal();
    void fill();
    void fillHeader(const CallRecord &call);
    void fillOverview(const CallRecord &call);
    void fillTries();
    void fillMessages();

    const Format &m_format;
    const Theme &m_theme;
    std::function<QString(const QString &)> m_taskName;
    ResultMeanings m_meanings;
    Privacy m_privacy = Privacy::Masked;
    QStringList m_personalColumns;
    CallDetail m_detail;
    QTimer m_cover; ///< while it runs, this call's numbers are shown

    QLabel *m_placeholder;
    QWidget *m_content;
    QLabel *m_number, *m_resultMark, *m_result, *m_summary, *m_anomalies;
    QPushButton *m_reveal, *m_export;
    QTabWidget *m_tabs;
    CallsTimeline *m_timeline;
    DetailTable *m_durations, *m_customer, *m_tries, *m_fields;
    QLabel *m_durationsTitle, *m_customerTitle, *m_triesTitle, *m_basicTitle, *m_outboundTitle;
    QPlainTextEdit *m_basic, *m_outbound;
};

} // namespace callboard
