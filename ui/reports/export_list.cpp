// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/export_list.h"

#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/export_words.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int ProgressSteps = 1000;
constexpr int RowHeight = 16 * Unit;
constexpr int MostRowsInView = 3;

QString lookOf(Export::State state)
{
    return state == Export::State::Failed ? u"bad"_s : state == Export::State::Done ? u"good"_s : u"caption"_s;
}

} // namespace

ExportRow::ExportRow(qint64 id, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_id(id)
    , m_format(format)
    , m_title(new PlainLabel)
    , m_sentence(new PlainLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton)
    , m_openFile(new QPushButton)
    , m_openFolder(new QPushButton)
{
    setObjectName(u"export%1"_s.arg(id));
    m_sentence->setObjectName(u"exportSentence"_s);
    m_sentence->setWordWrap(true);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(2 * Unit);
    m_cancel->setObjectName(u"cancelExport"_s);
    m_openFile->setObjectName(u"openFile"_s);
    m_openFolder->setObjectName(u"openFolder"_s);
    layOut();
    connectAll();
}

void ExportRow::layOut()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(Unit / 2);
    words->addWidget(m_title);
    words->addWidget(m_progress);
    words->addWidget(m_sentence);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, Unit, 0, Unit);
    layout->setSpacing(2 * Unit);
    layout->addLayout(words, 1);
    for (QPushButton *button : {m_openFile, m_openFolder, m_cancel})
        layout->addWidget(button, 0, Qt::AlignVCenter);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ExportRow::connectAll()
{
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_id); });
    connect(m_openFile, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_file); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(QFileInfo(m_file).path()); });
}

void ExportRow::show(const Export &given)
{
    m_file = given.file;
    const QString name = QFileInfo(given.file).fileName();
    m_title->setText(tr("%1 · %2").arg(given.title, name));
    setTip(m_title, given.file);
    m_progress->setVisible(given.state == Export::State::Running);
    const double share = exportShare(given);
    m_progress->setRange(0, share < 0 ? 0 : ProgressSteps);
    m_progress->setValue(static_cast<int>(std::max(0.0, share) * ProgressSteps));
    m_progress->setAccessibleName(tr("Progress of %1").arg(name));
    setText(m_sentence, lookOf(given.state), exportSentence(given, m_format));
    showButtons(given);
}

void ExportRow::showButtons(const Export &given)
{
    const QString name = QFileInfo(given.file).fileName();
    const bool isDone = given.state == Export::State::Done;
    m_cancel->setVisible(!given.isOver());
    m_openFile->setVisible(isDone);
    m_openFolder->setVisible(isDone);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(name));
    m_openFile->setText(tr("Open file"));
    m_openFile->setAccessibleName(tr("Open the file %1").arg(name));
    m_openFolder->setText(tr("Open folder"));
    m_openFolder->setAccessibleName(tr("Open the folder of %1").arg(name));
}

ExportList::ExportList(ExportQueue &queue, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_format(format)
    , m_clear(makeButton(
          u"clearExports"_s, [] { return tr("Clear finished"); }, [] { return tr("Clear finished exports"); }))
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    setProperty("styleClass", u"panel"_s);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Unit, 2 * Unit, 2 * Unit, 2 * Unit);
    layout->setSpacing(Unit);
    layout->addLayout(makeRow({makeTitle([] { return tr("Exports"); }), m_clear}, 0));
    layout->addWidget(area, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_clear, &QPushButton::clicked, &queue, &ExportQueue::clearOver);
    connect(&queue, &ExportQueue::listChanged, this, &ExportList::rebuild);
    connect(&queue, &ExportQueue::progressed, this, &ExportList::refresh);
    bindLanguage(this, [this] { refresh(); });
    rebuild();
}

QSize ExportList::sizeHint() const
{
    const int rows = std::clamp(static_cast<int>(m_rows.size()), 1, MostRowsInView);
    return {QFrame::sizeHint().width(), 14 * Unit + rows * RowHeight};
}

/// Rows that are known stay, so that the keyboard does.
void ExportList::rebuild()
{
    const QList<Export> &all = m_queue.exports();
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (!m_queue.find(m_rows.at(i)->id()))
            delete m_rows.takeAt(i);
    }
    for (qsizetype i = m_rows.size(); i < all.size(); ++i) {
        auto *row = new ExportRow(all.at(i).id, m_format);
        connect(row, &ExportRow::cancelRequested, &m_queue, &ExportQueue::cancel);
        connect(row, &ExportRow::openRequested, this, &ExportList::openRequested);
        m_rows.append(row);
        m_layout->insertWidget(0, row);
    }
    refresh();
    setVisible(!all.isEmpty());
    m_clear->setEnabled(m_queue.pending() < all.size());
    updateGeometry();
}

void ExportList::refresh()
{
    for (ExportRow *row : std::as_const(m_rows)) {
        if (const Export *given = m_queue.find(row->id()))
            row->show(*given);
    }
}

} // namespace callboard
