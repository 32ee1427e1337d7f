// E-mail (RFC 5322, MIME), mbox files of many, and MHTML, which is a mail around a page: GMime undoes the transfer
// encodings, and the part that holds the article goes through the reading of pages or of plain text.
//
// Of an alternative pair the plain text is taken, unless it is a stub ("view this in your browser"): it was written to
// be read, where a newsletter's HTML is a page of layout tables.
//
//     Subject: =?utf-8?Q?Ferry_sinks?=   From: Halvern Port <press@port.example>   Date: Fri, 14 Mar 2031 09:00:00 +0100
//     ->  title "Ferry sinks", outlet "Halvern Port", published 2031-03-14T09:00:00+01:00

#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/written_date.h"

#include <QRegularExpression>
#include <algorithm>
#include <gmime/gmime.h>
#include <memory>
#include <mutex>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

constexpr int kDeepest = 32;
constexpr size_t kMostParts = 2000;
constexpr size_t kMostMessages = 20'000;

struct Unreference {
    void operator()(void *object) const { g_object_unref(object); }
};
template<typename T>
using Owned = std::unique_ptr<T, Unreference>;

/// The library wants to be started once in a process.
void startLibrary()
{
    static std::once_flag started;
    std::call_once(started, [] { g_mime_init(); });
}

struct Body {
    QByteArray bytes;
    QByteArray charset;
    bool isHtml = false;
};

Body bodyOf(GMimePart *part, bool isHtml)
{
    Body body;
    body.isHtml = isHtml;
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    body.charset = charset ? QByteArray(charset) : QByteArray();
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return body;
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
        return body;
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    body.bytes = QByteArray(reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len));
    return body;
}

bool isAttachment(GMimeObject *object)
{
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && qstricmp(disposition, "attachment") == 0;
}

struct Bodies {
    std::vector<Body> texts; ///< in order
    bool isCut = false; ///< there are more parts than are looked at
};

/// The text parts of a message; with a list of what is still to be looked into instead of recursion.
Bodies bodiesOf(GMimeObject *root)
{
    struct Pending {
        GMimeObject *object; // owned by the message
        int depth;
    };
    Bodies bodies;
    std::vector<Pending> pending{{root, 0}};
    for (size_t seen = 0; !pending.empty(); ++seen) {
        if (seen >= kMostParts) {
            bodies.isCut = true;
            break;
        }
        const Pending next = pending.back();
        pending.pop_back();
        if (!next.object || next.depth > kDeepest)
            continue;
        if (GMIME_IS_MULTIPART(next.object)) {
            GMimeMultipart *parts = GMIME_MULTIPART(next.object);
            const int count = g_mime_multipart_get_count(parts);
            bodies.isCut = bodies.isCut || count > static_cast<int>(kMostParts);
            for (int at = std::min(count, static_cast<int>(kMostParts)) - 1; at >= 0; --at)
                pending.push_back({g_mime_multipart_get_part(parts, at), next.depth + 1});
        } else if (GMIME_IS_MESSAGE_PART(next.object)) {
            GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(next.object));
            if (inner)
                pending.push_back({g_mime_message_get_mime_part(inner), next.depth + 1});
        } else if (GMIME_IS_PART(next.object) && !isAttachment(next.object)) {
            GMimeContentType *type = g_mime_object_get_content_type(next.object);
            const bool isHtml = g_mime_content_type_is_type(type, "text", "html") || g_mime_content_type_is_type(type, "application", "xhtml+xml");
            if (isHtml || g_mime_content_type_is_type(type, "text", "plain"))
                bodies.texts.push_back(bodyOf(GMIME_PART(next.object), isHtml));
        }
    }
    return bodies;
}

Draft draftOf(const Body &body)
{
    const QByteArray declared = body.charset.isEmpty() && body.isHtml ? declaredCharset(body.bytes) : body.charset;
    const Decoded decoded = decode(body.bytes, declared);
    QString text = cleanCharacters(decoded.text);
    if (!body.isHtml) {
        static const QRegularExpression kSignature(u"\\n-- ?\\n[\\s\\S]{0,1500}\\z"_s);
        text.remove(kSignature);
    }
    Draft draft = body.isHtml ? draftFromHtml(text) : draftFromText(text);
    draft.charset = decoded.charset;
    if (decoded.isDoubtful)
        draft.problems.push_back({base::ErrorCode::CharsetDoubtful, {}, decoded.charset});
    return draft;
}

qsizetype lettersIn(const Draft &draft)
{
    qsizetype units = 0;
    for (const DraftBlock &block : draft.blocks)
        units += block.text.size();
    return units;
}

Draft chosenDraft(const std::vector<Body> &bodies)
{
    Draft plain;
    Draft page;
    for (const Body &body : bodies) {
        Draft candidate = draftOf(body);
        Draft &best = body.isHtml ? page : plain;
        if (best.mediaType.isEmpty() || lettersIn(candidate) > lettersIn(best))
            best = std::move(candidate);
    }
    return lettersIn(plain) * 2 >= lettersIn(page) ? plain : page;
}

QString headerOf(GMimeMessage *message, const char *name)
{
    const char *value = g_mime_object_get_header(GMIME_OBJECT(message), name);
    return value ? cleanCharacters(QString::fromUtf8(value)).simplified() : QString();
}

QString senderName(GMimeMessage *message)
{
    InternetAddressList *senders = g_mime_message_get_from(message);
    InternetAddress *first = senders && internet_address_list_length(senders) > 0 ? internet_address_list_get_address(senders, 0) : nullptr;
    const char *name = first ? internet_address_get_name(first) : nullptr;
    return name ? cleanCharacters(QString::fromUtf8(name)).simplified() : QString();
}

void readHeaders(GMimeMessage *message, Draft &draft)
{
    static const QRegularExpression kPrefix(u"^(?:(?:re|fwd?|aw|wg|tr)\\s*:\\s*|\\[[^\\]]{1,40}\\]\\s*)+"_s, QRegularExpression::CaseInsensitiveOption);
    const char *subject = g_mime_message_get_subject(message);
    draft.find(MetadataField::Title, Trust::Declared, subject ? cleanCharacters(QString::fromUtf8(subject)).remove(kPrefix) : QString(), u"header Subject"_s);
    // MHTML: the browser is the sender, and the page inside knows better.
    const QString location = headerOf(message, "Snapshot-Content-Location");
    if (!location.isEmpty()) {
        draft.find(MetadataField::Url, Trust::Declared, location, u"header Snapshot-Content-Location"_s);
        return;
    }
    draft.find(MetadataField::Outlet, Trust::Declared, senderName(message), u"header From"_s);
    static const QRegularExpression kComment(u"\\s*\\([^()]*\\)\\s*$"_s);
    if (const auto date = writtenDate(headerOf(message, "Date").remove(kComment)))
        draft.find(MetadataField::Published, Trust::Declared, *date, u"header Date"_s);
    static const QRegularExpression kAngle(u"^<?(https?://[^>]+)>?$"_s);
    if (const auto archived = kAngle.match(headerOf(message, "Archived-At")); archived.hasMatch())
        draft.find(MetadataField::Url, Trust::Declared, archived.captured(1), u"header Archived-At"_s);
}

} // namespace

bool recognisesMail(const Source &source)
{
    static const QRegularExpression kHeaders(u"\\A(?:From [^\\n]*\\n)?((?:[A-Za-z][A-Za-z0-9-]*:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)+)"_s);
    static const QRegularExpression kKnown(u"^(From|To|Subject|Date|MIME-Version|Message-ID|Received|Return-Path|Delivered-To|Content-Type|Reply-To|Snapshot-Content-Location):"_s,
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = kHeaders.match(source.head);
    if (!match.hasMatch())
        return false;
    QStringList names;
    auto known = kKnown.globalMatch(match.captured(1));
    while (known.hasNext()) {
        const QString name = known.next().captured(1).toLower();
        if (!names.contains(name))
            names.append(name);
    }
    return names.size() >= 3 || (names.size() >= 2 && (names.contains(u"mime-version"_s) || names.contains(u"from"_s) || source.ending == u"eml"));
}

std::vector<Draft> readMail(const Source &source)
{
    startLibrary();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(source.bytes.data(), static_cast<size_t>(source.bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const bool isMbox = source.bytes.startsWith("From ");
    g_mime_parser_set_format(parser.get(), isMbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    std::vector<Draft> drafts;
    do {
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            break;
        const Bodies bodies = bodiesOf(g_mime_message_get_mime_part(message.get()));
        Draft draft = chosenDraft(bodies.texts);
        if (bodies.isCut)
            draft.problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 parts of the message were looked at"_s.arg(kMostParts)});
        readHeaders(message.get(), draft);
        if (!draft.charset)
            draft.charset = u"UTF-8"_s;
        draft.mediaType = u"message/rfc822"_s;
        drafts.push_back(std::move(draft));
    } while (isMbox && drafts.size() < kMostMessages && !g_mime_parser_eos(parser.get()));
    if (isMbox && drafts.size() == kMostMessages && !g_mime_parser_eos(parser.get()))
        drafts.back().problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 messages were read"_s.arg(kMostMessages)});
    return drafts;
}

} // namespace variorum::reading
