// SPDX-License-Identifier: GPL-3.0-or-later
// From the button to the queue: the questions before a file is written.
#include "store/store_writer.h"
#include "ui/models/export_queue.h"
#include "ui/pages/report_maker.h"
#include "ui/pages/report_target.h"

#include <QFileInfo>

namespace callboard {

using namespace Qt::StringLiterals;

void ReportMaker::exportWanted()
{
    ReportJob wanted = job();
    if (const QString refusal = wanted.refusal(); !refusal.isEmpty())
        return m_target->showProblem(refusal);
    wanted.request.output = m_target->path();
    if (wanted.request.output.isEmpty())
        return;
    if (!wanted.isRevealed())
        return checkTarget(wanted);
    const QString question =
        tr("The file will hold phone numbers and customer data in full. This is noted in the audit log. "
           "Export them uncovered?");
    m_prompts.confirm(this, question, [this, wanted](bool yes) {
        if (yes)
            checkTarget(wanted);
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
        return m_target->showProblem(tr("There is no folder %1. Make it, or choose another one.").arg(file.path()));
    if (!check.isWritable)
        return m_target->showProblem(tr("You may not write to %1. Choose another folder.").arg(file.path()));
    if (!check.isThere)
        return enqueue(job);
    m_prompts.confirm(this, tr("There is a file %1 already. Replace it?").arg(file.fileName()), [this, job](bool yes) {
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
