// SPDX-License-Identifier: GPL-3.0-or-later
#include "markup_walk.h"

#include "ui/common/charts/chart_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCells = 120; ///< of one view: a view shows few kinds of cells, many times

QList<QWidget *> visibleIn(const QWidget *root)
{
    QList<QWidget *> visible;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible())
            visible.append(widget);
    }
    return visible;
}

QStringList itemWords(const QAbstractItemView *view)
{
    QStringList words;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < std::min(model->rowCount(), MostCells); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            words.append(model->index(row, column).data().toString());
    }
    for (int row = 0; model && row < std::min(model->rowCount(), MostCells); ++row)
        words.append(model->headerData(row, Qt::Vertical).toString());
    for (int column = 0; model && column < model->columnCount(); ++column)
        words.append(model->headerData(column, Qt::Horizontal).toString());
    return words;
}

QStringList wordsOfOne(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return {label->text()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return {button->text().replace(u"&&"_s, u"&"_s)};
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return {edit->text()};
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return {text->toPlainText()};
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
        return itemWords(view);
    QStringList words;
    if (const auto *chart = qobject_cast<const ChartView *>(widget)) {
        for (const ChartSeries &series : chart->data().series)
            words.append(series.name);
        for (const ChartCategory &category : chart->data().categories)
            words += {category.label, category.words, category.note};
    }
    return words;
}

QLabel *shownTip()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel") && window->isVisible())
            return qobject_cast<QLabel *>(window);
    }
    return nullptr;
}

} // namespace

QString MarkupWalk::wordsOf(const QWidget *root)
{
    QStringList words{root->windowTitle()};
    for (const QWidget *widget : visibleIn(root))
        words += wordsOfOne(widget);
    return words.join(u'\n');
}

void MarkupWalk::look(QWidget *root, const QString &place)
{
    m_place = place;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    root->grab();
    seen += wordsOf(root) + u'\n';
    for (QWidget *widget : visibleIn(root))
        lookAtWidget(widget);
}

void MarkupWalk::lookAtWidget(QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        lookAtLabel(label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        lookAtButtonWords(button->text());
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        lookAtButtonWords(box->title());
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            lookAtButtonWords(tabs->tabText(tab));
    }
    if (auto *button = qobject_cast<QToolButton *>(widget); button && button->menu())
        Q_EMIT button->menu()->aboutToShow();
    for (const QMenu *menu : widget->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
        for (const QAction *action : menu->actions())
            lookAtButtonWords(action->text());
        for (const QAbstractButton *box : menu->findChildren<QAbstractButton *>())
            lookAtButtonWords(box->text());
    }
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        lookAtHeader(header);
    else if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        lookAtItems(view);
    else if (auto *chart = qobject_cast<ChartView *>(widget)) {
        for (int i = 0; i < chart->data().categories.size() && chart->categoryRect(i).isValid(); ++i) {
            QTest::mouseMove(chart->viewport(), chart->categoryRect(i).center().toPoint());
            const_cast<HoverTip &>(chart->hoverTip()).grab();
        }
        QTest::mouseMove(chart->viewport(), QPoint(-1, -1));
    } else if (!widget->toolTip().isEmpty())
        hover(widget, widget->rect().center());
}

void MarkupWalk::lookAtLabel(const QLabel *label)
{
    if (!label->text().isEmpty() && label->textFormat() != Qt::PlainText)
        complain(u"a label takes markup: "_s + label->text());
}

void MarkupWalk::lookAtButtonWords(const QString &words)
{
    if (words.contains(ampersand()))
        complain(u"a key's mark in the words of a button: "_s + words);
}

void MarkupWalk::lookAtItems(QAbstractItemView *view)
{
    int cells = 0;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QRect place = view->visualRect(model->index(row, column)) & view->viewport()->rect();
            if (!place.isEmpty() && ++cells <= MostCells)
                hover(view->viewport(), place.center());
        }
    }
}

void MarkupWalk::lookAtHeader(QHeaderView *header)
{
    for (int section = 0; section < std::min(header->count(), MostCells); ++section) {
        const int along = header->sectionViewportPosition(section) + 2;
        const QPoint at = header->orientation() == Qt::Horizontal ? QPoint(along, 2) : QPoint(2, along);
        if (!header->isSectionHidden(section) && header->viewport()->rect().contains(at))
            hover(header->viewport(), at);
    }
}

void MarkupWalk::hover(QWidget *widget, const QPoint &at)
{
    QHelpEvent event(QEvent::ToolTip, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
    QLabel *tip = shownTip();
    if (!tip)
        return;
    ++tips;
    tip->grab();
    seen += tip->text().remove(u'\u2060') + u'\n';
    if (tip->textFormat() != Qt::PlainText)
        complain(u"the guard did not see a tip: "_s + tip->text());
    if (Qt::mightBeRichText(tip->text()))
        complain(u"a tip that Qt would take for markup: "_s + tip->text());
}

} // namespace callboard::test
