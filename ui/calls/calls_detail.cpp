// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_detail.h"

#include "record/filter/filter_words.h"
#include "ui/calls/call_columns_table.h"
#include "ui/calls/calls_timeline.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/screen_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes RevealTime{1};
constexpr int Unit = Theme::Unit;
constexpr int MessagesTab = 2;
constexpr int MarkSize = 10; ///< px of the square in the colour of the result

QPlainTextEdit *makeRawView(const QString &name, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setObjectName(name);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    return view;
}

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

QColor resultColor(const CallRecord &call, const ResultMeanings &meanings, const Theme &theme)
{
    if (!call.isOutbound())
        return theme.ink(ColorRole::Inbound);
    return call.isAwaiting() ? theme.ink(ColorRole::Awaiting)
                             : theme.outcome(meanings.classOf(call.fields.taskResult, call.isAnswered()));
}

} // namespace

CallsDetail::CallsDetail(const Format &format, const Theme &theme, std::function<QString(const QString &)> taskName,
                         QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_theme(theme)
    , m_taskName(std::move(taskName))
    , m_placeholder(new PlainLabel(this))
    , m_content(new QWidget(this))
    , m_tabs(new QTabWidget)
    , m_fields(new DetailTable(tr("All fields")))
{
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setProperty("styleClass", u"caption"_s);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins({});
    content->setSpacing(2 * Unit);
    content->addWidget(makeHeader());
    content->addWidget(m_tabs, 1);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->addTab(makeOverview(), QString());
    m_tabs->addTab(scrolling(m_fields), QString());
    m_tabs->addTab(makeMessages(), QString());
    m_fields->setObjectName(u"fieldTable"_s);
    m_fields->setShares({29, 28, 43});
    m_fields->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_placeholder);
    layout->addWidget(m_content);
    connect(&m_theme, &Theme::changed, this, &CallsDetail::fill);
    connectExports();
    bindTexts();
    clear();
}

QWidget *CallsDetail::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins({});
    layout->setSpacing(Unit);
    m_number = new PlainLabel;
    m_number->setObjectName(u"detailNumber"_s);
    m_number->setProperty("styleClass", u"title"_s);
    m_result = new PlainLabel;
    m_result->setObjectName(u"detailResult"_s);
    m_result->setWordWrap(true);
    m_resultMark = new PlainLabel;
    m_summary = new PlainLabel;
    m_summary->setProperty("styleClass", u"caption"_s);
    m_summary->setWordWrap(true);
    m_reveal = new QPushButton;
    m_reveal->setObjectName(u"revealButton"_s);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QPushButton::clicked, this, &CallsDetail::toggleReveal);
    m_cover.setObjectName(u"cover"_s);
    m_cover.setParent(this);
    m_cover.setSingleShot(true);
    m_cover.setInterval(RevealTime);
    connect(&m_cover, &QTimer::timeout, this, &CallsDetail::fill);
    auto *top = new QHBoxLayout;
    top->addWidget(m_number, 1);
    top->addWidget(m_reveal);
    m_export = new QPushButton;
    m_export->setObjectName(u"exportDetail"_s);
    top->addWidget(m_export);
    layout->addLayout(top);
    auto *result = new QHBoxLayout;
    result->setSpacing(Unit);
    result->addWidget(m_resultMark);
    result->addWidget(m_result, 1);
    layout->addLayout(result);
    layout->addWidget(m_summary);
    return header;
}

QLabel *CallsDetail::addCaption(QLayout *layout)
{
    auto *label = new PlainLabel;
    label->setProperty("styleClass", u"title"_s);
    layout->addWidget(label);
    return label;
}

QWidget *CallsDetail::makeOverview()
{
    auto *overview = new QWidget;
    auto *layout = new QVBoxLayout(overview);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->setSpacing(2 * Unit);
    m_timeline = new CallsTimeline(m_format, m_theme);
    m_anomalies = new PlainLabel;
    m_anomalies->setObjectName(u"anomalyText"_s);
    m_anomalies->setProperty("styleClass", u"warning"_s);
    m_anomalies->setWordWrap(true);
    m_durations = new DetailTable(tr("Durations"));
    m_durations->setObjectName(u"durationTable"_s);
    m_customer = new DetailTable(tr("Customer row"));
    m_customer->setObjectName(u"customerTable"_s);
    m_tries = new DetailTable(tr("Tries of this contact"));
    m_tries->setObjectName(u"tryTable"_s);
    m_tries->setTakesRoom(2); // words may break, a duration may not
    layout->addWidget(m_timeline);
    layout->addWidget(m_anomalies);
    m_durationsTitle = addCaption(layout);
    layout->addWidget(m_durations);
    m_customerTitle = addCaption(layout);
    layout->addWidget(m_customer);
    m_triesTitle = addCaption(layout);
    layout->addWidget(m_tries);
    layout->addStretch(1);
    const auto choose = [this](QTableWidgetItem *item) {
        if (item->row() < m_detail.tries.size() && m_detail.tries.at(item->row()).id != callId())
            Q_EMIT tryChosen(m_detail.tries.at(item->row()).id);
    };
    connect(m_tries, &QTableWidget::itemClicked, this, choose, Qt::QueuedConnection);
    connect(m_tries, &QTableWidget::itemActivated, this, choose, Qt::QueuedConnection);
    return scrolling(overview);
}

QWidget *CallsDetail::makeMessages()
{
    auto *messages = new QWidget;
    auto *layout = new QVBoxLayout(messages);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    m_basicTitle = addCaption(layout);
    m_basic = makeRawView(u"basicMessage"_s, messages);
    layout->addWidget(m_basic);
    m_outboundTitle = addCaption(layout);
    m_outbound = makeRawView(u"outboundMessage"_s, messages);
    layout->addWidget(m_outbound);
    return messages;
}

void CallsDetail::connectExports()
{
    const auto order = [this](const DetailTable &table) {
        Q_EMIT exportRequested(exportRequestOf(table, u"calls"_s, callsOf(table), privacy()));
    };
    for (DetailTable *table : {m_durations, m_customer, m_tries, m_fields}) {
        table->setExportable(true);
        connect(table, &DetailTable::exportRequested, this, [order, table] { order(*table); });
    }
    connect(m_export, &QPushButton::clicked, this, [this, order] {
        if (m_tabs->currentIndex() == MessagesTab)
            Q_EMIT exportRequested(messagesOrder());
        else
            order(*m_fields);
    });
}

/// The call itself; with its tries, all calls of the contact.
CallFilter CallsDetail::callsOf(const DetailTable &table) const
{
    CallFilter filter;
    if (&table == m_tries)
        filter.contactId = m_detail.call.contactId;
    else
        filter.uuid = m_detail.call.fields.callUuid;
    return filter;
}

/// The messages as they stand in the tab.
ExportRequest CallsDetail::messagesOrder() const
{
    const ReportTable table{
        {}, tr("Messages"), {{tr("Message")}, {tr("Arrived"), ColumnKind::Time}, {tr("Sender")}, {tr("Content")}}, {}};
    QList<ShownRow> rows;
    const std::pair<QString, const RawMessage *> messages[] = {{tr("Basic message"), &m_detail.raw.basic},
                                                               {tr("Outbound message"), &m_detail.raw.outbound}};
    for (const auto &[name, message] : messages) {
        if (message->number != 0)
            rows.append({name, message->arrivedAt, message->remote, rawText(*message, privacy(), m_personalColumns)});
    }
    TableExport shown = shownRows(table, rows);
    shown.isRevealed = privacy() == Privacy::Revealed;
    return {u"calls"_s, callsOf(*m_fields), std::make_shared<const TableExport>(std::move(shown))};
}

void CallsDetail::bindTexts()
{
    bindText(m_placeholder, [] { return tr("Select a call to see its timeline, its customer row and its messages."); });
    bindText(m_durationsTitle, [] { return tr("Durations"); });
    bindText(m_customerTitle, [] { return tr("Customer row"); });
    bindText(m_triesTitle, [] { return tr("Tries of this contact"); });
    bindName(m_durations, [] { return tr("Durations"); });
    bindName(m_customer, [] { return tr("Customer row"); });
    bindName(m_tries, [] { return tr("Tries of this contact"); });
    bindName(m_fields, [] { return tr("All fields"); });
    bindText(m_export, [] { return tr("Export…"); });
    bindTip(m_export, [] {
        return tr("The call in a report, or what this tab shows; each table below has its own in its menu");
    });
    bindTip(m_reveal, [] { return tr("This call's numbers, for a minute. A reveal is noted in the audit log"); });
    bindName(m_basic, [] { return tr("Basic message as received"); });
    bindName(m_outbound, [] { return tr("Outbound message as received"); });
    bindLanguage(this, [this] {
        m_tabs->setTabText(0, tr("Course"));
        m_tabs->setTabText(1, tr("Fields"));
        m_tabs->setTabText(2, tr("Messages"));
        m_durations->setTitles({tr("What"), tr("Computed"), tr("Pushed"), tr("Pushed counts from")});
        m_customer->setTitles({tr("Column"), tr("Value")});
        m_tries->setTitles({tr("Try"), tr("Hang-up time"), tr("Result"), tr("Talk")});
        m_fields->setTitles({tr("Field"), tr("Meaning"), tr("Value")});
        fill();
    });
}

void CallsDetail::clear()
{
    m_cover.stop();
    m_detail = {};
    m_content->hide();
    m_placeholder->show();
}

void CallsDetail::showDetail(const CallDetail &detail)
{
    if (detail.call.id != callId())
        m_cover.stop();
    m_detail = detail;
    m_placeholder->hide();
    m_content->show();
    fill();
}

void CallsDetail::setMeanings(const ResultMeanings &meanings)
{
    if (meanings == m_meanings)
        return;
    m_meanings = meanings;
    fill();
}

void CallsDetail::setPrivacy(Privacy privacy, const QStringList &personalColumns)
{
    m_cover.stop();
    m_privacy = privacy;
    m_personalColumns = personalColumns;
    fill();
}

void CallsDetail::reveal()
{
    if (callId() != 0)
        m_cover.start();
    fill();
}

void CallsDetail::toggleReveal()
{
    const bool isShown = m_cover.isActive();
    m_cover.stop();
    fill();
    if (!isShown)
        Q_EMIT revealRequested();
}

void CallsDetail::fill()
{
    const bool revealed = privacy() == Privacy::Revealed;
    m_reveal->setChecked(revealed);
    m_reveal->setEnabled(m_privacy == Privacy::Masked); // all are shown: covered in the menu of the window
    m_reveal->setText(revealed ? tr("Cover this call's numbers") : tr("Show this call's numbers"));
    if (callId() == 0)
        return;
    const CallRecord call = revealed ? m_detail.call : masked(m_detail.call, m_personalColumns);
    fillHeader(call);
    fillOverview(call);
    m_fields->setRows(fieldRows(call, m_format));
    fillTries();
    fillMessages();
}

void CallsDetail::fillHeader(const CallRecord &call)
{
    const QString number = call.isOutbound() ? call.fields.callee : call.fields.caller;
    m_number->setText(number.isEmpty() ? tr("No number") : number);
    QPixmap mark(MarkSize, MarkSize);
    mark.fill(resultColor(call, m_meanings, m_theme));
    m_resultMark->setPixmap(mark);
    m_result->setText(callResultText(call, m_meanings, m_format));
    QStringList summary;
    if (call.fields.presentFields.has(Field::TaskId))
        summary.append(m_taskName ? m_taskName(call.fields.taskId) : call.fields.taskId);
    if (call.fields.presentFields.has(Field::TaskTries))
        summary.append(tr("try %1").arg(call.fields.taskTries + 1));
    summary.append(m_format.dateTime(call.placedAt()));
    summary.append(partsWords(call.parts));
    m_summary->setText(summary.join(u" · "_s));
}

void CallsDetail::fillOverview(const CallRecord &call)
{
    m_timeline->setCall(call);
    const QStringList anomalies = anomalySentences(call);
    m_anomalies->setVisible(!anomalies.isEmpty());
    m_anomalies->setText(u"⚠ "_s + anomalies.join(u"\n⚠ "_s));
    m_durations->setRows(durationRows(call, m_format));
    const QList<QStringList> customer = customerRows(call);
    m_customerTitle->setVisible(!customer.isEmpty());
    m_customer->setVisible(!customer.isEmpty());
    m_customer->setRows(customer);
}

void CallsDetail::fillTries()
{
    QList<QStringList> rows;
    for (const CallRecord &call : m_detail.tries) {
        const QString mark = call.id == callId() ? u"▸ "_s : QString();
        const QString number =
            call.fields.presentFields.has(Field::TaskTries) ? m_format.count(call.fields.taskTries + 1) : u"–"_s;
        rows.append({mark + number, m_format.dateTime(call.placedAt()), callResultText(call, m_meanings, m_format),
                     call.isAnswered() ? m_format.exactSeconds(call.talkMs()) : u"–"_s});
    }
    const bool isWhole = rows.size() >= m_detail.allTries;
    m_triesTitle->setText(isWhole ? tr("Tries of this contact")
                                  : tr("Tries of this contact: the %1 of %2 that are next to this call")
                                        .arg(m_format.count(rows.size()), m_format.count(m_detail.allTries)));
    m_triesTitle->setVisible(!rows.isEmpty());
    m_tries->setVisible(!rows.isEmpty());
    m_tries->setRows(rows);
}

void CallsDetail::fillMessages()
{
    const RawMessages &raw = m_detail.raw;
    m_basicTitle->setText(messageTitle(tr("Basic message"), raw.basic, m_detail.call.parts.has(Part::Basic), m_format));
    m_outboundTitle->setText(
        messageTitle(tr("Outbound message"), raw.outbound, m_detail.call.parts.hasOutbound(), m_format));
    m_basic->setPlainText(screenText(rawText(raw.basic, privacy(), m_personalColumns)));
    m_outbound->setPlainText(screenText(rawText(raw.outbound, privacy(), m_personalColumns)));
    m_basic->setVisible(raw.basic.number != 0);
    m_outbound->setVisible(raw.outbound.number != 0);
}

} // namespace callboard
