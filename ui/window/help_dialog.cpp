// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_dialog.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextWidth = 110 * Theme::Unit;

QLabel *paragraph(const QString &text)
{
    auto *label = new PlainLabel(text);
    label->setWordWrap(true);
    label->setMinimumWidth(TextWidth);
    return label;
}

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
{
    setTitle(this, tr("Callboard: help"));
    const std::pair<QString, QString> keys[] = {
        {u"Ctrl+1 … Ctrl+7"_s, tr("The pages, from the top")},
        {u"Ctrl+F"_s, tr("Go to the filter of the page")},
        {u"←  →  ↵"_s, tr("In a chart: move between bars, open the calls of a bar")},
        {u"F11"_s, tr("Open or close the wallboard; Esc closes it too")},
        {u"F1"_s, tr("This help")},
    };
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(
        paragraph(tr("<b>What live means here.</b> The platform pushes a call when it is over. A call appears within "
                     "a second of its push; calls still going on can't be seen.")));
    layout->addWidget(paragraph(tr("<b>Every figure opens its calls.</b> Click a tile, a bar or a campaign to see "
                                   "exactly the calls it counts. Hold the pointer over a figure for its definition.")));
    layout->addWidget(
        paragraph(tr("<b>Awaiting outcome.</b> The platform sends two messages per outbound call. Until the second one "
                     "has arrived, the result is not known, and rates show their bounds.")));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(6 * Theme::Unit);
    for (const auto &[key, words] : keys) {
        const int row = grid->rowCount();
        auto *keyLabel = new PlainLabel(key);
        keyLabel->setProperty("styleClass", u"title"_s);
        grid->addWidget(keyLabel, row, 0);
        grid->addWidget(new PlainLabel(words), row, 1);
    }
    layout->addLayout(grid);
    auto *about = new PlainLabel(tr("Callboard %1. Free software under the GNU GPL, version 3 or later.")
                                     .arg(QLatin1StringView(CALLBOARD_VERSION)));
    about->setObjectName(u"about"_s);
    about->setProperty("styleClass", u"caption"_s);
    layout->addWidget(about);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace callboard
