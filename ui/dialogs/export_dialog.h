// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "store/reader_pool.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace callboard {

class Format;
class StoreWriter;

/// The questions that the export asks through other windows; a test answers them itself. Answers come later, through
/// the function handed over: no nested event loop.
struct ExportPrompts
{
    /// Answers with a path, or an empty one for "never mind".
    std::function<void(QWidget *parent, const QString &suggestion, std::function<void(const QString &)>)> chooseFile;
    std::function<void(QWidget *parent, const QString &question, std::function<void(bool)>)> confirm;
    std::function<void(const QString &folder)> openFolder;

    static ExportPrompts withDialogs();
};

/// What the export needs. References that outlive the dialog.
struct ExportServices
{
    ReaderPool &readers;
    StoreWriter &writer;
    const Format &format;
    ExportPrompts prompts;
    bool mayReveal = true; ///< numbers may be written in full
    QStringList personalColumns; ///< otherwise the whole value of these customer columns is covered
};

/// Progress of a running export, written by the reader's thread and read by the window's.
struct ExportJob;

/// Exports the calls of a filter to a file, on a reader's thread. Closing the dialog cancels; then, and after every
/// error, an older file of that name is as it was.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const ExportServices &services, const CallFilter &filter, qint64 expectedRows,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    void setFile(const QString &file);
    bool isRunning() const { return m_job != nullptr; }
    void reject() override;

Q_SIGNALS:
    void exported(const callboard::ReportResult &result);

private:
    void makeWidgets();
    void layOut();
    QString suggestedName() const;
    QString describeFilter() const;
    void chooseFile();
    void startWanted();
    void start();
    void cancel();
    void poll();
    void finish(const ReportResult &result);
    void showProgress();
    void showRunning(bool running);
    Privacy privacy() const;

    ExportServices m_services;
    CallFilter m_filter;
    qint64 m_expectedRows;
    std::shared_ptr<ExportJob> m_job;
    ReadTicket m_ticket;
    QTimer m_poll;
    QElapsedTimer m_elapsed;

    QLabel *m_summary, *m_status;
    QComboBox *m_formats;
    QCheckBox *m_unmasked;
    QLineEdit *m_file;
    QProgressBar *m_progress;
    QPushButton *m_browse, *m_start, *m_close, *m_folder;
};

} // namespace callboard
