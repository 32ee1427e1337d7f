#include "ui/work/join_dialog.h"

#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kMostClaims = 500; // listed

bool isContentWord(const model::StatementWord &word)
{
    using enum model::Upos;
    return word.upos == Noun || word.upos == Propn || word.upos == Verb || word.upos == Num || word.upos == Adj;
}

QSet<QString> wordsOf(const model::ComparisonIndex &index, const model::Claim &claim)
{
    QSet<QString> words;
    for (const base::StatementId id : claim.statements) {
        const model::Statement *statement = index.statement(id);
        for (size_t place = 0; statement && place < statement->words.size(); ++place) {
            if (isContentWord(statement->words[place]))
                words.insert(statement->words[place].lemma);
        }
    }
    return words;
}

/// How much of a claim's first statement is in these words; of one only, since a story may have thousands of claims.
double likeness(const model::ComparisonIndex &index, const model::Claim &claim, const QSet<QString> &words)
{
    const model::Statement *statement = claim.statements.empty() ? nullptr : index.statement(claim.statements.front());
    int shared = 0;
    int all = 1;
    for (size_t place = 0; statement && place < statement->words.size(); ++place) {
        if (!isContentWord(statement->words[place]))
            continue;
        ++all;
        shared += words.contains(statement->words[place].lemma) ? 1 : 0;
    }
    return static_cast<double>(shared) / (all + static_cast<double>(words.size()));
}

} // namespace

std::vector<const model::Claim *> joinCandidates(const model::ComparisonIndex &index, base::ClaimId id)
{
    const model::Claim *claim = index.claim(id);
    if (!claim)
        return {};
    const QSet<QString> own = wordsOf(index, *claim);
    std::vector<std::pair<double, const model::Claim *>> ranked;
    for (const model::Claim &other : index.comparison().claims) {
        if (other.story == claim->story && other.id != id)
            ranked.emplace_back(likeness(index, other, own), &other);
    }
    std::ranges::stable_sort(ranked, std::ranges::greater(), &std::pair<double, const model::Claim *>::first);
    std::vector<const model::Claim *> list;
    for (size_t place = 0; place < std::min(ranked.size(), kMostClaims); ++place)
        list.push_back(ranked[place].second);
    return list;
}

JoinDialog::JoinDialog(const model::ComparisonIndex &index, base::ClaimId claim, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"joinDialog"_s);
    setWindowTitle(tr("Join with another claim"));
    resize(620, 420);
    auto *words = new QLineEdit(this);
    words->setObjectName(u"joinWords"_s);
    words->setPlaceholderText(tr("Words of the other claim"));
    words->setAccessibleName(words->placeholderText());
    m_list = new QListWidget(this);
    m_list->setObjectName(u"joinList"_s);
    m_list->setAccessibleName(tr("Claims of this story"));
    m_list->setUniformItemSizes(true);
    for (const model::Claim *other : joinCandidates(index, claim)) {
        auto *item = new QListWidgetItem(oneLine(other->text, 300), m_list);
        item->setData(Qt::UserRole, other->id.value);
        item->setToolTip(plainToolTip(other->text));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *join = buttons->addButton(tr("Join"), QDialogButtonBox::AcceptRole);
    join->setDefault(true);
    join->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(plainLabel(tr("Choose the claim that speaks of the same thing. All their statements become one claim; Undo takes it back."), this, true));
    layout->addWidget(words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(words, &QLineEdit::textChanged, this, &JoinDialog::filter);
    connect(m_list, &QListWidget::currentItemChanged, this, [join](const QListWidgetItem *item) { join->setEnabled(item != nullptr); });
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void JoinDialog::filter(const QString &words)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(words, Qt::CaseInsensitive));
}

std::optional<base::ClaimId> JoinDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? std::optional(base::ClaimId{item->data(Qt::UserRole).toLongLong()}) : std::nullopt;
}

} // namespace variorum::ui
