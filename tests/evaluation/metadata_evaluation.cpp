// Measures what reading finds out about an article against four collections of real pages, which are not part of this
// repository.
//
//     metadata_evaluation DATA [--list] [naeb] [htmldate] [postlight] [readability]
//
// DATA holds one folder a collection: naeb/articles.json with html/KEY.html, htmldate/dates.json with html/,
// postlight/gold.json with fixtures/, readability/CASE/expected-metadata.json with source.html. Prints a line for each
// collection and field: right answers, answers wanted, share; `--list` adds each wrong answer: wanted, found and where
// it was found.
//
// Each page is read by readBytes() as a file alone: its address and its neighbours are not told. A field counts where
// the gold has a value; what is found where the gold has none is counted apart ("besides"), not judged.
//     title    equal in letters and digits, case and apostrophes aside (comparable())
//     authors  the same set of people (goldAuthors(), comparable()); one too many or too few is wrong
//     date     the day of publication (not of the last change). A gold without a zone: the day as the page states it, or
//              the same moment's day in UTC. A gold moment: the day it has in the zone found, or in some zone where
//              none was found (isGoldDay()). "date or update" counts a page also where the day of the last change is the
//              gold's: naeb's gold is the day that a page shows, which on a changed page is often that of the change
//     outlet   as the title
// htmldate's pages are not all articles; where its gold says that a page has no date, finding none is right.
// readability's gold is what one program printed, checked by hand only in part: a comparison, not a truth.

#include "evaluation/metadata_measures.h"
#include "reading/read_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <map>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

struct Tally {
    int right = 0;
    int wanted = 0;
    int besides = 0;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Evaluation {
public:
    Evaluation(QString folder, bool lists)
        : m_folder(std::move(folder))
        , m_lists(lists)
    {
    }

    void naeb()
    {
        const QJsonObject gold = QJsonDocument::fromJson(bytesOf(m_folder + u"/naeb/articles.json"_s)).object();
        for (auto at = gold.begin(); at != gold.end(); ++at) {
            if (!open(u"naeb"_s, m_folder + u"/naeb/html/"_s + at.key() + u".html"_s))
                continue;
            const QJsonObject wanted = at.value().toObject();
            const QString day = wanted.value("date"_L1).toString().left(10);
            title(wanted.value("title"_L1).toString());
            date(day);
            const bool isEither = evaluation::isGoldDay(m_article.published, day) || evaluation::isGoldDay(m_article.updated, day);
            count(u"date or update"_s, !day.isEmpty(), isEither, day, dateFound(), model::MetadataField::Published);
            authors(wanted.value("authors"_L1).toString());
        }
    }

    void htmldate()
    {
        // The file says NaN where a page has no date, which JSON does not know.
        const QJsonObject gold = QJsonDocument::fromJson(bytesOf(m_folder + u"/htmldate/dates.json"_s).replace(": NaN", ": null")).object();
        for (auto at = gold.begin(); at != gold.end(); ++at) {
            const QJsonObject wanted = at.value().toObject();
            if (!open(u"htmldate"_s, m_folder + u"/htmldate/html/"_s + wanted.value("file"_L1).toString()))
                continue;
            const QString day = wanted.value("date"_L1).toString();
            if (day.isEmpty())
                count(u"date"_s, true, !m_article.published, u"none"_s, dateFound(), model::MetadataField::Published);
            else
                date(day);
        }
    }

    void postlight()
    {
        const QJsonArray gold = QJsonDocument::fromJson(bytesOf(m_folder + u"/postlight/gold.json"_s)).array();
        for (const QJsonValue &value : gold) {
            const QJsonObject wanted = value.toObject();
            if (!open(u"postlight"_s, m_folder + u"/postlight/fixtures/"_s + wanted.value("fixture"_L1).toString()))
                continue;
            title(wanted.value("title"_L1).toString());
            date(wanted.value("date_published"_L1).toString());
            authors(wanted.value("author"_L1).toString());
        }
    }

    void readability()
    {
        const QStringList cases = QDir(m_folder + u"/readability"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : cases) {
            const QString folder = m_folder + u"/readability/"_s + name;
            const QJsonObject wanted = QJsonDocument::fromJson(bytesOf(folder + u"/expected-metadata.json"_s)).object();
            if (!open(u"readability"_s, folder + u"/source.html"_s))
                continue;
            title(wanted.value("title"_L1).toString());
            date(wanted.value("publishedTime"_L1).toString());
            authors(wanted.value("byline"_L1).toString());
            const QString outlet = wanted.value("siteName"_L1).toString();
            const QString found = m_article.outlet.value_or(QString());
            count(u"outlet"_s, !outlet.isEmpty(), evaluation::comparable(outlet) == evaluation::comparable(found), outlet, found, model::MetadataField::Outlet);
        }
    }

    void print(QTextStream &out) const
    {
        for (const auto &[name, tally] : m_tallies) {
            const double share = tally.wanted > 0 ? static_cast<double>(tally.right) / tally.wanted : 0.0;
            out << u"%1 %2 %3 of %4, besides %5\n"_s.arg(name, -22).arg(share, 0, 'f', 3).arg(tally.right, 4).arg(tally.wanted, 4).arg(tally.besides);
        }
    }

private:
    bool open(const QString &collection, const QString &path)
    {
        if (!QFile::exists(path)) {
            QTextStream(stderr) << "not there: " << path << '\n';
            return false;
        }
        std::vector<model::Article> articles = reading::readBytes(bytesOf(path), QFileInfo(path).fileName());
        m_article = articles.empty() ? model::Article() : std::move(articles.front());
        m_collection = collection;
        m_page = collection == u"readability"_s ? QFileInfo(path).dir().dirName() : QFileInfo(path).fileName();
        return true;
    }

    void title(const QString &wanted)
    {
        const QString found = m_article.title.value_or(QString());
        count(u"title"_s, !wanted.isEmpty(), evaluation::comparable(wanted) == evaluation::comparable(found), wanted, found, model::MetadataField::Title);
    }

    void authors(const QString &wanted)
    {
        const QStringList people = evaluation::goldAuthors(wanted);
        count(u"authors"_s, !people.isEmpty(), people == evaluation::foundAuthors(m_article.authors), wanted, m_article.authors.join(u"; "_s), model::MetadataField::Authors);
    }

    void date(const QString &wanted)
    {
        count(u"date"_s, !wanted.isEmpty(), evaluation::isGoldDay(m_article.published, wanted), wanted, dateFound(), model::MetadataField::Published);
    }

    [[nodiscard]] QString dateFound() const { return m_article.published ? m_article.published->toString() : QString(); }

    void count(const QString &field, bool isWanted, bool isRight, const QString &wanted, const QString &found, model::MetadataField source)
    {
        Tally &tally = m_tallies[m_collection + u' ' + field];
        if (!isWanted) {
            tally.besides += found.isEmpty() ? 0 : 1;
            return;
        }
        ++tally.wanted;
        tally.right += isRight ? 1 : 0;
        if (isRight || !m_lists)
            return;
        const auto where = m_article.metadataSources.find(source);
        QTextStream(stdout) << m_collection << ' ' << field << ' ' << m_page << "\n    wanted: " << wanted << "\n    found:  " << found << "  ("
                            << (where == m_article.metadataSources.end() ? u"-"_s : where->second) << ")\n";
    }

    QString m_folder;
    bool m_lists = false;
    QString m_collection;
    QString m_page;
    model::Article m_article;
    std::map<QString, Tally> m_tallies;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool lists = arguments.removeAll(u"--list"_s) > 0;
    if (arguments.isEmpty() || !QDir(arguments.front()).exists()) {
        QTextStream(stderr) << "metadata_evaluation DATA [--list] [naeb] [htmldate] [postlight] [readability]\n";
        return 2;
    }
    Evaluation evaluation(arguments.takeFirst(), lists);
    const std::pair<QString, void (Evaluation::*)()> collections[] = {
        {u"naeb"_s, &Evaluation::naeb}, {u"htmldate"_s, &Evaluation::htmldate}, {u"postlight"_s, &Evaluation::postlight}, {u"readability"_s, &Evaluation::readability}};
    for (const auto &[name, measure] : collections) {
        if (arguments.isEmpty() || arguments.contains(name))
            (evaluation.*measure)();
    }
    QTextStream out(stdout);
    evaluation.print(out);
    return 0;
}
