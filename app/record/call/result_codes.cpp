// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/result_codes.h"

#include <QCoreApplication>

#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using enum OutcomeClass;
constexpr ResultFlags Person = ResultFlag::AnsweredPerson;
constexpr ResultFlags None = {};

/// Of `receiveCallRecord`.
constexpr std::array<ResultCode, 21> Codes{{
    {"-1"_L1, 0, Timeout, None, u"超时", "Timeout"},
    {"0"_L1, 1, Connected, ResultFlags(ResultFlag::AnsweredPerson) | ResultFlag::Success, u"成功", "Success"},
    {"2"_L1, 2, Unanswered, None, u"正在通话中", "In another call"},
    {"3"_L1, 3, Unreachable, None, u"无法接通", "Unreachable"},
    {"4"_L1, 4, Unreachable, None, u"关机", "Powered off"},
    {"5"_L1, 5, Unanswered, None, u"用户正忙", "Busy"},
    {"6"_L1, 6, BadNumber, ResultFlag::BadNumber, u"空号", "Vacant number"},
    {"7"_L1, 7, BadNumber, ResultFlag::BadNumber, u"号码错误", "Wrong number"},
    {"8"_L1, 8, Unanswered, None, u"用户拒接", "Rejected"},
    {"9"_L1, 9, BadNumber, ResultFlag::BadNumber, u"停机", "Out of service"},
    {"15"_L1, 10, Connected, Person, u"客户接听后并主动挂机", "Answered, customer hung up"},
    {"16"_L1, 11, Connected, Person, u"客户掉线", "Customer dropped"},
    {"18"_L1, 12, Connected, Person, u"接通", "Connected"},
    {"19"_L1, 13, Connected, Person, u"转人工", "Transferred to agent"},
    {"20"_L1, 14, Unanswered, None, u"用户未接", "No answer"},
    {"22"_L1, 15, Unanswered, None, u"来电提醒", "Call reminder"},
    {"23"_L1, 16, Unreachable, None, u"呼入限制", "Incoming calls barred"},
    {"25"_L1, 17, TransferFailed, None, u"呼叫转移", "Call forwarding failed"},
    {"26"_L1, 18, LineFault, ResultFlag::LineFault, u"网络故障", "Network fault"},
    {"27"_L1, 19, LineFault, ResultFlag::LineFault, u"呼出受限", "Outgoing calls barred"},
    {"28"_L1, 20, LineFault, ResultFlag::LineFault, u"线路故障", "Line fault"},
}};

constexpr std::array Catalogues{ResultCatalogue{PushKind::Record, Codes}};

consteval bool haveBitsOfTheirOwn()
{
    qint64 taken = qint64(1) << OtherOutcomeBit;
    for (const ResultCatalogue &catalogue : Catalogues) {
        for (const ResultCode &code : catalogue.codes) {
            if (code.outcomeBit < 0 || code.outcomeBit > OtherOutcomeBit || (taken >> code.outcomeBit & 1) != 0)
                return false;
            taken |= qint64(1) << code.outcomeBit;
        }
    }
    return true;
}
static_assert(haveBitsOfTheirOwn());

constexpr int LargestCode = 28;

/// The number that a code of the catalogue writes, or -2 for any other text.
template <typename Text>
constexpr int codeNumber(Text code)
{
    const auto digit = [&](qsizetype i) { return QChar(code[i]).unicode() - u'0'; };
    const auto isDigit = [&](qsizetype i) { return digit(i) >= 0 && digit(i) <= 9; };
    if (code.size() == 1)
        return isDigit(0) ? digit(0) : -2;
    if (code.size() != 2 || !isDigit(1))
        return -2;
    if (QChar(code[0]) == u'-')
        return digit(1) == 1 ? -1 : -2;
    const int number = digit(0) * 10 + digit(1);
    return number >= 10 && number <= LargestCode && isDigit(0) ? number : -2;
}

/// By code plus one: the code's position, or -1.
consteval auto positionTable()
{
    std::array<qint8, LargestCode + 2> positions{};
    positions.fill(-1);
    for (std::size_t i = 0; i < Codes.size(); ++i)
        positions.at(static_cast<std::size_t>(codeNumber(Codes[i].code) + 1)) = static_cast<qint8>(i);
    return positions;
}

constexpr const char *ClassSources[OutcomeClassCount] = {
    QT_TRANSLATE_NOOP("OutcomeClass", "Connected"),       QT_TRANSLATE_NOOP("OutcomeClass", "Busy or unanswered"),
    QT_TRANSLATE_NOOP("OutcomeClass", "Unreachable"),     QT_TRANSLATE_NOOP("OutcomeClass", "Bad number"),
    QT_TRANSLATE_NOOP("OutcomeClass", "Transfer failed"), QT_TRANSLATE_NOOP("OutcomeClass", "Line or network"),
    QT_TRANSLATE_NOOP("OutcomeClass", "Timeout"),
};

} // namespace

std::span<const ResultCatalogue> resultCatalogues()
{
    return Catalogues;
}

QStringList catalogueCodes()
{
    QStringList codes;
    for (const ResultCatalogue &catalogue : Catalogues) {
        for (const ResultCode &code : catalogue.codes)
            codes.append(code.code);
    }
    return codes;
}

const ResultCode *findResultCode(QStringView code)
{
    static constexpr auto Positions = positionTable();
    const int number = codeNumber(code);
    const int position = number < -1 ? -1 : Positions[static_cast<std::size_t>(number + 1)];
    return position < 0 ? nullptr : &Codes[static_cast<std::size_t>(position)];
}

qint64 outcomeMask(QStringView code)
{
    if (code.isEmpty())
        return 0;
    const ResultCode *known = findResultCode(code);
    return qint64(1) << (known ? known->outcomeBit : OtherOutcomeBit);
}

QString resultWord(QStringView code, const QString &pushedDesc, bool chinese)
{
    if (code == "22"_L1 && pushedDesc == u"呼叫转移") // an older table of the protocol
        return chinese ? pushedDesc : u"Call forwarding"_s;
    if (const ResultCode *known = findResultCode(code))
        return chinese ? QString::fromUtf16(known->zh) : QString::fromLatin1(known->en);
    if (!pushedDesc.isEmpty())
        return pushedDesc;
    if (!code.isEmpty())
        return code.toString();
    return chinese ? u"无结果"_s : u"No result"_s;
}

const QStringList &networkResults()
{
    static const QStringList results{u"2"_s, u"5"_s, u"8"_s, u"20"_s};
    return results;
}

OutcomeClass outcomeClassOf(QStringView code, bool answered)
{
    if (const ResultCode *known = findResultCode(code))
        return known->outcomeClass;
    return answered ? OutcomeClass::Connected : OutcomeClass::Unanswered;
}

const char *outcomeClassSource(OutcomeClass outcomeClass)
{
    return ClassSources[static_cast<int>(outcomeClass)];
}

QString outcomeClassWord(OutcomeClass outcomeClass)
{
    return QCoreApplication::translate("OutcomeClass", outcomeClassSource(outcomeClass));
}

} // namespace callboard
