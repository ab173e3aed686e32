// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>

#include <future>

namespace callboard::test {

/// The widget of that name that can be seen, in whatever window it stands; null where there is none.
template <class Widget>
Widget *shown(const QString &name)
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *found = window->objectName() == name ? qobject_cast<Widget *>(window) : window->findChild<Widget *>(name);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// How many calls a store holds; read beside the window's thread, which opens no database.
inline qint64 callsIn(const QString &file)
{
    const auto count = [&file] {
        Connection connection(StoreUrl::ofFile(file), Access::Read);
        return connection.value(QStringLiteral("SELECT COUNT(*) FROM call")).toLongLong();
    };
    return std::async(std::launch::async, count).get();
}

} // namespace callboard::test
