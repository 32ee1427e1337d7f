#include "reading/text/phrases.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <array>
#include <initializer_list>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

// Short name, printed name.
constexpr std::array<std::pair<const char *, const char *>, 52> kAgencies{{
    {"reuters", "Reuters"},
    {"thomson reuters", "Reuters"},
    {"ap", "AP"},
    {"the associated press", "Associated Press"},
    {"associated press", "Associated Press"},
    {"afp", "AFP"},
    {"agence france presse", "AFP"},
    {"dpa", "dpa"},
    {"pa", "PA"},
    {"pa media", "PA Media"},
    {"press association", "Press Association"},
    {"upi", "UPI"},
    {"ani", "ANI"},
    {"pti", "PTI"},
    {"ians", "IANS"},
    {"xinhua", "Xinhua"},
    {"tass", "TASS"},
    {"itar tass", "TASS"},
    {"ria", "RIA"},
    {"ria novosti", "RIA Novosti"},
    {"interfax", "Interfax"},
    {"ukrinform", "Ukrinform"},
    {"yonhap", "Yonhap"},
    {"kyodo", "Kyodo"},
    {"kyodo news", "Kyodo"},
    {"jiji", "Jiji"},
    {"jiji press", "Jiji"},
    {"kcna", "KCNA"},
    {"efe", "EFE"},
    {"ansa", "ANSA"},
    {"aap", "AAP"},
    {"cp", "CP"},
    {"the canadian press", "The Canadian Press"},
    {"canadian press", "The Canadian Press"},
    {"bloomberg", "Bloomberg"},
    {"bloomberg news", "Bloomberg"},
    {"anadolu", "Anadolu"},
    {"anadolu agency", "Anadolu"},
    {"aa", "AA"},
    {"apa", "APA"},
    {"ats", "ATS"},
    {"belga", "Belga"},
    {"anp", "ANP"},
    {"ntb", "NTB"},
    {"tt", "TT"},
    {"ritzau", "Ritzau"},
    {"epa", "EPA"},
    {"bernama", "Bernama"},
    {"antara", "Antara"},
    {"vna", "VNA"},
    {"cna", "CNA"},
    {"mena", "MENA"},
}};

const QHash<QString, QString> &agencies()
{
    static const QHash<QString, QString> kByName = [] {
        QHash<QString, QString> byName;
        for (const auto &[name, printed] : kAgencies)
            byName.insert(QString::fromLatin1(name), QString::fromLatin1(printed));
        return byName;
    }();
    return kByName;
}

} // namespace

QString foldedLine(QStringView line)
{
    QString folded(line.size(), Qt::Uninitialized); // never longer: a blank stands for at least one character
    QChar *const begin = folded.data();
    QChar *end = begin;
    bool isGap = false;
    for (const QChar unit : line) {
        const char16_t code = unit.unicode();
        const bool isAscii = code < 0x80;
        const bool isUpper = code >= u'A' && code <= u'Z';
        if (code == u'\'' || code == 0x2019 || code == 0x2018)
            continue;
        const bool isKept = isAscii ? isUpper || (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') : unit.isLetterOrNumber() || unit.isSurrogate();
        if (!isKept) {
            isGap = true;
            continue;
        }
        if (isGap && end != begin)
            *end++ = u' ';
        isGap = false;
        *end++ = isAscii ? QChar(static_cast<char16_t>(isUpper ? code + (u'a' - u'A') : code)) : unit.toLower();
    }
    folded.truncate(end - begin);
    return folded;
}

QString agencyName(QStringView name) { return agencies().value(foldedLine(name)); }

bool isPictureSource(QStringView name)
{
    static const QSet<QString> kWords{u"getty"_s, u"images"_s, u"image"_s, u"twitter"_s, u"facebook"_s, u"instagram"_s, u"youtube"_s, u"tiktok"_s, u"telegram"_s, u"shutterstock"_s,
                                      u"alamy"_s, u"rex"_s, u"times"_s, u"post"_s, u"herald"_s, u"news"_s, u"press"_s, u"media"_s, u"photo"_s, u"photos"_s, u"wire"_s, u"tv"_s, u"handout"_s,
                                      u"splash"_s, u"backgrid"_s, u"zuma"_s, u"sipa"_s, u"pixabay"_s, u"unsplash"_s, u"istock"_s};
    const QString folded = foldedLine(name);
    if (agencies().contains(folded))
        return true;
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && (kWords.contains(words.front()) || kWords.contains(words.back()));
}

bool endsSentence(QStringView line)
{
    while (!line.isEmpty() && (QStringView(u"\"')]\u201D\u2019\u00BB\u300D\u300F\uFF09").contains(line.back()) || line.back().isSpace()))
        line.chop(1);
    return !line.isEmpty() && QStringView(u".!?\u2026\u3002\uFF01\uFF1F\u0964\u061F\u06D4").contains(line.back());
}

} // namespace variorum::reading
