// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QFrame>

class QLabel;
class QTabBar;
class QTableView;

namespace callboard {

class Format;
class PreviewTableModel;

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTable();
    void layOut();
    void showTabs();
    void showTable();
    void showState();
    void fitColumns();
    QString stateText() const;
    QString factsText() const;
    void retranslate();

    const Format &m_format;
    ReportPreview m_preview;
    QStringList m_columns;
    bool m_isLoading = true;
    QLabel *m_title, *m_state, *m_facts, *m_empty;
    QTabBar *m_tabs;
    QTableView *m_table;
    PreviewTableModel *m_model;
};

} // namespace callboard
