#include "tests/library/fault_support.h"

#include "library/inspection.h"

#include <QFile>

namespace variorum::tests {

using library::Library;

int rounds(int usual)
{
    const int wanted = qEnvironmentVariableIntValue("VARIORUM_FAULTS");
    return wanted > 0 ? wanted : usual;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void removeSides(const QString &path)
{
    for (const char *side : {"-wal", "-shm", "-journal", ".lock"})
        QFile::remove(path + QLatin1String(side));
}

library::FileReading reading(int number)
{
    const QString path = QStringLiteral("%1.txt").arg(number);
    model::Article article = roomyArticle(path); // for facts that are generated
    article.text.prepend(QStringLiteral("Number %1. ").arg(number).repeated(50));
    article.sha256 = QByteArray(32, '\0');
    article.sha256[0] = static_cast<char>(number % 256);
    article.sha256[1] = static_cast<char>(number / 256);
    return readingOf(path, {article});
}

model::WorkItem note(const Library &library, base::ArticleId article, int number)
{
    const auto anchor = library.anchorOf(article, {.field = model::TextField::Text, .span = {0, 8}});
    return {.kind = model::WorkKind::Note, .target = model::WorkTarget::Claim, .name = {}, .value = QStringLiteral("note %1").arg(number), .anchors = {anchor ? *anchor : model::Anchor{}}, .made = {}};
}

bool makeLibrary(const QString &path, int articles)
{
    const auto library = Library::open(path);
    for (int number = 0; library && number < articles; ++number) {
        const auto stored = (*library)->storeFile(kFolder, reading(number));
        if (!stored || !(*library)->storeFacts(stored->articles.front(), kKey, Generated(static_cast<quint32>(number)).facts()))
            return false;
        if (!(*library)->doWork(QStringLiteral("note"), {{.id = {}, .item = note(**library, stored->articles.front(), number)}}))
            return false;
    }
    return library.hasValue();
}

QSet<int> notesIn(const Library &library)
{
    QSet<int> numbers;
    const auto work = library.work();
    for (size_t place = 0; work && place < work->size(); ++place)
        numbers.insert((*work)[place].item.value.mid(5).toInt());
    return numbers;
}

QString wrongWith(const QString &path)
{
    const auto report = library::checkLibrary(path);
    if (!report)
        return base::errorCodeName(report.error().code) + u' ' + report.error().detail;
    return report->findings.join(QStringLiteral("; "));
}

} // namespace variorum::tests
