// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/schema.h"

#include "store/table/rollup_table.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString StepFolder = u":/schema"_s;

int stepNumber(const QString &fileName)
{
    return QStringView(fileName).left(3).toInt();
}

QString readStep(const QString &fileName)
{
    QFile file(StepFolder + u'/' + fileName);
    if (!file.open(QIODevice::ReadOnly))
        throw StoreError(StoreErrorCode::StepMissing, {fileName});
    return QString::fromUtf8(file.readAll());
}

QStringList statementsOf(const Dialect &dialect, const QString &step)
{
    static const QRegularExpression comment(u"--[^\n]*"_s);
    QString text = dialect.schemaText(step);
    text.remove(comment);
    QStringList statements;
    const QStringList pieces = text.split(u';');
    for (const QString &piece : pieces) {
        if (!piece.trimmed().isEmpty())
            statements.append(piece.trimmed());
    }
    return statements;
}

void applyStep(Connection &connection, const QString &fileName)
{
    connection.begin();
    try {
        const QStringList statements = statementsOf(connection.dialect(), readStep(fileName));
        for (const QString &statement : statements)
            connection.execute(statement);
        connection.execute(u"INSERT INTO meta (key, value) VALUES ('schema_step', %1) "
                           "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s.arg(stepNumber(fileName)));
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

/// Steps that change what is counted leave the counting to today's code.
void recountStale(Connection &connection)
{
    if (!connection.value(u"SELECT value FROM meta WHERE key = 'rollups_stale'"_s).isValid())
        return;
    connection.begin();
    try {
        recountRollups(connection);
        connection.execute(u"DELETE FROM meta WHERE key = 'rollups_stale'"_s);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

} // namespace

StoreProblem newerStoreProblem(int step)
{
    return {StoreErrorCode::NewerStore, {QString::number(step), QString::number(newestSchemaStep())}};
}

int newestSchemaStep()
{
    const QStringList files = QDir(StepFolder).entryList(QDir::Files, QDir::Name);
    return files.isEmpty() ? 0 : stepNumber(files.constLast());
}

int schemaStepOf(Connection &connection)
{
    const QStringList tables = connection.tables();
    for (const QString &table : {u"meta"_s, u"call"_s, u"push"_s}) { // another program may have one of them, too
        if (!tables.contains(table))
            return 0;
    }
    return connection.value(u"SELECT value FROM meta WHERE key = 'schema_step'"_s).toInt();
}

void migrateSchema(Connection &connection)
{
    const int current = schemaStepOf(connection);
    if (current > newestSchemaStep())
        throw StoreError(newerStoreProblem(current));
    if (current == 0 && !connection.tables().isEmpty())
        throw StoreError(StoreErrorCode::OtherProgramsDatabase, {connection.url().place()});
    const QStringList files = QDir(StepFolder).entryList(QDir::Files, QDir::Name);
    bool copied = current == 0;
    for (const QString &file : files) {
        if (stepNumber(file) <= current)
            continue;
        if (!copied)
            connection.backend().copyBeforeStep(connection.database(), stepNumber(file));
        copied = true;
        applyStep(connection, file);
    }
    recountStale(connection);
}

void requireKnownSchema(Connection &connection)
{
    if (const int step = schemaStepOf(connection); step > newestSchemaStep())
        throw StoreError(newerStoreProblem(step));
}

void requireCurrentSchema(Connection &connection)
{
    requireKnownSchema(connection);
    const int step = schemaStepOf(connection);
    if (step == 0)
        requireStore(connection.url()); // says what it is instead
    if (step < newestSchemaStep())
        throw StoreError(StoreErrorCode::NotPrepared);
}

} // namespace callboard
