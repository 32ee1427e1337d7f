// A scan over the bytes of a page that keeps what the parser has to see: more than half of a saved page is script, style
// and comments, and most of what is in its tags are addresses of pictures and settings of scripts.
//
//  - comments, <script>, <style>, <template>, <noscript>, <iframe> and <svg> go with what is in them; JSON-LD is set
//    aside, and so is the address that browsers note in a comment;
//  - of a tag its name and the first of each attribute that reading looks at stay, long values cut: however many
//    attributes a tag has (libxml2 looks each one up among all before), the parser sees two dozen;
//  - white space becomes one blank;
//  - </html> and </body> go: libxml2 drops what follows them, browsers show it.
//
//     <p  data-x="1" class=lead onclick='a > b'>One<!-- no -->\n  two<script>x</script></p>   ->   <p class=lead>One two </p>
//
// What HTML leaves open at the end of the bytes: a tag that is not closed is dropped, up to the next '>' where it was a
// quotation mark that is missing; an unseen element or a comment without an end is left to the parser. What was looked
// for once in vain is not looked for again, so that a million openings are not each searched to the end.

#include "reading/html/visible_markup.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>
#include <optional>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestValue = 16 * 1024;

constexpr std::array<QByteArrayView, 23> kKept{"class", "id", "itemprop", "itemtype", "itemscope", "property", "name", "content", "rel", "href", "datetime",
                                               "role", "style", "hidden", "lang", "type", "data-component", "data-testid", "title", "aria-hidden", "pubdate", "http-equiv",
                                               "value"};
constexpr std::array<QByteArrayView, 6> kUnseen{"script", "style", "template", "noscript", "iframe", "svg"};

bool isSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f'; }
bool isLetter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; }

bool isSameCaseless(QByteArrayView bytes, QByteArrayView lowerCase)
{
    return bytes.size() == lowerCase.size() && std::equal(bytes.begin(), bytes.end(), lowerCase.begin(), [](char one, char other) { return lower(one) == other; });
}

template<size_t size>
std::optional<size_t> placeIn(const std::array<QByteArrayView, size> &names, QByteArrayView name)
{
    for (size_t at = 0; at < size; ++at) {
        if (isSameCaseless(name, names[at]))
            return at;
    }
    return std::nullopt;
}

QString addressIn(QByteArrayView comment)
{
    constexpr qsizetype kHead = 1000;
    static const QRegularExpression kSaved(u"saved from url=\\(\\d+\\)\\s*(https?://\\S+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kSingleFile(u"SingleFile\\s+url:\\s*(https?://\\S+)"_s);
    const QString head = QString::fromUtf8(comment.first(std::min(comment.size(), kHead)));
    for (const QRegularExpression &pattern : {kSaved, kSingleFile}) {
        const QRegularExpressionMatch match = pattern.match(head);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

/// A start tag as it was written: views into the page.
struct StartTag {
    struct Attribute {
        size_t kept = 0; ///< in kKept
        QByteArrayView name;
        QByteArrayView value; ///< with its quotation marks; empty where there is none
    };

    QByteArrayView name;
    std::array<Attribute, kKept.size()> attributes;
    size_t attributeCount = 0;
    bool isSelfClosing = false;
    qsizetype end = -1; ///< after its '>'; -1 where the bytes end before
};

class Scan {
public:
    explicit Scan(QByteArrayView html)
        : m_html(html)
    {
    }

    VisibleMarkup run()
    {
        m_markup.utf8.reserve(m_html.size() / 2);
        for (qsizetype at = 0; at < m_html.size();) {
            const qsizetype tag = find('<', at);
            addText(m_html.sliced(at, (tag < 0 ? m_html.size() : tag) - at));
            if (tag < 0)
                break;
            at = afterMarkup(tag);
        }
        // An end tag before any start would end the document for the parser as well.
        if (m_markup.utf8.trimmed().startsWith("</"))
            m_markup.utf8.prepend("<html><body>");
        return std::move(m_markup);
    }

private:
    [[nodiscard]] qsizetype find(char byte, qsizetype from) const
    {
        if (from >= m_html.size())
            return -1;
        const void *found = std::memchr(m_html.data() + from, byte, static_cast<size_t>(m_html.size() - from));
        return found ? static_cast<const char *>(found) - m_html.data() : -1;
    }

    [[nodiscard]] char at(qsizetype place) const { return place < m_html.size() ? m_html[place] : '\0'; }

    void addText(QByteArrayView text)
    {
        bool wasSpace = false;
        for (qsizetype begin = 0; begin < text.size();) {
            if (isSpace(text[begin])) {
                if (!wasSpace)
                    m_markup.utf8 += ' ';
                wasSpace = true;
                ++begin;
                continue;
            }
            qsizetype end = begin + 1;
            while (end < text.size() && !isSpace(text[end]))
                ++end;
            m_markup.utf8.append(text.data() + begin, end - begin);
            wasSpace = false;
            begin = end;
        }
    }

    /// Takes or drops what begins with the '<' at `tag`; where to go on.
    qsizetype afterMarkup(qsizetype tag)
    {
        const char next = at(tag + 1);
        if (isLetter(next))
            return afterStartTag(tag);
        if (next == '/' && isLetter(at(tag + 2)))
            return afterEndTag(tag);
        if (m_html.sliced(tag).startsWith("<!--"))
            return afterComment(tag);
        m_markup.utf8 += '<';
        return tag + 1;
    }

    qsizetype afterComment(qsizetype tag)
    {
        const qsizetype end = m_hasCommentEnd ? QByteArray::fromRawData(m_html.data(), m_html.size()).indexOf("-->", tag + 2) : -1;
        if (end < 0) {
            m_hasCommentEnd = false;
            m_markup.utf8 += '<';
            return tag + 1;
        }
        if (m_markup.savedFrom.isEmpty())
            m_markup.savedFrom = addressIn(m_html.sliced(tag, end - tag));
        return end + 3;
    }

    qsizetype afterEndTag(qsizetype tag)
    {
        const qsizetype end = find('>', tag);
        if (end < 0)
            return m_html.size();
        qsizetype nameEnd = tag + 2;
        while (nameEnd < end && !isSpace(m_html[nameEnd]) && m_html[nameEnd] != '/')
            ++nameEnd;
        const QByteArrayView name = m_html.sliced(tag + 2, nameEnd - tag - 2);
        if (!isSameCaseless(name, "html") && !isSameCaseless(name, "body")) {
            m_markup.utf8 += "</";
            m_markup.utf8.append(name.data(), name.size());
            m_markup.utf8 += '>';
        }
        return end + 1;
    }

    qsizetype afterStartTag(qsizetype tag)
    {
        const StartTag read = startTag(tag);
        const std::optional<size_t> unseen = placeIn(kUnseen, read.name);
        if (read.end < 0) { // no end: what can be told is its name
            const qsizetype end = find('>', tag);
            if (end < 0)
                return m_html.size();
            addTag({read.name, {}, 0, false, end + 1});
            return end + 1;
        }
        if (unseen && !(read.isSelfClosing && kUnseen[*unseen] == "svg")) {
            if (const qsizetype end = afterElement(read, *unseen); end > 0)
                return end;
        }
        addTag(read);
        return read.end;
    }

    /// Where an unseen element ends; -1 where it does not.
    qsizetype afterElement(const StartTag &tag, size_t unseen)
    {
        const qsizetype close = m_isUnclosed[unseen] ? -1 : closingTag(kUnseen[unseen], tag.end);
        if (close < 0) {
            m_isUnclosed[unseen] = true;
            return -1;
        }
        if (kUnseen[unseen] == "script" && isLinkedData(tag))
            m_markup.linkedData.append(QString::fromUtf8(m_html.sliced(tag.end, close - tag.end)));
        m_markup.utf8 += ' ';
        const qsizetype end = find('>', close);
        return end < 0 ? m_html.size() : end + 1;
    }

    [[nodiscard]] qsizetype closingTag(QByteArrayView name, qsizetype from) const
    {
        for (qsizetype place = find('<', from); place >= 0; place = find('<', place + 1)) {
            if (at(place + 1) == '/' && place + 2 + name.size() <= m_html.size() && isSameCaseless(m_html.sliced(place + 2, name.size()), name))
                return place;
        }
        return -1;
    }

    [[nodiscard]] static bool isLinkedData(const StartTag &tag)
    {
        return std::any_of(tag.attributes.begin(), tag.attributes.begin() + static_cast<std::ptrdiff_t>(tag.attributeCount),
                           [](const StartTag::Attribute &attribute) { return kKept[attribute.kept] == "type" && attribute.value.toByteArray().toLower().contains("ld+json"); });
    }

    /// The tag's name and kept attributes, by the rules of the HTML standard's tokenizer (13.2.5.6 and on).
    [[nodiscard]] StartTag startTag(qsizetype tag)
    {
        StartTag read;
        qsizetype place = tag + 1;
        while (place < m_html.size() && !isSpace(m_html[place]) && m_html[place] != '/' && m_html[place] != '>')
            ++place;
        read.name = m_html.sliced(tag + 1, place - tag - 1);
        std::bitset<kKept.size()> seen;
        while (true) {
            while (place < m_html.size() && (isSpace(m_html[place]) || m_html[place] == '/'))
                ++place;
            if (place >= m_html.size())
                return read;
            if (m_html[place] == '>') {
                read.isSelfClosing = m_html[place - 1] == '/';
                read.end = place + 1;
                return read;
            }
            StartTag::Attribute attribute;
            place = afterAttribute(place, attribute);
            if (place < 0)
                return read;
            const std::optional<size_t> kept = placeIn(kKept, attribute.name);
            const bool isOfForm = kept && kKept[*kept] == "value" && !isSameCaseless(read.name, "meta"); // only in <meta> is it said of the page
            if (kept && !isOfForm && !seen[*kept]) {
                seen[*kept] = true;
                attribute.kept = *kept;
                read.attributes[read.attributeCount++] = attribute;
            }
        }
    }

    /// After the attribute that begins at `place`; -1 where its value has no end.
    qsizetype afterAttribute(qsizetype place, StartTag::Attribute &attribute)
    {
        const qsizetype begin = place++; // whatever the first character is, it belongs to the name
        while (place < m_html.size() && !isSpace(m_html[place]) && m_html[place] != '/' && m_html[place] != '>' && m_html[place] != '=')
            ++place;
        attribute.name = m_html.sliced(begin, place - begin);
        qsizetype equals = place;
        while (equals < m_html.size() && isSpace(m_html[equals]))
            ++equals;
        if (at(equals) != '=')
            return place;
        place = equals + 1;
        while (place < m_html.size() && isSpace(m_html[place]))
            ++place;
        const qsizetype end = afterValue(place);
        if (end > place)
            attribute.value = m_html.sliced(place, end - place);
        return end;
    }

    /// After the value that begins at `place`; -1 where its quotation mark is not closed.
    qsizetype afterValue(qsizetype place)
    {
        const char quote = at(place);
        if (quote == '"' || quote == '\'') {
            bool &hasEnd = quote == '"' ? m_hasDoubleQuote : m_hasSingleQuote;
            const qsizetype end = hasEnd ? find(quote, place + 1) : -1;
            hasEnd = end >= 0;
            return end < 0 ? -1 : end + 1;
        }
        while (place < m_html.size() && !isSpace(m_html[place]) && m_html[place] != '>')
            ++place;
        return place;
    }

    void addTag(const StartTag &tag)
    {
        m_markup.utf8 += '<';
        m_markup.utf8.append(tag.name.data(), tag.name.size());
        for (size_t number = 0; number < tag.attributeCount; ++number)
            addAttribute(tag.attributes[number]);
        if (tag.isSelfClosing)
            m_markup.utf8 += " /";
        m_markup.utf8 += '>';
    }

    void addAttribute(const StartTag::Attribute &attribute)
    {
        if (kKept[attribute.kept] == "style" && !canHide(attribute.value))
            return;
        m_markup.utf8 += ' ';
        m_markup.utf8.append(kKept[attribute.kept].data(), kKept[attribute.kept].size());
        if (attribute.value.isEmpty())
            return;
        m_markup.utf8 += '=';
        qsizetype size = std::min(attribute.value.size(), kLongestValue);
        while (size < attribute.value.size() && (static_cast<unsigned char>(attribute.value[size]) & 0xC0U) == 0x80U)
            --size; // not inside a character
        m_markup.utf8.append(attribute.value.data(), size);
        const char quote = attribute.value.front();
        if (size < attribute.value.size() && (quote == '"' || quote == '\''))
            m_markup.utf8 += quote;
    }

    static bool canHide(QByteArrayView style)
    {
        const QByteArray lowered = style.first(std::min(style.size(), kLongestValue)).toByteArray().toLower();
        return lowered.contains("none") || lowered.contains("hidden");
    }

    QByteArrayView m_html; // lives as long as the call of visibleMarkup
    VisibleMarkup m_markup;
    std::array<bool, kUnseen.size()> m_isUnclosed{};
    bool m_hasCommentEnd = true; ///< may still be found further on; likewise below
    bool m_hasDoubleQuote = true;
    bool m_hasSingleQuote = true;
};

} // namespace

bool isKeptAttribute(QByteArrayView lowerCaseName) { return std::find(kKept.begin(), kKept.end(), lowerCaseName) != kKept.end(); }

VisibleMarkup visibleMarkup(QByteArrayView utf8) { return Scan(utf8).run(); }

} // namespace variorum::reading::html
