#include "ui/diff/article_column.h"

#include "ui/diff/overview_ruler.h"
#include "ui/labels.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostNotes = 4;

} // namespace

ArticleColumn::ArticleColumn(const Document &document, Selection &selection, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
{
    setObjectName(u"articleColumn"_s);
    setProperty("panel", u"surface"_s);
    setMinimumWidth(180);
    m_outlet = new ElidedLabel(this);
    m_outlet->setObjectName(u"columnOutlet"_s);
    QFont bold = resized(m_outlet->font(), 1);
    bold.setWeight(QFont::DemiBold);
    m_outlet->setFont(bold);
    m_details = new ElidedLabel(this);
    m_details->setObjectName(u"columnDetails"_s);
    m_details->setProperty("rank", u"second"_s);
    m_close = new QToolButton(this);
    m_close->setObjectName(u"columnClose"_s);
    m_close->setProperty("flat", true);
    m_close->setIcon(icon(u"close"));
    m_close->setIconSize({12, 12});
    m_close->setToolTip(tr("Take this article off the screen"));
    m_close->setAccessibleName(m_close->toolTip());
    m_view = new ArticleView(document, selection, this);
    m_view->setObjectName(u"articleView"_s);

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_outlet);
    names->addWidget(m_details);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 10, 8, 10);
    header->addLayout(names, 1);
    header->addWidget(m_close, 0, Qt::AlignTop);
    m_noteBar = new QFrame(this);
    m_noteBar->setObjectName(u"columnNoteBar"_s);
    m_note = plainLabel({}, m_noteBar, true);
    m_note->setObjectName(u"columnNote"_s);
    m_note->setProperty("rank", u"second"_s);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_encoding = new QToolButton(m_noteBar);
    m_encoding->setObjectName(u"columnEncoding"_s);
    m_encoding->setText(tr("Encoding..."));
    m_encoding->setToolTip(tr("Read this file again in another encoding"));
    auto *noteLayout = new QHBoxLayout(m_noteBar);
    noteLayout->setContentsMargins(16, 0, 8, 10);
    noteLayout->addWidget(m_note, 1);
    noteLayout->addWidget(m_encoding, 0, Qt::AlignTop);
    auto *rule = new QFrame(this);
    rule->setObjectName(u"rule"_s);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_view, 1);
    body->addWidget(new OverviewRuler(*m_view, document, selection, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_noteBar);
    layout->addWidget(rule);
    layout->addLayout(body, 1);
    connect(m_encoding, &QToolButton::clicked, this, &ArticleColumn::encodingRequested);
    connect(m_view, &ArticleView::encodingRequested, this, &ArticleColumn::encodingRequested);
    connect(m_close, &QToolButton::clicked, this, &ArticleColumn::closeRequested);
    updateHeader();
}

void ArticleColumn::setArticle(std::optional<base::ArticleId> article)
{
    m_view->setArticle(article);
    updateHeader();
}

void ArticleColumn::refresh()
{
    m_view->refresh();
    updateHeader();
}

void ArticleColumn::setClosable(bool closable) { m_close->setVisible(closable); }

/// Why it is not compared, and what was wrong when it was read.
void ArticleColumn::updateNote(const model::Article *article)
{
    QStringList lines;
    bool isDoubtful = false;
    if (article) {
        if (model::whyNotCompared(*article))
            lines.append(article->language ? tr("In %1. Not compared: only English is so far.").arg(languageLabel(*article->language)) : tr("Its language could not be told. Not compared: only English is so far."));
        for (const base::Error &problem : article->problems) {
            if (problem.code == base::ErrorCode::LanguageNotCompared)
                continue; // said above
            isDoubtful = isDoubtful || problem.code == base::ErrorCode::CharsetDoubtful;
            QString line = oneLine(base::describe({.code = problem.code, .path = tr("this file"), .detail = {}}), 300);
            line[0] = line[0].toUpper(); // where the sentence begins with the name
            if (lines.size() < kMostNotes && !lines.contains(line))
                lines.append(line);
        }
    }
    m_note->setText(lines.join(u'\n'));
    m_encoding->setVisible(isDoubtful);
    m_noteBar->setVisible(!lines.isEmpty());
}

void ArticleColumn::updateHeader()
{
    const std::optional<base::ArticleId> id = m_view->article();
    const model::Article *article = id ? m_document.article(*id) : nullptr;
    updateNote(article);
    if (!article) {
        m_outlet->setText(tr("No article"));
        m_details->setText(tr("Choose one on the left"));
        setToolTip({});
        return;
    }
    QStringList details;
    if (article->published) {
        model::NewsDate local = *article->published;
        local.offsetMinutes.reset(); // the zone is in the tool tip; here the hour is enough
        details.append(article->publishedBasis == model::DateBasis::Inferred ? tr("%1 (inferred)").arg(dateLabel(local)) : dateLabel(local));
    } else {
        details.append(tr("no date"));
    }
    if (!article->authors.isEmpty())
        details.append(tr("by %1").arg(oneLine(article->authors.join(", "_L1), 120)));
    if (!article->agencies.isEmpty())
        details.append(tr("credits %1").arg(oneLine(article->agencies.join(", "_L1), 120)));
    m_outlet->setText(oneLine(model::outletLabel(*article), 200));
    m_details->setText(details.join(u"  \u00b7  "_s));
    QStringList whole{oneLine(model::titleLabel(*article)), m_outlet->text(), m_details->text(), oneLine(article->path)};
    if (article->published)
        whole.insert(2, tr("Published %1").arg(dateLabel(*article->published)));
    if (article->updated)
        whole.insert(3, tr("Updated %1").arg(dateLabel(*article->updated)));
    const QString tip = plainToolTip(whole.join(u'\n'));
    m_outlet->setToolTip(tip);
    m_details->setToolTip(tip);
}

} // namespace variorum::ui
