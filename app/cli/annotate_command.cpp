#include "cli/commands.h"
#include "cli/input_files.h"
#include "extraction/extract.h"
#include "language/conllu_writer.h"
#include "report/json/annotation_json.h"

namespace variorum::cli {

namespace {

enum class Format { Json,
                    Conllu };

struct AnnotateOptions {
    QStringList files;
    Format format = Format::Json;
    bool plain = false;
    std::optional<model::NewsDate> date;
};

/// Sentences and words of the text alone, without extraction.
QByteArray conllu(const model::Article &article, const language::LanguagePack &pack, const AnnotateOptions &options)
{
    language::AnnotateOptions how;
    how.plain = options.plain;
    for (const model::TextBlock &block : article.blocks) {
        if (!options.plain)
            how.blocks.push_back(block.span);
    }
    return language::toConllu(pack.annotate(article.text, how), article.path).toUtf8();
}

QByteArray json(model::Article article, const language::LanguagePack &pack, const AnnotateOptions &options)
{
    if (!article.published && options.date) {
        article.published = options.date;
        article.publishedBasis = model::DateBasis::Inferred;
    }
    extraction::AnnotatedArticle annotated = extraction::annotate(std::move(article), pack);
    if (options.plain)
        annotated.text = pack.annotate(annotated.article.text, {.isTitle = false, .plain = true, .blocks = {}});
    const model::Facts facts = extraction::extract(annotated, pack);
    const report::Annotation annotation{.text = annotated.text, .facts = facts};
    return report::writeArticleLine(annotated.article, &annotation);
}

ExitCode annotateFiles(const Call &call, const AnnotateOptions &options)
{
    const auto pack = language::LanguagePack::load(call.resourceDir);
    if (!pack) {
        complain(call.console, pack.error());
        return ExitCode::Failed;
    }
    reading::ReadOptions reading;
    reading.plain = options.plain;
    InputTally tally;
    for (const QString &file : options.files) {
        const std::vector<model::Article> parts = readInput(file, reading, call.console);
        count(tally, parts);
        for (const model::Article &part : parts) {
            if (!writeOut(call.console, options.format == Format::Json ? json(part, **pack, options) : conllu(part, **pack, options)))
                return ExitCode::Failed;
        }
    }
    return outcomeOf(tally);
}

} // namespace

ExitCode annotateCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes what each file says: sentences, words, names, times, quantities, quotes, statements."));
    const QCommandLineOption plain(QStringLiteral("plain"), QStringLiteral("Take the file's characters as the text: remove nothing."));
    const QCommandLineOption format(QStringLiteral("format"), QStringLiteral("json (one object a line, the default) or conllu."), QStringLiteral("FORMAT"), QStringLiteral("json"));
    const QCommandLineOption date(QStringLiteral("date"), QStringLiteral("Where a file states no date, relative times start from this one (YYYY-MM-DD)."), QStringLiteral("DATE"));
    parser.addOptions({plain, format, date});
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A file with articles: HTML, text, Markdown, e-mail, PDF, DOCX, ODT, RTF, WARC or ZIP."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("annotate [OPTIONS] FILE...")))
        return *over;

    AnnotateOptions options;
    options.files = parser.positionalArguments();
    options.plain = parser.isSet(plain);
    if (options.files.isEmpty())
        return usageError(call.console, QStringLiteral("annotate: name at least one file."));
    if (parser.value(format) == QLatin1String("conllu"))
        options.format = Format::Conllu;
    else if (parser.value(format) != QLatin1String("json"))
        return usageError(call.console, QStringLiteral("annotate: there is no format \"%1\"; json and conllu are written.").arg(parser.value(format)));
    if (parser.isSet(date)) {
        options.date = model::NewsDate::fromIsoString(parser.value(date));
        if (!options.date)
            return usageError(call.console, QStringLiteral("annotate: \"%1\" is not a date; write YYYY-MM-DD.").arg(parser.value(date)));
    }
    return annotateFiles(call, options);
}

} // namespace variorum::cli
