#include "ui/start/message_page.h"

#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"messagePage"_s);
    m_title = plainLabel({}, this, true);
    m_title->setObjectName(u"messageTitle"_s);
    m_title->setFont(readingFont(font().pointSize() + 8));
    m_title->setAlignment(Qt::AlignHCenter);
    m_text = plainLabel({}, this, true);
    m_text->setObjectName(u"messageText"_s);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMinimumWidth(420);
    m_text->setMaximumWidth(560);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open = new QPushButton(tr("Open another folder..."), this);
    m_open->setObjectName(u"messageOpen"_s);
    m_retry = new QPushButton(tr("Try again"), this);
    m_retry->setObjectName(u"messageRetry"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_retry);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &MessagePage::openRequested);
    connect(m_retry, &QPushButton::clicked, this, &MessagePage::retryRequested);
}

void MessagePage::setMessage(const Message &message)
{
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_open->setVisible(message.offersOpen);
    m_retry->setVisible(message.offersRetry);
}

} // namespace variorum::ui
