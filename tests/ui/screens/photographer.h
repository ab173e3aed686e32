// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace callboard {

/// Takes pictures one after the other: brings the window into a state, waits until it is reached, grabs it.
class Photographer : public QObject
{
    Q_OBJECT
public:
    struct Shot
    {
        QString name; ///< of the file, without ending
        std::function<void()> arrange; ///< brings the state about
        std::function<bool()> isReady; ///< asked until it says yes
        std::function<QWidget *()> subject;
    };

    explicit Photographer(const QDir &folder, QObject *parent = nullptr);
    void take(const QList<Shot> &shots);

Q_SIGNALS:
    void finished(bool allTaken);

private:
    void look();
    void next();
    QDir m_folder;
    QList<Shot> m_shots;
    QTimer m_timer;
    int m_looks = 0;
    int m_calmLooks = 0;
    bool m_allTaken = true;
};

} // namespace callboard
