// Which languages the articles of collections are said to be in.
//
//     variorum-evaluate-languages [--others N] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds what there is of aeb, naeb, postlight
// and htmldate (saved pages) and of charsets/uchardet/LANGUAGE/CHARSET.txt.
//
// Pages have no gold language: for each collection the languages found are counted, whether the text or the file told them, and
// how often the text overruled a declaration. aeb, naeb and postlight are nearly all English; --others N lists the first N pages
// that are called anything else, to be looked at. The texts of uchardet do have one, in the folder's name: right is the same
// primary tag (Esperanto, which CLD2 does not claim to tell for short texts, counts).

#include "reading/charset.h"
#include "reading/language_of.h"
#include "reading/read_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <cstdio>

namespace {

using namespace variorum;
using namespace Qt::StringLiterals;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList paths;
    QDirIterator files(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

/// Counts the languages of one collection of pages; false where it is not there.
bool countPages(const QString &data, const QString &collection, qsizetype others)
{
    const QStringList paths = filesBelow(data + u'/' + collection, {u"*.html"_s, u"*.htm"_s});
    QMap<QString, int> languages;
    QStringList strange;
    int fromText = 0;
    int pages = 0;
    for (const QString &path : paths) {
        const std::vector<model::Article> articles = reading::readBytes(contentsOf(path), u"page.html"_s);
        if (articles.empty() || articles.front().text.isEmpty())
            continue;
        const model::Article &article = articles.front();
        ++pages;
        const QString language = article.language ? article.language->section(u'-', 0, 0).toLower() : u"(none)"_s;
        ++languages[language];
        const auto source = article.metadataSources.find(model::MetadataField::Language);
        fromText += source != article.metadataSources.end() && source->second == "text"_L1;
        if (language != "en"_L1)
            strange.append(u"  %1 %2: %3"_s.arg(language, path.section(u'/', -1), article.text.left(70).simplified()));
    }
    if (pages == 0)
        return false;
    std::printf("%s: %d pages, %d told by the text:", qPrintable(collection), pages, fromText);
    for (auto language = languages.cbegin(); language != languages.cend(); ++language)
        std::printf(" %s %d", qPrintable(language.key()), language.value());
    std::printf("\n");
    for (const QString &line : strange.first(std::min(others, strange.size())))
        std::printf("%s\n", qPrintable(line));
    return true;
}

bool countTexts(const QString &data)
{
    int right = 0;
    int unknown = 0;
    const QStringList paths = filesBelow(data + u"/charsets/uchardet"_s, {u"*.txt"_s});
    QStringList wrong;
    for (const QString &path : paths) {
        const QString gold = path.section(u'/', -2, -2);
        if (gold.size() != 2)
            continue;
        const reading::LanguageChoice choice = reading::chooseLanguage({}, {}, reading::decode(contentsOf(path)).text);
        const QString found = choice.language.value_or(QString()).section(u'-', 0, 0);
        right += found == gold;
        unknown += found.isEmpty();
        if (found != gold)
            wrong.append(u"  %1: %2"_s.arg(path.section(u'/', -2), found.isEmpty() ? u"(none)"_s : found));
    }
    if (paths.isEmpty())
        return false;
    std::printf("uchardet: %d right, %d without a language, %d wrong\n%s\n", right, unknown, static_cast<int>(wrong.size()) - unknown, qPrintable(wrong.join(u'\n')));
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"others"_s, u"Lists the first N pages that are not called English."_s, u"N"_s, u"0"_s});
    parser.addPositionalArgument(u"DATA"_s, u"The folder of collections."_s);
    parser.addHelpOption();
    parser.process(application);
    const QString standing = qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data"));
    const QString data = parser.positionalArguments().value(0, standing);
    bool hasData = countTexts(data);
    for (const QString &collection : {u"aeb"_s, u"naeb"_s, u"postlight"_s, u"htmldate"_s})
        hasData = countPages(data, collection, parser.value(u"others"_s).toLongLong()) || hasData;
    if (!hasData)
        std::fprintf(stderr, "no files: name the folder of the collections\n");
    return hasData ? 0 : 2;
}
