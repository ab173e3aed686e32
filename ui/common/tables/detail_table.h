// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>
#include <QTimer>

namespace callboard {

/// A small read-only table inside a detail: as tall as its rows, texts wrapped, Ctrl+C copies the selected cells.
class DetailTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit DetailTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setTitles(const QStringList &titles);
    /// All columns but the first hold figures: right aligned.
    void setFigures(bool figures) { m_figures = figures; }
    /// The column that takes the room which the others leave; without it, the last one. Before setTitles().
    void setTakesRoom(int column) { m_takesRoom = column; }
    /// Widths of the columns in per cent; otherwise they follow their contents but for the one that takes what is left.
    void setShares(const QList<int> &percent);
    void setRows(const QList<QStringList> &rows);
    /// Offers "Export…" in a context menu, next to copying.
    void setExportable(bool exportable) { m_exportable = exportable; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void exportRequested();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitRows();
    void shareWidth();
    int heightFor(int row) const;
    int linesOf(QString text, int width) const;
    void copySelection();

    QList<int> m_shares;
    QTimer m_fit; ///< rows follow once the columns have settled
    bool m_figures = false, m_exportable = false;
    int m_takesRoom = -1;
};

} // namespace callboard
