// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace callboard {

class StoreWork;

/// How far work on a store is, and a button that ends it. It stays until its owner closes it: the end of the work may
/// only be the beginning of something else. GUI thread.
class StoreWorkDialog : public QDialog
{
    Q_OBJECT
public:
    /// `work` outlives the dialog.
    StoreWorkDialog(const QString &title, const QString &text, StoreWork &work, QWidget *parent = nullptr);

    /// Something follows that can't be cancelled.
    void showFollowing(const QString &text);

protected:
    void reject() override; ///< Escape and the window's own button cancel the work

private:
    void showProgress(qint64 done, qint64 all);

    StoreWork &m_work;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace callboard
