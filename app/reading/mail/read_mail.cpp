// E-mail (RFC 5322, MIME), mailboxes of many, and MHTML, which is a mail around a page: GMime undoes the transfer
// encodings, and the part that holds the article goes through the reading of pages or of plain text.
//
// Of an alternative pair the plain text is taken, unless it is a stub ("view this in your browser"): it was written to
// be read, where a newsletter's HTML is a page of layout tables. A message within a message is an article of its own, and
// so is an attached text or page; who only sends them on ("see below") is none.
//
//     Subject: =?utf-8?Q?Ferry_sinks?=   From: Halvern Port <press@port.example>   Date: Fri, 14 Mar 2031 09:00:00 +0100
//     ->  title "Ferry sinks", outlet "Halvern Port", published 2031-03-14T09:00:00+01:00

#include "reading/clean_text.h"
#include "reading/html/saved_page.h"
#include "reading/mail/forwarded.h"
#include "reading/mail/mailbox.h"
#include "reading/mail/message_parts.h"
#include "reading/reader.h"
#include "reading/charset.h"
#include "reading/source_text.h"
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

constexpr int kDeepestMessage = 8;
constexpr size_t kMostMessages = 20'000;
constexpr size_t kMostAttachments = 200;

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

/// A page may declare its own charset within a part that declares another: the part's is tried first, since it came
/// last, and the page's where that does not fit or says nothing (us-ascii, which programs write without looking).
Decoded decodedBody(const Source &source, const mail::Body &body)
{
    const QByteArray ofPage = body.isHtml ? declaredCharset(body.bytes) : QByteArray();
    const bool saysNothing = body.charset.isEmpty() || body.charset.compare("us-ascii", Qt::CaseInsensitive) == 0;
    Decoded decoded = decodeSource(source, body.bytes, saysNothing && !ofPage.isEmpty() ? ofPage : body.charset);
    if (!decoded.isDoubtful || saysNothing || ofPage.isEmpty())
        return decoded;
    Decoded again = decodeSource(source, body.bytes, ofPage);
    return again.isDoubtful ? decoded : again;
}

QString withoutSignature(QString text)
{
    static const QRegularExpression kSignature(u"\\n-- ?\\n[\\s\\S]{0,1500}\\z"_s);
    return text.remove(kSignature);
}

/// "The Bay <news@bay.example>"  ->  "The Bay"
QString nameIn(const QString &address)
{
    static const QRegularExpression kAngle(u"\\s*[<\\[(][^<>]*[>\\])].*$"_s);
    QString name = address;
    name.remove(kAngle);
    name.remove(u'"').remove(u'*');
    return name.contains(u'@') ? QString() : name.simplified();
}

QString withoutPrefixes(QString subject)
{
    static const QRegularExpression kPrefix(u"^(?:(?:re|fwd?|aw|wg|tr)\\s*:\\s*|\\[[^\\]]{1,40}\\]\\s*)+"_s, QRegularExpression::CaseInsensitiveOption);
    return subject.remove(kPrefix);
}

std::optional<model::NewsDate> mailDate(QString date)
{
    static const QRegularExpression kComment(u"\\s*\\([^()]*\\)\\s*$"_s);
    return writtenDate(date.remove(kComment));
}

Draft draftOfPlain(const QString &text)
{
    const std::optional<mail::Forwarded> forwarded = mail::forwardedMessage(text);
    if (!forwarded || forwarded->text.size() < forwarded->before.size())
        return draftFromText(withoutSignature(text));
    Draft draft = draftFromText(withoutSignature(forwarded->text));
    draft.find(MetadataField::Title, Trust::Declared, withoutPrefixes(forwarded->subject), u"forwarded Subject"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, nameIn(forwarded->from), u"forwarded From"_s);
    if (const auto date = mailDate(forwarded->date))
        draft.find(MetadataField::Published, Trust::Declared, *date, u"forwarded Date"_s);
    return draft;
}

Draft draftOf(const Source &source, const mail::Body &body, bool isFromMailbox)
{
    const Decoded decoded = decodedBody(source, body);
    const QString text = cleanCharacters(decoded.text);
    Draft draft = body.isHtml ? draftFromSavedPage(text) : draftOfPlain(isFromMailbox ? mail::withoutFromQuoting(text) : text);
    noteCharset(draft, decoded);
    return draft;
}

qsizetype lettersIn(const Draft &draft)
{
    qsizetype units = 0;
    for (const DraftBlock &block : draft.blocks)
        units += block.text.size();
    return units;
}

/// A message's headers and where it lies.
class MessageReader {
public:
    MessageReader(const Source &source, bool isFromMailbox)
        : m_source(source)
        , m_isFromMailbox(isFromMailbox)
    {
    }

    /// The message's own article, and those that it carries.
    std::vector<Draft> read(GMimeMessage *message, int depth)
    {
        const mail::MessageParts parts = mail::partsOf(message);
        Draft own = ownDraft(message, parts);
        std::vector<Draft> carried;
        for (GMimeMessage *inner : parts.messages) {
            if (depth >= kDeepestMessage) {
                own.problems.push_back({base::ErrorCode::TooComplex, {}, u"messages within messages"_s});
                break;
            }
            std::vector<Draft> drafts = read(inner, depth + 1);
            std::move(drafts.begin(), drafts.end(), std::back_inserter(carried));
        }
        readAttachments(parts, own, carried);
        if (parts.isCut)
            own.problems.push_back({base::ErrorCode::TooLarge, {}, u"not all parts of the message were looked at"_s});
        constexpr qsizetype kCoveringNote = 200;
        const auto fullest = std::max_element(carried.begin(), carried.end(), [](const Draft &left, const Draft &right) { return lettersIn(left) < lettersIn(right); });
        const bool onlySendsOn = fullest != carried.end() && lettersIn(own) < std::min(kCoveringNote, lettersIn(*fullest));
        if (onlySendsOn) {
            std::move(own.problems.begin(), own.problems.end(), std::back_inserter(fullest->problems));
            fullest->leavesToHelper = fullest->leavesToHelper || own.leavesToHelper;
            return carried;
        }
        std::vector<Draft> drafts;
        drafts.push_back(std::move(own));
        std::move(carried.begin(), carried.end(), std::back_inserter(drafts));
        return drafts;
    }

private:
    static QString headerOf(GMimeMessage *message, const char *name)
    {
        const char *value = g_mime_object_get_header(GMIME_OBJECT(message), name);
        return value ? cleanCharacters(QString::fromUtf8(value)).simplified() : QString();
    }

    static QString senderName(GMimeMessage *message)
    {
        InternetAddressList *senders = g_mime_message_get_from(message);
        InternetAddress *first = senders && internet_address_list_length(senders) > 0 ? internet_address_list_get_address(senders, 0) : nullptr;
        const char *name = first ? internet_address_get_name(first) : nullptr;
        return name ? cleanCharacters(QString::fromUtf8(name)).simplified() : QString();
    }

    /// A page that a browser saved: it is the sender, the day is the day of saving, and the page knows better.
    static bool isSavedPage(GMimeMessage *message, const mail::MessageParts &parts)
    {
        const QString location = parts.texts.empty() ? QString() : parts.texts.front().location;
        return !headerOf(message, "Snapshot-Content-Location").isEmpty() || headerOf(message, "From").contains("saved by "_L1, Qt::CaseInsensitive)
            || (parts.isPage && location.startsWith("http"_L1) && headerOf(message, "To").isEmpty());
    }

    Draft ownDraft(GMimeMessage *message, const mail::MessageParts &parts) const
    {
        if (isSavedPage(message, parts))
            return savedPageDraft(message, parts);
        Draft plain;
        Draft page;
        for (const mail::Body &body : parts.texts) {
            Draft candidate = draftOf(m_source, body, m_isFromMailbox);
            Draft &best = body.isHtml ? page : plain;
            if (best.mediaType.isEmpty() || lettersIn(candidate) > lettersIn(best))
                best = std::move(candidate);
        }
        Draft draft = lettersIn(plain) * 2 >= lettersIn(page) ? std::move(plain) : std::move(page);
        readHeaders(message, draft);
        if (!draft.charset)
            draft.charset = u"UTF-8"_s;
        draft.mediaType = u"message/rfc822"_s;
        return draft;
    }

    /// The root is the page, whatever longer documents its frames show; but a page that is nothing but frames is theirs.
    Draft savedPageDraft(GMimeMessage *message, const mail::MessageParts &parts) const
    {
        Draft draft;
        QString location = headerOf(message, "Snapshot-Content-Location");
        if (!parts.texts.empty()) {
            draft = draftOf(m_source, parts.texts.front(), false);
            location = location.isEmpty() ? parts.texts.front().location : location;
        }
        for (const mail::Body &frame : parts.frames) {
            if (!draft.blocks.empty())
                break;
            draft = draftOf(m_source, frame, false);
        }
        const char *subject = g_mime_message_get_subject(message);
        draft.find(MetadataField::Title, Trust::Markup, subject ? cleanCharacters(QString::fromUtf8(subject)) : QString(), u"header Subject"_s);
        if (location.startsWith("http"_L1))
            draft.find(MetadataField::Url, Trust::Declared, pageAddress(location), u"header Content-Location"_s);
        if (!draft.charset)
            draft.charset = u"UTF-8"_s;
        if (isCutOff(message))
            draft.problems.push_back({base::ErrorCode::Truncated, {}, {}});
        draft.mediaType = u"multipart/related"_s;
        return draft;
    }

    /// Whether the line that ends the last part is missing. Mails are written without it now and then, pages are not.
    [[nodiscard]] bool isCutOff(GMimeMessage *message) const
    {
        constexpr qsizetype kEnd = 4096;
        GMimeObject *root = g_mime_message_get_mime_part(message);
        const char *boundary = root && GMIME_IS_MULTIPART(root) ? g_mime_object_get_content_type_parameter(root, "boundary") : nullptr;
        return boundary && !m_isFromMailbox && !m_source.bytes.last(std::min(kEnd, m_source.bytes.size())).contains(QByteArray("--") + boundary + "--");
    }

    /// "https://web.archive.org/web/2031.../https://bay.example/ferry"  ->  "https://bay.example/ferry"
    static QString pageAddress(const QString &location)
    {
        const html::SavedPage own = html::savedPage(location);
        return own.html.isEmpty() ? location : own.html;
    }

    static void readHeaders(GMimeMessage *message, Draft &draft)
    {
        const char *subject = g_mime_message_get_subject(message);
        draft.find(MetadataField::Title, Trust::Declared, subject ? withoutPrefixes(cleanCharacters(QString::fromUtf8(subject))) : QString(), u"header Subject"_s);
        draft.find(MetadataField::Outlet, Trust::Declared, senderName(message), u"header From"_s);
        if (const auto date = mailDate(headerOf(message, "Date")))
            draft.find(MetadataField::Published, Trust::Declared, *date, u"header Date"_s);
        static const QRegularExpression kAngle(u"^<?(https?://[^>]+)>?$"_s);
        if (const auto archived = kAngle.match(headerOf(message, "Archived-At")); archived.hasMatch())
            draft.find(MetadataField::Url, Trust::Declared, archived.captured(1), u"header Archived-At"_s);
    }

    /// Texts, pages and other mails become articles; of the rest, and of what an attached archive holds besides articles,
    /// the message says that it was not read.
    void readAttachments(const mail::MessageParts &parts, Draft &own, std::vector<Draft> &carried) const
    {
        for (size_t at = 0; at < parts.attachments.size(); ++at) {
            const mail::Attachment &attachment = parts.attachments[at];
            std::vector<Draft> drafts = at < kMostAttachments ? readMember(m_source, attachment.bytes, attachment.name) : std::vector<Draft>();
            const auto isLost = [](const Draft &draft) { return draft.failure.has_value() || draft.blocks.empty(); };
            const bool isAllLost = std::all_of(drafts.begin(), drafts.end(), isLost);
            for (const Draft &draft : drafts) {
                if (isLost(draft))
                    tellLoss(draft, attachment, own);
            }
            if (drafts.empty())
                tellLoss({}, attachment, own);
            own.leavesToHelper = own.leavesToHelper || (isAllLost && needsHelper(attachment.bytes));
            std::erase_if(drafts, isLost);
            std::move(drafts.begin(), drafts.end(), std::back_inserter(carried));
        }
    }

    static void tellLoss(const Draft &lost, const mail::Attachment &attachment, Draft &own)
    {
        const QString reason = lost.failure ? u": "_s + base::errorCodeName(lost.failure->code) : QString();
        const bool isMember = !lost.member.isEmpty() && lost.member != attachment.name;
        base::Error error{base::ErrorCode::AttachmentNotRead, {}, (isMember ? base::errorCodeName(lost.failure ? lost.failure->code : base::ErrorCode::NoArticleText) : attachment.mediaType + reason)};
        error.member = isMember ? lost.member : attachment.name;
        own.problems.push_back(std::move(error));
    }

    const Source &m_source;
    bool m_isFromMailbox;
};

Owned<GMimeMessage> parsed(QByteArrayView bytes)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), static_cast<size_t>(bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
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
    const bool isMailbox = mail::isMailbox(source.bytes);
    bool isCut = false;
    const std::vector<QByteArrayView> messages = isMailbox ? mail::messagesIn(source.bytes, kMostMessages, isCut) : std::vector<QByteArrayView>{source.bytes};
    MessageReader reader(source, isMailbox);
    std::vector<Draft> drafts;
    for (const QByteArrayView bytes : messages) {
        const Owned<GMimeMessage> message = parsed(bytes);
        if (!message)
            continue;
        std::vector<Draft> found = reader.read(message.get(), 0);
        std::move(found.begin(), found.end(), std::back_inserter(drafts));
    }
    if (isCut && !drafts.empty())
        drafts.back().problems.push_back({base::ErrorCode::TooLarge, {}, u"only the first %1 messages were read"_s.arg(kMostMessages)});
    return drafts;
}

} // namespace variorum::reading
