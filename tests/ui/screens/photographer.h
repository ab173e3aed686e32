// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/shown_texts.h"

#include <QDir>
#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace callboard {

class ReaderPool;

/// Takes pictures one after the other: brings the window into a state, waits until it is reached and all queries of
/// before are answered, grabs it.
class Photographer : public QObject
{
    Q_OBJECT
public:
    struct Shot
    {
        QString name; ///< of the file, without ending
        std::function<void()> arrange; ///< brings the state about
        std::function<bool()> isReady; ///< called until it is true
        std::function<QWidget *()> subject;
    };

    using Replacements = std::function<QList<TextReplacement>()>;

    /// `readers`: whose queries have to be answered, and how many of them run at the same time.
    Photographer(const QDir &folder, ReaderPool &readers, int readerThreads, QObject *parent = nullptr);
    /// `replacements`: what a picture shows in place of such texts.
    void take(const QList<Shot> &shots, const Replacements &replacements);

Q_SIGNALS:
    void finished(bool allTaken);

private:
    void look();
    void waitForReaders();
    void grab(bool isReached);
    void next();
    QDir m_folder;
    QList<Shot> m_shots;
    Replacements m_replacements;
    ReaderPool &m_readers;
    const int m_readerThreads;
    QTimer m_timer;
    int m_looks = 0;
    int m_calmLooks = 0;
    bool m_isQuiet = false; ///< the readers had nothing to do when the state had been reached for a while
    bool m_allTaken = true;
};

} // namespace callboard
