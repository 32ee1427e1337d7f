#pragma once

#include "comparison/claims/pair_model.h"
#include "comparison/weights.h"
#include "model/facts.h"

#include <QFile>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace variorum::comparison::test {

/// A table of the word lists of the source tree, by key, read without the language step. Empty where it cannot be read.
inline QHash<QString, QStringList> tableOfTree(const QString &name)
{
    QFile file(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/lexicon/%1.tsv").arg(name));
    QHash<QString, QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'#') && line.contains(u'\t'))
            rows.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1).split(u'\t'));
    }
    return rows;
}

inline std::optional<Weights> weightsOfTree()
{
    return readWeights([rows = tableOfTree(QStringLiteral("comparison_weights"))](QStringView key) -> std::optional<QString> {
        const auto row = rows.constFind(key.toString());
        return row == rows.constEnd() ? std::nullopt : std::optional(row->front());
    });
}

/// The learnt table of the source tree.
inline std::optional<PairModel> pairsOfTree()
{
    return PairModel::read([rows = tableOfTree(QStringLiteral("claim_pairs"))](QStringView key) -> std::optional<QStringList> {
        const auto row = rows.constFind(key.toString());
        return row == rows.constEnd() ? std::nullopt : std::optional(*row);
    });
}

/// One question: is more than half of the two aligned? So that what is tested does not change with what is learnt.
inline PairModel plainPairs()
{
    return PairModel(0, {{PairFeature::Mean, 0.5, 1, 2}, {std::nullopt, -4, 0, 0}, {std::nullopt, 4, 0, 0}}, {0});
}

/// Makes an analysed article by hand. A sentence is words parted by blanks, each "form/lemma/TAG" with TAG one of
/// N V A R P(roper) M(number), H(elping verb) and - (function word); "@Name" after the tag makes the word a mention of a person, "$Name"
/// of a place; "!" after it makes it the predicate, on which all words hang but adjectives before a noun. Marks around
/// words make slots: "[time:2023-07" ... "]". Example:
///
///     "Anna/anna/P@Anna_Berg left/leave/V! Lund/lund/P$Lund [time:2023-07 in/in/- July/july/N ]"
class FactMaker {
public:
    explicit FactMaker(const QString &path, const QString &outlet, const QString &date = {})
    {
        m_made.article.path = path;
        m_made.article.outlet = outlet;
        m_made.article.sha256 = path.toUtf8();
        m_made.article.language = QStringLiteral("en");
        if (!date.isEmpty()) {
            m_made.article.published = model::NewsDate::fromIsoString(date);
            m_made.article.publishedBasis = model::DateBasis::Stated;
        }
    }

    FactMaker &say(const QString &marked)
    {
        model::Statement statement;
        statement.id = base::StatementId{static_cast<qint64>(m_made.facts.statements.size())};
        statement.rule = QStringLiteral("by-hand");
        QString &text = m_made.article.text;
        if (!text.isEmpty())
            text += QStringLiteral("\n\n");
        const qsizetype begin = text.size();
        std::optional<model::Slot> open;
        for (const QString &piece : marked.split(u' ', Qt::SkipEmptyParts)) {
            if (piece.startsWith(u'[')) {
                open = slot(piece.sliced(1));
                open->span.begin = -1;
            } else if (piece == QLatin1String("]")) {
                open->text = text.sliced(open->span.begin, open->span.length());
                statement.slots.push_back(*open);
                open.reset();
            } else {
                addWord(statement, piece, begin);
                if (open) {
                    open->span.begin = open->span.begin < 0 ? statement.words.back().span.begin : open->span.begin;
                    open->span.end = statement.words.back().span.end;
                    open->headLemma = statement.words.back().lemma;
                }
            }
        }
        statement.place.span = {begin, text.size()};
        statement.text = text.sliced(begin);
        hang(statement);
        m_made.facts.statements.push_back(statement);
        return *this;
    }

    model::Statement &last() { return m_made.facts.statements.back(); }
    model::AnalysedArticle &made() { return m_made; }

    /// The last statement is a quotation by an entity already named.
    FactMaker &quotedBy(const QString &speaker)
    {
        model::Quote quote;
        quote.id = base::QuoteId{static_cast<qint64>(m_made.facts.quotes.size())};
        quote.place = last().place;
        quote.text = last().text;
        quote.speaker = speaker;
        quote.speakerEntity = entity(speaker, model::EntityKind::Person);
        last().quote = quote.id;
        last().origins = {{speaker, quote.speakerEntity, model::OriginKind::Speaker}};
        m_made.facts.quotes.push_back(quote);
        return *this;
    }

private:
    base::EntityId entity(const QString &name, model::EntityKind kind)
    {
        for (const model::Entity &known : m_made.facts.entities) {
            if (known.name == name)
                return known.id;
        }
        model::Entity made;
        made.id = base::EntityId{static_cast<qint64>(m_made.facts.entities.size())};
        made.kind = kind;
        made.name = name;
        made.rule = QStringLiteral("by-hand");
        m_made.facts.entities.push_back(made);
        return made.id;
    }

    /// "time:2023-07", "quantity:20 carriage", "agent:@Anna_Berg", "destination:$Lund"; '_' for blanks.
    model::Slot slot(QString spec)
    {
        spec.replace(u'_', u' ');
        model::Slot made;
        made.role = *model_role(spec.section(u':', 0, 0));
        const QString value = spec.section(u':', 1);
        made.value = value;
        if (made.role == model::SlotRole::Time) {
            model::TimeValue time;
            time.timex = value;
            const QDate from = value.size() == 7 ? QDate::fromString(value + QStringLiteral("-01"), Qt::ISODate) : QDate::fromString(value, Qt::ISODate);
            time.from = QDateTime(from, QTime(0, 0), Qt::UTC);
            time.to = QDateTime(value.size() == 7 ? from.addMonths(1) : from.addDays(1), QTime(0, 0), Qt::UTC);
            made.time = time;
        } else if (made.role == model::SlotRole::Quantity) {
            model::QuantityValue quantity;
            quantity.value = quantity.low = quantity.high = value.section(u' ', 0, 0).toDouble();
            quantity.counted = value.section(u' ', 1);
            made.quantity = quantity;
        } else if (value.startsWith(u'@')) {
            made.value = value.sliced(1);
            made.entity = entity(made.value, model::EntityKind::Person);
        } else if (value.startsWith(u'$')) {
            made.value = value.sliced(1);
            made.entity = entity(made.value, model::EntityKind::Place);
        }
        return made;
    }

    static std::optional<model::SlotRole> model_role(const QString &name)
    {
        static const QHash<QString, model::SlotRole> kRoles = {
            {QStringLiteral("agent"), model::SlotRole::Agent}, {QStringLiteral("patient"), model::SlotRole::Patient}, {QStringLiteral("place"), model::SlotRole::Place},
            {QStringLiteral("destination"), model::SlotRole::Destination}, {QStringLiteral("time"), model::SlotRole::Time},
            {QStringLiteral("quantity"), model::SlotRole::Quantity}, {QStringLiteral("attribute"), model::SlotRole::Attribute}};
        const auto role = kRoles.constFind(name);
        return role == kRoles.constEnd() ? std::nullopt : std::optional(*role);
    }

    void addWord(model::Statement &statement, const QString &piece, qsizetype begin)
    {
        static const QHash<QChar, model::Upos> kTags = {{u'N', model::Upos::Noun}, {u'V', model::Upos::Verb}, {u'A', model::Upos::Adj}, {u'R', model::Upos::Adv},
                                                        {u'P', model::Upos::Propn}, {u'M', model::Upos::Num}, {u'-', model::Upos::Adp}, {u'H', model::Upos::Aux}};
        QString &text = m_made.article.text;
        if (text.size() > begin)
            text += u' ';
        model::StatementWord word;
        const QString form = piece.section(u'/', 0, 0);
        const QString tag = piece.section(u'/', 2);
        word.span = {text.size(), text.size() + form.size()};
        text += form;
        word.lemma = piece.section(u'/', 1, 1);
        word.upos = kTags.value(tag.front());
        if (word.upos == model::Upos::Aux)
            word.deprel = model::Deprel::Aux;
        if (tag.contains(u'@') || tag.contains(u'$')) {
            const bool isPerson = tag.contains(u'@');
            const QString name = tag.section(isPerson ? u'@' : u'$', 1).replace(u'_', u' ');
            word.entity = entity(name, isPerson ? model::EntityKind::Person : model::EntityKind::Place);
            model::Mention mention;
            mention.place.span = word.span;
            m_made.facts.entities[static_cast<size_t>(word.entity->value)].mentions.push_back(mention);
        }
        if (tag.endsWith(u'!')) {
            statement.predicate = word.lemma;
            statement.predicateSpan = word.span;
            word.deprel = model::Deprel::Root;
        }
        statement.words.push_back(word);
    }

    static void hang(model::Statement &statement)
    {
        std::optional<int> root;
        for (size_t place = 0; place < statement.words.size(); ++place) {
            if (statement.words[place].deprel == model::Deprel::Root)
                root = static_cast<int>(place);
        }
        std::vector<model::StatementWord> words = statement.words;
        for (size_t place = 0; place < words.size(); ++place) {
            model::StatementWord &word = words[place];
            if (static_cast<int>(place) == root)
                continue;
            word.head = root;
            if (word.upos != model::Upos::Adj)
                continue;
            for (size_t noun = place + 1; noun < words.size(); ++noun) {
                if (words[noun].upos == model::Upos::Noun) {
                    word.head = static_cast<int>(noun);
                    word.deprel = model::Deprel::Amod;
                    break;
                }
            }
        }
        statement.words = std::move(words);
    }

    model::AnalysedArticle m_made;
};

} // namespace variorum::comparison::test
