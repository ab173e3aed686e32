// SPDX-License-Identifier: GPL-3.0-or-later
// From the button to the queue: the questions before a file is written.
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/reports/report_maker.h"
#include "ui/reports/report_preview.h"
#include "ui/reports/report_target.h"
#include "ui/session/exports/export_queue.h"

#include <QFileInfo>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostRowsToPrint = 3'000;

} // namespace

void ReportMaker::exportRequested()
{
    ReportJob wanted = job();
    if (const QString refusal = wanted.refusal(); !refusal.isEmpty())
        return m_target->showProblem(refusal);
    wanted.request.output = m_target->path();
    if (wanted.request.output.isEmpty())
        return;
    if (m_services.exports.isPendingFor(wanted.request.output))
        return m_target->showProblem(tr("Another export is still writing this file. Choose another name."));
    askToReveal(wanted, [this](const ReportJob &job) { checkTarget(job); });
}

/// What holds personal data in full is made only after a question.
void ReportMaker::askToReveal(const ReportJob &job, const std::function<void(const ReportJob &)> &then)
{
    if (!job.isRevealed())
        return then(job);
    const QString question = tr("The file will contain phone numbers and customer data in full. This is noted in the "
                                "audit log. Export them unmasked?");
    m_prompts.confirm(this, question, [job, then](bool yes) {
        if (yes)
            then(job);
    });
}

/// What is too long for paper at hand goes better into a file: the preview paints every page.
void ReportMaker::printRequested()
{
    const ReportJob wanted = job();
    const qint64 rows = m_preview->preview().head.rows;
    if (const QString refusal = wanted.refusal(); !refusal.isEmpty())
        return m_target->showProblem(refusal);
    if (m_preview->isLoading())
        return m_target->showProblem(tr("The rows are still being counted. Print again in a moment."));
    if (rows > MostRowsToPrint)
        return m_target->showProblem(
            tr("%1 rows are too many for a print preview. Export them as PDF, or choose a shorter period.")
                .arg(m_services.format.count(rows)));
    askToReveal(wanted, [this](const ReportJob &job) { print(job); });
}

void ReportMaker::print(const ReportJob &job)
{
    if (job.isRevealed())
        m_services.writer.audit(u"export unmasked"_s, tr("printed: %1").arg(job.title()));
    m_print->setEnabled(false);
    m_printQuery = m_services.readers.ask<std::shared_ptr<PaperDocument>>(
        this, [job](Connection &connection) { return job.collect(connection, {}); },
        [this](const std::shared_ptr<PaperDocument> &document) {
            m_print->setEnabled(true);
            m_prompts.print(this, document);
        },
        [this](const QString &why) {
            m_print->setEnabled(true);
            m_target->showProblem(why);
        });
}

void ReportMaker::checkTarget(const ReportJob &job)
{
    m_checkQuery.cancel();
    m_checkQuery = m_services.readers.ask<FileCheck>(
        this, [path = job.request.output](Connection &) { return checkFile(path); },
        [this, job](const FileCheck &check) { takeCheck(job, check); },
        [this](const QString &why) { m_target->showProblem(why); });
}

void ReportMaker::takeCheck(const ReportJob &job, const FileCheck &check)
{
    const QFileInfo file(job.request.output);
    if (!check.hasFolder)
        return m_target->showProblem(
            tr("The folder %1 does not exist. Create it, or choose another one.").arg(file.path()));
    if (!check.isWritable)
        return m_target->showProblem(
            tr("You do not have permission to write to %1. Choose another folder.").arg(file.path()));
    if (!check.isThere)
        return enqueue(job);
    m_prompts.confirm(this, tr("The file %1 already exists. Replace it?").arg(file.fileName()), [this, job](bool yes) {
        if (yes)
            enqueue(job);
    });
}

void ReportMaker::enqueue(const ReportJob &job)
{
    if (job.isRevealed())
        m_services.writer.audit(u"export unmasked"_s, QFileInfo(job.request.output).fileName());
    m_services.exports.add(
        job.title(), job.request.output,
        [job](Connection &connection, const ReportProgress &progress, const ReportCancelled &cancelled) {
            return job.run(connection, progress, cancelled);
        });
}

} // namespace callboard
