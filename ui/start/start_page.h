#pragma once

#include <QWidget>

class QVBoxLayout;

namespace variorum::ui {

/// What a person sees before anything is open: three ways to begin.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(bool hasSample, QWidget *parent = nullptr);

    void setRecent(const QStringList &folders);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void folderChosen(const QString &folder);

private:
    QVBoxLayout *m_recent;
};

} // namespace variorum::ui
