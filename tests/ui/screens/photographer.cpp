// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/photographer.h"

#include "store/database/reader_pool.h"
#include "ui/window/status_bar.h"

#include <QApplication>
#include <QTextStream>
#include <QWidget>

#include <barrier>
#include <memory>

namespace callboard {

namespace {

constexpr int LookMs = 100;
constexpr int MostLooks = 600;
constexpr int CalmLooks = 6; ///< ready so many times in a row: what waits for a timer has happened
constexpr int QuietLooks = 3; ///< after the last answers

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

/// The figures of the status bar keep the widest place they ever needed, and what they passed through differs from run
/// to run. After a change of language they take the room of what they show now.
void forgetWidths(const QWidget &window)
{
    QEvent event(QEvent::LanguageChange);
    if (auto *strip = window.findChild<StatusBar *>())
        QCoreApplication::sendEvent(strip, &event);
}

} // namespace

Photographer::Photographer(const QDir &folder, ReaderPool &readers, int readerThreads, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_readers(readers)
    , m_readerThreads(readerThreads)
{
    m_timer.setInterval(LookMs);
    connect(&m_timer, &QTimer::timeout, this, &Photographer::look);
}

void Photographer::take(const QList<Shot> &shots, const Replacements &replacements)
{
    m_shots = shots;
    m_replacements = replacements;
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
    m_isQuiet = false;
    m_shots.constFirst().arrange();
    m_timer.start();
}

void Photographer::look()
{
    m_calmLooks = m_shots.constFirst().isReady() ? m_calmLooks + 1 : 0;
    if (m_calmLooks == 0)
        m_isQuiet = false;
    const bool isLate = ++m_looks >= MostLooks;
    if (m_calmLooks < (m_isQuiet ? QuietLooks : CalmLooks) && !isLate)
        return;
    if (!m_isQuiet && !isLate)
        return waitForReaders();
    grab(!isLate);
    next();
}

/// Each of their threads waits here for the others: then all queries of before are answered, and what the answers led
/// to can be waited for in turn.
void Photographer::waitForReaders()
{
    m_timer.stop();
    const auto meeting = std::make_shared<std::barrier<>>(m_readerThreads);
    const auto missing = std::make_shared<int>(m_readerThreads);
    for (int i = 0; i < m_readerThreads; ++i) {
        m_readers.ask<bool>(
            this,
            [meeting](Connection &) {
                meeting->arrive_and_wait();
                return true;
            },
            [this, missing](const bool &) {
                if (--*missing > 0)
                    return;
                m_isQuiet = true;
                m_calmLooks = 0;
                m_timer.start();
            });
    }
}

void Photographer::grab(bool isReached)
{
    const Shot &shot = m_shots.constFirst();
    const QString file = m_folder.filePath(shot.name + QStringLiteral(".png"));
    QWidget *subject = shot.subject();
    bool isTaken = false;
    if (isReached && subject) {
        forgetPointer();
        forgetWidths(*subject);
        const ShownTexts shown(subject, m_replacements());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a text that changed just now is laid out
        isTaken = subject->grab().save(file);
    }
    m_allTaken = m_allTaken && isTaken;
    QTextStream(isTaken ? stdout : stderr) << (isTaken ? file : shot.name + QStringLiteral(": not reached")) << '\n';
    m_shots.removeFirst();
}

} // namespace callboard
