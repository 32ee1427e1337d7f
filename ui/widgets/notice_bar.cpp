#include "ui/widgets/notice_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent, const QString &name)
    : QFrame(parent)
{
    setObjectName(name);
    m_text = plainLabel({}, this, true);
    m_text->setObjectName(name + u"Text"_s);
    m_button = new QToolButton(this);
    m_button->setObjectName(name + u"Button"_s);
    m_button->setProperty("flat", true);
    auto *close = new QToolButton(this);
    close->setObjectName(name + u"Close"_s);
    close->setProperty("flat", true);
    close->setIcon(icon(u"close"));
    close->setIconSize({12, 12});
    close->setToolTip(tr("Close this line"));
    close->setAccessibleName(close->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(close);
    hide();
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
}

void NoticeBar::showText(const QString &text, const QString &actionText, std::function<void()> action, Tone tone)
{
    m_text->setText(text);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    m_action = std::move(action);
    setProperty("tone", tone == Tone::Done ? u"done"_s : u"attention"_s);
    style()->unpolish(this); // a rule of the style sheet asks for the property
    style()->polish(this);
    setVisible(!text.isEmpty());
}

} // namespace variorum::ui
