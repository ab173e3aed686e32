// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/result_columns.h"

#include "ui/common/theme/theme.h"

#include <QCoreApplication>
#include <QPixmap>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int SwatchSize = 3 * Unit;

struct FlagName
{
    ResultFlag flag;
    const char *name;
};
constexpr FlagName Flags[] = {{ResultFlag::AnsweredPerson, QT_TRANSLATE_NOOP("ResultList", "a person answered")},
                              {ResultFlag::Success, QT_TRANSLATE_NOOP("ResultList", "success")},
                              {ResultFlag::BadNumber, QT_TRANSLATE_NOOP("ResultList", "bad number")},
                              {ResultFlag::LineFault, QT_TRANSLATE_NOOP("ResultList", "line fault")}};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ResultList)
};

QString decidedText(const ResultRow &row, const Format &format)
{
    if (!row.isChanged)
        return row.isKnown ? Texts::tr("as shipped") : Texts::tr("unknown code");
    return row.meaning.since == 0 ? Texts::tr("for all of time")
                                  : Texts::tr("since %1").arg(format.dateTime(row.meaning.since));
}

QVariant swatchOf(const ResultRow &row, const Theme &theme)
{
    QPixmap swatch(SwatchSize, SwatchSize);
    swatch.fill(theme.outcome(row.meaning.outcomeClass));
    return swatch;
}

/// Whether a code has a flag; the tooltip names all of them.
ListColumn<ResultRow> flagColumn(const QString &id, const std::function<QString()> &title, ResultFlag flag, int width)
{
    const auto mark = [flag](const ResultRow &row) { return row.meaning.flags.testFlag(flag) ? u"✓"_s : QString(); };
    ListColumn<ResultRow> column{
        .id = id, .title = title, .value = mark, .width = width, .alignment = Qt::AlignHCenter};
    column.toolTip = [](const ResultRow &row) { return flagWords(row.meaning.flags); };
    column.role = [title, mark](const ResultRow &row, int role) {
        return role == Qt::AccessibleTextRole ? QVariant(u"%1: %2"_s.arg(title(), mark(row))) : QVariant();
    };
    return column;
}

QList<ListColumn<ResultRow>> resultColumns(const Format &format, const Theme &theme)
{
    return {
        {.id = u"code"_s,
         .title = [] { return Texts::tr("Code"); },
         .value = [](const ResultRow &row) { return row.code; },
         .width = 16 * Unit,
         .alignment = Qt::AlignRight},
        {.id = u"word"_s,
         .title = [] { return Texts::tr("Word"); },
         .value = [&format](const ResultRow &row) { return meaningWord(row.meaning, format.isChinese()); },
         .width = 60 * Unit},
        {.id = u"class"_s,
         .title = [] { return Texts::tr("Class"); },
         .value =
             [](const ResultRow &row) {
                 return row.isKnown ? outcomeClassWord(row.meaning.outcomeClass)
                                    : Texts::tr("by whether it was answered");
             },
         .width = 46 * Unit,
         .role =
             [&theme](const ResultRow &row, int role) {
                 return role == Qt::DecorationRole && row.isKnown ? swatchOf(row, theme) : QVariant();
             }},
        flagColumn(
            u"person"_s, [] { return Texts::tr("Person"); }, ResultFlag::AnsweredPerson, 18 * Unit),
        flagColumn(
            u"success"_s, [] { return Texts::tr("Success"); }, ResultFlag::Success, 18 * Unit),
        flagColumn(
            u"badNumber"_s, [] { return Texts::tr("Bad number"); }, ResultFlag::BadNumber, 22 * Unit),
        flagColumn(
            u"lineFault"_s, [] { return Texts::tr("Line fault"); }, ResultFlag::LineFault, 20 * Unit),
        {.id = u"decided"_s,
         .title = [] { return Texts::tr("Decided"); },
         .value = [&format](const ResultRow &row) { return decidedText(row, format); }},
    };
}

} // namespace

QString flagWords(ResultFlags flags)
{
    QStringList names;
    for (const FlagName &flag : Flags) {
        if (flags.testFlag(flag.flag))
            names.append(Texts::tr(flag.name));
    }
    return names.isEmpty() ? u"–"_s : names.join(u", "_s);
}

QString meaningWord(const ResultMeaning &meaning, bool chinese)
{
    const QString own = chinese ? meaning.zh : meaning.en;
    return own.isEmpty() ? resultWord(meaning.code, {}, chinese) : own;
}

QList<ResultRow> resultRows(const MeaningHistory &history, const QStringList &seen, qint64 nowMs)
{
    const ResultMeanings now = history.at(nowMs);
    QStringList codes = catalogueCodes();
    QStringList others = seen;
    for (const ResultMeaning &meaning : history.all())
        others.append(meaning.code);
    others.sort();
    for (const QString &code : std::as_const(others)) {
        if (!code.isEmpty() && !codes.contains(code))
            codes.append(code);
    }
    QList<ResultRow> rows;
    for (const QString &code : std::as_const(codes)) {
        const bool isKnown = findResultCode(code) != nullptr || now.isChanged(code);
        rows.append({code, isKnown, now.meaningOf(code), now.isChanged(code)});
    }
    return rows;
}

ResultList *makeResultList(const Format &format, const Theme &theme, QObject *parent)
{
    auto *list = new ResultList(
        resultColumns(format, theme), [](const ResultRow &row) { return row.code; }, parent);
    list->setRowRole([&theme](const ResultRow &row, int role) {
        return role == Qt::FontRole ? theme.font(TypeStep::Body, row.isChanged) : QVariant();
    });
    return list;
}

} // namespace callboard
