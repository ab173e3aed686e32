// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The differences between Qt HTTP Server 6.4 (Debian 12) and newer ones (6.8: Debian 13), all in this one place.

#include <QHttpServer>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QtGlobal>

namespace callboard {

/// How a handler receives its responder. The receiver never writes through it, nor keeps it: answers are due later and
/// in order, and a responder that outlives its socket is a use after free up to 6.7.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArg = QHttpServerResponder &;
#else
using ResponderArg = QHttpServerResponder &&;
#endif

/// Binds a listening server, of which the HTTP server becomes the owner. False when it is not listening.
inline bool bindServer(QHttpServer &http, QTcpServer *server)
{
    if (!server->isListening())
        return false;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return http.bind(server);
#else
    http.bind(server);
    return true;
#endif
}

} // namespace callboard
