// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/commands/call_json.h"
#include "ctl/reveal.h"
#include "ctl/store_view.h"
#include "record/call/masking.h"
#include "record/filter/filter_json.h"
#include "store/read/queries.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 1'000;

/// Writes calls one after the other, so that a list of millions needs no memory.
class CallWriter
{
public:
    CallWriter(TerminalStream &out, bool json)
        : m_out(out)
        , m_json(json)
    { }

    void write(const CallRecord &call)
    {
        if (m_json)
            m_out.json((m_any ? ",\n" : "[") + QJsonDocument(callJson(call)).toJson(QJsonDocument::Compact));
        else
            line(call);
        m_any = true;
    }
    void finish()
    {
        if (m_json)
            m_out.json(m_any ? "]\n" : "[]\n");
    }

private:
    void line(const CallRecord &call)
    {
        const CallFields &fields = call.fields;
        m_out << QDateTime::fromMSecsSinceEpoch(call.placedAt()).toString(Qt::ISODateWithMs) << '\t' << fields.callUuid
              << '\t' << fields.taskId << '\t' << fields.caller << '\t' << fields.callee << '\t' << fields.taskResult
              << '\t' << (call.isAnswered() ? u"answered"_s : u"-"_s) << '\t' << call.talkMs() << '\n';
    }

    TerminalStream &m_out;
    bool m_json;
    bool m_any = false;
};

CallFilter filterOf(const Arguments &arguments)
{
    CallFilter filter;
    filter.range = arguments.range();
    filter.taskIds = arguments.texts("task"_L1);
    filter.results = arguments.texts("result"_L1);
    filter.callee = arguments.text("callee"_L1);
    return filter;
}

void writeCalls(Connection &connection, const CallFilter &filter, qint64 limit, bool reveal, CallWriter &writer)
{
    CallKey after;
    qint64 left = limit == 0 ? std::numeric_limits<qint64>::max() : limit;
    while (left > 0) {
        const int wanted = static_cast<int>(std::min<qint64>(left, PageSize));
        const QList<CallRecord> page = loadCallPage(connection, filter, after, wanted);
        for (const CallRecord &call : page)
            writer.write(reveal ? call : masked(call));
        if (page.size() < wanted)
            return;
        after = keyOf(page.last());
        left -= wanted;
    }
}

/// What the audit log says of it; numbers stay covered there.
QString revealed(const CallFilter &filter)
{
    const QByteArray words = QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact);
    return u"calls listed by callboardctl, "_s + maskText(QString::fromUtf8(words));
}

int run(const Arguments &arguments, Console &console)
{
    const CallFilter filter = filterOf(arguments);
    const qint64 limit = arguments.number("limit"_L1, 0, std::numeric_limits<qint64>::max());
    const bool reveal = arguments.has("reveal"_L1);
    if (reveal) // first: the log is folded when nobody else has the store open
        noteReveal(arguments.store(), revealed(filter));
    StoreView connection(arguments.store());
    noteKept(connection, filter.range, console);
    CallWriter writer(console.out, arguments.has("json"_L1));
    writeCalls(connection, filter, limit, reveal, writer);
    writer.finish();
    return Done;
}

} // namespace

Command callsCommand()
{
    return {"calls",
            "",
            0,
            "List calls, newest first, numbers masked.",
            {StoreOption,
             JsonOption,
             TaskOption,
             {"result", "CODE", "only calls with this task_result; may be given several times"},
             FromOption,
             ToOption,
             {"callee", "DIGITS", "only calls whose callee contains this"},
             {"limit", "N", "at most so many; 0: all", "100"},
             RevealOption},
            run};
}

} // namespace callboard
