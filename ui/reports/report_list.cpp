// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_list.h"

#include "report/report.h"
#include "ui/common/theme/theme.h"

#include <QPainter>
#include <QSignalBlocker>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 2 * Theme::Unit;

} // namespace

ReportList::ReportList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"reportList"_s);
    setItemDelegate(new ReportListDelegate(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::currentRowChanged, this, &ReportList::chosenChanged);
}

void ReportList::addEntry(const QString &name, const QString &title, const QString &sentence)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(ReportListDelegate::NameRole, name);
    item->setData(ReportListDelegate::SentenceRole, sentence);
    item->setData(Qt::AccessibleDescriptionRole, sentence);
}

void ReportList::fill(const QString &shownTitle)
{
    const QString before = chosen();
    const QSignalBlocker quiet(this);
    clear();
    if (!shownTitle.isEmpty())
        addEntry(shownTableName(), shownTitle, tr("The table or chart as it was shown"));
    for (const QString &name : reportNames())
        addEntry(name, reportTitle(name), reportDescription(name));
    setCurrentRow(0);
    choose(before);
}

void ReportList::choose(const QString &name)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(ReportListDelegate::NameRole) == name)
            setCurrentRow(row);
    }
}

QString ReportList::chosen() const
{
    return currentItem() ? currentItem()->data(ReportListDelegate::NameRole).toString() : QString();
}

void ReportList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // sentences wrap anew
}

ReportListDelegate::ReportListDelegate(const Theme &theme, QListWidget *list)
    : QStyledItemDelegate(list)
    , m_theme(theme)
    , m_list(list)
{ }

QRect ReportListDelegate::sentenceRect(const QString &sentence) const
{
    const QFontMetrics metrics(m_theme.font(TypeStep::Small));
    const int width = m_list->viewport()->width() - 3 * Margin;
    return metrics.boundingRect(QRect(0, 0, width, 100 * Theme::Unit), Qt::TextWordWrap, sentence);
}

QSize ReportListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics title(m_theme.font(TypeStep::Body, true));
    const int sentence = sentenceRect(index.data(SentenceRole).toString()).height();
    return {m_list->viewport()->width(), 2 * Margin + title.height() + sentence};
}

void ReportListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    if (isChosen || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.ink(ColorRole::Hover));
    if (isChosen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::Unit / 2 + 1, option.rect.height())),
                          m_theme.ink(ColorRole::Accent));
    QRect place = option.rect.adjusted(2 * Margin, Margin, -Margin, -Margin);
    painter->setFont(m_theme.font(TypeStep::Body, true));
    painter->setPen(m_theme.ink(isChosen ? ColorRole::Accent : ColorRole::Text));
    const QFontMetrics metrics(painter->font());
    painter->drawText(place, Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    place.setTop(place.top() + metrics.height());
    painter->setFont(m_theme.font(TypeStep::Small));
    painter->setPen(m_theme.ink(ColorRole::MutedText));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data(SentenceRole).toString());
    painter->restore();
}

} // namespace callboard
