// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/customer_row.h"

#include "simulator/random.h"

#include <array>

namespace callboard {

namespace {

constexpr std::array Surnames{"王", "李", "张", "刘", "陈", "杨", "黄", "赵",
                              "吴", "周", "徐", "孙", "马", "朱", "胡", "林"};
constexpr std::array GivenNames{"伟", "芳", "娜", "秀英", "敏", "静",   "丽",   "强",
                                "磊", "洋", "艳", "勇",   "杰", "雪梅", "建国", "志明"};
constexpr std::array Cities{"北京市", "上海市", "广州市", "深圳市", "成都市", "杭州市",
                            "武汉市", "西安市", "合肥市", "南京市", "长沙市", "青岛市"};
constexpr std::array Addresses{"河北省张家口市张北县", "天津市天津市宁河区", "安徽省合肥市蜀山区",
                               "江苏省苏州市昆山市",   "浙江省宁波市鄞州区", "山东省临沂市兰山区",
                               "河南省郑州市中牟县",   "湖北省武汉市黄陂区", "四川省成都市双流区",
                               "广东省佛山市南海区",   "陕西省西安市长安区", "福建省泉州市晋江市"};
constexpr std::array Products{"空调", "冰箱", "洗衣机", "热水器", "净水器", "扫地机", "电饭煲", "油烟机"};
constexpr std::array Levels{"普通", "银卡", "金卡", "白金", "钻石"};
constexpr std::array Provinces{"京", "沪", "皖", "苏", "浙", "粤", "川", "鲁", "鄂"};

template <std::size_t N>
QByteArray pick(const std::array<const char *, N> &words, Random &random)
{
    return words[random.below(N)];
}

QByteArray amount(Random &random)
{
    return QByteArray::number(static_cast<double>(random.logNormal(180'000, 0.8)) / 100.0, 'f', 2);
}

QByteArray date(Random &random)
{
    return QByteArray::number(random.between(1, 12)) + "月" + QByteArray::number(random.between(1, 28)) + "日";
}

QByteArray plate(Random &random)
{
    const char letter = static_cast<char>('A' + random.below(8));
    return pick(Provinces, random) + letter + QByteArray::number(random.between(10'000, 99'999));
}

QByteArray valueOf(RowColumnKind kind, quint64 rowSeed, Random &random)
{
    switch (kind) {
    case RowColumnKind::Phone:
        return customerNumber(rowSeed);
    case RowColumnKind::Landline:
        return "0271" + QByteArray::number(random.between(100'000, 999'999));
    case RowColumnKind::Name:
        return pick(Surnames, random) + pick(GivenNames, random);
    case RowColumnKind::City:
        return pick(Cities, random);
    case RowColumnKind::Address:
        return pick(Addresses, random);
    case RowColumnKind::Amount:
        return amount(random);
    case RowColumnKind::Date:
        return date(random);
    case RowColumnKind::Product:
        return pick(Products, random);
    case RowColumnKind::Level:
        return pick(Levels, random);
    case RowColumnKind::Plate:
        return plate(random);
    }
    return {};
}

} // namespace

QByteArray customerNumber(quint64 rowSeed)
{
    return QByteArray::number(19'900'000'000 + static_cast<qint64>(rowSeed % 100'000));
}

QList<QByteArray> customerValues(const QList<RowColumn> &columns, quint64 rowSeed)
{
    Random random(rowSeed);
    QList<QByteArray> values;
    values.reserve(columns.size());
    for (const RowColumn &column : columns)
        values.append(valueOf(column.kind, rowSeed, random));
    return values;
}

} // namespace callboard
