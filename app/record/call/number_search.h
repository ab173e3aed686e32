// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace callboard {

/// A search for a number, or for a text in which numbers may stand. It finds no more than can be seen or is known
/// already: fewer than seven digits are compared with what maskNumber() and maskText() leave readable, and with numbers
/// as a whole. A filter selects the same calls whether numbers are covered or not, so that list, count and export stay
/// one.
///
/// Blanks, dashes, dots, slashes and brackets don't matter in numbers, nor full-width digits, nor the country code +86
/// in front of what is looked for. A plain class, used by one thread at a time.
class NumberSearch
{
public:
    explicit NumberSearch(const QString &typed);

    bool findsNumber(const QString &number) const;
    bool findsNumber(QByteArrayView utf8) const; ///< the same, without a copy of most numbers
    /// Whether a text that contains what was typed may be found by it.
    bool mayFindIn(const QString &text) const;

private:
    QString m_typed;
    QString m_plain; ///< as digits, where there are some
    QByteArray m_bytes; ///< the same
    bool m_isShort;
};

} // namespace callboard
