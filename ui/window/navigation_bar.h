// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QFrame>

class QVBoxLayout;

namespace callboard {

class Theme;

/// The column of pages at the left edge. Entries are numbered in the order they are added: Ctrl+1, Ctrl+2, …
class NavigationBar : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationBar(const Theme &theme, QWidget *parent = nullptr);

    void addEntry(const QString &icon);
    void setTitle(int index, const QString &title);
    void setCurrent(int index);
    /// A number in red at the entry's corner; 0: none.
    void setBadge(int index, int count);

Q_SIGNALS:
    void chosen(int index);

private:
    void paintIcons();
    class Entry;
    void setNames(int index);
    const Theme &m_theme;
    QButtonGroup m_buttons;
    QStringList m_icons;
    QVBoxLayout *m_layout;
};

} // namespace callboard
