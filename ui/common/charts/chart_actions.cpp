// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_actions.h"

#include "files/output_file.h"
#include "text/format.h"
#include "ui/common/charts/chart_picture.h"
#include "ui/common/charts/chart_table_model.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/copied_table.h"
#include "ui/common/theme/plain_text.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QThreadPool>

#include <atomic>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

/// One picture on its way to the disk, shared with the thread that writes it.
struct ChartActions::Job
{
    QString file;
    QImage image; ///< or
    QByteArray svg;
    QString problem; ///< valid once ended
    std::atomic<bool> ended = false;

    void run()
    {
        QByteArray bytes = svg;
        if (bytes.isEmpty()) {
            QBuffer buffer(&bytes);
            image.save(&buffer, "PNG");
        }
        OutputFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
            problem = target.errorString();
        ended = true;
    }
};

namespace {

constexpr int PollMs = 50;

QString safeFileName(QString title)
{
    for (QChar &c : title) {
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control)
            c = u' ';
    }
    return title.simplified();
}

void chooseWithDialog(QWidget *parent, const QString &suggestion, std::function<void(const QString &)> answer)
{
    const QString png = ChartActions::tr("PNG picture (*.png)"), svg = ChartActions::tr("SVG drawing (*.svg)");
    auto *dialog = new QFileDialog(parent, ChartActions::tr("Save the chart as a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({png, svg});
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, svg](const QString &chosen) {
        dialog->setDefaultSuffix(chosen == svg ? u"svg"_s : u"png"_s);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void tellWithDialog(QWidget *parent, const QString &text)
{
    auto *box =
        makeMessageBox(QMessageBox::Warning, ChartActions::tr("Picture not saved"), text, QMessageBox::Ok, parent);
    box->open();
}

} // namespace

QString periodText(const Format &format, qint64 from, qint64 to)
{
    const bool isOpen = to == std::numeric_limits<qint64>::max();
    const QString start = from > 0 ? format.dateTime(from) : ChartActions::tr("the first call");
    const QString end = isOpen ? ChartActions::tr("now") : format.dateTime(to);
    return ChartActions::tr("%1 to %2 (%3)").arg(start, end, QString::fromUtf8(format.zone().id()));
}

PicturePrompts PicturePrompts::withDialogs()
{
    return {chooseWithDialog, tellWithDialog};
}

ChartActions::ChartActions(ChartView &view, const Theme &theme, const Format &format, QWidget *parent)
    : QObject(parent)
    , m_view(view)
    , m_theme(theme)
    , m_format(format)
    , m_parent(parent)
    , m_prompts(PicturePrompts::withDialogs())
    , m_copyPicture(new QAction(this))
    , m_savePicture(new QAction(this))
    , m_copyTable(new QAction(this))
{
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &ChartActions::poll);
    connect(m_copyPicture, &QAction::triggered, this, &ChartActions::copyPicture);
    connect(m_savePicture, &QAction::triggered, this, &ChartActions::savePicture);
    connect(m_copyTable, &QAction::triggered, this, &ChartActions::copyTable);
    retranslate();
}

ChartActions::~ChartActions() = default;

QList<QAction *> ChartActions::actions() const
{
    return {m_copyPicture, m_savePicture, m_copyTable};
}

void ChartActions::retranslate()
{
    m_copyPicture->setText(tr("Copy picture"));
    m_savePicture->setText(tr("Save picture…"));
    m_copyTable->setText(tr("Copy table"));
}

PictureWords ChartActions::words() const
{
    return {m_title, m_caption, m_hasLegend};
}

void ChartActions::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chartImage(m_view, m_theme, words()));
}

void ChartActions::copyTable()
{
    ChartTableModel model(m_format);
    model.setData(m_view.data());
    CopiedTable table = copiedTable(model);
    table.title = m_title;
    table.note = m_caption;
    copyToClipboard(table);
}

void ChartActions::savePicture()
{
    m_prompts.chooseFile(m_parent, safeFileName(m_title) + u".png"_s, [this](const QString &file) { write(file); });
}

void ChartActions::write(const QString &file)
{
    auto job = std::make_shared<Job>();
    job->file = file;
    if (file.endsWith(".svg"_L1, Qt::CaseInsensitive))
        job->svg = chartSvg(m_view, m_theme, words());
    else
        job->image = chartImage(m_view, m_theme, words());
    m_jobs.append(job);
    QThreadPool::globalInstance()->start([job] { job->run(); });
    m_poll.start();
}

void ChartActions::poll()
{
    const auto jobs = std::exchange(m_jobs, {});
    for (const std::shared_ptr<Job> &job : jobs) {
        if (!job->ended)
            m_jobs.append(job);
        else if (job->problem.isEmpty())
            Q_EMIT saved(job->file);
        else
            m_prompts.tellFailure(m_parent,
                                  tr("The picture could not be written to %1: %2. An older file of that name is "
                                     "unchanged. Choose a folder that you may write to.")
                                      .arg(job->file, job->problem));
    }
    if (m_jobs.isEmpty())
        m_poll.stop();
}

} // namespace callboard
