// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/common/tables/list_model.h"

#include <QFrame>

class QLabel;
class QTabBar;

namespace callboard {

class Format;
class ListView;

/// A row of a preview's table: texts, one a column of the report.
struct PreviewRow
{
    QStringList cells;
    bool isTotal = false;
};

/// The beginning of a report: what it says of itself, and the first rows of each of its tables, one tab each.
class ReportPreviewPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ReportPreviewPanel(const Format &format, QWidget *parent = nullptr);

    /// Another one is on its way; what is shown stays until it comes.
    void showLoading();
    void setPreview(const ReportPreview &preview);
    /// Only these columns of the first table; empty: all.
    void setColumns(const QStringList &columns);
    const ReportPreview &preview() const { return m_preview; }
    bool isLoading() const { return m_isLoading; }

private:
    void layOut();
    void showTabs();
    void showTable();
    void showState();
    void fitColumns();
    QString stateText() const;
    QString factsText() const;

    const Format &m_format;
    ReportPreview m_preview;
    QStringList m_columns;
    bool m_isLoading = true;
    QLabel *m_state, *m_facts, *m_empty;
    QTabBar *m_tabs;
    ListModel<PreviewRow> *m_model;
    ListView *m_table;
};

} // namespace callboard
