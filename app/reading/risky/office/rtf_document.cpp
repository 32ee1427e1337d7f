// RTF 1.9.1: groups in braces, control words with a backslash and perhaps a number, and text. A group opens with the
// state of the one around it and gives it back at its end; what is not document text lies in destinations, groups that
// open with a control word of a known name or with \*.
//
//     {\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}}{\info{\title Ferry}}\f0 \'cf\'e0 {\b left}\u8217?s\par}
//     ->   "Па left’s": bytes in the charset of the font, Unicode with a stand-in of \uc characters that is passed over
//
// One pass over the bytes with a stack of states, no recursion; deeper groups than kMostLevels are passed over whole.
// Whatever is unknown is ignored, as the standard asks.

#include "reading/risky/office/rtf_document.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;

constexpr size_t kMostLevels = 1000;
constexpr qsizetype kMostUnits = 8 * 1024 * 1024;

enum class Destination { Text,
                         Skipped,
                         FontTable,
                         Styles,
                         Title,
                         Author,
                         Created };

struct State {
    Destination destination = Destination::Text;
    int font = 0;
    int unicodeSkip = 1; ///< \uc: how many characters stand in for one \u
    bool isHidden = false;
};

const QHash<QByteArray, Destination> &destinations()
{
    static const QHash<QByteArray, Destination> kDestinations = [] {
        QHash<QByteArray, Destination> all{{"fonttbl", Destination::FontTable}, {"stylesheet", Destination::Styles}, {"title", Destination::Title}, {"author", Destination::Author}, {"creatim", Destination::Created}};
        for (const char *name : {"colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor",
                                 "fldinst", "listtext", "pntext", "pntxta", "pntxtb", "nonshppict", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping",
                                 "latentstyles", "datastore", "filetbl", "revtbl", "bkmkstart", "bkmkend", "xe", "tc", "rxe", "txe", "private", "template", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "subject", "keywords",
                                 "comment", "operator", "company", "manager", "category", "doccomm", "hlinkbase", "revtim", "printim", "buptim", "background", "mmathPr", "do", "shpinst", "sp", "wgrffmtfilter"})
            all.insert(name, Destination::Skipped);
        return all;
    }();
    return kDestinations;
}

/// Of \fcharset; 0 and those that are not known are the document's.
const char *charsetOfFont(int number)
{
    switch (number) {
    case 77: return "macintosh";
    case 128: return "Shift_JIS";
    case 129: return "EUC-KR";
    case 134: return "GB18030";
    case 136: return "Big5";
    case 161: return "windows-1253";
    case 162: return "windows-1254";
    case 163: return "windows-1258";
    case 177: return "windows-1255";
    case 178: return "windows-1256";
    case 186: return "windows-1257";
    case 204: return "windows-1251";
    case 222: return "windows-874";
    case 238: return "windows-1250";
    default: return nullptr;
    }
}

QByteArray charsetOfPage(int number)
{
    switch (number) {
    case 932: return "Shift_JIS";
    case 936: return "GB18030";
    case 949: return "EUC-KR";
    case 950: return "Big5";
    case 65001: return "UTF-8";
    case 10000: return "macintosh";
    case 437:
    case 850:
    case 852:
    case 866: return "IBM" + QByteArray::number(number);
    default: return "windows-" + QByteArray::number(number);
    }
}

QString decoded(const QByteArray &bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData());
    if (!decoder.isValid())
        decoder = QStringDecoder("windows-1252");
    if (!decoder.isValid())
        return QString::fromLatin1(bytes);
    return decoder.decode(bytes);
}

std::optional<QChar> characterOf(const QByteArray &word)
{
    static const QHash<QByteArray, ushort> kCharacters{{"emdash", 0x2014}, {"endash", 0x2013}, {"lquote", 0x2018}, {"rquote", 0x2019}, {"ldblquote", 0x201C}, {"rdblquote", 0x201D}, {"bullet", 0x2022}, {"tab", ' '}, {"line", ' '}, {"emspace", ' '}, {"enspace", ' '}, {"qmspace", ' '}, {"softline", ' '}};
    const auto found = kCharacters.constFind(word);
    return found == kCharacters.constEnd() ? std::nullopt : std::optional(QChar(*found));
}

class RtfParser {
public:
    RtfParser(QByteArrayView bytes, QByteArray charset)
        : m_bytes(bytes)
        , m_chosen(std::move(charset))
    {
    }

    RtfDocument parse()
    {
        while (m_at < m_bytes.size() && m_written < kMostUnits) {
            const char byte = m_bytes[m_at++];
            switch (byte) {
            case '{': open(); break;
            case '}': close(); break;
            case '\\': control(); break;
            case '\r':
            case '\n':
            case '\0': break;
            default: add(byte);
            }
            if (m_hasClosed)
                break;
        }
        endParagraph(BlockKind::Paragraph);
        m_document.isCut = !m_hasClosed;
        return std::move(m_document);
    }

private:
    State &state() { return m_states.back(); }

    void open()
    {
        flushBytes();
        if (m_states.size() >= kMostLevels) {
            m_document.isTooDeep = true;
            skipGroup();
            return;
        }
        m_states.push_back(state());
        m_isGroupStart = true;
    }

    /// To behind the brace that closes the group which was just opened.
    void skipGroup()
    {
        for (qsizetype level = 1; level > 0 && m_at < m_bytes.size(); ++m_at) {
            if (m_bytes[m_at] == '\\')
                ++m_at;
            else
                level += m_bytes[m_at] == '{' ? 1 : m_bytes[m_at] == '}' ? -1
                                                                         : 0;
        }
        m_at = std::min(m_at, m_bytes.size());
    }

    void close()
    {
        flushBytes();
        m_toSkip = 0;
        m_isGroupStart = false;
        if (state().destination == Destination::Styles)
            endStyle();
        m_states.pop_back();
        if (m_states.size() <= 1)
            m_hasClosed = true;
        if (m_states.empty())
            m_states.emplace_back();
    }

    void control()
    {
        if (m_at >= m_bytes.size())
            return;
        const char first = m_bytes[m_at];
        if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
            controlWord();
        else
            controlSymbol();
    }

    void controlSymbol()
    {
        const char symbol = m_bytes[m_at++];
        switch (symbol) {
        case '\'': hexByte(); break;
        case '\\':
        case '{':
        case '}': add(symbol); break;
        case '~': addCharacter(u' '); break;
        case '_': addCharacter(u'-'); break;
        case '\r':
        case '\n': word("par", std::nullopt); break;
        case '*': m_isIgnorable = m_isGroupStart; return; // the next word names the destination
        default: break; // "\-" too: a place to hyphenate
        }
        m_isGroupStart = false;
    }

    void hexByte()
    {
        if (m_at + 2 > m_bytes.size()) {
            m_at = m_bytes.size();
            return;
        }
        bool isNumber = false;
        const int value = m_bytes.sliced(m_at, 2).toByteArray().toInt(&isNumber, 16);
        m_at += 2;
        if (isNumber)
            add(static_cast<char>(value));
    }

    void controlWord()
    {
        const qsizetype start = m_at;
        const auto isLetter = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); };
        const auto isDigit = [](char byte) { return byte >= '0' && byte <= '9'; };
        while (m_at < m_bytes.size() && isLetter(m_bytes[m_at]))
            ++m_at;
        const QByteArray name = m_bytes.sliced(start, std::min<qsizetype>(m_at - start, 32)).toByteArray();
        const qsizetype numberStart = m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '-')
            ++m_at;
        while (m_at < m_bytes.size() && isDigit(m_bytes[m_at]))
            ++m_at;
        bool isNumber = false;
        const int number = m_bytes.sliced(numberStart, std::min<qsizetype>(m_at - numberStart, 11)).toByteArray().toInt(&isNumber);
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at;
        const bool isStart = std::exchange(m_isGroupStart, false);
        const bool isIgnorable = std::exchange(m_isIgnorable, false);
        if (isStart || isIgnorable) {
            const auto destination = destinations().constFind(name);
            if (destination != destinations().constEnd())
                return enter(*destination, name);
            if (isIgnorable && name != "shppict")
                return enter(Destination::Skipped, name);
        }
        word(name, isNumber ? std::optional(number) : std::nullopt);
    }

    void enter(Destination destination, const QByteArray &name)
    {
        flushBytes();
        // Inside of what is passed over only the info group has something to give.
        if (state().destination == Destination::Skipped && !m_isInfo)
            return;
        if (name == "listtext" || name == "pntext")
            m_isListed = true;
        m_isInfo = name == "info" || (m_isInfo && state().destination == Destination::Skipped);
        state().destination = destination;
    }

    void word(const QByteArray &name, std::optional<int> number)
    {
        if (name == "u")
            return unicode(number.value_or(0));
        if (name == "bin") {
            m_at += std::clamp<qsizetype>(number.value_or(0), 0, m_bytes.size() - m_at);
            return;
        }
        if (const auto character = characterOf(name))
            return addCharacter(*character);
        flushBytes();
        if (name == "uc")
            state().unicodeSkip = std::clamp(number.value_or(1), 0, 100);
        else if (name == "f" && state().destination == Destination::FontTable)
            m_tableFont = number.value_or(0);
        else if (name == "f")
            state().font = number.value_or(0);
        else if (name == "plain")
            state().isHidden = false;
        else if (name == "fcharset")
            m_fontCharsets.insert(m_tableFont, number.value_or(0));
        else if (name == "ansicpg")
            m_charset = charsetOfPage(number.value_or(1252));
        else if (name == "mac")
            m_charset = "macintosh";
        else if (name == "pc" || name == "pca")
            m_charset = name == "pc" ? "IBM437" : "IBM850";
        else if (name == "deff")
            m_states.front().font = state().font = number.value_or(0);
        else if (name == "v" || name == "deleted")
            state().isHidden = number.value_or(1) != 0;
        else if (state().destination == Destination::Created)
            created(name, number.value_or(0));
        else
            paragraphWord(name, number);
    }

    void paragraphWord(const QByteArray &name, std::optional<int> number)
    {
        if (state().destination == Destination::Styles) {
            if (name == "s")
                m_style = number.value_or(0);
            else if (name == "outlinelevel")
                m_headingStyles.insert(m_style);
            return;
        }
        if (state().destination != Destination::Text)
            return;
        if (name == "par" || name == "sect" || name == "page" || name == "column")
            endParagraph(m_isListed ? BlockKind::ListItem : BlockKind::Paragraph);
        else if (name == "cell" || name == "nestcell")
            endCell();
        else if (name == "row" || name == "nestrow")
            endRow();
        else if (name == "pard")
            m_isHeading = m_isListed = m_isInTable = false;
        else if (name == "intbl")
            m_isInTable = true;
        else if (name == "outlinelevel")
            m_isHeading = number.value_or(9) < 9;
        else if (name == "s")
            m_isHeading = m_headingStyles.contains(number.value_or(0));
        else if (name == "ls" || name == "pnlvlblt" || name == "pnlvlbody")
            m_isListed = true;
    }

    void created(const QByteArray &name, int number)
    {
        static const QHash<QByteArray, size_t> kPlaces{{"yr", 0}, {"mo", 1}, {"dy", 2}, {"hr", 3}, {"min", 4}};
        const auto place = kPlaces.constFind(name);
        if (place == kPlaces.constEnd())
            return;
        m_created.at(*place) = number;
        const auto two = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
        m_document.created = u"%1-%2-%3T%4:%5"_s.arg(m_created[0]).arg(two(m_created[1]), two(m_created[2]), two(m_created[3]), two(m_created[4]));
    }

    void unicode(int number)
    {
        flushBytes();
        const auto unit = static_cast<ushort>(number < 0 ? number + 65536 : number);
        addCharacter(QChar(unit));
        m_toSkip = state().unicodeSkip;
    }

    void add(char byte)
    {
        m_isGroupStart = false;
        if (m_toSkip > 0) {
            --m_toSkip;
            return;
        }
        if (state().destination != Destination::Skipped)
            m_pending.append(byte);
    }

    void addCharacter(QChar character)
    {
        flushBytes();
        m_isGroupStart = false;
        if (m_toSkip > 0) {
            --m_toSkip;
            return;
        }
        write(QString(character));
    }

    /// Bytes wait until their charset may change: a character may be two of them.
    void flushBytes()
    {
        if (m_pending.isEmpty())
            return;
        const char *ofFont = charsetOfFont(m_fontCharsets.value(state().font, 0));
        const QByteArray charset = !m_chosen.isEmpty() ? m_chosen : ofFont ? QByteArray(ofFont)
                                                                           : m_charset;
        write(decoded(std::exchange(m_pending, {}), charset));
    }

    void write(const QString &text)
    {
        m_written += text.size();
        switch (state().destination) {
        case Destination::Text:
            if (!state().isHidden)
                m_line += text;
            break;
        case Destination::Title: m_document.title += text; break;
        case Destination::Author: m_document.author += text; break;
        case Destination::Styles: m_styleName += text; break;
        default: break;
        }
    }

    void endStyle()
    {
        if (m_styleName.trimmed().startsWith(u"heading", Qt::CaseInsensitive))
            m_headingStyles.insert(m_style);
        m_styleName.clear();
        m_style = 0;
    }

    void endParagraph(BlockKind kind)
    {
        flushBytes();
        if (m_isInTable || !m_cells.isEmpty()) {
            if (!m_line.trimmed().isEmpty())
                m_cell.append(m_line);
            m_line.clear();
            if (m_at >= m_bytes.size() || m_hasClosed)
                endRow();
            return;
        }
        if (!m_line.trimmed().isEmpty()) {
            m_document.hasHeadings = m_document.hasHeadings || m_isHeading;
            m_document.blocks.push_back({m_isHeading ? BlockKind::Heading : kind, m_line});
        }
        m_line.clear();
    }

    void endCell()
    {
        flushBytes();
        m_cell.append(m_line);
        m_line.clear();
        m_cells.append(m_cell.join(u' ').simplified());
        m_cell.clear();
    }

    void endRow()
    {
        flushBytes();
        if (!m_cell.isEmpty() || !m_line.trimmed().isEmpty())
            endCell();
        QStringList full = std::exchange(m_cells, {});
        full.removeAll(QString());
        if (!full.isEmpty())
            m_document.blocks.push_back({full.size() > 1 ? BlockKind::TableRow : BlockKind::Paragraph, full.join(u" | "_s)});
    }

    QByteArrayView m_bytes;
    QByteArray m_chosen; // charset
    qsizetype m_at = 0;
    qsizetype m_written = 0;
    std::vector<State> m_states{State()};
    QByteArray m_charset = "windows-1252";
    QHash<int, int> m_fontCharsets;
    QSet<int> m_headingStyles;
    int m_tableFont = 0;
    int m_style = 0;
    QString m_styleName;
    std::array<int, 5> m_created{};
    QByteArray m_pending; // bytes of text that are not decoded yet
    QString m_line;
    QStringList m_cell; // paragraphs of the cell
    QStringList m_cells; // of the row
    int m_toSkip = 0; // characters that stand in for one in Unicode
    bool m_isGroupStart = false;
    bool m_isIgnorable = false;
    bool m_isInfo = false;
    bool m_isHeading = false;
    bool m_isListed = false;
    bool m_isInTable = false;
    bool m_hasClosed = false;
    RtfDocument m_document;
};

} // namespace

RtfDocument parseRtf(QByteArrayView bytes, const QByteArray &charset) { return RtfParser(bytes, charset).parse(); }

} // namespace variorum::reading::risky
