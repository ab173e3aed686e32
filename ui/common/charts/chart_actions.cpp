// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_actions.h"

#include "files/output_file.h"
#include "text/format.h"
#include "ui/common/charts/chart_picture.h"
#include "ui/common/charts/chart_view.h"
#include "ui/common/tables/copied_table.h"
#include "ui/common/tables/figure_table_model.h"
#include "ui/common/theme/plain_text.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPointer>
#include <QThreadPool>

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Writes a PNG, or the SVG where there is one; gives what went wrong. Any thread.
QString writePicture(const QString &file, const QImage &image, QByteArray bytes)
{
    if (bytes.isEmpty()) {
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
    }
    OutputFile target(file);
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    return isWritten ? QString() : target.errorString();
}

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

QString periodText(const Format &format, qint64 from, qint64 to, qint64 nowMs)
{
    const bool isOpen = to == std::numeric_limits<qint64>::max();
    const QString start = from > 0 ? format.dateTime(from) : ChartActions::tr("the first call");
    const QString end = isOpen ? ChartActions::tr("now") : format.dateTime(std::min(to, nowMs));
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
    connect(m_copyPicture, &QAction::triggered, this, &ChartActions::copyPicture);
    connect(m_savePicture, &QAction::triggered, this, &ChartActions::savePicture);
    connect(m_copyTable, &QAction::triggered, this, &ChartActions::copyTable);
    retranslate();
}

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
    return {m_title, m_caption};
}

void ChartActions::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chartImage(m_view, m_theme, words()));
}

void ChartActions::copyTable()
{
    FigureTableModel model;
    model.setTable(figureTable(m_view.data(), m_format));
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
    const bool isSvg = file.endsWith(".svg"_L1, Qt::CaseInsensitive);
    const QByteArray svg = isSvg ? chartSvg(m_view, m_theme, words()) : QByteArray();
    const QImage image = isSvg ? QImage() : chartImage(m_view, m_theme, words());
    QObject *application = QCoreApplication::instance();
    QThreadPool::globalInstance()->start([=, actions = QPointer(this)] {
        const QString problem = writePicture(file, image, svg);
        QMetaObject::invokeMethod(application, [=] {
            if (actions)
                actions->written(file, problem);
        });
    });
}

void ChartActions::written(const QString &file, const QString &problem)
{
    if (problem.isEmpty())
        Q_EMIT saved(file);
    else
        m_prompts.tellFailure(m_parent,
                              tr("The picture could not be written to %1: %2. An older file of that name is "
                                 "unchanged. Choose a folder that you may write to.")
                                  .arg(file, problem));
}

} // namespace callboard
