// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "report/call_list_report.h"
#include "store/connection.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// One report: add new ones here, and the command line and the window offer them.
struct ReportDefinition
{
    QString name;
    QStringList formats;
    const char *description;
    qint64 (*write)(const ReportRequest &, Connection &, QIODevice &, const ReportProgress &, const ReportCancelled &);
};

qint64 writeCalls(const ReportRequest &request, Connection &connection, QIODevice &device,
                  const ReportProgress &progress, const ReportCancelled &cancelled)
{
    return writeCallList(storeCalls(connection, request.filter), request, device, progress, cancelled);
}

const QList<ReportDefinition> &definitions()
{
    static const QList<ReportDefinition> list{
        {u"calls"_s,
         {u"csv"_s},
         QT_TRANSLATE_NOOP("Report", "Every call with all its fields, newest first"),
         writeCalls},
    };
    return list;
}

const ReportDefinition *findReport(const QString &name)
{
    for (const ReportDefinition &definition : definitions()) {
        if (definition.name == name)
            return &definition;
    }
    return nullptr;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

/// All pages of a report show one moment of the store.
class ReadSnapshot
{
public:
    explicit ReadSnapshot(Connection &connection)
        : m_connection(connection)
    {
        m_connection.begin();
    }
    ~ReadSnapshot() { m_connection.rollback(); }
    Q_DISABLE_COPY_MOVE(ReadSnapshot)

private:
    Connection &m_connection;
};

QString notWritten(const QString &file, const QString &reason)
{
    return QCoreApplication::translate("Report",
                                       "The file %1 could not be written: %2. An older file of that name is unchanged.")
        .arg(file, reason);
}

ReportResult write(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                   QSaveFile &file, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    ReportResult result;
    const ReadSnapshot snapshot(connection);
    result.rows = definition.write(request, connection, file, progress, cancelled);
    result.cancelled = result.rows < 0 || (cancelled && cancelled());
    if (result.cancelled) {
        file.cancelWriting();
        return {0, true, {}};
    }
    if (!file.commit())
        throw ReportError(file.errorString());
    return result;
}

} // namespace

QStringList reportNames()
{
    QStringList names;
    for (const ReportDefinition &definition : definitions())
        names.append(definition.name);
    return names;
}

QStringList reportFormats(const QString &name)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? definition->formats : QStringList();
}

QString reportDescription(const QString &name)
{
    const ReportDefinition *definition = findReport(name);
    return definition ? tr(definition->description) : QString();
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection, QSaveFile &file,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportDefinition *definition = findReport(name);
    if (!definition)
        return {0, false, QCoreApplication::translate("Report", "There is no report named %1.").arg(name)};
    if (!definition->formats.contains(request.format))
        return {0, false,
                QCoreApplication::translate("Report", "The report %1 has no format %2.").arg(name, request.format)};
    if (!file.open(QIODevice::WriteOnly))
        return {0, false, notWritten(file.fileName(), file.errorString())};
    try {
        return write(*definition, request, connection, file, progress, cancelled);
    } catch (const QueryCancelled &) {
        file.cancelWriting();
        return {0, true, {}};
    } catch (const StoreError &error) {
        file.cancelWriting();
        return {0, false, notWritten(file.fileName(), error.text())};
    } catch (const ReportError &error) {
        file.cancelWriting();
        return {0, false, notWritten(file.fileName(), error.text())};
    }
}

ReportResult runReport(const QString &name, const ReportRequest &request, Connection &connection,
                       const ReportProgress &progress, const ReportCancelled &cancelled)
{
    QSaveFile file(request.output);
    return runReport(name, request, connection, file, progress, cancelled);
}

} // namespace callboard
