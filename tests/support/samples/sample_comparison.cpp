#include "support/samples/sample_comparison.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>

namespace variorum::test {

namespace {

using namespace model;
using base::ArticleId;
using base::ClaimId;
using base::DivergenceId;
using base::EntityId;
using base::StatementId;
using base::StoryId;

constexpr ArticleId kCourier{1};
constexpr ArticleId kLantern{2};
constexpr ArticleId kRadio{3};
constexpr ArticleId kPost{4};
constexpr ArticleId kScan{5};
constexpr StoryId kStory{1};

QString paragraphs(const QStringList &lines)
{
    return lines.join(QStringLiteral("\n\n"));
}

Article article(ArticleId id, const char *path, const char *mediaType, const char *outlet, const char *title, const char *published, const QStringList &lines)
{
    Article made;
    made.id = id;
    made.path = QString::fromUtf8(path);
    made.mediaType = QString::fromUtf8(mediaType);
    made.charset = QStringLiteral("utf-8");
    made.outlet = QString::fromUtf8(outlet);
    made.title = QString::fromUtf8(title);
    made.published = NewsDate::fromIsoString(QString::fromUtf8(published));
    made.publishedBasis = DateBasis::Stated;
    made.language = QStringLiteral("en");
    made.text = paragraphs(lines);
    made.sha256 = QCryptographicHash::hash(made.text.toUtf8(), QCryptographicHash::Sha256);
    qsizetype begin = 0;
    for (const QString &line : lines) {
        made.blocks.push_back({.kind = BlockKind::Paragraph, .span = {begin, begin + line.size()}});
        begin += line.size() + 2;
    }
    return made;
}

Article courier()
{
    Article made = article(kCourier, "courier-early.html", "text/html", "Northgate Courier", "Seven hurt as ferry strikes breakwater off Port Merrin", "2024-05-17T09:40:00+01:00",
                           {QStringLiteral("The passenger ferry Halcyon struck the outer breakwater at Port Merrin early on Friday, injuring at least seven people, the harbour authority said."),
                            QStringLiteral("The vessel was carrying 212 passengers and 14 crew when it hit the wall at 6.50 a.m. in thick fog, according to the harbour authority."),
                            QStringLiteral("Harbour master Ruth Calloway said the ferry had been travelling at 12 knots. “She came in far too fast for those conditions,” Calloway told reporters."),
                            QStringLiteral("All passengers were taken off by lifeboat within 40 minutes. The Halcyon, built in 1998, was towed to the repair yard at Sallow Point.")});
    made.agencies = {QStringLiteral("Meridian Press")};
    made.dateline = QStringLiteral("Port Merrin, May 17");
    made.url = QStringLiteral("https://northgate-courier.example/ferry");
    made.metadataSources = {{MetadataField::Title, QStringLiteral("json-ld")}, {MetadataField::Agency, QStringLiteral("text")}};
    return made;
}

Article lantern()
{
    Article made = article(kLantern, "daily-lantern.md", "text/markdown", "Daily Lantern", "Horror in the fog: eleven hurt as ferry ploughs into sea wall", "2024-05-18",
                           {QStringLiteral("Terrified families were thrown to the floor when the ferry Halcyon ploughed into the sea wall at Port Merrin at ten to seven on Friday."),
                            QStringLiteral("Twelve people are being treated in hospital, two of them seriously hurt."),
                            QStringLiteral("The boss of Strait Lines, Piers Aldous, insisted the ship was doing 8 knots. But harbour master Ruth Calloway fumed: “She came in way too fast.”"),
                            QStringLiteral("A dog called Biscuit was pulled from the water alive.")});
    made.authors = {QStringLiteral("Dean Rook"), QStringLiteral("Zoë Marsh")};
    return made;
}

Article radio()
{
    Article made = article(kRadio, "island-radio.txt", "text/plain", "Island Radio News", "Ferry runs into harbour wall in fog", "2024-05-17T12:15:00+01:00",
                           {QStringLiteral("Live from the quay \U0001F6A2: a ferry with more than 200 people on board ran into the harbour wall at Port Merrin this morning."),
                            QStringLiteral("At least seven people were hurt, the news agency Meridian Press reported."),
                            QStringLiteral("The harbour master told Meridian Press that the ship was “coming in much too quickly for the fog”."),
                            QStringLiteral("The coastguard will not open an inquiry before the hull has been inspected, its spokeswoman said.")});
    return made;
}

Article post()
{
    Article made = article(kPost, "merrin-post.html", "text/html", "The Merrin Post", "Eleven injured in Halcyon ferry crash as speed comes under scrutiny", "2024-05-17T18:05:00+01:00",
                           {QStringLiteral("Eleven people were injured when the ferry Halcyon hit the breakwater at Port Merrin on Friday morning, St Brannoc’s hospital said. Two of them were in a serious condition."),
                            QStringLiteral("The operator, Strait Lines, said the ship had 209 passengers on board and was doing no more than 8 knots. “Our captain followed every rule,” managing director Piers Aldous said."),
                            QStringLiteral("The collision happened shortly before seven, in dense fog. Passengers were brought ashore by lifeboats in less than an hour."),
                            QStringLiteral("The coastguard has opened an inquiry into the accident, officials confirmed.")});
    made.authors = {QStringLiteral("Imogen Thwaite")};
    made.updated = NewsDate::fromIsoString(QStringLiteral("2024-05-17T20:30:00+01:00"));
    return made;
}

Article scan()
{
    Article made;
    made.id = kScan;
    made.path = QStringLiteral("photo-scan.txt");
    made.mediaType = QStringLiteral("application/octet-stream");
    made.sha256 = QCryptographicHash::hash("scan", QCryptographicHash::Sha256);
    made.outcome = ReadOutcome::NotRead;
    made.problems = {{.code = base::ErrorCode::BinaryFile, .path = made.path, .detail = {}}};
    return made;
}

/// Puts the parts together and finds the places of words.
class Builder {
public:
    [[nodiscard]] Comparison build();

private:
    [[nodiscard]] const Article &at(ArticleId id) const { return m_made.articles[static_cast<size_t>(id.value - 1)]; }
    [[nodiscard]] TextPlace place(ArticleId id, const QString &words, TextField field = TextField::Text) const;
    StatementId state(ArticleId id, const char *words, const char *predicate, std::vector<Origin> origins, TextField field = TextField::Text);
    void addSlot(StatementId id, SlotRole role, const char *words, const char *value);
    [[nodiscard]] Evidence evidence(StatementId id, const char *words) const;
    void claim(const char *text, std::vector<StatementId> statements, ClaimStatus status, int origins, std::vector<ArticleId> silent);
    void diverge(ClaimId claim, DivergenceKind kind, Severity severity, const char *rule, const char *why, std::vector<DivergentValue> values, bool isUpdate = false);
    void addEntity(EntityKind kind, const char *name, const QStringList &aliases);
    void addQuote(ArticleId id, const char *words, const char *speaker, const char *via);

    void addEntities();
    void addQuotes();
    void addInjured();
    void addStruck();
    void addOnBoard();
    void addSpeed();
    void addTooFast();
    void addRescue();
    void addInquiry();
    void addDog();

    Comparison m_made;
};

TextPlace Builder::place(ArticleId id, const QString &words, TextField field) const
{
    const qsizetype begin = textOf(at(id), field).indexOf(words);
    if (begin < 0)
        qFatal("sampleComparison: \"%s\" does not stand in article %lld", qPrintable(words), static_cast<long long>(id.value));
    return {.field = field, .span = {begin, begin + words.size()}};
}

StatementId Builder::state(ArticleId id, const char *words, const char *predicate, std::vector<Origin> origins, TextField field)
{
    Statement made;
    made.id = StatementId{std::ssize(m_made.statements) + 1};
    made.article = id;
    made.text = QString::fromUtf8(words);
    made.place = place(id, made.text, field);
    made.predicate = QString::fromUtf8(predicate);
    made.certainty = origins.empty() ? Certainty::Asserted : Certainty::Reported;
    made.origins = std::move(origins);
    made.origins.push_back({.name = outletLabel(at(id)), .entity = {}, .kind = OriginKind::Outlet});
    made.predicateSpan = {made.place.span.begin, made.place.span.begin};
    made.rule = QStringLiteral("clause-with-subject");
    m_made.statements.push_back(made);
    return made.id;
}

void Builder::addSlot(StatementId id, SlotRole role, const char *words, const char *value)
{
    Statement &statement = m_made.statements.edited(static_cast<size_t>(id.value - 1));
    Slot made;
    made.role = role;
    made.text = QString::fromUtf8(words);
    made.value = QString::fromUtf8(value);
    made.span = evidence(id, words).place.span;
    made.rule = QStringLiteral("object-of-predicate");
    statement.slots.push_back(made);
}

Evidence Builder::evidence(StatementId id, const char *words) const
{
    const Statement &statement = m_made.statements[static_cast<size_t>(id.value - 1)];
    const qsizetype inside = statement.text.indexOf(QString::fromUtf8(words));
    if (inside < 0)
        qFatal("sampleComparison: \"%s\" does not stand in statement %lld", words, static_cast<long long>(id.value));
    const qsizetype begin = statement.place.span.begin + inside;
    return {.statement = id, .article = statement.article, .place = {.field = statement.place.field, .span = {begin, begin + QString::fromUtf8(words).size()}}};
}

void Builder::claim(const char *text, std::vector<StatementId> statements, ClaimStatus status, int origins, std::vector<ArticleId> silent)
{
    Claim made;
    made.id = ClaimId{std::ssize(m_made.claims) + 1};
    made.story = kStory;
    made.text = QString::fromUtf8(text);
    made.statements = std::move(statements);
    made.status = status;
    made.independentOrigins = origins;
    made.silent = std::move(silent);
    made.why = {.rule = QStringLiteral("same-predicate-and-subject"), .aligned = {{QStringLiteral("ferry"), QStringLiteral("ship")}}, .score = 0.75, .threshold = 0.5};
    m_made.claims.push_back(made);
}

void Builder::diverge(ClaimId claim, DivergenceKind kind, Severity severity, const char *rule, const char *why, std::vector<DivergentValue> values, bool isUpdate)
{
    Divergence made;
    made.id = DivergenceId{std::ssize(m_made.divergences) + 1};
    made.claim = claim;
    made.kind = kind;
    made.severity = severity;
    made.isUpdate = isUpdate;
    made.rule = QString::fromUtf8(rule);
    made.why = QString::fromUtf8(why);
    made.values = std::move(values);
    m_made.divergences.push_back(made);
}

/// Mentions wherever the name or an alias stands.
void Builder::addEntity(EntityKind kind, const char *name, const QStringList &aliases)
{
    Entity made;
    made.id = EntityId{std::ssize(m_made.entities) + 1};
    made.kind = kind;
    made.name = QString::fromUtf8(name);
    made.aliases = aliases;
    made.rule = QStringLiteral("name");
    for (const Article &each : m_made.articles) {
        for (qsizetype begin = each.text.indexOf(made.name); begin >= 0; begin = each.text.indexOf(made.name, begin + 1))
            made.mentions.push_back({.article = *each.id, .place = {.field = TextField::Text, .span = {begin, begin + made.name.size()}}, .isPronoun = false, .role = {}});
    }
    m_made.entities.push_back(made);
}

void Builder::addEntities()
{
    addEntity(EntityKind::Person, "Ruth Calloway", {QStringLiteral("Calloway")});
    addEntity(EntityKind::Person, "Piers Aldous", {});
    addEntity(EntityKind::Organization, "Strait Lines", {});
    addEntity(EntityKind::Organization, "Meridian Press", {});
    addEntity(EntityKind::Place, "Port Merrin", {});
    addEntity(EntityKind::Other, "Halcyon", {});
}

void Builder::addQuote(ArticleId id, const char *words, const char *speaker, const char *via)
{
    Quote made;
    made.id = base::QuoteId{std::ssize(m_made.quotes) + 1};
    made.article = id;
    made.text = QString::fromUtf8(words);
    made.place = place(id, made.text);
    made.speaker = QString::fromUtf8(speaker);
    made.via = QString::fromUtf8(via);
    made.cue = QStringLiteral("say");
    made.rule = QStringLiteral("quotation-marks");
    m_made.quotes.push_back(made);
}

void Builder::addQuotes()
{
    addQuote(kCourier, "She came in far too fast for those conditions", "Ruth Calloway", "");
    addQuote(kLantern, "She came in way too fast", "Ruth Calloway", "");
    addQuote(kRadio, "coming in much too quickly for the fog", "", "Meridian Press");
    addQuote(kPost, "Our captain followed every rule", "Piers Aldous", "");
}

Origin speaker(const char *name)
{
    return {.name = QString::fromUtf8(name), .entity = {}, .kind = OriginKind::Speaker};
}

Origin agency(const char *name)
{
    return {.name = QString::fromUtf8(name), .entity = {}, .kind = OriginKind::Agency};
}

DivergentValue value(const char *printedValue, const QStringList &origins, int independent, std::vector<Evidence> evidence)
{
    return {.value = QString::fromUtf8(printedValue), .origins = origins, .independentOrigins = independent, .evidence = std::move(evidence)};
}

void Builder::addInjured()
{
    const StatementId courierSays = state(kCourier, "injuring at least seven people, the harbour authority said", "injure", {speaker("the harbour authority"), agency("Meridian Press")});
    const StatementId headline = state(kLantern, "eleven hurt", "hurt", {}, TextField::Title);
    const StatementId lanternSays = state(kLantern, "Twelve people are being treated in hospital", "treat", {});
    const StatementId radioSays = state(kRadio, "At least seven people were hurt, the news agency Meridian Press reported", "hurt", {agency("Meridian Press")});
    const StatementId postSays = state(kPost, "Eleven people were injured when the ferry Halcyon hit the breakwater at Port Merrin on Friday morning, St Brannoc’s hospital said", "injure", {speaker("St Brannoc’s hospital")});
    addSlot(courierSays, SlotRole::Quantity, "at least seven", ">=7 person");
    addSlot(headline, SlotRole::Quantity, "eleven", "11");
    addSlot(lanternSays, SlotRole::Quantity, "Twelve", "12 person");
    addSlot(radioSays, SlotRole::Quantity, "At least seven", ">=7 person");
    addSlot(postSays, SlotRole::Quantity, "Eleven", "11 person");
    claim("Eleven people were injured", {courierSays, headline, lanternSays, radioSays, postSays}, ClaimStatus::Divergent, 3, {});
    const ClaimId id = m_made.claims.back().id;
    diverge(id, DivergenceKind::Quantity, Severity::Refinement, "toll-rises-with-time", "11 person and 12 person lie in >=7 person; the figure rises with the time of publication",
            {value(">=7 person", {QStringLiteral("the harbour authority"), QStringLiteral("Meridian Press")}, 1, {evidence(courierSays, "at least seven people"), evidence(radioSays, "At least seven people")}),
             value("11 person", {QStringLiteral("St Brannoc’s hospital")}, 1, {evidence(postSays, "Eleven people")}),
             value("12 person", {QStringLiteral("Daily Lantern")}, 1, {evidence(lanternSays, "Twelve people")})},
            true);
    diverge(id, DivergenceKind::Quantity, Severity::Internal, "unequal-quantities", "11 is not 12 person, in one article",
            {value("11 person", {QStringLiteral("Daily Lantern")}, 1, {evidence(headline, "eleven")}), value("12 person", {QStringLiteral("Daily Lantern")}, 1, {evidence(lanternSays, "Twelve people")})});
}

void Builder::addStruck()
{
    const std::vector<StatementId> statements{
        state(kCourier, "The passenger ferry Halcyon struck the outer breakwater at Port Merrin early on Friday", "strike", {speaker("the harbour authority"), agency("Meridian Press")}),
        state(kLantern, "the ferry Halcyon ploughed into the sea wall at Port Merrin at ten to seven on Friday", "plough", {}),
        state(kRadio, "a ferry with more than 200 people on board ran into the harbour wall at Port Merrin this morning", "run", {}),
        state(kPost, "the ferry Halcyon hit the breakwater at Port Merrin on Friday morning", "hit", {speaker("St Brannoc’s hospital")}),
    };
    claim("The passenger ferry Halcyon struck the outer breakwater at Port Merrin early on Friday", statements, ClaimStatus::Agreed, 3, {});
}

void Builder::addOnBoard()
{
    const StatementId courierSays = state(kCourier, "The vessel was carrying 212 passengers and 14 crew", "carry", {speaker("the harbour authority"), agency("Meridian Press")});
    const StatementId radioSays = state(kRadio, "a ferry with more than 200 people on board", "be", {});
    const StatementId postSays = state(kPost, "the ship had 209 passengers on board", "have", {speaker("Strait Lines")});
    addSlot(courierSays, SlotRole::Quantity, "212", "212 passenger");
    addSlot(radioSays, SlotRole::Quantity, "more than 200", ">200 person");
    addSlot(postSays, SlotRole::Quantity, "209", "209 passenger");
    claim("The vessel was carrying 212 passengers and 14 crew", {courierSays, radioSays, postSays}, ClaimStatus::Divergent, 3, {kLantern});
    diverge(m_made.claims.back().id, DivergenceKind::Quantity, Severity::Conflict, "unequal-quantities", "212 passenger is not 209 passenger; both lie in >200 person",
            {value("212 passenger", {QStringLiteral("the harbour authority")}, 1, {evidence(courierSays, "212 passengers")}),
             value(">200 person", {QStringLiteral("Island Radio News")}, 1, {evidence(radioSays, "more than 200 people")}),
             value("209 passenger", {QStringLiteral("Strait Lines")}, 1, {evidence(postSays, "209 passengers")})});
}

void Builder::addSpeed()
{
    const StatementId courierSays = state(kCourier, "the ferry had been travelling at 12 knots", "travel", {speaker("Ruth Calloway"), agency("Meridian Press")});
    const StatementId lanternSays = state(kLantern, "the ship was doing 8 knots", "do", {speaker("Piers Aldous")});
    const StatementId postSays = state(kPost, "was doing no more than 8 knots", "do", {speaker("Strait Lines")});
    addSlot(courierSays, SlotRole::Quantity, "12 knots", "12 [kn_i]");
    addSlot(lanternSays, SlotRole::Quantity, "8 knots", "8 [kn_i]");
    addSlot(postSays, SlotRole::Quantity, "no more than 8 knots", "<=8 [kn_i]");
    claim("the ferry had been travelling at 12 knots", {courierSays, lanternSays, postSays}, ClaimStatus::Divergent, 2, {});
    diverge(m_made.claims.back().id, DivergenceKind::Quantity, Severity::Conflict, "unequal-quantities", "12 [kn_i] lies outside of <=8 [kn_i]",
            {value("12 [kn_i]", {QStringLiteral("Ruth Calloway")}, 1, {evidence(courierSays, "12 knots")}),
             value("<=8 [kn_i]", {QStringLiteral("Strait Lines"), QStringLiteral("Piers Aldous")}, 1, {evidence(lanternSays, "8 knots"), evidence(postSays, "no more than 8 knots")})});
}

void Builder::addTooFast()
{
    const StatementId courierSays = state(kCourier, "“She came in far too fast for those conditions,” Calloway told reporters", "come", {speaker("Ruth Calloway"), agency("Meridian Press")});
    const StatementId lanternSays = state(kLantern, "harbour master Ruth Calloway fumed: “She came in way too fast.”", "come", {speaker("Ruth Calloway")});
    const StatementId radioSays = state(kRadio, "the ship was “coming in much too quickly for the fog”", "come", {speaker("The harbour master"), agency("Meridian Press")});
    claim("She came in far too fast for those conditions", {courierSays, lanternSays, radioSays}, ClaimStatus::Divergent, 1, {kPost});
    diverge(m_made.claims.back().id, DivergenceKind::Quotation, Severity::Wording, "one-speaker-other-words", "one speaker, three wordings between quotation marks",
            {value("She came in far too fast for those conditions", {QStringLiteral("Ruth Calloway")}, 1, {evidence(courierSays, "She came in far too fast for those conditions")}),
             value("coming in much too quickly for the fog", {QStringLiteral("The harbour master")}, 1, {evidence(radioSays, "coming in much too quickly for the fog")}),
             value("She came in way too fast", {QStringLiteral("Ruth Calloway")}, 1, {evidence(lanternSays, "She came in way too fast")})});
}

void Builder::addRescue()
{
    const std::vector<StatementId> statements{
        state(kCourier, "All passengers were taken off by lifeboat within 40 minutes", "take", {agency("Meridian Press")}),
        state(kPost, "Passengers were brought ashore by lifeboats in less than an hour", "bring", {}),
    };
    claim("All passengers were taken off by lifeboat within 40 minutes", statements, ClaimStatus::Agreed, 2, {kLantern, kRadio});
}

void Builder::addInquiry()
{
    const StatementId radioSays = state(kRadio, "The coastguard will not open an inquiry before the hull has been inspected", "open", {speaker("its spokeswoman")});
    const StatementId postSays = state(kPost, "The coastguard has opened an inquiry into the accident", "open", {speaker("officials")});
    m_made.statements.edited(static_cast<size_t>(radioSays.value - 1)).polarity = Polarity::Negative;
    m_made.statements.edited(static_cast<size_t>(radioSays.value - 1)).certainty = Certainty::Planned;
    claim("The coastguard has opened an inquiry into the accident", {radioSays, postSays}, ClaimStatus::Divergent, 2, {kLantern});
    diverge(m_made.claims.back().id, DivergenceKind::Polarity, Severity::Conflict, "negated-predicate", "open is negated in one of them",
            {value("negative", {QStringLiteral("its spokeswoman")}, 1, {evidence(radioSays, "will not open an inquiry")}),
             value("positive", {QStringLiteral("officials")}, 1, {evidence(postSays, "has opened an inquiry")})});
}

void Builder::addDog()
{
    const StatementId lanternSays = state(kLantern, "A dog called Biscuit was pulled from the water alive", "pull", {});
    claim("A dog called Biscuit was pulled from the water alive", {lanternSays}, ClaimStatus::SingleSource, 1, {});
}

Comparison Builder::build()
{
    m_made.engine = QStringLiteral("1");
    m_made.articles = {courier(), lantern(), radio(), post(), scan()};
    m_made.stories = {{.id = kStory,
                       .title = QStringLiteral("Eleven injured in Halcyon ferry crash as speed comes under scrutiny"),
                       .articles = {kCourier, kLantern, kRadio, kPost},
                       .firstTime = at(kCourier).published,
                       .lastTime = at(kLantern).published}};
    addEntities();
    addQuotes();
    addInjured();
    addStruck();
    addOnBoard();
    addSpeed();
    addTooFast();
    addRescue();
    addInquiry();
    addDog();
    m_made.copyOf = {{kRadio, kCourier}};
    return m_made;
}

// For repeatedSample(): ids of the n-th copy follow those of the copy before it.
template<typename Kind>
void shift(base::Id<Kind> &id, qint64 by)
{
    id.value += by;
}

template<typename Item, typename Edit>
void editEach(base::SharedBlocks<Item> &list, Edit edit)
{
    std::vector<Item> items(list.begin(), list.end());
    std::ranges::for_each(items, edit);
    list = std::move(items);
}

void shiftClaims(Comparison &copy, const Comparison &one, qint64 times)
{
    const qint64 articles = times * std::ssize(one.articles);
    const qint64 statements = times * std::ssize(one.statements);
    editEach(copy.claims, [&](Claim &claim) {
        shift(claim.id, times * std::ssize(one.claims));
        shift(claim.story, times * std::ssize(one.stories));
        std::ranges::for_each(claim.statements, [&](StatementId &id) { shift(id, statements); });
        std::ranges::for_each(claim.silent, [&](ArticleId &id) { shift(id, articles); });
    });
    editEach(copy.divergences, [&](Divergence &divergence) {
        shift(divergence.id, times * std::ssize(one.divergences));
        shift(divergence.claim, times * std::ssize(one.claims));
        for (DivergentValue &value : divergence.values) {
            for (Evidence &evidence : value.evidence) {
                shift(evidence.article, articles);
                shift(evidence.statement, statements);
            }
        }
    });
}

Comparison shifted(const Comparison &one, qint64 times)
{
    Comparison copy = one;
    const qint64 articles = times * std::ssize(one.articles);
    for (Article &article : copy.articles) {
        shift(*article.id, articles);
        article.path = QStringLiteral("%1/%2").arg(times, 4, 10, QLatin1Char('0')).arg(article.path);
    }
    for (Story &story : copy.stories) {
        shift(story.id, times * std::ssize(one.stories));
        std::ranges::for_each(story.articles, [&](ArticleId &id) { shift(id, articles); });
    }
    editEach(copy.entities, [&](Entity &entity) {
        shift(entity.id, times * std::ssize(one.entities));
        std::ranges::for_each(entity.mentions, [&](Mention &mention) { shift(mention.article, articles); });
    });
    editEach(copy.statements, [&](Statement &statement) {
        shift(statement.id, times * std::ssize(one.statements));
        shift(statement.article, articles);
    });
    editEach(copy.quotes, [&](Quote &quote) {
        shift(quote.id, times * std::ssize(one.quotes));
        shift(quote.article, articles);
    });
    shiftClaims(copy, one, times);
    for (auto &[copier, source] : copy.copyOf) {
        shift(copier, articles);
        shift(source, articles);
    }
    return copy;
}

} // namespace

Comparison sampleComparison()
{
    return Builder().build();
}

Comparison repeatedSample(int times)
{
    const Comparison one = sampleComparison();
    Comparison all;
    all.engine = one.engine;
    const auto append = [](auto &to, const auto &from) { std::ranges::copy(from, std::back_inserter(to)); };
    for (int time = 0; time < times; ++time) {
        const Comparison next = shifted(one, time);
        append(all.articles, next.articles);
        append(all.stories, next.stories);
        append(all.entities, next.entities);
        append(all.statements, next.statements);
        append(all.quotes, next.quotes);
        append(all.claims, next.claims);
        append(all.divergences, next.divergences);
        append(all.copyOf, next.copyOf);
    }
    return all;
}

} // namespace variorum::test
