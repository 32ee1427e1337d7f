// Picture credits that extraction tools have run into the paragraph around them.
//
//  - labelled-credit: "Image copyright X Image caption Y": the labels and X go, the caption Y stays.
//  - numbered-credit: an agency's name with a gallery number between two sentences: "said. Reuters 3 Protests ...".
//  - capitals-credit: one to three words all in capitals, at least seven letters together, before a capitalised word:
//    "at the pier HARBOUR TIMES The ferry sank TWITTER Police ...". Names of organisations look the same ("UNESCO
//    World Heritage"), so these go only where the paragraph has at least two such places and one of them names a
//    source of pictures: then the page writes its credits so.
//
//     "The hull is still under water. TWITTER Divers went down twice NORRTIMES Police closed the pier."
//  -> "The hull is still under water. Divers went down twice Police closed the pier."

#include "reading/text/inline_credits.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <algorithm>
#include <vector>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

QString withoutLabels(const QString &paragraph)
{
    static const QRegularExpression kLabelled(u"(?:^|(?<=\\s))(?:Image|Media|Picture|Photo|Video) (?:copyright|source|credit)[:,]? (?:[^\\s.]+ ){0,7}?(?:Image|Media|Picture|Photo|Video) caption[:,]?\\s+"_s);
    static const QRegularExpression kCaptionOnly(u"(?:^|(?<=[.!?\\x{201D}\"] ))(?:Image|Media|Picture|Video) caption[:,]? (?=\\p{Lu})"_s);
    QString kept = paragraph;
    kept.replace(kLabelled, QString());
    return kept.replace(kCaptionOnly, QString());
}

QString withoutNumberedCredits(const QString &paragraph)
{
    static const QRegularExpression kNumbered(u"(?:^|(?<=\\s))(\\p{Lu}[\\w&.]{1,20})(?::((?:\\p{Lu}[\\w&.]*\\s?){1,4}))? \\d{1,2} (?=\\p{Lu})"_s);
    QString kept;
    qsizetype done = 0;
    auto matches = kNumbered.globalMatch(paragraph);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView before = QStringView(paragraph).first(match.capturedStart()).trimmed();
        const bool betweenSentences = before.isEmpty() || endsSentence(before) || match.hasCaptured(2);
        const bool isAgency = !agencyName(match.captured(1)).isEmpty() || isPictureSource(match.captured(1));
        if (!isAgency || (!betweenSentences && !before.back().isLower()))
            continue;
        kept += QStringView(paragraph).sliced(done, match.capturedStart() - done);
        done = match.capturedEnd();
    }
    kept += QStringView(paragraph).sliced(done);
    return kept;
}

struct Place {
    qsizetype begin = 0;
    qsizetype end = 0;
};

QString withoutCapitalsCredits(const QString &paragraph)
{
    static const QRegularExpression kCapitals(u"(?<=[.!?\"\\x{201D}\\p{Ll}\\)] )((?:[A-Z]{3,} ){0,2}[A-Z]{3,}) (?=\\p{Lu}\\p{Ll}|A \\p{Ll})"_s);
    std::vector<Place> places;
    bool namesSource = false;
    auto matches = kCapitals.globalMatch(paragraph);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString words = match.captured(1);
        if (words.size() - words.count(u' ') < 7)
            continue;
        places.push_back({match.capturedStart(1), match.capturedEnd(0)});
        namesSource = namesSource || isPictureSource(words);
    }
    if (places.size() < 2 || !namesSource)
        return paragraph;
    QString kept;
    qsizetype done = 0;
    for (const Place &place : places) {
        kept += QStringView(paragraph).sliced(done, place.begin - done);
        done = place.end;
    }
    kept += QStringView(paragraph).sliced(done);
    return kept;
}

} // namespace

QString withoutInlineCredits(const QString &paragraph)
{
    return withoutCapitalsCredits(withoutNumberedCredits(withoutLabels(paragraph))).simplified();
}

} // namespace variorum::reading
