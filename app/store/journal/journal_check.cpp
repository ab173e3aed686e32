// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal_check.h"

#include "record/protocol/push_message.h"
#include "store/database/snapshot.h"
#include "store/journal/journal_survey.h"
#include "store/table/other_pushes.h"

#include <QCoreApplication>
#include <QHash>
#include <QVariant>

#include <algorithm>
#include <vector>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The context under which the sentences of a verification are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Verify)
};

/// That some call names a message. Instead of the uuid its hash: there may be millions.
struct Reference
{
    qint64 number = 0;
    std::size_t call = 0;
    friend bool operator<(const Reference &a, const Reference &b) { return a.number < b.number; }
};

std::size_t hashOf(const QString &uuid, Part part)
{
    return qHash(uuid, static_cast<std::size_t>(part));
}

class JournalCheck
{
public:
    using Say = std::function<void(const QString &)>;
    JournalCheck(Connection &connection, const Say &say)
        : m_connection(connection)
        , m_say(say)
    { }

    JournalFigures run()
    {
        readReferences();
        const JournalSurvey survey(
            m_connection, [this](qint64 number, const QList<JournalEntry> &entries) { takeSegment(number, entries); });
        for (const QString &damage : survey.damage())
            m_say(damage);
        const Snapshot snapshot(m_connection); // what goes now is noted in the same moment
        const QList<JournalGap> gaps = JournalGaps::unnoted(m_connection);
        for (const JournalGap &gap : gaps)
            m_say(JournalGaps::sentence(gap));
        sayOtherwise();
        checkChecksums();
        checkEnd();
        checkOthers();
        return {survey.messages(), survey.unreadable(), m_takenOtherwise};
    }

private:
    void readReferences()
    {
        NativeStatement &calls = m_connection.native(u"SELECT call_uuid, basic_push, outbound_push FROM call"_s);
        while (calls.next()) {
            const QString uuid = calls.text(0);
            add({calls.number(1), hashOf(uuid, Part::Basic)});
            add({calls.number(2), hashOf(uuid, Part::Outbound)});
        }
        std::sort(m_references.begin(), m_references.end());
    }

    void add(const Reference &reference)
    {
        if (reference.number != 0)
            m_references.push_back(reference);
    }

    /// Segments come by number, and so do the references.
    void takeSegment(qint64 firstPush, const QList<JournalEntry> &entries)
    {
        for (const JournalEntry &entry : entries) {
            if (entry.kind != PushKind::Record)
                m_others[entry.kind] += 1;
        }
        while (m_next < m_references.size() && m_references[m_next].number < firstPush)
            ++m_next;
        for (; m_next < m_references.size(); ++m_next) {
            const Reference &reference = m_references[m_next];
            if (reference.number - firstPush >= entries.size())
                return;
            checkMessage(reference, entries.at(reference.number - firstPush));
        }
    }

    void checkMessage(const Reference &reference, const JournalEntry &entry)
    {
        const auto content = parsePush(entry.body, entry.kind);
        if (std::holds_alternative<Refusal>(content)) // what today's parser refuses is not judged
            return;
        const QString uuid = callUuidOf(content);
        const auto *message = std::get_if<PartMessage>(&content);
        if (message && hashOf(uuid, message->part) == reference.call)
            return;
        if (hashOf(uuid, Part::Basic) == reference.call || hashOf(uuid, Part::Outbound) == reference.call)
            m_takenOtherwise += 1;
        else
            sayWrong(reference.number);
    }

    /// Before there were kinds a recording was taken for a first message, and a row index of null for one.
    void sayOtherwise()
    {
        if (m_takenOtherwise > 0)
            m_say((m_takenOtherwise == 1
                       ? Texts::tr("%1 message that a call names is not what the call took it for: an earlier version "
                                   "took recordings, dialogues and row indexes of null for parts of calls.")
                       : Texts::tr("%1 messages that calls name are not what the call took it for: an earlier version "
                                   "took recordings, dialogues and row indexes of null for parts of calls."))
                      .arg(m_takenOtherwise));
    }

    /// Only what was written before there were checksums has none, until it gets one.
    void checkChecksums()
    {
        const qint64 without =
            m_connection
                .value(u"SELECT COUNT(*) FROM push WHERE checksum = 0 AND first_push > (SELECT COALESCE(MAX(value), 0) "
                       "FROM meta WHERE key = 'journal_unchecked')"_s)
                .toLongLong();
        if (without > 0)
            m_say((without == 1 ? Texts::tr("%1 segment of the journal has no checksum, though written with one.")
                                : Texts::tr("%1 segments of the journal have no checksum, though written with one."))
                      .arg(without));
    }

    void sayWrong(qint64 number)
    {
        m_say(Texts::tr("Message %1 of the journal is not of the call that names it.").arg(number));
    }

    void checkEnd()
    {
        const qint64 last = m_connection.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong();
        const qint64 end =
            m_connection.value(u"SELECT first_push + count - 1 FROM push ORDER BY first_push DESC LIMIT 1"_s)
                .toLongLong();
        if (end > last)
            m_say(Texts::tr("The journal ends at message %1, but %2 were counted.").arg(end).arg(last));
        const QList<JournalGap> noted = JournalGaps::noted(m_connection);
        const qint64 known = noted.isEmpty() ? last : std::max(last, noted.constLast().lastPush);
        for (const Reference &reference : m_references) {
            if (reference.number < 0 || reference.number > known)
                m_say(Texts::tr("A call names message %1, which the journal never had.").arg(reference.number));
        }
    }

    /// Messages go with their time, their counts stay.
    void checkOthers()
    {
        const QMap<PushKind, qint64> counted = OtherPushes::total(m_connection);
        for (auto it = m_others.cbegin(); it != m_others.cend(); ++it) {
            if (it.value() > counted.value(it.key()))
                m_say(Texts::tr("The journal holds %1 messages of the kind \"%2\", but %3 were counted.")
                          .arg(it.value())
                          .arg(pushKindWord(it.key()))
                          .arg(counted.value(it.key())));
        }
    }

    Connection &m_connection;
    const Say &m_say;
    std::vector<Reference> m_references; ///< by number
    QMap<PushKind, qint64> m_others; ///< messages that are no records
    qint64 m_takenOtherwise = 0;
    std::size_t m_next = 0;
};

} // namespace

JournalFigures checkJournal(Connection &connection, const std::function<void(const QString &)> &say)
{
    return JournalCheck(connection, say).run();
}

} // namespace callboard
