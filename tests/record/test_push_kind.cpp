// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/push_message.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PushKind)

namespace {

const QByteArray Ids = R"("business_id":"9001","app_id":"case","robot_id":"9001001","call_uuid":"case-01")";

QByteArray bodyWith(const QByteArray &fields)
{
    return "{" + Ids + (fields.isEmpty() ? "" : ",") + fields + "}";
}

/// Nothing for a refused message.
std::optional<PushKind> kindOf(const PushContent &content)
{
    if (const auto *other = std::get_if<OtherPush>(&content))
        return other->kind;
    return std::holds_alternative<PartMessage>(content) ? std::optional(PushKind::Record) : std::nullopt;
}

bool isSurvey(const QJsonObject &extra)
{
    return extra.contains("answers"_L1);
}

} // namespace

class TestPushKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byShapeAndAddress_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<PushKind>("ofAddress");
        QTest::addColumn<PushKind>("kind");
        const auto row = [](const char *name, const QByteArray &fields, PushKind ofAddress, PushKind kind) {
            QTest::newRow(name) << fields << ofAddress << kind;
        };
        const QByteArray voice = R"("task_data_id":"7001","url":"rec/a.wav","size":482044,"duration":30)";
        const QByteArray dialog = R"("tag_max":"A","dialog":[{"seq":"1","text_robot":"您好"}])";
        const QByteArray record = R"("direction":2,"time_hangup":1763780000000)";
        using enum PushKind;
        row("a record", record, Record, Record);
        row("a recording", voice, Record, Recording);
        row("a recording with its size as text", R"("url":"a.wav","size":"1")", Record, Recording);
        row("a recording where dialogues go", voice, Dialogue, Recording);
        row("a dialogue", dialog, Record, Dialogue);
        row("a dialogue without a word", R"("dialog":[])", Record, Dialogue);
        row("a record with a recording in it", record + "," + voice, Record, Record);
        row("a record with a dialogue in it", record + "," + dialog, Record, Record);
        row("a record where recordings go", record, Recording, Record);
        row("an address without a size", R"("url":"a.wav")", Record, Recording);
        row("a size without an address", R"("size":1)", Record, Recording);
        row("nothing but ids", "", Record, Record);
        row("nothing but ids where recordings go", "", Recording, Recording);
        row("an unknown shape where dialogues go", R"("said":"hello")", Dialogue, Dialogue);
        row("a recording without a thing in it", R"("url":"","size":null)", Record, Recording);
        row("a dialogue without a thing in it", R"("dialog":null)", Record, Dialogue);
        row("another unknown field", R"("uri":"a")", Record, Record);
        row("fields that say nothing", R"("time_hangup":0,"direction":null,"url":"a.wav","size":1)", Record, Recording);
    }

    void byShapeAndAddress()
    {
        QFETCH(QByteArray, fields);
        QFETCH(PushKind, ofAddress);
        QFETCH(PushKind, kind);
        const PushContent content = parsePush(bodyWith(fields), ofAddress);
        QVERIFY(kindOf(content).has_value());
        QCOMPARE(*kindOf(content), kind);
        if (const auto *other = std::get_if<OtherPush>(&content))
            QCOMPARE(other->callUuid, u"case-01"_s);
    }

    /// What can't be read is refused, wherever it was sent.
    void refusedAllTheSame()
    {
        for (const QByteArray &body : {QByteArray("not JSON"), QByteArray("[]"), QByteArray(R"({"dialog":[]})"),
                                       QByteArray(R"({"url":"a","size":1,"call_uuid":""})")})
            QVERIFY2(std::holds_alternative<Refusal>(parsePush(body, PushKind::Recording)), body.constData());
    }

    /// A further kind is a further row, and nothing else.
    void aFurtherKind()
    {
        constexpr auto Survey = static_cast<PushKind>(7);
        QList<PushKindInfo> kinds = pushKinds();
        kinds.append({Survey, "survey"_L1, "receiveSurvey"_L1, isSurvey, "survey"});
        const QByteArray body = bodyWith(R"("answers":[5])");
        QCOMPARE(*kindOf(parsePush(body)), PushKind::Record);
        QCOMPARE(*kindOf(parsePush(body, PushKind::Record, kinds)), Survey);
        QCOMPARE(*kindOf(parsePush(bodyWith(""), Survey, kinds)), Survey);
        QCOMPARE(pushKindWord(Survey, kinds), u"survey"_s);
        QCOMPARE(pushKindWord(Survey), u"kind 7"_s);
    }

    void everyKindHasItsNames()
    {
        QSet<QString> words, modules;
        for (const PushKindInfo &info : pushKinds()) {
            QVERIFY(!info.word.isEmpty() && info.module.startsWith("receive"_L1));
            QVERIFY(!pushKindText(info.kind).isEmpty());
            words.insert(info.word);
            modules.insert(info.module);
        }
        QCOMPARE(words.size(), pushKinds().size());
        QCOMPARE(modules.size(), pushKinds().size());
        QCOMPARE(pushKinds().constFirst().kind, PushKind::Record);
    }
};

QTEST_GUILESS_MAIN(TestPushKind)
#include "test_push_kind.moc"
