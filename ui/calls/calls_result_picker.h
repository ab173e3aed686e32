// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"

#include <QPointer>
#include <QStringList>
#include <QToolButton>

class QMenu;

namespace callboard {

class Format;
class Theme;

/// A button with a menu of the specification's result codes, several of which can be ticked. The menu stays open
/// meanwhile. Every ticked one is a chip, too, that takes it away again.
class CallsResultPicker : public QToolButton
{
    Q_OBJECT
public:
    CallsResultPicker(const Format &format, const Theme &theme, QWidget *parent = nullptr);

    QStringList codes() const { return m_codes; } ///< ticked, in the order of the menu, then unknown ones; empty: all
    void setCodes(const QStringList &codes);
    /// Words and classes of the codes, and which codes there are beside the specification's.
    void setMeanings(const ResultMeanings &meanings);
    /// The chips, hidden where there are none; whoever lays them out owns them.
    QWidget *chips() const { return m_chips; }

Q_SIGNALS:
    void codesChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void addCode(const QString &code);
    void addChip(const QString &code);
    void rebuildChips();
    QPixmap box(const QString &code, bool isTicked) const;
    QString nameOf(const QString &code) const;
    QString wordOf(const QString &code) const;
    void toggle(const QString &code, bool on);
    void showChoice();

    const Format &m_format;
    const Theme &m_theme;
    QMenu *m_menu;
    QPointer<QWidget> m_chips;
    ResultMeanings m_meanings;
    QStringList m_codes;
};

} // namespace callboard
