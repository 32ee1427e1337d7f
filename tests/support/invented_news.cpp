// Each story draws its facts from its own seed, each article its wordings from another, so that any article can be made
// alone, in any order.

#include "support/invented_news.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <array>
#include <iterator>

namespace variorum::tests {

using namespace Qt::StringLiterals;

namespace {

/// splitmix64 (Steele, Lea and Flood 2014): small, good enough, the same everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t mixed = m_state += 0x9e3779b97f4a7c15ULL;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31U);
    }

    /// 0 to below - 1
    int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::uint64_t m_state;
};

std::uint64_t mixed(std::uint64_t seed, std::uint64_t with) { return Dice(seed * 1000003U + with).next(); }

/// Two wordings of one scene. Places for facts: {p}lace, {r}egion, {a} and {b} people, {o}rganisation, {1} {2} {3} numbers,
/// {d}ay, {h}our.
struct Scene {
    const char16_t *one;
    const char16_t *other;
};

struct Event {
    const char16_t *title;
    const char16_t *otherTitle;
    std::array<Scene, 11> scenes;
};

constexpr std::array<Event, 6> kEvents = {{
    {u"Fire destroys warehouse in {p}", u"{1} hurt as {p} warehouse burns down",
     {{{u"A fire destroyed a warehouse of {o} in {p} on {d}, injuring {1} people.", u"{1} people were injured on {d} when a warehouse belonging to {o} burned down in {p}."},
       {u"The flames broke out at about {h} in a storage hall for paint, the fire service of {r} said.", u"According to the {r} fire service, the blaze began around {h} in a hall where paint was stored."},
       {u"More than {2} firefighters fought the blaze through the night.", u"It took over {2} firefighters all night to put out the flames."},
       {u"Fire chief {a} said the roof had collapsed within minutes.", u"\"The roof came down within minutes,\" said the fire chief, {a}."},
       {u"Residents of {3} houses nearby were told to keep their windows shut.", u"People in {3} neighbouring homes had to keep windows closed."},
       {u"{o} has not commented on the cause of the fire.", u"The company, {o}, declined to say how the fire might have started."},
       {u"The mayor of {p}, {b}, visited the injured in hospital.", u"Mayor {b} went to see the injured at the hospital."},
       {u"The building had passed an inspection in the spring.", u"Inspectors had found no faults in the building last spring."},
       {u"Smoke could be seen as far away as the coast of {r}.", u"A column of smoke was visible from the {r} coast."},
       {u"Two of the injured are in a serious condition.", u"Doctors described the condition of two of them as serious."},
       {u"Police have opened an investigation into the cause.", u"Police are investigating what caused the fire."}}}},
    {u"Bus crash near {p} leaves {1} dead", u"{1} killed in bus accident in {r}",
     {{{u"{1} people were killed on {d} when a bus left the road near {p}.", u"A bus plunged off a road near {p} on {d}, killing {1} people."},
       {u"The bus was carrying {2} passengers, the operator {o} said.", u"{o}, which runs the line, said {2} passengers had been on board."},
       {u"It overturned at about {h} on a wet stretch of road in {r}.", u"The accident happened around {h} on a wet road in {r}."},
       {u"The driver, {a}, survived and is being questioned.", u"Police are questioning the driver, {a}, who survived."},
       {u"{3} ambulances and a helicopter were sent to the scene.", u"A helicopter and {3} ambulances reached the scene."},
       {u"\"I heard a bang and then we were rolling,\" said a passenger, {b}.", u"{b}, a passenger, said there had been a bang before the bus rolled over."},
       {u"The road was closed in both directions until evening.", u"Traffic was stopped in both directions until the evening."},
       {u"Investigators found no sign that the brakes had failed.", u"The brakes had not failed, investigators said."},
       {u"It was the worst road accident in {r} for nine years.", u"{r} has not seen a worse road accident in nine years."},
       {u"Relatives gathered at the school hall of {p}.", u"In {p}, relatives waited in the hall of a school."},
       {u"The transport minister promised a review of the route.", u"A review of the route was promised by the transport minister."}}}},
    {u"{a} wins mayoral election in {p}", u"{p} elects {a} as mayor",
     {{{u"{a} won the mayoral election in {p} on {d} with {1} percent of the vote.", u"Voters in {p} elected {a} as their mayor on {d}, with {1} percent."},
       {u"{b}, who had governed the city for years, received {2} percent.", u"The sitting mayor, {b}, came second with {2} percent."},
       {u"Turnout was the highest in the history of {r}.", u"Never before had so many people voted in {r}."},
       {u"The polls closed at {h} and counting went on until midnight.", u"Counting lasted until midnight after polls closed at {h}."},
       {u"{a} promised to build {3} new flats within four years.", u"{3} flats are to be built within four years, {a} promised."},
       {u"\"The city has chosen change,\" {a} told supporters.", u"{a} told cheering supporters that the city had voted for change."},
       {u"{b} conceded defeat in a short speech.", u"In a brief speech {b} admitted defeat."},
       {u"The party had been supported by the union {o}.", u"The union {o} had campaigned for the party."},
       {u"Observers reported no irregularities at polling stations.", u"No irregularities were seen at polling stations, observers said."},
       {u"The new council meets for the first time next month.", u"Next month the new council will hold its first session."},
       {u"Rents had been the main issue of the campaign.", u"The campaign had mostly been about rents."}}}},
    {u"Storm floods {p}, {2} homes without power", u"Power cut to {2} homes as storm hits {r}",
     {{{u"A storm flooded streets in {p} on {d} and cut power to {2} homes.", u"{2} homes lost power on {d} as a storm flooded parts of {p}."},
       {u"The river rose {1} centimetres within hours, the weather office said.", u"Within hours the water level rose by {1} centimetres, according to the weather office."},
       {u"{3} people had to be rescued from cars and roofs.", u"Rescuers brought {3} people to safety from roofs and cars."},
       {u"Engineers of {o} restored power to most streets by {h}.", u"By {h} most streets had power again, said the utility {o}."},
       {u"The governor of {r}, {a}, declared an emergency.", u"An emergency was declared by {a}, the governor of {r}."},
       {u"Schools will stay closed until the end of the week.", u"Until the end of the week, schools remain shut."},
       {u"A woman named {b} spent the night on top of her van.", u"{b} told reporters she had spent the night on her van."},
       {u"Forecasters expect more rain in the mountains.", u"More rain is forecast for the mountains."},
       {u"The old bridge of {p} was swept away.", u"Water carried off the old bridge in {p}."},
       {u"Insurers put the damage at millions.", u"The damage is estimated at millions by insurers."},
       {u"Soldiers filled sandbags along the embankment.", u"Sandbags were stacked along the embankment by soldiers."}}}},
    {u"Court jails {a} for fraud at {o}", u"Former {o} director {a} sentenced",
     {{{u"A court in {p} sentenced {a} to {1} years in prison for fraud on {d}.", u"{a} was jailed for {1} years on {d} by a court in {p}."},
       {u"The former director of {o} had taken {2} thousand euros from pension funds.", u"{2} thousand euros were taken from pension funds of {o} by its former director."},
       {u"Judge {b} called the case a breach of trust.", u"It was a breach of trust, said the judge, {b}."},
       {u"The defence announced that it would appeal.", u"Defence lawyers said they would appeal against the verdict."},
       {u"Some {3} former employees had lost part of their pensions.", u"About {3} people who once worked there lost pension money."},
       {u"The trial had begun in {r} two years ago.", u"Two years ago the trial opened in {r}."},
       {u"{a} showed no emotion when the verdict was read at {h}.", u"As the verdict was read out at {h}, {a} showed no emotion."},
       {u"Prosecutors had asked for a longer sentence.", u"The prosecution had demanded a harsher punishment."},
       {u"The money has never been found.", u"No trace of the money was ever discovered."},
       {u"A pensioners' group welcomed the judgment.", u"The judgment was welcomed by a group of pensioners."},
       {u"The firm went bankrupt soon after the affair became known.", u"Soon after the affair came to light, the company collapsed."}}}},
    {u"{o} to close plant in {p}", u"{1} jobs to go as {o} leaves {p}",
     {{{u"{o} said on {d} it would close its plant in {p} and cut {1} jobs.", u"The plant in {p} will be closed with the loss of {1} jobs, {o} announced on {d}."},
       {u"Production will end by {2} after seventy years.", u"After seventy years production is to stop in {2}."},
       {u"Chief executive {a} blamed the price of energy.", u"Energy had become too expensive, said {a}, the chief executive."},
       {u"The union led by {b} called for a strike.", u"{b}, who leads the union, called on workers to strike."},
       {u"Workers heard the news at a meeting at {h}.", u"The staff were told at a meeting at {h}."},
       {u"The government of {r} offered help to the company.", u"Help had been offered by the government of {r}."},
       {u"About {3} suppliers in the region depend on the factory.", u"Roughly {3} suppliers live off the factory."},
       {u"The company made a loss last year.", u"Last year ended with a loss for the company."},
       {u"A buyer for the site has not been found.", u"Nobody has been found to buy the site."},
       {u"Protesters blocked the gates in the afternoon.", u"In the afternoon the gates were blocked by protesters."},
       {u"Shares of the group rose after the announcement.", u"The announcement sent the shares of the group up."}}}},
}};

constexpr std::array<const char16_t *, 24> kStarts = {u"Bar", u"Cal", u"Dor", u"El", u"Fen", u"Gor", u"Hal", u"Is", u"Jar", u"Kel", u"Lom", u"Mar",
                                                      u"Nor", u"Os", u"Pel", u"Quin", u"Ros", u"Sel", u"Tar", u"Ul", u"Ver", u"Wen", u"Yar", u"Zel"};
constexpr std::array<const char16_t *, 20> kMiddles = {u"a", u"an", u"ar", u"el", u"en", u"er", u"i", u"il", u"in", u"o", u"ol", u"on", u"or", u"u", u"un", u"ad", u"ed", u"ist", u"ost", u"amb"};
constexpr std::array<const char16_t *, 14> kPlaceEnds = {u"ford", u"ham", u"mouth", u"stead", u"wick", u"dale", u"haven", u"bury", u"field", u"brook", u"gate", u"holm", u"worth", u"cliff"};
constexpr std::array<const char16_t *, 12> kRegionEnds = {u"ia", u"land", u"mark", u"shire", u"onia", u"avia", u"esse", u"aria", u"uria", u"enia", u"olia", u"antia"};
constexpr std::array<const char16_t *, 20> kFirstNames = {u"Anna", u"Ben", u"Clara", u"David", u"Emma", u"Frank", u"Grace", u"Henry", u"Irene", u"James", u"Karen", u"Leo", u"Maria", u"Nina", u"Oscar", u"Paula", u"Robert", u"Sarah", u"Thomas", u"Vera"};
constexpr std::array<const char16_t *, 12> kSurnameEnds = {u"son", u"man", u"er", u"ley", u"ton", u"sen", u"well", u"ock", u"itz", u"berg", u"strand", u"ov"};
constexpr std::array<const char16_t *, 8> kFirms = {u"Logistics", u"Industries", u"Group", u"Holdings", u"Energy", u"Foods", u"Motors", u"Transport"};
constexpr std::array<const char16_t *, 16> kOutlets = {u"Daily Courier", u"Morning Herald", u"Evening Post", u"The Observer", u"City Gazette", u"Radio North", u"The Chronicle", u"National Times",
                                                       u"Coast Tribune", u"The Examiner", u"Valley News", u"The Sentinel", u"Harbour Echo", u"Metro Report", u"The Bulletin", u"Union Star"};

template<size_t size>
QString oneOf(const std::array<const char16_t *, size> &words, Dice &dice)
{
    return QString::fromUtf16(words[static_cast<size_t>(dice.below(static_cast<int>(size)))]);
}

QString stem(Dice &dice) { return oneOf(kStarts, dice) + oneOf(kMiddles, dice); }

/// What all of a story's articles report, but for a number now and then.
struct FactSheet {
    QString place;
    QString region;
    QString person;
    QString otherPerson;
    QString organisation;
    std::array<int, 3> numbers{};
    QDateTime time;
    const Event *event = nullptr;
};

FactSheet factsOf(std::uint64_t seed)
{
    Dice dice(seed);
    FactSheet facts;
    facts.event = &kEvents[static_cast<size_t>(dice.below(static_cast<int>(kEvents.size())))];
    facts.place = stem(dice) + oneOf(kPlaceEnds, dice);
    facts.region = stem(dice) + oneOf(kRegionEnds, dice);
    facts.person = oneOf(kFirstNames, dice) + u' ' + stem(dice) + oneOf(kSurnameEnds, dice);
    facts.otherPerson = oneOf(kFirstNames, dice) + u' ' + stem(dice) + oneOf(kSurnameEnds, dice);
    facts.organisation = stem(dice) + u' ' + oneOf(kFirms, dice);
    facts.numbers = {3 + dice.below(40), 50 + dice.below(400), 12 + dice.below(80)};
    facts.time = QDateTime(QDate(2031, 1, 1).addDays(dice.below(1000)), QTime(5 + dice.below(14), 5 * dice.below(12)), Qt::UTC);
    return facts;
}

QString filled(const char16_t *pattern, const FactSheet &facts)
{
    QString text = QString::fromUtf16(pattern);
    text.replace(u"{p}"_s, facts.place).replace(u"{r}"_s, facts.region).replace(u"{a}"_s, facts.person).replace(u"{b}"_s, facts.otherPerson).replace(u"{o}"_s, facts.organisation);
    for (int at = 0; at < 3; ++at)
        text.replace(u"{%1}"_s.arg(at + 1), QString::number(facts.numbers[static_cast<size_t>(at)]));
    text.replace(u"{d}"_s, QLocale::c().dayName(facts.time.date().dayOfWeek()));
    return text.replace(u"{h}"_s, QLocale::c().toString(facts.time.time(), u"h:mm AP"_s).toLower());
}

} // namespace

InventedNews::InventedNews(int articles, int articlesAStory, std::uint64_t seed) : m_seed(seed)
{
    Dice dice(seed);
    while (count() < articles) {
        const int size = std::min(articles - count(), 1 + dice.below(2 * articlesAStory - 1));
        const int firstOutlet = dice.below(static_cast<int>(kOutlets.size()));
        for (int at = 0; at < size; ++at)
            m_articles.push_back({m_stories, dice.next(), firstOutlet + at});
        ++m_stories;
    }
}

InventedNews::Told InventedNews::told(int place) const
{
    const Item &item = m_articles[static_cast<size_t>(place)];
    FactSheet facts = factsOf(mixed(m_seed, static_cast<std::uint64_t>(item.story)));
    Dice dice(item.seed);
    if (dice.chance(20)) // one account differs
        facts.numbers[static_cast<size_t>(dice.below(3))] += 1 + dice.below(9);
    Told told;
    told.title = filled(dice.chance(50) ? facts.event->title : facts.event->otherTitle, facts);
    const auto outlets = static_cast<int>(kOutlets.size());
    told.outlet = QString::fromUtf16(kOutlets[static_cast<size_t>(item.outlet % outlets)]);
    if (item.outlet >= outlets)
        told.outlet += u" %1"_s.arg(item.outlet / outlets + 1);
    told.author = oneOf(kFirstNames, dice) + u' ' + stem(dice) + oneOf(kSurnameEnds, dice);
    told.published = facts.time.addSecs(3600 * (2 + dice.below(40)));
    QString paragraph;
    for (size_t at = 0; at < facts.event->scenes.size(); ++at) {
        if (at > 0 && dice.chance(20))
            continue;
        const Scene &scene = facts.event->scenes[at];
        paragraph += (paragraph.isEmpty() ? u""_s : u" "_s) + filled(dice.chance(50) ? scene.one : scene.other, facts);
        if (dice.chance(60)) {
            told.paragraphs.append(paragraph);
            paragraph.clear();
        }
    }
    if (!paragraph.isEmpty())
        told.paragraphs.append(paragraph);
    return told;
}

model::Article InventedNews::article(int place) const
{
    const Told told = this->told(place);
    model::Article article;
    article.path = u"news/%1.html"_s.arg(place, 6, 10, QLatin1Char('0'));
    article.title = told.title;
    article.outlet = told.outlet;
    article.authors = {told.author};
    article.language = u"en"_s;
    article.published = model::NewsDate::fromIsoString(told.published.toString(Qt::ISODate));
    article.publishedBasis = model::DateBasis::Stated;
    article.text = told.paragraphs.join(u"\n\n"_s);
    qsizetype begin = 0;
    for (const QString &paragraph : told.paragraphs) {
        article.blocks.push_back({model::BlockKind::Paragraph, {begin, begin + paragraph.size()}});
        begin += paragraph.size() + 2;
    }
    article.sha256 = QCryptographicHash::hash(article.path.toUtf8() + article.text.toUtf8(), QCryptographicHash::Sha256);
    return article;
}

QByteArray InventedNews::page(int place) const
{
    const Told told = this->told(place);
    QString body;
    for (qsizetype at = 0; at < told.paragraphs.size(); ++at) {
        body += u"<p>"_s + told.paragraphs.at(at).toHtmlEscaped() + u"</p>\n"_s;
        if (at == 1)
            body += u"<aside class=\"advert\"><a href=\"/offers\">Subscribe for two coins a week</a></aside>\n"_s;
    }
    QString links;
    for (const char16_t *section : {u"Home", u"News", u"Business", u"Sport", u"Culture", u"Weather", u"Opinion", u"Video"})
        links += u"<li><a href=\"/%1\">%2</a></li>"_s.arg(QString::fromUtf16(section).toLower(), QString::fromUtf16(section));
    return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1 | %2</title>\n"
           "<meta property=\"og:site_name\" content=\"%2\"><meta property=\"og:title\" content=\"%1\">\n"
           "<meta property=\"article:published_time\" content=\"%3\"><meta name=\"author\" content=\"%4\">\n"
           "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"%1\",\"datePublished\":\"%3\","
           "\"author\":{\"@type\":\"Person\",\"name\":\"%4\"},\"publisher\":{\"@type\":\"Organization\",\"name\":\"%2\"}}</script></head>\n"
           "<body><header><nav><ul>%5</ul></nav></header>\n<main><article><h1>%1</h1>\n<p class=\"byline\">By %4</p><time datetime=\"%3\">%3</time>\n%6</article></main>\n"
           "<section class=\"related\"><h2>Read more</h2><ul>%5</ul></section>\n<footer>Copyright %2. All rights reserved.</footer></body></html>\n"_s
        .arg(told.title.toHtmlEscaped().replace(u'"', u"'"_s), told.outlet, told.published.toString(Qt::ISODate), told.author, links, body)
        .toUtf8();
}

} // namespace variorum::tests
