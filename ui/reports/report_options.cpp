// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_options.h"

#include "report/report_formats.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/checklist_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;

QWidget *row(QWidget *wide, QWidget *narrow)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(wide, 1);
    layout->addWidget(narrow);
    return both;
}

} // namespace

ReportOptions::ReportOptions(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    makeWidgets();
    layOut();
    connectAll();
    bindTexts();
}

void ReportOptions::makeWidgets()
{
    m_columns = new PlainLabel;
    m_columns->setObjectName(u"reportColumns"_s);
    m_shownNumbers = new PlainLabel;
    m_shownNumbers->setObjectName(u"shownNumbers"_s);
    m_shownNumbers->setWordWrap(true);
    m_chooseColumns = new QPushButton;
    m_chooseColumns->setObjectName(u"chooseColumns"_s);
    m_format = new QComboBox;
    m_format->setObjectName(u"reportFormat"_s);
    m_meanings = new QComboBox;
    m_meanings->setObjectName(u"reportMeanings"_s);
    m_revealed = new QCheckBox;
    m_revealed->setObjectName(u"reportRevealed"_s);
    m_isAsOf = new QCheckBox;
    m_isAsOf->setObjectName(u"reportIsAsOf"_s);
    m_asOf = new QDateTimeEdit(QDateTime::currentDateTime());
    m_asOf->setObjectName(u"reportAsOf"_s);
    m_asOf->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_asOf->setCalendarPopup(true);
    for (QComboBox *box : {m_format, m_meanings}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
}

void ReportOptions::layOut()
{
    m_columnsRow = row(m_columns, m_chooseColumns);
    m_asOfRow = row(m_isAsOf, m_asOf);
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(3 * Unit);
    m_form->setVerticalSpacing(2 * Unit);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(new PlainLabel, m_columnsRow);
    m_form->addRow(new PlainLabel, m_format);
    m_form->addRow(new PlainLabel, m_revealed);
    m_form->addRow(new PlainLabel, m_shownNumbers);
    m_form->addRow(new PlainLabel, m_meanings);
    m_form->addRow(new PlainLabel, m_asOfRow);
}

void ReportOptions::connectAll()
{
    connect(m_chooseColumns, &QPushButton::clicked, this, &ReportOptions::chooseColumns);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ReportOptions::take);
    connect(m_meanings, &QComboBox::currentIndexChanged, this, &ReportOptions::take);
    connect(m_revealed, &QCheckBox::toggled, this, &ReportOptions::take);
    connect(m_isAsOf, &QCheckBox::toggled, this, &ReportOptions::take);
    connect(m_asOf, &QDateTimeEdit::dateTimeChanged, this, &ReportOptions::take);
}

void ReportOptions::setAvailable(const AvailableOptions &available)
{
    m_available = available;
    fill();
}

void ReportOptions::setAllColumns(const QList<std::pair<QString, QString>> &columns, qsizetype printed)
{
    m_allColumns = columns;
    m_printed = printed;
    showColumns();
}

void ReportOptions::setMayReveal(bool mayReveal)
{
    m_mayReveal = mayReveal;
    if (!mayReveal)
        m_revealed->setChecked(false);
    showNumbers();
}

void ReportOptions::setChoice(const Choice &choice)
{
    m_choice = choice;
    fill();
    Q_EMIT changed();
}

/// The controls follow the choice and what is available; a format that is not offered gives way to the first one.
void ReportOptions::fill()
{
    m_isFilling = true;
    m_format->clear();
    for (const QString &name : std::as_const(m_available.formats))
        m_format->addItem(reportFormatTitle(name), name);
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_choice.format)));
    m_choice.format = m_format->currentData().toString();
    m_meanings->setCurrentIndex(m_choice.meaningsOf == MeaningsOf::TheirTime ? 1 : 0);
    m_revealed->setChecked(m_choice.isRevealed);
    m_isAsOf->setChecked(m_choice.asOf != 0);
    if (m_choice.asOf != 0)
        m_asOf->setDateTime(QDateTime::fromMSecsSinceEpoch(m_choice.asOf));
    m_isFilling = false;
    m_asOf->setEnabled(m_choice.asOf != 0);
    m_form->setRowVisible(m_columnsRow, m_available.hasColumns);
    for (QWidget *field : std::initializer_list<QWidget *>{m_revealed, m_meanings, m_asOfRow})
        m_form->setRowVisible(field, !m_available.isShownTable);
    m_form->setRowVisible(m_shownNumbers, m_available.isShownTable);
    showColumns();
    showNumbers();
}

void ReportOptions::take()
{
    if (m_isFilling)
        return;
    Choice choice = m_choice;
    choice.format = m_format->currentData().toString();
    choice.meaningsOf = m_meanings->currentIndex() == 1 ? MeaningsOf::TheirTime : MeaningsOf::Today;
    choice.isRevealed = m_revealed->isChecked();
    choice.asOf = m_isAsOf->isChecked() ? m_asOf->dateTime().toMSecsSinceEpoch() : 0;
    m_asOf->setEnabled(m_isAsOf->isChecked());
    if (choice == m_choice)
        return;
    m_choice = choice;
    showColumns();
    Q_EMIT changed();
}

/// A page has not room for all: what it leaves out is said before it is made.
QString ReportOptions::columnsText() const
{
    if (!m_choice.columns.isEmpty())
        return tr("%1 of %2").arg(m_choice.columns.size()).arg(m_allColumns.size());
    if (m_choice.format == "pdf"_L1 && m_printed < m_allColumns.size())
        return tr("the %1 most important of %2").arg(m_printed).arg(m_allColumns.size());
    return m_allColumns.isEmpty() ? tr("all") : tr("all %1").arg(m_allColumns.size());
}

void ReportOptions::showColumns()
{
    m_columns->setText(columnsText());
    setTip(m_columns,
           m_printed < m_allColumns.size() ? tr("Pages show %1 columns. All chosen columns are printed.").arg(m_printed)
                                           : QString());
    m_chooseColumns->setEnabled(!m_allColumns.isEmpty());
}

void ReportOptions::showNumbers()
{
    m_revealed->setEnabled(m_mayReveal);
    setTip(m_revealed,
           m_mayReveal ? tr("Phone numbers and masked customer columns; noted in the audit log")
                       : tr("The privacy settings do not allow it."));
    m_shownNumbers->setText(m_available.wasRevealed ? tr("in full, as they were shown")
                                                    : tr("masked, as they were shown"));
}

void ReportOptions::chooseColumns()
{
    auto *dialog = new ChecklistDialog(tr("Columns of the report"), m_allColumns, m_choice.columns, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_choice.columns = dialog->chosen();
        showColumns();
        Q_EMIT changed();
    });
    dialog->open();
}

void ReportOptions::bindTexts()
{
    bindText(m_chooseColumns, [] { return tr("Choose…"); });
    bindName(m_chooseColumns, [] { return tr("Choose the columns of the report"); });
    bindText(m_revealed, [] { return tr("in full"); });
    bindName(m_revealed, [] { return tr("Write numbers in full"); });
    bindText(m_isAsOf, [] { return tr("as on"); });
    bindName(m_isAsOf, [] { return tr("As known at a moment of the past"); });
    bindTip(m_isAsOf,
            [] { return tr("Only what had arrived by then: the report as it would have been at that time"); });
    bindName(m_asOf, [] { return tr("Moment of which the report knows"); });
    bindTip(m_meanings,
            [] { return tr("Which settings of the result codes count: today's, or those of the day of each call"); });
    bindLanguage(this, [this] {
        const std::pair<QWidget *, QString> names[] = {
            {m_columnsRow, tr("Columns")},   {m_format, tr("Format")},         {m_revealed, tr("Numbers")},
            {m_shownNumbers, tr("Numbers")}, {m_meanings, tr("Result codes")}, {m_asOfRow, tr("Known")}};
        for (const auto &[field, name] : names) {
            auto *label = qobject_cast<QLabel *>(m_form->labelForField(field));
            label->setText(name);
            label->setMinimumWidth(LabelWidth);
            field->setAccessibleName(name);
        }
        m_isFilling = true;
        m_meanings->clear();
        m_meanings->addItems({tr("as defined today"), tr("as defined at the time")});
        m_isFilling = false;
        fill();
    });
}

} // namespace callboard
