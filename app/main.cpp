// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/application_session.h"
#include "ui/window/startup_options.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

namespace {

using namespace callboard;
using namespace Qt::StringLiterals;

void nameProgram()
{
    QCoreApplication::setApplicationName(u"callboard"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(CALLBOARD_VERSION));
}

/// Questions that a terminal asks are answered without a display.
std::optional<int> answerOnTerminal(int argc, char **argv, StartupOptions *options)
{
    const QCoreApplication application(argc, argv);
    const auto answer = StartupOptions::parse(QCoreApplication::arguments(), options);
    if (!answer)
        return std::nullopt;
    QTextStream(answer->exitCode == 0 ? stdout : stderr) << answer->text;
    return answer->exitCode;
}

void sayWhyNot(const QString &reason)
{
    QTextStream(stderr) << reason << '\n';
    auto *box = new QMessageBox(QMessageBox::Critical, QCoreApplication::translate("main", "Callboard can't start"),
                                reason, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, box, [] { QCoreApplication::exit(1); });
    box->open();
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    StartupOptions options;
    if (const auto exitCode = answerOnTerminal(argc, argv, &options))
        return *exitCode;
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"callboard"_s);
    ApplicationSession session(application, options);
    QObject::connect(&session, &ApplicationSession::failed, &application, sayWhyNot);
    session.start();
    return QApplication::exec();
}
