#include "tests/library/generated.h"

#include <QCryptographicHash>

namespace variorum::tests {

namespace {

constexpr int kRoom = 2000;

}

QString Generated::text()
{
    static const QStringList kPieces{QStringLiteral("ferry"), QStringLiteral("it's \"quoted\""), QStringLiteral("\n\n"), QString::fromUtf8("na\xC3\xAFve"), QString::fromUtf8("\xF0\x9F\x98\x80"),
                                     QString::fromUtf8("\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC"), QStringLiteral("; DROP TABLE article; --"), QStringLiteral("\\"), QStringLiteral("%1 ?"), QStringLiteral("\t"), QStringLiteral("\u2028")};
    QString made;
    for (int left = upTo(6); left > 0; --left)
        made += kPieces.at(m_random.bounded(kPieces.size())) + QLatin1Char(' ');
    return made;
}

QByteArray Generated::sha256()
{
    return QCryptographicHash::hash(QByteArray::number(m_random.generate64()), QCryptographicHash::Sha256);
}

double Generated::number()
{
    static const std::vector<double> kNumbers{0, 1, -1, 0.1, 1.0 / 3, 21, 43.5, 1e300, -2.5e-300, 3e6, 9007199254740993.0};
    return maybe() ? kNumbers[static_cast<size_t>(m_random.bounded(static_cast<int>(kNumbers.size())))] : m_random.generateDouble() * 1e6;
}

QStringList Generated::list()
{
    QStringList made;
    for (int left = upTo(3); left > 0; --left)
        made.append(text());
    return made;
}

model::NewsDate Generated::date()
{
    model::NewsDate made{.date = QDate(1990, 1, 1).addDays(upTo(20000)), .time = {}, .offsetMinutes = {}};
    if (maybe())
        made.time = QTime(upTo(23), upTo(59), upTo(59));
    if (made.time && maybe())
        made.offsetMinutes = 15 * (upTo(104) - 48);
    return made;
}

base::TextSpan Generated::span()
{
    const qsizetype begin = upTo(kRoom);
    return {begin, begin + upTo(kRoom - static_cast<int>(begin))};
}

model::TextPlace Generated::place() { return {.field = any(model::TextField::Text), .span = span()}; }

model::TimeValue Generated::time()
{
    model::TimeValue made;
    made.kind = any(model::TimeKind::Set);
    made.timex = text();
    made.modifier = any(model::TimeValue::Modifier::Approximate);
    if (maybe())
        made.from = QDateTime(QDate(1800, 1, 1).addDays(upTo(100000)), QTime(upTo(23), upTo(59), upTo(59), upTo(999)), Qt::UTC);
    if (maybe())
        made.to = QDateTime(QDate(1800, 1, 1).addDays(upTo(100000)), QTime(0, 0), Qt::UTC);
    if (maybe())
        made.seconds = number();
    made.fromInferredDate = maybe();
    return made;
}

model::QuantityValue Generated::quantity()
{
    model::QuantityValue made;
    made.bound = any(model::Bound::Range);
    for (std::optional<double> *each : {&made.value, &made.low, &made.high}) {
        if (maybe())
            *each = number();
    }
    made.unit = text();
    made.counted = text();
    made.isOrdinal = maybe();
    made.isFraction = maybe();
    return made;
}

std::optional<base::EntityId> Generated::entity(const model::Facts &facts)
{
    if (facts.entities.empty() || maybe())
        return std::nullopt;
    return base::EntityId{upTo(static_cast<int>(facts.entities.size()) - 1)};
}

model::Slot Generated::slot(const model::Facts &facts)
{
    model::Slot made;
    made.role = any(model::SlotRole::Quotation);
    made.span = span();
    made.text = text();
    made.headLemma = text();
    made.value = text();
    if (maybe())
        made.time = time();
    if (maybe())
        made.quantity = quantity();
    made.entity = entity(facts);
    made.rule = text();
    return made;
}

model::Statement Generated::statement(const model::Facts &facts, int id, int statements)
{
    model::Statement made;
    made.id = base::StatementId{id};
    made.place = place();
    made.text = text();
    for (int left = upTo(3); left > 0; --left)
        made.origins.push_back({.name = text(), .entity = entity(facts), .kind = any(model::OriginKind::Anonymous)});
    made.certainty = any(model::Certainty::Asked);
    made.polarity = any(model::Polarity::Negative);
    made.predicate = text();
    made.predicateSpan = span();
    for (int left = upTo(5); left > 0; --left)
        made.slots.push_back(slot(facts));
    for (int left = upTo(12); left > 0; --left) {
        model::StatementWord word{.span = span(), .lemma = text(), .upos = any(model::Upos::X), .deprel = any(model::Deprel::Xcomp), .head = {}, .entity = entity(facts)};
        if (maybe())
            word.head = upTo(static_cast<int>(made.words.size()));
        if (word.head == static_cast<int>(made.words.size()))
            word.head.reset();
        made.words.push_back(word);
    }
    if (id + 1 < statements && maybe())
        made.within = base::StatementId{id + 1 + upTo(statements - id - 2)}; // further on, so that it must wait for its row
    if (!facts.quotes.empty() && maybe())
        made.quote = base::QuoteId{upTo(static_cast<int>(facts.quotes.size()) - 1)};
    made.rule = text();
    return made;
}

model::Facts Generated::facts()
{
    model::Facts made;
    const int entities = upTo(6);
    for (int id = 0; id < entities; ++id) {
        model::Entity entity{.id = base::EntityId{id}, .kind = any(model::EntityKind::Other), .name = text(), .aliases = list(), .mentions = {}, .rule = text()};
        for (int left = upTo(4); left > 0; --left)
            entity.mentions.push_back({.article = {}, .place = place(), .isPronoun = maybe(), .role = text()});
        made.entities.push_back(entity);
    }
    for (int left = upTo(5); left > 0; --left)
        made.times.push_back({.place = place(), .value = time(), .rule = text()});
    for (int left = upTo(5); left > 0; --left) {
        made.quantities.push_back({.place = place(), .value = quantity(), .countedSpan = {}, .rule = text()});
        if (maybe())
            made.quantities.back().countedSpan = span();
    }
    const int quotes = upTo(4);
    for (int id = 0; id < quotes; ++id)
        made.quotes.push_back({.id = base::QuoteId{id}, .article = {}, .place = place(), .text = text(), .isDirect = maybe(), .speaker = text(), .speakerEntity = entity(made), .cue = text(), .via = text(), .rule = text()});
    const int statements = upTo(12);
    for (int id = 0; id < statements; ++id)
        made.statements.push_back(statement(made, id, statements));
    return made;
}

model::Article Generated::article(const QString &path, int part)
{
    model::Article made;
    made.path = path;
    made.part = part;
    if (maybe())
        made.member = text();
    made.mediaType = text();
    made.sha256 = sha256();
    for (std::optional<QString> *each : {&made.charset, &made.title, &made.outlet, &made.dateline, &made.url, &made.language}) {
        if (maybe())
            *each = text();
    }
    made.authors = list();
    made.agencies = list();
    if (maybe())
        made.published = date();
    if (maybe())
        made.updated = date();
    if (maybe())
        made.publishedBasis = any(model::DateBasis::Inferred);
    for (int field = 0; field <= static_cast<int>(model::MetadataField::Language); ++field) {
        if (maybe())
            made.metadataSources.emplace(static_cast<model::MetadataField>(field), text());
    }
    made.text = text();
    for (qsizetype begin = 0; begin < made.text.size();) {
        const qsizetype end = begin + upTo(static_cast<int>(made.text.size() - begin));
        made.blocks.push_back({.kind = any(model::BlockKind::TableRow), .span = {begin, end}});
        begin = end + 2;
    }
    made.captions = list();
    made.corrections = list();
    made.outcome = any(model::ReadOutcome::NotRead);
    for (int left = upTo(3); left > 0; --left)
        made.problems.push_back({.code = any(base::ErrorCode::Internal), .path = text(), .detail = text()});
    return made;
}

model::Article roomyArticle(const QString &path)
{
    model::Article made = plainArticle(path, path + QString(kRoom, u'x'));
    made.title = QString(kRoom, u'x');
    return made;
}

model::Article plainArticle(const QString &path, const QString &text)
{
    model::Article made;
    made.path = path;
    made.mediaType = QStringLiteral("text/plain");
    made.sha256 = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    made.title = QStringLiteral("Ferry aground");
    made.language = QStringLiteral("en");
    made.text = text;
    made.blocks = {{.kind = model::BlockKind::Paragraph, .span = {0, text.size()}}};
    return made;
}

library::FileReading readingOf(const QString &path, std::vector<model::Article> parts, library::FileStamp stamp)
{
    return {.path = path, .stamp = stamp, .engine = QStringLiteral("1"), .parts = std::move(parts)};
}

} // namespace variorum::tests
