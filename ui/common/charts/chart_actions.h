// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QImage;
class QWidget;

namespace callboard {

class ChartView;
class Format;
class Theme;
struct PictureWords;

/// "… to …" in local times of the format's zone, half open, epoch ms; open ends in words. A period that goes on ends
/// now: it is open for a while, so that calls of a fast clock are part of it.
QString periodText(const Format &format, qint64 from, qint64 to, qint64 nowMs);

/// Questions that the saving of a picture asks. They answer later: dialogs in the program, functions in tests.
struct PicturePrompts
{
    /// Gives the chosen file, ending with .png or .svg; nothing is answered when none was chosen.
    std::function<void(QWidget *parent, const QString &suggestion, std::function<void(const QString &)> answer)>
        chooseFile;
    std::function<void(QWidget *parent, const QString &text)> tellFailure;

    static PicturePrompts withDialogs();
};

/// "Copy picture", "Save picture…" and "Copy table" of a chart. Pictures are painted here and written by another
/// thread: a disk may hang. GUI thread.
class ChartActions : public QObject
{
    Q_OBJECT
public:
    /// `view`, `theme` and `format` must outlive it; `parent` is the widget that dialogs belong to.
    ChartActions(ChartView &view, const Theme &theme, const Format &format, QWidget *parent);

    QList<QAction *> actions() const;
    void setTitle(const QString &title) { m_title = title; }
    void setCaption(const QString &caption) { m_caption = caption; } ///< the line below the title: period, campaign
    void setPrompts(PicturePrompts prompts) { m_prompts = std::move(prompts); }
    void retranslate();

Q_SIGNALS:
    void saved(const QString &file);

private:
    PictureWords words() const;
    void copyPicture();
    void copyTable();
    void savePicture();
    void write(const QString &file);
    void written(const QString &file, const QString &problem);

    ChartView &m_view;
    const Theme &m_theme;
    const Format &m_format;
    QWidget *m_parent;
    QString m_title, m_caption;
    PicturePrompts m_prompts;
    QAction *m_copyPicture, *m_savePicture, *m_copyTable;
};

} // namespace callboard
