#include "evaluation/annotated_news.h"

#include <QMap>
#include <QRegularExpression>
#include <algorithm>
#include <cstdio>

namespace variorum::evaluation {

namespace {

using namespace Qt::StringLiterals;

QString attribute(const QString &tag, QChar name)
{
    const qsizetype begin = tag.indexOf(u' ' + QString(name) + u"=\""_s);
    const qsizetype end = begin < 0 ? -1 : tag.indexOf(u'"', begin + 4);
    return end < 0 ? QString() : tag.sliced(begin + 4, end - begin - 4);
}

/// Appends a line with marks to the text, the marks taken out of it.
void appendMarked(MarkedText &to, const QString &line, QStringList &problems)
{
    static const QRegularExpression kTag(u"<(/?)([TQO])((?: [a-z]=\"[^\"]*\")*)>"_s);
    qsizetype position = 0;
    std::optional<Mark> open;
    auto tags = kTag.globalMatch(line);
    while (tags.hasNext()) {
        const QRegularExpressionMatch tag = tags.next();
        to.text += line.sliced(position, tag.capturedStart() - position);
        position = tag.capturedEnd();
        const bool isEnd = !tag.captured(1).isEmpty();
        if (isEnd != open.has_value()) {
            problems.append(to.name + u": "_s + line);
            return;
        }
        if (isEnd) {
            open->span.end = to.text.size();
            to.marks.push_back(*open);
            open.reset();
            continue;
        }
        const QChar letter = tag.captured(2)[0];
        const QString attributes = tag.captured(3);
        open = Mark{letter == u'T' ? Mark::Kind::Time : letter == u'Q' ? Mark::Kind::Quantity : Mark::Kind::Open, {to.text.size(), to.text.size()},
                    attribute(attributes, u'v'), attribute(attributes, u'u'), attribute(attributes, u'c')};
    }
    if (open)
        problems.append(to.name + u": "_s + line);
    to.text += line.sliced(position);
}

bool isGluedToNext(const QString &token)
{
    return token == "("_L1 || token == "["_L1 || token == "$"_L1 || token == "``"_L1 || token.endsWith(u'$') || token == u"\u201C"_s || token == u"\u20AC"_s || token == u"\u00A3"_s;
}

bool isGluedToLast(const QString &token)
{
    static const QStringList kMarks{u","_s, u"."_s, u";"_s, u":"_s, u"!"_s, u"?"_s, u")"_s, u"]"_s, u"%"_s, u"''"_s, u"n't"_s, u"\u201D"_s, u"--"_s};
    return kMarks.contains(token) || (token.size() > 1 && (token[0] == u'\'' || token[0] == u'\u2019'));
}

QString printedToken(const QString &token)
{
    return token == "``"_L1 || token == "''"_L1 ? u"\""_s : token == "--"_L1 ? u"\u2013"_s : token;
}

using Sentences = QMap<int, QStringList>;

QMap<QString, Sentences> sentencesOf(const QString &conll)
{
    QMap<QString, Sentences> documents;
    for (const QString &line : conll.split(u'\n')) {
        const QStringList columns = line.split(u'\t');
        if (columns.size() >= 5)
            documents[columns[0]][columns[1].toInt()].append(columns[3]);
    }
    return documents;
}

} // namespace

std::vector<MarkedText> readAnnotatedNews(const QString &content, QStringList &problems)
{
    std::vector<MarkedText> texts;
    for (const QString &line : content.split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith("== "_L1)) {
            const QStringList words = line.split(u' ');
            texts.push_back({words.value(1), QDate::fromString(words.value(2), Qt::ISODate), {}, {}});
            continue;
        }
        if (texts.empty())
            continue;
        MarkedText &text = texts.back();
        if (line.isEmpty()) {
            if (!text.text.isEmpty() && !text.text.endsWith(u'\n'))
                text.text += u"\n\n"_s;
            continue;
        }
        if (!text.text.isEmpty() && !text.text.endsWith(u'\n'))
            text.text += u' ';
        appendMarked(text, line, problems);
    }
    for (MarkedText &text : texts) {
        while (text.text.endsWith(u'\n'))
            text.text.chop(1);
    }
    return texts;
}

std::vector<MarkedText> readMeantime(const QString &conll, const QString &spans, QStringList &problems)
{
    constexpr int kDateSentence = 1;
    const QMap<QString, Sentences> documents = sentencesOf(conll);
    std::vector<MarkedText> texts;
    QMap<QString, QMap<int, std::vector<base::TextSpan>>> places; // document, sentence: of its tokens
    for (const QString &line : spans.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList columns = line.split(u'\t');
        if (line.startsWith(u'#') || columns.size() != 7)
            continue;
        const QString &name = columns[0];
        if (!documents.contains(name)) {
            problems.append(name);
            continue;
        }
        if (texts.empty() || texts.back().name != name) {
            MarkedText text{name, QDate::fromString(columns[1], Qt::ISODate), {}, {}};
            const Sentences &sentences = documents[name];
            for (auto sentence = sentences.begin(); sentence != sentences.end(); ++sentence) {
                if (sentence.key() == kDateSentence)
                    continue;
                text.text += text.text.isEmpty() ? QString() : u"\n\n"_s;
                bool isOpen = true;
                bool inQuote = false;
                for (const QString &token : *sentence) {
                    const bool endsQuote = token == "\""_L1 && inQuote;
                    text.text += isOpen || isGluedToLast(token) || endsQuote ? QString() : u" "_s;
                    const qsizetype begin = text.text.size();
                    text.text += printedToken(token);
                    places[name][sentence.key()].push_back({begin, text.text.size()});
                    inQuote = token == "\""_L1 ? !inQuote : inQuote;
                    isOpen = isGluedToNext(token) || token == "--"_L1 || (token == "\""_L1 && inQuote);
                }
            }
            texts.push_back(std::move(text));
        }
        const auto &tokens = places[name][columns[2].toInt()];
        const auto first = static_cast<size_t>(columns[3].toInt());
        const auto end = static_cast<size_t>(columns[4].toInt());
        if (first >= end || end > tokens.size()) {
            problems.append(line);
            continue;
        }
        const QStringList value = columns[6].split(u' ');
        const Mark::Kind kind = columns[5] == "time"_L1 ? Mark::Kind::Time : columns[5] == "quantity"_L1 ? Mark::Kind::Quantity : Mark::Kind::Open;
        texts.back().marks.push_back({kind, {tokens[first].begin, tokens[end - 1].end}, value[0], value.value(1), {}});
    }
    for (MarkedText &text : texts)
        std::sort(text.marks.begin(), text.marks.end(), [](const Mark &one, const Mark &other) { return one.span < other.span; });
    return texts;
}

extraction::AnnotatedArticle annotatedArticle(const MarkedText &marked, const language::LanguagePack &pack)
{
    model::Article article;
    article.text = marked.text;
    if (marked.published.isValid()) {
        article.published = model::NewsDate{marked.published, {}, {}};
        article.publishedBasis = model::DateBasis::Stated;
    }
    qsizetype begin = 0;
    while (begin < marked.text.size()) {
        const qsizetype blank = marked.text.indexOf("\n\n"_L1, begin);
        const qsizetype end = blank < 0 ? marked.text.size() : blank;
        article.blocks.push_back({model::BlockKind::Paragraph, {begin, end}});
        begin = end + 2;
    }
    return extraction::annotate(std::move(article), pack);
}

void printCounts(const QString &name, const Counts &counts)
{
    std::printf("%-42s F1 %.3f  P %.3f  R %.3f   (%d right, %d found, %d wanted)\n", qPrintable(name), counts.f1(), counts.precision(), counts.recall(), counts.right, counts.found, counts.wanted);
}

} // namespace variorum::evaluation
