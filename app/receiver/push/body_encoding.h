// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/http/request_head.h"
#include "record/protocol/push_message.h"

#include <QByteArray>

#include <optional>

namespace callboard {

/// What became of a body: its text as UTF-8, or why there is none.
struct DecodedBody
{
    QByteArray text; ///< of a refused one what can be kept of it: its beginning, or the body as it was sent
    std::optional<Refusal> refusal; ///< TooLarge, UnknownEncoding or BadEncoding
};

/// Undoes a `Content-Encoding` of gzip or deflate (RFC 9110, section 8.4.1), and a `charset` of GBK, GB2312, GB18030 or
/// UTF-16. What has neither stays as it is, and so does every other charset: senders name one that they do not use, and
/// the record's parser refuses what is no UTF-8. `limits.bodyBytes` holds for the unpacked body too; beyond it nothing
/// is unpacked. Pure; any thread.
DecodedBody decodeBody(const QByteArray &body, const RequestHead &head, const FramingLimits &limits);

} // namespace callboard
