// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/plain_text.h"

namespace callboard {

/// A label whose size does not follow its text: it shows as many lines as fit, and ends with "…" where that is not
/// all. GUI thread.
class ElidedLabel : public PlainLabel
{
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {}; }
    QSize sizeHint() const override { return {}; }
    QStringList lines() const; ///< as they are drawn

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace callboard
