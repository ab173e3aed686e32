// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_lines.h"

#include "campaign/task_cells.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype SearchedCharacters = 100; ///< of a cell; what makes it a total or a note stands at its beginning
constexpr qsizetype LongestId = 40; ///< of an id with Chinese characters; a longer one is a sentence

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskLines)
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(
        text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

bool matches(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

QString beginning(const QString &cell)
{
    return narrowText(cell.left(SearchedCharacters)).trimmed();
}

/// A cell that is nothing but the word for a total.
bool isTotalLabel(const QString &cell)
{
    static const QRegularExpression label = pattern(u"^\\W*(?:本页|本頁|本月|全部|各项|各項)?\\s*(?:[合总總小共累]\\s*["
                                                    u"计計]|[汇彙][总總]|[总總][数數和]|平均值?|均值"
                                                    "|(?:grand|sub)?[\\s-]*totals?|sum|average|avg)\\W*$"_s);
    return cell.size() <= LongestId && matches(label, beginning(cell));
}

/// A task_id that is the label of a total, with whatever follows.
bool beginsTotal(const QString &id)
{
    static const QRegularExpression chinese =
        pattern(u"[合总總小共累]\\s*[计計](?!划|劃|算|时|時|费|費)|^\\W*共\\s*\\d"_s);
    static const QRegularExpression english = pattern(u"^\\W*(?:grand|sub)?[\\s-]*totals?(?:[\\s:(]|$)"_s);
    return isTotalLabel(id) || matches(chinese, id) || matches(english, id);
}

/// Signatures, dates, remarks: a label, then its sign or nothing.
bool isNote(const QString &id)
{
    static const QRegularExpression label = pattern(u"^\\W*\\p{Han}[\\p{Han}\\s]{0,15}:"_s);
    static const QRegularExpression sentence = pattern(u"\\p{Han}.*[，。；！？,;!?]"_s);
    static const QRegularExpression chinese = pattern(
        u"^\\W*(?:(?:制表|制單|制单|製表|填表|填报|填報|编制|編製|审核|審核|复核|複核|审批|審批|批准|核准|经办|經辦|"
        u"经手"
        "|负责|負責|主管|签字|簽字|签名|簽名|签章|簽章|盖章|蓋章|日期|时间|時間|打印|列印|导出|匯出|备注|備註|附注|"
        "附註|注"
        "|註|说明|說明|注意|提示|联系|聯絡|部门|部門|单位|單位)(?:人员?|員|者|日期|时间|時間|单位|部门|事项|事項)?"
        "(?:$|[\\s\\d\\p{P}])|以上|以下|截至|截止|第\\s*\\d+\\s*[页頁])"_s);
    static const QRegularExpression english =
        pattern(u"^\\W*(?:(?:prepared|approved|checked|reviewed|signed|created|exported|printed|generated)(?:\\s+(?:by|"
                u"on|at)\\b|:)"
                "|(?:signature|date|notes?|remarks?|comments?|page)(?:$|[\\s:.])|end of\\b)"_s);
    return matches(label, id) || matches(sentence, id) || matches(chinese, id) || matches(english, id);
}

/// How to fill in the column, or of what type it is.
bool isHint(const QString &id)
{
    static const QRegularExpression begins = pattern(
        u"^\\W*(?:必填|必選|必选|选填|選填|可选|可選|不可重复|不可重複|示例|样例|樣例|范例|範例|例[如:]|比如|如[:\\s\\d"
        "a-z]|请|請|填写|填寫|输入|輸入|最多|最长|最長|不超过|不超過|格式)"_s);
    static const QRegularExpression whole = pattern(
        u"^\\W*(?:唯一|例子?|文本(?:格式)?|文字|数字|數字|字符串?|字串|整数|整數|required|optional|mandatory|unique"
        "|string|text|varchar|char|int|integer|bigint|number|numeric)(?:\\W*\\(\\d+\\))?\\W*$"_s);
    static const QRegularExpression example = pattern(
        u"^\\W*(?:e\\.?g\\.?|for example|example|sample)(?:[:\\s]|$)|[(\\[【].*(?:示例|样例|樣例|范例|範例|example)"
        "|^\\W*[(\\[【〔<].*\\p{Han}.*[)\\]】〕>]\\W*$"_s);
    return matches(begins, id) || matches(whole, id) || matches(example, id);
}

/// One cell of words alone in a list of several columns.
bool isLoneText(const QString &id)
{
    static const QRegularExpression words = pattern(u"\\p{Han}|\\p{L}+\\s+\\S"_s);
    return matches(words, id);
}

bool namesColumns(const DelimitedRow &row)
{
    const auto columns = columnsOf(row.cells);
    const auto filled =
        std::count_if(row.cells.begin(), row.cells.end(), [](const QString &cell) { return !cell.isEmpty(); });
    return columns && (columns->known() >= 2 || columns->known() == filled);
}

/// Only signs, and not those of an error.
bool isDivider(const QString &id)
{
    return spoiltId(id).isEmpty()
        && std::none_of(id.begin(), id.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

bool hasOurs(const DelimitedRow &row, const TaskColumns &columns)
{
    return std::any_of(columns.places.begin(), columns.places.end(),
                       [&](int place) { return place >= 0 && !row.cells.value(place).isEmpty(); });
}

/// What a cell that names no column of ours makes of its line.
LineKind kindOfText(const QString &text)
{
    if (beginsTotal(text))
        return LineKind::Total;
    return isHint(text) ? LineKind::Hint : isNote(text) ? LineKind::Note : LineKind::Campaign;
}

LineKind kindWithoutId(const DelimitedRow &row, const TaskColumns &columns)
{
    for (const QString &cell : row.cells) {
        const LineKind kind = cell.isEmpty() ? LineKind::Campaign : kindOfText(beginning(cell));
        if (kind != LineKind::Campaign)
            return kind;
    }
    return hasOurs(row, columns) ? LineKind::Campaign : LineKind::Blank;
}

} // namespace

LineKind lineKind(const DelimitedRow &row, const TaskColumns &columns, bool isKnownId)
{
    if (namesColumns(row))
        return LineKind::Names;
    const QString cell = columns.cell(row, TaskColumn::TaskId), id = idOfCell(cell).left(SearchedCharacters);
    if (id.isEmpty())
        return kindWithoutId(row, columns);
    const int places = std::max(columns.placeOf(TaskColumn::TaskId), columns.placeOf(TaskColumn::Alias)) + 1;
    const QStringList labels = row.cells.mid(0, places);
    if (std::any_of(labels.begin(), labels.end(), isTotalLabel))
        return LineKind::Total;
    if (isKnownId)
        return LineKind::Campaign;
    if (const LineKind kind = kindOfText(id); kind != LineKind::Campaign)
        return kind;
    static const QRegularExpression han = pattern(u"\\p{Han}"_s);
    const bool isSentence = cell.size() > LongestId && matches(han, id);
    const bool isAlone = columns.known() > 1
        && std::count_if(row.cells.begin(), row.cells.end(), [](const QString &c) { return !c.isEmpty(); }) == 1;
    return isSentence || isDivider(id) || (isAlone && isLoneText(id)) ? LineKind::Note : LineKind::Campaign;
}

QString lineKindText(LineKind kind)
{
    switch (kind) {
    case LineKind::Names:
        return Texts::tr("It names the columns again.");
    case LineKind::Total:
        return Texts::tr("It is a total.");
    case LineKind::Note:
        return Texts::tr("It is a title, a signature or a remark.");
    case LineKind::Hint:
        return Texts::tr("It says how to fill in the columns.");
    case LineKind::Blank:
        return Texts::tr("It has neither a task_id nor anything else to import.");
    case LineKind::Campaign:
        break;
    }
    return {};
}

} // namespace callboard
