// A message's parts, with a list of what is still to be looked into instead of recursion.
//
//     multipart/mixed                          texts: the alternatives
//       multipart/alternative                  attachments: report.pdf
//         text/plain, text/html
//       application/pdf; name=report.pdf
//
// A multipart/related is one document and what it shows (RFC 2387): only its root is text, named by "start" or else the
// first. This is also how browsers save a page (MHTML), frames and adverts behind the page.

#include "reading/mail/message_parts.h"

#include "reading/clean_text.h"

#include <algorithm>
#include <gmime/gmime.h>
#include <memory>

namespace variorum::reading::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDeepest = 32;
constexpr size_t kMostParts = 2000;

struct Unreference {
    void operator()(void *object) const { g_object_unref(object); }
};

QByteArray contentOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const std::unique_ptr<GMimeStream, Unreference> memory(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
        return {};
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len));
}

QString headerText(GMimeObject *object, const char *name)
{
    const char *value = g_mime_object_get_header(object, name);
    return value ? cleanCharacters(QString::fromUtf8(value)).simplified() : QString();
}

bool isAttachment(GMimeObject *object)
{
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && qstricmp(disposition, "attachment") == 0;
}

bool isOfType(GMimeObject *object, const char *type, const char *subtype)
{
    GMimeContentType *content = g_mime_object_get_content_type(object);
    return content && g_mime_content_type_is_type(content, type, subtype);
}

bool isHtml(GMimeObject *object) { return isOfType(object, "text", "html") || isOfType(object, "application", "xhtml+xml"); }

bool isText(GMimeObject *object) { return isHtml(object) || isOfType(object, "text", "plain"); }

/// What no article is in.
bool isFurniture(GMimeObject *object)
{
    return isOfType(object, "image", "*") || isOfType(object, "text", "calendar") || isOfType(object, "text", "vcard") || isOfType(object, "text", "x-vcard") || isOfType(object, "text", "css")
        || isOfType(object, "application", "pgp-signature") || isOfType(object, "application", "pkcs7-signature") || isOfType(object, "application", "x-pkcs7-signature") || isOfType(object, "application", "ics")
        || isOfType(object, "application", "pgp-keys") || isOfType(object, "message", "delivery-status") || isOfType(object, "text", "x-amp-html") || isOfType(object, "text", "rfc822-headers");
}

Body bodyOf(GMimeObject *part)
{
    Body body;
    body.isHtml = isHtml(part);
    const char *charset = g_mime_object_get_content_type_parameter(part, "charset");
    body.charset = charset ? QByteArray(charset) : QByteArray();
    body.location = headerText(part, "Content-Location");
    body.bytes = contentOf(GMIME_PART(part));
    return body;
}

Attachment attachmentOf(GMimePart *part, size_t number)
{
    const char *name = g_mime_part_get_filename(part);
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(GMIME_OBJECT(part)));
    Attachment attachment;
    attachment.name = name ? cleanCharacters(QString::fromUtf8(name)).simplified().replace(u'/', u'_') : QString();
    if (attachment.name.isEmpty())
        attachment.name = u"attachment %1"_s.arg(number);
    attachment.mediaType = QString::fromUtf8(type);
    g_free(type);
    attachment.bytes = contentOf(part);
    return attachment;
}

/// The part of a multipart/related that the others belong to.
int rootOf(GMimeMultipart *related, int count)
{
    const char *start = g_mime_object_get_content_type_parameter(GMIME_OBJECT(related), "start");
    QByteArray wanted(start ? start : "");
    wanted.replace('<', "").replace('>', "");
    int firstPage = -1;
    for (int at = 0; at < count; ++at) {
        GMimeObject *part = g_mime_multipart_get_part(related, at);
        const char *id = part ? g_mime_object_get_content_id(part) : nullptr;
        if (!wanted.isEmpty() && id && wanted == id)
            return at;
        if (firstPage < 0 && part && (isText(part) || GMIME_IS_MULTIPART(part)))
            firstPage = at;
    }
    return firstPage;
}

class PartWalk {
public:
    MessageParts walk(GMimeObject *root)
    {
        m_pending.push_back({root, 0});
        for (size_t seen = 0; !m_pending.empty(); ++seen) {
            if (seen >= kMostParts) {
                m_parts.isCut = true;
                break;
            }
            const Pending next = m_pending.back();
            m_pending.pop_back();
            if (next.object && next.depth <= kDeepest)
                take(next);
        }
        return std::move(m_parts);
    }

private:
    struct Pending {
        GMimeObject *object; // owned by the message
        int depth;
    };

    void take(const Pending &next)
    {
        if (GMIME_IS_MULTIPART(next.object)) {
            GMimeMultipart *parts = GMIME_MULTIPART(next.object);
            const int count = g_mime_multipart_get_count(parts);
            m_parts.isCut = m_parts.isCut || count > static_cast<int>(kMostParts);
            const int looked = std::min(count, static_cast<int>(kMostParts));
            if (isOfType(next.object, "multipart", "related"))
                takeRelated(parts, looked, next.depth);
            else
                takeAll(parts, looked, next.depth);
        } else if (GMIME_IS_MESSAGE_PART(next.object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(next.object)))
                m_parts.messages.push_back(inner);
        } else if (GMIME_IS_PART(next.object)) {
            takePart(next.object);
        }
    }

    void takeAll(GMimeMultipart *parts, int count, int depth)
    {
        for (int at = count - 1; at >= 0; --at)
            m_pending.push_back({g_mime_multipart_get_part(parts, at), depth + 1});
    }

    void takeRelated(GMimeMultipart *parts, int count, int depth)
    {
        const int root = rootOf(parts, count);
        m_parts.isPage = m_parts.isPage || (depth == 0 && root >= 0);
        for (int at = 0; at < count; ++at) {
            GMimeObject *part = g_mime_multipart_get_part(parts, at);
            if (!part || at == root)
                continue;
            if (isAttachment(part))
                takePart(part);
            else if (GMIME_IS_PART(part) && isHtml(part))
                m_parts.frames.push_back(bodyOf(part));
        }
        if (root >= 0)
            m_pending.push_back({g_mime_multipart_get_part(parts, root), depth + 1});
    }

    void takePart(GMimeObject *part)
    {
        if (!GMIME_IS_PART(part))
            return;
        if (isText(part) && !isAttachment(part))
            m_parts.texts.push_back(bodyOf(part));
        else if (!isFurniture(part))
            m_parts.attachments.push_back(attachmentOf(GMIME_PART(part), m_parts.attachments.size() + 1));
    }

    std::vector<Pending> m_pending;
    MessageParts m_parts;
};

} // namespace

MessageParts partsOf(GMimeMessage *message) { return PartWalk().walk(g_mime_message_get_mime_part(message)); }

} // namespace variorum::reading::mail
