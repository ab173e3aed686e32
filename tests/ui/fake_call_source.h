// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/call_source.h"

#include <QPointer>

namespace callboard::test {

/// A list in memory that answers when the test says so, in the order in which it was asked.
class FakeCallSource : public CallSource
{
public:
    QList<CallRecord> calls; ///< newest first
    int lists = 0, pages = 0, counts = 0, lookups = 0;
    bool failing = false;

    void askList(const ListQuestion &question, QObject *, std::function<void(const CallListData &)> done,
                 Failed failed) override
    {
        ++lists;
        if (failing)
            return m_answers.append([failed] { failed(QStringLiteral("no store")); });
        m_answers.append([this, stride = question.stride, done] { done(list(stride)); });
    }
    void askPage(const PageQuestion &question, QObject *, std::function<void(const QList<CallRecord> &)> done,
                 Failed) override
    {
        ++pages;
        m_answers.append([this, question, done] { done(page(question)); });
    }
    void askCalls(const QList<qint64> &ids, QObject *, std::function<void(const QList<CallRecord> &)> done) override
    {
        ++lookups;
        m_answers.append([this, ids, done] {
            QList<CallRecord> found;
            std::copy_if(calls.begin(), calls.end(), std::back_inserter(found),
                         [&ids](const CallRecord &call) { return ids.contains(call.id); });
            done(found);
        });
    }
    void askCount(const CallFilter &, QObject *, std::function<void(qint64)> done) override
    {
        ++counts;
        m_answers.append([this, done] { done(calls.size()); });
    }
    void cancelLists() override { m_cancelled += m_answers.size(); }

    bool hasAnswers() const { return !m_answers.isEmpty(); }
    void answerAll()
    {
        while (!m_answers.isEmpty())
            m_answers.takeFirst()();
    }

    CallListData list(int stride) const
    {
        CallListData data;
        data.index.count = calls.size();
        data.index.stride = stride;
        data.index.newestId = std::numeric_limits<qint64>::max();
        for (qsizetype row = 0; row < calls.size(); row += stride)
            data.index.anchors.append(row == 0 ? CallKey()
                                               : CallKey{calls.at(row - 1).placedAt(), calls.at(row - 1).id});
        data.head = calls.first(std::min<qsizetype>(calls.size(), CallTableModel::HeadRows));
        return data;
    }

private:
    QList<CallRecord> page(const PageQuestion &question) const
    {
        QList<CallRecord> found;
        for (const CallRecord &call : calls) {
            const std::pair key(call.placedAt(), call.id);
            if (key < std::pair(question.after.placedAt, question.after.id) && found.size() < question.limit)
                found.append(call);
        }
        return found;
    }

    QList<std::function<void()>> m_answers;
    qsizetype m_cancelled = 0;
};

} // namespace callboard::test
