// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"

#include <QWidget>

namespace callboard {

class Format;
class Theme;

/// A call drawn to scale: dial, ring, answer, hang-up, with the time between them. Below the bar every step has its
/// place, so that nothing overlaps however short a step was.
class CallsTimeline : public QWidget
{
    Q_OBJECT
public:
    CallsTimeline(const Format &format, const Theme &theme, QWidget *parent = nullptr);

    void setCall(const CallRecord &call);
    /// What the picture says, in words; also its accessible description.
    QString words() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step
    {
        QString name;
        qint64 at = 0;
    };
    struct Phase
    {
        QString name;
        qint64 from = 0, to = 0;
        QColor color;
        qint64 length() const { return to - from; }
    };
    void describe();
    QList<Step> steps() const;
    QList<Phase> phases() const;
    void paintBar(QPainter &painter, const QRectF &area) const;
    void paintLegend(QPainter &painter, const QRectF &area) const;
    void paintSteps(QPainter &painter, const QRectF &area) const;
    QString clock(qint64 epochMs) const;

    const Format &m_format;
    const Theme &m_theme;
    CallFields m_fields;
};

} // namespace callboard
