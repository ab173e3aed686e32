// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random_calls.h"
#include "running_program.h"

#include "ui/reports/report_maker.h"
#include "ui/reports/report_preview.h"
#include "ui/reports/report_prompts.h"
#include "ui/reports/reports_page.h"
#include "ui/session/exports/export_queue.h"
#include "ui/window/page_table.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

#include <future>

namespace callboard::test {

/// The real window over a store with random calls of the last day, at the page of reports. Answers every question with
/// `answer`, and notes what it was asked and what was to be opened.
class ReportsWindow
{
public:
    static constexpr int Calls = 400;

    explicit ReportsWindow(const QString &folder)
        : m_folder(folder)
    {
        if (!QFile::exists(folder + QStringLiteral("/calls.db")))
            std::async(std::launch::async, seedRandomCalls, StoreUrl::ofFile(folder + QStringLiteral("/calls.db")),
                       Calls, 3)
                .get();
        m_program = std::make_unique<Program>(folder);
    }

    bool isShown()
    {
        if (!m_program->isShown())
            return false;
        Period period;
        period.kind = PeriodKind::Last24Hours;
        m_program->session.view().setPeriod(period);
        page().setPrompts(
            {[this](QWidget *, const QString &question, const std::function<void(bool)> &then) {
                 questions.append(question);
                 then(answer);
             },
             [this](const QString &path) { opened.append(path); },
             [this](QWidget *, const std::shared_ptr<PaperDocument> &document) { printed.append(document); }});
        window()->resize(1440, 900);
        window()->activateWindow();
        return QTest::qWaitForWindowActive(window());
    }

    Program &program() { return *m_program; }
    MainWindow *window() const { return m_program->session.window(); }
    ExportQueue &exports() { return m_program->session.exports(); }
    ReportsPage &page() { return *qobject_cast<ReportsPage *>(window()->page(ReportsPageId)); }
    void showPage() { window()->showPage(window()->pageIndex(ReportsPageId)); }
    template <class Widget>
    Widget *find(const QString &name)
    {
        return page().findChild<Widget *>(name);
    }
    ReportPreviewPanel &preview() { return *page().findChild<ReportPreviewPanel *>(); }
    bool hasPreview()
    {
        return QTest::qWaitFor([this] { return !preview().isLoading(); }, 20'000);
    }
    void choose(const QString &report)
    {
        auto *list = find<QListWidget>(QStringLiteral("reportList"));
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole) == report)
                list->setCurrentRow(row);
        }
    }
    void setFormat(const QString &format)
    {
        auto *formats = find<QComboBox>(QStringLiteral("reportFormat"));
        formats->setCurrentIndex(formats->findData(format));
    }
    QString path(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

    /// Exports what is chosen, by the button; the export's id, 0 where it was not begun.
    qint64 exportTo(const QString &file)
    {
        const qsizetype before = exports().exports().size();
        type(QStringLiteral("reportFolder"), QFileInfo(file).path());
        type(QStringLiteral("reportFile"), QFileInfo(file).fileName());
        find<QAbstractButton>(QStringLiteral("exportStart"))->click();
        const bool begun = QTest::qWaitFor([&] { return exports().exports().size() > before; }, 5'000);
        return begun ? exports().exports().constLast().id : 0;
    }
    bool waitFor(qint64 id)
    {
        return QTest::qWaitFor([this, id] { return exports().find(id) && exports().find(id)->isOver(); }, 30'000);
    }
    QString problem() { return find<QLabel>(QStringLiteral("reportProblem"))->text(); }

    bool answer = true;
    QStringList questions, opened;
    QList<std::shared_ptr<PaperDocument>> printed;

private:
    /// As if it was typed: a name of one's own.
    void type(const QString &name, const QString &text)
    {
        auto *edit = find<QLineEdit>(name);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    }

    QString m_folder;
    std::unique_ptr<Program> m_program;
};

/// The rows of a CSV for Excel: lines, cells. No cell of these tests holds a line break.
inline QList<QStringList> csvRows(const QString &file)
{
    QFile written(file);
    QList<QStringList> rows;
    if (!written.open(QIODevice::ReadOnly))
        return rows;
    QByteArray bytes = written.readAll();
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.trimmed().isEmpty())
            rows.append(QString::fromUtf8(line.trimmed()).split(QLatin1Char(',')));
    }
    return rows;
}

} // namespace callboard::test
