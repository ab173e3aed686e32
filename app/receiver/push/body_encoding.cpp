// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/body_encoding.h"

#include <QStringDecoder>

#include <algorithm>

#include <zlib.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestWindow = 15;
constexpr int GzipWindow = LargestWindow + 16; // zlib's sign for a gzip header
constexpr qsizetype Step = 16 * 1024;
constexpr qsizetype LongestName = 40; // of an encoding, where the answer repeats it

bool isOneOf(const QByteArray &name, std::initializer_list<QByteArrayView> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](QByteArrayView other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

enum class Unpacked : quint8 { Whole, TooLarge, Damaged };

/// Unpacks one body step by step, so that a small body that unpacks to a large one is noticed in time.
class Inflater
{
public:
    explicit Inflater(int windowBits) { m_isOpen = ::inflateInit2(&m_stream, windowBits) == Z_OK; }
    ~Inflater()
    {
        if (m_isOpen)
            ::inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    Unpacked unpack(const QByteArray &packed, qint64 most, QByteArray &into);

private:
    int step(QByteArray &into);

    z_stream m_stream{};
    bool m_isOpen = false;
};

int Inflater::step(QByteArray &into)
{
    const qsizetype used = into.size();
    into.resize(used + Step);
    m_stream.next_out = reinterpret_cast<Bytef *>(into.data() + used);
    m_stream.avail_out = static_cast<uInt>(Step);
    const int state = ::inflate(&m_stream, Z_NO_FLUSH);
    into.resize(into.size() - static_cast<qsizetype>(m_stream.avail_out));
    return state;
}

Unpacked Inflater::unpack(const QByteArray &packed, qint64 most, QByteArray &into)
{
    QByteArray source = packed; // zlib's interface has no const
    m_stream.next_in = reinterpret_cast<Bytef *>(source.data());
    m_stream.avail_in = static_cast<uInt>(source.size());
    int state = m_isOpen ? Z_OK : Z_MEM_ERROR;
    while (state == Z_OK) {
        state = step(into);
        if (into.size() > most)
            return Unpacked::TooLarge;
        if (state == Z_STREAM_END && m_stream.avail_in > 0) // gzip may come in several parts
            state = ::inflateReset(&m_stream);
    }
    return state == Z_STREAM_END ? Unpacked::Whole : Unpacked::Damaged;
}

Unpacked unpackWith(int windowBits, const QByteArray &packed, qint64 most, QByteArray &into)
{
    into.clear();
    return Inflater(windowBits).unpack(packed, most, into);
}

/// "deflate" is the format of zlib; some senders leave its header and checksum out.
Unpacked unpackDeflate(const QByteArray &packed, qint64 most, QByteArray &into)
{
    const Unpacked unpacked = unpackWith(LargestWindow, packed, most, into);
    return unpacked == Unpacked::Damaged ? unpackWith(-LargestWindow, packed, most, into) : unpacked;
}

DecodedBody refused(const QByteArray &kept, RefusalReason reason, const QString &error)
{
    return {kept, Refusal{reason, error, {}}};
}

DecodedBody unpack(const QByteArray &body, const QByteArray &encoding, const FramingLimits &limits)
{
    const bool isGzip = isOneOf(encoding, {"gzip", "x-gzip"});
    if (!isGzip && !isOneOf(encoding, {"deflate"})) {
        return refused(body, RefusalReason::UnknownEncoding,
                       u"The Content-Encoding %1 is not known here; gzip and deflate are."_s.arg(
                           QString::fromLatin1(encoding.first(std::min(LongestName, encoding.size())))));
    }
    QByteArray text;
    const Unpacked unpacked =
        isGzip ? unpackWith(GzipWindow, body, limits.bodyBytes, text) : unpackDeflate(body, limits.bodyBytes, text);
    switch (unpacked) {
    case Unpacked::TooLarge:
        return refused(text.first(std::min<qsizetype>(limits.keptBytes, text.size())), RefusalReason::TooLarge,
                       u"The body is larger than what is taken here."_s);
    case Unpacked::Damaged:
        return refused(body, RefusalReason::BadEncoding,
                       u"The body is not whole %1."_s.arg(isGzip ? u"gzip"_s : u"deflate"_s));
    case Unpacked::Whole:
        break;
    }
    return {text, {}};
}

bool isAscii(const QByteArray &body)
{
    return std::all_of(body.begin(), body.end(), [](char c) { return c > 0; });
}

/// Half a character in UTF-16 is none, though no decoder says so.
std::optional<QString> textWith(QStringDecoder decoder, const QByteArray &body)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(body);
    return decoder.hasError() || !text.isValidUtf16() ? std::nullopt : std::optional(text);
}

bool isUtf8(const QByteArray &body)
{
    return QUtf8StringView(body.constData(), body.size()).isValidUtf8();
}

/// A record begins with a character of ASCII. That tells the order of the bytes where no mark does, whatever the header
/// says, and that a body is UTF-16 at all: almost any bytes are some text in it.
std::optional<QString> utf16Text(const QByteArray &body)
{
    constexpr auto Whole = QStringDecoder::Flag::Stateless;
    if (body.size() < 2 || body.size() % 2 != 0)
        return std::nullopt;
    if (body.startsWith("\xff\xfe") || body.startsWith("\xfe\xff"))
        return textWith(QStringDecoder(QStringDecoder::Utf16, Whole), body);
    if ((body.at(0) == 0) == (body.at(1) == 0))
        return std::nullopt;
    return textWith(QStringDecoder(body.at(1) == 0 ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE, Whole), body);
}

/// Senders that name an encoding and send UTF-8 exist: what can't be in that encoding, and is UTF-8, is taken as that.
DecodedBody decodedAs(const std::optional<QString> &text, const QByteArray &body, const QString &error)
{
    if (text)
        return {text->toUtf8(), {}};
    return isUtf8(body) ? DecodedBody{body, {}} : refused(body, RefusalReason::BadEncoding, error);
}

DecodedBody recode(const QByteArray &body, const QByteArray &charset)
{
    if (isOneOf(charset, {"gbk", "x-gbk", "gb2312", "gb18030", "cp936", "ms936", "windows-936"})) {
        if (isAscii(body) || body.startsWith("\xef\xbb\xbf"))
            return {body, {}};
        return decodedAs(textWith(QStringDecoder("GB18030", QStringDecoder::Flag::Stateless), body), body,
                         u"The body is not the GBK text that its charset says."_s);
    }
    if (isOneOf(charset, {"utf-16", "utf16", "utf-16le", "utf-16be"}))
        return decodedAs(utf16Text(body), body, u"The body is not the UTF-16 text that its charset says."_s);
    return {body, {}};
}

} // namespace

DecodedBody decodeBody(const QByteArray &body, const RequestHead &head, const FramingLimits &limits)
{
    if (head.contentEncoding.isEmpty() || isOneOf(head.contentEncoding, {"identity"}))
        return recode(body, head.charset);
    DecodedBody unpacked = unpack(body, head.contentEncoding, limits);
    return unpacked.refusal ? unpacked : recode(unpacked.text, head.charset);
}

} // namespace callboard
