#pragma once

#include "ui/document.h"
#include "ui/selection.h"
#include "ui/work/work_book.h"
#include "ui/work/work_requests.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace variorum::ui {

class FlowLayout;

/// What a person makes of the selected claim: verdict, star, tags and notes as they are, and the ways to change them and
/// to put the machine right. Only asks; what was asked shows once it is stored.
class JudgementBar final : public QWidget {
    Q_OBJECT

public:
    JudgementBar(const Document &document, const Selection &selection, const WorkBook &book, QWidget *parent = nullptr);

    void refresh();
    void setChosen(std::vector<base::StatementId> statements); ///< sources chosen in the list, for "not the same"

    // Each does nothing where there is nothing to do it to.
    bool setVerdict(model::Verdict verdict); ///< the one it has: takes it off, and returns false
    void toggleStar();
    void askForTag();
    void askForNote();
    void dismiss();
    void callSame(size_t one, size_t other); ///< two values of the selected divergence
    void splitOff();
    void askForJoin();

Q_SIGNALS:
    void requested(const variorum::ui::WorkRequest &request);
    void dismissed(variorum::base::DivergenceId divergence); ///< goes with a request

private:
    [[nodiscard]] const model::Claim *claim() const;
    [[nodiscard]] const model::Divergence *divergence() const;
    [[nodiscard]] QToolButton *makeButton(const QString &name, const QString &text, bool checkable);
    void makeMenu();
    void fillMenu();
    void fillDone();
    void addDone(const library::StoredWork &work, const QString &text, const QString &tip);
    void addTag(const QString &name);
    void setNote(const QString &text);

    const Document &m_document;
    const Selection &m_selection;
    const WorkBook &m_book;
    std::vector<std::pair<model::Verdict, QToolButton *>> m_verdicts;
    QToolButton *m_star;
    QMenu *m_menu;
    QWidget *m_done; ///< tags, the note and what was put right, each with a way to take it off
    FlowLayout *m_doneLayout;
    std::vector<base::StatementId> m_chosen;
};

} // namespace variorum::ui
