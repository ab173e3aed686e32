// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/config/receiver_config.h"
#include "receiver/http/request_head.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace callboard {

/// What a request is for.
enum class Purpose : quint8 {
    Push,
    Health,
    Metrics,
    OtherMethod, ///< an address that is answered, but not to this method
    Nothing, ///< no address that is answered
};

/// What a head says of its request.
struct HeadReading
{
    Purpose purpose = Purpose::Nothing;
    QByteArray allow; ///< of OtherMethod: the methods that are answered
    QByteArray segment; ///< of a push: what follows the path, decoded; may be a token
    QByteArrayView query; ///< into the head that was read
    PushKind kind = PushKind::Record; ///< of a push: that its path names
};

/// Tells from the head alone what a request is for and whether it carries a token, so that nothing of its body has to
/// be held before that is known. Paths are taken as they are written: what stands in front of the receiver may have
/// judged a path by its looks, so another spelling of the same path is another path. A value; any thread.
class PurposeReader
{
public:
    explicit PurposeReader(const ReceiverConfig &config);

    HeadReading read(const RequestHead &head) const;
    /// True when no token is set, or the head carries one: as segment, as `?token=`, or as bearer.
    bool isAuthorized(const RequestHead &head, const HeadReading &reading) const;
    /// Everything in the head that stands where a token does.
    static QByteArrayList givenTokens(const RequestHead &head, const HeadReading &reading);

private:
    bool isToken(QByteArrayView given) const;
    std::optional<HeadReading> readPush(const RequestHead &head, QByteArrayView path) const;
    std::optional<HeadReading> readPushWithSegment(const RequestHead &head, QByteArrayView path) const;
    static HeadReading pushReading(const RequestHead &head, PushKind kind, const QByteArray &segment);

    /// An address that takes pushes.
    struct PushPath
    {
        PushKind kind;
        QByteArray path;
        QByteArray segmentStart; ///< the path and the slash before a token
    };
    QList<PushPath> m_paths;
    QByteArrayList m_tokens;
    bool m_anySlash = false; ///< in a token
};

/// Compares without telling by its duration where the first difference is. Lengths may be told.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace callboard
