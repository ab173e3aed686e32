// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/photographer.h"

#include <QApplication>
#include <QTextStream>
#include <QWidget>

namespace callboard {

namespace {

constexpr int LookMs = 100;
constexpr int MostLooks = 300;
constexpr int CalmLooks = 8; ///< ready so many times in a row: late answers have arrived and are drawn

/// Without a display the pointer stays where it was when the window came up: nothing is to look hovered over.
void forgetPointer()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (!widget->underMouse())
            continue;
        widget->setAttribute(Qt::WA_UnderMouse, false);
        widget->update();
    }
}

} // namespace

Photographer::Photographer(const QDir &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    m_timer.setInterval(LookMs);
    connect(&m_timer, &QTimer::timeout, this, &Photographer::look);
}

void Photographer::take(const QList<Shot> &shots)
{
    m_shots = shots;
    next();
}

void Photographer::next()
{
    m_timer.stop();
    if (m_shots.isEmpty()) {
        Q_EMIT finished(m_allTaken);
        return;
    }
    m_looks = m_calmLooks = 0;
    m_shots.constFirst().arrange();
    m_timer.start();
}

void Photographer::look()
{
    const Shot &shot = m_shots.constFirst();
    m_calmLooks = shot.isReady() ? m_calmLooks + 1 : 0;
    const bool isLate = ++m_looks >= MostLooks;
    if (m_calmLooks < CalmLooks && !isLate)
        return;
    const QString file = m_folder.filePath(shot.name + QStringLiteral(".png"));
    QWidget *subject = shot.subject();
    forgetPointer();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a text that changed just now is laid out
    const bool taken = !isLate && subject != nullptr && subject->grab().save(file);
    m_allTaken = m_allTaken && taken;
    QTextStream(taken ? stdout : stderr) << (taken ? file : shot.name + QStringLiteral(": not reached")) << '\n';
    m_shots.removeFirst();
    next();
}

} // namespace callboard
