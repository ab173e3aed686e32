// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/exports/export_queue.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace callboard {

class Format;

/// One export: what, how far, how it ended, and what can be done about it.
class ExportRow : public QFrame
{
    Q_OBJECT
public:
    ExportRow(qint64 id, const Format &format, QWidget *parent = nullptr);

    qint64 id() const { return m_id; }
    void show(const Export &given);
    using QFrame::show;

Q_SIGNALS:
    void cancelRequested(qint64 id);
    void openRequested(const QString &path);

private:
    void layOut();
    void connectAll();
    void showButtons(const Export &given);

    const qint64 m_id;
    const Format &m_format;
    QString m_file;
    QLabel *m_title, *m_sentence;
    QProgressBar *m_progress;
    QPushButton *m_cancel, *m_openFile, *m_openFolder;
};

/// The exports of this run of the program, newest on top, until somebody takes the finished ones off. Not there while
/// there is none.
class ExportList : public QFrame
{
    Q_OBJECT
public:
    ExportList(ExportQueue &queue, const Format &format, QWidget *parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    void rebuild();
    void refresh();

    ExportQueue &m_queue;
    const Format &m_format;
    QPushButton *m_clear;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QList<ExportRow *> m_rows;
};

} // namespace callboard
