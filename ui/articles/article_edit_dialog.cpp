#include "ui/articles/article_edit_dialog.h"

#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList authorsFrom(const QString &line)
{
    QStringList authors;
    for (const QString &author : line.split(u';', Qt::SkipEmptyParts)) {
        if (!author.trimmed().isEmpty())
            authors.append(author.trimmed());
    }
    return authors;
}

} // namespace

ArticleEditDialog::ArticleEditDialog(const model::Article &article, QWidget *parent)
    : QDialog(parent)
    , m_article(article)
{
    setObjectName(u"articleEditDialog"_s);
    setWindowTitle(tr("Edit details"));
    setMinimumWidth(480);
    m_outlet = makeLine(u"editOutlet"_s, article.outlet.value_or(QString()), model::outletLabel(article));
    m_title = makeLine(u"editTitle"_s, article.title.value_or(QString()), oneLine(model::titleLabel(article)));
    m_authors = makeLine(u"editAuthors"_s, article.authors.join("; "_L1), tr("Names, parted by semicolons"));
    m_published = makeLine(u"editPublished"_s, article.published ? article.published->toString() : QString(), tr("2024-03-18 or 2024-03-18T07:40:00+01:00"));
    m_problem = plainLabel({}, this, true);
    m_problem->setObjectName(u"editProblem"_s);
    QLabel *note = plainLabel(tr("Your words are kept in the library and stay when the file is read again. The file itself is never changed."), this, true);
    note->setObjectName(u"muted"_s);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Outlet"), m_outlet);
    form->addRow(tr("&Headline"), m_title);
    form->addRow(tr("&Authors"), m_authors);
    form->addRow(tr("&Published"), m_published);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({}); // the desktop's stock icons are of another kind than ours
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(plainLabel(oneLine(article.path), this, true));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const QLineEdit *line : {m_outlet, m_title, m_published})
        connect(line, &QLineEdit::textChanged, this, &ArticleEditDialog::check);
    check();
}

QLineEdit *ArticleEditDialog::makeLine(const QString &objectName, const QString &text, const QString &placeholder)
{
    auto *line = new QLineEdit(text, this);
    line->setObjectName(objectName);
    line->setPlaceholderText(placeholder);
    line->setCursorPosition(0);
    return line;
}

/// An edit puts another word in the place of one; the library has none that takes one away.
void ArticleEditDialog::check()
{
    const auto isEmptied = [](const QLineEdit *line, bool was) { return was && line->text().trimmed().isEmpty(); };
    const QString date = m_published->text().trimmed();
    QString problem;
    if (isEmptied(m_outlet, !m_article.outlet.value_or(QString()).isEmpty()))
        problem = tr("The outlet can be changed but not left empty.");
    else if (isEmptied(m_title, !m_article.title.value_or(QString()).isEmpty()))
        problem = tr("The headline can be changed but not left empty.");
    else if (isEmptied(m_published, m_article.published.has_value()))
        problem = tr("The date can be changed but not left empty.");
    else if (!date.isEmpty() && !model::NewsDate::fromIsoString(date))
        problem = tr("The date must be like 2024-03-18 or 2024-03-18T07:40:00+01:00.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty());
}

library::ArticleEdit ArticleEditDialog::edit() const
{
    library::ArticleEdit edit;
    if (m_outlet->text().trimmed() != m_article.outlet.value_or(QString()))
        edit.outlet = m_outlet->text().trimmed();
    if (m_title->text().trimmed() != m_article.title.value_or(QString()))
        edit.title = m_title->text().trimmed();
    if (const QStringList authors = authorsFrom(m_authors->text()); authors != m_article.authors)
        edit.authors = authors;
    const std::optional<model::NewsDate> published = model::NewsDate::fromIsoString(m_published->text().trimmed());
    if (published && published != m_article.published)
        edit.published = published;
    return edit;
}

} // namespace variorum::ui
