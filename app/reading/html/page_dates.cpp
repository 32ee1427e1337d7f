// The dates that readers see. Elements that a date may be in: <time>, itemprop, classes of dates, and short lines. Those
// nearest to the headline count; dates further on belong to other articles or to the story. A label ("Updated",
// "Last modified") or a class tells an update from a publication; of two without a label the earlier is the publication.
//
// Within the story a date is the story's: of two unlabelled dates, one between its paragraphs is a day in a timeline or
// one of a quoted post, however near. A line below a single paragraph may still be the date, since that may be a deck.
//
//     <h1>Council backs plan</h1> <p>Deck.</p> <p>5 March 2031</p> <p>Prose.</p> <blockquote>We won! 4 March 2029</blockquote>
//     ->  5 March 2031
//
// Machines are often told the moment in UTC, readers the local time. Where both are the same moment, the page says the
// offset, and it is kept: the day a paper came out is the day in its own zone.
//
//     json-ld "2031-03-15T01:06:51Z", shown "March 14, 2031 5:06pm"  ->  published 2031-03-14T17:06:51-08:00

#include "reading/html/page_dates.h"

#include "reading/written_date.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;
using model::NewsDate;

const QStringList &dateWords()
{
    static const QStringList kWords = u"date dates dateline datetime time timestamp published publish publishdate pubdate posted updated modified created datum heure fecha data"_s.split(u' ');
    return kWords;
}

const QStringList &updateWords()
{
    static const QStringList kWords = u"updated update modified modification lastmod lastmodified"_s.split(u' ');
    return kWords;
}

enum class Label { None,
                   Published,
                   Updated };

struct ShownDate {
    int node = -1;
    NewsDate date;
    std::optional<NewsDate> written; ///< its words, where an attribute says the date
    Label label = Label::None;
    bool isStated = false; ///< itemprop or pubdate says what it is
    QString source;
};

class DateReader {
public:
    DateReader(const PageView &view, Draft &draft)
        : m_view(view)
        , m_tree(view.tree())
        , m_draft(draft)
    {
    }

    void read()
    {
        findStory();
        collect();
        std::vector<ShownDate> near = nearest();
        addFindings(near);
        for (const MetadataField field : {MetadataField::Published, MetadataField::Updated})
            localise(field, near);
    }

private:
    /// The story's paragraphs, as far as they are plain to see.
    void findStory()
    {
        for (int at = 0; at < m_tree.size(); ++at) {
            const Node &node = m_tree.node(at);
            if (node.tag == Tag::Head)
                at = node.end - 1;
            else if (node.tag == Tag::Text && at > m_view.headline() && isProse(m_tree.textOf(node).trimmed()) && !m_view.isElsewhere(at))
                m_prose.push_back(at);
        }
    }

    static bool isProse(QStringView text)
    {
        constexpr qsizetype kShortest = 80;
        return text.size() >= kShortest && text.count(u' ') >= 10;
    }

    /// Whether a date without a label is one that the story tells of, not one of the page.
    [[nodiscard]] bool isOfStory(int at) const
    {
        if (m_tree.isWithin(at, Tag::Blockquote) || m_tree.isWithin(at, Tag::Q))
            return true;
        const auto before = std::lower_bound(m_prose.begin(), m_prose.end(), at) - m_prose.begin();
        if (before == 0 || static_cast<size_t>(before) == m_prose.size())
            return false;
        return before > 1 || isInListOfText(at) || isUnderHeading(at, m_prose[static_cast<size_t>(before) - 1]);
    }

    /// Whether a list's items are of the story: a timeline's say what was on the day.
    [[nodiscard]] bool isInListOfText(int at) const
    {
        constexpr qsizetype kSaysSomething = 60;
        int item = at;
        while (item > 0 && m_tree.node(item).tag != Tag::Li)
            item = m_tree.node(item).parent;
        if (item <= 0)
            return false;
        const int list = m_tree.node(item).parent;
        for (int node = list; node < m_tree.node(list).end; ++node) {
            if (m_tree.node(node).tag == Tag::Text && m_tree.textOf(m_tree.node(node)).trimmed().size() >= kSaysSomething)
                return true;
        }
        return false;
    }

    /// Whether a subheading stands between a paragraph and a date below it.
    [[nodiscard]] bool isUnderHeading(int at, int paragraph) const
    {
        constexpr int kNodesBack = 100;
        for (int between = at - 1; between > std::max(paragraph, at - kNodesBack); --between) {
            if (isHeadingTag(m_tree.node(between).tag))
                return true;
        }
        return false;
    }

    void collect()
    {
        constexpr size_t kMost = 120;
        for (int at = 0; at < m_tree.size() && m_dates.size() < kMost; ++at) {
            const Node &node = m_tree.node(at);
            if (node.tag == Tag::Head) {
                at = node.end - 1;
                continue;
            }
            noteOffset(at);
            if (m_view.isElsewhere(at))
                continue;
            if (node.tag == Tag::Text)
                addLine(at);
            else if (node.tag == Tag::Time || node.attributeCount > 0)
                addElement(at);
        }
    }

    /// Offsets that <time> elements state anywhere on the page.
    void noteOffset(int at)
    {
        if (m_tree.node(at).tag != Tag::Time)
            return;
        const auto date = writtenDate(m_tree.attribute(at, u"datetime"));
        if (date && date->offsetMinutes && *date->offsetMinutes != 0)
            m_offsets.insert({date->date.toJulianDay(), *date->offsetMinutes});
    }

    void addElement(int at)
    {
        constexpr int kMostNodes = 40;
        constexpr qsizetype kLongest = 160;
        const Node &node = m_tree.node(at);
        const QStringView itemprop = m_tree.attribute(at, u"itemprop");
        const bool isTime = node.tag == Tag::Time || m_tree.hasAttribute(at, u"datetime");
        const bool isProperty = itemprop.startsWith("date"_L1) && node.tag != Tag::Meta;
        if (node.tag == Tag::Meta || node.end - at > kMostNodes || m_view.end(at) - m_view.begin(at) > kLongest)
            return;
        const QStringView names = m_tree.attribute(at, u"class");
        const QStringView id = m_tree.attribute(at, u"id");
        if (!isTime && !isProperty && !hasNameWord(names, dateWords()) && !hasNameWord(id, dateWords()))
            return;
        const QString words = m_view.lines(at).replace(u'\n', u' ');
        const std::optional<NewsDate> written = dateWithin(words);
        std::optional<NewsDate> date;
        for (const QStringView attribute : {QStringView(u"datetime"), QStringView(u"content"), QStringView(u"title")}) {
            if (!date)
                date = writtenDate(m_tree.attribute(at, attribute));
        }
        if ((!date && !written) || !isDateLine(words))
            return;
        ShownDate shown{at, date ? *date : *written, date ? written : std::nullopt, labelOf(words), false, isTime ? u"time"_s : isProperty ? u"microdata"_s
                                                                                                                                           : u"date by class"_s};
        shown.isStated = itemprop == "datePublished"_L1 || itemprop == "dateModified"_L1 || m_tree.hasAttribute(at, u"pubdate");
        if (itemprop == "datePublished"_L1 || m_tree.hasAttribute(at, u"pubdate"))
            shown.label = Label::Published;
        else if (itemprop == "dateModified"_L1)
            shown.label = Label::Updated;
        // WordPress's "entry-date published updated" is both until it is changed.
        else if (shown.label == Label::None && (hasNameWord(names, updateWords()) || hasNameWord(id, updateWords())) && !hasNameWord(names, {u"published"_s}))
            shown.label = Label::Updated;
        if (shown.label == Label::None)
            shown.label = labelBefore(at);
        if (shown.label == Label::None && m_tree.isWithin(at, Tag::Blockquote))
            return;
        m_dates.push_back(shown);
    }

    /// A short line with a date in it, in no element that says so.
    void addLine(int at)
    {
        constexpr qsizetype kLongest = 140;
        const QStringView text = m_tree.textOf(m_tree.node(at)).trimmed();
        if (text.size() < 8 || text.size() > kLongest || !std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isDigit(); }))
            return;
        if (!m_dates.empty() && at < m_tree.node(m_dates.back().node).end)
            return;
        const QString line = text.toString();
        const auto date = dateWithin(line);
        if (!date || !isDateLine(line))
            return;
        const Label label = labelOf(line) == Label::None ? labelBefore(at) : labelOf(line);
        if (label != Label::None || !isOfStory(at))
            m_dates.push_back({at, *date, std::nullopt, label, false, u"date line"_s});
    }

    /// Sentences tell of other days.
    static bool isDateLine(const QString &line)
    {
        static const QRegularExpression kSentence(u"[a-z]{3,}\\.$|\\b(?:was|were|will|has|had|said|(?i:copyright|rights reserved|joined|born|since))\\b|\\x{00A9}"_s);
        return !kSentence.match(line).hasMatch();
    }

    static Label labelOf(const QString &words)
    {
        static const QRegularExpression kUpdated(u"\\b(?:updated|last (?:updated|modified|edited|changed)|modified|revised|edited|aktualisiert|mis \\x{00E0} jour|actualizado|atualizado|aggiornato)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression kPublished(u"\\b(?:published|posted|first published|created|released|publi\\x{00E9}|ver\\x{00F6}ffentlicht|publicado|pubblicato)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch published = kPublished.match(words);
        const QRegularExpressionMatch updated = kUpdated.match(words);
        if (published.hasMatch() && (!updated.hasMatch() || published.capturedStart() < updated.capturedStart()))
            return Label::Published;
        return updated.hasMatch() ? Label::Updated : Label::None;
    }

    /// What the words right before a date call it: "Updated: <time>".
    [[nodiscard]] Label labelBefore(int at) const
    {
        constexpr int kNodesBack = 6;
        constexpr qsizetype kWordsBack = 30;
        for (int before = at - 1; before > 0 && before >= at - kNodesBack; --before) {
            if (m_tree.node(before).tag != Tag::Text)
                continue;
            const QString words = m_tree.textOf(m_tree.node(before)).toString().simplified();
            if (words.isEmpty())
                continue;
            return words.size() <= kWordsBack && !dateWithin(words) ? labelOf(words) : Label::None;
        }
        return Label::None;
    }

    /// The dates nearest to the headline and those close to them.
    [[nodiscard]] std::vector<ShownDate> nearest() const
    {
        constexpr qsizetype kClose = 60;
        constexpr qsizetype kNearText = 1'500;
        std::vector<ShownDate> near;
        const auto best = std::min_element(m_dates.begin(), m_dates.end(), [this](const ShownDate &left, const ShownDate &right) { return rank(left) < rank(right); });
        if (best == m_dates.end() || (best->source == u"date line" && m_view.distance(best->node) > kNearText))
            return near;
        qsizetype end = m_view.end(best->node);
        for (auto at = best; at != m_dates.end() && m_view.begin(at->node) - end <= kClose; ++at) {
            if (at != best && at->source == u"date line" && !isAlone(*at))
                continue; // the first words of the story
            near.push_back(*at);
            end = std::max(end, m_view.end(at->node));
        }
        return near;
    }

    /// By distance; a line that only looks like a date's counts as further off than an element that says so.
    [[nodiscard]] qsizetype rank(const ShownDate &shown) const
    {
        constexpr qsizetype kLinePenalty = 60;
        constexpr qsizetype kWordsPenalty = 400;
        if (shown.source != u"date line")
            return m_view.distance(shown.node);
        return m_view.distance(shown.node) + (isAlone(shown) ? kLinePenalty : kWordsPenalty);
    }

    /// Whether a line says nothing but the date and what it is the date of.
    [[nodiscard]] bool isAlone(const ShownDate &shown) const
    {
        constexpr qsizetype kDateAndSource = 45; // "Harbour Wire 14 March 2031, 09:05 GMT"
        const QStringView text = m_tree.textOf(m_tree.node(shown.node)).trimmed();
        return shown.label != Label::None || text.size() <= kDateAndSource || writtenDate(text);
    }

    void addFindings(const std::vector<ShownDate> &near)
    {
        const ShownDate *published = nullptr;
        const ShownDate *updated = nullptr;
        for (const ShownDate &shown : near) {
            const bool isUpdate = shown.label == Label::Updated;
            const ShownDate *&slot = isUpdate ? updated : published;
            const bool isBetter = !slot || (shown.label == Label::Published && slot->label == Label::None)
                || (slot->label == Label::None && shown.label == Label::None && shown.date.utcForOrdering() < slot->date.utcForOrdering() && shown.date.date != slot->date.date);
            if (isBetter)
                slot = &shown;
        }
        const auto trustOf = [](const ShownDate &shown) { return shown.isStated ? Trust::Microdata : shown.source == u"time" ? Trust::Markup
                                                                                                                             : Trust::Visible; };
        if (published)
            m_draft.find(MetadataField::Published, trustOf(*published), published->date, published->source);
        if (updated)
            m_draft.find(MetadataField::Updated, trustOf(*updated), updated->date, updated->source);
    }

    /// Gives the best answer the offset that the page shows, where it is a moment in UTC.
    void localise(MetadataField field, const std::vector<ShownDate> &near)
    {
        const Finding *best = m_draft.best(field);
        const std::optional<NewsDate> moment = best ? NewsDate::fromIsoString(best->values.front()) : std::nullopt;
        if (!moment || !moment->time || moment->offsetMinutes != 0)
            return;
        std::optional<int> offset = shownOffset(*moment, near);
        if (!offset)
            offset = commonOffset(moment->date);
        if (!offset || *offset == 0)
            return;
        const QDateTime local = moment->utcForOrdering().addSecs(60LL * *offset);
        for (Finding &finding : m_draft.findings) {
            if (&finding == best)
                finding.values = {NewsDate{local.date(), local.time(), offset}.toString()};
        }
    }

    /// The offset at which a shown time is that moment: whole quarters of an hour, within the world's zones.
    static std::optional<int> shownOffset(const NewsDate &moment, const std::vector<ShownDate> &near)
    {
        constexpr qint64 kWestmost = -12 * 60;
        constexpr qint64 kEastmost = 14 * 60;
        for (const ShownDate &shown : near) {
            for (const std::optional<NewsDate> &date : {std::optional(shown.date), shown.written}) {
                if (!date || !date->time)
                    continue;
                if (date->offsetMinutes && *date->offsetMinutes != 0 && std::abs(date->utcForOrdering().secsTo(moment.utcForOrdering())) < 60)
                    return date->offsetMinutes;
                // Pages leave the seconds out.
                const QDateTime local(date->date, date->time->second() == 0 ? date->time->addSecs(moment.time->second()) : *date->time, Qt::UTC);
                const qint64 seconds = moment.utcForOrdering().secsTo(local);
                const qint64 minutes = seconds / 60;
                if (!date->offsetMinutes && seconds % (15 * 60) == 0 && minutes >= kWestmost && minutes <= kEastmost)
                    return static_cast<int>(minutes);
            }
        }
        return std::nullopt;
    }

    /// The one offset that the page's <time> elements state around that day.
    [[nodiscard]] std::optional<int> commonOffset(const QDate &day) const
    {
        constexpr qint64 kSameSeason = 40;
        std::set<int> offsets;
        for (const auto &[julianDay, offset] : m_offsets) {
            if (std::abs(julianDay - day.toJulianDay()) <= kSameSeason)
                offsets.insert(offset);
        }
        return offsets.size() == 1 ? std::optional(*offsets.begin()) : std::nullopt;
    }

    const PageView &m_view;
    const Tree &m_tree;
    Draft &m_draft;
    std::vector<int> m_prose; ///< runs of text, in order
    std::vector<ShownDate> m_dates;
    std::set<std::pair<qint64, int>> m_offsets;
};

} // namespace

void readDates(const PageView &view, Draft &draft) { DateReader(view, draft).read(); }

} // namespace variorum::reading::html
