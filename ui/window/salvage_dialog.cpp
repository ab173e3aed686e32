// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/salvage_dialog.h"

#include "store/sqlite/salvage/salvage.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SalvageDialog::SalvageDialog(const QString &output, const SalvageReport &report, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"salvageReport"_s);
    setTitle(this, tr("Callboard: salvage"));
    const QLocale locale;
    auto *brought = new PlainLabel(
        tr("%1 now holds %2 calls (%3 of them made again from their messages), %4 messages as received, and %5 other "
           "rows. The damaged store is as it was.")
            .arg(output, locale.toString(report.calls), locale.toString(report.callsFromMessages),
                 locale.toString(report.messages), locale.toString(report.others)));
    brought->setObjectName(u"salvageBrought"_s);
    brought->setWordWrap(true);
    auto *head = new PlainLabel(report.isWhole() ? tr("Nothing is missing.") : tr("What is missing, or may be:"));
    head->setProperty("styleClass", report.isWhole() ? u"good"_s : u"bad"_s);
    auto *missing = new QPlainTextEdit(report.missing.join(u'\n'));
    missing->setObjectName(u"salvageMissing"_s);
    missing->setReadOnly(true);
    missing->setTabChangesFocus(true);
    missing->setAccessibleName(tr("What is missing"));
    missing->setVisible(!report.isWhole());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *open = buttons->addButton(tr("Open the new store"), QDialogButtonBox::AcceptRole);
    open->setObjectName(u"salvageOpen"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(brought);
    layout->addWidget(head);
    layout->addWidget(missing, 1);
    layout->addWidget(buttons);
    resize(150 * Theme::Unit, report.isWhole() ? sizeHint().height() : 100 * Theme::Unit);
}

} // namespace callboard
