// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace callboard {

class Theme;

/// The reports to choose from, each with one sentence; before them the table that an "Export…" brought along. GUI
/// thread.
class ReportList : public QListWidget
{
    Q_OBJECT
public:
    /// What chosen() says of the table that was brought along; no report is called so.
    static QString shownTableName() { return QStringLiteral("shown table"); }

    explicit ReportList(const Theme &theme, QWidget *parent = nullptr);

    /// Also where the language changed. An empty title: no table was brought along.
    void fill(const QString &shownTitle);
    /// Nothing happens where there is no such report.
    void choose(const QString &name);
    QString chosen() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addEntry(const QString &name, const QString &title, const QString &sentence);
};

/// Draws an entry: title, and its sentence in as many lines as it needs.
class ReportListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { NameRole = Qt::UserRole, SentenceRole };

    ReportListDelegate(const Theme &theme, QListWidget *list);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QRect sentenceRect(const QString &sentence) const;
    const Theme &m_theme;
    const QListWidget *m_list;
};

} // namespace callboard
