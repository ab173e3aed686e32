// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_groups.h"

#include "text/format.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/view_state.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int FigureWidth = 29 * Theme::Unit;
constexpr int MostValues = 100;
constexpr int JourneyPage = 200;

void layOut(QWidget *tab, FigurePanel *panel)
{
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 2 * Theme::Unit, 0, 0);
    layout->addWidget(panel);
}

/// A table whose first column takes what the figures leave.
void stretchFirst(FigureTableView &view)
{
    if (view.figures().columnCount() > 0)
        view.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

/// The column whose values tell calls apart without being nearly all different: names and numbers are not worth a
/// comparison. Judged by the newest calls; the first column where none is better.
QString tellingColumn(Connection &connection, const CallFilter &calls, const QStringList &columns)
{
    constexpr int Sample = 300;
    QHash<QString, QSet<QString>> values;
    for (const CallRecord &call : loadCallPage(connection, calls, {}, Sample)) {
        for (qsizetype i = 0; i < call.fields.taskRowHead.size(); ++i)
            values[call.fields.taskRowHead.at(i)].insert(call.fields.taskRowValue.value(i));
    }
    QString best = columns.value(0);
    qsizetype fewest = Sample;
    for (const QString &column : columns) {
        const qsizetype different = values.value(column).size();
        if (different > 1 && different < fewest) {
            best = column;
            fewest = different;
        }
    }
    return best;
}

CallFilter attemptsOf(CallFilter calls)
{
    calls.outbound = true;
    return calls;
}

} // namespace

CampaignLines::CampaignLines(const Services &services, QWidget *parent)
    : CampaignTab(services, parent)
    , m_panel(new FigurePanel(services.theme))
{
    m_panel->view().setObjectName(u"lines"_s);
    m_panel->view().setColumnWidths(FigureWidth);
    layOut(this, m_panel);
    connect(&m_panel->view(), &FigureTableView::callsRequested, this, &CampaignLines::callsRequested);
    connect(m_panel, &FigurePanel::exportRequested, this, [this] {
        Q_EMIT exportRequested(exportRequestOf(*m_panel, u"lines"_s, m_answer.calls, this->services().view.privacy()));
    });
    bindLanguage(this, [this] { m_panel->setTitle(tr("Lines compared")); });
}

void CampaignLines::ask()
{
    const Scope asked = scope();
    askStore<Answer>(
        [asked, calls = attemptsOf(calls())](Connection &connection) {
            return Answer{loadLines(connection, asked.range, asked.taskIds, asked.rules), asked.rules, calls};
        },
        [this](const Answer &answer) {
            m_answer = answer;
            refresh();
        });
}

void CampaignLines::refresh()
{
    m_panel->view().setTable(
        CampaignTables::lines(m_answer.lines, m_answer.calls, m_answer.rules, services().view.privacy(), context()));
    stretchFirst(m_panel->view());
}

CampaignPivot::CampaignPivot(const Services &services, QWidget *parent)
    : CampaignTab(services, parent)
    , m_panel(new FigurePanel(services.theme))
    , m_columns(new QComboBox)
{
    m_panel->view().setObjectName(u"pivot"_s);
    m_panel->view().setColumnWidths(FigureWidth);
    m_columns->setObjectName(u"pivotColumn"_s);
    m_columns->setMinimumWidth(40 * Theme::Unit);
    m_panel->addControl(m_columns);
    layOut(this, m_panel);
    connect(&m_panel->view(), &FigureTableView::callsRequested, this, &CampaignPivot::callsRequested);
    connect(m_panel, &FigurePanel::exportRequested, this, [this] {
        Q_EMIT exportRequested(exportRequestOf(*m_panel, {}, m_answer.calls, this->services().view.privacy()));
    });
    connect(m_columns, &QComboBox::activated, this,
            [this](int index) { chooseColumn(m_columns->itemData(index).toString()); });
    bindName(m_columns, [] { return tr("Customer column"); });
    bindTip(m_columns, [] { return tr("The customer column (task_row_head) whose values are compared"); });
    bindLanguage(this, [this] { m_panel->setTitle(tr("By a customer column")); });
}

void CampaignPivot::chooseColumn(const QString &column)
{
    if (column == m_column)
        return;
    m_column = column;
    clock().askNow();
}

void CampaignPivot::ask()
{
    const Scope asked = scope();
    askStore<Answer>(
        [asked, wanted = QStringList{m_column, m_answer.pivot.column},
         calls = attemptsOf(calls())](Connection &connection) {
            Answer answer;
            answer.calls = calls;
            answer.rules = asked.rules;
            answer.columns = loadCustomerColumns(connection, asked.range, asked.taskIds);
            const auto known = std::find_if(wanted.begin(), wanted.end(), [&answer](const QString &column) {
                return answer.columns.contains(column);
            });
            const QString shown = known != wanted.end() ? *known : tellingColumn(connection, calls, answer.columns);
            if (!shown.isEmpty())
                answer.pivot = loadPivot(connection, asked.range, asked.taskIds, shown, asked.rules, MostValues);
            return answer;
        },
        [this](const Answer &answer) {
            m_answer = answer;
            refresh();
        });
}

void CampaignPivot::fillColumns()
{
    m_columns->clear();
    for (const QString &column : std::as_const(m_answer.columns))
        m_columns->addItem(services().view.privacy() == Privacy::Masked ? maskText(column) : column, column);
    m_columns->setCurrentIndex(m_columns->findData(m_answer.pivot.column));
    m_columns->setEnabled(!m_answer.columns.isEmpty());
}

void CampaignPivot::refresh()
{
    if (!m_columns->view()->isVisible()) // not while someone chooses
        fillColumns();
    FigureTable table =
        CampaignTables::pivot(m_answer.pivot, m_answer.calls, m_answer.rules, services().view.privacy(), context());
    if (m_answer.columns.isEmpty())
        table.emptyReason = tr("The calls of this period carry no customer columns (task_row_head).");
    m_panel->view().setTable(table);
    stretchFirst(m_panel->view());
}

CampaignJourneys::CampaignJourneys(const Services &services, QWidget *parent)
    : CampaignTab(services, parent)
    , m_panel(new FigurePanel(services.theme))
    , m_more(new QPushButton)
    , m_wanted(JourneyPage)
{
    m_panel->view().setObjectName(u"journeys"_s);
    m_panel->view().setColumnWidths(36 * Theme::Unit);
    m_panel->view().setColumnWidth(u"tries"_s, 14 * Theme::Unit);
    m_panel->view().setColumnWidth(u"last"_s, 44 * Theme::Unit);
    m_more->setObjectName(u"moreContacts"_s);
    m_panel->addControl(m_more);
    layOut(this, m_panel);
    connect(&m_panel->view(), &FigureTableView::callsRequested, this, &CampaignJourneys::callsRequested);
    connect(m_panel, &FigurePanel::exportRequested, this, [this] {
        Q_EMIT exportRequested(exportRequestOf(*m_panel, u"retries"_s, calls(), this->services().view.privacy()));
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_wanted += JourneyPage;
        clock().askNow();
    });
    bindText(m_more, [] { return tr("Show more"); });
    bindLanguage(this, [this] { m_panel->setTitle(tr("Contacts and their tries")); });
}

void CampaignJourneys::ask()
{
    const Scope asked = scope();
    if (std::exchange(m_listedTask, taskId()) != taskId())
        m_wanted = JourneyPage; // another campaign begins with its first page
    CallFilter contacts = calls();
    contacts.drill.pick = ContactPick::LastTry;
    askStore<Answer>(
        [asked, contacts, wanted = m_wanted](Connection &connection) {
            return Answer{loadJourneys(connection, asked.range, asked.taskIds, {}, wanted),
                          countCalls(connection, contacts)};
        },
        [this](const Answer &answer) {
            m_answer = answer;
            refresh();
        });
}

void CampaignJourneys::refresh()
{
    m_panel->view().setTable(CampaignTables::journeys(m_answer.journeys, services().view.privacy(), context()));
    if (m_panel->view().figures().columnCount() > 2)
        m_panel->view().horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    const Format &format = services().format;
    m_panel->setNote(tr("%1 of %2 contacts, those called last first. Each field is one try; filled ones were answered.")
                         .arg(format.count(m_answer.journeys.size()), format.count(m_answer.contacts)));
    m_more->setVisible(m_answer.journeys.size() < m_answer.contacts);
}

} // namespace callboard
