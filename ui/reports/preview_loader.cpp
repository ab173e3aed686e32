// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/preview_loader.h"

namespace callboard {

namespace {

constexpr int PauseMs = 200;

} // namespace

PreviewLoader::PreviewLoader(ReaderPool &readers, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PreviewLoader::askNow);
}

PreviewLoader::~PreviewLoader()
{
    cancel();
}

void PreviewLoader::ask(Question question)
{
    cancel();
    m_question = std::move(question);
    m_pause.start();
}

void PreviewLoader::cancel()
{
    ++*m_generation;
    m_ticket.cancel();
    m_pause.stop();
}

void PreviewLoader::askNow()
{
    const int mine = *m_generation;
    m_ticket = m_readers.ask<ReportPreview>(
        this,
        [question = m_question, generation = m_generation, mine](Connection &connection) {
            return question(connection, [generation, mine] { return *generation != mine; });
        },
        [this](const ReportPreview &preview) {
            if (!preview.cancelled)
                Q_EMIT arrived(preview);
        },
        [this](const QString &why) {
            ReportPreview failed;
            failed.error = why;
            Q_EMIT arrived(failed);
        });
}

} // namespace callboard
