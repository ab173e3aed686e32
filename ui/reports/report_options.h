// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QPushButton;

namespace callboard {

/// How a report is written: columns, format, masked or not, by which meanings, as known when. GUI thread.
class ReportOptions : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        QString format = QStringLiteral("csv");
        QStringList columns; ///< names; empty: all
        bool isRevealed = false;
        MeaningsOf meaningsOf = MeaningsOf::Today;
        qint64 asOf = 0; ///< epoch ms; 0: now
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    /// Which options there are to choose from.
    struct AvailableOptions
    {
        QStringList formats;
        bool hasColumns = false;
        bool isShownTable = false; ///< exported as it was shown: what it holds can't be chosen any more
        bool wasRevealed = false; ///< of a shown table
    };

    static constexpr int LabelWidth = 80; ///< px, of the names beside the fields, also of the fields below

    explicit ReportOptions(QWidget *parent = nullptr);

    void setAvailable(const AvailableOptions &available);
    /// All columns: names and what they are called. `printed`: how many of them a PDF has room for where none is
    /// chosen.
    void setAllColumns(const QList<std::pair<QString, QString>> &columns, qsizetype printed);
    void setMayReveal(bool mayReveal);
    void setChoice(const Choice &choice);
    const Choice &choice() const { return m_choice; }

Q_SIGNALS:
    void changed();

private:
    void makeWidgets();
    void layOut();
    void connectAll();
    void fill();
    void take();
    void showColumns();
    QString columnsText() const;
    void showNumbers();
    void chooseColumns();
    void bindTexts();

    Choice m_choice;
    AvailableOptions m_available;
    QList<std::pair<QString, QString>> m_allColumns;
    qsizetype m_printed = 0;
    bool m_mayReveal = true, m_isFilling = false;
    QFormLayout *m_form;
    QWidget *m_columnsRow, *m_asOfRow;
    QLabel *m_columns, *m_shownNumbers;
    QPushButton *m_chooseColumns;
    QComboBox *m_format, *m_meanings;
    QCheckBox *m_revealed, *m_isAsOf;
    QDateTimeEdit *m_asOf;
};

} // namespace callboard
