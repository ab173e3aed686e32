// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/plain_text.h"

#include <QStringList>
#include <QTableWidgetItem>
#include <QTextBoundaryFinder>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TipColumns = 96;
constexpr qsizetype TipLines = 40;
constexpr char16_t FirstWide = 0x1100; ///< from here on most signs take two columns
constexpr auto Joiner = u'\u2060';

qsizetype columnsOf(QStringView text)
{
    qsizetype columns = 0;
    for (const QChar sign : text)
        columns += sign.unicode() < FirstWide ? 1 : 2;
    return columns;
}

/// Fills lines of TipColumns.
class LineFiller
{
public:
    /// A piece that no line may be broken in, unless it is longer than a whole line.
    void add(QStringView piece)
    {
        const qsizetype columns = columnsOf(piece);
        if (m_columns > 0 && m_columns + columns > TipColumns)
            endLine();
        if (columns <= TipColumns) {
            m_line += piece;
            m_columns += columns;
            return;
        }
        for (const QChar sign : piece) {
            if (m_columns >= TipColumns && !sign.isLowSurrogate())
                endLine();
            m_line += sign;
            m_columns += columnsOf(QStringView(&sign, 1));
        }
    }

    void endLine()
    {
        m_lines.append(std::exchange(m_line, {}).trimmed());
        m_columns = 0;
    }

    const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
    QString m_line;
    qsizetype m_columns = 0;
};

QStringList brokenLines(const QString &text)
{
    LineFiller filler;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, line);
        qsizetype from = 0;
        for (qsizetype to = breaks.toNextBoundary(); to > 0; to = breaks.toNextBoundary()) {
            filler.add(line.sliced(from, to - from));
            from = to;
        }
        filler.endLine();
    }
    return filler.lines();
}

/// What Qt::mightBeRichText() looks for, no longer begun.
QString withoutMarkup(QString text)
{
    text.replace(u'<', u'<' + QString(Joiner));
    return text.replace(u"&lt;"_s, u'&' + QString(Joiner) + u"lt;"_s);
}

} // namespace

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

QMessageBox *makeMessageBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                            QMessageBox::StandardButtons buttons, QWidget *parent)
{
    auto *box = new QMessageBox(icon, {}, {}, buttons, parent);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    setTitle(box, title);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

QString tipText(const QString &text)
{
    constexpr qsizetype Most = TipColumns * TipLines;
    QStringList lines = brokenLines(text.size() > Most ? text.left(Most) + u'…' : text);
    if (lines.size() > TipLines) {
        lines.resize(TipLines);
        lines.last() += u'…';
    }
    const QString tip = lines.join(u'\n');
    return Qt::mightBeRichText(tip) ? withoutMarkup(tip) : tip;
}

void setTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(tipText(text));
}

void setTip(QTableWidgetItem *item, const QString &text)
{
    item->setToolTip(tipText(text));
}

QString buttonText(const QString &text)
{
    QString words = text;
    words.replace(u'\t', u' '); // a menu would show what follows as a key
    return words.replace(u'&', u"&&"_s);
}

void setTitle(QWidget *window, const QString &title)
{
    QString words = title;
    window->setWindowTitle(words.replace(u"[*]"_s, u"[*][*]"_s));
}

QString notificationText(const QString &text)
{
    QString words = text;
    words.replace(u'<', u'<' + QString(Joiner));
    return words.replace(u'&', u'&' + QString(Joiner));
}

} // namespace callboard
