#include "ui/start/start_page.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 5;

/// One of the icons in the window's accent, whatever the theme turns to.
class CardIcon final : public QWidget {
public:
    CardIcon(QString name, QWidget *parent)
        : QWidget(parent)
        , m_name(std::move(name))
    {
        setFixedSize(28, 28);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawIcon(painter, m_name, rect(), coloursFor(palette()).accent);
    }

private:
    QString m_name;
};

struct Card {
    QFrame *frame;
    QVBoxLayout *body;
};

Card makeCard(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setObjectName(u"card"_s);
    frame->setMinimumWidth(190);
    frame->setMaximumWidth(280);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(new CardIcon(iconName, frame));
    layout->addSpacing(4);
    QLabel *heading = plainLabel(title, frame, true);
    QFont font = resized(heading->font(), 2);
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    layout->addWidget(heading);
    QLabel *body = plainLabel(text, frame, true);
    body->setProperty("rank", u"second"_s);
    layout->addWidget(body);
    auto *rest = new QVBoxLayout;
    rest->setSpacing(2);
    layout->addSpacing(12);
    layout->addStretch(1);
    layout->addLayout(rest);
    return {frame, rest};
}

} // namespace

StartPage::StartPage(bool hasSample, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"startPage"_s);
    QLabel *name = plainLabel(u"Variorum"_s, this);
    name->setFont(readingFont(font().pointSize() + 18));
    name->setAlignment(Qt::AlignHCenter);
    QLabel *line = plainLabel(tr("Compares what news sources say about the same thing, and shows with their own words where they differ."), this, true);
    line->setProperty("rank", u"second"_s);
    line->setAlignment(Qt::AlignHCenter);

    const Card open = makeCard(u"open-folder"_s, tr("Open a folder"), tr("Saved pages, plain text, Markdown and e-mail. Or drop files and folders anywhere on this window."), this);
    auto *openButton = new QPushButton(tr("Open folder..."), open.frame);
    openButton->setObjectName(u"startOpen"_s);
    openButton->setDefault(true);
    open.body->addWidget(openButton);
    const Card sample = makeCard(u"sample"_s, tr("Try the sample"), tr("Six invented outlets report one ferry accident, each in its own way."), this);
    auto *sampleButton = new QPushButton(tr("Open the sample"), sample.frame);
    sampleButton->setObjectName(u"startSample"_s);
    sample.frame->setVisible(hasSample);
    sample.body->addWidget(sampleButton);
    const Card recent = makeCard(u"recent"_s, tr("Recent"), tr("Folders that you have opened before."), this);
    m_recent = recent.body;

    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch(1);
    for (const Card &card : {open, sample, recent})
        cards->addWidget(card.frame, 4);
    cards->addStretch(1);
    QLabel *promise = plainLabel(tr("Nothing leaves this computer. Your files are only read."), this, true);
    promise->setObjectName(u"muted"_s);
    promise->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(name);
    layout->addSpacing(4);
    layout->addWidget(line);
    layout->addSpacing(32);
    layout->addLayout(cards);
    layout->addSpacing(24);
    layout->addWidget(promise);
    layout->addStretch(3);
    connect(openButton, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sampleButton, &QPushButton::clicked, this, &StartPage::sampleRequested);
    setRecent({});
}

void StartPage::setRecent(const QStringList &folders)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const QString &folder : folders.mid(0, kMostRecent)) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"recentFolder"_s);
        button->setProperty("flat", true);
        button->setProperty("link", true);
        const QString name = oneLine(QFileInfo(folder).fileName(), 40);
        button->setText(QString(name.isEmpty() ? folder : name).replace(u'&', "&&"_L1));
        button->setToolTip(plainToolTip(folder));
        button->setAccessibleName(tr("Open %1").arg(oneLine(folder)));
        connect(button, &QToolButton::clicked, this, [this, folder] { Q_EMIT folderChosen(folder); });
        m_recent->addWidget(button);
    }
    if (folders.isEmpty()) {
        QLabel *none = plainLabel(tr("None yet"), this);
        none->setObjectName(u"muted"_s);
        m_recent->addWidget(none);
    }
}

} // namespace variorum::ui
