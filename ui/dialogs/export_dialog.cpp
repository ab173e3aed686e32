// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "store/store_writer.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

#include <atomic>

namespace callboard {

using namespace Qt::StringLiterals;

struct ExportJob
{
    std::atomic<bool> started = false;
    std::atomic<bool> cancelled = false;
    std::atomic<bool> ended = false;
    std::atomic<qint64> rows = 0;
    std::atomic<qint64> total = 0;
    ReportResult result; ///< valid once ended
};

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PollMs = 50;
constexpr int DialogWidth = 140 * Unit;
constexpr int ProgressSteps = 1000;

/// Runs on a reader's thread. Catches everything: the dialog learns of the end through the job only.
bool runJob(ExportJob &job, const ReportRequest &request, Connection &connection)
{
    job.started = true;
    job.result = runReport(
        u"calls"_s, request, connection,
        [&job](qint64 rows, qint64 total) {
            job.rows = rows;
            job.total = total;
        },
        [&job] { return job.cancelled.load(); });
    job.ended = true;
    return true;
}

} // namespace

ExportDialog::ExportDialog(const ExportServices &services, const CallFilter &filter, qint64 expectedRows,
                           QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_filter(filter)
    , m_expectedRows(expectedRows)
{
    setWindowTitle(tr("Export calls"));
    makeWidgets();
    layOut();
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &ExportDialog::poll);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_start, &QPushButton::clicked, this, &ExportDialog::startWanted);
    connect(m_close, &QPushButton::clicked, this, [this] { isRunning() ? cancel() : reject(); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { m_services.prompts.openFolder(QFileInfo(m_file->text()).absolutePath()); });
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    setFile(QDir(folder).filePath(suggestedName()));
    showRunning(false);
}

ExportDialog::~ExportDialog()
{
    if (m_job)
        m_job->cancelled = true;
    m_ticket.cancel();
}

void ExportDialog::makeWidgets()
{
    m_summary = new QLabel(describeFilter());
    m_summary->setObjectName(u"exportSummary"_s);
    m_summary->setWordWrap(true);
    m_formats = new QComboBox;
    m_formats->setObjectName(u"exportFormat"_s);
    m_formats->setAccessibleName(tr("File format"));
    m_formats->addItem(tr("CSV for Excel"), u"csv"_s);
    m_unmasked = new QCheckBox(tr("Write numbers in full (noted in the audit log)"));
    m_unmasked->setObjectName(u"exportUnmasked"_s);
    m_unmasked->setEnabled(m_services.mayReveal);
    m_unmasked->setToolTip(m_services.mayReveal ? QString() : tr("The privacy settings do not allow it."));
    m_file = new QLineEdit;
    m_file->setObjectName(u"exportFile"_s);
    m_file->setAccessibleName(tr("File to write"));
    m_file->setMinimumWidth(100 * Unit);
    m_browse = new QPushButton(tr("Choose…"));
    m_browse->setObjectName(u"exportBrowse"_s);
    m_progress = new QProgressBar;
    m_progress->setRange(0, ProgressSteps);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_status = new QLabel;
    m_status->setObjectName(u"exportStatus"_s);
    m_status->setWordWrap(true);
    m_start = new QPushButton(tr("Export"));
    m_start->setObjectName(u"exportStart"_s);
    m_start->setProperty("look", u"primary"_s);
    m_start->setDefault(true);
    m_close = new QPushButton;
    m_close->setObjectName(u"exportClose"_s);
    m_folder = new QPushButton(tr("Open folder"));
    m_folder->setObjectName(u"exportFolder"_s);
    m_folder->hide();
}

void ExportDialog::layOut()
{
    auto *file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->setSpacing(2 * Unit);
    form->addRow(tr("Format:"), m_formats);
    form->addRow(tr("Numbers:"), m_unmasked);
    form->addRow(tr("File:"), file);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    buttons->addWidget(m_start);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    m_summary->setMinimumHeight(m_summary->heightForWidth(DialogWidth));
    m_status->setMinimumHeight(2 * m_status->fontMetrics().lineSpacing());
    layout->addWidget(m_summary);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addLayout(buttons);
    resize(DialogWidth + 8 * Unit, sizeHint().height());
}

QString ExportDialog::suggestedName() const
{
    const QDateTime now = QDateTime::currentDateTime().toTimeZone(m_services.format.zone());
    return u"callboard-calls-%1.csv"_s.arg(now.toString(u"yyyyMMdd-HHmmss"_s));
}

QString ExportDialog::describeFilter() const
{
    const Format &format = m_services.format;
    const bool open = m_filter.range.to == TimeRange().to;
    const QString from = m_filter.range.from > 0 ? format.dateTime(m_filter.range.from) : tr("the first call");
    const QString to = open ? tr("now") : format.dateTime(m_filter.range.to);
    const QString count = m_expectedRows == 1 ? tr("1 call") : tr("%1 calls").arg(format.count(m_expectedRows));
    return tr("%1 from %2 to %3 (%4), with the filter of the page, newest first. All fields, talk time, outcome class, "
              "anomalies, and one column per column of the customer row.")
        .arg(count, from, to, QString::fromUtf8(format.zone().id()));
}

void ExportDialog::setFile(const QString &file)
{
    m_file->setText(QDir::toNativeSeparators(file));
}

Privacy ExportDialog::privacy() const
{
    return m_unmasked->isChecked() ? Privacy::Revealed : Privacy::Masked;
}

void ExportDialog::chooseFile()
{
    m_services.prompts.chooseFile(this, m_file->text(), [this](const QString &file) {
        if (!file.isEmpty())
            setFile(file);
    });
}

void ExportDialog::startWanted()
{
    if (m_file->text().trimmed().isEmpty()) {
        m_status->setText(tr("Choose a file first."));
        return;
    }
    if (privacy() == Privacy::Masked)
        return start();
    const QString question =
        tr("The file will hold phone numbers and customer data in full. This is noted in the audit log. "
           "Export them uncovered?");
    m_services.prompts.confirm(this, question, [this](bool yes) {
        if (yes)
            start();
    });
}

void ExportDialog::start()
{
    ReportRequest request;
    request.filter = m_filter;
    request.privacy = privacy();
    request.personalColumns = m_services.personalColumns;
    request.zone = m_services.format.zone();
    request.format = m_formats->currentData().toString();
    request.output = m_file->text().trimmed();
    if (request.privacy == Privacy::Revealed)
        m_services.writer.audit(u"export unmasked"_s, QFileInfo(request.output).fileName());
    m_job = std::make_shared<ExportJob>();
    m_elapsed.start();
    const auto work = [job = m_job, request](Connection &connection) { return runJob(*job, request, connection); };
    m_ticket = m_services.readers.ask<bool>(
        this, work, [](const bool &) {},
        [this](const QString &why) {
            finish({0, false, why});
        });
    showRunning(true);
    m_poll.start();
}

void ExportDialog::cancel()
{
    m_job->cancelled = true;
    m_ticket.cancel();
    m_close->setEnabled(false);
    if (!m_job->started)
        finish({0, true, {}});
}

void ExportDialog::reject()
{
    if (m_job) {
        m_job->cancelled = true;
        m_ticket.cancel();
    }
    QDialog::reject();
}

void ExportDialog::poll()
{
    if (!m_job)
        return;
    showProgress();
    if (m_job->ended)
        finish(m_job->result);
}

void ExportDialog::showProgress()
{
    const qint64 rows = m_job->rows;
    const qint64 total = m_job->total;
    if (rows == 0 || total == 0) {
        m_status->setText(tr("Looking through the customer columns…"));
        return;
    }
    m_progress->setValue(static_cast<int>(std::min(total, rows) * ProgressSteps / total));
    const double perSecond =
        static_cast<double>(rows) * 1000.0 / static_cast<double>(std::max<qint64>(1, m_elapsed.elapsed()));
    const double left = static_cast<double>(std::max<qint64>(0, total - rows)) / std::max(1.0, perSecond);
    const Format &format = m_services.format;
    m_status->setText(tr("%1 of %2 calls, %3 per second, %4 left")
                          .arg(format.count(rows), format.count(total), format.count(static_cast<qint64>(perSecond)),
                               format.duration(static_cast<qint64>(left * 1000))));
}

void ExportDialog::finish(const ReportResult &result)
{
    m_poll.stop();
    m_job.reset();
    showRunning(false);
    const bool complete = result.error.isEmpty() && !result.cancelled;
    m_folder->setVisible(complete);
    m_progress->setValue(complete ? ProgressSteps : 0);
    if (complete)
        m_status->setText(result.rows == 1 ? tr("1 call written.")
                                           : tr("%1 calls written.").arg(m_services.format.count(result.rows)));
    else
        m_status->setText(result.cancelled
                              ? tr("Cancelled. Nothing was written; an older file of that name is unchanged.")
                              : result.error);
    Q_EMIT exported(result);
}

void ExportDialog::showRunning(bool running)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_formats, m_unmasked, m_file, m_browse, m_start})
        widget->setEnabled(!running);
    m_unmasked->setEnabled(!running && m_services.mayReveal);
    m_close->setEnabled(true);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(running || m_progress->value() > 0);
}

} // namespace callboard
