#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace variorum::ui {

/// One thing said in the middle of the window, with what to do next: an empty folder, a library that cannot be opened,
/// the first moments of an import.
class MessagePage final : public QWidget {
    Q_OBJECT

public:
    explicit MessagePage(QWidget *parent = nullptr);

    struct Message {
        QString title;
        QString text;
        bool offersOpen = false; ///< "Open another folder"
        bool offersRetry = false;
    };
    void setMessage(const Message &message);

Q_SIGNALS:
    void openRequested();
    void retryRequested();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_retry;
};

} // namespace variorum::ui
