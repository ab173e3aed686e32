// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/store_work_dialog.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/store_work.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr int ProgressSteps = 1'000;
}

StoreWorkDialog::StoreWorkDialog(const QString &title, const QString &text, StoreWork &work, QWidget *parent)
    : QDialog(parent)
    , m_work(work)
    , m_text(new PlainLabel(text))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(u"storeWork"_s);
    setTitle(this, title);
    m_text->setObjectName(u"storeWorkText"_s);
    m_text->setWordWrap(true);
    m_progress->setRange(0, 0); // how long it takes is not known yet
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel->setObjectName(u"storeWorkCancel"_s);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    resize(120 * Theme::Unit, sizeHint().height());
    connect(m_cancel, &QPushButton::clicked, this, &StoreWorkDialog::reject);
    connect(&work, &StoreWork::progressed, this, &StoreWorkDialog::showProgress);
}

void StoreWorkDialog::showProgress(qint64 done, qint64 all)
{
    m_progress->setRange(0, all > 0 ? ProgressSteps : 0);
    m_progress->setValue(all > 0 ? static_cast<int>(ProgressSteps * std::min(done, all) / all) : 0);
}

void StoreWorkDialog::showFollowing(const QString &text)
{
    m_text->setText(text);
    m_progress->setRange(0, 0);
    m_cancel->setEnabled(false);
}

void StoreWorkDialog::reject()
{
    m_work.cancel();
    m_cancel->setEnabled(false);
}

} // namespace callboard
