// SPDX-License-Identifier: GPL-3.0-or-later
#include "fits.h"

#include "ui/common/theme/plain_text.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Sides = 8; ///< px on each side of a header's words that may be taken before they are cut

class Finder
{
public:
    explicit Finder(const QWidget *window);
    QStringList found;

private:
    void look(const QWidget *widget);
    void lookAt(const QLabel &label);
    void lookAt(const QAbstractButton &button);
    void lookAt(const QComboBox &box);
    void lookAt(const QLineEdit &edit);
    void lookAt(const QTabBar &bar);
    void lookAt(const QHeaderView &header);
    void lookAt(const QTableView &table);
    void lookAtCell(const QTableView &table, const QModelIndex &index);
    void say(const QWidget &where, const QString &text, int needed, int room);
};

Finder::Finder(const QWidget *window)
{
    look(window);
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->window() == window)
            look(widget);
    }
}

template <typename Kind, typename Look>
bool ifIs(const QWidget *widget, Look look)
{
    const auto *kind = qobject_cast<const Kind *>(widget);
    if (kind)
        look(*kind);
    return kind != nullptr;
}

void Finder::look(const QWidget *widget)
{
    if (!widget->isVisible() || widget->visibleRegion().isEmpty())
        return;
    const auto each = [this](const auto &kind) { lookAt(kind); };
    ifIs<QLabel>(widget, each) || ifIs<QAbstractButton>(widget, each) || ifIs<QComboBox>(widget, each)
        || ifIs<QLineEdit>(widget, each) || ifIs<QTabBar>(widget, each) || ifIs<QHeaderView>(widget, each)
        || ifIs<QTableView>(widget, each);
}

void Finder::say(const QWidget &where, const QString &text, int needed, int room)
{
    if (needed <= room)
        return;
    const QWidget *named = &where;
    while (named->objectName().isEmpty() && named->parentWidget())
        named = named->parentWidget();
    found.append(u"%1 in %2: \"%3\" needs %4 px and has %5"_s
                     .arg(QString::fromLatin1(where.metaObject()->className()), named->objectName(), text)
                     .arg(needed)
                     .arg(room));
}

void Finder::lookAt(const QLabel &label)
{
    if (label.text().isEmpty())
        return;
    const QRect room = label.contentsRect();
    if (label.wordWrap()) {
        say(label, label.text(), label.heightForWidth(label.width()), label.height());
        return;
    }
    const QSize needed = label.sizeHint();
    say(label, label.text(), needed.width(), label.width());
    say(label, label.text(), label.fontMetrics().height(), room.height());
}

void Finder::lookAt(const QAbstractButton &button)
{
    constexpr int Frame = 4;
    if (!button.text().isEmpty() && button.inherits("QToolButton"))
        say(button, button.text(), button.fontMetrics().horizontalAdvance(button.text()) + Frame, button.width());
    else if (!button.text().isEmpty())
        say(button, button.text(), button.sizeHint().width(), button.width());
}

void Finder::lookAt(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    say(box, box.currentText(), box.fontMetrics().horizontalAdvance(box.currentText()), room.width());
}

/// What somebody typed may be as long as it likes; what the program says there must be read.
void Finder::lookAt(const QLineEdit &edit)
{
    constexpr int InnerMargins = 2 * (9 + 2); // of the style sheet and of the field itself
    if (edit.text().isEmpty())
        say(edit, edit.placeholderText(), edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + InnerMargins,
            edit.width());
}

void Finder::lookAt(const QTabBar &bar)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        const QRect place = bar.tabRect(tab);
        say(bar, bar.tabText(tab), bar.fontMetrics().horizontalAdvance(bar.tabText(tab)), place.width() - 2 * Sides);
        say(bar, bar.tabText(tab), place.right(), bar.width());
    }
}

void Finder::lookAt(const QHeaderView &header)
{
    if (header.orientation() == Qt::Vertical || header.inherits("callboard::FigureHeader"))
        return; // a matrix has words in several lines, and says them whole in a tooltip
    QFont small = header.font();
    small.setPixelSize(11);
    const QFontMetrics metrics(small);
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        if (!header.isSectionHidden(section))
            say(header, text, metrics.horizontalAdvance(text), header.sectionSize(section) - 2 * Sides);
    }
}

void Finder::lookAt(const QTableView &table)
{
    const int last = table.rowAt(table.viewport()->height() - 1);
    for (int row = std::max(0, table.rowAt(0)); row <= (last < 0 ? table.model()->rowCount() - 1 : last); ++row) {
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            if (!table.isColumnHidden(column))
                lookAtCell(table, table.model()->index(row, column));
        }
    }
}

void Finder::lookAtCell(const QTableView &table, const QModelIndex &index)
{
    const QString text = index.data().toString();
    const QRect place = table.visualRect(index);
    const bool isWrapped = table.wordWrap() && place.height() > 2 * table.fontMetrics().height();
    if (isWrapped || !place.intersects(table.viewport()->rect())
        || index.data(Qt::ToolTipRole).toString() == tipText(text))
        return;
    if (!index.data(Qt::ToolTipRole).toString().isEmpty() && text.isEmpty())
        return;
    say(table, text, table.fontMetrics().horizontalAdvance(text), place.width() - Sides);
}

} // namespace

QStringList cutOff(const QWidget *window)
{
    return Finder(window).found;
}

} // namespace callboard::test
