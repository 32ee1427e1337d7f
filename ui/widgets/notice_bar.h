#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QToolButton;

namespace variorum::ui {

/// One line over the texts that says what has happened, with a step to take; a person may close it.
class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    /// The names of its parts begin with `name`.
    explicit NoticeBar(QWidget *parent = nullptr, const QString &name = QStringLiteral("notice"));

    enum class Tone { Attention,
                      Done };

    /// actionText may be empty: then there is no button.
    void showText(const QString &text, const QString &actionText = {}, std::function<void()> action = {}, Tone tone = Tone::Attention);

private:
    QLabel *m_text;
    QToolButton *m_button;
    std::function<void()> m_action;
};

} // namespace variorum::ui
